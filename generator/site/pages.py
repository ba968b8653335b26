"""Name what a page of the site is, apart from articles, and the parts that listings are made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.config import Settings
from generator.model import Story
from generator.site.cards import Card
from generator.site.periods import Coverage
from generator.site.shelves import Shelf, Shelves
from generator.site.words import Words


def file_of(address: str) -> str:
    """Return the file that a server gives out for an address: a folder's is its `index.html`."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def find_way(here: str, there: str) -> str:
    """Return the shortest link from one page to another, which are folders of the site."""
    mine, theirs = here.split("/")[:-1], there.split("/")[:-1]
    pairs = zip(mine, theirs, strict=False)
    shared = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(mine), len(theirs)))
    steps = (*[".."] * (len(mine) - shared), *theirs[shared:])
    return "/".join(steps or ".") + "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a reader can go: words, and an address from the root of the site."""

    text: str
    address: str
    count: str = ""
    shade: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some stories of a listing under a heading; `more` leads to those left out.

    Those in `briefs` are shown after the others, by their headlines alone.
    A link can lead to the heading by its `anchor`, where it has one.
    """

    title: str
    cards: Sequence[Card]
    briefs: Sequence[Card] = ()
    address: str | None = None
    more: Link | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJob:
    """A page to write: where, by which template, its title, and what else its template sees.

    `place` is the entry of the navigation that the page belongs to, `trail` the way to it.
    """

    address: str
    template: str
    title: str
    description: str
    place: str = ""
    trail: tuple[Link, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)

    def shown(self) -> dict[str, object]:
        """Return all that the page's template sees besides the site itself."""
        ours = ("address", "title", "description", "place", "trail")
        return {**{name: getattr(self, name) for name in ours}, **self.values}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The archive, grouped once for all of its pages; `stories` and `cards` go side by side.

    `former` are the shelves without a page that once had one, and `parted` those that were told of
    on the first page of their index before that was parted by letter. `letters` are where pages of
    letters stood, `topics/_r/`, and stand no more.
    """

    settings: Settings
    words: Words
    stories: Sequence[Story]
    cards: Sequence[Card]
    coverage: Coverage
    shelves: Shelves
    former: tuple[Shelf, ...] = ()
    parted: tuple[Shelf, ...] = ()
    letters: tuple[str, ...] = ()

    @property
    def undated(self) -> tuple[Card, ...]:
        """The stories without a date."""
        return tuple(card for card in self.cards if not card.period)

    def count(self, number: int) -> str:
        """Return `12 stories`."""
        return self.words.count("stories", number)


def link_shelves(shelves: Iterable[Shelf], edition: Edition) -> tuple[Link, ...]:
    """Return a link to each shelf, with the number of its stories."""
    return tuple(
        Link(text=shelf.name, address=shelf.address, count=edition.count(len(shelf.cards)))
        for shelf in shelves
    )
