"""Lay out a year as a heat map: a column for each week, from Monday down to Sunday.

Lengths are units of an SVG, in which a day is a square of 9 in a cell of 10. Squares are pieces of
lines as thick as they are long, which take few characters; the middle of the Mondays' row is at 0.
A month is one link: its days are links in its calendar, where they are large enough for a finger.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.site.periods import MONTH, folder_of, shade
from generator.site.words import Words

CELL, SIDE = 10, 9
_WEEK = 7
_EDGE = CELL / 2

_Place: TypeAlias = tuple[int, int]
"""The week of its year and the weekday of a day, both from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMonth:
    """A month with coverage and what to call it.

    `squares` are the paths of its days by their shade, `c1` to `c4`, and `area` is that of all of
    it, days without coverage included.
    """

    period: str
    name: str
    squares: Mapping[str, str]
    area: str

    @property
    def address(self) -> str:
        """The month's folder in the site."""
        return folder_of(self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word beside the squares, and where it begins along its edge."""

    text: str
    at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A year's map, `width` units wide; `months` are those with coverage, in order.

    `ground` is the path of seven lines that run through the middle of all days of a weekday, and
    `borders` that of the lines between the months. `columns` name the months, `rows` the weekdays.
    """

    width: int
    months: tuple[HeatMonth, ...]
    columns: tuple[Label, ...]
    rows: tuple[Label, ...]
    ground: str
    borders: str


def lay_out_heat_map(year: str, days: Mapping[str, int], words: Words) -> HeatMap:
    """Return the map of a `year` (ISO 8601), with the number of stories of each of its `days`."""
    number, most = int(year), max(days.values(), default=0)
    start, end = date(number, 1, 1), date(number, 12, 31)
    firsts = [_find_place(date(number, month, 1)) for month in range(1, 13)]
    ends = [*firsts[1:], _follow(_find_place(end))]
    by_month: dict[str, dict[str, int]] = defaultdict(dict)
    for day in sorted(days):
        by_month[day[:MONTH]][day] = days[day]
    return HeatMap(
        width=(_find_place(end)[0] + 1) * CELL,
        months=tuple(
            HeatMonth(
                period=month,
                name=_name(month, sum(counts.values()), words),
                squares=_draw_squares(counts, most),
                area=_draw_area(*(bounds[int(month[-2:]) - 1] for bounds in (firsts, ends))),
            )
            for month, counts in by_month.items()
        ),
        # A name stands over the first week that begins in its month.
        columns=tuple(
            Label(text=text, at=(week + (weekday > 0)) * CELL)
            for text, (week, weekday) in zip(words.months, firsts, strict=True)
        ),
        rows=tuple(
            Label(text=text, at=weekday * CELL) for weekday, text in enumerate(words.weekdays_short)
        ),
        ground="".join(_draw_ground(_find_place(start), _find_place(end))),
        borders="".join(map(_draw_border, firsts[1:])),
    )


def _find_place(day: date) -> _Place:
    start = date(day.year, 1, 1)
    return divmod(start.weekday() + (day - start).days, _WEEK)


def _follow(place: _Place) -> _Place:
    """Return the place of the day after, which may be of another year."""
    return divmod(place[0] * _WEEK + place[1] + 1, _WEEK)


def _name(month: str, count: int, words: Words) -> str:
    when, stories = words.period(month), words.count("stories", count)
    return str(words.text.month_count.format(when=when, stories=stories))


def _draw_squares(counts: Mapping[str, int], most: int) -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for period, count in counts.items():
        week, weekday = _find_place(date.fromisoformat(period))
        found[shade(count, most)] += f"M{week * CELL} {weekday * CELL}h{SIDE}"
    return {key: found[key] for key in sorted(found)}


def _draw_area(first: _Place, end: _Place) -> str:
    """Return the outline of a month up to the place of the day after it."""
    # Half a unit to the left is the middle of the gap between two weeks.
    left, right = (week * CELL - 0.5 for week, _ in (first, end))
    top, bottom = -_EDGE, _WEEK * CELL - _EDGE
    # The rows above the weekday on which a month begins belong to it from its second week on.
    steps = [f"M{left + CELL * (first[1] > 0):g} {top:g}H{right + CELL * (end[1] > 0):g}"]
    if end[1]:
        steps.append(f"V{end[1] * CELL - _EDGE:g}H{right:g}")
    steps.append(f"V{bottom:g}H{left:g}")
    if first[1]:
        steps.append(f"V{first[1] * CELL - _EDGE:g}H{left + CELL:g}")
    return "".join([*steps, "z"])


def _draw_ground(start: _Place, end: _Place) -> Iterator[str]:
    for weekday in range(_WEEK):
        first = 0 if weekday >= start[1] else 1
        last = end[0] if weekday <= end[1] else end[0] - 1
        length = (last - first) * CELL + SIDE
        yield f"M{first * CELL} {weekday * CELL}h{length}"


def _draw_border(first: _Place) -> str:
    """Return the line before a month, from the top down; it goes around the month's first week."""
    week, weekday = first
    x, y, bottom = week * CELL - 0.5, weekday * CELL - _EDGE, _WEEK * CELL - _EDGE
    if not weekday:
        return f"M{x:g} {-_EDGE:g}V{bottom:g}"
    return f"M{x + CELL:g} {-_EDGE:g}V{y:g}H{x:g}V{bottom:g}"
