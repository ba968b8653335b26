"""Pieces put together to blocks: lists, quotations and tables get their shape back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml.html import HtmlElement

from generator.model import (
    Block,
    Figure,
    Heading,
    Inline,
    ItemList,
    Paragraph,
    Preformatted,
    Quotation,
    Table,
)
from generator.parsing.boxes import PLAIN, Box, Piece
from generator.parsing.inlines import make_inlines
from generator.parsing.layout import lay_out
from generator.text import strip_controls

DEPTH_LIMIT = 6
"""The deepest that lists and quotations are nested in one another."""

ROWS_LIMIT = 2_000
"""The most rows of a table."""

CELLS_LIMIT = 50
"""The most cells of a row."""

_LISTS = frozenset(["ul", "ol"])
_SHAPES = _LISTS | {"li", "blockquote"}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A piece and the boxes round it that give it shape, from the outside in."""

    piece: Piece
    path: tuple[Box, ...]

    def inside(self) -> "_Placed":
        return _Placed(self.piece, self.path[1:])


def make_blocks(
    pieces: Sequence[Piece], limit: Box, *, base: str | None, figures: Mapping[Piece, Figure]
) -> tuple[Block, ...]:
    """Return the blocks that `pieces` are within the box `limit`."""
    maker = _Maker(base, figures)
    return tuple(maker.blocks([_Placed(piece, _find_path(piece, limit)) for piece in pieces]))


def _find_path(piece: Piece, limit: Box) -> tuple[Box, ...]:
    shapes = [box for box in piece.box.within(limit) if box.tag in _SHAPES]
    return tuple(reversed(shapes))[:DEPTH_LIMIT]


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes blocks of placed pieces; `base` resolves links."""

    base: str | None
    figures: Mapping[Piece, Figure]

    def blocks(self, placed: Sequence[_Placed]) -> Iterator[Block]:
        """Yield the blocks of a run of pieces."""
        # Boxes are compared as objects, so that two lists in a row stay two.
        for shape, group in groupby(placed, key=lambda one: one.path[0] if one.path else None):
            if shape is None:
                yield from (block for one in group if (block := self.leaf(one.piece)))
            else:
                yield from self.shaped(shape, [one.inside() for one in group])

    def shaped(self, shape: Box, placed: Sequence[_Placed]) -> Iterator[Block]:
        """Yield what a list or a quotation is; a list item without its list is its text."""
        if shape.tag in _LISTS:
            by_item = groupby(placed, key=lambda one: one.path[0] if one.path else one)
            items = (tuple(self.blocks(_unwrap(group))) for _, group in by_item)
            if kept := tuple(item for item in items if item):
                yield ItemList(kept, ordered=shape.tag == "ol")
        elif blocks := tuple(self.blocks(placed)):
            yield from [Quotation(blocks)] if shape.tag == "blockquote" else blocks

    def leaf(self, piece: Piece) -> Block | None:
        """Return the block that one piece is."""
        if piece.kind == "picture":
            return self.figures.get(piece)
        if piece.kind == "preformatted":
            return Preformatted(strip_controls(piece.text))
        if piece.kind == "table":
            return self.table(piece)
        if piece.heading:
            # Headings are bold as they are, and the one of the first level is the headline.
            plain = [(text, style._replace(strong=False)) for text, style in piece.segments]
            return Heading(max(2, int(piece.heading[1])), make_inlines(plain, self.base))
        return Paragraph(make_inlines(piece.segments, self.base))

    def table(self, piece: Piece) -> Table | None:
        """Return a table whose rows are all of one width."""
        if piece.element is None:
            return None
        rows = [
            [self.cell(cell) for cell in row if cell.tag in ("td", "th")][:CELLS_LIMIT]
            for row, _ in zip(piece.element.iter("tr"), range(ROWS_LIMIT), strict=False)
        ]
        # There are rows, since without them no table would have been laid out as one.
        width = max(len(row) for row in rows)
        return Table(tuple((*row, *[()] * (width - len(row))) for row in rows if any(row)))

    def cell(self, element: HtmlElement) -> tuple[Inline, ...]:
        """Return what one cell says, on one line."""
        # What stands in several lines of a cell must not run together.
        segments = [part for piece in lay_out(element) for part in (*piece.segments, (" ", PLAIN))]
        return make_inlines(segments, self.base)


def _unwrap(group: Iterator[_Placed]) -> list[_Placed]:
    """Step into a list item; what stands in the list without one is an item itself."""
    return [one.inside() if one.path and one.path[0].tag == "li" else one for one in group]
