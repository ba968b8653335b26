"""Write whole numbers in few bits each: Rice's code, whose width both sides reckon.

A number of width w is its part above the w lowest bits, as so many zeros and a one, and then the
w bits, highest first. Numbers that are spread at random take hardly more than their entropy.
(R. F. Rice, Some Practical Universal Noiseless Coding Techniques, JPL 79-22, 1979.)
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Bits = NDArray[np.uint8]
Whole = NDArray[np.signedinteger[Any]]

_ESCAPE = 20
"""So many zeros say that the number follows in 32 bits: no number takes more than 52."""

_WHOLE = 32

_BATCH = 1 << 16
"""How many numbers are written at once: a bit takes a byte until it is packed."""


def find_widths(span: Numbers | int, counts: Numbers) -> Numbers:
    """Return the width for the gaps between `counts` numbers strewn over 0 to `span` - 1.

    It is the binary logarithm of the mean gap, in whole numbers and 0 at least:
    ⌊log₂ max(1, ⌊(span − count) / (count + 1)⌋)⌋.
    """
    left = np.maximum(np.asarray(span, np.int64) - counts, 0)
    return floor_log2(np.maximum(left // (counts + 1), 1))


def floor_log2(numbers: Numbers) -> Numbers:
    """Return the place of the highest bit of each number, which is 1 or more and below 2⁵³."""
    return np.frexp(numbers.astype(np.float64))[1].astype(np.int64) - 1


def write_bits(numbers: Numbers, widths: Numbers) -> Bits:
    """Return Rice's code of `numbers`, 0 to 2³² - 1, each of its width, as an array of bits.

    A width below 0 stands for no code: the number takes `~width` bits.
    """
    plain = widths < 0
    tails = np.where(plain, ~widths, widths)
    zeros = np.where(plain, 0, numbers >> tails)
    far = zeros >= _ESCAPE
    zeros[far] = _ESCAPE
    tails[far] = _WHOLE
    # An escape has no one after its zeros.
    ones = ~(far | plain)
    ends = np.cumsum(zeros + ones + tails)
    bits = np.zeros(int(ends[-1]) if len(ends) else 0, np.uint8)
    bits[(ends - tails - 1)[ones]] = 1
    for place in range(int(tails.max(initial=0))):
        having = tails > place
        bits[ends[having] - 1 - place] = (numbers[having] >> place) & 1
    return bits


def pack_bits(numbers: Whole, widths: Whole | None = None) -> bytes:
    """Return Rice's code of `numbers` (of width 0 without `widths`), the last byte filled up."""
    pieces = []
    left = np.zeros(0, np.uint8)
    for start in range(0, len(numbers), _BATCH):
        some = slice(start, start + _BATCH)
        part = numbers[some].astype(np.int64)
        wide = np.zeros(len(part), np.int64) if widths is None else widths[some].astype(np.int64)
        bits = np.concatenate([left, write_bits(part, wide)])
        whole = len(bits) // 8 * 8
        pieces.append(np.packbits(bits[:whole]).tobytes())
        left = bits[whole:]
    return b"".join([*pieces, np.packbits(left).tobytes()])
