"""Write rising numbers below a known end, the middle one first, and then those on both sides of it.

So each is one of as many as there is room for: a number among so many takes hardly more bits than
their binary logarithm. Two are told at once, by the rank of the pair among all that there might be.
(A. Moffat, L. Stuiver, Binary Interpolative Coding for Effective Index Compression, Information
Retrieval 3, 2000.)
"""

import numpy as np

from generator.search.bits import Numbers, floor_log2


def spread(rising: Numbers, counts: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    """Return numbers, and their widths for `pack_bits`, that stand for rows of rising numbers.

    Each row has so many of `rising`, 0 or more and below its end.
    """
    numbers, totals = np.zeros(len(rising), np.int64), np.ones(len(rising), np.int64)
    firsts = np.cumsum(counts) - counts
    # Of each run: where it begins in its row and in what is written, and its room.
    runs = np.stack([firsts, counts, firsts, np.zeros_like(counts), ends])
    while runs.shape[1]:
        first, _, target, low, high = runs[:, runs[1] == 2]
        lesser, greater, room = rising[first] - low, rising[first + 1] - low, high - low
        numbers[target] = greater * (greater - 1) // 2 + lesser
        totals[target] = room * (room - 1) // 2
        first, count, target, low, high = runs[:, (runs[1] > 0) & (runs[1] != 2)]
        before = (count - 1) // 2
        middle = rising[first + before]
        numbers[target] = middle - low - before
        totals[target] = high - low - count + 1
        left = [first, before, target + 1, low, middle]
        after = first + before + 1, count - before - 1, target + before + 1
        runs = np.concatenate([np.stack(left), np.stack([*after, middle + 1, high])], axis=1)
    return _choose(numbers, totals)


def _choose(numbers: Numbers, totals: Numbers) -> tuple[Numbers, Numbers]:
    """Return what stands for each number below its total, and its width: truncated binary."""
    widths = floor_log2(np.maximum(totals, 1))
    short = (2 << widths) - totals
    long = numbers >= short
    # `~` tells `write_bits` that these are plain bits, and no code of Rice.
    return np.where(long, numbers + short, numbers), ~(widths + long)
