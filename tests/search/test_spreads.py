"""Rising numbers below an end come back, in hardly more bits than tell them apart."""

from math import comb, log2

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search.bits import pack_bits
from generator.search.spreads import spread
from tests.search.node import needs_node, start_node
from tests.search.reader import Bits

ROWS = st.lists(
    st.tuples(st.sets(st.integers(0, 99), min_size=1), st.integers(0, 5)), min_size=1, max_size=9
)


def write(rows: list[list[int]], ends: list[int]) -> bytes:
    counts = np.array([len(row) for row in rows], np.int64)
    rising = np.array([number for row in rows for number in row], np.int64)
    return pack_bits(*spread(rising, counts, np.array(ends, np.int64)))


@given(ROWS)
def test_rows_come_back(given_rows: list[tuple[set[int], int]]) -> None:
    rows = [sorted(row) for row, _ in given_rows]
    ends = [max(row) + 1 + more for row, more in given_rows]
    bits = Bits(write(rows, ends))
    assert [bits.spread(len(row), 0, end) for row, end in zip(rows, ends, strict=True)] == rows
    assert bits.done


def test_hardly_more_bits_than_tell_all_rows_apart() -> None:
    chance = np.random.default_rng(1963)
    for count in (1, 2, 5, 40):
        rows = [sorted(chance.permutation(450)[:count].tolist()) for _ in range(2_000)]
        bits = 8 * len(write(rows, [450] * len(rows)))
        assert bits < 1.07 * len(rows) * log2(comb(450, count))


def test_all_that_there_is_room_for_takes_no_bits() -> None:
    assert write([[0, 1, 2, 3, 4]], [5]) == b""


@needs_node
def test_the_browser_reads_what_is_written() -> None:
    chance = np.random.default_rng(1963)
    counts = [1, 2, 3, 17, 100, 450]
    rows = [sorted(chance.permutation(450)[:count].tolist()) for count in counts]
    code = """
        import { Bits } from "@/bits.js";
        import { readSpread } from "@/places.js";
        const answer = ({ counts, packed }) => {
          const bits = new Bits(Uint8Array.from(packed));
          return counts.map((count) => readSpread(bits, count, 0, 450));
        };
    """
    with start_node(code) as node:
        asked = {"counts": counts, "packed": [*write(rows, [450] * len(rows))]}
        assert node.ask(asked) == rows
