"""Write whole numbers in as few bytes as they need (LEB128), and what is counted with them.

A number is cut into groups of seven bits, lowest first; a byte's high bit says that more follow.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_FEW = 64
"""Up to so many numbers are faster written one by one than all at a time."""


def encode(numbers: Sequence[int] | NDArray[np.integer]) -> bytes:
    """Return `numbers`, each 0 to 2⁶³ - 1, one after another."""
    if len(numbers) <= _FEW:
        return b"".join(map(_encode_one, map(int, numbers)))
    left = np.asarray(numbers, np.int64)
    lengths = np.ones(len(left), np.int64)
    for group in range(1, 9):
        lengths += left >= 1 << 7 * group
    ends = np.cumsum(lengths)
    out = np.zeros(int(ends[-1]) if len(ends) else 0, np.uint8)
    starts = ends - lengths
    for group in range(int(lengths.max(initial=0))):
        having = lengths > group
        more = np.where(lengths[having] > group + 1, 0x80, 0)
        out[starts[having] + group] = left[having] >> 7 * group & 0x7F | more
    return out.tobytes()


def _encode_one(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def encode_rising(numbers: Sequence[int] | NDArray[np.integer]) -> bytes:
    """Return strictly rising `numbers`, 0 or more, as the count of those left out before each."""
    rising = np.asarray(numbers, np.int64)
    return encode(np.diff(rising, prepend=-1) - 1)


def encode_texts(texts: Sequence[str]) -> bytes:
    """Return how many `texts` there are, then each after its length, in UTF-8.

    Half a surrogate, which has no bytes, becomes a question mark.
    """
    encoded = [text.encode(errors="replace") for text in texts]
    return encode([len(texts)]) + b"".join(encode([len(text)]) + text for text in encoded)
