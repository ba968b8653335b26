"""Show our shelves and stories to a theme as the categories, tags, authors and articles it knows.

A story's category is its section, or else its source; its tags are its topics, its authors those
of its byline. Each leads to the page that the archive has for it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape
from pelican.generators import ArticlesGenerator
from pelican.urlwrappers import Author, Category, Tag, URLWrapper

from generator.model import Story
from generator.site.articles import Clipping, Cutter
from generator.site.cards import Card
from generator.site.known_dates import KnownDate, make_date
from generator.site.look import StoryArticle
from generator.site.notes import mark_notes
from generator.site.pages import file_of
from generator.site.periods import DAY, MONTH, YEAR, folder_of
from generator.site.reading import tell_read_time
from generator.site.relations import NONE, Relations
from generator.site.shelves import Shelf, names_of
from generator.site.words import Words

OURS = "!frame/article"
"""The template of an article where the theme has none: ours, which says itself what it shows."""

STORY = "backfile-story"
"""The class of a story's own text on its page, where the script of the search page looks for it."""

# The way to the root from the story's own page, which holds in no other folder.
_MEDIA = re.compile(r'(?<==")(?:\.\./)+(?=media/)')


class _Filed(URLWrapper):  # type: ignore[misc]  # Pelican comes without types
    """A name of Pelican's that has a page of ours."""

    def __init__(self, name: str, slug: str, address: str, settings: Mapping[str, Any]) -> None:
        super().__init__(name, settings)
        self.slug, self.url = slug, address
        self.save_as = file_of(address)
        self.page_name = address.rstrip("/")

    # In place of Pelican's properties, which make addresses of its own settings.
    url = save_as = page_name = ""

    def __hash__(self) -> int:
        """Return the same for the same page."""
        return hash(self.url)

    def __eq__(self, other: object) -> bool:
        """Tell two names apart by their pages: a section and a source may be called the same."""
        return self.url == other.url if isinstance(other, _Filed) else bool(super().__eq__(other))

    def __ne__(self, other: object) -> bool:
        """Tell two names apart."""
        return not self == other

    def __lt__(self, other: object) -> bool:
        """Put names in order, those that are called the same by their pages."""
        if isinstance(other, _Filed):
            return (self.slug, self.url) < (other.slug, other.url)
        return bool(super().__lt__(other))


class _Category(_Filed, Category):  # type: ignore[misc]
    """A section, or a source."""


class _Tag(_Filed, Tag):  # type: ignore[misc]
    """A topic."""


class _Author(_Filed, Author):  # type: ignore[misc]
    """One of a byline."""


class _Nobody(_Author):
    """The author of a story without a byline: no name, and false where a theme asks for one."""

    def __bool__(self) -> bool:
        """Return False."""
        return False


_KINDS = {"sections": _Category, "sources": _Category, "topics": _Tag, "bylines": _Author}


class FiledArticle(StoryArticle):
    """A story as other people's themes know an article."""

    category: URLWrapper
    tags: tuple[URLWrapper, ...] = ()
    authors: tuple[URLWrapper, ...] = ()
    others: Mapping[str, "FiledArticle"] = {}

    def file(self, words: Words, filed: "Filing") -> None:
        """Set all that a theme may ask of an article."""
        header, zone = self.story.header, ZoneInfo(self._cutter.settings.timezone)
        self.date: KnownDate = make_date(header.published, words, zone)
        self.locale_date = words.moment(header.published) if header.published else ""
        self.locale_date = self.locale_date or words.text.no_date
        if header.changed:
            self.modified = make_date(header.changed, words, zone)
            self.locale_modified = words.moment(header.changed)
        self.category = filed.category_of(self.story)
        self.tags = filed.of("topics", self.story)
        self.authors = filed.of("bylines", self.story)
        self.description = self._card.teaser
        if header.dek:
            self.subtitle = header.dek
        self.status, self.source_path = "published", self.story.path
        self.relative_source_path = self.story.path
        self.readtime = tell_read_time(self.story.text, words)
        self.stats = {"wc": self.readtime.words, "read_mins": self.readtime.minutes}
        known = "title slug date lang category tags authors summary description".split()
        self.metadata = {name: getattr(self, name) for name in known}

    @property
    def clipping(self) -> Clipping:
        """All that the page shows besides: made once for its text and for its head."""
        kept = self._context.get("localclipping")
        if not kept or kept[0] is not self:
            kept = self._context["localclipping"] = (self, super().clipping)
        clipping: Clipping = kept[1]
        return clipping

    @property
    def period(self) -> str:
        """When the story was published, in ISO 8601, a day at most, or "" where it isn't known."""
        return self._card.period

    @property
    def dated(self) -> bool:
        """Whether it is known when the story was published."""
        return bool(self.period)

    @property
    def author(self) -> URLWrapper:
        """The first of the byline, or nobody."""
        return self.authors[0] if self.authors else _Nobody("", "", "bylines/", self.settings)

    @author.setter
    def author(self, author: URLWrapper) -> None:
        """Do nothing: the byline is the story's own."""

    @property
    def related_posts(self) -> tuple["FiledArticle", ...]:
        """The stories most like this one, which several plugins look for."""
        return tuple(self.others[card.address] for card in self._relations.alike)

    similar_posts = related_posts

    @property
    def prev_article(self) -> "FiledArticle | None":
        """The story before this one on its day."""
        card = self._relations.previous
        return self.others[card.address] if card else None

    @property
    def next_article(self) -> "FiledArticle | None":
        """The story after this one on its day."""
        card = self._relations.next
        return self.others[card.address] if card else None

    @property
    def _relations(self) -> Relations:
        return self._cutter.relations.get(self.story.address, NONE)

    @property
    def summary(self) -> Markup:
        """How a listing tells of the story."""
        return Markup("<p>{}</p>").format(self._card.teaser)

    has_summary = True
    _summary = summary

    def get_summary(self, _siteurl: str = "") -> Markup:
        """Return how a listing tells of the story, as plugins ask for it."""
        return self.summary

    def get_content(self, _siteurl: str = "") -> Markup:
        """Return the body, as plugins ask for it."""
        return self.content

    @property
    def filename(self) -> str:
        """The file that the story is kept in; Pelican has called it so."""
        return str(self.source_path)

    @property
    def content(self) -> Markup:
        """The body, with links that hold on the page it is shown on; on its own, as a copy."""
        root = self._context.get("localsiteurl", ".")
        body: str = _MEDIA.sub(str(escape(f"{root}/")), mark_notes(self._content))
        said = Markup()
        if self._card.lang:
            said = Markup(' lang="{}" dir="{}"').format(self._card.lang, self._card.direction)
        if self._context.get("localarticle") is self and self.template != OURS:
            before, after = self._context["localcopy"](self, root)
            body = f'{before}<div class="{STORY}"{said}>{body}</div>{after}'
        elif said:
            body = f"<div{said}>{body}</div>"
        return Markup(body)  # noqa: S704 - content/ lets nothing through that runs


