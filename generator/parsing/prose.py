"""How much there is to read in each box of a page, and which boxes are furniture.

Prose is measured in characters that stand in long lines and aren't links; a character of a script
without spaces between words counts for three.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.parsing.boxes import LINES, Box, Piece
from generator.parsing.signatures import signs
from generator.text import squeeze

PROSE_LENGTH = 80
"""The fewest characters of a line that is prose beyond doubt."""

SENTENCE_ENDS = tuple(".!?…。！？”»\"'’)")
"""The characters with one of which a sentence ends."""

COLONS = (":", "：")
"""The characters with one of which a line leads on to what stands below it."""

WORDING = frozenset(["caption", "captions", "figcaption", "gallery"])
"""The marks of boxes that hold a picture together with its words."""

_SENTENCE_LENGTH = 20
_MOST_LINKED = 0.35
_MOST_LINKED_SHORT = 0.8
_UNSPACED = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# One range round all of these scripts, by which other texts are passed by at once.
_FAR = re.compile(r"[\u0e00-\ud7af]")


def length(text: str) -> int:
    """Return the length of `text` in characters of an alphabet."""
    return len(text) if text.isascii() else len(text) + 2 * len(_WIDE.findall(text))


def count_words(text: str) -> int:
    """Return how many words a text has, also where none are apart.

    Chinese and its kin have about two characters to the word, Thai, Lao, Khmer and Burmese five.
    """
    apart = len(text.split())
    if text.isascii() or not _FAR.search(text):
        return apart
    return apart + len(_WIDE.findall(text)) // 2 + len(_UNSPACED.findall(text)) // 5


def weigh(piece: Piece, least: int = PROSE_LENGTH) -> int:
    """Return how much prose a piece holds: 0 for short lines, links, bylines and dates.

    Where lines of less than PROSE_LENGTH count, so do tables, and the words of pictures.
    """
    if piece.kind not in ("text", "preformatted"):
        return _weigh_shown(piece) if least < PROSE_LENGTH else 0
    size = length(piece.text)
    if size < PROSE_LENGTH and piece.heading:
        return 0
    # Where short lines count, lists are read, and their items may be links for the most part.
    linked = _MOST_LINKED if least >= PROSE_LENGTH else _MOST_LINKED_SHORT
    if size < least or piece.linked > linked * len(piece.text):
        return 0
    if signs(piece.text):
        return 0
    return size - piece.linked


def _weigh_shown(piece: Piece) -> int:
    words = piece.text
    if piece.kind == "picture" and piece.element is not None and piece.element.tag == "figure":
        words = squeeze(piece.element.text_content())
    return length(words)


def measure(piece: Piece) -> int:
    """Return the length of a line that is set as text, or is a sentence or two, however short.

    What is a link, a heading, a byline or a date is none.
    """
    text = piece.text
    if piece.kind == "picture" or piece.heading or piece.is_link or signs(text):
        return 0
    set_so = piece.kind != "text" or piece.box.tag in LINES
    sentence = len(text) >= _SENTENCE_LENGTH and text.endswith(SENTENCE_ENDS)
    return len(text) if set_so or sentence or len(text) >= PROSE_LENGTH else 0


class Sheet:
    """The pieces of a page, weighed; `furniture` is what stands in boxes marked as no text.

    A mark counts only where the box holds little of what there is to read on the page. `least` are
    the characters of a line that counts as prose; `sums` says how much of it each box holds.
    `sections` are headings that are links and yet the text's own, once they are known.
    """

    def __init__(self, pieces: tuple[Piece, ...], least: int = PROSE_LENGTH) -> None:
        self.pieces = pieces
        self.least = least
        self.sections: frozenset[Piece] = frozenset()
        self._aside: frozenset[Piece] = frozenset()
        self.weights = {piece: weight for piece in pieces if (weight := weigh(piece, least))}
        self.total = sum(self.weights.values())
        self.sums = self.sum_prose(pieces)
        self.furniture = self._find_furniture()

    def set_aside(self, pieces: frozenset[Piece], start: int) -> None:
        """Count `pieces` among the furniture, and no more among what there is to read.

        What stands between `start` and the first of them is judged anew by its marks.
        """
        if not pieces:
            return
        known, self._aside = self._aside, self._aside | pieces
        others = [piece for piece in self.pieces if piece not in self._aside]
        self.sums = self.sum_prose(others)
        self.total = self.weight(others)
        end = next(at for at, piece in enumerate(self.pieces) if piece in pieces)
        # With the comments gone, a short text in a marked box may be most of what there is to read.
        self.furniture -= frozenset(self.pieces[start:end]) - known
        self.furniture |= self._find_furniture() | pieces

    def _find_furniture(self) -> frozenset[Piece]:
        known: dict[Box, bool] = {}
        found = []
        for piece in self.pieces:
            place = piece.box if piece.kind != "picture" else _place(piece)
            if marked := place.marked:
                # All pieces of one box have the same answer.
                inner = marked[0]
                if inner not in known:
                    known[inner] = any(map(self._is_small, marked))
                if known[inner]:
                    found.append(piece)
        return frozenset(found)

    def _is_small(self, box: Box) -> bool:
        """Say whether a box holds so little that its mark counts."""
        mark = box.mark
        return mark is not None and self.sums.get(box, 0) <= mark.share * self.total

    @cached_property
    def order(self) -> Mapping[Piece, int]:
        """The places of the pieces on the page."""
        return {piece: at for at, piece in enumerate(self.pieces)}

    @property
    def has_prose(self) -> bool:
        """Whether there is a line so long that it is prose beyond doubt."""
        return any(weigh(piece) for piece in self.pieces)

    def sum_prose(self, pieces: Iterable[Piece]) -> dict[Box, int]:
        """Return how much prose of `pieces` each box holds, all levels down."""
        sums: dict[Box, int] = {}
        for piece in pieces:
            if weight := self.weights.get(piece):
                box: Box | None = piece.box
                while box is not None:
                    sums[box] = sums.get(box, 0) + weight
                    box = box.parent
        return sums

    def weight(self, pieces: Iterable[Piece]) -> int:
        """Return how much prose `pieces` hold together."""
        return sum(self.weights.get(piece, 0) for piece in pieces)


def _place(picture: Piece) -> Box:
    """Return the box by which a picture is judged: the first that isn't its own."""
    outer = (box for box in picture.box.lineage() if not (box.mark and box.mark.word in WORDING))
    return next(outer, picture.box)
