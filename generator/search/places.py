"""Lay out where words stand, which only phrases need.

Each shard of words has a block of places, and files hold the blocks of several shards.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from generator.search.bits import Numbers, find_widths, pack_bits
from generator.search.cuts import cut
from generator.search.ranking import B
from generator.search.schema import FIELD_NAMES
from generator.search.shards import measure_words
from generator.search.table import PLACELESS, Column, Table
from generator.search.varint import encode

PRICE = 2000
"""What one more file may cost at most, in bytes a query: few queries need any."""

FILE_SIZE = 80_000
"""About how many bytes a file has, unless a single block has more."""


def find_spans(table: Table) -> list[Numbers]:
    """Return for each field how far places reach in each document, about, as readers know it.

    Where lengths are exported it is the document's own, elsewhere the mean of all, rounded down.
    """
    spans = []
    for name, column in zip(FIELD_NAMES, table.columns, strict=True):
        lengths = column.postings.lengths.astype(np.int64)
        mean = int(lengths.sum()) // max(table.documents, 1)
        spans.append(lengths if B.get(name) else np.full(table.documents, mean, np.int64))
    return spans


def cut_blocks(blocks: Sequence[bytes], table: Table, starts: Sequence[int]) -> list[int]:
    """Return how many blocks each file holds; `starts` are those of the shards of words."""
    if not blocks:
        return []
    having, _ = measure_words(table)
    wanted = np.add.reduceat(having, starts[:-1])
    sizes = np.array([len(block) for block in blocks], np.int64)
    # From some size of the whole on, this price keeps files from growing with it.
    ends = cut(wanted, sizes, min(PRICE, FILE_SIZE**2 // (int(sizes.sum()) + 1) + 1))
    return [end - start for start, end in pairwise(ends)]


def join_blocks(blocks: Sequence[bytes]) -> bytes:
    """Return a file of places: how long each block but the last is, and the blocks."""
    return b"".join([encode([len(block) for block in blocks[:-1]]), *blocks])


def render_places(table: Table, spans: Sequence[Numbers], first: int, end: int) -> bytes:
    """Return the block of the rows from `first` to before `end`: field by field, word by word."""
    gaps, widths = [], []
    for column, span in zip(table.columns, spans, strict=True):
        documents, counts, places = _find_places(table, column, first, end)
        steps = np.diff(places, prepend=-1) - 1
        starts = np.cumsum(counts) - counts
        steps[starts] = places[starts]
        gaps.append(steps)
        widths.append(np.repeat(find_widths(span[documents], counts), counts))
    return pack_bits(np.concatenate(gaps), np.concatenate(widths))


def _find_places(
    table: Table, column: Column, first: int, end: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Return the postings of words that have places: documents, counts, and all their places."""
    words = column.find_words(first, end)
    found = column.find_postings(words)
    bounds = column.postings.place_starts[found.start : found.stop + 1]
    places = column.postings.places[int(bounds[0]) : int(bounds[-1])].astype(np.int64)
    having = np.diff(column.postings.starts[words.start : words.stop + 1])
    kept = np.repeat(table.present[column.rows[words]] & PLACELESS == 0, having)
    counts = np.diff(bounds)
    documents = column.postings.documents[found].astype(np.int64)
    return documents[kept], counts[kept], places[np.repeat(kept, counts)]
