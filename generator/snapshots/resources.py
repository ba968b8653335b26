"""The pictures that came with a page, in the folder that its browser made beside it.

Names are those by which the page refers to them, whatever the folder is called: `X_files`,
`X-Dateien`, `X_fichiers`. Nothing outside the page's own folder is ever one, and no SVG, which
is a program as much as a picture.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from generator.model import Resource

RESOURCES_LIMIT = 2_000
"""The most references of a page that are looked up."""

# In lower case, as browsers write the pages that they save: a search for letters of any case takes
# longer than all the rest.
_REFERENCE = re.compile(
    r"src(set)?\s{0,9}=\s{0,9}"
    r"(?:\"([^\"]{1,8000})\"|'([^']{1,8000})'|([^\s\"'<>]{1,2000}))"
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\#?]", re.IGNORECASE)
_WEB = ("https:", "http:", "data:", "/")
"""How most references begin that lead elsewhere."""

_PICTURE = re.compile(r".*\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?)|[^.]*", re.IGNORECASE)


def find_resources(text: str, page: Path) -> tuple[Resource, ...]:
    """Return the pictures that the page `text`, read from the file `page`, refers to and has."""
    folder = page.parent.resolve()
    names = list(dict.fromkeys(_find_references(text)))[:RESOURCES_LIMIT]
    found = ((name, _find_file(folder, name)) for name in names)
    return tuple(Resource(name=name, path=path) for name, path in found if path)


def _find_references(text: str) -> Iterator[str]:
    """Yield the relative references of `src`, `srcset` and their lazy cousins, as they stand."""
    for found in _REFERENCE.finditer(text):
        value = found[2] or found[3] or found[4]
        if not found[1] and value.startswith(_WEB):
            continue
        value = unescape(value)
        names = (part.split(None, 1)[0] for part in value.split(",") if part.strip())
        yield from (n for n in (names if found[1] else [value.strip()]) if not _ELSEWHERE.match(n))


def _find_file(folder: Path, name: str) -> Path | None:
    path = unquote(re.split(r"[?#]", name, maxsplit=1)[0])
    if not _PICTURE.fullmatch(path.rpartition("/")[2]):
        return None
    try:
        file = (folder / path).resolve()
        return file if file.is_relative_to(folder) and file.is_file() else None
    except (OSError, ValueError):
        return None  # A name that no file system can have.
