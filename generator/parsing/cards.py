"""The cards of a page that lead to other articles: their headlines and addresses."""

from collections.abc import Iterator

from generator.model import Related
from generator.parsing.boxes import Piece
from generator.parsing.prose import Sheet
from generator.text import fold
from generator.urls import canonical_url, find_http_url

CARDS_LIMIT = 40
"""The most cards of a page that are kept."""

_HEADLINE_LENGTHS = range(20, 250)


def find_cards(
    sheet: Sheet, body: frozenset[Piece], *, url: str | None, base: str | None
) -> tuple[Related, ...]:
    """Return the other articles to which the page leads outside its text, each once."""
    own = canonical_url(url) if url else None
    # Many a page links its own headline to itself.
    seen = {own}
    cards: list[Related] = []
    for piece in sheet.pieces:
        if piece in body or not _is_headline(piece):
            continue
        address = next((find_http_url(href, base) for href in _links(piece) if href), None)
        key = canonical_url(address) if address else fold(piece.text)
        if key not in seen and (address or piece.heading):
            seen.add(key)
            cards.append(Related(headline=piece.text, url=address))
            if len(cards) == CARDS_LIMIT:
                break
    return tuple(cards)


def _is_headline(piece: Piece) -> bool:
    """Say whether a piece is a link with enough words to be a headline, and no menu's."""
    if piece.kind != "text" or piece.linked < 0.9 * len(piece.text):
        return False
    # A headline of scripts without spaces can't be told by the number of its words.
    if len(piece.text) not in _HEADLINE_LENGTHS or (
        " " in piece.text and piece.text.count(" ") < 3
    ):
        return False
    return piece.heading is not None or _is_marked(piece)


def _is_marked(piece: Piece) -> bool:
    marks = (box.mark.word for box in piece.box.marked if box.mark)
    return any(word.startswith(_CARD_WORDS) for word in marks)


_CARD_WORDS = (
    "related",
    "recommend",
    "card",
    "teaser",
    "most",
    "popular",
    "trending",
    "promo",
    "readnext",
)


def _links(piece: Piece) -> Iterator[str | None]:
    yield from (style.href for _, style in piece.segments)
