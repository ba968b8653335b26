"""The byline that readers see: lines under a headline, or the last of a text, that name people.

By Jane Roe and John Doe            a line that says so
Jane Roe                            a name beside the date
4 May 2022, 10:15
… the quay stays closed.
<em>Jane Roe</em>                   a name set apart under the text
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from generator.parsing.agencies import find_agency
from generator.parsing.body import Body
from generator.parsing.boxes import Piece
from generator.parsing.byline_words import DOUBTFUL, LABEL, LEAD_IN
from generator.parsing.names import drop_pictures
from generator.parsing.pasted.naming import blank_dates, credits_picture, drop_dates, is_name
from generator.parsing.pasted.sentences import ends_sentence
from generator.parsing.pasted.signatures import is_by_alone, is_dated
from generator.parsing.tails import files_post

BYLINE_LIMIT = 200
"""The most characters of a byline that is shown."""

_PARTS = re.compile(r"\s*[|/,•·]\s*")
_HOUR = re.compile(r"\s+(?:at|um|à|a las|alle|o|om|kl\.?|,)\s+\d{1,2}[:.h]\d\d.*$", re.IGNORECASE)
_NEAR = 40
_LEADS = 3
_WITHIN = 4
_LAST = 2
_SENTENCE_WORDS = 8
_SIGNATURE_LENGTH = 60


def find_pieces(body: Body) -> list[Piece]:
    """Return the pieces among which a byline may stand: under the headline, and under the lead."""
    every = body.sheet.pieces
    start = every.index(body.title) + 1 if body.title else 0
    texts = [piece for piece in body.pieces if piece.kind == "text"][:_LEADS]
    end = every.index(texts[-1]) if texts else start
    # Short lines of the body are looked at as well: a byline among paragraphs may pass for one.
    own = frozenset(piece for piece in body.pieces if len(piece.text) > _SIGNATURE_LENGTH)
    return [p for p in every[start : min(end, start + _NEAR)] if p.kind == "text" and p not in own]


def lines_of(pieces: Iterable[Piece]) -> list[str]:
    """Return the lines of pieces that are as short as bylines."""
    return [line for piece in pieces for line in piece.lines if len(line) <= BYLINE_LIMIT]


def find_named(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that say that they name the writer, without "By" alone and dates."""
    for at, line in enumerate(map(drop_pictures, lines)):
        if is_by_alone(line):
            yield from lines[at + 1 : at + 2]
        elif _says_by(line):
            yield drop_dates(line)


def find_filed(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines below a text that file it and say who wrote it: "Posted by Jane Roe at …"."""
    return find_named([_HOUR.sub("", line) for line in lines if files_post(line)])


def find_beside_dates(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the names in a line that says when, else those right above it, or the one below."""
    for at, line in enumerate(lines):
        if not is_dated(line):
            continue
        parts = filter(None, _PARTS.split(blank_dates(line)))
        # What follows a desk is where it is: "Web Desk | New Delhi | 4 May 2022".
        yield list(takewhile(is_name, parts)) or _names_round(lines, at)


def _names_round(lines: Sequence[str], at: int) -> list[str]:
    above = []
    for line in reversed(lines[max(0, at - _WITHIN) : at]):
        if not is_name(line):
            break
        above.append(line)
    return above[::-1] or [line for line in lines[at + 1 : at + 2] if is_name(line)]


def find_agency_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines that are an agency and perhaps a place: "AFP, Manila"."""
    for line in lines:
        parts = _PARTS.split(line)
        if len(parts) <= 2 and len(line.split()) <= 6 and find_agency(parts[0]):
            yield line


def find_signed(body: Sequence[Piece]) -> Iterator[str]:
    """Yield the last line of a text that is set apart from it and may be a name.

    Letters are signed so too: where others in the text are set like it, it is the last one's.
    """
    short = [piece for piece in body if piece.kind == "text" and _is_signature(piece)]
    # Twice as many pieces, since pictures may stand between the last lines.
    last = [piece for piece in body[-2 * _LAST :] if piece.kind == "text"][-_LAST:]
    if len(short) == 1 and short[0] in last:
        yield short[0].text


def _is_signature(piece: Piece) -> bool:
    brief = len(piece.text) < _SIGNATURE_LENGTH and len(piece.text.split()) <= 4
    return brief and not piece.is_link and not piece.heading and _is_set_apart(piece)


def _is_set_apart(piece: Piece) -> bool:
    said = [style for text, style in piece.segments if text.strip()]
    # style="text-align: right", as the editors of weblogs write it.
    aside = "right" in (piece.box.element.get("style") or "")
    return aside or all(style.strong or style.emphasis for style in said)


def _says_by(text: str) -> bool:
    """Say whether a line begins as bylines do, and is no sentence such as "By Monday it was"."""
    found = LABEL.match(text) or LEAD_IN.match(text) or DOUBTFUL.match(text)
    if not found or credits_picture(text):
        return False
    begins = text[found.end() : found.end() + 1]
    sentence = ends_sentence(text) and len(text.split()) > _SENTENCE_WORDS
    # Not "must be a capital": scripts without case have none.
    return begins.isalpha() and not begins.islower() and not sentence
