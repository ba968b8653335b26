"""Write whole numbers in as few bytes as they need (LEB128), and rising numbers by their gaps.

A number is cut into groups of seven bits, lowest first; a byte's high bit says that more follow.
"""

from collections.abc import Iterable, Iterator


def append_varint(out: bytearray, number: int) -> None:
    """Append `number`, 0 or more, to `out`."""
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def encode(numbers: Iterable[int]) -> bytes:
    """Return `numbers`, each 0 or more, one after another."""
    out = bytearray()
    for number in numbers:
        append_varint(out, number)
    return bytes(out)


def decode(encoded: bytes) -> Iterator[int]:
    """Yield the numbers that `encode` wrote."""
    number = shift = 0
    for byte in encoded:
        number |= (byte & 0x7F) << shift
        if byte & 0x80:
            shift += 7
        else:
            yield number
            number = shift = 0


def encode_rising(numbers: Iterable[int]) -> bytes:
    """Return strictly rising `numbers`, 0 or more, as the count of those left out before each."""
    out = bytearray()
    due = 0
    for number in numbers:
        gap = number - due
        due = number + 1
        while gap > 0x7F:
            out.append(gap & 0x7F | 0x80)
            gap >>= 7
        out.append(gap)
    return bytes(out)


def decode_rising(encoded: bytes) -> list[int]:
    """Return the numbers that `encode_rising` wrote."""
    numbers = []
    due = 0
    for gap in decode(encoded):
        numbers.append(due + gap)
        due += gap + 1
    return numbers
