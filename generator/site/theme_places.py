"""Find a theme's folder: the archive's own, ours, Pelican's, or that of an installed package."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, files
from importlib.util import find_spec
from pathlib import Path

import pelican

from generator.errors import NoThemeError

ABOUT = "theme.toml"
"""The file in which a theme says which one it is a child of."""

_PACKAGE = Path(__file__).parents[1]
_BUILTIN = (_PACKAGE / "themes", _PACKAGE.parent / "themes")
_PELICAN = Path(pelican.__file__).parent
_NOWHERE = (OSError, RuntimeError, ValueError)  # too long, a loop, nobody's home, a NUL
_UNDERNEATH = "base"  # no theme of its own, but what others are set upon


def theme_path(name: str, archive_root: Path, *, beneath: Path | None = None) -> Path:
    """Return the folder of the theme `name`: the archive's own before one that comes with us.

    A name with a slash is the path of a folder, relative to the archive; any other may also be
    that of an installed package. A theme that stands `beneath` another one is never itself. Raise
    NoThemeError, which names the themes that there are, where it isn't found.
    """
    for folder in _places(name, archive_root):
        is_theme = _is(Path.is_dir, folder / "templates") or _is(Path.is_file, folder / ABOUT)
        if is_theme and (not beneath or not folder.samefile(beneath)):
            return folder
    there = ", ".join(sorted(set(_list_themes(archive_root))))
    said = _find_near(name, archive_root) or f"there are: {there}"
    raise NoThemeError(f'no theme "{name}" ({said})', archive_root / "backfile.toml")


def _is(kind: Callable[[Path], bool], path: Path) -> bool:
    try:
        return kind(path)
    except _NOWHERE:
        return False


def _find_near(name: str, archive_root: Path) -> str:
    """Return what is there in place of the theme `name`, or "": a file, or a folder around it."""
    for place in _places(name, archive_root):
        if _is(Path.is_file, place):
            return "it is a file, and a theme is a folder"
        for templates in sorted(place.glob("*/templates")) if _is(Path.is_dir, place) else ():
            return f'there is one in it: "{name.rstrip("/")}/{templates.parent.name}"'
    return ""


def base_path() -> Path:
    """Return the folder of the theme that other people's themes are set upon."""
    return next(folder for place in _BUILTIN if (folder := place / _UNDERNEATH).is_dir())


def is_ours(file: str) -> bool:
    """Tell whether a file is of a theme that comes with us."""
    return any(Path(file).is_relative_to(place) for place in _BUILTIN)


def simple_path() -> Path:
    """Return the folder of Pelican's theme `simple`, from which any theme may borrow."""
    return _PELICAN / "themes" / "simple"


def _places(name: str, archive_root: Path) -> Iterator[Path]:
    if "/" in name or name.startswith((".", "~")):
        with suppress(*_NOWHERE):
            yield (archive_root / Path(name).expanduser()).resolve()
    else:
        own = (archive_root / "themes", archive_root)
        yield from (folder / name for folder in (*own, *_BUILTIN) if name)
        if re.sub(r"[-.]", "_", name).isidentifier():
            yield from _installed(name)


def _installed(name: str) -> Iterator[Path]:
    """Yield where an installed theme may be: in Pelican's folders, a module or a package."""
    module = re.sub(r"[-.]", "_", name)
    for word in dict.fromkeys((name, module)):
        yield from (_PELICAN / place / word for place in ("themes", "plugins"))
    spec = find_spec(module)
    for place in (spec and spec.submodule_search_locations) or ():
        yield from (Path(place), Path(place) / "theme", Path(place) / "themes" / name)
    try:
        listed = files(name) or []
    except PackageNotFoundError:
        return
    homes = {file.locate(): file for file in listed if file.parent.name == "templates"}
    yield from dict.fromkeys(Path(str(place)).parents[1] for place in homes)


def _list_themes(archive_root: Path) -> Iterator[str]:
    for folder in (archive_root / "themes", *_BUILTIN, _PELICAN / "themes"):
        yield from (
            path.parent.name
            for path in folder.glob("*/templates")
            if path.parent.name != _UNDERNEATH
        )
