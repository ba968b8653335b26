"""A file opened into the pages in it, whatever they are packed in.

    file ──┬─ gzip ─┬─> a page, a text, MHTML, a web archive
           ├─ zip ──┼─> each file in it, opened in turn
           └────────┴─> WARC, ARC, WACZ: each page in it

Kinds are told from the bytes. All that comes out is counted: what is packed in few bytes may be
large, and what is packed in one another may have no end.
"""

import io
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from gzip import GzipFile
from pathlib import Path
from typing import TypeAlias

from generator.errors import SnapshotError
from generator.files import digest_bytes, digest_file
from generator.model import PartialDate, label_member
from generator.snapshots.many import HEAD, ZIP, find_many, open_plain
from generator.snapshots.members import Broken, Item, Member, Passed, too_large
from generator.snapshots.mhtml import is_mhtml, read_mhtml
from generator.snapshots.packed import is_packed_page, read_packed_page
from generator.snapshots.shelf import SIDECAR, Said
from generator.snapshots.sidecars import SIDECAR_LIMIT, parse_sidecar
from generator.snapshots.signatures import find_foreign, is_part
from generator.snapshots.warc import (
    is_warc,
    load_wacz,
    load_warc,
    read_items,
)
from generator.snapshots.warc.boxes import DAMAGED
from generator.snapshots.warc.sources import GZIP
from generator.snapshots.webarchive import is_webarchive, read_webarchive
from generator.snapshots.zipped import Entry, Pictures, Zip, open_zip

FILE_LIMIT = 64 * 1024 * 1024
"""The most bytes of a page's file, packed or unpacked; a page with all its pictures has a tenth."""

UNPACKED_LIMIT = 8 * FILE_LIMIT
"""The most bytes that may come out of one file, or of one that is packed in it."""

NESTING_LIMIT = 4
"""How many times files may be packed in one another: a page in a gzip in a zip in a zip is 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that was found in a file: `digest` is that of its own file's bytes.

    `said` is what the zip file says of it beside it, and `saved` when that says it was written.
    """

    member: Member
    digest: str
    said: Said = field(default_factory=Said)
    saved: PartialDate | None = None


Found: TypeAlias = Page | Broken | Passed


