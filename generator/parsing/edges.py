"""Where the text of an article begins and ends within its box."""

from itertools import islice

from lxml.html import HtmlElement

from generator.parsing.boxes import Box, Piece
from generator.parsing.cues import names_standfirst
from generator.parsing.pasted.captions import is_credit
from generator.parsing.pasted.cues import is_coda
from generator.parsing.pointers import is_rule
from generator.parsing.prose import COLONS, SENTENCE_ENDS, length
from generator.parsing.selection import OTHER_SHARE, Reading, find_apart, says_headline
from generator.parsing.signatures import signs
from generator.text import squeeze

# A line of a text may end so where it leads on to a quotation or a list.
_LINE_ENDS = (*SENTENCE_ENDS, ",", ":", ";")
_OPENING_HEADING = 60
_HEADS_LIMIT = 10
_LEAST_ITEMS = 2
_POINT_LENGTH = 40
_SENTENCE_LENGTH = 40
_SUMMARY_SHARE = 0.25


def drop_above_headline(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop what stands above the headline, unless that is much of the text."""
    if reading.title not in pieces:
        return pieces
    at = pieces.index(reading.title) + 1
    lost, all_there = reading.sheet.weight(pieces[:at]), reading.sheet.weight(pieces)
    return pieces[at:] if lost < 0.4 * all_there else pieces


def drop_next_article(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the article that follows, which is a box of its own with its own `h1`.

    One that says the headline again stands over a part of the same article, such as its recipe.
    """
    sums = reading.sheet.sum_prose(pieces)
    start = next((at for at, piece in enumerate(pieces) if piece in reading.sheet.weights), 0)
    later = range(start + 1, len(pieces))
    heads = (
        at for at in later if pieces[at].heading == "h1" and not _is_again(pieces[at], reading)
    )
    # A few of them, since each look goes over all that stands above.
    for at in islice(heads, _HEADS_LIMIT):
        own = find_apart(pieces[at], pieces[:at])
        if sums.get(own, 0) > OTHER_SHARE * reading.sheet.total:
            return pieces[:at]
    return pieces


def _is_again(head: Piece, reading: Reading) -> bool:
    return reading.title is not None and says_headline(head, reading.title)


def drop_opening(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop what is short before the first prose: dates, names, labels.

    A short subhead stays, and so do short lines that are set as the prose is: its own first ones.
    """
    prose = (at for at, p in enumerate(pieces) if p in reading.sheet.weights and not p.heading)
    at = start = next(prose, 0)
    while at and _opens_text(pieces[at - 1], pieces[start]):
        at -= 1
    if at and pieces[at - 1].heading and length(pieces[at - 1].text) <= _OPENING_HEADING:
        at -= 1
        while at and _opens_text(pieces[at - 1], pieces[start]):
            at -= 1
    pictures = [piece for piece in pieces[:at] if piece.kind == "picture"]
    return [*pictures, *pieces[at:]]


def _opens_text(piece: Piece, first: Piece) -> bool:
    """Say whether a short line belongs to the prose that follows it."""
    if piece.kind != "text":
        return piece.kind == "picture"
    if signs(piece.text) or is_credit(piece.text):
        return False
    if _opens_list(piece, first.box) or _opens_quotation(piece, first.box):
        return True
    sentence = piece.text.endswith(SENTENCE_ENDS)
    if piece.box.parent is not first.box.parent:
        # Content systems give each paragraph a box of its own. Where these have no names, to look
        # alike says nothing.
        return sentence and piece.look == first.look and any(piece.look[1:])
    if piece.look != first.look:
        return sentence and _opens_as_paragraph(piece, first)
    bold = all(style.strong for text, style in piece.segments if text.strip())
    return bold or bool(piece.box.names) or piece.text.endswith(_LINE_ENDS)


def _opens_list(piece: Piece, item: Box) -> bool:
    """Say whether a line is an item of the list of `item`, its term, or leads to it by a colon."""
    if piece.box.tag == "dt":
        return item.tag == "dd" and piece.box.parent is item.parent
    if item.tag != "li":
        return False
    if piece.box.tag == "li":
        return piece.box.parent is item.parent and not piece.is_link
    return _leads_on(piece)


def _opens_quotation(piece: Piece, first: Box) -> bool:
    """Say whether a line with a colon leads to the quotation that `first` stands in."""
    quoted = any(outer.tag == "blockquote" for outer in islice(first.lineage(), 2))
    return quoted and _leads_on(piece)


def _leads_on(piece: Piece) -> bool:
    return piece.box.tag == "p" and piece.text.endswith(COLONS)


def _opens_as_paragraph(piece: Piece, first: Piece) -> bool:
    """Say whether a sentence is a paragraph set larger than those that follow it."""
    told = length(piece.text) >= _SENTENCE_LENGTH and not names_standfirst(piece.box.names)
    return piece.box.tag == first.box.tag == "p" and told


def drop_summary(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the list in a box above the first paragraph of a much longer text: its main points."""
    end = next((at for at, p in enumerate(pieces) if _is_paragraph(reading, p)), 0)
    opening = [p for p in pieces[:end] if p.kind != "picture"]
    items = [p for p in opening if _is_item(p)]
    points = [p for p in items if length(p.text) >= _POINT_LENGTH]
    if len(points) < _LEAST_ITEMS or not all(p.heading or p in points for p in opening):
        return pieces
    own = find_apart(opening[0], pieces[end:])
    # A list without a box of its own is one of the text.
    if own is opening[0].box or not all(p.is_in(own) for p in opening):
        return pieces
    if sum(length(p.text) for p in opening) > _SUMMARY_SHARE * reading.sheet.weight(pieces[end:]):
        return pieces
    return [p for at, p in enumerate(pieces) if at >= end or p.kind == "picture"]


def _is_paragraph(reading: Reading, piece: Piece) -> bool:
    return piece in reading.sheet.weights and not piece.heading and not _is_item(piece)


def _is_item(piece: Piece) -> bool:
    return any(box.tag == "li" for box in islice(piece.box.lineage(), 3))


def drop_signature(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the byline and dates that stand between a standfirst and the text."""
    prose = (at for at, piece in enumerate(pieces) if piece in reading.sheet.weights)
    # The first prose may be the standfirst; what looks like a byline below the second is the
    # text's.
    second = next(islice(prose, 1, None), 0)
    return [
        p for at, p in enumerate(pieces) if at > second or p.kind != "text" or not signs(p.text)
    ]


def drop_small_print(_: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop what stands at the end in small print under a rule: the outlet on itself."""
    end = len(pieces)
    while end and _is_small(pieces[end - 1]):
        end -= 1
    ruled = end < len(pieces) and _follows_rule(pieces[end].box.element)
    return pieces[:end] if ruled else pieces


def _is_small(piece: Piece) -> bool:
    small = piece.box.element.find("small")
    return small is not None and squeeze(small.text_content()) == piece.text


def _follows_rule(element: HtmlElement) -> bool:
    before = element.getprevious()
    return before is not None and before.tag == "hr"


def drop_last_rule(_: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the `___` below which only who else worked on the story is told, or nothing.

    Within a text such a line parts two of its scenes, and stays.
    """
    rules = [at for at, piece in enumerate(pieces) if is_rule(piece.text)]
    if not rules or not all(is_coda(piece.text) for piece in pieces[rules[-1] + 1 :]):
        return pieces
    return [*pieces[: rules[-1]], *pieces[rules[-1] + 1 :]]
