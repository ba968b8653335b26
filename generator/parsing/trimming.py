"""What is taken away from the box of an article: all that readers don't read as its text.

Rules look at how a page is built, not at its language; those that look at words have them from
`cues`. Each is one pure function, and `TRIMS` is their order. Those of `edges` say where the text
begins and ends.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from generator.parsing.boxes import LINES, Box, Look, Piece
from generator.parsing.cues import marks_picture
from generator.parsing.edges import (
    drop_above_headline,
    drop_last_rule,
    drop_next_article,
    drop_opening,
    drop_signature,
    drop_small_print,
    drop_summary,
)
from generator.parsing.forms import drop_forms, drop_headed
from generator.parsing.pasted.captions import is_caption
from generator.parsing.pointers import find_promotion, leads_elsewhere
from generator.parsing.prose import COLONS, SENTENCE_ENDS, Sheet, count_words, length
from generator.parsing.repeats import drop_repeats
from generator.parsing.selection import CARD_LENGTH, Reading, heads_card
from generator.parsing.signatures import signs
from generator.parsing.tails import drop_tail, drop_teasers, files_post

Trim: TypeAlias = Callable[[Reading, list[Piece]], list[Piece]]

_CARDS_SHARE = 0.25
_CAPTION_LENGTH = 600
_LINE_LENGTH = 160
_LINKED_ITEMS = 0.5
_LEADING_WORDS = 4
_SUBHEAD_WORDS = 3


def trim(reading: Reading) -> list[Piece]:
    """Return the pieces of the body, pictures among them."""
    pieces = [piece for piece in reading.sheet.pieces if piece.is_in(reading.box)]
    for rule in TRIMS:
        pieces = rule(reading, pieces)
    return pieces


# ── Other things than text ───────────────────────────────────────────────────────────────────


def drop_furniture(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop what stands in boxes that are marked as no text."""
    return [piece for piece in pieces if piece not in reading.sheet.furniture]


