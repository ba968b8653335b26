"""Make the listings of topics, sections, sources and bylines, and of what has no date.

A listing that is too long for one page is split by year, then by month, then by day, and what
has no date by letter; so the address of a story's listing never shifts when others arrive. A part
leads up and back, never forward, so that it stays as it is when a later part comes. The first page
leads to every part.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.site.cards import Card
from generator.site.coverage_line import CoverageLine, draw_line
from generator.site.feed import FEEDING
from generator.site.index_pages import make_index_pages
from generator.site.pages import Edition, Group, Link, PageJob
from generator.site.periods import DAY, MONTH, YEAR, shade
from generator.site.shelves import KINDS, Shelf
from generator.text import slugify

WHOLE = 120
"""The most stories that a listing shows on one page."""

NEWEST = 24
"""How many of the newest stories a split listing shows on its first page."""

_FINER = {0: YEAR, YEAR: MONTH, MONTH: DAY}
_NOTHING: Mapping[str, object] = {
    "line": None,
    "caption": "",
    "branches": (),
    "company": (),
    "feed": None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A part of a listing that has parts of its own, and links to these."""

    link: Link
    parts: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Some stories of one shelf, the page that lists them, and the parts it is split into.

    All are of one `period`, or of any where it is "". `label` tells the run from all others of its
    shelf, and `short` from those beside it; `before` and `up` lead to the part before it and to
    what it is a part of. `loose` are the stories that are in none of the parts.
    """

    page: PageJob
    cards: Sequence[Card]
    period: str = ""
    label: str = ""
    short: str = ""
    before: Link | None = None
    up: Link | None = None
    parts: tuple["_Run", ...] = ()
    loose: Sequence[Card] = ()


def make_shelf_pages(edition: Edition) -> Iterator[PageJob]:
    """Yield the index of each kind of shelf, the listing of each shelf, and the undated."""
    for kind in KINDS:
        yield from make_index_pages(kind, edition)
        for shelf in edition.shelves.by_kind[kind]:
            if not shelf.folded:
                yield from _make_shelf(shelf, edition)
    undated = _start_undated(edition)
    yield from _Splitter(edition, undated.page.title).make(undated, {})


def _make_shelf(shelf: Shelf, edition: Edition) -> Iterator[PageJob]:
    line = draw_line(card.period for card in shelf.cards)
    own = {
        "line": line,
        "caption": _describe(line, edition) if line else "",
        "company": tuple(
            Link(text=topic.name, address=topic.address, count=edition.count(count))
            for topic, count in edition.shelves.company(shelf)
        ),
        "feed": shelf.address if shelf.kind in FEEDING else None,
    }
    yield from _Splitter(edition, shelf.name).make(_start_shelf(shelf, edition), own)


def _describe(line: CoverageLine, edition: Edition) -> str:
    words = edition.words
    text = words.text.line_years if len(line.peak) == YEAR else words.text.line_months
    periods = {key: words.period(getattr(line, key)) for key in ("first", "last", "peak")}
    return str(text.format(**periods, most=edition.count(line.most)))


def _start_shelf(shelf: Shelf, edition: Edition) -> _Run:
    text = vars(edition.words.text)
    page = PageJob(
        address=shelf.address,
        template="listing",
        title=shelf.name,
        description=f"{text[f'kind_{shelf.kind}']}: {shelf.name}",
        place=shelf.kind,
        trail=(Link(text=text[shelf.kind], address=f"{shelf.kind}/"),),
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

    def make(self, run: _Run, own: Mapping[str, object]) -> Iterator[PageJob]:
        """Yield the first page of a listing, which shows its `own` values, and those of its parts.

        It leads to every part, however deep, so that any two stories are three steps apart.
        """
        first, *parts = _walk(self._split(run))
        branches = tuple(
            Branch(
                link=self._link(part),
                parts=tuple(self._link(each, short=True) for each in part.parts),
            )
            for part in parts
            if part.parts
        )
        yield self._set(first, {**own, "branches": branches})
        for part in parts:
            yield self._set(part, {})

    def _split(self, run: _Run) -> _Run:
        """Return `run` with all of its parts, which are none where one page holds all stories."""
        # There is nothing finer than a day, which has all of its stories on one page.
        if len(run.cards) <= WHOLE or len(run.period) == DAY:
            return run
        width = _FINER[len(run.period)]
        dated = [card for card in run.cards if len(card.period) >= width]
        loose = [card for card in run.cards if len(card.period) < width]
        # The first part leads back to what was before the whole, so that the way back goes on
        # through all years.
        periods = [self._narrow_period(run, *part) for part in _part(dated, _period_of(width))]
        parts = [self._split(part) for part in self._chain(periods, run.before)]
        if len(loose) > WHOLE:
            letters = [self._narrow_letter(run, *part) for part in _part(loose, _letter_of)]
            parts, loose = [*parts, *self._chain(letters, None)], []
        return replace(run, parts=tuple(parts), loose=loose)

    def _chain(self, runs: Iterable[_Run], before: Link | None) -> Iterator[_Run]:
        """Let each run lead to the one before it, and the first to what is before them all."""
        for run in runs:
            yield replace(run, before=before)
            before = self._link(run)

    def _set(self, run: _Run, own: Mapping[str, object]) -> PageJob:
        if run.parts:
            dated = [card for card in run.cards if len(card.period) >= _FINER[len(run.period)]]
            shown = (*self._group(dated[-NEWEST:], run), *self._group(run.loose, run))
            parts = self._link_parts(run.parts)
        else:
            shown = self._group(run.cards, run)
            parts = () if run.period else self._link_years(run)
        values = {
            "groups": shown,
            "parts": parts,
            "before": run.before,
            "up": run.up,
        }
        count = self.edition.count(len(run.cards))
        return replace(run.page, values={**_NOTHING, **values, **own, "count": count})

    def _narrow_period(self, run: _Run, period: str, cards: Sequence[Card]) -> _Run:
        words, last = self.edition.words, period.rpartition("-")[2]
        label = words.period(period)
        short = words.months[int(last) - 1] if len(period) == MONTH else str(int(last))
        page = self._descend(run, last, label)
        part = _Run(page=page, cards=cards, period=period, label=label, short=short)
        return replace(part, up=self._link_up(run))

    def _narrow_letter(self, run: _Run, letter: str, cards: Sequence[Card]) -> _Run:
        label = self.edition.words.text.letter.format(letter=letter.upper())
        # No slug begins with an underscore, so no story's page can be in the way.
        page = self._descend(run, f"_{letter}", label)
        part = _Run(page=page, cards=cards, period=run.period, label=label, short=label)
        return replace(part, up=self._link_up(run))

    def _descend(self, run: _Run, folder: str, label: str) -> PageJob:
        title = self.edition.words.text.of_name.format(name=self.name, when=label)
        trail = (*run.page.trail, self._link_up(run))
        return replace(run.page, address=f"{run.page.address}{folder}/", title=title, trail=trail)

    def _link_up(self, run: _Run) -> Link:
        return Link(text=run.page.title, address=run.page.address)

    def _link(self, run: _Run, *, short: bool = False) -> Link:
        count = self.edition.count(len(run.cards))
        return Link(text=run.short if short else run.label, address=run.page.address, count=count)

    def _link_parts(self, runs: Sequence[_Run]) -> tuple[Link, ...]:
        most = max((len(run.cards) for run in runs if run.period), default=0)
        return tuple(
            # A letter is of no period, and may have more stories than the fullest one.
            replace(self._link(run), shade=shade(len(run.cards), max(most, len(run.cards))))
            for run in runs
        )

    def _link_years(self, run: _Run) -> tuple[Link, ...]:
        """Return links to the years on a listing's one page, where there is more than one."""
        counts = Counter(card.period[:YEAR] for card in run.cards if card.period)
        most = max(counts.values(), default=0)
        return tuple(
            Link(
                text=self.edition.words.period(year),
                address=f"{run.page.address}#{year}",
                count=self.edition.count(counts[year]),
                shade=shade(counts[year], most),
            )
            for year in sorted(counts)
            if len(counts) > 1
        )

    def _group(self, cards: Sequence[Card], run: _Run) -> tuple[Group, ...]:
        """Return stories by the next finer period, the newest first, and the undated by name."""
        width = _FINER.get(len(run.period), DAY)
        parts = _part(reversed(cards), _period_of(width))
        return tuple(
            Group(
                title=self._name_period(key, width),
                cards=part if key else part[::-1],
                anchor=key,
            )
            for key, part in reversed(parts)
        )

    def _name_period(self, period: str, width: int) -> str:
        text = self.edition.words.text
        if not period:
            return str(text.no_date)
        when = self.edition.words.period(period)
        return when if len(period) == width else str(text.sometime.format(when=when))


def _walk(run: _Run) -> Iterator[_Run]:
    yield run
    for part in run.parts:
        yield from _walk(part)


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
