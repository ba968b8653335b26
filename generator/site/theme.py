"""Find a theme, check that it is whole, bring its files along, and say where it is broken."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.errors import ThemeError
from generator.files import digest_bytes

TEMPLATES = "404 about article day front index listing month page search year".split()
"""The templates that a theme has to have."""

_PACKAGE = Path(__file__).parents[1]
_BUILTIN = (_PACKAGE / "themes", _PACKAGE.parent / "themes")
_HASHED = frozenset([".css", ".js"])


def theme_path(name: str, archive_root: Path) -> Path:
    """Return the folder of the theme `name`: the archive's own before one that comes with us.

    A name with a slash is the path of a folder, relative to the archive. Raise ThemeError, which
    names the themes that there are, where it isn't found.
    """
    if "/" in name or name.startswith((".", "~")):
        found = [(archive_root / Path(name).expanduser()).resolve()]
    else:
        found = [folder / name for folder in (archive_root / "themes", *_BUILTIN)]
    for folder in found:
        if (folder / "templates").is_dir():
            return folder
    there = ", ".join(sorted(set(_list_themes(archive_root))))
    raise ThemeError(f'no theme "{name}" (there are: {there})', archive_root / "backfile.toml")


def _list_themes(archive_root: Path) -> Iterator[str]:
    for folder in (archive_root / "themes", *_BUILTIN):
        yield from (path.parent.name for path in folder.glob("*/templates"))


def check_theme(theme: Path) -> None:
    """Raise ThemeError where a template is missing: Pelican would take its own without a word."""
    missing = [name for name in TEMPLATES if not (theme / "templates" / f"{name}.html").is_file()]
    if missing:
        raise ThemeError(f"the theme lacks {', '.join(f'{name}.html' for name in missing)}", theme)


def read_static(theme: Path) -> dict[str, tuple[str, bytes]]:
    """Return a theme's static files: by their name in the theme, name in the site and bytes.

    Styles and scripts carry their digest in the name, so that a cache never mixes two
    versions of the site; what they may refer to keeps its name.
    """
    static = theme / "static"
    files = sorted(path for path in static.rglob("*") if path.is_file())
    return {
        path.relative_to(static).as_posix(): (_site_name(path, static), path.read_bytes())
        for path in files
        if not path.name.startswith(".")
    }


def _site_name(path: Path, static: Path) -> str:
    digest = f".{digest_bytes(path.read_bytes())[:10]}" if path.suffix in _HASHED else ""
    named = path.relative_to(static).with_name(f"{path.stem}{digest}{path.suffix}")
    return f"theme/{named.as_posix()}"


def explain(error: BaseException, theme: Path) -> ThemeError | None:
    """Return what went wrong in a template, with its file and line; None if no template did it."""
    if isinstance(error, TemplateSyntaxError):
        name = error.filename or error.name or "template"
        return ThemeError(error.message or "a syntax error", f"{name}, line {error.lineno}")
    where = _find_line(error.__traceback__, theme)
    if isinstance(error, TemplateNotFound):
        return ThemeError(f'no template "{error.name}"', where or theme)
    return ThemeError(str(error) or type(error).__name__, where) if where else None


def _find_line(trace: TracebackType | None, theme: Path) -> str | None:
    """Return the last line of a template that `trace` went through: Jinja puts them there."""
    found = None
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(f"{theme}/"):
            found = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return found
