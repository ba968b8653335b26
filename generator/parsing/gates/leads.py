"""The headlines on a page that lead to other pages of the same site, and how much stands below."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.parsing.body import Body
from generator.parsing.boxes import Box, Piece
from generator.parsing.document import Document
from generator.parsing.gates.addresses import FRONTS, read_address
from generator.parsing.prose import count_words, length
from generator.parsing.roundups import is_own, most_linked
from generator.urls import find_http_url, host_of

_MENUS = frozenset(["nav", "header", "footer"])
_SIDE = "side"
_OTHER_TEXTS = 0.7
"""What speaks as strongly against a box marks other texts: those most read, related, of readers."""

_PARTS = 3
_HEADLINE_LENGTH = 20
_HEADLINE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Leads:
    """How many linked headlines a page has, and which share of its text stands below them.

    `beside` are those of them in boxes for what is beside a text; `opening` is how many words the
    text has before the first of them all.
    """

    count: int
    share: float
    beside: int = 0
    opening: int = 0

    @property
    def main(self) -> int:
        """How many of them stand where the text does."""
        return self.count - self.beside


def find_leads(document: Document, body: Body) -> Leads:
    """Return the leads of a page.

    Those to other sites are none, as in a round-up of links, nor those to parts of the page itself,
    as a live blog has them.
    """
    home = host_of(document.url) or most_linked(document.root)
    leads = {
        piece: find_http_url(address, document.base) or address
        for piece in body.sheet.pieces
        if (address := _find_lead(piece)) and is_own(address, document.base, home)
    }
    parts = _find_parts(leads.values(), document.url or "")
    leads = {piece: to for piece, to in leads.items() if parts.isdisjoint(_pages_of(to))}
    text = [piece for piece in body.pieces if piece.kind == "text"]
    lines = [piece for piece in body.sheet.pieces if piece.kind == "text"]
    above = {piece: before for before, piece in pairwise(lines)}
    # A line below a linked headline is its excerpt.
    led = [piece in leads or above.get(piece) in leads for piece in text]
    first = led.index(True) if True in led else len(led)
    opening = sum(count_words(piece.text) for piece in text[:first] if not piece.heading)
    share = sum(led) / len(text) if text else 1.0
    count = len(set(leads.values()))
    own = frozenset(body.pieces)
    main = {leads[piece] for piece in leads.keys() - _find_beside(leads.keys() - own)}
    return Leads(count, share, beside=count - len(main), opening=opening)


def _find_beside(leads: Iterable[Piece]) -> frozenset[Piece]:
    """Return those that stand several in a box for what is beside a text."""
    boxes = {lead: box for lead in leads if (box := _find_side(lead))}
    several = {box for box, count in Counter(boxes.values()).items() if count >= _PARTS}
    return frozenset(lead for lead, box in boxes.items() if box in several)


def _find_side(piece: Piece) -> Box | None:
    """Return the innermost box round a line that is for what is beside a text."""
    return next((box for box in piece.box.lineage() if box.tag == "aside" or _is_side(box)), None)


def _is_side(box: Box) -> bool:
    mark = box.mark
    return mark is not None and (mark.share >= _OTHER_TEXTS or mark.word.startswith(_SIDE))


def _find_parts(addresses: Collection[str], url: str) -> frozenset[str]:
    """Return the pages of which several parts are linked, and the page itself.

    What an address asks for is a part of a page, unless it asks a program or a front for pages.
    """
    parts = Counter(address.partition("#")[0] for address in addresses if "#" in address)
    several = [page for page, count in parts.items() if count >= _PARTS]
    place = url.partition("#")[0].partition("?")[0]
    last = read_address(url).parts[-1:]
    # /list.php?page=2 asks a program and /latest?page=2 a front; another page is the same with any
    # query.
    answers = not last or last[0] in FRONTS or "." in place.rpartition("/")[2]
    return frozenset([*several, url.partition("#")[0], *([] if answers else [place])])


def _pages_of(address: str) -> tuple[str, str]:
    """Return an address without its fragment, and without what it asks for."""
    page = address.partition("#")[0]
    return page, page.partition("?")[0]


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
