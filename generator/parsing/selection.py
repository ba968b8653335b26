"""Where the article stands on a page: the piece with its headline, and the box with its text.

The box that holds most of the prose is found by steps downwards; where the ways part, the one
that leads to the headline is taken.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from generator.parsing.boxes import LINES, Box, Look, Piece
from generator.parsing.cues import marks_header, marks_post, marks_text
from generator.parsing.prose import Sheet
from generator.text import fold

OTHER_SHARE = 0.15
"""The least share of a page's prose that makes a box with its own `h1` an article."""

CARD_LENGTH = 600
"""The most characters of prose on the card of another article."""

_MOST = 0.72
_MUCH = 0.3
_BESIDES = 60
_OWN = 3
_LISTS = frozenset(["ol", "ul", "dl"])
_CARDS = 3
_BLOCK_DEPTH = 6
_PART_WORDS = 3
TITLE_SEPARATOR = re.compile(r"\s+[|｜·•»«:/–—-]+\s+|\s*[|｜]\s*")
"""What stands between the headline and the outlet in the title of a page."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A page, the box of its article, and its headline with the piece that shows it."""

    sheet: Sheet
    box: Box
    headline: str
    title: Piece | None


def find_title(sheet: Sheet, headline: str | None) -> Piece | None:
    """Return the piece that shows the headline: a heading that says it, or else any such line.

    Of several headings that say it, those in bars that follow the reader count last, and an `h1`
    first. Where none does, since the page is told otherwise to search engines, it is the only `h1`.
    """
    said = fold(headline or "")
    if not said:
        return None
    heads = [(piece, fold(piece.text)) for piece in sheet.pieces if piece.heading]
    exact = [piece for piece, text in heads if text == said]
    exact.sort(key=lambda head: (head in sheet.furniture, head.heading != "h1"))
    near = (piece for piece, text in heads if piece.heading == "h1" and resemble(text, said))
    line = (piece for piece in sheet.pieces if _is_line(piece, said))
    far = (piece for piece, text in heads if _contain(text, said))
    part = _longest_part(headline or "")
    own = (piece for piece in sheet.pieces if part and fold(piece.text) == part)
    found = _find_above(sheet, heads, exact) or next(near, None) or next(line, None)
    found = found or next(far, None) or next(own, None)
    # A lone one is the headline, whatever the page is called elsewhere.
    first_level = [piece for piece, _ in heads if piece.heading == "h1"]
    return found or (first_level[0] if len(first_level) == 1 else None)


def _find_above(
    sheet: Sheet, heads: Sequence[tuple[Piece, str]], exact: Sequence[Piece]
) -> Piece | None:
    """Return the first of `exact`, or what says the same in more words over the text above it.

    A recipe stands below its story with the name that is told to search engines.
    """
    first = next(iter(exact), None)
    if first is None or first.heading == "h1" or first in sheet.furniture:
        return first
    level, said = first.heading or "", fold(first.text)
    above = (piece for piece, text in heads if not piece.is_link and resemble(text, said))
    for piece in takewhile(lambda head: head is not first, above):
        if (piece.heading or "") > level or piece in sheet.furniture:
            continue
        at = sheet.order[piece]
        before = [other for other in sheet.pieces[:at] if other not in sheet.furniture]
        between = sheet.weight(sheet.pieces[at : sheet.order[first]])
        if sheet.weight(before) < OTHER_SHARE * between:
            return piece
    return first


def _longest_part(title: str) -> str:
    """Return the longest part of a title that has the outlet's name in it, or ""."""
    part = max(map(fold, TITLE_SEPARATOR.split(title)), key=len, default="")
    return part if len(part.split()) >= _PART_WORDS and part != fold(title) else ""


def _is_line(piece: Piece, said: str) -> bool:
    """Say whether a piece, or a line of it that has little besides, says the headline."""
    text = fold(piece.text)
    if text == said or said not in text or len(text) > len(said) + _BESIDES:
        return text == said
    return any(fold(line) == said for line in piece.lines)


def resemble(one: str, other: str) -> bool:
    """Say whether nearly all words of the shorter of two folded lines are in the longer."""
    a, b = set(one.split()), set(other.split())
    # Two words are soon found in any line, and all of a short one in a much longer one.
    short, long = sorted((len(a), len(b)))
    return short >= 3 and len(a & b) >= 0.75 * short and long <= 3 * short


