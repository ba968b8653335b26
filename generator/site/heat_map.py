"""Lay out a year as a heat map: a column for each week, from Monday down to Sunday.

Lengths are units of an SVG, in which a day is a square of 9 in a cell of 10.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.site.periods import folder_of, shade
from generator.site.words import Words

CELL, SIDE = 10, 9
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatDay:
    """A day with coverage: where its square begins, its shade `c1` to `c4`, and what to call it."""

    period: str
    x: int
    y: int
    shade: str
    name: str

    @property
    def address(self) -> str:
        """The day's folder in the site."""
        return folder_of(self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word beside the squares, and where it begins along its edge."""

    text: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A year's map, `width` units wide; `days` are those with coverage, in order.

    `ground` is the path of seven lines that run through the middle of all days of a weekday, and
    `borders` that of the lines between the months.
    """

    width: int
    days: tuple[HeatDay, ...]
    months: tuple[Label, ...]
    weekdays: tuple[Label, ...]
    ground: str
    borders: str


def lay_out_heat_map(year: str, days: Mapping[str, int], words: Words) -> HeatMap:
    """Return the map of a `year` (ISO 8601), with the number of stories of each of its `days`."""
    number, most = int(year), max(days.values(), default=0)
    start = date(number, 1, 1)
    end = date(number, 12, 31)
    firsts = [_find_place(date(number, month, 1)) for month in range(1, 13)]
    return HeatMap(
        width=(_find_place(end)[0] + 1) * CELL,
        days=tuple(_lay_out_day(day, days[day], most, words) for day in sorted(days)),
        # A name stands over the first week that begins in its month.
        months=tuple(
            Label(text=text, at=(week + (weekday > 0)) * CELL)
            for text, (week, weekday) in zip(words.months, firsts, strict=True)
        ),
        weekdays=tuple(
            Label(text=text, at=weekday * CELL) for weekday, text in enumerate(words.weekdays_short)
        ),
        ground="".join(_draw_ground(_find_place(start), _find_place(end))),
        borders="".join(_draw_border(*first) for first in firsts[1:]),
    )


def _find_place(day: date) -> tuple[int, int]:
    """Return the week of its year and the weekday of a day, both from 0."""
    start = date(day.year, 1, 1)
    return divmod(start.weekday() + (day - start).days, _WEEK)


def _lay_out_day(period: str, count: int, most: int, words: Words) -> HeatDay:
    week, weekday = _find_place(date.fromisoformat(period))
    when, stories = words.period(period), words.count("stories", count)
    return HeatDay(
        period=period,
        x=week * CELL,
        y=weekday * CELL,
        shade=shade(count, most),
        name=words.text.day_count.format(when=when, stories=stories),
    )


def _draw_ground(start: tuple[int, int], end: tuple[int, int]) -> Iterator[str]:
    for weekday in range(_WEEK):
        first = 0 if weekday >= start[1] else 1
        last = end[0] if weekday <= end[1] else end[0] - 1
        length = (last - first) * CELL + SIDE
        yield f"M{first * CELL} {weekday * CELL + SIDE / 2}h{length}"


def _draw_border(week: int, weekday: int) -> str:
    """Return the line before a month, from the top down; it goes around the month's first week."""
    x, y, bottom = week * CELL - 0.5, weekday * CELL - 0.5, _WEEK * CELL
    if not weekday:
        return f"M{x} 0V{bottom}"
    return f"M{x + CELL} 0V{y}H{x}V{bottom}"
