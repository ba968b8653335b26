from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.anniversaries import find_anniversaries

DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("days", "day", "found", "exact"),
    [
        # The same day of earlier years, the latest first, whatever lies near it.
        (
            ["2019-09-04", "2021-09-04", "2021-09-05"],
            "2023-09-04",
            ["2021-09-04", "2019-09-04"],
            True,
        ),
        # The nearest day of each year, the earlier of two that are as near.
        (
            ["2019-09-02", "2019-09-03", "2019-09-05", "2021-09-07"],
            "2023-09-04",
            ["2021-09-07", "2019-09-03"],
            False,
        ),
        # No day of another week, and none of the same year.
        (["2019-09-08", "2019-08-31", "2023-09-03"], "2023-09-04", [], False),
        # Over New Year.
        (["2021-12-31"], "2023-01-02", ["2021-12-31"], False),
        (["2022-01-02"], "2023-12-31", ["2022-01-02"], False),
        # Leap days.
        (["2016-02-29", "2019-02-28"], "2020-02-29", ["2016-02-29"], True),
        (["2019-02-28", "2018-03-01"], "2020-02-29", ["2019-02-28", "2018-03-01"], False),
        (["2020-02-29"], "2021-02-28", ["2020-02-29"], False),
        (["0001-01-01"], "9999-12-31", ["0001-01-01"], False),
    ],
)
def test_earlier_years_have_the_same_day_or_one_of_the_same_week(days, day, found, exact) -> None:
    earlier = find_anniversaries([*sorted(days), day], day)
    assert (list(earlier.days), earlier.exact) == (found, exact)


@given(st.sets(DATES, min_size=1, max_size=40))
def test_what_is_found_is_of_the_archive_and_earlier(dates: set[date]) -> None:
    days = [day.isoformat() for day in sorted(dates)]
    earlier = find_anniversaries(days, days[-1])
    assert set(earlier.days) <= set(days)
    assert list(earlier.days) == sorted(earlier.days, reverse=True)
    assert all(day[:4] < days[-1][:4] for day in earlier.days)
