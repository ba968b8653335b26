"""What is measured of each line below a headline, for the trees that judge whether it is text."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.parsing.pasted.cues import fold_line, is_outro, is_promo, speaks_to_readers
from generator.parsing.pasted.layout import Layout
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.sentences import ends_sentence, find_stems
from generator.parsing.pasted.signatures import is_signature
from generator.text import fold

BELOW = 24
"""How many lines below the end of the longest run are judged too."""

_LONG = 15
_FAR = 11
_PARAGRAPH = 10
# The trees were grown on these and all other measures here: who changes one has to grow them anew
# with tools/grow_trees.py, which nothing but a change of `NAMES` reminds of.
_RANKS = {
    Kind.PROSE: 10,
    Kind.CODA: 4,
    Kind.SHORT: 2,
    Kind.CAPTION: 0,
    Kind.CREDIT: -2,
    Kind.RULE: -3,
    Kind.PRINT: -3,
    Kind.TEASER: -4,
    Kind.NOTE: -5,
    Kind.TIME: -12,
    Kind.END: -30,
    Kind.COMMENTS: -45,
}
_BUTTON = re.compile(
    r"(?:share |teilen |auf |follow )?(?:on |us on |via )?(?:facebook|twitter|x|e-?mail|whatsapp"
    r"|linkedin|reddit|pinterest|telegram|tumblr|flipboard|instagram|youtube|messenger|bluesky"
    r"|threads|line|copy link|print|drucken|tweet)\b",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"\b(?:is an?|ist (?:Redakteur|Reporter|freie)|covers|writes (?:about|for)|schreibt|joined"
    r"|author of|es (?:un |una )?periodista|est journaliste)\b"
)
_MONEY = re.compile(r"[$€£¥₩]\s?\d|\d\s?[€₩]")
_SENTENCES = re.compile(r"[.!?][\"”»]? [^\W\d_a-z]")
_QUOTES = frozenset("\"“„«»‘'「『")
_SHAPE = ("rank", "words", "ends", "close_above", "close_below", "quoted", "length")
# That of a line before the first or after the last, lower than any line's.
_NO_SHAPE = (-50.0, 0.0, 0.0, 0.0, 0.0, 0.0, -3.0)

NAMES: tuple[str, ...] = (
    *_SHAPE,
    *("stop", "colon", "commas", "capitals", "sentences", "signature", "outro", "promo", "you"),
    *("repeated", "spaced", "button", "biography", "money", "upper"),
    *("stems", "headline_stems"),
    *("from_headline", "to_end", "from_start", "share_above", "gap_above", "gap_below"),
    *("prose_6_above", "prose_6_below", "prose_20_below"),
    *("dense_3_above", "dense_3_below", "dense_8_above", "dense_8_below"),
    *("ends_above", "buttons_above"),
    *(f"{name}_above" for name in _SHAPE),
    *(f"{name}_below" for name in _SHAPE),
    *("rank_2_above", "words_2_above", "rank_2_below", "words_2_below"),
)
"""What the numbers of a row are, in order."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page's lines, and what is counted once for all of them.

    `prose`, `words` and `long` are sums over the lines before each: words of prose, words, and
    long lines of prose. `apart` are the shares of the text's lines with a blank line above and
    below, `usual` is the number of words of the middle one.
    """

    lines: Sequence[Line]
    layout: Layout
    folded: Sequence[str]
    said: Counter[str]
    stems: Counter[str]
    headline: frozenset[str]
    apart: tuple[float, float]
    usual: int
    prose: Sequence[int]
    words: Sequence[int]
    long: Sequence[int]


def read_features(lines: Sequence[Line], layout: Layout) -> list[list[float]]:
    """Return a row of numbers for each line from the body's first to some below its end."""
    page = _count(lines, layout)
    first, last = layout.start, min(len(lines), layout.end + BELOW)
    shapes = {
        i: _measure_shape(page, i) for i in range(max(0, first - 2), min(len(lines), last + 2))
    }
    gaps_below = _count_gaps(lines, range(min(len(lines), last + _FAR) - 1, first - 1, -1))
    gaps_above = _count_gaps(lines, range(max(0, first - _FAR), last))
    rows: list[list[float]] = []
    ends = buttons = 0
    for i in range(first, last):
        ends += lines[i].kind in (Kind.END, Kind.COMMENTS)
        buttons += i > first and _is_button(lines[i])
        rows.append(
            [
                *shapes[i],
                *_measure_text(page, i),
                *_measure_place(page, i, (gaps_above[i], gaps_below[i])),
                *(min(ends, 5), min(buttons, 4)),
                *shapes.get(i - 1, _NO_SHAPE),
                *shapes.get(i + 1, _NO_SHAPE),
                *shapes.get(i - 2, _NO_SHAPE)[:2],
                *shapes.get(i + 2, _NO_SHAPE)[:2],
            ]
        )
    return rows


