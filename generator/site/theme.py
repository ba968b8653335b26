"""Find a theme, read it whole, and say where it is broken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.content.folders import read_folder
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: its folder, its templates by name, and its static files by theirs.

    A static file has the name that it gets in the site, and its bytes. `problems` tell what was
    left out.
    """

    folder: Path
    templates: Mapping[str, Path]
    static: Mapping[str, tuple[str, bytes]]
    problems: tuple[str, ...]


def read_theme(folder: Path) -> Theme:
    """Return the theme in `folder`, but for links out of it.

    Raise ThemeError where a template is missing: Pelican would take its own without a word.
    """
    templates = read_folder(folder / "templates", folder)
    static = read_folder(folder / "static", folder)
    by_name = {_name_in(folder / "templates", path): path for path in templates.files}
    problems = tuple(f"{path}: {why}" for path, why in (*templates.left_out, *static.left_out))
    missing = [f"{name}.html" for name in TEMPLATES if f"{name}.html" not in by_name]
    if missing:
        what = f"the theme lacks {', '.join(missing)}"
        raise ThemeError("; ".join([what, *problems, "in"]) if problems else what, folder)
    return Theme(
        folder=folder,
        templates=by_name,
        static=dict(_read_static(folder / "static", static.files)),
        problems=problems,
    )


def _name_in(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _read_static(folder: Path, files: Iterable[Path]) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Yield a theme's static files: name in the theme, name in the site and bytes.

    Styles and scripts carry their digest in the name, so that a cache never mixes two
    versions of the site; what they may refer to keeps its name.
    """
    for path in files:
        content = _read(path)
        digest = f".{digest_bytes(content)[:10]}" if path.suffix in _HASHED else ""
        named = path.relative_to(folder).with_name(f"{path.stem}{digest}{path.suffix}")
        yield _name_in(folder, path), (f"theme/{named.as_posix()}", content)


def read_template(path: Path) -> str:
    """Return the text of a template; raise ThemeError where it is none."""
    try:
        return _read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ThemeError("a template is no UTF-8 text (save it as UTF-8)", path) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ThemeError(f"can't read a file of the theme ({error.strerror})", path) from error


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
