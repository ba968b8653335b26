"""The body of a page as those tell it who know the site."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from generator.blocks import plain_text
from generator.model import Snapshot
from generator.parsing.body import Body, make_body
from generator.parsing.boxes import Box, Piece
from generator.parsing.document import Document
from generator.parsing.hosts.testimony import Testimony
from generator.parsing.layout import lay_out
from generator.text import fold

_SAME = 0.95
"""The share of common words from which two readings of a text are the same."""

_SHOWN = 0.9
"""The share of a told text that must be found among the pieces of the page."""


def correct_body(body: Body, testimony: Testimony, document: Document, snapshot: Snapshot) -> Body:
    """Return `body` as a rule or a witness has it, where either says anything of it."""
    witness = testimony.told_by or ""
    if testimony.elements:
        readings = [pieces for one in testimony.elements if (pieces := lay_out(one))]
        bodies = [make_body(each, _outermost(each[0]), document, snapshot) for each in readings]
        return replace(body, blocks=tuple(chain.from_iterable(bodies)), witness=witness)
    told = [key for text in testimony.paragraphs if (key := fold(text))]
    if not told or _is_same(fold(plain_text(body.blocks, figures=False)), " ".join(told)):
        return body
    chosen = _find_pieces(body, told)
    found = sum(len(fold(piece.text)) for piece in chosen if piece.kind != "picture")
    if found < _SHOWN * sum(map(len, told)):
        return body
    blocks = make_body(chosen, _find_common(chosen), document, snapshot)
    return replace(body, blocks=blocks, witness=witness)


def _outermost(piece: Piece) -> Box:
    *_, page = piece.box.lineage()
    return page


def _find_common(pieces: Sequence[Piece]) -> Box:
    """Return the smallest box that holds all of some pieces."""
    first, *others = [list(piece.box.lineage()) for piece in pieces]
    shared = set(first).intersection(*others)
    return next(box for box in first if box in shared)


def _is_same(one: str, other: str) -> bool:
    # Dice's coefficient of the words of both, each counted as often as it stands there.
    a, b = Counter(one.split()), Counter(other.split())
    return 2 * (a & b).total() >= _SAME * (a.total() + b.total())


def _find_pieces(body: Body, told: Sequence[str]) -> list[Piece]:
    """Return the pieces that say what is told, and the pictures of the body among them."""
    lines, text = set(told), " ".join(told)
    ours = set(body.pieces)
    chosen = [
        piece
        for piece in body.sheet.pieces
        if (piece in ours if piece.kind == "picture" else _is_told(fold(piece.text), lines, text))
    ]
    words = [at for at, piece in enumerate(chosen) if piece.kind != "picture"]
    return chosen[words[0] : words[-1] + 1] if words else []


def _is_told(line: str, lines: set[str], text: str) -> bool:
    # A short line is somewhere in any text: only as a whole paragraph is it told.
    return line in lines or (len(line) > 40 and line in text)
