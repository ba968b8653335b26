"""Numbers survive being written, in few bytes."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from generator.search.varint import encode, encode_rising, encode_texts

NUMBERS = st.integers(0, 2**40)


def decode(encoded: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in encoded:
        number |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            yield number
            number = shift = 0


def decode_rising(encoded: bytes) -> list[int]:
    numbers: list[int] = []
    for gap in decode(encoded):
        numbers.append(gap + (numbers[-1] + 1 if numbers else 0))
    return numbers


@given(st.lists(NUMBERS))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(decode(encode(numbers))) == numbers


@given(st.sets(NUMBERS))
def test_rising_numbers_come_back(numbers: set[int]) -> None:
    assert decode_rising(encode_rising(sorted(numbers))) == sorted(numbers)


def test_a_number_takes_a_byte_for_seven_bits() -> None:
    assert [len(encode([number])) for number in (0, 127, 128, 16_383, 16_384)] == [1, 1, 2, 2, 3]
    assert encode([300]) == b"\xac\x02"


def test_neighbours_have_no_gap() -> None:
    assert encode_rising([5, 6, 7, 9]) == bytes([5, 0, 0, 1])


@given(st.integers(0, 2**62), st.integers(0, 200))
def test_many_numbers_are_written_as_few_are(number: int, count: int) -> None:
    assert encode([number] * count) == encode([number]) * count


def test_a_text_stands_after_its_length() -> None:
    assert encode_texts(["ab", "", "é", "\ud800"]) == b"\x04\x02ab\x00\x02\xc3\xa9\x01?"
