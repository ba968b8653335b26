"""The standfirst, or dek: the line between headline and text that says what the story is.

It is one that readers see: what a page says of itself for search engines only, or the first words
of the text over again, is none.
"""

from collections.abc import Iterator, Sequence

from generator.parsing.boxes import Piece
from generator.parsing.cues import is_interface, is_pointer, is_promotion, marks_standfirst
from generator.parsing.trimming import Reading
from generator.text import fold

WORDS_LIMIT = 100
"""The most words of a dek."""

_WINDOW = 25
_SAME = 60


def find_standfirst(
    reading: Reading, body: Sequence[Piece], descriptions: Sequence[str]
) -> Piece | None:
    """Return the piece that is the dek, or None where the page has none."""
    said = [folded for text in descriptions if len(folded := fold(text)) > 20]
    for piece in _above_text(reading, body):
        if _is_dek(piece, said):
            return piece
    first = next((piece for piece in body if piece.kind == "text"), None)
    return first if first and _is_dek_in_text(first, body, said) else None


def _above_text(reading: Reading, body: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the lines between headline and text, of which there are few."""
    pieces = reading.sheet.pieces
    start = pieces.index(reading.title) + 1 if reading.title else None
    end = next((pieces.index(piece) for piece in body if piece.kind == "text"), None)
    if start is None or end is None:
        return
    kept = set(body)
    yield from (p for p in pieces[start : min(end, start + _WINDOW)] if p not in kept)


def _is_dek(piece: Piece, descriptions: Sequence[str]) -> bool:
    if piece.kind != "text" or piece.is_link or not 4 <= _count_words(piece.text) <= WORDS_LIMIT:
        return False
    if is_interface(piece.text) or is_pointer(piece.text) or is_promotion(piece.text):
        return False
    if _is_described(piece, descriptions):
        return True
    boxes = [box for box, _ in zip(piece.box.lineage(), range(2), strict=False)]
    return any(marks_standfirst(box.names) for box in boxes) or (
        piece.heading in ("h2", "h3", "h4") and len(piece.text) > 40
    )


def _is_described(piece: Piece, descriptions: Sequence[str]) -> bool:
    text = fold(piece.text)
    return any(
        text.startswith(said[:_SAME]) or (len(text) > 30 and said.startswith(text[:_SAME]))
        for said in descriptions
    )


def _is_dek_in_text(first: Piece, body: Sequence[Piece], descriptions: Sequence[str]) -> bool:
    """Say whether the first paragraph is a dek: it is named one, or set unlike all the others."""
    if not _is_dek(first, descriptions) or len([p for p in body if p.kind == "text"]) < 3:
        return False
    if marks_standfirst(first.box.names):
        return True
    looks = [(piece.box.tag, piece.box.names) for piece in body if piece.kind == "text"]
    return looks.count(looks[0]) == 1 and _is_described(first, descriptions)


def _count_words(text: str) -> int:
    return len(text.split()) if " " in text else len(text) // 2
