"""Bytes of a file by their position, whatever they are packed in, sound or not.

A gzipped file is read as the bytes that it unpacks to. Where they can be entered midway is kept in
a `Chart`, made as they are first read, so that any of them can be read again at small cost:
between the members of a file whose records are gzipped one by one, or at a copy of the decoder's
state, where one gzip holds all (after Mark Adler's `zran.c`).
"""

import re
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NamedTuple, Protocol

GZIP = b"\x1f\x8b\x08"

CUT = "it is cut off"

RATIO_LIMIT = 250
"""How many times its own size a file may unpack to; saved pages shrink to a tenth."""

RATIO_FLOOR = 128 * 1024 * 1024
"""The bytes that may come out before that is looked at."""

_PACKED = 32 * 1024
_UNPACKED = 256 * 1024
_BETWEEN_MEMBERS = 64 * 1024
# A state is some 40 kB, most of it the last 32 kB that came out: half a percent of this.
_BETWEEN_STATES = 8 * 1024 * 1024
_TRIALS = 1_000
_BEGINNING = re.compile(rb"WARC/\d|[a-z][a-z0-9+.-]{1,20}:")


class Source(Protocol):
    """Bytes by their position."""

    def read_at(self, position: int, size: int) -> bytes:
        """Return `size` bytes from `position` on, or those up to the end."""

    @property
    def breaks(self) -> Sequence["Break"]:
        """Return the places, met so far, where what follows doesn't belong to what precedes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Where bytes are missing; those from `since` on may be wrong, not only few."""

    position: int
    reason: str
    since: int


@dataclass(slots=True)
class Chart:
    """Where unpacked bytes can be entered, where they break, and how they went on after damage."""

    entries: list["Entry"] = field(default_factory=lambda: [Entry(0, 0, 0, 0)])
    breaks: list[Break] = field(default_factory=list)
    size: int | None = None
    resumed: dict[int, int | None] = field(default_factory=dict)


class Entry(NamedTuple):
    """A place to begin, in the unpacked bytes and in the packed ones.

    `member` and `since` are where its member begins in these and in those.
    """

    at: int
    taken: int
    member: int
    since: int
    decoder: Any = None


class Plain:
    """A file, or a stretch of it."""

    breaks: Sequence[Break] = ()

    def __init__(self, file: BinaryIO, start: int = 0, size: int | None = None) -> None:
        self._file = file
        self._start = start
        rest = max(0, file.seek(0, 2) - start)
        self._size = rest if size is None else min(size, rest)

    def read_at(self, position: int, size: int) -> bytes:
        """Return `size` bytes from `position` on, or those up to the end."""
        if position >= self._size:
            return b""
        self._file.seek(self._start + position)
        return self._file.read(min(size, self._size - position))


