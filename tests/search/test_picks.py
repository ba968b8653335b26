"""What is picked of some things comes back, in few bits however many it is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search.bits import pack_bits
from generator.search.picks import list_sets, list_sizes, render_counts, render_picks
from tests.search.node import needs_node, start_node
from tests.search.reader import Bits

ROWS = st.lists(st.sets(st.integers(0, 29)), min_size=1, max_size=9)
COUNTS = st.lists(st.lists(st.integers(1, 9), min_size=1, max_size=20), min_size=1, max_size=9)


def flatten(rows: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers of all rows, and how many each has."""
    having = np.array([len(row) for row in rows], np.int64)
    return np.array([number for row in rows for number in row], np.int64), having


@given(ROWS)
def test_picks_come_back(rows: list[set[int]]) -> None:
    picked, having = flatten([sorted(row) for row in rows])
    bits = Bits(render_picks(np.full(len(rows), 30), picked, having))
    assert [bits.pick(len(row), 30) for row in rows] == [sorted(row) for row in rows]
    assert bits.done


@given(COUNTS)
def test_counts_come_back(rows: list[list[int]]) -> None:
    bits = Bits(render_counts(*flatten(rows)))
    assert [bits.rounds(len(row)) for row in rows] == rows
    assert bits.done


@given(st.integers(1, 40), st.data())
def test_sets_come_back(total: int, data: st.DataObject) -> None:
    sets = data.draw(st.lists(st.sets(st.integers(0, total - 1)), min_size=1, max_size=7))
    told = np.array([[place in one for place in range(total)] for one in sets])
    bits = Bits(pack_bits(*list_sets(told)))
    assert [{*bits.some(total)} for _ in sets] == sets
    assert bits.done


@given(st.lists(st.lists(st.integers(1, 2**40), max_size=9), min_size=1, max_size=7))
def test_sizes_come_back(rows: list[list[int]]) -> None:
    bits = Bits(pack_bits(*list_sizes(*flatten(rows))))
    assert [bits.sizes(len(row)) for row in rows] == rows
    assert bits.done


def test_nearly_all_take_as_few_bits_as_nearly_none() -> None:
    few, most = np.array([7, 1_900]), np.delete(np.arange(2_000), [7, 1_900])
    sizes = [len(render_picks(np.array([2_000]), row, np.array([len(row)]))) for row in (few, most)]
    assert sizes[0] == sizes[1] < 5


@needs_node
def test_the_browser_reads_large_and_small_sizes() -> None:
    rows = [[1, 1, 2, 1, 3, 1], [5, 70_000, 1, 2**40], [], [9]]
    packed = pack_bits(*list_sizes(*flatten(rows)))
    code = """
        import { Bits } from "@/bits.js";
        const answer = ({ counts, packed }) => {
          const bits = new Bits(Uint8Array.from(packed));
          return counts.map((count) => bits.sizes(count));
        };
    """
    with start_node(code) as node:
        assert node.ask({"counts": [*map(len, rows)], "packed": [*packed]}) == rows


@needs_node
def test_the_browser_reads_what_is_written() -> None:
    chance = np.random.default_rng(1963)
    sizes = [0, 1, 2, 59, 100, 141, 199, 200]
    rows = [np.sort(chance.permutation(200)[:size]) for size in sizes]
    packed = render_picks(np.full(len(sizes), 200), np.concatenate(rows), np.array(sizes))
    code = """
        import { Bits } from "@/bits.js";
        const answer = ({ sizes, packed }) => {
          const bits = new Bits(Uint8Array.from(packed));
          return sizes.map((size) => bits.pick(200, size));
        };
    """
    with start_node(code) as node:
        assert node.ask({"sizes": sizes, "packed": [*packed]}) == [row.tolist() for row in rows]