class Filing:
    """The archive's shelves as Pelican's names, each made once."""

    def __init__(self, cutter: Cutter, settings: Mapping[str, Any]) -> None:
        self._shelves, self._settings = cutter.shelves, settings
        self._made: dict[str, URLWrapper] = {}
        other = str(cutter.words.text.other_news)
        self._other = _Category(other, "other", "sections/", settings)

    def name(self, shelf: Shelf) -> URLWrapper:
        """Return the category, tag or author that a shelf is to a theme."""
        if shelf.address not in self._made:
            kind = _KINDS[shelf.kind]
            made = kind(shelf.name, shelf.slug, shelf.address, self._settings)
            self._made[shelf.address] = made
        return self._made[shelf.address]

    def of(self, kind: Any, story: Story) -> tuple[URLWrapper, ...]:
        """Return what a story is filed under."""
        return tuple(map(self.name, self._shelves.named(kind, names_of(story, kind))))

    def category_of(self, story: Story) -> URLWrapper:
        """Return a story's section, or its source; themes rely on there being one."""
        found = (*self.of("sections", story), *self.of("sources", story), self._other)
        return found[0]


def file_articles(
    stories: Sequence[Story], cards: Sequence[Card], cutter: Cutter, generator: ArticlesGenerator
) -> list[FiledArticle]:
    """Return the stories as articles, the newest first."""
    filing = Filing(cutter, generator.settings)
    made = [
        FiledArticle(story, card, cutter, generator)
        for story, card in zip(stories, cards, strict=True)
    ]
    others = {article.story.address: article for article in made}
    for article in made:
        article.file(cutter.words, filing)
        article.others = others
    return made[::-1]


def group_by(
    articles: Iterable[FiledArticle], names: str
) -> list[tuple[URLWrapper, list[FiledArticle]]]:
    """Return each category, tag or author with its articles, by name, in one pass."""
    groups: dict[str, list[FiledArticle]] = defaultdict(list)
    known: dict[str, URLWrapper] = {}
    for article in articles:
        said = getattr(article, names)
        for name in said if isinstance(said, tuple) else (said,):
            known[name.url] = name
            groups[name.url].append(article)
    return [
        (known[url], groups[url]) for url in sorted(known, key=lambda url: (known[url].slug, url))
    ]


def group_periods(
    articles: Iterable[FiledArticle], words: Words
) -> dict[str, list[dict[str, Any]]]:
    """Return the archives of each year, month and day as Pelican has them, in one pass."""
    found: dict[str, dict[str, list[FiledArticle]]] = {"year": {}, "month": {}, "day": {}}
    for article in articles:
        for kind, width in (("year", YEAR), ("month", MONTH), ("day", DAY)):
            if len(article.period) >= width:
                found[kind].setdefault(article.period[:width], []).append(article)
    return {
        kind: [_describe_period(period, listed, words) for period, listed in periods.items()]
        for kind, periods in found.items()
    }


def _describe_period(period: str, articles: Sequence[FiledArticle], words: Words) -> dict[str, Any]:
    """Return what Pelican tells of a period in ISO 8601: `(2023, "September", 4)` and more."""
    numbers = tuple(map(int, period.split("-")))
    named = (numbers[0], *(words.months[number - 1] for number in numbers[1:2]), *numbers[2:])
    address = folder_of(period)
    return {
        "period": named,
        "period_num": numbers,
        "articles": articles,
        "dates": articles,
        "url": address,
        "save_as": file_of(address),
    }
