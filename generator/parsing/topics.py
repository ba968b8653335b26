"""The topics of an article: the subject terms that its page gives, without what is none."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.parsing.boxes import Box, Piece
from generator.parsing.document import Document, clean
from generator.parsing.filings import find_tags
from generator.parsing.prose import length
from generator.text import fold

TOPICS_LIMIT = 40
"""The most topics of an article."""

TOPIC_LENGTH = 80
"""The most characters of a topic: what is longer is a sentence."""

_MACHINE = re.compile(r"[\w .-]{1,30}[:=]|.*[_|<>{}=]|\d+$|[0-9a-f]{8}-[0-9a-f]{4}-")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,6}")
_MENUS = frozenset(["nav", "header", "footer"])
_PATH = re.compile(r"(?:sections?|topics?|tags?|organizations?|persons?|people|places?)/")
_TAG_PAGE = re.compile(
    r"/(?:tags?|topics?|themen?|thema|temas?|tema|etiquetas?|keywords?|mots?-cles?|emne|amne|stikord"
    r"|schlagworte?|organi[sz]ations?|people|personen|orte)[/-][^/?#]{2,}",
    re.IGNORECASE,
)


def find_topics(
    document: Document, outlets: Sequence[str], near: Sequence[Piece]
) -> tuple[tuple[str, ...], str | None]:
    """Return the topics of the first place that names any, and where that is.

    `near` are the pieces round the text, among which tags are shown as links.
    """
    noise = {fold(name) for name in outlets}
    for terms, witness in _places(document, near):
        if topics := _tidy(terms, noise):
            return topics, witness
    return (), None


def _places(document: Document, near: Sequence[Piece]) -> Iterator[tuple[list[str], str]]:
    meta = document.meta
    yield _split(meta.get("news_keywords", ())), "meta news_keywords"
    yield _split(meta.get("keywords", ())), "meta keywords"
    yield _split(_strings(document.article.get("keywords"))), f"{document.told_in} keywords"
    tags = meta.get("article:tag", ())
    yield _split(tags) if len(tags) == 1 else list(tags), "article:tag"
    yield _split(meta.get("parsely-tags", ())), "meta parsely-tags"
    yield find_tags(document), "tag links"
    yield _tag_links(near), "tag links"


def _tag_links(near: Sequence[Piece]) -> list[str]:
    """Return the largest group of short links to pages of tags, outside menus."""
    groups: dict[Box, list[str]] = {}
    for piece in near:
        if piece.kind != "text" or len(piece.text) > TOPIC_LENGTH or not piece.is_link:
            continue
        boxes = list(piece.box.lineage())
        if any(_TAG_PAGE.search(style.href or "") for _, style in piece.segments) and not (
            _MENUS & {box.tag for box in boxes}
        ):
            named = [text for text, style in piece.segments if _TAG_PAGE.search(style.href or "")]
            groups.setdefault(boxes[min(2, len(boxes) - 1)], []).extend(map(clean, named))
    return max(groups.values(), key=len, default=[])


def _strings(value: Any) -> Iterator[str]:
    """Yield the terms of a string, a list, or of `DefinedTerm` objects."""
    for one in (value if isinstance(value, list) else [value])[:200]:
        yield clean(one.get("name") if isinstance(one, dict) else one)


def _split(values: Iterable[str]) -> list[str]:
    return [part.strip() for value in values for part in re.split(r"[,;，、]", value)]


def _tidy(terms: Iterable[str], noise: set[str]) -> tuple[str, ...]:
    """Return each term once, in its first spelling, without machine tags and the outlet."""
    kept: dict[str, str] = {}
    for term in terms:
        name = _PATH.sub("", term).strip(" #\"'•·")
        key = fold(name)
        if (
            length(name) > 1
            and len(name) <= TOPIC_LENGTH
            and key not in noise
            and not _MACHINE.match(name)
        ):
            kept.setdefault(key, name)
    names = tuple(kept.values())[:TOPICS_LIMIT]
    codes = sum(_CODE.fullmatch(name) is not None for name in names)
    return names if codes < 0.6 * len(names) or len(names) < 4 else ()
