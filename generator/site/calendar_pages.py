"""Make the pages of years, months and days."""

from collections.abc import Iterator, Mapping

from generator.site.front import by_prominence, lay_out_front
from generator.site.heat_map import lay_out_heat_map
from generator.site.pages import Edition, Group, Link, PageJob
from generator.site.periods import (
    DAY,
    MONTH,
    YEAR,
    Month,
    folder_of,
    lay_out,
    neighbours,
)

PER_DAY = 8
"""The most stories of one day that a month's page lists; the day's own page has them all."""

TOLD = 2
"""The most of them that it shows with their first words."""


def make_calendar_pages(edition: Edition) -> Iterator[PageJob]:
    """Yield a page for each year, month and day that has coverage."""
    calendar = _Calendar(edition)
    for year in calendar.years:
        yield calendar.make_year(year)
    for month in calendar.months:
        yield calendar.make_month(month)
    for day in calendar.days:
        yield calendar.make_day(day)


class _Calendar:
    """The archive's dates, counted once for all pages."""

    def __init__(self, edition: Edition) -> None:
        self._edition, self._words = edition, edition.words
        coverage = edition.coverage
        self.years, self.months, self.days = map(coverage.periods, (YEAR, MONTH, DAY))
        self._by_year, self._by_month, by_day = map(coverage.counts, (YEAR, MONTH, DAY))
        self._days_of = _by_prefix(by_day, MONTH)
        self._days_in = _by_prefix(by_day, YEAR)

    def make_year(self, year: str) -> PageJob:
        """Return a year's page: a heat map of its days, and its twelve months as calendars."""
        months = [f"{year}-{number:02}" for number in range(1, 13)]
        days = self._days_in.get(year, {})
        most = max(days.values(), default=0)
        covered = any(month in self._by_month for month in months)
        values = {
            "heat": lay_out_heat_map(year, days, self._words) if days else None,
            "months": tuple(self._lay_out(month, most) for month in months) if covered else (),
            "loose": self._loose(year),
        }
        return self._page(year, "year", self._by_year[year], values)

    def make_month(self, month: str) -> PageJob:
        """Return a month's page: its calendar, and each day's first stories."""
        days = self._days_of.get(month, {})
        values = {
            "month": self._lay_out(month, max(days.values())) if days else None,
            "groups": tuple(self._group(day) for day in days),
            "loose": self._loose(month),
        }
        return self._page(month, "month", self._by_month[month], values)

    def make_day(self, day: str) -> PageJob:
        """Return a day's page: its stories as a front page, beside the month's calendar."""
        cards = self._edition.coverage.of(day)
        values = {
            "front": lay_out_front(cards, self._edition),
            # Against no busier day: else a later one would change the pages of all before it.
            "month": self._lay_out(day[:MONTH], 0),
        }
        return self._page(day, "day", len(cards), values)

    def _page(
        self, period: str, template: str, count: int, values: Mapping[str, object]
    ) -> PageJob:
        name, words = self._words.title(period), self._words.text
        # The templates "year", "month" and "day" are named by what `years`, `months` and `days`
        # list.
        before, after = neighbours(getattr(self, f"{template}s"), period)
        total = self._edition.count(count)
        return PageJob(
            address=folder_of(period),
            template=template,
            title=name,
            description=f"{words.day_of.format(when=name)}: {total}",
            trail=tuple(
                self._link(period[:width]) for width in (YEAR, MONTH) if width < len(period)
            ),
            values={
                **values,
                "period": period,
                "count": total,
                "before": before and self._link(before),
                "after": after and self._link(after),
            },
        )

    def _link(self, period: str) -> Link:
        return Link(text=self._words.period(period), address=folder_of(period))

    def _lay_out(self, month: str, most: int) -> Month:
        count = self._by_month.get(month, 0)
        return lay_out(month, self._days_of.get(month, {}), count=count, most=most)

    def _loose(self, period: str) -> Group | None:
        """Return the stories of which no finer period is known."""
        cards = self._edition.coverage.of(period)
        when = self._words.period(period)
        title = self._words.text.sometime.format(when=when)
        return Group(title=title, cards=cards) if cards else None

    def _group(self, day: str) -> Group:
        cards = by_prominence(self._edition.coverage.of(day))
        when, address = self._words.period(day), folder_of(day)
        every = Link(text=self._words.count("all_of", len(cards), when=when), address=address)
        more = every if len(cards) > PER_DAY else None
        return Group(
            title=when,
            address=address,
            cards=cards[:TOLD],
            briefs=cards[TOLD:PER_DAY],
            more=more,
        )


def _by_prefix(counts: Mapping[str, int], width: int) -> dict[str, dict[str, int]]:
    grouped: dict[str, dict[str, int]] = {}
    for period in sorted(counts):
        grouped.setdefault(period[:width], {})[period] = counts[period]
    return grouped
