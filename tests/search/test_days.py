"""A story belongs to a range of dates if all the days are in it that its date may mean."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.days import find_span, make_days, render_days
from generator.search.packing import compress
from tests.search.node import Node, needs_node, start_node

CODE = """
import { Days } from "@/days.js";
import { countFacets, countMonths } from "@/facets.js";
import { Files } from "@/files.js";
const EMPTY = { load: async () => ({ values: [], starts: [], numbers: [] }) };
async function answer([bytes, count, ranges, documents]) {
  const files = new Files("http://host/m", async () => new Response(Uint8Array.from(bytes)));
  const days = new Days("days", count, files);
  try {
    const found = await Promise.all(ranges.map((range) => days.range(...range)));
    const { year } = await countFacets(documents, EMPTY, days);
    return { found, year, months: await countMonths(documents, days) };
  } catch (error) {
    return { kind: error.kind ?? String(error.stack) };
  }
}
"""

DATES = st.builds(
    lambda day, length: day.isoformat()[:length], st.dates(), st.sampled_from([4, 7, 10])
)
NEAR = st.builds(
    lambda days, length: (date(2019, 1, 1) + timedelta(days)).isoformat()[:length],
    st.integers(0, 900),
    st.sampled_from([4, 7, 10]),
)
STORIES = st.builds(
    lambda undated, dates: [*[None] * undated, *sorted(dates, key=find_span)],
    st.integers(0, 3),
    st.lists(NEAR | DATES, max_size=30),
)
ENDS = st.none() | NEAR | DATES


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(CODE) as process:
        yield process


def list_days(published: str) -> tuple[date, date]:
    """Return the first and the last day that a date may mean, day by day."""
    day = last = date.fromisoformat(f"{published}-01-01"[: max(10, len(published))])
    while last < date.max and (last + timedelta(1)).isoformat().startswith(published):
        last += timedelta(1)
    return day, last


def is_within(published: str | None, first: str | None, last: str | None) -> bool:
    if published is None:
        return False
    begin, end = list_days(published)
    after = first is None or begin >= list_days(first)[0]
    return after and (last is None or end <= list_days(last)[1])


@needs_node
@given(stories=STORIES, ranges=st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=4))
def test_a_range_has_the_stories_whose_whole_date_lies_in_it(
    node: Node, stories: list[str | None], ranges: list[tuple[str | None, str | None]]
) -> None:
    days = make_days(stories)
    answer = node.ask([[*compress(render_days(days))], len(stories), ranges, []])
    for (first, last), said in zip(ranges, answer["found"], strict=True):
        found = days.find(first, last)
        assert said == [[*pair] for pair in found]
        assert [number for low, high in found for number in range(low, high)] == [
            number for number, of in enumerate(stories) if is_within(of, first, last)
        ]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2023", "2023", ["2023", "2023-09", "2023-09-04", "2023-09-30"]),
        ("2023-09", "2023-09", ["2023-09", "2023-09-04", "2023-09-30"]),
        ("2023-09-04", "2023-09-04", ["2023-09-04"]),
        ("2023-09-02", None, ["2023-09-04", "2023-09-30", "2024-02"]),
        (None, "2022", ["2022-12-31"]),
        ("2024", "2023", []),
    ],
)
def test_a_month_or_year_belongs_only_to_ranges_around_it(
    first: str | None, last: str | None, found: list[str]
) -> None:
    dates = ["2022-12-31", "2023", "2023-09", "2023-09-04", "2023-09-30", "2024-02"]
    stories = [None, *dates]
    ranges = make_days(stories).find(first, last)
    assert [stories[number] for low, high in ranges for number in range(low, high)] == found


def test_stories_out_of_order_are_refused() -> None:
    for stories in (["2023-09-04", "2023-09-03"], ["2023", None]):
        with pytest.raises(ValueError, match="not in the order"):
            make_days(stories)


@needs_node
@given(stories=STORIES, choice=st.randoms(use_true_random=False))
def test_years_and_months_are_counted_in_any_order(
    node: Node, stories: list[str | None], choice: Any
) -> None:
    documents = [number for number in range(len(stories)) if choice.random() < 0.7]
    choice.shuffle(documents)
    content = [*compress(render_days(make_days(stories)))]
    answer = node.ask([content, len(stories), [], documents])
    dates = sorted(stories[number] or "" for number in documents)
    years = [said[:4] for said in dates if said]
    months = [said[:7] for said in dates if said]
    assert answer["year"] == [
        {"value": year, "count": years.count(year)} for year in sorted({*years}, reverse=True)
    ]
    assert {one["month"]: one["count"] for one in answer["months"]} == Counter(months)


@needs_node
@given(content=st.binary(max_size=60), count=st.integers(0, 2**40))
def test_bytes_that_are_no_dates_are_broken_or_read_as_others(
    node: Node, content: bytes, count: int
) -> None:
    answer = node.ask([[*compress(content)], count, [["2019", "2020"]], [0, 1, 2]])
    assert answer.get("kind", "broken") == "broken"
