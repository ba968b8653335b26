"""Pages that list articles and are none: front pages, sections, archives, results of a search."""

from collections.abc import Iterator
from itertools import pairwise

from generator.blocks import plain_text
from generator.parsing.body import Body
from generator.parsing.boxes import Piece
from generator.parsing.document import Document
from generator.parsing.jsonld import types_of
from generator.parsing.prose import count_words

LEADS_LIMIT = 8
"""The fewest headlines that make a list."""

_COLLECTIONS = frozenset(["CollectionPage", "SearchResultsPage"])
_MENUS = frozenset(["nav", "header", "footer"])
_HEADLINE_LENGTH = 20
_HEADLINE_WORDS = 4
_WORDS_EACH = 2
_INTRODUCTION = 60
_MOST = 0.6


def is_listing(document: Document, body: Body) -> bool:
    """Say whether a page is a list of links, by its own word or by how it is built.

    A page that says it is an article is one, whatever else it shows. Others are lists where there
    are many headlines and no more prose than an introduction, or where most of the prose is what
    stands below such a headline.
    """
    if _says_article(document):
        return False
    if any(_COLLECTIONS & types_of(thing) for thing in document.things):
        return True
    leads = {piece: address for piece in body.sheet.pieces if (address := _find_lead(piece))}
    count = len(set(leads.values()))
    if count < LEADS_LIMIT:
        return False
    words = count_words(plain_text(body.blocks, figures=False))
    return words < min(_WORDS_EACH * count, _INTRODUCTION) or _share_led(body, leads) >= _MOST


def _says_article(document: Document) -> bool:
    told = document.first("og:type") == "article" or document.first("article:published_time")
    return bool(document.article or told)


def _find_lead(piece: Piece) -> str | None:
    """Return the address to which a line leads that opens with a linked headline, or None."""
    linked = "".join(_opening_link(piece)).strip()
    if len(linked) < _HEADLINE_LENGTH or count_words(linked) < _HEADLINE_WORDS:
        return None
    if any(box.tag in _MENUS for box in piece.box.lineage()):
        return None
    return next(style.href for _, style in piece.segments if style.href)


def _opening_link(piece: Piece) -> Iterator[str]:
    for text, style in piece.segments:
        if text.strip() and not style.href:
            return
        yield text


def _share_led(body: Body, leads: dict[Piece, str]) -> float:
    """Return the share of the text's paragraphs that open with a headline, or stand below one."""
    text = [piece for piece in body.pieces if piece.kind == "text"]
    lines = [piece for piece in body.sheet.pieces if piece.kind == "text"]
    above = {piece: before for before, piece in pairwise(lines)}
    led = sum(piece in leads or above.get(piece) in leads for piece in text)
    return led / len(text) if text else 0
