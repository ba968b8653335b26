"""Numbers survive being written in bits, in hardly more of them than they need."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search.bits import find_widths, pack_bits
from tests.search.node import needs_node, start_node
from tests.search.reader import Bits

PIECES = st.lists(st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 31)), max_size=30)


@given(PIECES)
def test_numbers_come_back(pieces: list[tuple[int, int]]) -> None:
    numbers, widths = np.array(pieces, np.int64).reshape(-1, 2).T
    bits = Bits(pack_bits(numbers, widths))
    assert [bits.number(int(width)) for width in widths] == numbers.tolist()
    assert bits.done


def test_the_examples_of_the_format_hold() -> None:
    assert pack_bits(np.array([11]), np.array([2])) == bytes([0b00111000])
    assert pack_bits(np.array([3])) == bytes([0b00010000])


@given(st.sets(st.integers(0, 9_999), min_size=1))
def test_no_number_takes_much_more_than_it_must(documents: set[int]) -> None:
    gaps = np.diff(np.array(sorted(documents)), prepend=-1) - 1
    width = find_widths(10_000, np.array([len(gaps)]))
    bits = 8 * len(pack_bits(gaps, np.repeat(width, len(gaps))))
    # A gap of the mean takes its logarithm and a bit or two; the longest ones at most 52.
    assert bits <= len(gaps) * (np.log2(10_000 / len(gaps) + 1) + 3) + 60


@needs_node
def test_the_browser_reads_what_is_written() -> None:
    chance = np.random.default_rng(1963)
    spans = chance.integers(0, 100_000, 2_000)
    counts = chance.integers(1, 3_000, 2_000)
    widths = find_widths(spans, counts)
    numbers = chance.integers(0, 2**32, 2_000) >> chance.integers(0, 32, 2_000)
    packed = pack_bits(numbers, widths)
    code = """
        import { Bits, findWidth } from "@/bits.js";
        const answer = ({ spans, counts, packed }) => {
          const bits = new Bits(Uint8Array.from(packed));
          const widths = spans.map((span, at) => findWidth(span, counts[at]));
          return [widths, widths.map((width) => bits.read(width))];
        };
    """
    with start_node(code) as node:
        asked = {"spans": spans.tolist(), "counts": counts.tolist(), "packed": [*packed]}
        assert node.ask(asked) == [widths.tolist(), numbers.tolist()]
