"""Paragraphs from text whose lines were broken to a width, as in e-mails and old editors."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.parsing.pasted.sentences import ends_sentence
from generator.parsing.pasted.signatures import is_signature

_NARROW, _WIDE = 40, 110
_FEW = 5
_QUOTE = re.compile(r"^(?:> ?)+")
_BULLET = re.compile(r"\s*(?:[-–—*•●▪◦‣·]\s|\d{1,3}[.)]\s)")


def unwrap(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines with those of a broken paragraph put together, where lines are broken.

    They are where most long lines end in mid-sentence and the next goes on in small letters. A
    paragraph ends at a blank line, at a line well short of the width, or before an indent.
    """
    width = _find_width(lines)
    if width is None:
        yield from lines
        return
    paragraph = ""
    for above, line in pairwise(["", *lines]):
        if paragraph and _goes_on(above, line, width):
            # The hyphen stays, since it may be the word's own.
            paragraph += ("" if above.rstrip().endswith("-") else " ") + line.strip()
        else:
            yield paragraph
            paragraph = line
    yield paragraph


def unquote(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines without the marks of a forwarded e-mail, where nearly all have them."""
    said = [line for line in lines if line.strip()]
    marked = sum(line.startswith(">") for line in said)
    if marked < 0.8 * len(said) or not marked:
        return lines
    return [_QUOTE.sub("", line) for line in lines]


def _find_width(lines: Sequence[str]) -> int | None:
    """Return the width to which lines are broken, or None where they aren't."""
    long = [len(line.rstrip()) for line in lines if len(line.rstrip()) >= _NARROW]
    fitting = [length for length in long if length <= _WIDE]
    if len(fitting) < 4 or len(fitting) < 0.95 * len(long):
        return None
    width = max(fitting)
    pairs = [(a, b) for a, b in pairwise(lines) if len(a) > 0.75 * width and b.strip()]
    cut = sum(not ends_sentence(above) for above, _ in pairs)
    small = sum(below.lstrip()[0].islower() for _, below in pairs)
    # Not all lines that go on begin small: some begin with a name or, in German, with a noun.
    broken = len(pairs) >= 4 and cut > 0.6 * len(pairs) and small > 0.35 * len(pairs)
    return width if broken else None


def _signs(line: str) -> bool:
    """Say whether a line is a byline or a date of its own, which a headline may stand over."""
    return line[0].isupper() and len(line.split()) <= _FEW and is_signature(line)


def _goes_on(above: str, line: str, width: int) -> bool:
    if not above.strip() or not line.strip() or _BULLET.match(line):
        return False
    if _signs(line.strip()):
        return False
    indented = line.startswith((" ", "\t")) and not above.startswith((" ", "\t"))
    return len(above.rstrip()) > 0.75 * width and not (indented and ends_sentence(above))
