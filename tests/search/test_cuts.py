"""Files are cut so that a query loads as little as can be."""

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search.cuts import cut, cut_apart

ROWS = st.lists(st.tuples(st.integers(1, 50), st.integers(1, 500)), min_size=1, max_size=8)


def load(row: list[tuple[int, int]], places: tuple[int, ...], price: int) -> int:
    """Return what a row costs if it is cut at `places`."""
    total = sum(wanted for wanted, _ in row)
    return sum(
        sum(wanted for wanted, _ in row[first:end]) * sum(size for _, size in row[first:end])
        + price * total
        for first, end in pairwise(places)
    )


@given(ROWS, st.integers(1, 300))
def test_no_other_cut_is_better(row: list[tuple[int, int]], price: int) -> None:
    wanted, sizes = np.array(row, np.int64).T
    found = tuple(cut(wanted, sizes, price))
    ways = [
        (0, *inner, len(row))
        for count in range(len(row))
        for inner in combinations(range(1, len(row)), count)
    ]
    assert load(row, found, price) == min(load(row, way, price) for way in ways)


def test_nothing_is_cut_into_nothing() -> None:
    empty = np.zeros(0, np.int64)
    assert cut(empty, empty, 10) == [0]


def test_files_grow_with_the_square_root_of_the_whole() -> None:
    made = [len(cut(np.ones(n, np.int64), np.full(n, 100), 100)) - 1 for n in (10_000, 40_000)]
    assert 1.8 < made[1] / made[0] < 2.2


@given(ROWS, st.integers(1, 300))
def test_what_is_wanted_most_lies_apart_and_the_rest_keeps_its_order(
    row: list[tuple[int, int]], price: int
) -> None:
    wanted, sizes = np.array(row, np.int64).T
    found = cut_apart(wanted, sizes, price)
    apart, others = found.files[: found.named], found.files[found.named :]
    rest = [thing for file in others for thing in file]
    assert rest == sorted(rest) != []
    named = [thing for file in apart for thing in file]
    assert sorted(named + rest) == [*range(len(row))]
    assert min(wanted[named], default=50) >= max(wanted[rest])
    assert all(list(file) == sorted(file) for file in apart)
