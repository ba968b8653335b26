"""What stands below a short text in boxes marked as no text: who wrote it, whose site it is.

A mark counts for little where its box holds most of what there is to read, since pages misname the
boxes of their texts. But a notice of three lines has less to read than the words on its author, or
the small print, that come after it.
"""

from collections.abc import Iterable, Iterator

from generator.parsing.boxes import Box, Piece
from generator.parsing.prose import SENTENCE_ENDS, Sheet
from generator.parsing.signatures import signs

LEAST_TEXT = 80
"""The fewest characters of a text above what is taken for no part of it."""

ASIDE_LENGTH = 1_000
"""The most characters of such a box."""

FOOT_LENGTH = 2_500
"""The most characters of the small print at a page's foot."""

_SENTENCE_LENGTH = 30
# An aside with more than so many times the words of the text above it is itself the text.
_TIMES = 6


def find_asides(sheet: Sheet, title: Piece | None) -> frozenset[Piece]:
    """Return the pieces in marked boxes that follow unmarked text below the headline `title`."""
    if title is None:
        return frozenset()
    own = frozenset(title.box.lineage())
    below = sheet.pieces[sheet.pieces.index(title) + 1 :]
    boxes = frozenset(_find_boxes(sheet, below, own))
    if not boxes:
        return frozenset()
    return frozenset(piece for piece in below if not boxes.isdisjoint(piece.box.lineage()))


def _find_boxes(sheet: Sheet, below: Iterable[Piece], own: frozenset[Box]) -> Iterator[Box]:
    """Yield the marked boxes that hold little, measured by the text above them."""
    size = 0
    for piece in below:
        if piece in sheet.furniture or piece.heading or piece.is_link:
            continue
        # A box that holds the headline too is named for the whole article, not for what is beside
        # it.
        box = next((box for box in piece.box.marked if box not in own), None)
        if box is None:
            size += _measure(piece)
        elif size >= LEAST_TEXT and 0 < sheet.sums.get(box, 0) <= min(_limit(box), _TIMES * size):
            yield box


def _limit(box: Box) -> int:
    return FOOT_LENGTH if box.mark and box.mark.word == "footer" else ASIDE_LENGTH


def _measure(piece: Piece) -> int:
    """Return the characters of a line that is a sentence or two."""
    text = piece.text
    sentence = len(text) >= _SENTENCE_LENGTH and text.endswith(SENTENCE_ENDS)
    return len(text) if piece.kind == "text" and sentence and not signs(text) else 0