class Inflated:
    """What `source` unpacks to: gzip members one after another, or one raw deflate stream.

    After a damaged member it goes on with the next one that begins as a record does.
    """

    def __init__(self, source: Source, chart: Chart, *, raw: bool = False) -> None:
        self._source = source
        self._chart = chart
        self._bits = -zlib.MAX_WBITS if raw else 16 + zlib.MAX_WBITS
        self._trials = 0
        self._decoder: Any = None
        self._enter(0)

    @property
    def breaks(self) -> Sequence[Break]:
        """Return the places, met so far, where the unpacked bytes break."""
        return self._chart.breaks

    def read_at(self, position: int, size: int) -> bytes:
        """Return `size` unpacked bytes from `position` on, or those up to the end."""
        if self._chart.size is not None and position >= self._chart.size:
            return b""
        # Backwards, or so far ahead that there is a nearer place to begin than where it is.
        if position < self._at or self._find_entry(position).at > self._frontier:
            self._enter(position)
        while self._frontier < position + size and self._advance():
            if position > self._at:
                # What was passed stays for as long as it is short: records are looked at twice.
                drop = min(position - self._at, len(self._buffer)) - _UNPACKED
                if drop > 0:
                    del self._buffer[:drop]
                    self._at += drop
        begin = position - self._at
        return bytes(self._buffer[begin : begin + size])

    @property
    def _frontier(self) -> int:
        return self._at + len(self._buffer)

    def _find_entry(self, position: int) -> Entry:
        entries = self._chart.entries
        return entries[bisect_right(entries, position, key=lambda entry: entry.at) - 1]

    def _enter(self, position: int) -> None:
        self._at, self._taken, self._member, self._since, state = self._find_entry(position)
        self._decoder = state.copy() if state else None
        self._fresh = state is None
        self._buffer = bytearray()
        self._unused = b""
        self._ended = False

    def _advance(self) -> bool:
        """Unpack some more bytes; return False at the end."""
        while not self._ended:
            if piece := self._inflate():
                self._buffer += piece
                return True
        self._chart.size = self._frontier
        return False

    def _inflate(self) -> bytes:
        if self._decoder is None and not self._open_member():
            return b""
        packed = self._decoder.unconsumed_tail or self._take()
        # One that fails keeps what came out before, for which its copy is asked.
        before = None if self._fresh else self._decoder.copy()
        self._fresh = False
        try:
            piece: bytes = self._decoder.decompress(packed, _UNPACKED)
        except zlib.error:
            piece = self._inflate_damaged(packed, before or zlib.decompressobj(self._bits))
            self._note("its gzip is damaged", self._frontier + len(piece), since=self._since)
            self._resume()
            return piece
        if self._decoder.eof:
            self._unused = self._decoder.unused_data
            self._decoder = None
            # A raw stream is alone; behind a member of gzip another may follow.
            self._ended = self._bits < 0
        elif not piece and not packed:
            self._note(CUT, self._frontier)
            self._resume()  # A damaged member may not know its end, and take others for its own.
        else:
            self._chart_state(self._frontier + len(piece))
        return piece

    def _inflate_damaged(self, packed: bytes, decoder: Any) -> bytes:
        """Return what comes out before the damage, which is all that its decoder doesn't keep."""
        found = bytearray()
        try:
            for at in range(len(packed)):
                found += decoder.decompress(packed[at : at + 1])
                if len(found) > 4 * _UNPACKED:
                    break
        except zlib.error:
            pass
        return bytes(found)

    def _chart_state(self, at: int) -> None:
        if at > RATIO_FLOOR and at > RATIO_LIMIT * self._taken:
            self._note(f"it unpacks to more than {RATIO_LIMIT} times its size", at)
            self._ended = True
        elif at - self._chart.entries[-1].at > _BETWEEN_STATES:
            state = self._decoder.copy()
            self._chart.entries.append(Entry(at, self._taken, self._member, self._since, state))

    def _take(self) -> bytes:
        if self._unused:
            packed, self._unused = self._unused, b""
            return packed
        packed = self._source.read_at(self._taken, _PACKED)
        self._taken += len(packed)
        return packed

    def _open_member(self) -> bool:
        # Too few to tell what they are: they are taken again, with what follows.
        if len(self._unused) < len(GZIP):
            self._taken -= len(self._unused)
            self._unused = b""
            self._unused = self._take()
        self._member = self._taken - len(self._unused)
        if not self._unused.startswith(GZIP) and self._bits > 0:
            self._pass_rest()
            return False
        if self._frontier - self._chart.entries[-1].at > _BETWEEN_MEMBERS:
            at = self._frontier
            self._chart.entries.append(Entry(at, self._member, self._member, at))
        self._decoder = zlib.decompressobj(self._bits)
        self._since = self._frontier
        self._fresh = True
        return True

    def _pass_rest(self) -> None:
        """Pass what is no gzip: nothing at the end, or the zeros with which tapes are filled."""
        rest = self._unused
        if not rest.strip(b"\0\r\n"):
            self._unused = b""
            self._ended = not rest
        elif GZIP.startswith(rest):
            self._note(CUT, self._frontier)
            self._ended = True
        else:
            self._note("bytes that are no gzip stand in it", self._frontier)
            self._resume()

    def _resume(self) -> None:
        """Go to the next member that begins as a record does, or to the end."""
        self._decoder = None
        self._unused = b""
        known = self._chart.resumed
        if self._member not in known:
            known[self._member] = self._find_member(self._member + 1)
        if (member := known[self._member]) is None:
            self._ended = True
        else:
            self._taken = self._member = member

    def _find_member(self, at: int) -> int | None:
        while self._bits > 0 and (window := self._source.read_at(at, _UNPACKED)):
            found = window.find(GZIP)
            while found >= 0:
                self._trials += 1
                if self._trials > _TRIALS:
                    return None
                if self._begins_record(at + found):
                    return at + found
                found = window.find(GZIP, found + 1)
            at += max(1, len(window) - len(GZIP) + 1)
        return None

    def _begins_record(self, at: int) -> bool:
        try:
            head = zlib.decompressobj(self._bits).decompress(self._source.read_at(at, 1024), 64)
        except zlib.error:
            return False
        return bool(_BEGINNING.match(head))

    def _note(self, reason: str, at: int, *, since: int | None = None) -> None:
        breaks = self._chart.breaks
        if not breaks or breaks[-1].position < at:
            breaks.append(Break(position=at, reason=reason, since=at if since is None else since))
