"""Make the card by which every listing shows a story: headline, first words, source, date."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import PartialDate, Story
from generator.site.words import Words, direction_of
from generator.text import fold, squeeze

TEASER_LIMIT = 200
"""The most characters of a story's first words."""

HEADLINE_LIMIT, DEK_LIMIT = 200, 400
"""The most characters of a headline and of a dek in a listing; the story's own page has all."""

_REGION = re.compile(r"-(?:[a-z]{2}|\d{3})\b", re.IGNORECASE)
_SHORT = 60  # a first block shorter than this is rather a caption or a subhead than the lead
_IMAGE = re.compile(r"<img\b[^<>]{1,4000}>")
_SRC = re.compile(r'\ssrc="(?:\.\./){0,9}(media/[\w-][\w.-]*)"')
_ATTRIBUTES = {name: re.compile(rf'\s{name}="([^"]*)"') for name in ("alt", "width", "height")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time to show: its words, and ISO 8601 for the machine."""

    text: str
    iso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of a story; `src` is its path from the root of the site."""

    src: str
    alt: str
    width: str
    height: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story in a listing.

    `period` is the year, month or day of publication in ISO 8601, as precise as known, or "", and
    `when` says it in words. A very long `headline` is cut. `lang` and `direction` are None where
    they are those of the words around it; `weight` is the length of the story's text.
    """

    address: str
    headline: str
    teaser: str
    period: str
    when: Moment | None = None
    kicker: str | None = None
    section: str | None = None
    source: str | None = None
    topics: frozenset[str] = frozenset()
    lang: str | None = None
    direction: str | None = None
    picture: Picture | None = None
    weight: int = 0


def make_moment(when: PartialDate | None, words: Words) -> Moment | None:
    """Return `when` in `words`, or None where it isn't known."""
    return Moment(text=words.moment(when), iso=when.isoformat()) if when else None


def make_cards(stories: Sequence[Story], words: Words, language: str) -> tuple[Card, ...]:
    """Return a card for each story, in the same order; `language` is the archive's own."""
    return tuple(_make_card(story, words, language) for story in stories)


def _make_card(story: Story, words: Words, language: str) -> Card:
    header, lang = story.header, find_language(story.header.language or language, words)
    period = header.published.isoformat()[:10] if header.published else ""
    return Card(
        address=story.address,
        headline=shorten(header.headline, HEADLINE_LIMIT),
        teaser=tease(story),
        period=period,
        when=Moment(text=words.period(period), iso=period) if period else None,
        kicker=header.kicker or header.section,
        section=header.section,
        source=header.source,
        topics=frozenset(map(fold, header.topics)),
        lang=lang,
        direction=direction_of(lang) if lang else None,
        picture=find_picture(story.html),
        weight=len(story.text),
    )


def find_language(language: str, words: Words) -> str | None:
    """Return `language` where it is another than that of the `words` around what is said in it.

    What a region has of its own, as British English has, sets no headline apart.
    """
    alike = _REGION.sub("", language).lower() == _REGION.sub("", words.language).lower()
    return None if alike else language


def tease(story: Story) -> str:
    """Return what a listing says of a story: its dek, or how its text begins."""
    dek = story.header.dek
    return shorten(dek, DEK_LIMIT) if dek else first_words(story.opening or story.text)


def first_words(text: str, limit: int = TEASER_LIMIT) -> str:
    """Return how `text` begins, in at most `limit` characters."""
    # A story may be as long as a book, and only its first blocks are of use here.
    blocks = [squeeze(block) for block in text[: limit * 10].split("\n\n")]
    return shorten(next((block for block in blocks if len(block) >= _SHORT), blocks[0]), limit)


def shorten(text: str, limit: int) -> str:
    """Return `text`, cut to `limit` characters where it has more, between words if it can be."""
    if len(text) <= limit:
        return text
    start = text[: limit - 1]
    words = start.rpartition(" ")[0]
    # In scripts without spaces there is no end of a word to go back to.
    return (words if len(words) > limit // 2 else start).rstrip(" ,;:–—-") + "…"


def find_picture(body: str) -> Picture | None:
    """Return the first picture in a story's HTML that the archive itself keeps, or None."""
    for image in _IMAGE.finditer(body):
        if src := _SRC.search(image[0]):
            found = {key: rule.search(image[0]) for key, rule in _ATTRIBUTES.items()}
            said = {key: html.unescape(match[1]) if match else "" for key, match in found.items()}
            return Picture(src=src[1], **said)
    return None
