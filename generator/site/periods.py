"""Cut time into years, months and days, and lay them out as calendars.

A period is written in ISO 8601: `2023`, `2023-09` or `2023-09-04`; so periods sort as text, a
period begins with those it lies in, and its folder in the site is `2023/09/04/`.
"""

import calendar
import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.site.cards import Card

YEAR, MONTH, DAY = 4, 7, 10
"""How long a period of each kind is."""

_SHADES = 4
# Weeks begin on a Monday, as those of ISO 8601 do.
_GRID = calendar.Calendar(calendar.MONDAY)


def folder_of(period: str) -> str:
    """Return a period's folder in the site: `2023-09` → `2023/09/`."""
    return period.replace("-", "/") + "/"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The stories of each period, under the finest period that is known of them.

    A story of which only the month is known stands under that month and under none of its days.
    """

    cards: Mapping[str, tuple[Card, ...]]

    def of(self, period: str) -> tuple[Card, ...]:
        """Return the stories of which this period, and nothing finer, is known."""
        return self.cards.get(period, ())

    def periods(self, width: int) -> tuple[str, ...]:
        """Return every year, month or day with coverage, in order."""
        return tuple(sorted({key[:width] for key in self.cards if len(key) >= width}))

    def counts(self, width: int) -> Mapping[str, int]:
        """Return how many stories each year, month or day has, finer ones counted in."""
        counts: dict[str, int] = defaultdict(int)
        for key, cards in self.cards.items():
            if len(key) >= width:
                counts[key[:width]] += len(cards)
        return dict(counts)


def cover(cards: Iterable[Card]) -> Coverage:
    """Group dated stories by what is known of their date, in one pass."""
    found: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card.period:
            found[card.period].append(card)
    return Coverage({period: tuple(found[period]) for period in sorted(found)})


def neighbours(periods: Sequence[str], period: str) -> tuple[str | None, str | None]:
    """Return the periods just before and after one of a sorted sequence."""
    at = bisect_left(periods, period)
    before = periods[at - 1] if at else None
    after = periods[at + 1] if at + 1 < len(periods) else None
    return before, after


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """A day of a calendar; `shade` is `c1` to `c4`, the more stories the higher, or ""."""

    number: int
    period: str
    count: int
    shade: str

    @property
    def address(self) -> str:
        """The day's folder in the site."""
        return folder_of(self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A calendar month: weeks of seven days from Monday on, None outside the month."""

    period: str
    count: int
    weeks: tuple[tuple[DayCell | None, ...], ...]

    @property
    def address(self) -> str:
        """The month's folder in the site."""
        return folder_of(self.period)


def lay_out(month: str, days: Mapping[str, int], *, count: int, most: int) -> Month:
    """Return the calendar of `month`, with the number of stories of each of its `days`.

    `count` is the whole month's, `most` that of the busiest day there is to compare with.
    """
    year, number = int(month[:YEAR]), int(month[YEAR + 1 :])
    weeks = tuple(
        tuple(_lay_out_day(month, day, days, most) if day else None for day in week)
        for week in _GRID.monthdayscalendar(year, number)
    )
    return Month(period=month, count=count, weeks=weeks)


def _lay_out_day(month: str, day: int, days: Mapping[str, int], most: int) -> DayCell:
    period = f"{month}-{day:02}"
    count = days.get(period, 0)
    return DayCell(number=day, period=period, count=count, shade=shade(count, most))


def shade(count: int, most: int) -> str:
    """Return `c1` to `c4` for `count` out of `most` stories, or "" for none.

    Shades go by the square root, so that one great day doesn't make all others look alike, and
    against sixteen stories at least, so that few look like few. More than `most` is the darkest.
    """
    share = min(1, count / max(most, _SHADES**2))
    return f"c{math.ceil(_SHADES * math.sqrt(share))}" if count else ""
