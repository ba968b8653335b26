"""Cut the postings of a field into the blocks in which Whoosh keeps them."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pickle import dumps
from struct import Struct
from typing import NamedTuple

import numpy as np
from numpy import int64, uint32
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC

from generator.search.arrays import Numbers, sum_before
from generator.search.lengths import encode_lengths
from generator.search.postings import FieldPostings

BLOCK = 128
"""The most postings of a block."""

BATCH = 1 << 15
"""About how many postings are turned from numpy's numbers into Python's at once."""

PROTOCOL = 3
"""The first version of pickle that knows bytes; Whoosh writes an older one, and reads any."""

PLACES = np.dtype(uint32)
"""The numbers as which places are kept; `schema.Positions` reads them."""

_SIZE = Struct("!i")
# As Whoosh's W3TermInfo: flags, total, documents, lengths, the most in one, first and last.
_INFO = Struct("!BfIBBfII")


class Entry(NamedTuple):
    """A term, what Whoosh knows of it in short, and its blocks, all as bytes."""

    term: bytes
    info: bytes
    blocks: bytes


class _Summary(NamedTuple):
    """What there is to know of a run of postings at a glance; lengths are Whoosh's bytes."""

    start: int
    end: int
    total: int
    least: int
    most: int
    shortest: int
    longest: int
    first: int
    last: int


class _Batch(NamedTuple):
    """The postings of a range of terms."""

    documents: Numbers
    counts: Numbers
    lengths: NDArray[int64]

    def summarise(self, cuts: NDArray[int64]) -> Iterator[_Summary]:
        """Return the summaries of the runs that begin at `cuts`, none of which is empty."""
        ends = np.append(cuts[1:], len(self.documents))
        columns = (
            cuts,
            ends,
            np.add.reduceat(self.counts, cuts, dtype=int64),
            np.minimum.reduceat(self.counts, cuts),
            np.maximum.reduceat(self.counts, cuts),
            np.minimum.reduceat(self.lengths, cuts),
            np.maximum.reduceat(self.lengths, cuts),
            self.documents[cuts],
            self.documents[ends - 1],
        )
        return map(_Summary, *(column.tolist() for column in columns))


def render_entries(postings: FieldPostings) -> Iterator[Entry]:
    """Yield the entries of all terms of a field, in order."""
    lengths = encode_lengths(postings.lengths)
    marks = np.searchsorted(postings.starts, np.arange(0, len(postings.documents), BATCH))
    for first, last in pairwise([*marks.tolist(), len(postings.terms)]):
        if first < last:
            low, high = postings.starts[[first, last]].tolist()
            documents = postings.documents[low:high]
            batch = _Batch(documents, postings.counts[low:high], lengths[documents])
            starts = postings.starts[first:last] - low
            cuts, having = _cut(starts, high - low)
            blocks = _render_blocks(batch, cuts, _cut_places(postings, low, high))
            terms = zip(postings.terms[first:last], batch.summarise(starts), having, strict=True)
            for term, summary, number in terms:
                yield Entry(
                    term.encode(), _render_info(summary), _join(list(islice(blocks, number)))
                )


def _cut(starts: NDArray[int64], end: int) -> tuple[NDArray[int64], list[int]]:
    """Return where the blocks begin of runs that begin at `starts`, and how many each run has."""
    having = -(-np.diff(starts, append=end) // BLOCK)
    before = sum_before(having)
    within = np.arange(before[-1]) - np.repeat(before[:-1], having)
    return np.repeat(starts, having) + within * BLOCK, having.tolist()


def _cut_places(postings: FieldPostings, low: int, high: int) -> list[bytes]:
    """Return the places of each posting as Whoosh keeps them."""
    starts = postings.place_starts[low : high + 1].astype(int64)
    places = postings.places[starts[0] : starts[-1]].astype(PLACES).tobytes()
    ends = (starts - starts[0]) * PLACES.itemsize
    return [places[start:end] for start, end in pairwise(ends.tolist())]


def _render_blocks(
    batch: _Batch, cuts: NDArray[int64], places: Sequence[bytes]
) -> Iterator[tuple[bytes, bytes]]:
    """Yield of each block what is said of it and what is in it."""
    gaps = np.diff(batch.documents.astype(int64), prepend=0)
    gaps[cuts] = batch.documents[cuts]  # each block counts from 0
    steps, counts = gaps.tolist(), batch.counts.tolist()
    for block in batch.summarise(cuts):
        run = slice(block.start, block.end)
        said = block.end - block.start, block.last, float(block.most), 0
        weights = _shorten(block, counts[run])
        yield (
            dumps((*said, block.shortest, block.longest), PROTOCOL),
            dumps((tuple(steps[run]), weights, tuple(places[run])), PROTOCOL),
        )


def _shorten(block: _Summary, counts: list[int]) -> tuple[int, ...] | float | None:
    """Return the counts as Whoosh does: none where each is 1, one where all are the same."""
    if block.least < block.most:
        return tuple(counts)
    return None if block.most == 1 else float(block.most)


def _render_info(term: _Summary) -> bytes:
    lengths = term.shortest, term.longest
    having = term.end - term.start
    return _INFO.pack(0, term.total, having, *lengths, term.most, term.first, term.last)


def _join(blocks: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Return a term's blocks one after another; the negative size of the last marks the end."""
    pieces = [WHOOSH3_HEADER_MAGIC]
    for left, (said, data) in enumerate(blocks, 1 - len(blocks)):
        size = len(said) + len(data)
        pieces += [_SIZE.pack(size if left else -size), said, data]
    return b"".join(pieces)
