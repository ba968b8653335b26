"""The plain text of a body, which is what a reader reads without its look, and its figures."""

from collections.abc import Iterable, Iterator

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
    Text,
)
from generator.text import squeeze, strip_controls


def plain_text(blocks: Iterable[Block], *, figures: bool) -> str:
    """Return the text of `blocks`, each apart from the next by a blank line.

    A paragraph is one line. Items and rows stand on lines of their own, cells apart by tabs.
    With `figures`, captions and credits are told where they stand.
    """
    said = (_block_text(block, figures=figures) for block in blocks)
    return "\n\n".join(text for text in said if text)


def find_figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    """Yield the figures of a body, in order, however deep they stand."""
    waiting = list(reversed(tuple(blocks)))
    while waiting:
        block = waiting.pop()
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Quotation):
            waiting += reversed(block.blocks)
        elif isinstance(block, ItemList):
            waiting += [inner for item in reversed(block.items) for inner in reversed(item)]


def inline_text(inlines: Iterable[Inline]) -> str:
    """Return the characters of `inlines`, without their look."""
    return "".join(_characters(inlines))


def _characters(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, Text):
            yield inline.text
        else:
            yield from _characters(inline.inlines)


def _block_text(block: Block, *, figures: bool) -> str:
    match block:
        case Paragraph() | Heading():
            return squeeze(inline_text(block.inlines))
        case Preformatted():
            return strip_controls(block.text)
        case Quotation():
            return plain_text(block.blocks, figures=figures)
        case ItemList():
            items = (plain_text(item, figures=figures) for item in block.items)
            return "\n".join(text for text in items if text)
        case Table():
            rows = (map(squeeze, map(inline_text, row)) for row in block.rows)
            return "\n".join("\t".join(row) for row in rows)
        case Figure():
            words = (squeeze(line or "") for line in (block.caption, block.credit))
            return "\n".join(filter(None, words)) if figures else ""
