"""Safari's web archives: a page and what it loaded, as a property list.

`WebMainResource` is the page, `WebSubresources` what it loaded, and `WebSubframeArchives` its
frames, each with its bytes, address and type. The format has no place for the time of saving.
"""

import plistlib
import re
from collections.abc import Mapping
from typing import Any
from xml.parsers.expat import ExpatError

from generator.errors import SnapshotError
from generator.snapshots.members import Member
from generator.snapshots.parts import find_names, is_picture
from generator.urls import find_http_url

OBJECTS_LIMIT = 200_000
"""The most objects of a property list; a page that loads a thousand files has ten thousand."""

_BINARY = b"bplist0"
_XML = re.compile(rb"(?:\xef\xbb\xbf)?<(?:\?xml\b|!doctype\s+plist|plist\b)", re.IGNORECASE)
_INTEGER = 0x1
_COUNTED = frozenset([0x4, 0x5, 0x6, 0xA, 0xD])
"""The kinds of data, text, arrays and dictionaries, whose count stands in a number of its own."""
_TRAILER = 32
_PAGES = ("text/", "application/xhtml+xml")


def is_webarchive(data: bytes) -> bool:
    """Say whether a file is a property list that holds a page."""
    is_list = data.startswith(_BINARY) or (_XML.match(data) and b"<plist" in data[:1024])
    return bool(is_list) and b"WebMainResource" in data


def read_webarchive(data: bytes) -> Member:
    """Return the page in a web archive, with its pictures; frames are no part of it.

    Raise SnapshotError where it is damaged, or holds no page.
    """
    archive = _read_list(data)
    # The list itself may be anything, too, and so is looked at as if it were a value.
    page = _get(_get({"": archive}, "", dict), "WebMainResource", dict)
    kind = _get(page, "WebResourceMIMEType", str) or "text/html"
    body = _get(page, "WebResourceData", bytes)
    if not body:
        raise SnapshotError("a web archive without a page in it: save the page again")
    if not kind.lower().startswith(_PAGES):
        raise SnapshotError(f"what was saved is no page ({kind[:60]})")
    url = _get(page, "WebResourceURL", str)
    return Member(
        kind="webarchive",
        data=body,
        charset=_get(page, "WebResourceTextEncodingName", str) or None,
        url=find_http_url(url),
        witness="web archive",
        parts=_find_pictures(_get(archive, "WebSubresources", list), url),
        end=len(data),
    )


def _get(record: Mapping[str, Any], name: str, kind: type) -> Any:
    """Return a value of a record that may be anything, or an empty one of `kind`."""
    value = record.get(name)
    return value if isinstance(value, kind) else kind()


def _find_pictures(resources: list[Any], page: str) -> Mapping[str, bytes]:
    found: dict[str, bytes] = {}
    for resource in resources:
        if isinstance(resource, dict) and is_picture(_get(resource, "WebResourceData", bytes)):
            for name in find_names(_get(resource, "WebResourceURL", str), page):
                found.setdefault(name, resource["WebResourceData"])
    return found


def _read_list(data: bytes) -> Any:
    # An object of a list in XML has two tags at most.
    if not data.startswith(_BINARY) and data.count(b"<") > 2 * OBJECTS_LIMIT:
        raise SnapshotError("a web archive of too many parts")
    try:
        if data.startswith(_BINARY):
            _check(data)
        return plistlib.loads(data)
    # plistlib says that a list is wrong with errors of many kinds, all of them of these.
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
        raise SnapshotError("the web archive is damaged or cut off: save the page again") from error
    except (ExpatError, RecursionError) as error:
        raise SnapshotError("the web archive is damaged or nested too deeply") from error


def _check(data: bytes) -> None:
    """Raise ValueError for a binary property list that would grow many times its size when read.

    Its objects are found by a table of offsets (CoreFoundation's CFBinaryPList.c describes it), and
    nothing but this keeps a thousand of them from being the same megabyte.
    """
    trailer = data[-_TRAILER:]
    # The bytes of an offset, how many objects there are, and where the table of offsets begins.
    width = trailer[6]
    count, table = (int.from_bytes(trailer[at : at + 8], "big") for at in (8, 24))
    if count > OBJECTS_LIMIT:
        raise ValueError("too many objects")
    offsets = (data[table + width * n : table + width * (n + 1)] for n in range(count))
    if sum(_measure(data, int.from_bytes(offset, "big")) for offset in offsets) > len(data):
        raise ValueError("objects that overlap")


def _measure(data: bytes, offset: int) -> int:
    """Return how many bytes, characters or references the object at `offset` has, by its token."""
    token = data[offset] if offset < len(data) else 0
    kind, size = divmod(token, 16)
    if kind == _INTEGER:
        return 1 << size
    if kind not in _COUNTED or size != 0xF:
        return size
    length = 1 << (data[offset + 1] & 0x3) if offset + 1 < len(data) else 0
    return int.from_bytes(data[offset + 2 : offset + 2 + length], "big")
