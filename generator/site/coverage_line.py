"""Draw how many stories there were over time, as the corners of a polygon for an SVG."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.site.periods import MONTH, YEAR

HEIGHT = 100
"""The height of a drawing; its width is the number of steps from the first period to the last."""

LONG = 120
"""The most months that are drawn one by one; longer spans are drawn by year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """Stories over time: `corners` in `x,y` for an SVG polygon of `width` by `HEIGHT`.

    `first`, `last` and `peak` are periods, months or years; `most` is the number of stories in
    `peak`, the latest of those with most.
    """

    corners: str
    width: int
    first: str
    last: str
    peak: str
    most: int


def draw_line(periods: Iterable[str]) -> CoverageLine | None:
    """Return the line of stories of these periods, or None where they make no line.

    Stories of which only the year is known count where the line goes by year.
    """
    known = [period for period in periods if period]
    months = Counter(_count_months(period) for period in known if len(period) >= MONTH)
    span = max(months) - min(months) if months else 0
    if 1 <= span < LONG:
        return _draw(months, MONTH)
    years = Counter(int(period[:YEAR]) for period in known)
    return _draw(years, YEAR) if len(years) > 1 else None


def _count_months(period: str) -> int:
    return int(period[:YEAR]) * 12 + int(period[YEAR + 1 : MONTH]) - 1


def _name(step: int, width: int) -> str:
    return f"{step:04}" if width == YEAR else f"{step // 12:04}-{step % 12 + 1:02}"


def _draw(counts: Mapping[int, int], width: int) -> CoverageLine:
    first, last = min(counts), max(counts)
    most, peak = max((count, step) for step, count in counts.items())
    # What lies between two empty periods is a straight line, so a long gap is no long text.
    steps = {near for step in counts for near in (step - 1, step, step + 1)}
    drawn = [
        f"{step - first},{HEIGHT - round(HEIGHT * counts.get(step, 0) / most)}"
        for step in sorted(steps)
        if first <= step <= last
    ]
    corners = [f"0,{HEIGHT}", *drawn, f"{last - first},{HEIGHT}"]
    return CoverageLine(
        corners=" ".join(corners),
        width=last - first,
        first=_name(first, width),
        last=_name(last, width),
        peak=_name(peak, width),
        most=most,
    )
