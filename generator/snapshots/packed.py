"""Pages that SingleFile packed into themselves: HTML that unpacks itself, and a zip file as well.

The page is `index.html` in it, and its pictures stand beside that.
"""

import io
import re

from generator.errors import SnapshotError
from generator.snapshots.members import Member, too_large
from generator.snapshots.notes import HEAD_LIMIT, find_note
from generator.snapshots.zipped import Pictures, open_zip

PAGE_LIMIT = 64 * 1024 * 1024
"""The most bytes of the page."""

_MARK = re.compile(rb"<html\b[^<>]{0,500}\sdata-sfz\b", re.IGNORECASE)
_ZIP_PART = b"PK\3\4"


def is_packed_page(data: bytes) -> bool:
    """Say whether a file is a page with a zip file in it."""
    return bool(_MARK.search(data[:HEAD_LIMIT])) and _ZIP_PART in data


def read_packed_page(data: bytes) -> Member:
    """Return the page in a file that unpacks itself, with its pictures.

    Raise SnapshotError where it isn't there, or can't be read.
    """
    box = open_zip(io.BytesIO(data))
    entry = box.find("index.html")
    page = box.read(entry, PAGE_LIMIT + 1) if entry else b""
    if entry is None or not page:
        raise SnapshotError("a page that unpacks itself, without its text: save it again")
    if len(page) > PAGE_LIMIT:
        raise too_large(PAGE_LIMIT)
    note = find_note(data[:HEAD_LIMIT].decode("utf-8", "replace"))
    return Member(
        kind="singlefile",
        data=page,
        url=note.url,
        captured=note.captured,
        witness=note.witness,
        parts=Pictures(box, entry),
        end=len(data),
    )
