"""A pasted page as lines, each of which is told to be prose, a card's, a caption, or a cue."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from generator.errors import NotAnArticle
from generator.parsing.pasted import cues
from generator.parsing.pasted.captions import clean_credit, is_caption, is_credit
from generator.parsing.pasted.sentences import count_words, ends_sentence
from generator.parsing.pasted.signatures import says_published
from generator.parsing.pasted.times import find_dates
from generator.parsing.pasted.wrapping import unquote, unwrap
from generator.text import strip_controls

LINES_LIMIT = 20_000
"""The most lines of a page."""

LINE_LIMIT = 20_000
"""The most characters of a line; a longer one is a text whose line ends have been lost."""


_TOO_MANY = f"more than {LINES_LIMIT:,} lines: save each article in a file of its own"
_ENDS = (re.compile(r"[.!?…]\s|[。！？।]"), re.compile(r"\s"))
_LABEL = 40
"""The most characters of a line that pages share, as navigation is: what it is, is kept."""


class Kind(StrEnum):
    """What a line is."""

    PROSE = "prose"
    SHORT = "short"
    CODA = "coda"
    CAPTION = "caption"
    CREDIT = "credit"
    TIME = "time"
    TEASER = "teaser"
    NOTE = "note"
    END = "end"
    COMMENTS = "comments"
    RULE = "rule"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: `spaced` says that a blank line stands before it."""

    text: str
    words: int
    spaced: bool
    kind: Kind


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a page that say something, broken paragraphs put together.

    Raise NotAnArticle where there are too many of them for one page.
    """
    lines: list[Line] = []
    spaced = True
    raw = strip_controls(text).strip().splitlines()
    if len(raw) > LINES_LIMIT:
        raise NotAnArticle(_TOO_MANY)
    for line in unwrap(unquote([piece for one in raw for piece in _break(one)])):
        said = " ".join(line.split())
        if said:
            kind = _tell_known(said) if len(said) <= _LABEL else _tell_kind(said)
            lines.append(Line(said, count_words(said), spaced, kind))
        spaced = not said
    return tuple(_see_neighbours(lines))


def _break(line: str) -> Iterator[str]:
    """Yield a line in pieces that aren't too long, each up to the end of a sentence or a word."""
    while len(line) > LINE_LIMIT:
        ends = next(filter(None, (list(form.finditer(line, 0, LINE_LIMIT)) for form in _ENDS)), [])
        at = ends[-1].end() if ends else LINE_LIMIT
        yield line[:at]
        line = line[at:]
    yield line


_BY_CUE = (
    (Kind.PRINT, cues.is_of_print),
    (Kind.CODA, cues.is_coda),
    (Kind.COMMENTS, cues.opens_comments),
    (Kind.CREDIT, is_credit),
    (Kind.CAPTION, is_caption),
    (Kind.RULE, cues.is_rule),
    (Kind.NOTE, cues.is_note),
    (Kind.END, cues.is_end),
)


def _tell_kind(text: str) -> Kind:
    """Tell what a line is by itself."""
    for kind, tells in _BY_CUE:
        if tells(text):
            return kind
    words = count_words(text)
    if cues.is_teaser(text) and words >= 4:
        return Kind.TEASER
    # So many words are a paragraph, even where its full stop was lost or it leads to a list.
    return Kind.PROSE if words >= 25 or (words >= 6 and ends_sentence(text)) else Kind.SHORT


_tell_known = lru_cache(maxsize=16384)(_tell_kind)


def _see_neighbours(lines: Sequence[Line]) -> Iterator[Line]:
    """Tell more of each line from those round it: cards come twice, or with a time."""
    pairs = Counter(pairwise(line.text for line in lines))
    nothing = Line("", 0, False, Kind.SHORT)
    before = nothing
    for line, after in pairwise([*lines, nothing]):
        # A line may be said twice, as a headline is; together with its neighbour only a card comes
        # again.
        twice = pairs[line.text, after.text] > 1 or pairs[before.text, line.text] > 1
        before = replace(line, kind=_tell_kind_between(before, line, after, twice=twice))
        yield before


def _tell_kind_between(before: Line, line: Line, after: Line, *, twice: bool) -> Kind:
    """Tell what a line is from what it is by itself and from the lines round it."""
    if _is_cut(line, after):
        return Kind.NOTE
    if _is_cut(before, line) or (line.words >= 5 and _is_labelled(after)):
        return Kind.CAPTION
    if line.kind is Kind.PROSE:
        timed = is_time(after.text) and not says_published(after.text)
        excerpt = line.words <= 45 and timed and before.kind is not Kind.PROSE
        return Kind.NOTE if twice else Kind.TEASER if excerpt else Kind.PROSE
    return _tell_short(before, line, after) if line.kind is Kind.SHORT else line.kind


def _tell_short(before: Line, line: Line, after: Line) -> Kind:
    if is_time(line.text):
        return Kind.TIME
    if before.kind is Kind.CREDIT and not clean_credit(before.text):
        return Kind.CREDIT
    return Kind.CAPTION if after.kind is Kind.CREDIT and line.words >= 5 else Kind.SHORT


def _is_cut(line: Line, after: Line) -> bool:
    """Say whether a line breaks off, and the next is the whole of it, as captions are shown."""
    start = line.text.rstrip(".… ")
    return line.text != start and len(start) >= 20 and after.text.startswith(start)


def _is_labelled(line: Line) -> bool:
    """Say whether a line is a credit of the kind that stands below its caption only."""
    return line.kind is Kind.CREDIT and line.text.lower().startswith("credit:")


_DURATION = re.compile(r"\d+[:.]\d\d(?: ?min)?|\d+ (?:min|minuten|minutes)\.?")
# "14 hours ago" is read as a time from any moment: which it is doesn't matter here.
_ANY_DAY = datetime.fromisoformat("2099-01-01")


@lru_cache(maxsize=4096)
def is_time(text: str) -> bool:
    """Say whether a line is a date, a time told from now ("14 hours ago"), or a duration."""
    if len(text.split()) > 8:
        return False
    return bool(_DURATION.fullmatch(text)) or any(find_dates(text, captured=_ANY_DAY))
