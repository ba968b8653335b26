"""Give a theme the date of a story as a `datetime` that never says more than is known of it."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from jinja2.filters import do_int

from generator.model import PartialDate, Precision
from generator.site.words import Words

_DIRECTIVE = re.compile(r"%[-#]?([A-Za-z%])")
_NAMED = re.compile(r"%([BbAah])")
# The directives of `strftime` that ask for no more than a year, a month or a day.
_OF_YEAR = frozenset("YyG%")
_OF_MONTH = _OF_YEAR | frozenset("Bbhm")
_OF_DAY = _OF_MONTH | frozenset("dejAaUWuwVxDF")
_TOLD = {Precision.YEAR: _OF_YEAR, Precision.MONTH: _OF_MONTH, Precision.DAY: _OF_DAY}


class UnknownText(str):
    """What stands for a part of a date that nobody knows, where the part alone is asked for."""

    __slots__ = ()


class PartlyKnown(str):
    """What is known of a date, in words, in place of a form that asks for more."""

    date: "KnownDate"
    form: str

    def split(self, sep: Any = None, maxsplit: Any = -1) -> list[str]:
        """Return as many parts as the form has, those that nobody knows as nothing."""
        return [self.date.strftime(part) for part in self.form.split(sep, maxsplit)]


class UnknownPart(int):
    """A part of a date that nobody knows: good for putting in order, and shown as nothing."""

    def __str__(self) -> str:
        """Return nothing."""
        return ""

    def __format__(self, _: str) -> str:
        """Return nothing."""
        return ""


class KnownDate(datetime):
    """A story's date; asked for parts that nobody knows, it says in words what is known.

    One part by itself, `%d`, is nothing where it isn't known: a theme that sets a date of pieces
    asks for the others by themselves, too.
    """

    known: PartialDate | None = None
    words: Words | None = None

    @property
    def year(self) -> int:
        """The year."""
        return self._part("Y", super().year)

    @property
    def month(self) -> int:
        """The number of the month."""
        return self._part("m", super().month)

    @property
    def day(self) -> int:
        """The day of the month."""
        return self._part("d", super().day)

    def date(self) -> date:
        """Return the day, as far as it is known."""
        if not self.words:
            return super().date()
        made = KnownDate.combine(super().date(), time(tzinfo=self.tzinfo))
        known = self.known.isoformat()[:10] if self.known else None
        made.known, made.words = PartialDate.fromisoformat(known) if known else None, self.words
        return made

    def strftime(self, format: str, *_: object) -> str:  # noqa: A002 - it is called so
        """Return the date by `format`, with names in the archive's own language."""
        if not self.words:
            return super().strftime(format)
        asked = _DIRECTIVE.findall(format)
        if not self._tells(asked):
            # Of a story without a date the year alone says so, lest a date of three pieces say it
            # thrice.
            if len(asked) == 1 and (self.known or asked != ["Y"]):
                return UnknownText()
            # "%Y-%m…" is for machines, as in `datetime="…"`, where no words may stand.
            made = PartlyKnown(self._say(self.words, dated=format.startswith("%Y-%m")))
            made.date, made.form = self, format
            return made
        return super().strftime(_NAMED.sub(self._name, format))

    def _say(self, words: Words, *, dated: bool) -> str:
        """Return what is known, in words or else as a date of ISO 8601."""
        if dated:
            return self.isoformat()
        return words.moment(self.known) if self.known else str(words.text.no_date)

    def _tells(self, asked: Iterable[str]) -> bool:
        """Tell whether all these parts of the date are known."""
        if not self.known:
            return not self.words
        told = _TOLD.get(self.known.precision)
        return not told or told.issuperset(asked)

    def _part(self, directive: str, number: int) -> int:
        return number if self._tells([directive]) else UnknownPart(number)

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        """Return ISO 8601 as long as what is known."""
        if not self.words:
            return super().isoformat(sep, timespec)
        return self.known.isoformat() if self.known else ""

    def _name(self, directive: re.Match[str]) -> str:
        words, kind = self.words, directive[1]
        if not words:
            return directive[0]
        name = words.months[self.month - 1] if kind in "Bbh" else words.weekdays[self.weekday()]
        # Three letters are an abbreviation in English, but not in every language.
        short = kind in "bha" and words.language.partition("-")[0] == "en"
        return (name[:3] if short else name).replace("%", "%%")


def make_date(when: PartialDate | None, words: Words, zone: tzinfo) -> KnownDate:
    """Return `when` for a theme; where it isn't known, a date that says so.

    `zone` is for what says none of its own, so that all dates can be put in order.
    """
    moment = when.place(zone) if when else datetime(1970, 1, 1, tzinfo=UTC)
    made = KnownDate.combine(moment.date(), moment.timetz())
    made.known, made.words = when, words
    return made


def make_number(value: object, *said: Any, **named: Any) -> int:
    """Return a number as Jinja's `int` does; a part of a date that nobody knows stays nothing."""
    return UnknownPart(0) if isinstance(value, UnknownText) else do_int(value, *said, **named)


def format_date(date: datetime, format_: str = "%Y-%m-%d") -> str:
    """Return a date as Pelican's filter `strftime` does."""
    return date.strftime(format_)