def drop_captions(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the words of a picture: what shares a small box with it, if its names say picture."""
    pictures = [piece for piece in pieces if piece.kind == "picture"]
    if not pictures:
        return pieces
    sizes = dict.fromkeys([box for p in pictures for box in p.box.within(reading.box)], 0)
    for piece in pieces if sizes else ():
        for box in piece.box.within(reading.box):
            if box in sizes:
                sizes[box] += length(piece.text)
    small = {b for b, size in sizes.items() if size < _CAPTION_LENGTH and b.tag not in LINES}
    told = {p for p, before in zip(pieces[1:], pieces, strict=False) if _is_under(p, before)}
    return [
        p
        for p in pieces
        if p.kind != "text" or not (p in told or (small and _is_caption(p, small, reading.box)))
    ]


def _is_under(piece: Piece, before: Piece) -> bool:
    """Say whether a line with a picture, or a short one below it, says whose that is."""
    if before.kind != "picture" or piece.kind != "text":
        return False
    together = before.box is piece.box or len(piece.text) <= _LINE_LENGTH
    return together and not piece.heading and is_caption(piece.text)


def _is_caption(piece: Piece, small: set[Box], limit: Box) -> bool:
    path = list(piece.box.within(limit))
    at = next((at for at, box in enumerate(path) if box in small), None)
    # The name may be that of the small box, or of the next one round it.
    return at is not None and any(marks_picture(box.names) for box in path[: at + 2])


def drop_cards(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the cards of other articles: a heading that is a link, with its excerpt.

    Where there is nothing else to read, they are the posts of a page that shows many.
    """
    sums = reading.sheet.sum_prose(pieces)
    heads = [p for p in pieces if heads_card(p) and p not in reading.sheet.sections]
    cards = {card for head in heads if (card := find_card(head, sums, reading.box))}
    cards |= _find_inner_articles(reading, pieces, sums)
    kept = [piece for piece in pieces if cards.isdisjoint(piece.box.within(reading.box))]
    return kept if reading.sheet.weight(kept) else pieces


def _find_inner_articles(
    reading: Reading, pieces: Sequence[Piece], sums: dict[Box, int]
) -> set[Box]:
    """Return the articles within the article, unless the text is made of them as a live blog is."""
    inner = {
        box
        for piece in pieces
        if piece in reading.sheet.weights
        for box in piece.box.within(reading.box)
        if box.tag == "article"
    }
    small = all(sums[box] <= CARD_LENGTH for box in inner)
    few = sum(sums[box] for box in inner) <= _CARDS_SHARE * sums.get(reading.box, 0)
    return inner if small and few else set()


def find_card(head: Piece, sums: dict[Box, int], limit: Box | None = None) -> Box | None:
    """Return the box of the card whose heading is `head`, or None where it is no card."""
    card = None
    # Up to the first box with prose in it, which is the excerpt.
    for box in head.box.lineage():
        if box is limit or sums.get(box, 0) > CARD_LENGTH:
            break
        card = box
        if sums.get(box, 0):
            break
    return card


def drop_odd_lines(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop links that stand alone, and short lines that look unlike the text's own."""
    looks = {piece.look for piece in pieces if piece in reading.sheet.weights}
    lists = _find_lists(pieces)
    texts = [piece for piece in pieces if piece.kind == "text"]
    kept = {p for p in texts if _is_line(p, reading, looks) or _is_item(p, lists)}
    kept.update(p for p, below in pairwise(texts) if _is_subhead(p, below, reading))
    return [p for p in pieces if p.kind != "text" or p in kept]


def _find_lists(pieces: Iterable[Piece]) -> Mapping[Box, float]:
    """Return the lists that aren't all links, with the share of items that are nothing else."""
    items: dict[Box, list[Piece]] = {}
    for piece in pieces:
        if piece.kind == "text" and piece.box.tag == "li" and piece.box.parent:
            items.setdefault(piece.box.parent, []).append(piece)
    mixed = {box: those for box, those in items.items() if not all(map(_is_away, those))}
    return {box: sum(map(_is_all_link, those)) / len(those) for box, those in mixed.items()}


def _is_item(piece: Piece, lists: Mapping[Box, float]) -> bool:
    """Say whether a link is an item of a list of the text, or the best part of one."""
    outer = piece.box.parent
    if piece.box.tag != "li" or outer is None or outer not in lists:
        return False
    return not _is_all_link(piece) or lists[outer] <= _LINKED_ITEMS


def _is_away(piece: Piece) -> bool:
    """Say whether an item leads away, or heads those that do: "Share on:", "Tags:"."""
    return piece.is_link or leads_elsewhere(piece.text) or files_post(piece.text)


def _is_all_link(piece: Piece) -> bool:
    # But for a full stop behind the link.
    return piece.linked + 1 >= len(piece.text)


def _is_subhead(piece: Piece, below: Piece, reading: Reading) -> bool:
    """Say whether a line is in bold over prose beside or below it, or is set as that prose is."""
    if piece.is_link or below not in reading.sheet.weights or below.heading:
        return False
    beside = piece.box.parent is below.box.parent
    bold = all(style.strong for text, style in piece.segments if text.strip())
    headed = bold and (beside or piece.box in (below.box, below.box.parent))
    bare = beside and piece.look == below.look and not piece.box.names
    above = reading.sheet.pieces[reading.sheet.order[piece] - 1]
    told = bare and above.kind != "picture" and count_words(piece.text) >= _SUBHEAD_WORDS
    return (headed or told) and not signs(piece.text)


def _is_line(piece: Piece, reading: Reading, looks: set[Look]) -> bool:
    if piece in reading.sheet.weights:
        return True
    boxes = list(piece.box.within(reading.box))
    if piece in reading.sheet.sections:
        return True
    if piece.is_link and not (piece.heading and not heads_card(piece)):
        sentence = len(piece.text) > 50 and piece.text.endswith((".", "。"))
        own = piece.box.tag == "p" and (_leads_on(piece) or (sentence and piece.look in looks))
        return own or any(box.tag == "blockquote" for box in boxes)
    # Old pages set their text into the box itself, with breaks between.
    if any(box.tag in LINES for box in boxes) or (not boxes and len(piece.text) > 40):
        return True
    if len(boxes) == 1 and not boxes[0].names and len(piece.text) > 40:
        return piece.text.endswith(SENTENCE_ENDS)
    return piece.look in looks and piece.text.endswith(SENTENCE_ENDS)


def _leads_on(piece: Piece) -> bool:
    """Say whether a link opens what stands below it, as weblogs lead to what they quote."""
    return piece.text.endswith(COLONS) and count_words(piece.text) >= _LEADING_WORDS


def drop_pointers(_: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop lines whose words lead elsewhere, labels of the site, and its promotion."""
    promotion = find_promotion(piece.text for piece in pieces)
    return [p for p in pieces if p.kind != "text" or not leads_elsewhere(p.text, promotion)]


# ── What stands over nothing ─────────────────────────────────────────────────────────────────


def drop_empty_headings(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop headings under which nothing is left: they stood over what was dropped.

    A long sentence is none, though it is set as one, as all of a text may be.
    """
    sheet = reading.sheet
    kept: list[Piece] = []
    below: Piece | None = None
    follower: Piece | None = None
    # From the end, so that a heading over nothing but a dropped one is dropped as well.
    for piece in reversed(pieces):
        told = piece in sheet.weights and piece.text.endswith(SENTENCE_ENDS)
        heads = piece.heading and not told
        if not heads or _is_listed(sheet, piece, below) or not _is_empty(sheet, piece, follower):
            kept.append(piece)
            follower = piece if piece.kind != "picture" else follower
        below = piece if piece.kind != "picture" else below
    return kept[::-1]


def _is_listed(sheet: Sheet, head: Piece, below: Piece | None) -> bool:
    """Say whether a heading is followed by one of its kind with no text between them: a list."""
    if below is None or head.heading != below.heading:
        return False
    between = sheet.pieces[sheet.order[head] + 1 : sheet.order[below]]
    return all(piece.kind == "picture" or piece in sheet.furniture for piece in between)


def _is_empty(sheet: Sheet, head: Piece, follower: Piece | None) -> bool:
    if follower is None:
        return True
    between = sheet.pieces[sheet.order[head] + 1 : sheet.order[follower]]
    lost = any(piece.kind == "text" and not piece.heading for piece in between)
    pictured = any(piece.kind == "picture" for piece in between)
    level = follower.heading
    # As text: "h2" comes before "h3", and is the higher one.
    return bool(level and head.heading and level <= head.heading and lost and not pictured)


# What goes by boxes comes before what goes by single lines. An opening is short, and a heading
# empty, only by what all the others have left.
TRIMS: tuple[Trim, ...] = (
    drop_furniture,
    drop_above_headline,
    drop_next_article,
    drop_captions,
    drop_cards,
    drop_above_headline,  # Once more, without the cards that stood there.
    drop_headed,  # By labels that are odd lines themselves.
    drop_odd_lines,
    drop_forms,
    drop_pointers,
    drop_small_print,
    drop_last_rule,
    drop_teasers,
    drop_tail,
    drop_repeats,
    drop_opening,
    drop_summary,
    drop_signature,
    drop_empty_headings,
)
