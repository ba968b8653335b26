"""Lay out where words stand, which only phrases need.

Each shard of words has a block of places, and files hold the blocks of several shards.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import Numbers, find_widths, pack_bits
from generator.search.cuts import Cut, cut
from generator.search.ranking import B
from generator.search.schema import FIELD_NAMES
from generator.search.table import PLACELESS, Column, Table, gather
from generator.search.varint import encode

PRICE = 2000
"""What one more file may cost at most, in bytes a query: few queries need any."""

FILE_SIZE = 100_000
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


def render_places(table: Table, spans: Sequence[Numbers], rows: Numbers) -> bytes:
    """Return the block of these rows: field by field, word by word."""
    gaps, widths = [], []
    for column, span in zip(table.columns, spans, strict=True):
        documents, counts, places = _find_places(column, rows[table.present[rows] & PLACELESS == 0])
        steps = np.diff(places, prepend=-1) - 1
        starts = np.cumsum(counts) - counts
        steps[starts] = places[starts]
        gaps.append(steps)
        wide = find_widths(span[documents], counts).astype(np.int8)
        widths.append(np.repeat(wide, counts))
    return pack_bits(np.concatenate(gaps), np.concatenate(widths))


def _find_places(column: Column, rows: Numbers) -> tuple[Numbers, Numbers, NDArray[np.int32]]:
    """Return the postings of these rows: documents, counts, and all their places."""
    _, found = column.find_postings(column.find_words(rows))
    counts, places = gather(column.postings.place_starts, found)
    documents = column.postings.documents[found].astype(np.int64)
    return documents, counts, column.postings.places[places].astype(np.int32)
