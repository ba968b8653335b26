"""Write which of some things are picked, in about as few bits as that can be.

Rising numbers say it: of those picked or, if these are the more, of those left out. So how often
documents have a word are picks of picks: those that have it twice or more, of them those that have
it thrice or more, and so on.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import Numbers, find_widths, floor_log2, pack_bits

Coded: TypeAlias = tuple[Numbers, Numbers]
"""Numbers, and their widths for `pack_bits`."""


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
    return pack_bits(*_sort(_list_rounds(counts, having)))


def list_sets(sets: NDArray[np.bool_]) -> Coded:
    """Return for each row of `sets` how many of its things are picked, and which."""
    total = sets.shape[1]
    sums = sets.sum(axis=1)
    owners, places = np.nonzero(sets != (2 * sums > total)[:, np.newaxis])
    width = find_widths(total, np.minimum(sums, total - sums))
    guessed = find_widths(total, np.full(len(sums), _GUESS))
    rows = np.arange(len(sums))
    return _sort([(rows, sums, guessed), (owners, _find_gaps(places, owners), width[owners])])


def list_sizes(sizes: Numbers, having: Numbers) -> Coded:
    """Return numbers, 1 at least; each group has so many of `sizes`, of few or of many bits each.

    How many bits each has comes as counts do, and then these bits but for the highest.
    """
    tails = floor_log2(sizes)
    owners = np.repeat(np.arange(len(having)), having)
    rest = owners, sizes - (1 << tails), ~tails
    return _sort([*_list_rounds(tails + 1, having), rest])


def _list_rounds(counts: Numbers, having: Numbers) -> list[tuple[Numbers, Numbers, Numbers]]:
    """Return round by round of all groups: of which each number is, the numbers, their widths."""
    rounds: list[tuple[Numbers, Numbers, Numbers]] = []
    owners, left, sizes = np.repeat(np.arange(len(having)), having), counts - 1, having
    while len(left):
        more = left > 0
        sums = np.bincount(owners[more], minlength=len(having))
        inverse = 2 * sums > sizes
        written = more != inverse[owners]
        within = np.arange(len(left)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        some, of = np.flatnonzero(sizes), owners[written]
        width = find_widths(sizes, np.where(inverse, sizes - sums, sums))
        guessed = find_widths(sizes[some], np.full(len(some), _GUESS))
        rounds.append((some, sums[some], guessed))
        rounds.append((of, _find_gaps(within[written], of), width[of]))
        owners, left, sizes = owners[more], left[more] - 1, sums
    return rounds


_GUESS = 3
"""A number of picks has the width of the gaps between three."""


def _find_gaps(picked: Numbers, owners: Numbers) -> Numbers:
    """Return how many are left out before each of those picked."""
    gaps = np.diff(picked, prepend=-1) - 1
    first = np.diff(owners, prepend=-1) > 0
    gaps[first] = picked[first]
    return gaps


def _sort(rounds: Sequence[tuple[Numbers, Numbers, Numbers]]) -> Coded:
    """Return numbers and widths group by group, those of a group as they come."""
    if not rounds:
        nothing = np.zeros(0, np.int64)
        return nothing, nothing
    groups, numbers, widths = map(np.concatenate, zip(*rounds, strict=True))
    order: NDArray[np.int64] = np.argsort(groups, kind="stable")
    return numbers[order], widths[order]
