"""Make the A–Z index of each kind of shelf, on one page or, where it is long, on one a letter."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from generator.site.cards import Card
from generator.site.pages import Edition, Link, PageJob, link_shelves
from generator.site.shelves import DIGITS, OTHER, Shelf, ShelfKind

BARE = 24
"""The most names that an index lists without a bar of letters."""

LARGEST = 60
"""How many of the largest shelves stand on the first page of an index with a page a letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A shelf in an index: where it stands, its number, and the stories of one without a page."""

    text: str
    address: str
    count: str
    anchor: str
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The shelves that an index lists under one letter."""

    title: str
    anchor: str
    links: tuple[Entry, ...]


def make_index_pages(kind: ShelfKind, edition: Edition) -> Iterator[PageJob]:
    """Yield the index of one kind of shelf, and the pages of its letters where it has them.

    The value `split` says that it has.
    """
    shelves = edition.shelves.by_kind[kind]
    groups = {key: tuple(group) for key, group in groupby(shelves, key=attrgetter("initial"))}
    letters = {initial: _make_letter(initial, group, edition) for initial, group in groups.items()}
    split = any(shelf.index != f"{kind}/" for shelf in shelves)
    bar = tuple(
        Link(
            text=letter.title,
            address=groups[initial][0].index if split else f"{kind}/#{letter.anchor}",
        )
        for initial, letter in letters.items()
    )
    shown: dict[str, object] = {
        "bar": bar if len(shelves) > BARE else (),
        "letters": (),
        "largest": (),
        "parted": (),
        "split": split,
    }
    page = _start_index(kind, edition, empty=not shelves)
    if not split:
        yield replace(page, values={**shown, "letters": tuple(letters.values())})
        return
    largest = link_shelves(list_largest(shelves)[:LARGEST], edition)
    before = [shelf for shelf in edition.parted if shelf.kind == kind]
    # Only the places that links lead to: their stories are on the page of their letter.
    parted = [replace(_make_entry(shelf, edition), cards=()) for shelf in before]
    yield replace(page, values={**shown, "largest": largest, "parted": parted})
    for link, letter in zip(bar, letters.values(), strict=True):
        values = {**shown, "letters": (letter,)}
        yield replace(_descend(page, link, edition), values=values)


def list_largest(shelves: Iterable[Shelf]) -> list[Shelf]:
    """Return shelves by the number of their stories, the largest first."""
    return sorted(shelves, key=lambda shelf: (-len(shelf.cards), shelf.slug))


def _start_index(kind: ShelfKind, edition: Edition, *, empty: bool) -> PageJob:
    text = vars(edition.words.text)
    return PageJob(
        address=f"{kind}/",
        template="index",
        title=text[kind],
        description=text[f"none_{kind}" if empty else f"index_{kind}"],
        place=kind,
    )


def _descend(whole: PageJob, link: Link, edition: Edition) -> PageJob:
    title = edition.words.text.of_name.format(name=whole.title, when=link.text)
    trail = (Link(text=whole.title, address=whole.address),)
    return replace(whole, address=link.address, title=title, trail=trail)


def _make_letter(initial: str, shelves: Sequence[Shelf], edition: Edition) -> Letter:
    titles = {DIGITS: edition.words.text.digits, OTHER: "#"}
    return Letter(
        title=titles.get(initial, initial.upper()),
        # No slug begins with an underscore, so no shelf has this anchor.
        anchor=f"_{initial}",
        links=tuple(_make_entry(shelf, edition) for shelf in shelves),
    )


def _make_entry(shelf: Shelf, edition: Edition) -> Entry:
    return Entry(
        text=shelf.name,
        address=shelf.address,
        count=edition.count(len(shelf.cards)),
        anchor=shelf.anchor,
        cards=shelf.cards[::-1] if shelf.folded else (),
    )
