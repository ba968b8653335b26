"""The lines that stand where a headline does, whatever they say.

A page sets its headline under its masthead, its navigation and a label, and above a byline or a
date. So does nothing else, and a headline of one word is told from its place alone.
"""

from collections.abc import Iterator, Sequence

from generator.parsing.pasted.furniture import is_address, is_brand, is_label, is_trail
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.sentences import ends_sentence
from generator.parsing.pasted.signatures import find_byline, is_signature

TOP = 4
"""The first lines of a page, in which its masthead is."""

_BELOW = 3
_LONGEST = 45
_LABEL_WORDS = 3
_NAME_WORDS = 4
_PICTURE = frozenset([Kind.CAPTION, Kind.CREDIT])
_ASIDE = frozenset([Kind.NOTE, Kind.END])


def find_slots(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that stand where a headline does."""
    return frozenset(_look(lines))


def _look(lines: Sequence[Line]) -> Iterator[int]:
    opening, dated = True, False
    for i, line in enumerate(lines):
        if _leads_in(lines, i):
            dated = dated or is_signature(line.text)
            continue
        under = i > 0 and _leads_in(lines, i - 1) and not is_signature(lines[i - 1].text)
        signed = _find_signature(lines, i)
        # Without a byline below, only the top of a page under a date is such a place, and a full
        # stop tells a dek or a caption from a headline there.
        framed = (under or opening) if signed else opening and dated and line.text[-1] != "."
        told = signed == i + 1 or _is_no_entry(lines, i)
        if line.words <= _LONGEST and told and framed:
            yield i
            opening = False
        opening = opening and line.kind in _ASIDE


def _find_signature(lines: Sequence[Line], i: int) -> int | None:
    below = range(i + 1, min(i + 1 + _BELOW, len(lines)))
    return next((j for j in below if is_signature(lines[j].text)), None)


def _is_no_entry(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line is no entry of a menu: few words need a label or a gap.

    A caption needs a label, since pictures stand above headlines too.
    """
    above = lines[i - 1].text if i else ""
    if lines[i].kind in _PICTURE:
        return above.isupper()
    apart = [line.spaced for line in lines[i : i + 2]] == [True, True]
    led = not above or above.isupper() or is_signature(above)
    return lines[i].words > _LABEL_WORDS or apart or led


def _leads_in(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line is one of those above a headline: masthead, navigation, label, date."""
    line = lines[i]
    if line.kind in (Kind.RULE, Kind.TIME) or is_signature(line.text):
        return True
    led = is_label(line.text) or is_trail(line.text) or is_address(line.text)
    return led or is_masthead(lines, i) or _is_kicker(lines, i)


def is_masthead(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line at the top is the outlet's name, by what it says or by what it heads."""
    line = lines[i]
    if i >= TOP or line.words > 5 or line.kind is not Kind.SHORT:
        return False
    if any(is_label(above.text) and above.kind is Kind.SHORT for above in lines[:i]):
        return False
    below = [other.text for other in lines[i + 1 : i + 3]]
    heads = len(below) == 2 and is_label(below[0]) and not is_signature(below[1])
    return heads or (is_brand(line.text) and not any(map(find_byline, below[:1])))


def _is_kicker(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line in capitals is the label of one below it that isn't."""
    line, below = lines[i], lines[i + 1 : i + 2]
    if not line.text.isupper() or line.words > _LABEL_WORDS or line.kind is not Kind.SHORT:
        return False
    labelled = i > 0 and lines[i - 1].text.isupper() and is_label(lines[i - 1].text)
    if len(below) == 1 and below[0].words > _NAME_WORDS:
        labelled = labelled and not any(is_signature(other.text) for other in lines[i + 2 : i + 3])
    plain = not ends_sentence(line.text) and not any(char.isdigit() for char in line.text)
    unlike = any(not other.text.isupper() and not is_signature(other.text) for other in below)
    return plain and unlike and not labelled
