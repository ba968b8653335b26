"""Who wrote an article: what the page says for machines, and else what its byline shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from generator.parsing.boxes import Piece
from generator.parsing.datelines import Names, sort_names
from generator.parsing.document import Document, clean
from generator.parsing.elements import Elements
from generator.text import fold, squeeze

BYLINE_LIMIT = 200
"""The most characters of a byline that is shown."""

_META = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_SHOWN = "byline on the page"
_LEAD_IN = re.compile(r"\W*(?:by|von|par|por|di|de|door|af|av|text|texte?:)\s+", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_a-zß-ÿ][^\s\d:]*\s?){2,5}|[^\x00-\u2fff]{2,12}")
_PICTURE = re.compile(r"\b(?:foto|photo|bild|image|video)s?\b", re.IGNORECASE)


def find_people(
    document: Document, outlets: Sequence[str], above: Sequence[Piece]
) -> tuple[Names, str | None]:
    """Return who is named as the author, sorted, and the first place that names a person.

    Where none does, it is the first that names anybody. The names of `outlets` are no people;
    `above` are the pieces between headline and text.
    """
    fallback: tuple[Names, str | None] = (Names(), None)
    own = {fold(name) for name in outlets}
    for names, witness in _places(document, above):
        found = _without(own, sort_names(names, outlets[0] if outlets else None))
        if witness == _SHOWN:
            found = replace(found, people=tuple(filter(_NAME.fullmatch, found.people)))
        if found.people:
            return found, witness
        if fallback[1] is None and (found.credits or found.agency):
            fallback = found, witness
    return fallback


def _without(outlets: set[str], names: Names) -> Names:
    """Move the outlet from the people to the credits."""
    people = tuple(name for name in names.people if fold(name) not in outlets)
    moved = tuple(name for name in names.people if fold(name) in outlets)
    return replace(names, people=people, credits=(*names.credits, *moved)) if moved else names


def _places(document: Document, above: Sequence[Piece]) -> Iterator[tuple[list[str], str]]:
    yield list(_names_of(document.article.get("author"))), f"{document.told_in} author"
    for name in _META:
        values = [v for v in document.meta.get(name, ()) if not v.startswith(("http:", "https:"))]
        yield values, f"meta {name}"
    yield list(_names_of(document.article.get("creator"))), f"{document.told_in} creator"
    yield list(_shown(document.elements)), _SHOWN
    lines = (line for piece in above for line in piece.lines)
    yield [line for line in lines if _is_byline(line)][:1], _SHOWN


def _is_byline(text: str) -> bool:
    return len(text) <= BYLINE_LIMIT and bool(_LEAD_IN.match(text)) and not _PICTURE.search(text)


def _names_of(author: Any) -> Iterator[str]:
    """Yield the names of a person, an organisation, or a list of them."""
    for one in (author if isinstance(author, list) else [author])[:50]:
        name = one.get("name") if isinstance(one, dict) else one
        for text in name if isinstance(name, list) else [name]:
            if said := clean(text):
                yield said


_AUTHOR_PAGE = re.compile(r"/authors?/|/autor|/auteur|/by/|/profile/")
_AUTHOR_NAME = re.compile(r"[bB]yline|[aA]uthor|autor")


def _shown(elements: Elements) -> Iterator[str]:
    """Yield the names of the first byline that a reader sees, told by links or class names."""
    for find in (_find_author_links, _find_author_pages, _find_author_names):
        some = islice(find(elements), 30)
        found = [(element, text) for element in some if (text := _line(element))]
        if found:
            near = _grandparent(found[0][0])
            texts = (text for element, text in found if near in element.iterancestors())
            yield from dict.fromkeys(texts)
            return


def _find_author_links(elements: Elements) -> Iterator[HtmlElement]:
    for element in elements.marked:
        rel, prop = element.get("rel") or "", element.get("itemprop") or ""
        if ("author" in rel.split() or "author" in prop) and element.tag not in ("meta", "link"):
            yield element


def _find_author_pages(elements: Elements) -> Iterator[HtmlElement]:
    return (link for link in elements.named("a") if _AUTHOR_PAGE.search(link.get("href") or ""))


def _find_author_names(elements: Elements) -> Iterator[HtmlElement]:
    for element, names in elements.classed:
        if _AUTHOR_NAME.search(names) and element.tag not in ("body", "html"):
            yield element


def _line(element: HtmlElement) -> str | None:
    """Return what an element says, if it is as short as a byline, and no comment's."""
    text = _LEAD_IN.sub("", squeeze(" ".join(map(str, element.xpath(".//text()")))))
    if not 3 < len(text) <= BYLINE_LIMIT or _PICTURE.search(text):
        return None
    outer = [box.get("class") or "" for box in element.iterancestors()]
    others = any("comment" in names for names in outer) or _is_on_card(element)
    return None if others else text


def _is_on_card(element: HtmlElement) -> bool:
    """Say whether an element stands on the card of another article: one headed by a link."""
    card = next(element.iterancestors("article"), None)
    if card is None or next(card.iter("h1"), None) is not None:
        return False
    head = next(card.iter("h2", "h3", "h4"), None)
    return head is not None and bool(head.xpath("descendant::a | ancestor::a"))


def _grandparent(element: HtmlElement) -> HtmlElement | None:
    return next((outer for outer, _ in zip(element.iterancestors(), range(2), strict=False)), None)
