"""The archive's settings and folders.

`backfile.toml` is read against one schema, the `Settings` class: an attribute is a key, its
default, its check and its entry in the reference. All faults are reported together.
"""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator.errors import SettingsError, UsageError

SETTINGS_FILE = "backfile.toml"

T = TypeVar("T", str, int)
_MUST_BE = {str: "text in quotes", int: "a whole number, without quotes"}


def _check_text(value: str) -> str | None:
    return None if value.isprintable() else "must be one line of printable text"


def _check_title(value: str) -> str | None:
    return _check_text(value) if value.strip() else "must not be empty"


def _check_url(value: str) -> str | None:
    try:
        parts = urlsplit(value)
        sound = parts.scheme in ("http", "https") and parts.hostname and not parts.query
        # A port is looked at, and an odd one refused, only when it is asked for.
        _ = parts.port
    except ValueError:
        sound = False
    clean = not re.search(r"[\s\"'<>\\#]", value)
    return (
        None
        if sound and clean
        else 'must be a web address such as "https://name.github.io/archive/"'
    )


def _check_timezone(value: str) -> str | None:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        return 'must be a zone name such as "Europe/Berlin" or "UTC"'
    return None


def _check_language(value: str) -> str | None:
    sound = re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", value)
    return None if sound else 'must be a language tag such as "en" or "pt-BR"'


def _check_csp(value: str) -> str | None:
    return None if value in ("strict", "theme") else 'must be "strict" or "theme"'


_ROBOTS = frozenset(
    "all none index noindex follow nofollow noarchive nosnippet noimageindex notranslate".split()
)


def _check_robots(value: str) -> str | None:
    words = {word.strip().lower() for word in value.split(",")}
    return None if words <= _ROBOTS else 'must be "noindex" or "index"'


def _check_positive(value: int) -> str | None:
    return None if value >= 1 else "must be 1 or more"


def _setting(default: T, check: Callable[[T], str | None], help_: str) -> T:
    """Declare a key: what it is when not given, what is wrong with a value, what it is for."""
    metadata = {"check": check, "help": help_}
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `backfile.toml` may say."""

    title: str = _setting("A news archive", _check_title, "The archive's name.")
    description: str = _setting("", _check_text, "One sentence on what the archive holds.")
    url: str = _setting(
        "http://localhost:8000/",
        _check_url,
        "Where the site will be published; feeds and the sitemap need it.",
    )
    timezone: str = _setting("UTC", _check_timezone, "The archive's own zone, for capture times.")
    language: str = _setting("en", _check_language, "The language of the archive's own words.")
    theme: str = _setting("gazette", _check_title, "A theme's name, or the path of its folder.")
    csp: str = _setting(
        "strict",
        _check_csp,
        'From where a theme may load: "strict", only the site; "theme", the hosts it names, too.',
    )
    robots: str = _setting(
        "noindex",
        _check_robots,
        'What search engines may do: "noindex", or "index" for your own work.',
    )
    listing_from: int = _setting(
        3,
        _check_positive,
        "From how many stories on a topic or a byline has a page of its own.",
    )

    @property
    def base_path(self) -> str:
        """The path under which the site is published, with a slash at both ends: `/archive/`."""
        path = urlsplit(self.url).path.strip("/")
        return f"/{path}/" if path else "/"

    @property
    def site_url(self) -> str:
        """The published address, with a slash at its end."""
        return self.url.rstrip("/") + "/"


def _find_faults(said: Mapping[str, Any]) -> Iterator[str]:
    known: dict[str, Field[Any]] = {key.name: key for key in fields(Settings)}
    for key, value in said.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            there = f'did you mean "{near[0]}"?' if near else f"there are: {', '.join(known)}"
            yield f'unknown setting "{key}" ({there})'
        # Not `isinstance`: to Python `true` is a whole number too.
        elif type(value) is not (kind := type(known[key].default)):
            yield f'"{key}" must be {_MUST_BE[kind]}'
        elif fault := known[key].metadata["check"](value):
            yield f'"{key}" {fault}'


def parse_settings(text: str, where: object = SETTINGS_FILE) -> Settings:
    """Return the settings that `text`, in TOML, gives; raise SettingsError with every fault."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        fault = f'not valid TOML, where text stands in straight quotes, as in "text": {error}'
        raise SettingsError([fault], where) from error
    if faults := list(_find_faults(said)):
        raise SettingsError(faults, where)
    return Settings(**said)


def render_settings(settings: Settings) -> str:
    """Return `settings` as a commented `backfile.toml`."""
    lines = ["# The settings of this archive. What is left out has the value shown."]
    for key in fields(Settings):
        value = render_value(getattr(settings, key.name))
        lines += ["", f"# {key.metadata['help']}", f"{key.name} = {value}"]
    return "\n".join(lines) + "\n"


def render_value(value: str | int) -> str:
    """Return a setting's value in TOML."""
    if isinstance(value, int):
        return str(value)
    quoted = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive on disk: its root folder and its settings."""

    root: Path
    settings: Settings

    @property
    def snapshots(self) -> Path:
        """Saved pages, exactly as saved."""
        return self.root / "snapshots"

    @property
    def content(self) -> Path:
        """The archive's text, a plain Pelican tree."""
        return self.root / "content"

    @property
    def rules(self) -> Path:
        """The archive's own rules for reading the pages of some sites."""
        return self.root / "rules"

    @property
    def output(self) -> Path:
        """The finished site."""
        return self.root / "output"

    @property
    def state(self) -> Path:
        """What can be deleted at any time and made again."""
        return self.root / ".backfile"


def read_archive(root: Path) -> Archive:
    """Return the archive in the folder `root`; raise SettingsError for a broken settings file."""
    file = root / SETTINGS_FILE
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(["not UTF-8 text: save it as UTF-8"], file) from error
    except OSError as error:
        raise UsageError(f"can't read the settings ({error.strerror})", file) from error
    return Archive(root, parse_settings(text, file))


def find_archive(start: Path) -> Archive:
    """Return the archive that `start` lies in, looking upwards as git does.

    Raise UsageError where there is none.
    """
    if archive := look_for_archive(start):
        return archive
    raise UsageError("not in an archive (run `backfile init DIR` to make one)", start.resolve())


def look_for_archive(start: Path) -> Archive | None:
    """Return the archive that `start` lies in, or None where there is none."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return read_archive(folder)
    return None
