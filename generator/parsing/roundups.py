"""Round-ups of products or pages, each told of below a heading that links to it.

On the page of a news site, headings that are links stand over the cards of other articles. Where
they lead to other sites, or stand in the box of the text itself, and most of what there is to read
stands below them, they are the text's.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from lxml.html import HtmlElement

from generator.parsing.boxes import Piece
from generator.parsing.cues import marks_text
from generator.parsing.document import Document
from generator.parsing.prose import Sheet
from generator.parsing.selection import heads_card
from generator.urls import find_http_url, host_of

_LEAST_HEADS = 3
_HEAD_LENGTH = 150
_MOST = 0.5
_LINKS = 1_000
_NO_PAGES = ("#", "mailto:", "tel:", "javascript:", "data:")
_RELATIVE_LINKS = 3

NO_HOST = "-"
"""The host of a page that has only relative links, and of which nobody knows where it stood."""


def find_sections(document: Document, sheet: Sheet) -> frozenset[Piece]:
    """Return the lines that lead to what a text is about, where most prose stands below them.

    They are headings, or links that stand alone.
    """
    lines = (piece for piece in sheet.pieces if piece.kind == "text")
    # With prose below each, unlike the buttons by which a page is shared.
    heads = [
        (above, below)
        for above, below in pairwise(lines)
        if below in sheet.weights and (heads_card(above) or _is_all_link(above))
    ]
    if len(heads) < _LEAST_HEADS:
        return frozenset()
    home = host_of(document.url) or most_linked(document.root)
    found = [
        head
        for head, below in heads
        if _leads_abroad(head, document.base, home) or _are_of_text(head, below)
    ]
    if len(found) < _LEAST_HEADS or _weigh_below(found, sheet) < _MOST * sheet.total:
        return frozenset()
    return frozenset(found)


def _is_all_link(piece: Piece) -> bool:
    alone = piece.kind == "text" and 0 < piece.linked == len(piece.text)
    return alone and piece.box.tag != "li" and len(piece.text) <= _HEAD_LENGTH


def _are_of_text(head: Piece, below: Piece) -> bool:
    """Say whether a heading and what is below it stand in the box of a text, and no card's."""
    outer = head.box.parent
    if outer is None or head.heading is None:
        return False
    return outer is below.box.parent and marks_text(outer.names)


def _leads_abroad(head: Piece, base: str | None, home: str) -> bool:
    address = next(style.href for _, style in head.segments if style.href)
    return not is_own(address, base, home)


def _weigh_below(heads: Sequence[Piece], sheet: Sheet) -> int:
    """Return how much prose stands below some lines, each as far as the next or a heading."""
    known = frozenset(heads)
    below, size = False, 0
    for piece in sheet.pieces:
        if piece.heading or piece in known:
            below = piece in known
        elif below and piece not in sheet.furniture:
            size += sheet.weights.get(piece, 0)
    return size


def is_own(address: str, base: str | None, home: str) -> bool:
    """Say whether an address leads to a page of the site `home`."""
    found = find_http_url(address, base)
    if found is None:
        # A relative link, where the page's own address isn't known.
        return not address.startswith((*_NO_PAGES, "http:", "https:", "//"))
    host = host_of(found)
    return host == home or host.endswith(f".{home}") or home.endswith(f".{host}")


def most_linked(root: HtmlElement) -> str:
    """Return the host to which most links of a page lead: its own, where its address is unknown.

    A page with relative links was not saved by a browser, and all its own links are such.
    """
    links = (link.get("href") or "#" for link in islice(root.iter("a"), _LINKS))
    hosts = Counter(host_of(link) for link in links if not link.startswith(_NO_PAGES))
    if hosts[""] >= _RELATIVE_LINKS:
        return NO_HOST
    return max(hosts, key=lambda host: (hosts[host], host), default=NO_HOST)
