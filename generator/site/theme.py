"""Read a theme whole, with those that it is a child of, and say where it is broken."""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import TemplateNotFound, TemplateSyntaxError
from rcssmin import cssmin

from generator.content.folders import read_folder
from generator.errors import ThemeError
from generator.files import digest_bytes
from generator.site.theme_places import ABOUT, theme_path

TEMPLATES = "404 about article data day front index listing month page search year".split()
"""The templates that a theme of our kind has to have."""

_OURS = frozenset("day front listing month year".split())
_HASHED = frozenset([".css", ".js"])
_INCLUDED = re.compile(r"""{%-?\s*include\s+["']([^"']+)""")
_WHOLE = re.compile(r"{%-?\s*extends\b|<html\b|<body\b", re.IGNORECASE)
_TRANSLATED = ("translations", "locale")
_OF_A_PLUGIN = re.compile(r"unknown tag '(?!end)|No (?:filter|test) named '")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: its folder, its templates by name, and its static files by theirs.

    A static file has the name that it gets in the site, and its bytes. What a theme has from
    another, `gazette/base.html`, goes by that one's name, too. `settings` are those that its owner
    made for it, `catalogues` its texts in other languages, `problems` tell what was left out.
    """

    folder: Path
    templates: Mapping[str, Path]
    static: Mapping[str, tuple[str, bytes]]
    settings: Mapping[str, Any]
    catalogues: tuple[Path, ...]
    problems: tuple[str, ...]

    @property
    def foreign(self) -> bool:
        """Whether the theme was made for Pelican's own pages, and not for ours."""
        return _is_foreign(self.templates)


def read_theme(folder: Path, archive_root: Path | None = None) -> Theme:
    """Return the theme in `folder`, with what it has from others, but for links out of it.

    Raise ThemeError where a theme of our kind lacks a template.
    """
    layers = [*_read_layers(folder, archive_root or folder.parent)]
    templates: dict[str, Path] = {}
    # From the farthest on, so that a child's templates go before those of its parents.
    for layer in reversed(layers):
        templates |= {f"{layer.folder.name}/{name}": path for name, path in layer.templates.items()}
        templates |= layer.templates
    problems = tuple(problem for layer in layers for problem in layer.problems)
    missing = [f"{name}.html" for name in TEMPLATES if f"{name}.html" not in templates]
    if missing and not _is_foreign(templates):
        what = f"the theme lacks {', '.join(missing)}"
        raise ThemeError("; ".join([what, *problems, "in"]) if problems else what, folder)
    files = {name: path for layer in reversed(layers) for name, path in layer.static.items()}
    static = dict(_name_static(files, digested=not _is_foreign(templates)))
    made = {name: value for layer in reversed(layers) for name, value in layer.settings.items()}
    return Theme(
        folder=folder,
        templates=templates,
        static=static,
        settings=made,
        catalogues=tuple(file for layer in layers for file in layer.catalogues),
        problems=problems,
    )


def _is_foreign(templates: Collection[str]) -> bool:
    """Tell whether a theme has hardly one of the templates that only ours have."""
    # By the greater part of them, so that a theme of our kind without one is told what it lacks.
    return sum(f"{name}.html" in templates for name in _OURS) < len(_OURS) // 2 + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """What lies in one theme's folder, by name, and what was left out."""

    folder: Path
    templates: Mapping[str, Path]
    static: Mapping[str, Path]
    settings: Mapping[str, Any]
    catalogues: tuple[Path, ...]
    problems: tuple[str, ...]


def _read_layers(folder: Path, archive_root: Path) -> Iterator[_Layer]:
    """Yield a theme's folder, then that of the theme it is a child of, and so on."""
    seen: list[Path] = []
    place: Path | None = folder
    while place:
        if place in seen:
            raise ThemeError("the theme is a child of itself", folder / ABOUT)
        seen.append(place)
        templates = read_folder(place / "templates", place)
        static = read_folder(place / "static", place)
        left_out = (*templates.left_out, *static.left_out)
        parent, settings = _read_about(place / ABOUT)
        yield _Layer(
            folder=place,
            settings=settings,
            templates={_name_in(place / "templates", path): path for path in templates.files},
            static={_name_in(place / "static", path): path for path in static.files},
            catalogues=tuple(_list_catalogues(place)),
            problems=tuple(f"{path}: {why}" for path, why in left_out),
        )
        place = theme_path(parent, archive_root, beneath=place) if parent else None


