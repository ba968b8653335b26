"""The topics of an article: the subject terms that its page gives, without what is none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.parsing.body import Body
from generator.parsing.document import Document, clean
from generator.parsing.filings import find_tags
from generator.parsing.prose import length
from generator.parsing.tags import find_labelled, find_shown_tags
from generator.text import fold, key_of

TOPICS_LIMIT = 40
"""The most topics of an article."""

TOPIC_LENGTH = 80
"""The most characters of a topic: what is longer is a sentence."""

_TERMS = ("parsely-tags", "sailthru.tags", "dc.subject", "dcterms.subject", "og:article:tag")
_LABEL = re.compile(r"^(?:category|subject|topic|tag|keyword)s?:\s+(?=\w)", re.IGNORECASE)
# What content systems sort by: "type:article", "home_page", "20231204", the number of a tag.
_MACHINE = re.compile(r"/|[\w .-]{1,30}[:=]|.*[_|<>{}=]|\d+$|[0-9a-f]{8}-[0-9a-f]{4}-")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,6}")
_PATH = re.compile(r"(?:sections?|topics?|tags?|organizations?|persons?|people|places?)/")
# "topics/harbours", "uk/england/harbours": the last step is the topic.
_SLUG_PATH = re.compile(r"^(?:[a-z0-9-]{3,}/)+(?=[a-z0-9-]+$)")
_FEED = re.compile(r"(?:[A-Z]{2,4} |State |National |World |Sports? )+Wire")
_SITE_TERMS = re.compile(r"[a-z-]+\.(?:[a-z-]+\.)*(?:com|org|net|info|de|fr|it|es|uk|ca|au|eu)")

_NEWS = frozenset(
    "news nachrichten noticias notícias notizie actualités actualites nieuws nyheter nyheder"
    " uutiset wiadomości zprávy hírek haber haberler haberleri berita новости новини ειδήσεις"
    " ニュース 新聞 新闻 뉴스".split()
)
"""What outlets of all kinds say that they have."""

_OF_NEWS = frozenset(
    "breaking latest top live today headlines online daily general domestic current local world all"
    " aktuell aktuelle aktuelles últimas última hora ultime dernières son dakika güncel in from the"
    " international national updates story stories of us u.s.".split()
)
"""What they say of it."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """The topics that one place gives, and which place it is."""

    names: tuple[str, ...]
    witness: str

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(map(fold, self.names))


def find_topics(
    document: Document, outlets: Sequence[str], section: str | None, body: Body
) -> tuple[tuple[str, ...], str | None]:
    """Return the topics of the first place that names any, and where that is.

    The `section` alone is a topic only where there is no other.
    """
    noise = frozenset(key for name in outlets if (key := key_of(name)))
    filed = frozenset([fold(section)]) if section else frozenset()
    told = [_Terms(_tidy(terms, noise), witness) for terms, witness in _told(document)]
    if telling := [terms for terms in told if terms.keys - filed]:
        chosen = _weigh(telling, filed)
        return chosen.names, chosen.witness
    for terms in _shown(document, body):
        if names := _tidy(terms, noise):
            return names, "tag links"
    return next(((terms.names, terms.witness) for terms in told if terms.names), ((), None))


def _shown(document: Document, body: Body) -> Iterator[list[str]]:
    yield find_tags(document)
    yield find_labelled(body.near)
    yield find_shown_tags(document, body.pieces)


def _told(document: Document) -> Iterator[tuple[list[str], str]]:
    """Yield the terms that are told to machines, and where."""
    meta = document.meta
    yield _split(meta.get("news_keywords", ())), "meta news_keywords"
    yield _split(meta.get("keywords", ())), "meta keywords"
    yield _split(_strings(document.article.get("keywords"))), f"{document.told_in} keywords"
    tags = meta.get("article:tag", ())
    # Most have an element for each tag, some one for all with commas between.
    yield _split(tags) if len(tags) == 1 else list(tags), "article:tag"
    others = (name for name in meta if name.endswith(("-keywords", ":keywords", "_keywords")))
    for name in (*_TERMS, *(name for name in others if name != "news_keywords")):
        yield _split(meta.get(name, ())), f"meta {name}"


def _weigh(told: Sequence[_Terms], filed: frozenset[str]) -> _Terms:
    """Return the first list, or one that has its terms with more, or without what is none.

    Templates add the section, and words that the site is to be found by, to what the newsroom
    gave, and some give meta elements only a part of it.
    """
    first, *others = told
    for other in others:
        missing = first.keys - other.keys
        if first.keys < other.keys and first.witness == "meta keywords":
            return _Terms(_without_codes(other.names, first.keys), other.witness)
        if other.keys < first.keys and (missing <= filed or _is_said_twice(other, others)):
            return other
    return first


def _is_said_twice(terms: _Terms, others: Sequence[_Terms]) -> bool:
    return sum(other.keys == terms.keys for other in others) > 1


def _without_codes(names: Iterable[str], known: frozenset[str]) -> tuple[str, ...]:
    """Drop what is a code, and in no other list: "RED", beside the topics of a newsroom."""
    return tuple(n for n in names if fold(n) in known or not (n.isascii() and n.isupper()))


def _strings(value: Any) -> Iterator[str]:
    """Yield the terms of a string, a list, or of `DefinedTerm` objects."""
    for one in (value if isinstance(value, list) else [value])[:200]:
        yield clean(one.get("name") if isinstance(one, dict) else one)


def _split(values: Iterable[str]) -> list[str]:
    return [part for value in values for part in _split_one(value)]


def _split_one(value: str) -> list[str]:
    """Split a list at its commas; of two lists glued together, drop the one about the site.

    Where two templates write into one list, one sets spaces behind the commas.
    """
    marked = re.split(r"[,;，、،؛]|\s\|\s|\s(?=#)", value)
    spaced = [part[:1] == " " for part in marked]
    # The first stands behind no comma, so it is taken to be as the second.
    spaced[0] = spaced[1] if len(spaced) > 1 else spaced[0]
    terms = [part.strip() for part in marked]
    changes = [at for at in range(1, len(spaced)) if spaced[at] != spaced[at - 1]]
    if len(changes) == 1:
        parts = (terms[: changes[0]], terms[changes[0] :])
        own = [part for part in parts if sum(map(_is_of_news, part)) < 2]
        return own[0] if len(own) == 1 else terms
    return terms


def _is_of_news(term: str) -> bool:
    """Say whether a term says only that there is news: "Breaking news", "World news today"."""
    words = fold(term).split()
    news = [word for word in words if word in _NEWS]
    return bool(news) and all(word in _NEWS or word in _OF_NEWS for word in words)


def _tidy(terms: Iterable[str], noise: frozenset[str]) -> tuple[str, ...]:
    """Return each term once, in its first spelling, without machine tags and the outlet."""
    kept: dict[str, str] = {}
    for term in terms:
        name = _SLUG_PATH.sub("", _PATH.sub("", _LABEL.sub("", term))).strip(" #\"'•·")
        if _is_topic(name) and not _names_outlet(key_of(name), noise):
            kept.setdefault(fold(name), name)
    names = tuple(kept.values())[:TOPICS_LIMIT]
    # Mostly codes are a list for machines; of a few, all may be what a story is on: NATO, EU.
    codes = sum(_CODE.fullmatch(name) is not None for name in names)
    return names if codes < 0.6 * len(names) or len(names) < 4 else ()


def _names_outlet(key: str, outlets: frozenset[str]) -> bool:
    """Say whether a term is the outlet's name, or in scripts without spaces begins it."""
    wide = len(key) > 2 and not key.isascii() and not any(char < "\u3000" for char in key)
    return (
        key.removesuffix("news") in outlets
        or key in outlets
        or (wide and any(name.startswith(key) for name in outlets))
    )


def _is_topic(name: str) -> bool:
    if length(name) < 2 or len(name) > TOPIC_LENGTH or _MACHINE.match(name):
        return False
    return not (_is_of_news(name) or _FEED.fullmatch(name) or _SITE_TERMS.fullmatch(name))
