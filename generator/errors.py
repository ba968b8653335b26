"""The errors that a person may see.

BackfileError               what went wrong, then where; exit code 1
├── UsageError              the command or the settings are wrong; exit code 2
│   └── SettingsError       every fault of backfile.toml at once
├── SnapshotError           this file is no snapshot that we can read, because
├── NotAnArticle            this snapshot holds no article, because
├── ThemeError              a template is missing, broken, or asks for what isn't there
│   └── NoThemeError        there is no theme of this name; exit code 2
└── LockedError             another command is at work in this archive; exit code 75

`SnapshotError` and `NotAnArticle` never leave their stage: they become a `Quarantine`.
"""

from collections.abc import Sequence


class BackfileError(Exception):
    """Say what went wrong, then where: `no headline: bbc-2019-03-02.html`."""

    exit_code = 1

    def __init__(self, what: str, where: object = None) -> None:
        super().__init__(what if where is None else f"{what}: {where}")


class UsageError(BackfileError):
    """A command was given something it can't use."""

    exit_code = 2


class SettingsError(UsageError):
    """`backfile.toml` has faults, all of which are listed."""

    def __init__(self, faults: Sequence[str], where: object) -> None:
        self.faults = tuple(faults)
        super().__init__("\n  ".join(["the settings have faults", *faults, "in"]), where)


class SnapshotError(BackfileError):
    """A file can't be read as a snapshot."""


class NotAnArticle(BackfileError):  # noqa: N818 - it names a finding, not a fault of ours
    """A snapshot can be read, and holds no article."""


class ThemeError(BackfileError):
    """A theme can't render the site."""


class NoThemeError(ThemeError):
    """The settings, or a theme, name a theme that isn't there."""

    exit_code = 2


class LockedError(BackfileError):
    """Another command holds this archive's lock."""

    exit_code = 75
