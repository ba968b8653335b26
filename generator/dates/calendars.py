"""Years and days of other calendars, turned into those of ours: Thailand's and Iran's.

The Buddhist era is 543 years ahead. The Solar Hijri year begins at the spring equinox: leap years
are told by the 33-year cycle of the arithmetic calendar, right for 1206 to 1498 (Borkowski, "The
Persian calendar for 3000 years", 1996).
"""

import re
from datetime import date, timedelta

_BUDDHIST = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
_THAI = re.compile("[\u0e00-\u0e7f]")
_PERSIAN_MONTHS = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_PERSIAN_DAY = re.compile(
    rf"(\d\d?)\s+({'|'.join(_PERSIAN_MONTHS)})(?:\s?ماه)?،?\s+(1[34]\d\d)(?!\d)"
)
_PERSIAN_NUMBERS = re.compile(r"(?<!\d)(1[34]\d\d)[/-](\d\d?)[/-](\d\d?)(?!\d)")
_LEAP = frozenset([1, 5, 9, 13, 17, 22, 26, 30])


def turn_to_gregorian(text: str, language: str | None) -> str:
    """Return `text` with the dates of other calendars as those of ours, where it shows them."""
    spoken = (language or "").partition("-")[0]
    if spoken == "th" or _THAI.search(text):
        return _BUDDHIST.sub(lambda year: str(int(year[0]) - 543), text)
    text = text.replace("ي", "ی") if spoken == "fa" else text
    text = _PERSIAN_DAY.sub(
        lambda found: _turn(found[0], found[3], str(_PERSIAN_MONTHS.index(found[2]) + 1), found[1]),
        text,
    )
    if spoken == "fa":
        text = _PERSIAN_NUMBERS.sub(
            lambda found: _turn(found[0], found[1], found[2], found[3]), text
        )
    return text


def _turn(printed: str, year: str, month: str, day: str) -> str:
    found = _find_day(int(year), int(month), int(day))
    return f"{found.isoformat()} " if found else printed


def _find_day(year: int, month: int, day: int) -> date | None:
    """Return the day of ours that a Solar Hijri one is, or None where there is none such."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    leaps = sum(past % 33 in _LEAP for past in range(1300, year))
    passed = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date(1921, 3, 21) + timedelta(days=365 * (year - 1300) + leaps + passed + day - 1)
