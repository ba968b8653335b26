"""Make lengths of fields coarse, since a rough length ranks as well and takes few bytes.

Up to 6 a length stands for itself; above, there are three steps in an octave. Whoosh keeps one of
256 lengths for a field of a document, the least that is not below the given one: what it gives
back is what counts.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy import int64, uint32
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length

from generator.search.varint import encode

Lengths: TypeAlias = Mapping[str, NDArray[uint32]]
"""For each field, how long it is in each document."""

_TABLE = np.array([byte_to_length(byte) for byte in range(256)], int64)

# Thirds of octaves, up to 2³².
_STEPS = np.unique(np.append(0, np.rint(2 ** (np.arange(96) / 3))).astype(int64))


def settle_lengths(lengths: NDArray[int64]) -> NDArray[uint32]:
    """Return the lengths by which documents are scored, for their real ones, 0 or more."""
    return _TABLE[encode_lengths(_coarsen(lengths))].astype(uint32)


def encode_lengths(lengths: NDArray[int64] | NDArray[uint32]) -> NDArray[int64]:
    """Return the bytes by which Whoosh keeps `lengths`; its longest stands for all above it."""
    kept: NDArray[int64] = np.minimum(np.searchsorted(_TABLE, lengths), 255)
    return kept


def _coarsen(lengths: NDArray[int64]) -> NDArray[int64]:
    steps: NDArray[int64] = _STEPS[np.searchsorted(_STEPS, lengths, side="right") - 1]
    return steps


def render_lengths(lengths: Sequence[int]) -> bytes:
    """Return a table of the lengths that occur, and for each document its place in the table.

    The table is a count and that many varints; a place is one byte.
    """
    table = sorted(set(lengths))
    places = {length: place for place, length in enumerate(table)}
    return encode([len(table), *table]) + bytes(places[length] for length in lengths)
