"""Render the blocks of an article as Markdown: one pure function for each kind of block.

The law of this module: what a reader of the rendered Markdown sees are the characters that the
blocks hold, in our own renderer and in that of a stock Pelican, and no text of a block can become
markup, HTML, a Pelican link, a line of metadata or a template's code.

A figure is a paragraph of at most three lines, each of which may be missing but the first:

    ![What the picture shows](../../../../media/9f2c….jpg)
    *The caption.*
    The credit

Where there is no picture, its words are lines in italics between underscores, which nothing else
is: an image without an address would be a broken one in a stock Pelican.

    _The caption._
    _The credit_
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from generator.content.inlines import escape, render_inlines, render_line, render_text
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

Media: TypeAlias = Mapping[str, str]
"""Where the picture of a figure's `src` is kept, as a link from the file that shows it."""

_DEEPEST = 4
"""How many quotations and lists may stand in each other; renderers stop at twenty levels."""

_WIDEST = 40
"""How many columns a table may have before its rows are told as paragraphs."""

_LONGEST_ALT = 1_000
"""How much is said of a picture to those who can't see it."""

_INDENT = "    "


def render_markdown(blocks: Iterable[Block], media: Media) -> str:
    """Return `blocks` as Markdown, without a line end; blocks are apart by blank lines.

    `media` tells where pictures are kept; a figure whose `src` it lacks is told by its words.
    """
    return _render_blocks(blocks, media, 0)


def _render_blocks(blocks: Iterable[Block], media: Media, depth: int) -> str:
    return "\n\n".join(_render_each(blocks, media, depth))


def _render_each(blocks: Iterable[Block], media: Media, depth: int) -> Iterator[str]:
    for block in _fit(blocks, depth):
        if said := _RENDERERS[type(block)](block, media, depth):
            yield said


def _fit(blocks: Iterable[Block], depth: int) -> Iterator[Block]:
    """Yield `blocks` as they can stand at this depth of quotations and lists.

    Tables and preformatted text need the margin in Python-Markdown, so within a quotation or a
    list their lines are paragraphs.
    """
    for block in blocks:
        if depth and isinstance(block, Table | Preformatted):
            yield from _tell_lines(block)
        elif depth >= _DEEPEST and isinstance(block, Quotation | ItemList):
            yield from _fit(_find_leaves(block), depth)
        else:
            yield block


def _tell_lines(block: Table | Preformatted) -> Iterator[Paragraph]:
    if isinstance(block, Preformatted):
        lines = strip_controls(block.text).split("\n")
        yield from (Paragraph((Text(line),)) for line in lines)
    else:
        yield from (Paragraph(tuple(_join_cells(row))) for row in block.rows)


def _join_cells(row: Iterable[tuple[Inline, ...]]) -> Iterator[Inline]:
    for cell in row:
        yield from (*cell, Text(" "))


def _find_leaves(block: Block) -> Iterator[Block]:
    """Yield the blocks within a quotation or list that hold no others, however deep they are."""
    waiting = [block]
    while waiting:
        block = waiting.pop()
        if isinstance(block, Quotation):
            waiting += reversed(block.blocks)
        elif isinstance(block, ItemList):
            waiting += [inner for item in reversed(block.items) for inner in reversed(item)]
        else:
            yield block


def _render_paragraph(block: Paragraph, _media: Media, _depth: int) -> str:
    return render_line(block.inlines)


def _render_heading(block: Heading, _media: Media, _depth: int) -> str:
    line = render_inlines(block.inlines)
    # Hashes at the end of a heading would be taken for ornament.
    line = re.sub(r"#(?=#*$)", r"\\#", line)
    return f"{'#' * min(max(block.level, 2), 6)} {line}" if line else ""


def _render_quotation(block: Quotation, media: Media, depth: int) -> str:
    inner = _render_blocks(block.blocks, media, depth + 1)
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n")) if inner else ""


def _render_list(block: ItemList, media: Media, depth: int) -> str:
    items = [_render_item(item, media, depth + 1) for item in block.items]
    items = [item for item in items if item]
    # In CommonMark one loose item makes the whole list so: thus all renderers are told the same.
    loose = any("\n" in item for item in items)
    return ("\n\n" if loose else "\n").join(
        _indent(item, number if block.ordered else None) for number, item in enumerate(items, 1)
    )


def _render_item(blocks: Iterable[Block], media: Media, depth: int) -> str:
    """Return the blocks of an item, the first of which is made one that holds no others.

    Python-Markdown reads only the first line beside a list's mark as what it is.
    """
    said: list[str] = []
    for block in blocks:
        said += _render_each([block] if said else _find_leaves(block), media, depth)
    return "\n\n".join(said)


def _indent(item: str, number: int | None) -> str:
    # Four columns are what Python-Markdown asks for; a third digit would need five in CommonMark,
    # and both count for themselves after the first number.
    mark = "-" if number is None else f"{min(number, 99)}."
    lines = (f"{_INDENT}{line}" if line else "" for line in item.split("\n"))
    return mark.ljust(len(_INDENT)) + "\n".join(lines)[len(_INDENT) :]


def _render_figure(block: Figure, media: Media, _depth: int) -> str:
    where = media.get(block.src or "", "")
    caption, credit = squeeze(block.caption or ""), squeeze(block.credit or "")
    if not where:
        return "\n".join(f"_{escape(line)}_" for line in (caption, credit) if line)
    lines = [f"![{escape(squeeze(block.alt)[:_LONGEST_ALT])}]({where})"]
    if caption:
        lines.append(f"*{escape(caption)}*")
    if credit:
        lines.append(render_text(credit))
    return "\n".join(lines)


def _render_table(block: Table, media: Media, depth: int) -> str:
    rows = [[render_inlines(cell) for cell in row] for row in block.rows]
    rows = [row for row in rows if any(row)]
    width = max(map(len, rows), default=0)
    if width > _WIDEST:
        return _render_blocks(_tell_lines(block), media, depth)
    rows = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]]) if lines else ""


def _render_preformatted(block: Preformatted, _media: Media, _depth: int) -> str:
    text = strip_controls(block.text).strip("\n")
    longest = max(map(len, re.findall("`+", text)), default=0)
    # Longer than any row of backticks in the text, which could end it.
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}" if text.strip() else ""


_RENDERERS: Mapping[type[Block], Callable[[Any, Media, int], str]] = MappingProxyType(
    {
        Paragraph: _render_paragraph,
        Heading: _render_heading,
        Quotation: _render_quotation,
        ItemList: _render_list,
        Figure: _render_figure,
        Table: _render_table,
        Preformatted: _render_preformatted,
    }
)
