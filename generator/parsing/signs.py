"""What stands round a headline to say when its article was published: lines, and `time` elements.

A date further off is another article's, one in the text is what it tells of, and one in a page's
masthead is the day on which it was saved.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from generator.parsing.body import Body
from generator.parsing.boxes import Piece
from generator.parsing.cues import marks_picture
from generator.parsing.elements import Elements
from generator.parsing.pasted.signatures import says_published

TIMES_LIMIT = 100
"""The most `time` elements that are looked at."""

_PAGE = frozenset(["body", "main", "html"])
_ABOVE_TITLE = 6
_BELOW_TEXT = 3
_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Signs:
    """The lines that may say when, the surest first, and the `time` elements among them."""

    lines: tuple[str, ...] = ()
    times: tuple[HtmlElement, ...] = ()


def find_signs(body: Body, elements: Elements) -> Signs:
    """Return what may say when the article with this body was published."""
    pieces = [piece for piece in _signing(body) if _may_sign(piece, body)]
    boxes = {piece.box.element for piece in pieces}
    times = islice(elements.named("time"), TIMES_LIMIT)
    near = (
        time for time in times if any(outer in boxes for outer in islice(time.iterancestors(), 4))
    )
    lines = tuple(line for piece in pieces for line in piece.lines)
    return Signs(lines=lines, times=tuple(near))


def _signing(body: Body) -> Iterator[Piece]:
    """Yield the pieces under the headline, over it in the same box, and below the text."""
    every = body.sheet.pieces
    yield from body.above
    # What stands over a headline in the page itself is its masthead.
    if body.title and (box := body.title.box.parent) and box.tag not in _PAGE:
        at = every.index(body.title)
        over = every[max(0, at - _ABOVE_TITLE) : at]
        yield from (piece for piece in reversed(over) if piece.is_in(box))
    if body.pieces:
        end = every.index(body.pieces[-1]) + 1
        yield from (p for p in every[end : end + _BELOW_TEXT] if says_published(p.text))


def _may_sign(piece: Piece, body: Body) -> bool:
    return piece.kind == "text" and piece.text != body.dek and not marks_picture(piece.box.names)
