"""Find the stories of a range of dates.

Stories are numbered by date, the undated first, so those of a range follow each other; but a story
whose date is known as a month or a year belongs to a range only if all of its days do.
`browser/days.js` does the same with what `render_days` writes.
"""

from bisect import bisect_left, bisect_right
from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from generator.search.varint import encode, encode_rising

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Numbers of documents, from the first of each pair up to before the second."""


class Span(NamedTuple):
    """The days that a date may mean: the first, counted from 1 January of year 1, and how many."""

    first: int
    days: int


def find_span(published: str) -> Span:
    """Return the days of a date in ISO 8601, as precisely as it is known."""
    day = published[:10]
    year = int(day[:4])
    month = int(day[5:7] or 1)
    days = {4: 366 if isleap(year) else 365, 7: monthrange(year, month)[1]}.get(len(day), 1)
    return Span(date(year, month, int(day[8:10] or 1)).toordinal(), days)


@dataclass(frozen=True, slots=True)
class Days:
    """The dates of all stories: how many have none, and the spans of the others, in order."""

    undated: int
    spans: tuple[Span, ...]

    def find(self, first: str | None, last: str | None) -> Ranges:
        """Return the documents whose dates lie from `first` to the end of `last`; None is open."""
        least = find_span(first).first if first else 0
        most = sum(find_span(last)) - 1 if last else date.max.toordinal()
        low = bisect_left(self.spans, least, key=lambda span: span.first)
        high = bisect_right(self.spans, most, key=lambda span: span.first)
        return tuple(self._leave_out(low, high, most))

    def _leave_out(self, low: int, high: int, most: int) -> Iterator[tuple[int, int]]:
        """Yield what remains of the spans from `low` to `high` without those that end too late."""
        for at in range(low, high):
            first, days = self.spans[at]
            if days > 1 and first + days - 1 > most:
                if low < at:
                    yield self.undated + low, self.undated + at
                low = at + 1
        if low < high:
            yield self.undated + low, self.undated + high


def make_days(published: Sequence[str | None]) -> Days:
    """Return the dates of stories in the order of their numbers: the undated, then by first day."""
    spans = tuple(find_span(said) for said in published if said)
    undated = len(published) - len(spans)
    if any(published[:undated]) or any(a.first > b.first for a, b in pairwise(spans)):
        raise ValueError("stories are not in the order of their dates")
    return Days(undated, spans)


def render_days(days: Days) -> bytes:
    """Return the dates as bytes: the undated, the days between stories, and what is many days."""
    firsts = [0, *(span.first for span in days.spans)]
    gaps = [after - before for before, after in pairwise(firsts)]
    wide = [at for at, span in enumerate(days.spans) if span.days > 1]
    lengths = encode([days.spans[at].days for at in wide])
    return encode([days.undated, *gaps, len(wide)]) + encode_rising(wide) + lengths
