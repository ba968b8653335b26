"""The files in a WACZ file, which is a zip file: where their bytes stand.

They are read in place. Where the zip's directory is missing, as in a file that was cut off, they
are found by the header before each (PKWARE's APPNOTE.TXT, 4.3.7).
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from generator.snapshots.warc.sources import Chart, Inflated, Plain, Source

FILES_LIMIT = 50_000
"""The most files in one; crawlers write a dozen."""

DAMAGED = "its zip is damaged or cut off: what is in it was read as far as it goes"

_LOCAL = struct.Struct("<4s5H3L2H")
_MARK = b"PK\3\4"
_LOCKED = 0x1
_STREAMED = 0x8


@dataclass(frozen=True, slots=True)
class Part:
    """A file in a zip file: its name, how it is packed, where its bytes begin, and how many."""

    name: str
    method: int
    start: int
    size: int | None


def find_parts(file: BinaryIO) -> tuple[Mapping[str, Part], str | None]:
    """Return the files in a zip file by their names, and what is wrong with it, if anything."""
    try:
        with ZipFile(file) as box:
            infos = box.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return {part.name: part for part in _salvage(file)}, DAMAGED
    parts: dict[str, Part] = {}
    lost = len(infos) > FILES_LIMIT
    for info in infos[:FILES_LIMIT]:
        # Only this header tells where the bytes begin: its extra field may be of another length.
        if part := _read_local(file, info.header_offset):
            name = info.filename
            parts[name] = Part(name, part.method, part.start, info.compress_size)
        else:
            lost = True
    if lost:
        return {part.name: part for part in _salvage(file)} | parts, DAMAGED
    return parts, None


def open_part(file: BinaryIO, part: Part) -> Source | None:
    """Return the bytes of a file in a zip file, or None if it is packed in another way."""
    packed = Plain(file, part.start, part.size)
    if part.method == ZIP_STORED:
        return packed
    return Inflated(packed, Chart(), raw=True) if part.method == ZIP_DEFLATED else None


def _salvage(file: BinaryIO) -> Iterator[Part]:
    offset = 0
    for _ in range(FILES_LIMIT):
        part = _read_local(file, offset)
        if part is None:
            return
        yield part
        if part.size is None:
            return  # It ends where its bytes say so; what follows it can't be found.
        offset = part.start + part.size


def _read_local(file: BinaryIO, offset: int) -> Part | None:
    head = Plain(file, offset).read_at(0, _LOCAL.size) if offset >= 0 else b""
    if len(head) < _LOCAL.size or not head.startswith(_MARK):
        return None
    _, _, flags, method, _, _, _, size, _, name_size, extra_size = _LOCAL.unpack(head)
    name = file.read(name_size).decode("utf-8", "replace")
    start = offset + _LOCAL.size + name_size + extra_size
    # A streamed file has its size behind it, a large one in another field (Zip64).
    known = size if size != 0xFFFFFFFF and not flags & _STREAMED else None
    return Part(name, -1 if flags & _LOCKED else method, start, known)
