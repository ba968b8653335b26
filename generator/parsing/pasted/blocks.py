"""The lines of a body put together to blocks: paragraphs, subheads, lists, figures, quotations."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from generator.model import Block, Figure, Heading, ItemList, Paragraph, Quotation, Text
from generator.parsing.pasted.captions import clean_credit, split_credit
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.sentences import ends_sentence
from generator.text import fold

_BULLET = re.compile(r"(?:[•●▪◦‣·*►]|[-–—](?=\s))\s*(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_QUOTED = re.compile(r"[“„«\"].{20,}[”“»\"][.,]?")
_ATTRIBUTION = re.compile(r"[—–-]\s*[^\W\d_a-z]")
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")


def make_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks that the lines of a body are."""
    shapes = _tell_shapes(lines)
    blocks: list[Block] = []
    for shape, group in groupby(zip(shapes, lines, strict=True), key=itemgetter(0)):
        run = [line for _, line in group]
        if shape == "figure":
            blocks += make_figures(run)
        elif shape in ("bullets", "numbers"):
            blocks.append(_make_list(run, ordered=shape == "numbers"))
        # Only one that stands alone is a subhead; several short lines in a row are text.
        elif shape == "short" and len(run) == 1:
            blocks.append(Heading(2, (Text(run[0].text),)))
        else:
            blocks += _make_paragraphs(run)
    return tuple(blocks)


def _tell_shapes(lines: Sequence[Line]) -> list[str]:
    """Return the shape of each line; an item without another beside it is text."""
    shapes = ["", *map(_tell_shape, lines), ""]
    return [
        "text" if own in ("bullets", "numbers") and own not in (before, after) else own
        for before, own, after in zip(shapes, shapes[1:], shapes[2:], strict=False)
    ]


def _tell_shape(line: Line) -> str:
    if line.kind in (Kind.CAPTION, Kind.CREDIT):
        return "figure"
    if _BULLET.match(line.text):
        return "bullets"
    if _NUMBER.match(line.text):
        return "numbers"
    return "short" if line.kind is Kind.SHORT and not ends_sentence(line.text) else "text"


def _make_list(run: Sequence[Line], *, ordered: bool) -> ItemList:
    mark = _NUMBER if ordered else _BULLET
    texts = [mark.sub("", line.text, count=1) for line in run]
    return ItemList(tuple((Paragraph((Text(text),)),) for text in texts), ordered=ordered)


def _make_paragraphs(run: Sequence[Line]) -> Iterator[Block]:
    """Yield paragraphs, and a quotation where a line is quoted and the next says who said it."""
    quoted: Paragraph | None = None
    for line in run:
        paragraph = Paragraph((Text(line.text),))
        if quoted and line.words <= 12 and _ATTRIBUTION.match(line.text):
            yield Quotation((quoted, paragraph))
            quoted = None
            continue
        if quoted:
            yield quoted
        quoted = paragraph if _QUOTED.fullmatch(line.text) else None
        if not quoted:
            yield paragraph
    if quoted:
        yield quoted


def make_figures(run: Sequence[Line]) -> list[Figure]:
    """Return the figures of a run of captions and credits, each caption once.

    A caption's own credit counts more than the line below it; a caption that breaks off is the
    same as one that goes on.
    """
    figures: list[Figure] = []
    for line in run:
        if line.kind is Kind.CREDIT:
            credit = clean_credit(line.text)
            if figures and figures[-1].credit is None and credit:
                figures[-1] = Figure(None, caption=figures[-1].caption, credit=credit)
            continue
        caption, credit_ = split_credit(line.text)
        if not any(_is_same(caption, other.caption or "") for other in figures):
            figures.append(Figure(None, caption=caption, credit=credit_))
    return _drop_cut(figures)


def _drop_cut(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out captions that break off where another goes on."""
    whole = [figure for figure in figures if not _CUT.search(figure.caption or "")]
    return [
        figure
        for figure in figures
        if figure in whole or not any(_is_cut(figure, other) for other in whole)
    ]


def _is_cut(figure: Figure, other: Figure) -> bool:
    return fold(other.caption or "").startswith(fold(_CUT.sub("", figure.caption or "")))


def _is_same(caption: str, other: str) -> bool:
    return fold(caption) == fold(other)