def _contain(one: str, other: str) -> bool:
    """Say whether one of two lines is half of the other or more."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 0.5 * len(long) and short in long


def find_text_box(sheet: Sheet, title: Piece | None) -> Box | None:
    """Return the smallest box that holds most of the prose, or None where there is no prose."""
    sums = sheet.sum_prose(_leave_out_cards(sheet, title, _leave_out_others(sheet, title)))
    children: dict[Box, list[Box]] = {}
    for child in sums:
        if child.parent:
            children.setdefault(child.parent, []).append(child)
    way = frozenset(title.box.lineage()) if title else frozenset()
    box = next((box for box in sums if box.parent is None), None)
    looks, headed = _find_looks(sheet)
    # Down as long as one box has nearly all of the text: the last such box is its own.
    while box and (step := _find_step(children.get(box, ()), sums, way, sums[box])):
        if _goes_on(step, children[box], looks, headed):
            break
        box = step
    return box and _find_whole(box)


def _find_whole(box: Box) -> Box:
    """Return the box that is named as a text and holds `box`, a part of it, or else `box`."""
    return next((outer for outer in box.lineage() if marks_text(outer.names)), box)


def _find_looks(sheet: Sheet) -> tuple[dict[Box, set[Look]], set[Box]]:
    """Return how the prose is set in the boxes round it, and which boxes have a subhead."""
    looks: dict[Box, set[Look]] = defaultdict(set)
    headed: set[Box] = set()
    for piece in sheet.pieces:
        if piece in sheet.furniture or piece.kind != "text":
            continue
        boxes = list(islice(piece.box.lineage(), _BLOCK_DEPTH))
        if piece.heading and not piece.is_link:
            headed.update(boxes)
        elif piece in sheet.weights:
            for box in boxes:
                looks[box].add(piece.look)
    return looks, headed


def _goes_on(
    step: Box, children: Sequence[Box], looks: Mapping[Box, set[Look]], headed: set[Box]
) -> bool:
    """Say whether the text goes on in another block of the same name, below a subhead of its own.

    Systems of content elements (TYPO3, Contao, AEM) make a box of each section of a text.
    """
    named = (child for child in children if child in headed and child is not step)
    alike = (child for child in named if (child.tag, child.names) == (step.tag, step.names))
    return bool(step.names) and any(not looks[step].isdisjoint(looks[child]) for child in alike)


def _leave_out_others(sheet: Sheet, title: Piece | None) -> list[Piece]:
    """Return what may be text: what follows the next headline isn't, if a text is before it."""
    pieces = [p for p in sheet.pieces if p not in sheet.furniture and p is not title]
    if title is None:
        return pieces
    start = sheet.pieces.index(title) + 1
    post = _find_post(title)
    # What is above is counted once, and not anew for each heading of a page that has thousands.
    taken: set[Box] = set()
    looks: Counter[Look] = Counter()
    # Set alike, as paragraphs are, unlike standfirst and caption.
    is_text = False
    for at, piece in enumerate(pieces):
        heads = piece.heading == "h1" or (post and _heads_next(piece, title, post))
        if sheet.order[piece] < start or not (piece in sheet.weights or heads):
            continue
        if heads and is_text and not says_headline(piece, title):
            apart = sheet.sums.get(_find_outermost(piece, taken), 0)
            if apart > OTHER_SHARE * sheet.total:
                return pieces[:at]
        looks[piece.look] += 1
        is_text = is_text or looks[piece.look] >= _OWN
        taken.update(takewhile(lambda box: box not in taken, piece.box.lineage()))
    return pieces


def _find_post(piece: Piece) -> Box | None:
    """Return the box of the post that a heading stands in, by what weblogs name such boxes."""
    lineage = piece.box.lineage()
    return next((box for box in lineage if box.tag == "article" or marks_post(box.names)), None)


def _heads_next(piece: Piece, title: Piece, post: Box) -> bool:
    """Say whether a heading is set as the headline is, in the next post beside its own."""
    if piece.heading is None or piece.heading != title.heading:
        return False
    other = _find_post(piece)
    return other is not None and other is not post and other.parent is post.parent


def says_headline(head: Piece, title: Piece) -> bool:
    """Say whether a heading says again what the headline `title` says, or much of it."""
    one, other = fold(head.text), fold(title.text)
    return one == other or resemble(one, other) or _contain(one, other)


def _leave_out_cards(sheet: Sheet, title: Piece | None, pieces: list[Piece]) -> list[Piece]:
    """Leave out the cards of other articles, which outweigh a short text where they are many."""
    heads = [p for p in pieces if heads_card(p) and p not in sheet.sections]
    if title is None or len(heads) < _CARDS:
        return pieces
    found = {card for head in heads if (card := _find_card(head, sheet.sums))}
    kinds = Counter((card.tag, card.names) for card in found)
    cards = {card for card in found if kinds[card.tag, card.names] >= _CARDS}
    rest = [piece for piece in pieces if cards.isdisjoint(piece.box.lineage())]
    start = sheet.order[title]
    own = [piece for piece in rest if piece in sheet.weights and sheet.order[piece] > start]
    if len(own) >= _OWN:
        return rest
    # A shorter text is one by standing with its headline, in a box without any card.
    outer = _find_outermost(title, {box for card in cards for box in card.lineage()})
    near = any(piece.is_in(outer) for piece in own)
    return rest if near and not marks_header(outer.tag, outer.names) else pieces


def heads_card(piece: Piece) -> bool:
    """Say whether a piece is a heading that leads away, and not to itself, as in a live blog."""
    if not (piece.heading and piece.is_link):
        return False
    own = f"#{piece.box.element.get('id') or ''}"
    return any(
        style.href and not style.href.startswith("#") and not style.href.endswith(own)
        for _, style in piece.segments
    )


def _find_card(head: Piece, sums: Mapping[Box, int]) -> Box | None:
    """Return the smallest box round a heading with prose in it, if that is as short as excerpts."""
    box = next((box for box in head.box.lineage() if sums.get(box)), None)
    return box if box and sums[box] <= CARD_LENGTH else None


def find_apart(piece: Piece, earlier: Iterable[Piece]) -> Box:
    """Return the largest box round `piece` that holds nothing of `earlier`."""
    return _find_outermost(piece, {box for other in earlier for box in other.box.lineage()})


def _find_outermost(piece: Piece, taken: Container[Box]) -> Box:
    own = piece.box
    for box in piece.box.lineage():
        if box in taken:
            break
        own = box
    return own


def _find_step(
    children: Sequence[Box], sums: Mapping[Box, int], way: frozenset[Box], whole: int
) -> Box | None:
    """Return the child that holds most of the prose, or much of it together with the headline."""
    best = max(children, key=lambda child: sums[child], default=None)
    # However long a line or a list is, the text is what it stands in.
    if best is None or best.tag in LINES or best.tag in _LISTS:
        return None
    if sums[best] >= _MOST * whole:
        return best
    near = next((child for child in children if child in way), None)
    # A `header` with so much prose has headline and standfirst, and the text is beside it.
    if near is None or sums[near] < _MUCH * whole or near.tag == "header":
        return None
    return near
