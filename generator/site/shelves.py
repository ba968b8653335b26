"""Put stories on shelves, one for each topic, section, source and byline, in one pass.

Spellings that differ only in case, quotes or dashes are one shelf, under the spelling that the
earliest of its stories has. Every name gets an address of its own, the earliest the plainest, so
that newer stories change no name and no address; what has neither a letter nor a digit, as ".." or
"–", names nothing and gets none.

A topic or a byline of few stories has no page: they stand in the index, and so does its address.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Literal, TypeAlias, get_args

from generator.files import digest_bytes
from generator.model import Story
from generator.site.cards import Card
from generator.text import fold, slugify

ShelfKind: TypeAlias = Literal["topics", "sections", "sources", "bylines"]
KINDS: tuple[ShelfKind, ...] = get_args(ShelfKind)

FOLDING: frozenset[ShelfKind] = frozenset(["topics", "bylines"])
"""The kinds of which a shelf needs some stories to have a page of its own."""

INDEX_WHOLE = 600
"""The most names that an index shows on one page."""

COMPANY = 12
"""The most topics that a shelf names as those of its stories."""

DIGITS, OTHER = "0", "other"
"""The initials of names that begin with a digit, and of those that have no Latin letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The stories of one topic, section, source or byline, in the archive's order.

    `index` is the page that lists its name, under `initial`; a `folded` shelf has no other.
    """

    kind: ShelfKind
    name: str
    slug: str
    cards: tuple[Card, ...]
    initial: str
    index: str
    folded: bool

    @property
    def address(self) -> str:
        """Where the shelf stands: `topics/rail-strike/`, or folded `topics/#rail-strike`."""
        return f"{self.index}#{self.anchor}" if self.folded else self.folder

    @property
    def folder(self) -> str:
        """Where the shelf's page stands, if it has one."""
        return f"{self.kind}/{self.slug}/"

    @property
    def anchor(self) -> str:
        """The shelf's name as a part of its index, which has a part `main` of its own."""
        return "_main" if self.slug == "main" else self.slug


@dataclass(frozen=True, slots=True)
class Shelves:
    """All shelves: of each kind in alphabetical order, and by what a story calls them."""

    by_kind: Mapping[ShelfKind, tuple[Shelf, ...]]
    by_name: Mapping[tuple[ShelfKind, str], Shelf]

    @property
    def every(self) -> tuple[Shelf, ...]:
        """The shelves of all kinds."""
        return tuple(chain.from_iterable(self.by_kind.values()))

    def named(self, kind: ShelfKind, names: Sequence[str]) -> tuple[Shelf, ...]:
        """Return the shelves that `names` mean, each once, in their order."""
        found = (self.by_name.get((kind, fold(name))) for name in names)
        return tuple({shelf.slug: shelf for shelf in found if shelf}.values())

    def company(self, shelf: Shelf) -> tuple[tuple[Shelf, int], ...]:
        """Return the topics that most stories of `shelf` are on, and how many of them are."""
        counts = Counter(topic for card in shelf.cards for topic in card.topics)
        found = ((self.by_name.get(("topics", topic)), count) for topic, count in counts.items())
        other = [(topic, count) for topic, count in found if topic and topic is not shelf]
        return tuple(sorted(other, key=lambda pair: (-pair[1], pair[0].slug))[:COMPANY])


def names_of(story: Story, kind: ShelfKind) -> tuple[str, ...]:
    """Return the names of one kind that a story gives and that a shelf can bear."""
    header = story.header
    named = {
        "topics": header.topics,
        "bylines": header.byline,
        "sections": (header.section,),
        "sources": (header.source,),
    }[kind]
    return tuple(name for name in named if name and is_name(name))


def is_name(name: str) -> bool:
    """Tell whether `name` has a letter or a digit, of any script."""
    return any(map(str.isalnum, name))


def shelve(stories: Sequence[Story], cards: Sequence[Card], listing_from: int = 1) -> Shelves:
    """Return the shelves of `stories`, whose cards are given in the same order.

    Topics and bylines with fewer than `listing_from` stories are folded.
    """
    by_kind = {
        kind: _shelve_kind(kind, stories, cards, listing_from if kind in FOLDING else 1)
        for kind in KINDS
    }
    by_name = {
        (kind, fold(shelf.name)): shelf for kind, shelves in by_kind.items() for shelf in shelves
    }
    return Shelves(by_kind, by_name)


def _shelve_kind(
    kind: ShelfKind, stories: Sequence[Story], cards: Sequence[Card], listing_from: int
) -> tuple[Shelf, ...]:
    held: dict[str, dict[str, Card]] = defaultdict(dict)
    spellings: list[tuple[bool, str, str]] = []
    for story, card in zip(stories, cards, strict=True):
        for name in names_of(story, kind):
            key = fold(name)
            spellings.append((not card.period, key, name))
            held[key][card.address] = card
    # What has no date comes last: it may have come to the archive at any time.
    spellings.sort(key=itemgetter(0))
    names = {key: name for _, key, name in reversed(spellings)}
    slugs = name_addresses(dict.fromkeys(key for _, key, _ in spellings))
    initials = {key: _initial_of(key) for key in held}
    indexes = {initial: find_index(kind, initial, len(held)) for initial in initials.values()}
    shelves = (
        Shelf(
            kind=kind,
            name=names[key],
            slug=slugs[key],
            cards=tuple(cards_of.values()),
            initial=initials[key],
            index=indexes[initials[key]],
            folded=len(cards_of) < listing_from,
        )
        for key, cards_of in held.items()
    )
    return tuple(sorted(shelves, key=_alphabetic))


def _alphabetic(shelf: Shelf) -> tuple[bool, str, str]:
    """Sort G7 before G20, and last what has no Latin letters."""
    numbered = re.sub(r"[0-9]+", lambda number: number[0].zfill(20), shelf.slug)
    return shelf.initial == OTHER, numbered, shelf.slug


def find_index(kind: ShelfKind, initial: str, names: int) -> str:
    """Return the page of an index of so many names that lists those under `initial`."""
    # No slug begins with an underscore, so no shelf's page can be in the way.
    return f"{kind}/_{initial}/" if names > INDEX_WHOLE else f"{kind}/"


def _initial_of(key: str) -> str:
    slug = slugify(key)
    # No letter of the name is Latin: its slug is that of nothing.
    if slug == slugify("") and key != slug:
        return OTHER
    return slug[0] if slug[0].isalpha() else DIGITS


def name_addresses(names: Iterable[str]) -> dict[str, str]:
    """Give each folded name a slug that no other has, for good: later names change none of them.

    Where several names come to the same slug, as C and C++ do, the first of them has it, and the
    others take as much of the digest of the folded name as tells them apart. No slug of a name
    alone has two hyphens in a row.
    """
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        slugs[name] = next(slug for slug in _list_slugs(name) if slug not in taken)
        taken.add(slugs[name])
    return slugs


def _list_slugs(name: str) -> Iterator[str]:
    slug = slugify(name)
    yield slug
    digest = digest_bytes(name.encode("utf-8", "surrogatepass"))
    yield from (f"{slug}--{digest[:width]}" for width in range(6, len(digest) + 1))
