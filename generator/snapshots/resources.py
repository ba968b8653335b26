"""The pictures that came with a page: in the folder beside it, or in the file that it is in.

Names are those by which the page refers to them, whatever the folder is called: `X_files`,
`X-Dateien`, `X_fichiers`. Nothing outside the page's own folder is ever one, and no SVG, which
is a program as much as a picture.
"""

import os
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from generator.model import Resource
from generator.snapshots.parts import join

RESOURCES_LIMIT = 2_000
"""The most references of a page that are looked up."""

# Two seconds, in nanoseconds: the coarsest clock of a file system, that of FAT.
_TICK = 2_000_000_000
HEAD_LIMIT = 65_536
"""The characters among which a page says what its references are relative to."""

_VALUE = r"\s{0,9}=\s{0,9}(?:\"([^\"]{1,8000})\"|'([^']{1,8000})'|([^\s\"'<>]{1,2000}))"
# In lower case, as browsers write the pages that they save, and nearly all sites those that they
# send: a search for letters of any case takes longer than all the rest.
_REFERENCE = re.compile(r"src(set)?" + _VALUE)
# The empty group stands where `set` would, so that values have the same numbers.
_LAZY = re.compile(r"data-(?:original|lazy|image)()" + _VALUE)
_ANY_CASE = re.compile(_REFERENCE.pattern, re.IGNORECASE)
_BASE = re.compile(r"<base\s[^<>]{0,500}?href" + _VALUE, re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#?]", re.IGNORECASE)
_WEB = ("https:", "http:", "data:", "/")
"""How most references begin that lead elsewhere."""

_PICTURE = re.compile(r".*\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)|[^.]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Named(Mapping[str, bytes]):
    """Parts of a file by their names in a page; they are read when they are asked for."""

    names: Mapping[str, str]
    parts: Mapping[str, bytes]

    def __getitem__(self, name: str) -> bytes:
        return self.parts[self.names[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def find_parts(text: str, url: str | None, parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return those of `parts` to which the page `text`, saved from `url`, refers, by its names.

    A part is known by its absolute address, by `cid:`, or by its path from the page.
    """
    if not parts:
        return {}
    said = _BASE.search(text, 0, HEAD_LIMIT)
    base = join(url, unescape(said[1] or said[2] or said[3])) if said else url
    shouts = "SRC=" in text or "Src=" in text
    forms = (_ANY_CASE if shouts else _REFERENCE, _LAZY)
    found = (name for form in forms for name in _find_references(text, form, "data:"))
    names = {}
    for name in list(dict.fromkeys(found))[:RESOURCES_LIMIT]:
        keys = (name, address := join(base, name), address.partition("#")[0])
        if key := next((key for key in keys if key in parts), None):
            names[name] = key
    return _Named(names, parts)


def find_resources(text: str, page: Path) -> tuple[Resource, ...]:
    """Return the pictures that the page `text`, read from the file `page`, refers to and has."""
    if _stands_alone(page.parent):
        return ()
    folder = page.parent.resolve()
    near = (name for name in _find_references(text, _REFERENCE, _WEB) if not _ELSEWHERE.match(name))
    names = list(dict.fromkeys(near))[:RESOURCES_LIMIT]
    found = ((name, _find_file(folder, name)) for name in names)
    return tuple(Resource(name=name, path=path) for name, path in found if path)


def _stands_alone(folder: Path) -> bool:
    """Say whether there are only pages in a folder: no pictures, and no folders that have some."""
    try:
        changed = folder.stat().st_mtime_ns
        # A folder that was changed just now may be changed again before its clock goes on.
        settled = time.time_ns() - changed > _TICK
        return (_has_only_pages if settled else _has_only_pages.__wrapped__)(folder, changed)
    except OSError:
        return False


@lru_cache(maxsize=256)
def _has_only_pages(folder: Path, _changed: int) -> bool:
    with os.scandir(folder) as entries:
        return not any(_PICTURE.fullmatch(entry.name) or entry.is_dir() for entry in entries)


def _find_references(
    text: str, form: re.Pattern[str], without: str | tuple[str, ...]
) -> Iterator[str]:
    """Yield what `src`, `srcset` and their lazy cousins refer to, as it stands.

    Those of one picture that begin with `without` are passed over.
    """
    for found in form.finditer(text):
        value = (found[2] or found[3] or found[4]).strip()
        if found[1]:
            names = unescape(value).split(",")
            yield from (name.split(None, 1)[0] for name in names if name.strip())
        elif not value.startswith(without):
            yield unescape(value)


def _find_file(folder: Path, name: str) -> Path | None:
    path = unquote(re.split(r"[?#]", name, maxsplit=1)[0])
    if not _PICTURE.fullmatch(path.rpartition("/")[2]):
        return None
    try:
        file = (folder / path).resolve()
        return file if file.is_relative_to(folder) and file.is_file() else None
    except (OSError, ValueError):
        return None  # A name that no file system can have.
