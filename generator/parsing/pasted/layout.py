"""Where the headline and the body of a pasted page are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.parsing.pasted.cues import is_outro
from generator.parsing.pasted.headlines import find_headline
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.sentences import ends_sentence
from generator.parsing.pasted.signatures import is_signature

# What a line takes from the run that it stands in, measured in words of prose.
_WORTH = {
    Kind.CODA: 3,
    Kind.CAPTION: 0,
    Kind.CREDIT: -2,
    Kind.RULE: -2,
    Kind.PRINT: -2,
    Kind.NOTE: -3,
    Kind.SHORT: -6,
    Kind.TIME: -12,
    Kind.TEASER: -12,
    Kind.END: -30,
    Kind.COMMENTS: -45,
}
# No paragraph counts for more, so that no single line is worth a run.
_MOST = 50
_ITEM = -1
_TIMES = 5
_HEADER = 14
_ITEM_MARK = re.compile(r"[-–—•*·●▪►]\s\S")
_TAIL = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """The numbers of the headline, of the body's first line, and of the line after its last.

    The byline, the dates and the dek are between headline and `start`.
    """

    headline: int | None
    start: int
    end: int


def find_layout(lines: Sequence[Line]) -> Layout:
    """Return where headline and body are; an empty body where no line is prose."""
    run = _find_run(lines)
    headline = find_headline(lines, run)
    start = run[0] if headline is None else _find_start(lines, headline, run)
    return Layout(headline, start, max(start, _find_end(lines, start, run[1])))


def _find_run(lines: Sequence[Line]) -> tuple[int, int]:
    """Return the run of lines that says most.

    What readers say below an article can be longer than it, so that a run below the heading of
    their comments has to be many times as long. That heading stands above many an article too.
    """
    headings = [i for i, line in enumerate(lines) if line.kind is Kind.COMMENTS]
    most, run = 0, (0, 0)
    for start, end in pairwise([0, *headings, len(lines)]):
        worth, part = _find_run_between(lines, start, end)
        if worth > _TIMES * most:
            most, run = worth, part
    return run


def _find_run_between(lines: Sequence[Line], first: int, last: int) -> tuple[int, tuple[int, int]]:
    """Return the run whose worth adds up to most, and how much that is (Kadane's algorithm).

    Prose is worth its words, all else less than nothing.
    """
    most, run = 0, (first, first)
    total, start = 0, first
    for i in range(first, last):
        total += _get_worth(lines[i])
        if total <= 0:
            total, start = 0, i + 1
        # Not for as much: captions, worth nothing, would lengthen the run at its end.
        elif total > most:
            most, run = total, (start, i + 1)
    return most, run


def _get_worth(line: Line) -> int:
    if line.kind is Kind.PROSE:
        return min(line.words, _MOST)
    return _ITEM if line.kind is Kind.SHORT and not _is_fragment(line) else _WORTH[line.kind]


def _find_start(lines: Sequence[Line], headline: int, run: tuple[int, int]) -> int:
    """Return the first prose below the headline and what it is signed with."""
    first = headline + 1
    last = min(run[1], max(run[0], headline) + _HEADER)
    deks = [*lines[first : first + 2]]
    signed = first
    for i in range(first, min(first + _HEADER, last)):
        above = [line for line in lines[signed:i] if line.kind is Kind.PROSE]
        if is_signature(lines[i].text) and (len(above) <= 1 or above == deks):
            signed = i + 1
    prose = (i for i in range(signed, last) if lines[i].kind is Kind.PROSE)
    return next(prose, max(run[0], first))


def _find_end(lines: Sequence[Line], start: int, end: int) -> int:
    """Return the end of the body: after its last line that names contributors, if there is one.

    Such a line can be below the run, under a rule; so can the items of a list that ends the text.
    """
    while any(map(_is_item, lines[end : end + 1])) or _opens_list(lines[end : end + 2]):
        end += 1
    reach = end
    while reach < min(end + _TAIL, len(lines)) and lines[reach].kind in (Kind.RULE, Kind.CODA):
        reach += 1
    codas = [i + 1 for i in range(start, reach) if lines[i].kind is Kind.CODA]
    # One with little of the text above it ends nothing.
    half = 0.5 * sum(line.words for line in lines[start:end])
    if codas and sum(line.words for line in lines[start : codas[-1]]) > half:
        return codas[-1]
    return _cut_outro(lines, start, end)


def _is_item(line: Line) -> bool:
    return line.kind is Kind.SHORT and bool(_ITEM_MARK.match(line.text))


def _opens_list(lines: Sequence[Line]) -> bool:
    return len(lines) == 2 and lines[0].text.endswith(":") and _is_item(lines[1])


def _cut_outro(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the body ends without the lines, few and last, that take leave of readers."""
    told = [i for i in range(start, end) if lines[i].kind is Kind.PROSE]
    for i in reversed(told[max(2, len(told) - _TAIL) :]):
        if not is_outro(lines[i].text):
            break
        end = i
    return end


def select_body(lines: Sequence[Line], layout: Layout) -> Iterator[Line]:
    """Yield the lines of the body, without those that lead elsewhere."""
    i = layout.start
    while i < layout.end:
        end = i + 1
        if _is_fragment(lines[i]):
            while end < layout.end and _is_fragment(lines[end]):
                end += 1
            if _belongs(lines[i:end]):
                yield from lines[i:end]
        elif lines[i].kind in (Kind.PROSE, Kind.SHORT, Kind.CODA, Kind.CAPTION, Kind.CREDIT):
            yield lines[i]
        i = end


def _is_fragment(line: Line) -> bool:
    """Say whether a line is short, and neither a sentence, a quotation nor a list's item."""
    opening = line.text[0] in '-–—•*·●▪►"“„«' or line.text[0].isdigit()
    return line.kind is Kind.SHORT and not ends_sentence(line.text) and not opening


def _belongs(run: Sequence[Line]) -> bool:
    """Say whether fragments that follow each other are a subhead or a list, and not cards.

    Two of them are a card more often than not, and so are long ones.
    """
    words = sum(line.words for line in run) / len(run)
    return 2 <= words <= 11 if len(run) == 1 else len(run) > 2 and words < 9
