"""The byline that a page marks as one: by links, by microdata, or by the names of its classes."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from generator.parsing.bylines import BYLINE_LIMIT
from generator.parsing.elements import Elements
from generator.parsing.names import drop_pictures
from generator.parsing.pasted.naming import credits_picture, drop_dates
from generator.text import squeeze

_AUTHOR_PAGE = re.compile(r"/authors?/|/autor|/auteur|/by/|/profile/")
_AUTHOR_NAME = re.compile(r"[bB]yline|[aA]uthor|autor")
_OTHERS = ("comment", "citation", "references")


def find_marked(elements: Elements) -> Iterator[str]:
    """Yield the names of the first byline that a reader sees, told by links or class names."""
    for find in (_find_author_links, _find_author_pages, _find_author_names):
        some = islice(find(elements), 30)
        found = [(element, text) for element in some if (text := _line(element))]
        if found:
            # Names further off are of those who wrote the articles beside this one.
            near = _grandparent(found[0][0])
            texts = (text for element, text in found if near in element.iterancestors())
            yield from dict.fromkeys(texts)
            return


def _find_author_links(elements: Elements) -> Iterator[HtmlElement]:
    for element in elements.marked_or_related:
        rel, prop = element.get("rel") or "", element.get("itemprop") or ""
        if ("author" in rel.split() or "author" in prop) and element.tag not in ("meta", "link"):
            yield element


def _find_author_pages(elements: Elements) -> Iterator[HtmlElement]:
    return (link for link in elements.named("a") if _AUTHOR_PAGE.search(link.get("href") or ""))


def _find_author_names(elements: Elements) -> Iterator[HtmlElement]:
    # Without the first letter, which is large or small: "byline", "pageByline".
    for element in elements.classed("yline", "uthor", "autor"):
        # The names of the body tell of the page as a whole, as WordPress's "author-jane" does.
        if _AUTHOR_NAME.search(element.get("class") or "") and element.tag not in ("body", "html"):
            yield element


def _line(element: HtmlElement) -> str | None:
    """Return what an element says, if it is short, and no comment's or cited work's."""
    text = drop_pictures(squeeze(" ".join(element.itertext())).lstrip(" |,·•-–—"))
    if not 3 < len(text) <= BYLINE_LIMIT or credits_picture(text):
        return None
    outer = [box.get("class") or "" for box in element.iterancestors()]
    others = any(other in names for names in outer for other in _OTHERS) or _is_on_card(element)
    return None if others else drop_dates(text)


def _is_on_card(element: HtmlElement) -> bool:
    """Say whether an element stands on the card of another article: one headed by a link."""
    card = next(element.iterancestors("article"), None)
    if card is None or next(card.iter("h1"), None) is not None:
        return False
    head = next(card.iter("h2", "h3", "h4"), None)
    return head is not None and bool(head.xpath("descendant::a | ancestor::a"))


def _grandparent(element: HtmlElement) -> HtmlElement | None:
    return next((outer for outer, _ in zip(element.iterancestors(), range(2), strict=False)), None)
