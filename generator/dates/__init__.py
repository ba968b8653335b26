"""Dates as pages print them, read as precisely as they are said and never more.

Python-dateutil does the reading. Here is what it lacks: the words of many languages, the names
of zones, clocks such as `14h11` and `14.11 Uhr`, times told from the moment of capture, and the
precision of the answer.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from dateutil.parser import parser, parserinfo
from dateutil.relativedelta import relativedelta

from generator.dates.spelling import INPUT_LIMIT, respell
from generator.dates.words import AGO, DAYS_BACK, FILLERS, ONE, UNITS, WEEKDAYS, find_month
from generator.dates.zones import find_zone
from generator.model import PartialDate, Precision

__all__ = ["INPUT_LIMIT", "parse_date"]

FIRST_YEAR = 1600
"""The year before which nothing was news: the first newspaper is of 1605."""

_EPOCHS = (datetime(1970, 1, 1, tzinfo=UTC), datetime.fromisoformat("1970-01-01"))
"""What programs write for a time that they don't know."""

LAST_YEAR = 2100
"""The last year that is believed where the time of capture isn't known."""

_MONTH_FIRST = frozenset([None, "en", "en-us", "en-ca", "en-ph", "es-us"])
"""Languages in which 03/04 is 4 March. Bare "en", and no language at all, are read as American:
British pages nearly always spell the month, and between dots the day comes first everywhere."""

# Two moments that differ in every part, so that what two readings share was in the text.
_DEFAULTS = (datetime.fromisoformat("1904-01-01T00:00"), datetime.fromisoformat("1908-03-02T01:01"))

_ISO = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII
)
# 2023-09, 2023/9/4, 20230904: no language writes the day second there.
_YEAR_FIRST = re.compile(r"\d{4}(?:[-/.] ?)?\d")
_DOTTED = re.compile(r"\b\d\d?\. ?\d\d?\. ?\d")
# In a zone there is neither: +02:00 is no clock, and +1900 no year.
_CLOCK = re.compile(r"(?<![+-])(?<![+-]\d)\d:\d\d")
_YEAR = re.compile(r"(?<![+\d-])(?:1[6-9]|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[a-z']+|\d+")
# 2023, 20230904, 202309041411, and that with seconds; any other count may be a time since 1970.
_DIGIT_WIDTHS = frozenset([4, 8, 12, 14])


# Weekdays are passed over, since no day is worked out from one.
_PASSED_OVER = [*" .,;-/'*:", *sorted(WEEKDAYS | FILLERS)]
_NO_WEEKDAYS: list[tuple[str, str]] = []
_HOURS = [("h", "uhr", "uur")]
_HALVES = [("am", "am"), ("pm", "pm")]


class _Words(parserinfo):
    """Tell dateutil the months of all our languages, and which words to pass over."""

    JUMP = _PASSED_OVER
    WEEKDAYS = _NO_WEEKDAYS
    HMS = _HOURS
    AMPM = _HALVES

    def month(self, name: str) -> int | None:
        """Return the number of the month that `name` names or begins."""
        return find_month(name)

    def convertyear(self, year: int, century_specified: bool = False) -> int:
        """Read two digits as POSIX does, 69 to 99 as 19xx, whatever today is."""
        if year >= 100 or century_specified:
            return year
        return year + (1900 if year >= 69 else 2000)


_PARSER = parser(_Words())


def parse_date(
    text: str, *, language: str | None = None, captured: datetime | None = None
) -> PartialDate | None:
    """Return the date that `text` is, or None if it is none; never raise.

    The whole text has to be a date, with no words but those that stand round dates ("Published
    on", "Uhr", weekdays). `language` is a BCP 47 tag, which tells 03/04 from 04/03 and one IST
    from another. `captured` is when the page was saved: "14 hours ago" is told from it, and a
    date more than two years later isn't believed. Two digits of a year are read as POSIX does.
    """
    if _ISO.fullmatch(text) and (moment := _read_iso(text)):
        return _believe(moment, captured)
    language = language.lower().replace("_", "-") if language else None
    spelled = respell(text, language)
    if spelled.isdigit() and len(spelled) not in _DIGIT_WIDTHS:
        return _believe(_find_epoch(spelled), captured)
    if captured is not None:
        if found := _find_relative(spelled.lower(), captured):
            return _believe(found, captured)
        spelled = _name_days(spelled, captured.date())
    return _find_absolute(spelled, language, captured)


def _read_iso(text: str) -> PartialDate | None:
    """Read the form of ISO 8601 in which nearly all pages tell their times to machines."""
    try:
        return _cut(datetime.fromisoformat(text), Precision.MINUTE)
    except ValueError:
        return None


def _find_epoch(digits: str) -> PartialDate | None:
    """Read seconds or milliseconds since 1970, which have 10 or 13 digits since 2001."""
    if len(digits) not in (10, 13):
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(digits[:10]))
    return PartialDate(moment=moment, precision=Precision.MINUTE)


