"""Find what stands in the archive under one day of the year, in earlier years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.site.periods import YEAR

_NEAR = 3  # days before or after, which makes a week
# Of this year all days are counted, so that 29 February has a place.
_LEAP = "2000"
_LONGEST = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversaries:
    """Days of earlier years, the latest first: of one month and day if `exact`, else near to it."""

    days: tuple[str, ...]
    exact: bool


def find_anniversaries(days: Sequence[str], day: str) -> Anniversaries:
    """Return which of `days` (ISO 8601, in order) fell on the month and day of `day` before it.

    Where there is none, return the nearest one of each earlier year within the same week.
    """
    earlier = [other for other in days if other[:YEAR] < day[:YEAR]]
    same = tuple(other for other in reversed(earlier) if other[YEAR:] == day[YEAR:])
    return Anniversaries(days=same or _find_nearest(earlier, day), exact=bool(same))


def _find_nearest(earlier: Sequence[str], day: str) -> tuple[str, ...]:
    nearest: dict[str, tuple[int, str]] = {}
    for other in earlier:
        found = _measure(other, day), other
        if found[0] <= _NEAR:
            nearest[other[:YEAR]] = min(found, nearest.get(other[:YEAR], found))
    return tuple(other for _, other in reversed(nearest.values()))


def _measure(one: str, other: str) -> int:
    """Return how many days lie between two days of a year, over New Year if that is shorter."""
    first, second = (date.fromisoformat(_LEAP + day[YEAR:]) for day in (one, other))
    apart = abs((first - second).days)
    return min(apart, _LONGEST - apart)
