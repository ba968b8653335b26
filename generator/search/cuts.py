"""Cut a row of things into files so that a query loads as few bytes as can be.

Whoever needs one thing loads its whole file. So the load to expect of a file is its size times the
chance that any of its things is wanted; and each file has its price, its name in the manifest that
every query loads. Something large and seldom wanted with it comes to stand alone; files grow with
the square root of the whole.

What is wanted most does best with few others beside it, wherever it stands in the row. So some of
the things are named one by one, and lie with their like; all others keep their order.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import isqrt

import numpy as np

from generator.search.bits import Numbers

_ATOMS = 20_000
"""About how many runs of neighbours are told apart; a long row is first made into so many."""

_REACH = 48
"""The most runs in one file, beyond eight times as many as there are in the mean."""


def cut(wanted: Numbers, sizes: Numbers, price: int) -> list[int]:
    """Return where files begin in a row of things, and after them the number of things.

    `wanted` are weights, how often each thing is asked for; `sizes` are bytes; `price` is the
    load, in bytes a query, that one more file must save.
    """
    if not len(sizes):
        return [0]
    starts = _make_atoms(sizes)
    weights = np.concatenate([[0], np.cumsum(np.add.reduceat(wanted, starts))])
    bytes_ = np.concatenate([[0], np.cumsum(np.add.reduceat(sizes, starts))])
    ends = np.append(starts, len(sizes))
    return [int(ends[place]) for place in _find_cheapest(weights, bytes_, price)]


_MOST_NAMED = 300


@dataclass(frozen=True, slots=True)
class Cut:
    """Which things are in each file; those of the first `named` files are named one by one."""

    files: tuple[Numbers, ...]
    named: int


def cut_apart(wanted: Numbers, sizes: Numbers, price: int) -> Cut:
    """Return files of things, those most wanted first, and then the others in their order.

    Of the former there are a tenth of the square root of all bytes, 300 at most, and one thing at
    least is left for the others. The things of a file keep their order.
    """
    most = min(isqrt(int(sizes.sum())) // 10, _MOST_NAMED, len(sizes) - 1)
    order = np.argsort(-wanted, kind="stable")
    apart, others = order[: max(most, 0)], np.sort(order[max(most, 0) :])
    files = [
        [
            np.sort(things[start:end])
            for start, end in pairwise(cut(wanted[things], sizes[things], price))
        ]
        for things in (apart, others)
    ]
    return Cut(tuple(files[0] + files[1]), len(files[0]))


def _make_atoms(sizes: Numbers) -> Numbers:
    """Return where runs of things begin, of about a 20,000th of all bytes each."""
    grain = int(sizes.sum()) // _ATOMS + 1
    number = (np.cumsum(sizes) - sizes) // grain
    return np.flatnonzero(np.diff(number, prepend=-1))


def _find_cheapest(weights: Numbers, sizes: Numbers, price: int) -> list[int]:
    """Return the best places to cut at, first and last included, by dynamic programming."""
    count = len(sizes) - 1
    fixed = price * int(weights[-1])
    reach = _REACH + 8 * count // (isqrt(int(sizes[-1]) // price) + 1)
    costs = np.zeros(count + 1, np.int64)
    before = np.zeros(count + 1, np.int64)
    for end in range(1, count + 1):
        first = max(0, end - reach)
        load = (weights[end] - weights[first:end]) * (sizes[end] - sizes[first:end])
        load += costs[first:end]
        best = int(load.argmin())
        costs[end] = load[best] + fixed
        before[end] = first + best
    places = [count]
    while places[-1]:
        places.append(int(before[places[-1]]))
    return places[::-1]
