"""Give a theme the date of a story as a `datetime` that never says more than is known of it."""

import re
from datetime import UTC, datetime, tzinfo

from generator.model import PartialDate, Precision
from generator.site.words import Words

_DIRECTIVE = re.compile(r"%[-#]?([A-Za-z%])")
_NAMED = re.compile(r"%([BbAah])")
_OF_YEAR = frozenset("YyG%")
_OF_MONTH = _OF_YEAR | frozenset("Bbhm")
_OF_DAY = _OF_MONTH | frozenset("dejAaUWuwVxDF")
_TOLD = {Precision.YEAR: _OF_YEAR, Precision.MONTH: _OF_MONTH, Precision.DAY: _OF_DAY}


class KnownDate(datetime):
    """A story's date; asked for parts that nobody knows, it says in words what is known."""

    known: PartialDate | None = None
    words: Words | None = None

    def strftime(self, format: str, *_: object) -> str:  # noqa: A002 - it is called so
        """Return the date by `format`, with names in the archive's own language."""
        if not self.words:
            return super().strftime(format)
        if not self.known:
            return str(self.words.text.no_date)
        told = _TOLD.get(self.known.precision)
        if told and not told.issuperset(_DIRECTIVE.findall(format)):
            machine = format.startswith("%Y-%m")
            return self.isoformat() if machine else self.words.moment(self.known)
        return super().strftime(_NAMED.sub(self._name, format))

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


def format_date(date: datetime, format_: str = "%Y-%m-%d") -> str:
    """Return a date as Pelican's filter `strftime` does."""
    return date.strftime(format_)
