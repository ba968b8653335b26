"""Make the listings of topics, sections, sources and bylines, and of what has no date.

A listing that is too long for one page is split by year, then by month, then by day, and what
has no date by letter; so the address of a story's listing never shifts when others arrive.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from generator.site.cards import Card
from generator.site.pages import Edition, Group, Link, PageJob, link_shelves
from generator.site.periods import DAY, MONTH, YEAR, shade
from generator.site.shelves import KINDS, Shelf, ShelfKind
from generator.text import slugify

WHOLE = 120
"""The most stories that a listing shows on one page."""

NEWEST = 24
"""How many of the newest stories a split listing shows on its first page."""

_FINER = {0: YEAR, YEAR: MONTH, MONTH: DAY}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The shelves that an index lists under one letter."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Some stories of one shelf, all of one `period` ("" for any), and the page that lists them."""

    page: PageJob
    cards: Sequence[Card]
    period: str = ""


def make_shelf_pages(edition: Edition) -> Iterator[PageJob]:
    """Yield the index of each kind of shelf, the listing of each shelf, and the undated."""
    for kind in KINDS:
        shelves = edition.shelves.by_kind[kind]
        yield _make_index(kind, shelves, edition)
        for shelf in shelves:
            yield from _Splitter(edition, shelf.name).split(_start_shelf(shelf, edition))
    yield from _Splitter(edition, edition.words.text.undated).split(_start_undated(edition))


def _say(edition: Edition, key: str) -> str:
    return str(getattr(edition.words.text, key))


def _make_index(kind: ShelfKind, shelves: Sequence[Shelf], edition: Edition) -> PageJob:
    return PageJob(
        address=f"{kind}/",
        template="index",
        title=_say(edition, kind),
        description=_say(edition, f"index_{kind}" if shelves else f"none_{kind}"),
        place=kind,
        values={
            "letters": tuple(
                Letter(
                    title=edition.words.text.digits if initial == "0" else initial,
                    links=link_shelves(group, edition),
                )
                for initial, group in groupby(shelves, key=attrgetter("initial"))
            )
        },
    )


def _start_shelf(shelf: Shelf, edition: Edition) -> _Run:
    page = PageJob(
        address=shelf.address,
        template="listing",
        title=shelf.name,
        description=f"{_say(edition, f'kind_{shelf.kind}')}: {shelf.name}",
        place=shelf.kind,
        trail=(Link(text=_say(edition, shelf.kind), address=f"{shelf.kind}/"),),
    )
    return _Run(page=page, cards=shelf.cards)


def _start_undated(edition: Edition) -> _Run:
    text, cards = edition.words.text, edition.undated
    what = text.undated_what if cards else text.undated_none
    page = PageJob(
        address="undated/",
        template="listing",
        title=text.undated,
        description=what,
        place="undated",
    )
    return _Run(page=page, cards=cards)


@dataclass(frozen=True, slots=True)
class _Splitter:
    """Turns the stories of the shelf `name` into as many pages as they need."""

    edition: Edition
    name: str

    def split(self, run: _Run) -> Iterator[PageJob]:
        """Yield one page with all stories, or a page that leads to the pages of their periods."""
        if len(run.cards) <= WHOLE or len(run.period) == DAY:
            yield self._set(run, groups=self._group(run.cards, run.period))
            return
        width = _FINER[len(run.period)]
        dated = [card for card in run.cards if len(card.period) >= width]
        loose = [card for card in run.cards if len(card.period) < width]
        periods = [self._narrow_period(run, *part) for part in _part(dated, _period_of(width))]
        letters = [self._narrow_letter(run, *part) for part in _part(loose, _letter_of)]
        shown = self._group(dated[-NEWEST:], run.period)
        if len(loose) <= WHOLE:
            letters, shown = [], (*shown, *self._group(loose, run.period))
        yield self._set(run, parts=self._link(periods, letters), groups=shown)
        for part in periods:
            yield from self.split(part)
        for part in letters:
            yield self._set(part, groups=self._group(part.cards, part.period))

    def _set(self, run: _Run, groups: Sequence[Group], parts: Sequence[Link] = ()) -> PageJob:
        total = self.edition.count(len(run.cards))
        return replace(run.page, values={"count": total, "groups": groups, "parts": parts})

    def _narrow_period(self, run: _Run, period: str, cards: Sequence[Card]) -> _Run:
        when = self.edition.words.period(period)
        page = self._descend(run.page, period.rpartition("-")[2], when)
        return _Run(page=page, cards=cards, period=period)

    def _narrow_letter(self, run: _Run, letter: str, cards: Sequence[Card]) -> _Run:
        words = self.edition.words.text.letter.format(letter=letter.upper())
        # No slug begins with an underscore, so no story's page can be in the way.
        page = self._descend(run.page, f"_{letter}", words)
        return _Run(page=page, cards=cards, period=run.period)

    def _descend(self, page: PageJob, folder: str, what: str) -> PageJob:
        title = self.edition.words.text.of_name.format(name=self.name, when=what)
        trail = (*page.trail, Link(text=page.title, address=page.address))
        address = f"{page.address}{folder}/"
        return replace(page, address=address, title=title, trail=trail)

    def _link(self, periods: Sequence[_Run], letters: Sequence[_Run]) -> tuple[Link, ...]:
        most = max((len(run.cards) for run in periods), default=0)
        return tuple(
            Link(
                text=run.page.title.removeprefix(f"{self.name}, "),
                address=run.page.address,
                count=self.edition.count(len(run.cards)),
                shade=shade(len(run.cards), most),
            )
            for run in (*periods, *letters)
        )

    def _group(self, cards: Sequence[Card], period: str) -> tuple[Group, ...]:
        """Return stories by the next finer period, the newest first, and the undated by name."""
        width = _FINER.get(len(period), DAY)
        parts = _part(reversed(cards), _period_of(width))
        return tuple(
            Group(title=self._name_period(key, width), cards=part if key else part[::-1])
            for key, part in reversed(parts)
        )

    def _name_period(self, period: str, width: int) -> str:
        text = self.edition.words.text
        if not period:
            return str(text.no_date)
        when = self.edition.words.period(period)
        return when if len(period) == width else str(text.sometime.format(when=when))


def _period_of(width: int) -> Callable[[Card], str]:
    return lambda card: card.period[:width]


def _letter_of(card: Card) -> str:
    return slugify(card.headline)[0]


def _part(
    cards: Iterable[Card], key_of: Callable[[Card], str]
) -> list[tuple[str, tuple[Card, ...]]]:
    parts: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        parts[key_of(card)].append(card)
    return [(key, tuple(parts[key])) for key in sorted(parts)]
