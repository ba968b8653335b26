"""Gather the newest stories for feeds: of the whole archive, and of each topic and source."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from generator.config import Settings
from generator.model import Story
from generator.site.cards import Card
from generator.site.pages import Edition
from generator.site.shelves import Shelf, ShelfKind, names_of
from generator.text import squeeze
from generator.urls import find_http_url

FEED_LIMIT = 40
"""The most stories in a feed."""

FEEDING: tuple[ShelfKind, ...] = ("topics", "sources")
"""The kinds of shelves that have feeds."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When what has no time was last updated, since a feed has to say something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A story in a feed: all texts on one line, all times with a zone.

    `published` is None where it isn't known; `updated` is then when the story was saved.
    """

    address: str
    headline: str
    teaser: str
    original: str | None
    published: datetime | None
    updated: datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: `home` is the address of the page it belongs to, the newest entry comes first."""

    title: str
    description: str
    home: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> datetime:
        """The last time at which one of the stories changed, by their own word."""
        return max((entry.updated for entry in self.entries), default=NEVER)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedForm:
    """A form that feeds are written in: the name of its `file` in the folder of a feed's page.

    `set_entry` writes an entry for the site at an address, and `set_feed` a feed of such entries.
    """

    file: str
    set_entry: Callable[[Entry, str], str]
    set_feed: Callable[[Feed, Sequence[str], Settings], str]


class Press:
    """Prints feeds in one form; a story that is in many of them is set once."""

    def __init__(self, form: FeedForm, settings: Settings) -> None:
        self._form, self._settings, self._set = form, settings, dict[str, str]()

    def print(self, feed: Feed) -> str:
        """Return a feed; its times are those of its stories, never today's."""
        return self._form.set_feed(feed, list(map(self._set_once, feed.entries)), self._settings)

    def _set_once(self, entry: Entry) -> str:
        if entry.address not in self._set:
            self._set[entry.address] = self._form.set_entry(entry, self._settings.site_url)
        return self._set[entry.address]


def make_feeds(edition: Edition) -> Iterator[Feed]:
    """Yield the feed of the whole archive, and one for each topic and source with a page, or once.

    Stories without a date are in a feed only where it has no others. A story's entry is one
    object in all of its feeds.
    """
    settings = edition.settings
    gatherer, former = _Gatherer(edition), {shelf.folder for shelf in edition.former}
    yield Feed(
        title=squeeze(settings.title),
        description=squeeze(settings.description),
        home="",
        entries=gatherer.gather(edition.cards),
    )
    for kind in FEEDING:
        for shelf in edition.shelves.by_kind[kind]:
            # Who follows the feed of a list that has lost its page goes on asking for it.
            if not shelf.folded or shelf.folder in former:
                yield _make_feed(shelf, edition, gatherer.gather(shelf.cards))


def _make_feed(shelf: Shelf, edition: Edition, entries: tuple[Entry, ...]) -> Feed:
    kind = getattr(edition.words.text, f"kind_{shelf.kind}")
    return Feed(
        title=squeeze(f"{shelf.name} – {edition.settings.title}"),
        description=squeeze(f"{kind}: {shelf.name}"),
        home=shelf.folder,
        entries=entries,
    )


class _Gatherer:
    """Makes the entries of stories, each once."""

    def __init__(self, edition: Edition) -> None:
        self._zone = ZoneInfo(edition.settings.timezone)
        self._stories = {story.address: story for story in edition.stories}
        self._entries: dict[str, Entry] = {}

    def gather(self, cards: Sequence[Card]) -> tuple[Entry, ...]:
        """Return the entries of the newest of some stories, which are in the archive's order."""
        dated = [card for card in cards if card.period] or cards
        return tuple(self._entry(card) for card in reversed(dated[-FEED_LIMIT:]))

    def _entry(self, card: Card) -> Entry:
        if card.address not in self._entries:
            self._entries[card.address] = self._make(self._stories[card.address], card)
        return self._entries[card.address]

    def _make(self, story: Story, card: Card) -> Entry:
        header, published = story.header, story.header.published
        updated = header.modified or published or header.captured
        return Entry(
            address=story.address,
            headline=squeeze(header.headline),
            teaser=squeeze(card.teaser),
            original=find_http_url(header.url),
            published=published.place(self._zone) if published else None,
            updated=updated.place(self._zone) if updated else NEVER,
            authors=tuple(map(squeeze, names_of(story, "bylines"))),
            topics=tuple(map(squeeze, names_of(story, "topics"))),
        )


def stamp(moment: datetime) -> str:
    """Return RFC 3339, as feeds want it, which has no seconds in offsets, as old zones have."""
    offset = moment.utcoffset() or timedelta()
    minutes = timedelta(minutes=offset // timedelta(minutes=1))
    return moment.replace(tzinfo=timezone(minutes)).isoformat(timespec="seconds")
