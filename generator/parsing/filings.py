"""The links by which a page files its article, told by their `rel`, as WordPress writes them.

<a rel="category tag" href="/category/letters/">Letters</a>   the section
<a rel="tag" href="/tag/library/">Library</a>                 a topic
"""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from generator.parsing.document import Document, clean

LINKS_LIMIT = 100
"""The most links that are looked at."""

HEADS_LIMIT = 20
"""The most headings of the first level that are looked at."""


def find_categories(document: Document) -> list[str]:
    """Return the names under which the article is filed."""
    return [name for link, name in _filings(document) if _is_category(link)]


def find_tags(document: Document) -> list[str]:
    """Return the names of the tags that the article is given, if one holds the heading.

    Elsewhere on a page such links may be a cloud of all its tags.
    """
    if _find_home(document) is None:
        return []
    return [name for link, name in _filings(document) if not _is_category(link)]


def _filings(document: Document) -> Iterator[tuple[HtmlElement, str]]:
    home = _find_home(document)
    links = [link for link in document.elements.related if _is_filing(link)]
    if home is not None:
        links = [link for link in links if home in link.iterancestors("article")]
    for link in links[:LINKS_LIMIT]:
        if "tag" in _rel_of(link) and (name := clean("".join(link.itertext()))):
            yield link, name


def _is_filing(link: HtmlElement) -> bool:
    return link.tag == "a" and "tag" in (link.get("rel") or "")


def _rel_of(link: HtmlElement) -> list[str]:
    return (link.get("rel") or "").lower().split()


def _is_category(link: HtmlElement) -> bool:
    # Themes that leave the word out of `rel` still have it in the address.
    return "category" in _rel_of(link) or "/category/" in (link.get("href") or "")


def _find_home(document: Document) -> HtmlElement | None:
    """Return the article that holds a heading of the page, or else None for the page.

    Other articles on a page, which have headings of a lower level, are filed by such links too.
    """
    heads = islice(document.elements.named("h1"), HEADS_LIMIT)
    return next((outer for head in heads for outer in head.iterancestors("article")), None)
