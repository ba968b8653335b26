"""The body of a page as blocks, with what stands about it: title, dek and figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.blocks import plain_text
from generator.model import Block, Paragraph, Snapshot, Text
from generator.parsing.asides import find_asides, find_strays
from generator.parsing.assembly import make_blocks
from generator.parsing.boxes import Box, Look, Piece
from generator.parsing.breaks import part_lines
from generator.parsing.cues import marks_picture
from generator.parsing.document import Document, clean
from generator.parsing.figures import find_figure, tell_missing
from generator.parsing.layout import lay_out
from generator.parsing.metadata import descriptions_of
from generator.parsing.prose import PROSE_LENGTH, SENTENCE_ENDS, Sheet
from generator.parsing.remarks import find_remarks
from generator.parsing.roundups import find_sections
from generator.parsing.selection import Reading, find_text_box, find_title
from generator.parsing.signatures import signs
from generator.parsing.standfirsts import find_standfirst
from generator.parsing.titles import title_of
from generator.parsing.trimming import drop_captions, drop_pointers, trim
from generator.text import fold

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_NEAR = 40
_BELOW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The blocks of an article; `near` are the pieces of the page from its title to its end."""

    blocks: tuple[Block, ...]
    witness: str
    dek: str | None
    title: Piece | None
    sheet: Sheet
    pieces: tuple[Piece, ...]

    @property
    def near(self) -> Sequence[Piece]:
        """The pieces of the page from the title to some way below the text."""
        every = self.sheet.pieces
        end = every.index(self.pieces[-1]) if self.pieces else self._start
        return every[self._start : end + _NEAR]

    @property
    def above(self) -> Sequence[Piece]:
        """The pieces between the title and the text, of which there are few."""
        text = (piece for piece in self.pieces if piece.kind == "text")
        first = next(text, None)
        return self.sheet.pieces[self._start : self.sheet.pieces.index(first) if first else None][
            :_NEAR
        ]

    @property
    def below(self) -> Sequence[Piece]:
        """The next pieces of the page below the text."""
        end = self.sheet.pieces.index(self.pieces[-1]) + 1 if self.pieces else 0
        return self.sheet.pieces[end : end + _BELOW] if self.pieces else ()

    @property
    def _start(self) -> int:
        return self.sheet.pieces.index(self.title) + 1 if self.title else 0


def read_body(
    document: Document, snapshot: Snapshot, headline: str, least: int = PROSE_LENGTH
) -> Body:
    """Return the body of a page, empty where no line has `least` characters of prose."""
    sheet = Sheet(part_lines(lay_out(document.root)), least)
    sheet.sections = find_sections(document, sheet)
    title = find_title(sheet, headline)
    start = sheet.pieces.index(title) + 1 if title else 0
    # Comments first: with them a box beside the text would seem to hold a text of its own.
    sheet.set_aside(find_remarks(sheet, title), start)
    sheet.set_aside(find_asides(sheet, title), start)
    box = find_text_box(sheet, title)
    while box and (strays := find_strays(sheet, title, box)):
        sheet.set_aside(strays, start)
        box = find_text_box(sheet, title)
    pieces: list[Piece] = []
    dek = None
    blocks: tuple[Block, ...] = ()
    if box is not None:
        reading = Reading(sheet, box, headline, title)
        pieces = [*_find_lead(reading), *trim(reading)]
        dek = find_standfirst(reading, pieces, descriptions_of(document))
        pieces = [piece for piece in pieces if piece is not dek]
        blocks = make_body(pieces, box, document, snapshot)
    witness = "text of the page"
    if told := _told_better(document, blocks):
        blocks, witness = told, "JSON-LD articleBody"
    return Body(
        blocks=blocks,
        witness=witness,
        dek=dek.text if dek else None,
        title=title,
        sheet=sheet,
        pieces=tuple(pieces),
    )


def _find_lead(reading: Reading) -> list[Piece]:
    """Return prose and pictures between a headline that stands outside the box, and the box."""
    pieces, box, title = reading.sheet.pieces, reading.box, reading.title
    if title is None or title.is_in(box):
        return []
    start = next(at for at, piece in enumerate(pieces) if piece.is_in(box))
    looks = {piece.look for piece in reading.sheet.weights if piece.is_in(box)}
    between = [
        p for p in pieces[pieces.index(title) + 1 : start] if p not in reading.sheet.furniture
    ]
    lead = [p for p in between if p.kind == "picture" or _is_lead(p, reading.sheet, looks)]
    return drop_pointers(reading, drop_captions(reading, lead))


def _is_lead(piece: Piece, sheet: Sheet, looks: set[Look]) -> bool:
    """Say whether a piece is prose, or a sentence that is named as the text is.

    A caption that stands there without its figure is neither.
    """
    if piece.is_link or marks_picture(piece.box.names):
        return False
    sentence = piece.text.endswith(SENTENCE_ENDS) and not signs(piece.text)
    return piece in sheet.weights or (sentence and any(piece.look[1:]) and piece.look in looks)


def make_body(
    pieces: Sequence[Piece], box: Box, document: Document, snapshot: Snapshot
) -> tuple[Block, ...]:
    """Return the blocks that pieces within `box` are, each figure once."""
    names = snapshot.pictures
    title = fold(title_of(document))
    found = {
        piece: tell_missing(figure, names, title)
        for piece in pieces
        if piece.kind == "picture" and (figure := find_figure(piece, names, document.base))
    }
    # Reversed, so that of the same picture at several places the first one stays.
    once = {figure: piece for piece, figure in reversed(found.items())}
    figures = {piece: figure for figure, piece in once.items()}
    return make_blocks(pieces, box, base=document.base, figures=figures)


def _told_better(document: Document, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the paragraphs of JSON-LD, where a page shows next to nothing of its text."""
    told = document.article.get("articleBody")
    # What JSON-LD has of a text is often cut, and lacks its subheads: it counts only where the page
    # shows hardly any.
    if not isinstance(told, str) or len(told) < 4 * len(plain_text(blocks, figures=False)):
        return ()
    lines = (clean(_TAG.sub(" ", line)) for line in re.split(r"\n+|<br\s*/?>|</p>", told))
    return tuple(Paragraph((Text(line),)) for line in lines if line)