def _find_relative(text: str, captured: datetime) -> PartialDate | None:
    """Read "14 hours ago" and its like, as precisely as the unit allows."""
    words = _WORD.findall(text)
    numbers = [word for word in words if word.isdigit()] or [w for w in words if w in ONE][:1]
    units = [UNITS[word] for word in words if word in UNITS]
    others = [w for w in words if not (w.isdigit() or w in UNITS or w in AGO or w in ONE)]
    if len(numbers) != 1 or not units or not AGO.intersection(words):
        return None
    if len(numbers[0]) > 3 or not FILLERS.issuperset(others):
        return None
    count = int(numbers[0]) if numbers[0].isdigit() else 1
    length, precision = _UNIT_LENGTHS[units[-1]]
    try:
        return _cut(captured - count * length, precision)
    except (OverflowError, ValueError):
        return None


# An hour ago is a moment within an hour, and a week ago is a day within a week.
_UNIT_LENGTHS = {
    "minutes": (relativedelta(minutes=1), Precision.MINUTE),
    "hours": (relativedelta(hours=1), Precision.DAY),
    "days": (relativedelta(days=1), Precision.DAY),
    "weeks": (relativedelta(weeks=1), Precision.MONTH),
    "months": (relativedelta(months=1), Precision.MONTH),
    "years": (relativedelta(years=1), Precision.YEAR),
}


def _cut(moment: datetime, precision: Precision) -> PartialDate:
    """Return `moment` with all that is finer than `precision` at its least."""
    if precision is Precision.MINUTE:
        # The zone is kept as an offset, so that a record means the same on every machine.
        offset = moment.utcoffset()
        zone = None if offset is None else timezone(offset)
        moment = moment.replace(microsecond=0, tzinfo=zone, fold=0)
        return PartialDate(moment=moment, precision=precision)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None, fold=0)
    if precision is not Precision.DAY:
        day = day.replace(day=1, month=1 if precision is Precision.YEAR else day.month)
    return PartialDate(moment=day, precision=precision)


def _name_days(text: str, today: date) -> str:
    """Put the date in place of "yesterday", so that its clock can be read with it."""
    for word in re.findall(r"[a-z']+", text.lower()):
        if word in DAYS_BACK:
            try:
                day = today - timedelta(days=DAYS_BACK[word])
            except OverflowError:
                return text
            return re.sub(rf"\b{word}\b", "", text, flags=re.IGNORECASE) + f" {day:%d %b %Y}"
    return text


def _find_absolute(
    text: str, language: str | None, captured: datetime | None
) -> PartialDate | None:
    """Read a date, and where two are possible, prefer one that isn't after the capture."""
    # Two clocks or two years are two moments: when it was published, and when changed.
    if not _DIGIT.search(text) or len(_CLOCK.findall(text)) > 1 or len(_YEAR.findall(text)) > 1:
        return None
    day_first = language not in _MONTH_FIRST or bool(_DOTTED.search(text))
    found = _believe(_read(text, language, day_first=day_first), captured)
    # Where it was printed, the next day may have begun: one day later is no wonder.
    if captured is None or not _is_later(found, captured, days=1):
        return found
    other = _believe(_read(text, language, day_first=not day_first), captured)
    return found if other is None or _is_later(other, captured, days=1) else other


@lru_cache(maxsize=1024)
def _read(text: str, language: str | None, *, day_first: bool) -> PartialDate | None:
    def zone(name: str | None, seconds: int | None) -> tzinfo | None:
        return find_zone(name, seconds, language)

    def read(default: datetime) -> datetime:
        return _PARSER.parse(
            text,
            default=default,
            tzinfos=zone,
            yearfirst=year_first,
            dayfirst=day_first and not year_first,
        )

    year_first = bool(_YEAR_FIRST.match(text))
    try:
        one, two = map(read, _DEFAULTS)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # All of these have been seen to escape from dateutil for odd input.
        return None
    if one.year != two.year:
        return None
    if one.month != two.month:
        return _cut(one, Precision.YEAR)
    if one.day != two.day:
        return _cut(one, Precision.MONTH)
    exact = (one.hour, one.minute) == (two.hour, two.minute)
    return _cut(one, Precision.MINUTE if exact else Precision.DAY)


def _is_later(found: PartialDate | None, captured: datetime, *, days: int) -> bool:
    # The difference of two days is always one, their sum can be past the end of the calendar.
    return found is not None and found.moment.date() - captured.date() > timedelta(days=days)


def _believe(found: PartialDate | None, captured: datetime | None) -> PartialDate | None:
    """Return `found` unless nobody can have printed it."""
    last = LAST_YEAR if captured is None else captured.year + 2
    if found is None or (found.precision is Precision.MINUTE and found.moment in _EPOCHS):
        return None
    return found if FIRST_YEAR <= found.moment.year <= last else None
