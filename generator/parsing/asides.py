"""What stands below a short text in boxes marked as no text: who wrote it, whose site it is.

A mark counts for little where its box holds most of what there is to read, since pages misname the
boxes of their texts. But a notice of three lines has less to read than the words on its author, or
the small print, that come after it.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from generator.parsing.boxes import Box, Piece
from generator.parsing.cues import marks_header, marks_text
from generator.parsing.prose import PROSE_LENGTH, WORDING, Sheet, measure

LEAST_TEXT = 40
"""The fewest characters of a text above what is taken for no part of it."""

ASIDE_LENGTH = 1_000
"""The most characters of such a box."""

FOOT_LENGTH = 2_500
"""The most characters of the small print at a page's foot."""

# An aside with more than so many times the words of the text above it is itself the text.
_TIMES = 6
_TIMES_STRAY = 4


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
            size += measure(piece)
        elif box.mark and box.mark.word in WORDING:
            continue
        elif size >= LEAST_TEXT and 0 < sheet.sums.get(box, 0) <= min(_limit(box), _TIMES * size):
            yield box


def _limit(box: Box) -> int:
    return FOOT_LENGTH if box.mark and box.mark.word == "footer" else ASIDE_LENGTH


def find_strays(sheet: Sheet, title: Piece | None, box: Box) -> frozenset[Piece]:
    """Return what is in `box`, where it is no more than what stands beside a still shorter text.

    A post of three lines or a list has no line as long as prose is, and a page has many that are:
    on its author, its rights, its visitors. But the post stands with its headline, they don't.
    """
    if title is None or title.is_in(box) or marks_text(box.names):
        return frozenset()
    own = next(outer for outer in title.box.lineage() if box.is_in(outer))
    below = sheet.pieces[sheet.order[title] + 1 :]
    near = takewhile(lambda piece: not piece.is_in(box), below)
    with_title = [p for p in near if p not in sheet.furniture and _share(p, title, own)]
    size = sum(map(measure, with_title))
    long = any(measure(piece) >= PROSE_LENGTH for piece in with_title)
    if long or size < LEAST_TEXT or sheet.sums.get(box, 0) > _TIMES_STRAY * size:
        return frozenset()
    return frozenset(piece for piece in sheet.pieces if piece.is_in(box))


def _share(piece: Piece, title: Piece, limit: Box) -> bool:
    """Say whether a piece and the headline are in a box within `limit`, one that is no header."""
    taken = frozenset(title.box.within(limit))
    shared = next((box for box in piece.box.within(limit) if box in taken), None)
    return shared is not None and not marks_header(shared.tag, shared.names)
