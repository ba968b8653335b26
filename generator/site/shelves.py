"""Put stories on shelves, one for each topic, section, source and byline, in one pass.

Spellings that differ only in case, quotes or dashes are one shelf, under the spelling that most
stories use. Every name gets an address of its own, whatever order the stories came in; what has
neither a letter nor a digit, as ".." or "–", names nothing and gets none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Literal, TypeAlias, get_args

from generator.files import digest_bytes
from generator.model import Story
from generator.site.cards import Card
from generator.text import fold, slugify

ShelfKind: TypeAlias = Literal["topics", "sections", "sources", "bylines"]
KINDS: tuple[ShelfKind, ...] = get_args(ShelfKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The stories of one topic, section, source or byline, in the archive's order."""

    kind: ShelfKind
    name: str
    slug: str
    cards: tuple[Card, ...]

    @property
    def address(self) -> str:
        """The shelf's folder in the site: `topics/rail-strike/`."""
        return f"{self.kind}/{self.slug}/"

    @property
    def initial(self) -> str:
        """The letter under which an index lists the shelf; 0 for any digit."""
        return self.slug[0].upper() if self.slug[0].isalpha() else "0"


@dataclass(frozen=True, slots=True)
class Shelves:
    """All shelves: of each kind in alphabetical order, and by what a story calls them."""

    by_kind: Mapping[ShelfKind, tuple[Shelf, ...]]
    by_name: Mapping[tuple[ShelfKind, str], Shelf]

    def named(self, kind: ShelfKind, names: Sequence[str]) -> tuple[Shelf, ...]:
        """Return the shelves that `names` mean, each once, in their order."""
        found = (self.by_name.get((kind, fold(name))) for name in names)
        return tuple({shelf.slug: shelf for shelf in found if shelf}.values())


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


def shelve(stories: Sequence[Story], cards: Sequence[Card]) -> Shelves:
    """Return the shelves of `stories`, whose cards are given in the same order."""
    by_kind = {kind: _shelve_kind(kind, stories, cards) for kind in KINDS}
    by_name = {
        (kind, fold(shelf.name)): shelf for kind, shelves in by_kind.items() for shelf in shelves
    }
    return Shelves(by_kind, by_name)


def _shelve_kind(
    kind: ShelfKind, stories: Sequence[Story], cards: Sequence[Card]
) -> tuple[Shelf, ...]:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    held: dict[str, dict[str, Card]] = defaultdict(dict)
    for story, card in zip(stories, cards, strict=True):
        for name in names_of(story, kind):
            key = fold(name)
            spellings[key][name] += 1
            held[key][card.address] = card
    names = {key: _usual_spelling(spellings[key]) for key in spellings}
    slugs = dict(name_addresses(names))
    shelves = (
        Shelf(kind=kind, name=names[key], slug=slugs[key], cards=tuple(held[key].values()))
        for key in names
    )
    return tuple(sorted(shelves, key=attrgetter("slug")))


def _usual_spelling(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda name: (-spellings[name], name))


def name_addresses(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give each folded name a slug that no other has; depend on the set of names alone.

    Where several names come to the same slug, as C and C++ do, the one that lost nothing on the
    way keeps it, and the others take as much of the digest of the folded name as tells them
    apart. No slug of a name alone has two hyphens in a row.
    """
    wanted = sorted((slugify(name), key) for key, name in names.items())
    for slug, group in groupby(wanted, key=itemgetter(0)):
        keys = [key for _, key in group]
        plain = [key for key in keys if key.replace(" ", "-") == slug] or keys * (len(keys) == 1)
        yield from ((key, slug) for key in plain[:1])
        suffixes = _suffixes([key for key in keys if key not in plain[:1]])
        yield from ((key, f"{slug}--{suffix}") for key, suffix in suffixes.items())


def _suffixes(keys: Sequence[str]) -> dict[str, str]:
    digests = {key: digest_bytes(key.encode("utf-8", "replace")) for key in keys}
    width = 6
    while len({digest[:width] for digest in digests.values()}) < len(keys):
        width += 1
    return {key: digest[:width] for key, digest in digests.items()}
