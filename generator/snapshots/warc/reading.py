"""The pages of WARC and ARC files, one after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from mimetypes import guess_type
from pathlib import Path
from typing import BinaryIO

from generator.dates import parse_date
from generator.errors import SnapshotError
from generator.model import Kind, PartialDate
from generator.snapshots.members import Broken, Item, Member, Passed, too_large
from generator.snapshots.warc.digests import CHANGED, is_changed
from generator.snapshots.warc.index import Aside, Index, Place, find_repeated_keys, make_index
from generator.snapshots.warc.messages import BODY_LIMIT, decode_body
from generator.snapshots.warc.pictures import find_pictures
from generator.snapshots.warc.records import Damage, Record, get_url, name_record, read_record
from generator.snapshots.warc.roles import Content, find_content, is_page
from generator.snapshots.warc.sources import GZIP, Chart, Inflated, Plain, Source
from generator.urls import find_http_url

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class Archive:
    """WARC files that belong together, opened, with the index of all of them."""

    sources: Sequence[Source]
    index: Index
    kind: Kind

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self.index.entries)


def open_warc(path: Path) -> Archive:
    """Return a WARC or ARC file, gzipped or not, opened.

    It is gone through once; what was found is kept for the next call. Raise OSError where it can't
    be read.
    """
    stamp = path.stat()
    return _open_known_warc(path, stamp.st_size, stamp.st_mtime_ns)


def load_warc(file: BinaryIO) -> Archive:
    """Return what an open file holds, which may be a part of another."""
    source = unpack(Plain(file))
    kind: Kind = "warc" if source.read_at(0, 5) == b"WARC/" else "arc"
    return Archive([source], make_index([source]), kind)


def read_items(archive: Archive, start: int = 0) -> Iterator[Item]:
    """Yield the pages of a file, from its item `start` on."""
    for number in range(start, len(archive.index.entries)):
        yield read_item(archive, number)


def read_item(archive: Archive, number: int) -> Item:
    """Return what the entry of this number in the index of `archive` is."""
    end = number + 1
    entry = archive.index.entries[number]
    if isinstance(entry, Aside):
        return Passed(count=entry.count, end=end)
    if isinstance(entry, Damage):
        return Broken(reason=entry.reason, name=entry.name, end=end)
    record = read_record(archive.sources[entry.source], entry.start)
    if not isinstance(record, Record):
        reason = record.reason if record else "it has changed while it was read"
        return Broken(reason=reason, name=record.name if record else None, end=end)
    name = _name(archive.index, entry, record)
    try:
        return _read_page(archive, entry, record, name, end)
    except SnapshotError as error:
        return Broken(reason=str(error), name=name, end=end)


def unpack(source: Source) -> Source:
    """Return the records of a file, whether they are gzipped or not."""
    return Inflated(source, Chart()) if source.read_at(0, 3) == GZIP else source


# One is enough: a worker reads portions of one file until the next file comes.
@lru_cache(maxsize=1)
def _open_known_warc(path: Path, _size: int, _modified: int) -> Archive:
    """Return a file that stays open for the next portion of it."""
    return load_warc(path.open("rb"))


def _name(index: Index, place: Place, record: Record) -> str:
    """Return address and time of a page, and which of several with the same it is."""
    name = name_record(record.fields) or f"record at {place.start}"
    return name if index.find(f"name {name}") == place else f"{name} ({place.start})"


def _read_page(archive: Archive, place: Place, record: Record, name: str, end: int) -> Item:
    source = archive.sources[place.source]
    content = find_content(source, record)
    if archive.index.is_embedded(record):
        return Passed(count=1, end=end)
    url = get_url(record.fields)
    if content.role == "repeat":
        original = archive.index.find(*find_repeated_keys(record))
        if original is None:
            return _report_repeat(content, url, name, end)
        source, content, held = _find_original(archive, original)
    else:
        held = record
    sent = _read_sent(source, content, held.block_end)
    data = decode_body(sent, content.head)
    if not is_page(data, content, url):
        return Passed(count=1, end=end)
    address = find_http_url(url)
    return Member(
        kind=archive.kind,
        data=data,
        name=name,
        charset=content.head.charset,
        url=address,
        captured=_find_time(record),
        witness=f"{'ARC' if archive.kind == 'arc' else 'WARC'} record",
        parts=find_pictures(data, address, archive.index, archive.sources) if address else {},
        fault=CHANGED if is_changed(held, sent, data, partial(_read_block, source, held)) else None,
        end=end,
    )


def _find_original(archive: Archive, place: Place) -> tuple[Source, Content, Record]:
    source = archive.sources[place.source]
    record = read_record(source, place.start)
    if not isinstance(record, Record):
        raise SnapshotError("it has changed while it was read")
    return source, find_content(source, record), record


def _read_block(source: Source, record: Record) -> bytes:
    return source.read_at(record.block, record.block_end - record.block)


def _read_sent(source: Source, content: Content, end: int) -> bytes:
    size = end - content.body
    if size > BODY_LIMIT:
        raise too_large(BODY_LIMIT)
    return source.read_at(content.body, size)


def _report_repeat(content: Content, url: str, name: str, end: int) -> Item:
    """Report a repeat of what isn't there, unless that was a picture or the like."""
    mime = content.head.mime or guess_type(url.partition("?")[0])[0] or "text/html"
    if mime not in _PAGES or (content.head.status or 200) >= 400:
        return Passed(count=1, end=end)
    return Broken(reason="a repeat of a page that is not in this file", name=name, end=end)


def _find_time(record: Record) -> PartialDate | None:
    return parse_date(record.fields.get("warc-date", "")[:40])
