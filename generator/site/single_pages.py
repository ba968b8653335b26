"""Make the pages of which there is one: front page, search, about, not found; and people's own."""

import json
import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.model import Page
from generator.site.anniversaries import find_anniversaries
from generator.site.front import by_prominence, lay_out_front, shorten_front
from generator.site.index_pages import list_largest
from generator.site.pages import Edition, Group, Link, PageJob, link_shelves
from generator.site.periods import DAY, YEAR, folder_of, shade
from generator.site.shelves import KINDS, ShelfKind

FRONT_SECTION = 5
"""The most stories of one section on the front page."""

FRONT_SECTIONS = 9
"""The most sections of a day on the front page."""

FRONT_EARLIER = 8
"""The most stories of earlier years on the front page."""

FRONT_SHELVES = 24
"""The most topics, sections or sources on the front page."""

SEARCH_SHELVES = 8
"""The most of them on the search page, which is to be there at once."""

_TAKEN = frozenset([*KINDS, "undated", "search", "theme", "media", "data"])


def make_single_pages(edition: Edition, own: Sequence[Page]) -> Iterator[PageJob]:
    """Yield the front page, search, about, not found, and the pages of the archive's owner."""
    yield _make_front(edition)
    yield _make_search(edition)
    yield _make_missing(edition)
    by_slug = {page.slug: page for page in own}
    yield _make_about(edition, by_slug.pop("about", None))
    for slug in sorted(by_slug):
        yield _make_own(by_slug[slug])


def find_taken(own: Sequence[Page]) -> tuple[Page, ...]:
    """Return the owner's pages that would stand where the site has pages of its own."""
    # A page named "2023" would stand where that year does.
    return tuple(page for page in own if page.slug in _TAKEN or re.fullmatch(r"\d{4}", page.slug))


def link_own(own: Sequence[Page]) -> tuple[Link, ...]:
    """Return a link to each of the owner's pages; every page has one to *about* already."""
    return tuple(
        Link(text=page.title, address=f"{page.slug}/") for page in own if page.slug != "about"
    )


def _make_front(edition: Edition) -> PageJob:
    title, days = edition.settings.title, edition.coverage.periods(DAY)
    return PageJob(
        address="",
        template="front",
        title=title,
        description=edition.settings.description or title,
        place="front",
        values={
            "latest": _set_day(days[-1], edition) if days else None,
            "earlier": _look_back(days, edition) if days else None,
            "browse": _browse(edition, FRONT_SHELVES),
            "undated": edition.undated[:FRONT_SHELVES],
        },
    )


def _set_day(day: str, edition: Edition) -> dict[str, object]:
    """Return the front page of a day, and what leads to the whole of it."""
    cards, words, address = edition.coverage.of(day), edition.words, folder_of(day)
    every = words.count("all_of", len(cards), when=words.period(day))
    return {
        "day": Link(text=words.title(day), address=address),
        "front": shorten_front(lay_out_front(cards, edition), FRONT_SECTIONS, FRONT_SECTION),
        "more": Link(text=every, address=address),
    }


def _look_back(days: Sequence[str], edition: Edition) -> Group | None:
    """Return what earlier years have of the archive's latest day: no build looks at a clock."""
    found, text = find_anniversaries(days, days[-1]), edition.words.text
    shown = found.days[:FRONT_EARLIER]
    cards = [
        card
        for day in shown
        # The years share the place, so that none of them fills it alone.
        for card in by_prominence(edition.coverage.of(day))[: FRONT_EARLIER // len(shown)]
    ]
    title = text.on_this_day if found.exact else text.around_this_day
    return Group(title=title, cards=cards) if cards else None


def _link_period(period: str, edition: Edition) -> Link:
    return Link(text=edition.words.period(period), address=folder_of(period))


def _browse(edition: Edition, limit: int) -> dict[str, object]:
    """Return the ways into the archive: its years, and the largest of its shelves."""
    counts = edition.coverage.counts(YEAR)
    most = max(counts.values(), default=0)
    years = tuple(
        Link(
            text=year,
            address=folder_of(year),
            count=edition.count(counts[year]),
            shade=shade(counts[year], most),
        )
        for year in sorted(counts)
    )
    return {"years": years, **{kind: _largest(kind, edition, limit) for kind in KINDS}}


def _largest(kind: ShelfKind, edition: Edition, limit: int) -> tuple[Link, ...]:
    return link_shelves(list_largest(edition.shelves.by_kind[kind])[:limit], edition)


def _make_search(edition: Edition) -> PageJob:
    text = edition.words.text
    return PageJob(
        address="search/",
        template="search",
        title=text.search,
        description=text.search_label,
        place="search",
        values={"browse": _browse(edition, SEARCH_SHELVES), "messages": _write_messages(edition)},
    )


def _write_messages(edition: Edition) -> str:
    """Return what the search page says, for its script."""
    return json.dumps(dict(edition.words.search), ensure_ascii=False, separators=(",", ":"))


def _make_missing(edition: Edition) -> PageJob:
    # A server shows this page at any address, so its links start from the root of the host.
    root = edition.settings.base_path.rstrip("/")
    text = edition.words.text
    return PageJob(
        address="404.html",
        template="404",
        title=text.missing,
        description=text.missing_how,
        place="missing",
        values={"SITEURL": root},
    )


def _make_about(edition: Edition, own: Page | None) -> PageJob:
    settings, text = edition.settings, edition.words.text
    dated = [card.period for card in edition.cards if card.period]
    what = text.about_what.format(title=settings.title)
    return PageJob(
        address="about/",
        template="about",
        title=own.title if own else text.about,
        description=settings.description or what,
        place="about",
        values={
            "body": _body(own) if own else None,
            "what": what,
            "count": edition.words.number(len(edition.cards)),
            "sources": edition.words.number(len(edition.shelves.by_kind["sources"])),
            "first": _link_period(min(dated), edition) if dated else None,
            "last": _link_period(max(dated), edition) if dated else None,
        },
    )


def _make_own(own: Page) -> PageJob:
    return PageJob(
        address=f"{own.slug}/",
        template="page",
        title=own.title,
        description=own.title,
        values={"body": _body(own)},
    )


def _body(own: Page) -> Markup:
    return Markup(own.html)  # noqa: S704 - content/ lets nothing through that runs
