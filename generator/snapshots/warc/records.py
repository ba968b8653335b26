"""The records of a WARC or an ARC file, one after another, as far as they are sound.

WARC is ISO 28500 (1.0, 1.1, and the drafts before), ARC the format of the Internet Archive before
it, whose record is one line and the block. Whatever stands where no record can be is passed up to
the next place at which one begins.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.snapshots.warc.sources import CUT, Break, Source

HEADER_LIMIT = 256 * 1024
"""The most bytes of the headers of a record, or of what a server sent."""

DAMAGES_LIMIT = 1_000
"""How many times reading goes on after damage."""

ASTRAY_LIMIT = 2 * 1024 * 1024 * 1024
"""The most bytes that are gone through in vain, since records say that they are longer."""

_ASTRAY_MOST = 64 * 1024 * 1024
_NEAR = 4096
_WINDOW = 256 * 1024
# Longer than any beginning of a record, so that none is missed between two windows.
_OVERLAP = 8 * 1024
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LINE = re.compile(rb"\n")
_FOLD = re.compile(r"\n[ \t]+")
_ARC_LINE = (
    rb"[A-Za-z][A-Za-z0-9+.-]{1,20}:[^\r\n]{0,4000} [^\s]{0,60} \d{12,17} [^\s]{0,200}"
    rb"(?: [^\r\n]{0,400})? \d{1,15}[ \t]?\r?\n"
)
_BEGINNING = re.compile(rb"WARC/\d{1,2}\.\d{1,2}[ \t]?\r?\n|" + _ARC_LINE)
_WITHIN = re.compile(rb"\n(?:" + _BEGINNING.pattern + rb")")
_LAST_LINES = re.compile(rb"(?:\r?\n){1,2}\Z")
_ARC_FIELDS = re.compile(
    # Counted from the end of the line, since the addresses of old files have blanks in them.
    r"(?P<url>.+) \S* (?P<date>\d{12,17}) (?P<type>\S*)(?: .*)? (?P<length>\d+)\s*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record: its fields by their names in lower case, and where its block stands.

    An ARC record has the fields of the WARC record that it would be.
    """

    start: int
    fields: Mapping[str, str]
    block: int
    block_end: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Bytes of a file that are no sound record, and why; `name` is that of the page they were."""

    start: int
    end: int
    reason: str
    name: str | None = None


def scan(source: Source) -> Iterator[Record | Damage]:
    """Yield the records of `source` from its beginning, and what is wrong between them."""
    position = damages = told = astray = 0
    while damages < DAMAGES_LIMIT and astray < ASTRAY_LIMIT:
        found = read_record(source, position)
        while told < len(source.breaks) and (
            not found or source.breaks[told].position <= found.start
        ):
            broken = source.breaks[told]
            yield Damage(start=broken.position, end=broken.position, reason=broken.reason)
            told += 1
            damages += 1
        if not found:
            return
        if isinstance(found, Damage):
            # The damage itself tells of the breaks within it.
            told = bisect_right(source.breaks, found.end, key=_position)
            damages += 1
        else:
            astray += _count_astray(found)
        yield found
        position = found.end
    reason = "it is damaged in too many places: the rest is left"
    yield Damage(start=position, end=position, reason=reason)


def read_record(source: Source, position: int) -> Record | Damage | None:
    """Return the record, or the damage, at `position` or after blank lines; None at the end."""
    start = _skip_blank_lines(source, position)
    head = source.read_at(start, _NEAR)
    if not head:
        return None
    if not _BEGINNING.match(head):
        return _read_junk(source, start)
    block = _find_block(source, start)
    if block is None:
        return _read_headless(source, start)
    text = decode_field(source.read_at(start, block - start))
    arc = not text.startswith("WARC/")
    fields = _parse_arc_line(text) if arc else parse_fields(text)
    return _frame(source, start, block, fields)


def parse_fields(text: str) -> dict[str, str]:
    """Return the fields below the first line of `text`, folded lines joined; the first one wins."""
    fields: dict[str, str] = {}
    for line in _FOLD.sub(" ", text).split("\n")[1:]:
        name, colon, value = line.partition(":")
        if colon:
            fields.setdefault(name.strip().lower(), value.strip())
    return fields


def decode_field(data: bytes) -> str:
    """Return header bytes as text: UTF-8, as WARC/1.0 wants it, or else Latin-1."""
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return data.decode("latin-1").replace("\r\n", "\n")


def get_url(fields: Mapping[str, str]) -> str:
    """Return the address of a record; Wget 1.19 writes it in angle brackets."""
    return fields.get("warc-target-uri", "").strip("<>").strip()


def name_record(fields: Mapping[str, str]) -> str | None:
    """Return what a record is called in a report: its address and its time."""
    url = get_url(fields)
    return f"{url} {fields.get('warc-date', '')}".strip()[:500] if url else None


# ── Headers ──────────────────────────────────────────────────────────────────────────────────


def _skip_blank_lines(source: Source, position: int) -> int:
    while head := source.read_at(position, _NEAR):
        rest = head.lstrip(b"\r\n\0")
        position += len(head) - len(rest)
        if rest:
            break
    return position


def _find_block(source: Source, start: int) -> int | None:
    """Return where the block of the record at `start` begins, or None if its header has no end."""
    for size in (_NEAR, HEADER_LIMIT):
        head = source.read_at(start, size)
        end = _BLANK_LINE if head.startswith(b"WARC/") else _LINE
        if found := end.search(head):
            return start + found.end()
    return None


def _parse_arc_line(line: str) -> dict[str, str]:
    """Return the fields of the WARC record that an ARC record would be.

    Its block has what the server sent, headers first; the first record describes the file.
    """
    found = _ARC_FIELDS.fullmatch(line)
    if not found:
        return {}
    described = found["url"].startswith("filedesc:")
    return {
        "warc-type": "warcinfo" if described else "response",
        "warc-target-uri": found["url"],
        "warc-date": _respell_time(found["date"]),
        "content-type": found["type"],
        "content-length": found["length"],
    }


def _respell_time(digits: str) -> str:
    """Return the time of an ARC record, YYYYMMDDhhmmss or without the seconds, as ISO 8601."""
    date = "-".join((digits[:4], digits[4:6], digits[6:8]))
    return f"{date}T{':'.join((digits[8:10], digits[10:12], digits[12:14] or '00'))}Z"


# ── Extents ──────────────────────────────────────────────────────────────────────────────────


def _frame(source: Source, start: int, block: int, fields: Mapping[str, str]) -> Record | Damage:
    """Return the record whose block begins at `block`, or the damage that it has.

    What its header says of its length holds if the next record, or nothing, stands behind that.
    Else it ends where the next one begins.
    """
    length = _find_length(fields)
    declared = None if length is None else block + length
    if declared is None or not _is_end(source, declared):
        # From the line end before the block, since one stands before each record.
        at, found = _search(source, block - 1)
        if found or declared is None:
            declared = _drop_blank_lines(source, block, at)
        else:
            broken = _find_break(source, start, at)
            if broken or at < declared:
                end, reason = (broken.position, broken.reason) if broken else (at, CUT)
                return Damage(start=start, end=end, reason=reason, name=name_record(fields))
    end = _skip_near_lines(source, declared)
    if broken := _find_break(source, start, declared) or _find_doubt(source, start, end):
        name = name_record(fields)
        return Damage(start=start, end=broken.position, reason=broken.reason, name=name)
    return Record(start=start, fields=fields, block=block, block_end=declared, end=end)


def _count_astray(record: Record) -> int:
    """Return how many bytes were read to see that a record is shorter than it says."""
    size = record.block_end - record.block
    return min(_ASTRAY_MOST, max(0, (_find_length(record.fields) or size) - size))


def _find_length(fields: Mapping[str, str]) -> int | None:
    length = fields.get("content-length", "")
    return int(length) if re.fullmatch(r"[0-9]{1,18}", length, re.ASCII) else None


def _is_end(source: Source, position: int) -> bool:
    """Say whether a block may end at `position`: at the end of all, or as records do.

    A record is followed by two line ends. Where a writer left them out, another record follows.
    """
    tail = source.read_at(position - 1, 1 + _OVERLAP)
    rest = tail[1:].lstrip(b"\r\n")
    ends = tail.startswith(b"\r\n\r\n", 1) or not rest or _BEGINNING.match(rest)
    return bool(tail and ends)


def _skip_near_lines(source: Source, position: int) -> int:
    tail = source.read_at(position, 4)
    return position + len(tail) - len(tail.lstrip(b"\r\n"))


def _drop_blank_lines(source: Source, block: int, end: int) -> int:
    last = source.read_at(max(block, end - 4), min(4, end - block))
    found = _LAST_LINES.search(last)
    return end - len(found[0]) if found else end


def _search(source: Source, position: int) -> tuple[int, bool]:
    """Return where the next record after `position` begins, and True; or the end, and False."""
    while True:
        window = source.read_at(position, _WINDOW)
        if found := _WITHIN.search(window):
            return position + found.start() + 1, True
        if len(window) < _WINDOW:
            return position + len(window), False
        position += _WINDOW - _OVERLAP


def _position(broken: Break) -> int:
    return broken.position


def _find_break(source: Source, start: int, end: int) -> Break | None:
    """Return the first break of the bytes between."""
    at = bisect_right(source.breaks, start, key=_position)
    broken = source.breaks[at] if at < len(source.breaks) else None
    return broken if broken and broken.position <= end else None


def _find_doubt(source: Source, start: int, end: int) -> Break | None:
    """Return the break that puts a record in doubt: it is the last one before that.

    Wrong bits are met where no more can be made of them, or at the checksum after all of them.
    """
    at = bisect_right(source.breaks, start, key=_position)
    broken = source.breaks[at] if at < len(source.breaks) else None
    if not broken or broken.since > start:
        return None
    last = broken.position <= end or _search(source, end - 1)[0] >= broken.position
    return broken if last else None


def _read_junk(source: Source, start: int) -> Damage:
    end, found = _search(source, start)
    if broken := _find_break(source, start, end):
        return Damage(start=start, end=broken.position, reason=broken.reason)
    cut = not found and b"WARC/1.".startswith(source.read_at(start, 10)[:7])
    return Damage(start=start, end=end, reason=CUT if cut else "bytes that are no record")


def _read_headless(source: Source, start: int) -> Damage:
    end, found = _search(source, start)
    if broken := _find_break(source, start, end):
        return Damage(start=start, end=broken.position, reason=broken.reason)
    if not found and end - start < HEADER_LIMIT:
        return Damage(start=start, end=end, reason=CUT)
    reason = f"a record with headers of more than {HEADER_LIMIT // 1024} kB, or without their end"
    return Damage(start=start, end=end, reason=reason)
