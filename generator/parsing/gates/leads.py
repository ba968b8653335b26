"""The headlines on a page that lead to other pages of the same site, and how much stands below."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from lxml.html import HtmlElement

from generator.parsing.body import Body
from generator.parsing.boxes import Piece
from generator.parsing.document import Document
from generator.parsing.prose import count_words, length
from generator.urls import find_http_url, host_of

_MENUS = frozenset(["nav", "header", "footer"])
_HEADLINE_LENGTH = 20
_HEADLINE_WORDS = 4
_LINKS = 1_000
_NO_PAGES = ("#", "mailto:", "tel:", "javascript:", "data:")
_NO_HOST = "-"
_RELATIVE_LINKS = 3


@dataclass(frozen=True, slots=True)
class Leads:
    """How many linked headlines a page has, and which share of its text stands below them."""

    count: int
    share: float


def find_leads(document: Document, body: Body) -> Leads:
    """Return the leads of a page; those to other sites are none, as in a round-up of links."""
    home = host_of(document.url) or _most_linked(document.root)
    leads = {
        piece: address
        for piece in body.sheet.pieces
        if (address := _find_lead(piece)) and _is_own(address, document.base, home)
    }
    text = [piece for piece in body.pieces if piece.kind == "text"]
    lines = [piece for piece in body.sheet.pieces if piece.kind == "text"]
    above = {piece: before for before, piece in pairwise(lines)}
    led = sum(piece in leads or above.get(piece) in leads for piece in text)
    return Leads(len(set(leads.values())), led / len(text) if text else 1.0)


def _find_lead(piece: Piece) -> str | None:
    """Return the address to which a line leads that opens with a linked headline, or None."""
    linked = "".join(_opening_link(piece)).strip()
    if length(linked) < _HEADLINE_LENGTH or count_words(linked) < _HEADLINE_WORDS:
        return None
    if any(box.tag in _MENUS for box in piece.box.lineage()):
        return None
    return next(style.href for _, style in piece.segments if style.href)


def _opening_link(piece: Piece) -> Iterator[str]:
    for text, style in piece.segments:
        if text.strip() and not style.href:
            return
        yield text


def _is_own(address: str, base: str | None, home: str) -> bool:
    found = find_http_url(address, base)
    if found is None:
        return not address.startswith((*_NO_PAGES, "http:", "https:", "//"))
    host = host_of(found)
    return host == home or host.endswith(f".{home}") or home.endswith(f".{host}")


def _most_linked(root: HtmlElement) -> str:
    """Return the host to which most links of a page lead: its own, where its address is unknown.

    A page with relative links was not saved by a browser, and all its own links are such.
    """
    links = (link.get("href") or "#" for link in islice(root.iter("a"), _LINKS))
    hosts = Counter(host_of(link) for link in links if not link.startswith(_NO_PAGES))
    if hosts[""] >= _RELATIVE_LINKS:
        return _NO_HOST
    return max(hosts, key=lambda host: (hosts[host], host), default=_NO_HOST)
