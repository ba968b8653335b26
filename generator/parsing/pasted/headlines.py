"""Which line of a pasted page is its headline."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.parsing.pasted.furniture import is_label, is_trail
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.sentences import ends_sentence, find_stems
from generator.parsing.pasted.signatures import is_signature
from generator.parsing.pasted.slots import find_slots, is_masthead
from generator.text import fold

# Sixty steps up, past which no headline is looked for.
_FARTHEST = 3.6
_STEP = 0.06
_WITHIN = 8
_LEAST = 0.3
_SLOT = 2.6
_FAR_SLOT = 1.8
_TOLD = 3
_CANDIDATES = frozenset([Kind.SHORT, Kind.PROSE, Kind.TEASER])
_PASSED_OVER = frozenset([Kind.NOTE, Kind.CREDIT, Kind.CAPTION])


@dataclass(frozen=True, slots=True)
class _Page:
    """What a line is compared with: how often lines are said, and the stems of the prose.

    `told` are the lines with which another line, a trail or the page's title, ends.

    `slots` are the lines that stand where a headline does.
    """

    lines: Sequence[Line]
    folded: Sequence[str]
    said: Counter[str]
    told: frozenset[int]
    stems: Counter[str]
    slots: frozenset[int]


def find_headline(lines: Sequence[Line], run: tuple[int, int]) -> int | None:
    """Return the number of the line that is the headline of the prose in `run`, or None.

    A headline shares words with the prose below it, stands near it and above a byline or a date,
    and is often said again elsewhere on the page. The weights were set by trying them on pages.
    """
    folded = [fold(line.text) for line in lines]
    page = _Page(
        lines=lines,
        folded=folded,
        said=Counter(folded),
        told=_find_told(lines),
        stems=Counter(
            stem
            for i in range(*run)
            if lines[i].kind is Kind.PROSE
            for stem in find_stems(folded[i])
        ),
        slots=find_slots(lines[: run[0] + _WITHIN]),
    )
    places = [*_look_above(lines, run[0]), *_look_within(page, run)]
    costs = {
        i: min(cost, _FAR_SLOT) if i in page.slots else cost
        for i, cost in places
        if _may_be_headline(page, i)
    }
    scores = {
        i: _score(page, i) - cost for i, cost in costs.items() if not _is_crumb(page, i, costs)
    }
    # Of two with one score it is the upper one.
    best = max(scores, key=lambda i: (scores[i], -i), default=None)
    if best is not None and scores[best] >= _LEAST:
        return _climb(page, best, scores)
    return _find_captioned(page, run[0])


def _find_told(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that end one just above, as "Bridge opens" ends "HomeNewsBridge opens"."""
    return frozenset(
        i
        for i in range(1, len(lines))
        if lines[i].words >= 4
        and any(_ends_with(above.text, lines[i].text) for above in lines[max(0, i - _TOLD) : i])
    )


def _ends_with(text: str, ending: str) -> bool:
    return len(text) > len(ending) and text.endswith(ending)


def _look_above(lines: Sequence[Line], start: int) -> Iterator[tuple[int, float]]:
    """Yield the lines above the run, nearest first, with what their distance costs."""
    cost = 0.0
    for i in range(start - 1, -1, -1):
        if lines[i].kind in _CANDIDATES:
            cost += _STEP
        yield i, cost
        if cost > _FARTHEST:
            return


def _look_within(page: _Page, run: tuple[int, int]) -> Iterator[tuple[int, float]]:
    """Yield the first lines of the run, where the headline is if other prose stands above it."""
    lines, (start, end) = page.lines, run
    words = sum(line.words for line in lines[start:end])
    before = 0
    for i in range(start, min(end, start + _WITHIN)):
        if before > 0.3 * words:
            return
        signed = any(is_signature(line.text) for line in lines[i + 1 : i + 4])
        yield i, 0.0 if i in page.slots else 2.0 if signed else 4.0
        before += lines[i].words


def _may_be_headline(page: _Page, i: int) -> bool:
    line = page.lines[i]
    if i in page.slots:
        return True
    if line.kind not in _CANDIDATES or is_trail(line.text) or is_label(line.text):
        return False
    if not (2 <= line.words <= 35 and 8 <= len(line.text) <= 300) or is_signature(line.text):
        return False
    # Headlines have no full stop, unless a newsroom sets one, and says it in the page's title as
    # well.
    return not line.text.endswith((".", "。")) or page.said[page.folded[i]] > 1


def _is_crumb(page: _Page, i: int, others: dict[int, float]) -> bool:
    """Say whether a line ends with a candidate below it, as "HomeNewsBridge opens" does."""
    return any(j > i and _ends_with(page.lines[i].text, page.lines[j].text) for j in others)


def _score(page: _Page, i: int) -> float:
    line = page.lines[i]
    stems = find_stems(page.folded[i])
    own = 1 if line.kind is Kind.PROSE else 0
    # Out of four at least, so that a line of one word can't have all of its words in the text.
    shared = sum(page.stems[stem] > own for stem in stems) / max(4, len(stems))
    near = _near_signature(page.lines, i)
    above = page.lines[max(0, i - 6) : i]
    return (
        4 * shared
        + 1.2 * near
        + (1.2 if page.said[page.folded[i]] > 1 or i in page.told else 0)
        + _weigh_place(page, i)
        - (1.5 if ends_sentence(line.text) and line.text[-1] in ".:;…" else 0)
        - (1.5 if not near and any(is_signature(a.text) for a in above) else 0)
    )


def _weigh_place(page: _Page, i: int) -> float:
    """Return what a line's place says for it, or where that says nothing, its length."""
    line = page.lines[i]
    if i in page.slots:
        return _SLOT if line.kind in _CANDIDATES else _SLOT / 2
    usual = (0.8 if 5 <= line.words <= 22 else 0) - (1.0 if line.words <= 3 else 0)
    return usual + (-2.0 if is_masthead(page.lines, i) else 0.8 if i == 0 else 0)


def _find_captioned(page: _Page, start: int) -> int | None:
    """Return the line above the credit of a picture, where the page has nothing better.

    Such a line is a caption on most pages; a headline has words of the text, and no full stop.
    """
    for i in range(min(start + 1, len(page.lines) - 2), max(-1, start - _WITHIN), -1):
        line, below = page.lines[i], page.lines[i + 1]
        wordy = line.kind in (Kind.CAPTION, Kind.PROSE) and line.words >= 4
        plain = line.text[-1] not in ".。:;" and not is_signature(line.text)
        shared = any(page.stems[stem] for stem in find_stems(page.folded[i]))
        if below.kind is Kind.CREDIT and wordy and plain and shared:
            return i
    return None


def _near_signature(lines: Sequence[Line], i: int) -> float:
    """Return 1 where the next line is a byline or a date, and less where a later one is."""
    below = enumerate(lines[i + 1 : i + 6])
    return next((1 - 0.15 * distance for distance, line in below if is_signature(line.text)), 0)


def _climb(page: _Page, best: int, scores: dict[int, float]) -> int:
    """Go up from a dek, or from one of several, to the headline that they stand under."""
    if best in page.told:
        return best
    lines, above = page.lines, best - 1
    while above > 0 and above not in page.slots and _is_passed_over(lines[above]):
        above -= 1
    if (
        above >= 0
        and (lines[above].words >= 5 or above in page.slots)
        and scores.get(above, 0) >= max(1.8, scores[best] - 2.6)
    ):
        return _climb(page, above, scores)
    return best


def _is_passed_over(line: Line) -> bool:
    return line.kind in _PASSED_OVER or (line.words <= 6 and is_signature(line.text))