def _list_catalogues(place: Path) -> Iterator[Path]:
    """Yield the files in which a theme has its texts in other languages, as gettext keeps them."""
    for name in _TRANSLATED:
        files = read_folder(place / name, place).files if (place / name).is_dir() else ()
        yield from (file for file in files if file.suffix == ".mo")


def _read_about(file: Path) -> tuple[str | None, Mapping[str, Any]]:
    """Return what a `theme.toml` says: whose child its theme is, and settings for that."""
    if not file.is_file():
        return None, {}
    try:
        said = tomllib.loads(read_template(file))
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(f"not valid TOML: {error}", file) from error
    parent, settings = said.pop("inherits", None), said.pop("settings", {})
    if said:
        there = '(there are: "inherits" and "settings")'
        raise ThemeError(f'unknown setting "{min(said)}" {there}', file)
    if not isinstance(parent, str) or not parent:
        raise ThemeError('"inherits" must be the name of a theme, in quotes', file)
    if not isinstance(settings, dict) or not all(name.isupper() for name in settings):
        raise ThemeError('"[settings]" must have names in capitals, as Pelican\'s are', file)
    return parent, settings


def _name_in(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _name_static(
    files: Mapping[str, Path], *, digested: bool
) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """Yield a theme's static files: name in the theme, name in the site and bytes.

    Styles and scripts of our themes carry their digest in the name, so that a cache never mixes
    two versions of the site; what they may refer to keeps its name, as all of other themes does.
    Our styles lose their comments and white space, so that they can be written to be read.
    """
    for name, path in files.items():
        content, named = _read(path), Path(name)
        if digested and path.suffix == ".css":
            content = bytes(cssmin(content))
        if digested and path.suffix in _HASHED:
            named = named.with_name(f"{named.stem}.{digest_bytes(content)[:10]}{named.suffix}")
        yield name, (f"theme/{named.as_posix()}", content)


def read_template(path: Path) -> str:
    """Return the text of a template; raise ThemeError where it is none."""
    try:
        # Editors on Windows put a byte order mark first.
        return _read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        where = f"{path}, line {line}"
        raise ThemeError("a template is no UTF-8 text (save it as UTF-8)", where) from error


def read_texts(paths: Iterable[Path]) -> dict[Path, str]:
    """Return the texts of templates, but for what is no text, which may lie there unused."""
    texts: dict[Path, str] = {}
    for path in paths:
        with suppress(UnicodeDecodeError):
            texts[path] = _read(path).decode("utf-8-sig")
    return texts


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ThemeError(f"can't read a file of the theme ({error.strerror})", path) from error


def list_pages(templates: Mapping[str, Path]) -> dict[str, Path]:
    """Return templates without those that there are in name only, and those that are no pages.

    What others include and what extends none is a part of theirs, as a list of all categories.
    """
    texts = read_texts(templates.values())
    parts = {name for text in texts.values() for name in _INCLUDED.findall(text)}
    return {
        name: path
        for name, path in templates.items()
        if (text := texts.get(path, "…")).strip() and (name not in parts or _WHOLE.search(text))
    }


def explain(error: BaseException, folder: Path, files: Iterable[str]) -> ThemeError | None:
    """Return what went wrong in one of a theme's `files`, with its line; None if none did it."""
    if isinstance(error, TemplateSyntaxError):
        name = error.filename or error.name or "template"
        return ThemeError(_explain_syntax(error), f"{name}, line {error.lineno}")
    where = _find_line(error.__traceback__, frozenset(files))
    if isinstance(error, TemplateNotFound):
        return ThemeError(f'no template "{error.name}"', where or folder)
    said = "a template calls for itself without end" if isinstance(error, RecursionError) else ""
    return ThemeError(said or str(error) or type(error).__name__, where) if where else None


def _explain_syntax(error: TemplateSyntaxError) -> str:
    """Return what is wrong in a template, and that what it asks for may be a plugin's."""
    said = (error.message or "a syntax error").rstrip(".")
    plugin = _OF_A_PLUGIN.search(said)
    return f"{said} (it may be that of a plugin, and no plugin runs here)" if plugin else said


def _find_line(trace: TracebackType | None, files: Collection[str]) -> str | None:
    """Return the last line of a template that `trace` went through: Jinja puts them there."""
    found = None
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file in files:
            found = f"{file}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return found
