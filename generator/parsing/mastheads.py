"""Headings of the site told from those of the article: a blog's name is its page's `h1`.

Themes of the 2000s set the name of the blog as `h1`, linked to its front page, and the post's own
headline as `h2` or `h3`; the page's title names both.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.parsing.document import Document, clean
from generator.text import fold

HEADINGS_LIMIT = 200
"""The most headings of a page that are looked at."""

WORDS_LIMIT = 100
"""The most runs of characters of a heading that are read."""

_LOWER = ("h2", "h3", "h4", "h5")
_UNMARKED = ("b", "strong", "font", "big", "td")
_NAMES = re.compile(
    r"(?:site|blog|page)-?(?:title|name|header|id)|masthead|banner|logo|brand|header-?(?:img|image)",
    re.IGNORECASE,
)
_FRONT_PATHS = ("", "/", "/index.html", "/index.htm", "/index.php", "/blog", "/blog/")


def words_of(head: HtmlElement) -> str:
    """Return what a heading says, on one line."""
    return clean(" ".join(islice(head.itertext(), WORDS_LIMIT)))


def names_site(head: HtmlElement) -> bool:
    """Say whether a heading links to the front page, or is marked as the name of the site."""
    links = (head.get("href"), *(link.get("href") for link in head.iter("a")))
    parents = (outer.get("href") for outer in islice(head.iterancestors("a"), 1))
    addresses = [href for href in (*links, *parents) if href]
    if addresses:
        return all(_leads_to_front(href) for href in addresses)
    boxes = (head, *islice(head.iterancestors(), 2))
    return any(_NAMES.search(f"{box.get('class') or ''} {box.get('id') or ''}") for box in boxes)


def find_post_heads(document: Document, title: str) -> Iterator[str]:
    """Yield the headings below the first level with which the page's title begins or ends.

    Where there are none, they are lines in bold, in large type, or in a cell of their own, as pages
    of the 1990s have them.
    """
    for tags in (_LOWER, _UNMARKED):
        heads = chain.from_iterable(document.elements.named(tag) for tag in tags)
        if found := list(_find_ends(heads, fold(title))):
            yield from found
            return


def _find_ends(heads: Iterable[HtmlElement], title: str) -> Iterator[str]:
    for head in islice(heads, HEADINGS_LIMIT):
        text = words_of(head)
        if len(said := fold(text)) > 2 and _is_end(said, title) and not names_site(head):
            yield text


def _is_end(part: str, whole: str) -> bool:
    """Say whether `part` is all of a title, or one end of it that stands apart from the rest."""
    # "Old Quay" is no end of "Old Quay closed", where a word follows, but is one of "Old Quay |
    # Blog".
    if whole.startswith(part):
        return not whole[len(part) :][:2].strip().isalnum()
    return whole.endswith(part) and not whole[: -len(part)][-2:].strip().isalnum()


def _leads_to_front(href: str) -> bool:
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return False
    return parts.path in _FRONT_PATHS and not parts.query and not parts.fragment
