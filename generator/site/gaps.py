"""Keep what the templates of another theme ask for that isn't there, to tell its owner once."""

import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType


@dataclass(slots=True, kw_only=True)
class Gaps:
    """The names that were asked for in vain, in a theme whose templates are these files.

    `plugins` has those that a plugin would have added, `shown` those that were to be shown, with
    the place where that was first done.
    """

    files: Collection[str]
    plugins: dict[str, str] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def add_plugin(self, name: str, plugin: str) -> None:
        """Keep a name that a plugin would have added."""
        self.plugins[name] = plugin

    def add_shown(self, name: str) -> None:
        """Keep a name that is shown, if it is the theme that shows it."""
        if name not in self.shown:
            self.shown[name] = next(_find_places(self.files), "")

    def take(self) -> "Gaps":
        """Return what was kept since this was last done, and keep it no more."""
        taken = Gaps(files=(), plugins=self.plugins, shown=self.shown)
        self.plugins, self.shown = {}, {}
        return taken

    def join(self, other: "Gaps") -> None:
        """Keep what another process has, if that came later than what is known here."""
        self.plugins |= other.plugins
        self.shown = other.shown | self.shown

    def name_plugins(self) -> Iterator[str]:
        """Yield each name that a plugin would have added, with the plugin's."""
        for name, plugin in self.plugins.items():
            yield f"{name} (of the plugin {plugin})"

    def name_shown(self) -> Iterator[str]:
        """Yield each name that was to be shown, with its place."""
        for name, place in self.shown.items():
            if place:
                yield f"{name} ({place})"


def _find_places(files: Collection[str]) -> Iterator[str]:
    """Yield the places in templates among `files` that are being set, the innermost first."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - no other way to what is running
    while frame:
        file = frame.f_code.co_filename
        template = frame.f_globals.get("__jinja_template__")
        if template and file in files:
            yield f"{Path(file).name}, line {template.get_corresponding_lineno(frame.f_lineno)}"
        frame = frame.f_back
