"""Write which of some things are picked, in about as few bits as that can be.

Rising numbers say it: of those picked or, if these are the more, of those left out. So how often
documents have a word are picks of picks: those that have it twice or more, of them those that have
it thrice or more, and so on.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import Numbers, find_widths, pack_bits


def render_picks(totals: Numbers, picked: Numbers, having: Numbers) -> bytes:
    """Return picks, one after the other: each of 0 to its total - 1, and so many of `picked`."""
    ends = np.cumsum(having)
    dense = np.flatnonzero(2 * having > totals)
    if len(dense):
        pieces = np.split(picked, ends[:-1])
        for number in dense:
            pieces[number] = np.delete(np.arange(totals[number]), pieces[number])
        picked = np.concatenate(pieces)
        having = np.array([len(piece) for piece in pieces], np.int64)
    gaps = _find_gaps(picked, np.repeat(np.arange(len(having)), having))
    return pack_bits(gaps, np.repeat(find_widths(totals, having), having))


def render_counts(counts: Numbers, having: Numbers) -> bytes:
    """Return how often documents have words, 1 at least; each word has so many of `counts`."""
    groups: list[Numbers] = []
    numbers: list[Numbers] = []
    widths: list[Numbers] = []
    owners, left, sizes = np.repeat(np.arange(len(having)), having), counts - 1, having
    while len(left):
        more = left > 0
        sums = np.bincount(owners[more], minlength=len(having))
        inverse = 2 * sums > sizes
        written = more != inverse[owners]
        within = np.arange(len(left)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        some, of = np.flatnonzero(sizes), owners[written]
        groups += [some, of]
        numbers += [sums[some], _find_gaps(within[written], of)]
        width = find_widths(sizes, np.where(inverse, sizes - sums, sums))
        widths += [find_widths(sizes[some], np.full(len(some), _GUESS)), width[of]]
        owners, left, sizes = owners[more], left[more] - 1, sums
    return _pack(groups, numbers, widths)


_GUESS = 3
"""A number of picks has the width of the gaps between three."""


def _find_gaps(picked: Numbers, owners: Numbers) -> Numbers:
    """Return how many are left out before each of those picked."""
    gaps = np.diff(picked, prepend=-1) - 1
    first = np.diff(owners, prepend=-1) > 0
    gaps[first] = picked[first]
    return gaps


def _pack(
    groups: Sequence[Numbers], numbers: Sequence[Numbers], widths: Sequence[Numbers]
) -> bytes:
    """Return numbers group by group, those of a group as they come."""
    if not groups:
        return b""
    order: NDArray[np.int64] = np.argsort(np.concatenate(groups), kind="stable")
    return pack_bits(np.concatenate(numbers)[order], np.concatenate(widths)[order])
