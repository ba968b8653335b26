"""Read what a person typed: words, "phrases", fields, AND OR NOT, groups, prefixes and dates.

    series  = either { either }                 either = both { "OR" both }
    both    = unary { "AND" unary }             unary  = [ "NOT" | "-" | "+" ] primary
    primary = "(" series ")" | '"' text '"' [ "~" slop ] | field ":" primary
            | "date:" day | "date:[" day "TO" day "]" | text "*" | text "~" [ "1" | "2" ] | text

Nothing is an error: what can't be read so is searched as words. `browser/query.js` does the same.
"""

import re
import unicodedata
from calendar import monthrange

from generator.search.schema import FIELD_NAMES
from generator.search.tree import (
    Both,
    Dates,
    Either,
    Like,
    Part,
    Query,
    Quote,
    Series,
    Sign,
    Signed,
    Start,
    Text,
)

LENGTH_LIMIT = 4000
"""The most characters of a query that are read."""

DEPTH_LIMIT = 64
"""The most parentheses that may stand within each other."""

# Python and JavaScript disagree on what is white space; this is what either of them takes for it.
_SPACE = re.compile(r"[\s\x1c-\x1f\x85\ufeff]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTE = re.compile("[“”„‟«»]")

# A sign stands before its word: in `rail - strike` there is none, but a dash.
_SIGN = re.compile(r"[-+](?=[^ \-+)])")
_FIELD = re.compile(r"([A-Za-z]+):(?=[^ )])")
_PHRASE = re.compile(r'"([^"]*)"(?:~([0-9]{1,2})(?![0-9]))?')
_TEXT = re.compile(r'[^ "()]+')
_START = re.compile(r"([^*~]+)\*")
_LIKE = re.compile(r"([^*~]+)~([12]?)")
_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_RANGE = re.compile(r"\[ ?([0-9-]+|\*|) ?TO ?([0-9-]+|\*|) ?\]")
_WORDLIKE = re.compile(r'[\w"(]')
_JOINT = re.compile("(?<![^ ])(?:AND|OR|NOT)(?![^ ])")
_OPERATORS = ("AND", "OR", "NOT")


class _UnreadableError(Exception):
    """What was typed is not of the language, so that only its words count."""


def parse_query(text: str) -> Query:
    """Return what a query says; what makes no sense is one text, with the note "words"."""
    clean = _clean(text)
    notes = ("long",) if len(text) > LENGTH_LIMIT else ()
    reader = _Reader(clean)
    if reader.at == len(clean):
        return Query(Series(()), notes)
    try:
        return Query(reader.read_all(), notes)
    except _UnreadableError:
        return Query(Series((Signed("", Text(clean, None)),)), (*notes, "words"))


def _clean(text: str) -> str:
    """Cut a query, and make one of the several spellings of spaces and quotes."""
    text = _SURROGATE.sub(" ", text[:LENGTH_LIMIT])
    return _quieten(_QUOTE.sub('"', _SPACE.sub(" ", unicodedata.normalize("NFKC", text))))


def _quieten(text: str) -> str:
    """Make AND, OR and NOT mere words in a sentence that is all in capitals.

    They join all words of a query that is meant so; in a sentence some words follow each other.
    """
    joints = len(_JOINT.findall(text))
    shouted = len(text.strip(" ").split(" ")) > 2 * joints + 2 and text == text.upper()
    if shouted and '"' not in text:
        return _JOINT.sub(lambda joint: joint[0].lower(), text)
    return text


class _Reader:
    """Reads a query from left to right; `at` is the next character that is not blank."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._depth = 0
        self.at = 0
        self._go(0)

    def read_all(self) -> Series:
        series = self._read_series(None)
        if self.at < len(self._text):
            raise _UnreadableError
        return series

    def _read_series(self, field: str | None) -> Series:
        parts = []
        while self._text[self.at : self.at + 1] not in ("", ")"):
            parts.append(self._read_either(field))
        if not parts:
            raise _UnreadableError
        return Series(tuple(parts))

    def _read_either(self, field: str | None) -> Signed:
        parts = [self._read_both(field)]
        while self._take_operator("OR"):
            parts.append(self._read_both(field))
        return parts[0] if len(parts) == 1 else Signed("", Either(tuple(parts)))

    def _read_both(self, field: str | None) -> Signed:
        parts = [self._read_unary(field)]
        while self._take_operator("AND"):
            parts.append(self._read_unary(field))
        return parts[0] if len(parts) == 1 else Signed("", Both(tuple(parts)))

    def _read_unary(self, field: str | None) -> Signed:
        sign: Sign = ""
        if self._take_operator("NOT"):
            sign = "-"
        elif match := self._take(_SIGN):
            sign = "+" if match[0] == "+" else "-"
        return Signed(sign, self._read_primary(field))

    def _read_primary(self, field: str | None) -> Part:
        if name := self._take_field():
            if name == "date":
                return self._read_dates()
            if self._take_field():
                raise _UnreadableError
            field = name
        if self._text.startswith("(", self.at):
            return self._read_group(field)
        if match := self._take(_PHRASE):
            slop = max(int(match[2] or 1), 1)
            return Quote(match[1], slop, field)
        return _read_text(self._take_text(), field)

    def _read_group(self, field: str | None) -> Series:
        self._depth += 1
        if self._depth > DEPTH_LIMIT:
            raise _UnreadableError
        self._go(self.at + 1)
        series = self._read_series(field)
        if not self._text.startswith(")", self.at):
            raise _UnreadableError
        self._go(self.at + 1)
        self._depth -= 1
        return series

    def _read_dates(self) -> Dates:
        if match := self._take(_RANGE):
            return Dates(_read_day(match[1]), _read_day(match[2]))
        match = self._take(_TEXT)
        day = _read_day(match[0]) if match else None
        if day is None:
            raise _UnreadableError
        return Dates(day, day)

    def _take_field(self) -> str | None:
        """Read the name of a field; anything else with a colon before a word makes no sense."""
        match = _FIELD.match(self._text, self.at)
        if not match:
            return None
        name = match[1].lower()
        if name not in FIELD_NAMES and name != "date":
            if _WORDLIKE.match(self._text, match.end()):
                raise _UnreadableError
            return None
        self.at = match.end()
        return name

    def _take_text(self) -> str:
        match = self._take(_TEXT)
        if not match or match[0] in _OPERATORS:
            raise _UnreadableError
        return match[0]

    def _take_operator(self, name: str) -> bool:
        match = _TEXT.match(self._text, self.at)
        return bool(match and match[0] == name and self._take(_TEXT))

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self._text, self.at)
        if match:
            self._go(match.end())
        return match

    def _go(self, at: int) -> None:
        """Go on at a place, or behind the blank there."""
        self.at = at + self._text.startswith(" ", at)


def _read_text(text: str, field: str | None) -> Part:
    if match := _START.fullmatch(text):
        return Start(match[1], field)
    if match := _LIKE.fullmatch(text):
        return Like(match[1], int(match[2] or 1), field)
    return Text(text, field)


def _read_day(text: str) -> str | None:
    """Return a day, month or year if there is one of this name, or None for an open end."""
    if text in ("", "*"):
        return None
    if not is_day(text):
        raise _UnreadableError
    return text


def is_day(text: str) -> bool:
    """Tell whether a text is a day, month or year that there is: `2023-09`."""
    if not _DAY.fullmatch(text):
        return False
    year, month, day = (int(number) for number in [*text.split("-"), "1", "1"][:3])
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
