import pytest

from generator.site.cards import make_cards
from generator.site.periods import DAY, MONTH, YEAR, cover, folder_of, lay_out, neighbours, shade
from generator.site.words import read_words
from tests.site.stories import make_story


def cover_dates(*dates: str | None):
    stories = [make_story(f"Story {n}", date) for n, date in enumerate(dates)]
    return cover(make_cards(stories, read_words("en"), "en"))


def test_a_story_stands_under_the_finest_period_that_is_known_of_it() -> None:
    coverage = cover_dates("2023-09-04", "2023-09-04T10:00", "2023-09", "2022", None)
    assert {period: len(cards) for period, cards in coverage.cards.items()} == {
        "2022": 1,
        "2023-09": 1,
        "2023-09-04": 2,
    }
    assert coverage.counts(YEAR) == {"2022": 1, "2023": 3}
    assert coverage.counts(MONTH) == {"2023-09": 3}
    assert coverage.periods(DAY) == ("2023-09-04",)


def test_the_neighbour_of_a_day_is_the_next_day_with_coverage() -> None:
    days = ("2019-12-31", "2023-09-04", "2023-09-30")
    assert neighbours(days, "2023-09-04") == ("2019-12-31", "2023-09-30")
    assert neighbours(days, "2019-12-31") == (None, "2023-09-04")
    assert neighbours(days, "2023-09-30") == ("2023-09-04", None)


@pytest.mark.parametrize(
    ("period", "folder"),
    [("2023", "2023/"), ("2023-09", "2023/09/"), ("2023-09-04", "2023/09/04/")],
)
def test_a_period_has_a_folder(period: str, folder: str) -> None:
    assert folder_of(period) == folder


def test_a_month_is_laid_out_in_weeks_from_monday() -> None:
    month = lay_out("2024-02", {"2024-02-29": 3}, count=3, most=3)
    assert [len(week) for week in month.weeks] == [7] * 5
    assert [day and day.number for day in month.weeks[0]] == [None, None, None, 1, 2, 3, 4]
    last = month.weeks[4][3]
    assert (last.number, last.count, last.address) == (29, 3, "2024/02/29/")
    assert sum(day is not None for week in month.weeks for day in week) == 29


@pytest.mark.parametrize("month", ["0001-01", "9999-12"])
def test_the_first_and_the_last_month_there_is_can_be_laid_out(month: str) -> None:
    assert lay_out(month, {}, count=0, most=0).weeks


def test_shades_rise_with_the_number_of_stories() -> None:
    assert [shade(count, 16) for count in (0, 1, 2, 4, 5, 9, 10, 16)] == [
        "", "c1", "c2", "c2", "c3", "c3", "c4", "c4",
    ]  # fmt: skip
    assert shade(3, 3) == "c2", "few stories look like few"
    assert shade(1000, 1000) == "c4"
    assert shade(17, 0) == "c4", "a day page compares with no other day"
