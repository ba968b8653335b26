"""The pictures of a page that stand elsewhere in its file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from generator.errors import SnapshotError
from generator.snapshots.parts import is_picture, join
from generator.snapshots.warc.index import Index, Place, key_of
from generator.snapshots.warc.messages import decode_body
from generator.snapshots.warc.records import Damage, read_record
from generator.snapshots.warc.roles import find_content
from generator.snapshots.warc.sources import Source

PICTURES_LIMIT = 300
"""The most pictures of one page; more belong to a gallery's navigation."""

PICTURE_LIMIT = 40 * 1024 * 1024
"""The most bytes of one, as of a picture that is published."""

BYTES_LIMIT = 64 * 1024 * 1024
"""The most bytes of all the pictures of one page."""

# In lower case, and by what it begins with, which is looked for much faster than a choice.
_REFERENCE = re.compile(
    rb"src(set)?\s{0,9}=\s{0,9}"
    rb"(?:\"([^\"]{1,8000})\"|'([^']{1,8000})'|([^\s\"'<>]{1,2000}))",
)
_BASE = re.compile(
    rb"<base\s[^>]{0,200}?href\s{0,9}=\s{0,9}[\"']?([^\s\"'>]{1,2000})", re.IGNORECASE
)


def find_pictures(
    page: bytes, url: str, index: Index, sources: Sequence[Source]
) -> Mapping[str, bytes]:
    """Return the pictures that a page refers to and its file has, by their absolute addresses."""
    base = _BASE.search(page, 0, 65_536)
    root = join(url, _decode(base[1])) if base else url
    found: dict[str, bytes] = {}
    room = BYTES_LIMIT
    for name in dict.fromkeys(_find_references(page)):
        address = name if name.startswith(("https://", "http://")) else join(root, name)
        place = index.find(f"picture {key_of(address)}")
        if place and (data := _read_picture(sources[place.source], place, room)):
            found[address] = data
            room -= len(data)
            if len(found) >= PICTURES_LIMIT:
                break
    return found


def _find_references(page: bytes) -> Iterator[str]:
    for found in _REFERENCE.finditer(page):
        value = _decode(found[2] or found[3] or found[4])
        if value.startswith("data:"):
            continue
        # A comma without a space may be one of an address.
        parts = value.split(", ") if found[1] else [value]
        yield from (part.split()[0].rstrip(",") for part in parts if part.split())


def _decode(value: bytes) -> str:
    return unescape(value.decode("utf-8", "replace")).strip()


def _read_picture(source: Source, place: Place, room: int) -> bytes | None:
    record = read_record(source, place.start)
    if record is None or isinstance(record, Damage):
        return None
    content = find_content(source, record)
    size = record.block_end - content.body
    if size > min(room, PICTURE_LIMIT):
        return None
    try:
        data = decode_body(source.read_at(content.body, size), content.head)
    except SnapshotError:
        return None
    return data if len(data) <= min(room, PICTURE_LIMIT) and is_picture(data) else None
