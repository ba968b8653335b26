"""The chart has a bar for each month, or for each year of a long time, and leaves nothing out."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.node import Node, needs_node, start_node

pytestmark = needs_node

ANSWER = """
import { cutBins } from "@/bins.js";
function answer(months) { return cutBins(months); }
"""


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(ANSWER) as node:
        yield node


def name_month(number: int) -> str:
    return f"{number // 12:04}-{1 + number % 12:02}"


def cut(node: Node, dates: list[str]) -> dict[str, int]:
    months = [{"month": month, "count": count} for month, count in Counter(dates).items()]
    return {one["key"]: one["count"] for one in node.ask(months)}


@given(first=st.integers(12, 30_000), gaps=st.lists(st.integers(0, 119), min_size=1))
def test_up_to_ten_years_have_a_bar_a_month(node: Node, first: int, gaps: list[int]) -> None:
    dates = [name_month(first + gap) for gap in gaps]
    expected = {name_month(at): 0 for at in range(first + min(gaps), first + max(gaps) + 1)}
    assert cut(node, dates) == expected | Counter(dates)


def test_years_that_are_all_that_is_known_count_in_bars_of_years(node: Node) -> None:
    dates = ["1998-05", "2003", "2003", "2003-01", "2010-12"]
    bars = cut(node, dates)
    assert [*bars] == [str(year) for year in range(1998, 2011)]
    assert {year: count for year, count in bars.items() if count} == {
        "1998": 1,
        "2003": 3,
        "2010": 1,
    }


def test_they_are_of_no_month(node: Node) -> None:
    assert cut(node, ["2003", "2003-02", "2003-03"]) == {"2003-01": 0, "2003-02": 1, "2003-03": 1}


def test_no_dates_have_no_bars(node: Node) -> None:
    assert cut(node, []) == {}