def _count(lines: Sequence[Line], layout: Layout) -> _Page:
    prose = [i for i in range(layout.start, layout.end) if lines[i].kind is Kind.PROSE]
    long = [i for i in prose if lines[i].words >= _LONG]
    above = sum(lines[i].spaced for i in long) / max(1, len(long))
    below = sum(_is_spaced_below(lines, i) for i in long) / max(1, len(long))
    headline = "" if layout.headline is None else lines[layout.headline].text
    told = [line.words if line.kind is Kind.PROSE else 0 for line in lines]
    folded = [fold(line.text) for line in lines]
    return _Page(
        lines=lines,
        layout=layout,
        folded=folded,
        said=Counter(folded),
        stems=Counter(stem for i in prose for stem in find_stems(folded[i])),
        headline=find_stems(fold(headline)),
        apart=(above, below),
        usual=sorted(lines[i].words for i in long)[len(long) // 2] if long else 20,
        prose=[0, *accumulate(told)],
        words=[0, *accumulate(line.words for line in lines)],
        long=[0, *accumulate(words > _LONG for words in told)],
    )


def _is_spaced_below(lines: Sequence[Line], i: int) -> bool:
    return i + 1 >= len(lines) or lines[i + 1].spaced


def _is_button(line: Line) -> bool:
    return line.words <= 6 and bool(_BUTTON.match(line.text))


def _count_gaps(lines: Sequence[Line], order: range) -> dict[int, int]:
    """Return how many lines lie between each line and the last paragraph before it in `order`."""
    gaps, gap = {}, _FAR
    for i in order:
        gaps[i] = min(gap, _FAR)
        paragraph = lines[i].kind is Kind.PROSE and lines[i].words >= _PARAGRAPH
        gap = 0 if paragraph else gap + 1
    return gaps


def _measure_shape(page: _Page, i: int) -> tuple[float, ...]:
    """Measure what the neighbours of a line are told of it too.

    Paragraphs stand apart by blank lines on most pages, and what is a card's or a menu's doesn't.
    """
    line, (above, below) = page.lines[i], page.apart
    length = math.log((line.words + 1) / (page.usual + 1))
    return (
        _RANKS[line.kind],
        line.words,
        ends_sentence(line.text),
        max(0.0, above - line.spaced),
        max(0.0, below - _is_spaced_below(page.lines, i)),
        line.text[0] in _QUOTES,
        max(-2.0, min(2.0, length)),
    )


def _measure_text(page: _Page, i: int) -> Iterator[float]:
    line = page.lines[i]
    text, own, folded = line.text, line.text.split(), page.folded[i]
    yield text[-1] in ".。।"
    yield text[-1] == ":"
    yield min(5, text.count(","))
    yield sum(word[0].isupper() for word in own) / len(own)
    yield bool(_SENTENCES.search(text))
    yield is_signature(text)
    yield is_outro(text)
    yield is_promo(fold_line(text))
    yield speaks_to_readers(text)
    yield page.said[folded] > 1
    yield line.spaced
    yield _is_button(line)
    yield bool(_BIOGRAPHY.search(text))
    yield bool(_MONEY.search(text))
    yield text.isupper()
    stems = find_stems(folded)
    # A line of the text has been counted among those it is compared with.
    counted = 1 if line.kind is Kind.PROSE and i < page.layout.end else 0
    yield sum(page.stems[stem] > counted for stem in stems) / max(4, len(stems))
    yield len(stems & page.headline) / max(3, len(stems))


def _measure_place(page: _Page, i: int, gaps: tuple[int, int]) -> Iterator[float]:
    layout = page.layout
    above = layout.start if layout.headline is None else layout.headline + 1
    yield min(i - above, 30)
    yield max(-BELOW, min(BELOW, layout.end - i))
    yield min(30, i - layout.start)
    yield page.prose[i] / max(1, page.prose[-1])
    yield from gaps
    yield _add(page.long, i - 6, i)
    yield _add(page.long, i + 1, i + 7)
    yield _add(page.long, i + 1, i + 20)
    for start, end in ((i - 3, i), (i + 1, i + 4), (i - 8, i), (i + 1, i + 9)):
        yield _add(page.prose, start, end) / max(1, _add(page.words, start, end))


def _add(sums: Sequence[int], start: int, end: int) -> int:
    """Return what the lines from `start` to `end` add up to."""
    most = len(sums) - 1
    return sums[min(end, most)] - sums[min(max(0, start), most)]