@dataclass(slots=True)
class _Allowance:
    """How many bytes may still come out."""

    left: int = field(default_factory=lambda: UNPACKED_LIMIT)

    def take(self, data: bytes) -> bytes:
        self.left -= len(data)
        if len(data) > FILE_LIMIT or self.left < 0:
            raise too_large(FILE_LIMIT)
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where bytes stand: `name` is the way to them in the file, None for those of the file."""

    name: str | None = None
    depth: int = 0
    end: int = 0
    allowance: _Allowance = field(default_factory=_Allowance)

    def deeper(self) -> "_Place":
        """Return the place of what is packed in these bytes."""
        if self.depth == NESTING_LIMIT:
            raise SnapshotError(f"packed in one another more than {NESTING_LIMIT} times")
        return replace(self, depth=self.depth + 1)

    def inside(self, name: str) -> "_Place":
        """Return the place of what is called `name` in these bytes."""
        return replace(self, name=label_member(self.name, name) if self.name else name)

    def settle(self, item: Item) -> Item:
        """Return an item of a file that stands here under its name in the outermost file."""
        if self.name is None:
            return item
        if isinstance(item, Passed):
            return replace(item, end=self.end)
        name = self.inside(item.name).name if item.name else self.name
        return replace(item, name=name, end=self.end)


def open_file(path: Path, start: int = 0) -> Iterator[Found]:
    """Yield what is in the file at `path`, from `start` on, in its order.

    `start` is 0, or the `end` of something that came before. Raise SnapshotError where the file
    can't be read at all.
    """
    with open_plain(path) as file:
        head = file.read(HEAD)
        archive = find_many(path, file, head)
        if isinstance(archive, Zip):
            yield from _open_entries(archive, _Place(depth=1), start)
        elif archive is not None:
            yield from _take(read_items(archive, start), _Place())
        else:
            # Room is made for as much as is asked for: no more than there is, and a byte.
            size = min(FILE_LIMIT, os.fstat(file.fileno()).st_size)
            file.seek(0)
            data = file.read(size + 1)
            if len(data) > FILE_LIMIT:
                yield Broken(reason=str(too_large(FILE_LIMIT)), digest=digest_file(path))
            else:
                yield from _open(data, _Place())


def _open(data: bytes, place: _Place) -> Iterator[Found]:
    """Yield what is in the bytes of a file; a failure is one of this file alone."""
    # Of the bytes as they came, packed or not: by these the shelf knows the file.
    digest = digest_bytes(data)
    try:
        data, place = _unpack(data, place)
        if data.startswith(ZIP):
            yield from _open_zip(data, place.deeper())
        elif is_warc(data[:HEAD]):
            yield from _take(read_items(load_warc(io.BytesIO(data))), place)
        else:
            member = replace(_read_page(data), name=place.name, end=place.end)
            yield Page(member=member, digest=digest)
    except SnapshotError as error:
        yield Broken(reason=str(error), name=place.name, digest=digest, end=place.end)


def _unpack(data: bytes, place: _Place) -> tuple[bytes, _Place]:
    """Return what was gzipped, counting the bytes that come out: 2 kB can hold a gigabyte."""
    while data.startswith(GZIP):
        place = place.deeper()
        try:
            with GzipFile(fileobj=io.BytesIO(data)) as packed:
                # A byte more than is allowed, so that `take` sees that there is too much.
                data = place.allowance.take(packed.read(FILE_LIMIT + 1))
        except (OSError, EOFError, zlib.error) as error:
            raise SnapshotError("its gzip is damaged or cut off") from error
    return data, place


def _read_page(data: bytes) -> Member:
    """Return the one page that a file is; its text is told from markup when it is decoded."""
    if is_mhtml(data):
        return read_mhtml(data)
    if is_webarchive(data):
        return read_webarchive(data)
    if is_packed_page(data):
        return read_packed_page(data)
    if what := find_foreign(data):
        raise SnapshotError(what)
    return Member(kind="html", data=data)


def _take(items: Iterable[Item], place: _Place) -> Iterator[Found]:
    """Yield the pages of a WARC file, whose names go on from that of the file."""
    for item in map(place.settle, items):
        if isinstance(item, Member):
            yield Page(member=item, digest=digest_bytes(item.data))
        else:
            yield item


# ── Zip files ────────────────────────────────────────────────────────────────────────────────


def _open_zip(data: bytes, place: _Place) -> Iterator[Found]:
    box = open_zip(io.BytesIO(data))
    if box.is_wacz:
        yield from _take(read_items(load_wacz(io.BytesIO(data))), place)
    else:
        yield from _open_entries(box, place)


def _open_entries(box: Zip, place: _Place, start: int = 0) -> Iterator[Found]:
    """Yield what is in the files of a zip file, from that of number `start` on.

    One that stands in the file itself ends where the next begins.
    """
    top = place.name is None and place.depth == 1
    for number, entry in enumerate(box.pages[start:], start + 1):
        yield from _open_entry(box, entry, replace(place, end=number) if top else place)
    if box.is_torn:
        end = len(box.pages) + 1 if top else place.end
        yield Broken(reason=DAMAGED, name=place.name, end=end)


def _open_entry(box: Zip, entry: Entry, place: _Place) -> Iterator[Found]:
    place = place.inside(entry.name)
    try:
        if is_part(entry.name, box.read(entry, HEAD)):
            yield Passed(count=1, end=place.end)
            return
        if entry.info.file_size > FILE_LIMIT:
            raise too_large(FILE_LIMIT)
        said = _read_said(box, entry)
        data = place.allowance.take(box.read(entry, FILE_LIMIT + 1))
    except SnapshotError as error:
        yield Broken(reason=str(error), name=place.name, end=place.end)
        return
    pictures = Pictures(box, entry)
    for found in _open(data, place):
        if not isinstance(found, Page):
            yield found
        elif found.member.name != place.name:
            # The address said of a file that holds others is none of theirs.
            yield replace(found, said=found.said.over(replace(said, url=None)))
        else:
            member = found.member
            member = member if member.parts else replace(member, parts=pictures)
            yield replace(found, member=member, said=said, saved=entry.modified)


def _read_said(box: Zip, entry: Entry) -> Said:
    sidecar = box.find(entry.name + SIDECAR)
    return parse_sidecar(box.read(sidecar, SIDECAR_LIMIT + 1)) if sidecar else Said()
