"""Lines that stand in the paragraph of a text, and are none of its lines.

Where `<br>` is all that parts them, what a page says of itself stands in the last paragraph of a
text, or among its paragraphs. Such lines are made pieces of their own, to be judged as all others.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.parsing.boxes import BREAK, PLAIN, Piece, Style
from generator.parsing.pasted.cues import is_end, opens_comments
from generator.parsing.pointers import is_address, leads_elsewhere
from generator.parsing.prose import length
from generator.parsing.tails import files_post
from generator.text import squeeze

_LEAST_SEGMENTS = 3
"""The fewest parts of a piece of two lines: one, a break, another."""

_LEAST_TEXT = 150
"""The fewest characters of a paragraph in which other lines stand; less is as they are."""

_Line = list[tuple[str, Style]]


def part_lines(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a page, with lines that are no text's parted from those that are."""
    parted: list[Piece] = []
    for piece in pieces:
        if len(piece.segments) >= _LEAST_SEGMENTS and not piece.heading and _is_broken(piece):
            parted.extend(_part(piece))
        else:
            parted.append(piece)
    return tuple(parted)


def _is_broken(piece: Piece) -> bool:
    """Say whether a piece has several lines, with enough text for some of them to be no text's."""
    broken = any(text == BREAK for text, _ in piece.segments)
    return broken and piece.kind == "text" and length(piece.text) >= _LEAST_TEXT


def _part(piece: Piece) -> Iterator[Piece]:
    lines = [list(part) for broken, part in groupby(piece.segments, _is_break) if not broken]
    said = [_say(line) for line in lines]
    alone = [leads_elsewhere(line) and not is_address(line) for line in said]
    for at in range(len(said) - 1, 0, -1):
        if not (alone[at] or _closes(said[at])):
            break
        alone[at] = True
    rest = sum(length(line) for line, is_alone in zip(said, alone, strict=True) if not is_alone)
    if not any(alone) or rest < _LEAST_TEXT:
        yield piece
        return
    for _, run in groupby(zip(alone, lines, strict=True), key=lambda one: one[0]):
        if made := _make(piece, [line for _, line in run]):
            yield made


def _is_break(segment: tuple[str, Style]) -> bool:
    return segment[0] == BREAK


def _say(line: _Line) -> str:
    return squeeze("".join(text for text, _ in line))


def _closes(said: str) -> bool:
    """Say whether a line closes a text, where none of its lines follow."""
    return files_post(said) or is_end(said) or opens_comments(said)


def _make(piece: Piece, lines: list[_Line]) -> Piece | None:
    """Return the piece that some lines of `piece` are, or None where they say nothing."""
    segments = [part for line in lines for part in [*line, (BREAK, PLAIN)]][:-1]
    text = squeeze("".join(text for text, _ in segments))
    linked = sum(len(text.strip()) for text, style in segments if style.href)
    return Piece(piece.box, piece.kind, text, tuple(segments), linked) if text else None
