"""Lay out where words stand, which only phrases need.

Each shard of words has a block of places, and files hold the blocks of several shards.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import Numbers, find_widths, pack_bits
from generator.search.cuts import Cut, cut
from generator.search.postings import FieldPostings
from generator.search.ranking import B
from generator.search.schema import FIELD_NAMES
from generator.search.spreads import spread
from generator.search.table import PLACELESS, Column, Table, gather
from generator.search.varint import encode

PRICE = 2000
"""What one more file may cost at most, in bytes a query: few queries need any."""

FILE_SIZE = 100_000
"""About how many bytes a file has, unless a single block has more."""


_BATCH = 1 << 16
"""About how many places are looked at at once."""


@dataclass(frozen=True, slots=True)
class Span:
    """How far the places of a field reach in each document, as readers know it.

    It is `exact` if no place is beyond it, and else three halves of the mean of all documents.
    Readers reckon it from lengths and from `steps`, how many steps further it is than a length.
    """

    ends: Numbers
    exact: bool
    steps: Numbers


def find_spans(table: Table, let_go: Callable[[], None] = lambda: None) -> list[Span]:
    """Return for each field how far its places reach; exactly where lengths are exported.

    `let_go` is called whenever some of the postings have been read.
    """
    spans = []
    for name, column in zip(FIELD_NAMES, table.columns, strict=True):
        lengths = column.postings.lengths.astype(np.int64)
        if B.get(name):
            wide = 1 + lengths // _STEPS
            steps = np.maximum(-(-(find_ends(column.postings, let_go) - lengths) // wide), 0)
            spans.append(Span(lengths + steps * wide, True, steps))
        else:
            # Lengths are rounded down, and there are gaps.
            about = 3 * int(lengths.sum()) // (2 * max(table.documents, 1))
            spans.append(Span(np.full(table.documents, about, np.int64), False, lengths[:0]))
    return spans


_STEPS = 64
"""How many steps a length has, and one more."""


def render_steps(spans: Sequence[Span]) -> bytes:
    """Return what readers need to know of spans besides lengths."""
    return encode(np.concatenate([span.steps for span in spans]))


def find_ends(field: FieldPostings, let_go: Callable[[], None]) -> Numbers:
    """Return the place after the last one of each document, 0 where it has none.

    `let_go` is called whenever some of the postings have been read.
    """
    ends = np.zeros(len(field.lengths), np.int64)
    for first in range(0, len(field.documents), _BATCH):
        starts = field.place_starts[first : first + _BATCH + 1].astype(np.int64)
        owners = field.documents[first : first + _BATCH]
        some = starts[1:] > starts[:-1]
        np.maximum.at(ends, owners[some], field.places[starts[1:][some] - 1].astype(np.int64) + 1)
        let_go()
    return ends


def cut_blocks(blocks: Sequence[bytes], asked: Numbers, shards: Cut) -> list[int]:
    """Return how many blocks each file holds; there is one of each shard of words.

    `asked` says how often each word is asked for.
    """
    wanted = np.array([asked[rows].sum() for rows in shards.files], np.int64)
    sizes = np.array([len(block) for block in blocks], np.int64)
    # From some size of the whole on, this price keeps files from growing with it.
    ends = cut(wanted, sizes, min(PRICE, FILE_SIZE**2 // (int(sizes.sum()) + 1) + 1))
    return [end - start for start, end in pairwise(ends)]


def join_blocks(blocks: Sequence[bytes]) -> bytes:
    """Return a file of places: how long each block but the last is, and the blocks."""
    return b"".join([encode([len(block) for block in blocks[:-1]]), *blocks])


def render_places(table: Table, spans: Sequence[Span], rows: Numbers) -> bytes:
    """Return the block of these rows: field by field, word by word."""
    pieces = []
    for column, span in zip(table.columns, spans, strict=True):
        documents, counts, places = _find_places(column, rows[table.present[rows] & PLACELESS == 0])
        for some, of in _cut(counts):
            reach = span.ends[documents[some]]
            numbers, widths = (spread if span.exact else _step)(places[of], counts[some], reach)
            pieces.append((numbers, widths.astype(np.int8)))
    return pack_bits(*map(np.concatenate, zip(*pieces, strict=True))) if pieces else b""


def _cut(counts: Numbers) -> Iterator[tuple[slice, slice]]:
    """Yield slices of rows with so many places, and of these places, of not too many each."""
    ends = np.append(0, np.cumsum(counts))
    marks = np.searchsorted(ends, np.arange(0, ends[-1], _BATCH)).tolist()
    for first, last in pairwise([*marks, len(counts)]):
        if first < last:
            yield slice(first, last), slice(*ends[[first, last]].tolist())


def _step(places: Numbers, counts: Numbers, spans: Numbers) -> tuple[Numbers, Numbers]:
    """Return the gaps between places strewn over spans, which may be too short, and widths."""
    gaps = np.diff(places, prepend=-1) - 1
    starts = np.cumsum(counts) - counts
    gaps[starts] = places[starts]
    return gaps, np.repeat(find_widths(spans, counts), counts)


def _find_places(column: Column, rows: Numbers) -> tuple[Numbers, Numbers, NDArray[np.int64]]:
    """Return the postings of these rows: documents, counts, and all their places."""
    _, found = column.find_postings(column.find_words(rows))
    counts, places = gather(column.postings.place_starts, found)
    documents = column.postings.documents[found].astype(np.int64)
    return documents, counts, column.postings.places[places].astype(np.int64)
