"""The standfirst, or dek: the line between headline and text that says what the story is.

It is one that readers see: what a page says of itself for search engines only, or the first words
of the text over again, is none.
"""

from collections.abc import Iterator, Sequence

from generator.parsing.boxes import Box, Piece
from generator.parsing.cues import marks_picture, marks_standfirst, names_standfirst
from generator.parsing.pointers import leads_elsewhere
from generator.parsing.prose import count_words
from generator.parsing.selection import Reading, resemble
from generator.parsing.signatures import signs
from generator.text import fold

WORDS_LIMIT = 100
"""The most words of a dek."""

_WINDOW = 25
# Descriptions are cut, or go on: so only beginnings are compared.
_SAME = 60
_FEW_SMALL = 2


def find_standfirst(
    reading: Reading, body: Sequence[Piece], descriptions: Sequence[str]
) -> Piece | None:
    """Return the piece that is the dek, or None where the page has none."""
    headline = fold(reading.headline)
    said = [folded for text in descriptions if len(folded := fold(text)) > 20]
    for piece in _above_text(reading, body):
        if _is_dek(piece, headline, said):
            return piece
    text = [piece for piece in body if piece.kind == "text"]
    # Of two paragraphs the first is no standfirst but half of the story.
    if len(text) >= 3 and _is_dek(text[0], headline, said) and _is_set_apart(text, said):
        return text[0]
    return None


def _above_text(reading: Reading, body: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the lines between headline and text, of which there are few."""
    pieces = reading.sheet.pieces
    start = pieces.index(reading.title) + 1 if reading.title else None
    end = next((pieces.index(piece) for piece in body if piece.kind == "text"), None)
    if start is None or end is None:
        return
    kept = set(body)
    yield from (p for p in pieces[start : min(end, start + _WINDOW)] if p not in kept)


def _is_dek(piece: Piece, headline: str, descriptions: Sequence[str]) -> bool:
    if (
        piece.kind != "text"
        or piece.is_link
        or piece.box.tag == "li"
        or not 4 <= count_words(piece.text) <= WORDS_LIMIT
    ):
        return False
    if leads_elsewhere(piece.text) or resemble(fold(piece.text), headline):
        return False
    if _is_described(piece, descriptions):
        return True
    boxes = [box for box, _ in zip(piece.box.lineage(), range(2), strict=False)]
    told = any(_is_named_so(box) for box in boxes) or (
        # A shorter heading is that of a part of the text, or of the page.
        piece.heading in ("h2", "h3", "h4") and len(piece.text) > 40
    )
    return told and not _is_signature(piece.text)


def _is_signature(text: str) -> bool:
    """Say whether a line is a byline or a date, and no words with a date among them."""
    small = sum(word[0].islower() for word in text.split())
    return small < _FEW_SMALL and signs(text)


def _is_named_so(box: Box) -> bool:
    """Say whether a box is named a standfirst; "image-description" is a caption's name."""
    return marks_standfirst(box.names) and not marks_picture(box.names)


def _is_described(piece: Piece, descriptions: Sequence[str]) -> bool:
    text = fold(piece.text)
    return any(
        text.startswith(said[:_SAME]) or (len(text) > 30 and said.startswith(text[:_SAME]))
        for said in descriptions
    )


def _is_set_apart(text: Sequence[Piece], descriptions: Sequence[str]) -> bool:
    """Say whether the first paragraph is named a standfirst, or is set unlike all the others."""
    first = text[0]
    outer = first.box.parent
    if _is_lead(first, text[1]):
        return False
    alone = outer is not None and all(outer not in piece.box.lineage() for piece in text[1:])
    if marks_standfirst(first.box.names) or (outer and alone and marks_standfirst(outer.names)):
        return True
    looks = [(piece.box.tag, piece.box.names) for piece in text]
    unlike = looks.count(looks[0]) == 1 or (alone and not _is_one_of_many(outer, text))
    return unlike and _is_described(first, descriptions)


def _is_one_of_many(outer: Box | None, text: Sequence[Piece]) -> bool:
    """Say whether the box of the first paragraph is only one of those that parts of a text have.

    Content systems give one to each paragraph, or to all those between two advertisements.
    """
    second, third = text[1].box.parent, text[2].box.parent
    if outer is None or second is None or (outer.tag, outer.names) != (second.tag, second.names):
        return False
    return bool(outer.names) or second is not third


def _is_lead(first: Piece, second: Piece) -> bool:
    """Say whether a first paragraph is one of the text's own, though it is named its lead.

    It stands with the others, is set as they are, and isn't in bold. Without it the text would
    begin with its second sentence.
    """
    if first.box.tag != "p" or second.box.tag != "p" or first.box.parent is not second.box.parent:
        return False
    bold = all(style.strong for text, style in first.segments if text.strip())
    return not bold and not names_standfirst(first.box.names)
