from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.heat_map import CELL, lay_out_heat_map
from generator.site.words import read_words
from tests.site.markup import parse, texts
from tests.site.stories import make_story, read, render

WORDS = read_words("en")


def list_days(year: int) -> list[date]:
    length = date(year, 12, 31).timetuple().tm_yday
    return [date(year, 1, 1) + timedelta(days=number) for number in range(length)]


@given(st.integers(1, 9999))
def test_every_day_has_a_square_of_its_own_in_the_row_of_its_weekday(year: int) -> None:
    days = list_days(year)
    heat = lay_out_heat_map(f"{year:04}", {day.isoformat(): 1 for day in days}, WORDS)
    assert [square.y for square in heat.days] == [day.weekday() * CELL for day in days]
    places = [(square.x, square.y) for square in heat.days]
    assert places == sorted(set(places)), "the days go down each week, and from week to week"
    assert (places[0][0], places[-1][0]) == (0, heat.width - CELL)
    assert heat.width in (53 * CELL, 54 * CELL)


@given(st.integers(1, 9999))
def test_the_ground_is_as_many_squares_as_the_year_has_days(year: int) -> None:
    lines = lay_out_heat_map(f"{year:04}", {}, WORDS).ground.split("M")[1:]
    squares = sum((int(line.partition("h")[2]) + 1) // CELL for line in lines)
    assert squares == len(list_days(year))


def test_a_square_says_its_day_and_the_number_of_stories() -> None:
    heat = lay_out_heat_map("2024", {"2024-02-29": 3, "2024-01-01": 1}, WORDS)
    assert [(day.name, day.address, day.shade) for day in heat.days] == [
        ("1 January 2024, 1 story", "2024/01/01/", "c1"),
        ("29 February 2024, 3 stories", "2024/02/29/", "c2"),
    ]


def test_a_month_begins_where_its_line_is_drawn() -> None:
    # 1 January 2024 was a Monday, 1 February a Thursday, 1 April a Monday again.
    heat = lay_out_heat_map("2024", {}, WORDS)
    february, _, april, *_ = heat.borders.split("M")[1:]
    assert (february, april) == ("49.5 0V29.5H39.5V70", "129.5 0V70")
    assert [(label.text, label.at) for label in heat.months[:2]] == [
        ("January", 0),
        ("February", 50),
    ]


@pytest.fixture(scope="module")
def busy(tmp_path_factory) -> str:
    stories = [make_story(f"Story {n}", day.isoformat()) for n, day in enumerate(list_days(2024))]
    return read(render(stories, tmp_path_factory.mktemp("heat")), "2024/")


def test_the_map_and_the_months_lead_to_the_same_days(busy: str) -> None:
    tree = parse(busy)
    mapped, listed = tree.xpath("//svg//a/@href"), tree.xpath("//td/a/@href")
    assert mapped == listed
    assert (mapped[0], mapped[-1], len(mapped)) == ("01/01/", "12/31/", 366)
    assert texts(busy, "//svg//a/title")[59] == "29 February 2024, 1 story"


def test_the_map_has_a_name_and_can_be_scrolled_and_skipped(busy: str) -> None:
    tree = parse(busy)
    assert tree.xpath("//svg/@aria-label") == ["Stories of 2024, day by day"]
    assert tree.xpath("//svg/@role") == ["group"], "an image would hide the links in it"
    assert tree.xpath("//div[svg]/@tabindex") == ["0"]
    (skip,) = tree.xpath("//main//a[@class='skip']/@href")
    assert tree.xpath(f"//section[@id='{skip[1:]}']//table")


def test_a_year_with_news_on_every_day_stays_small(busy: str) -> None:
    assert len(busy.encode()) < 70_000
