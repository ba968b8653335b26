import re
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


def read_squares(path: str) -> list[tuple[int, int]]:
    """Return where the squares of a path begin, from left to right and from Monday down."""
    return [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h9", path)]


def read_corners(path: str) -> list[tuple[float, float]]:
    """Return the corners of an outline that goes straight up, down, left and right."""
    found, x, y = [], 0.0, 0.0
    for step, value, other in re.findall(r"([MHV])(-?[\d.]+)(?: (-?[\d.]+))?", path):
        x = float(value) if step in "MH" else x
        y = float(other) if step == "M" else float(value) if step == "V" else y
        found.append((x, y))
    return found


def lies_in(x: float, y: float, corners: list[tuple[float, float]]) -> bool:
    """Tell whether a point lies within an outline: a ray to the left crosses it once or thrice."""
    edges = zip(corners, [*corners[1:], corners[0]], strict=True)
    return sum(a[0] < x and min(a[1], b[1]) < y < max(a[1], b[1]) for a, b in edges) % 2 == 1


@given(st.integers(1, 9999))
def test_every_day_has_a_square_of_its_own_in_the_row_of_its_weekday(year: int) -> None:
    days = list_days(year)
    heat = lay_out_heat_map(f"{year:04}", {day.isoformat(): 1 for day in days}, WORDS)
    places = [place for month in heat.months for place in read_squares(month.squares["c1"])]
    assert [y for _, y in places] == [day.weekday() * CELL for day in days]
    assert places == sorted(set(places)), "the days go down each week, and from week to week"
    assert (places[0][0], places[-1][0]) == (0, heat.width - CELL)
    assert heat.width in (53 * CELL, 54 * CELL)


@given(st.integers(1, 9999))
def test_a_month_is_all_of_its_days_and_none_of_another(year: int) -> None:
    days = [day for day in list_days(year) if day.day in (1, 2, 8, 15, 24) or day.day > 26]
    heat = lay_out_heat_map(f"{year:04}", {day.isoformat(): 1 for day in days}, WORDS)
    areas = [read_corners(month.area) for month in heat.months]
    for number, month in enumerate(heat.months):
        for x, y in read_squares(month.squares["c1"]):
            holding = [at for at, area in enumerate(areas) if lies_in(x + 4, y + 1, area)]
            assert holding == [number]


@given(st.integers(1, 9999))
def test_the_ground_is_as_many_squares_as_the_year_has_days(year: int) -> None:
    lines = lay_out_heat_map(f"{year:04}", {}, WORDS).ground.split("M")[1:]
    squares = sum((int(line.partition("h")[2]) + 1) // CELL for line in lines)
    assert squares == len(list_days(year))


def test_a_month_says_its_name_and_the_number_of_its_stories() -> None:
    days = {"2024-02-29": 3, "2024-01-01": 1, "2024-02-28": 1}
    heat = lay_out_heat_map("2024", days, WORDS)
    assert [(month.name, month.address) for month in heat.months] == [
        ("January 2024, 1 story", "2024/01/"),
        ("February 2024, 4 stories", "2024/02/"),
    ]
    assert heat.months[1].squares == {"c1": "M80 20h9", "c2": "M80 30h9"}


def test_a_month_begins_where_its_line_is_drawn() -> None:
    # 1 January 2024 was a Monday, 1 February a Thursday, 1 April a Monday again.
    heat = lay_out_heat_map("2024", {}, WORDS)
    february, _, april, *_ = heat.borders.split("M")[1:]
    assert (february, april) == ("49.5 -5V25H39.5V65", "129.5 -5V65")
    assert [(label.text, label.at) for label in heat.columns[:2]] == [
        ("January", 0),
        ("February", 50),
    ]


@pytest.fixture(scope="module")
def busy(tmp_path_factory) -> str:
    stories = [make_story(f"Story {n}", day.isoformat()) for n, day in enumerate(list_days(2024))]
    return read(render(stories, tmp_path_factory.mktemp("heat")), "2024/")


def test_the_map_leads_to_each_month_and_its_calendar_to_each_day(busy: str) -> None:
    tree = parse(busy)
    assert tree.xpath("//svg//a/@href") == tree.xpath("//caption/a/@href")
    assert tree.xpath("//svg//a/@href")[:2] == ["01/", "02/"]
    assert texts(busy, "//svg//a/title")[1] == "February 2024, 29 stories"
    days = texts(busy, "//td/a")
    assert (len(days), days[59]) == (366, "29 1 story")


def test_the_map_has_a_name_and_can_be_scrolled(busy: str) -> None:
    tree = parse(busy)
    assert tree.xpath("//svg/@aria-label") == ["Stories of 2024, day by day"]
    assert tree.xpath("//svg/@role") == ["group"], "an image would hide the links in it"
    assert tree.xpath("//div[svg]/@tabindex") == ["0"]


def test_a_year_with_news_on_every_day_stays_small(busy: str) -> None:
    assert len(busy.encode()) < 40_000
