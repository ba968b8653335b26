"""Years and days of other calendars, turned into those of ours: of Thailand, Iran, East Asia.

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
_ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "民國": 1911,
    "民国": 1911,
}
"""The year before the first of each era: Japan's, and Taiwan's years of the Republic."""

_ERA_YEAR = re.compile(rf"({'|'.join(_ERAS)})\s?(\d{{1,3}}|元)\s?年")
_CHINESE_DIGITS = "〇一二三四五六七八九"
_CHINESE_COUNT = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_CHINESE_YEAR = re.compile(
    rf"([一二][〇零一二三四五六七八九]{{3}})年(?:({_CHINESE_COUNT})月(?:({_CHINESE_COUNT})日)?)?"
)
_LEAP = frozenset([1, 5, 9, 13, 17, 22, 26, 30])


def turn_to_gregorian(text: str, language: str | None) -> str:
    """Return `text` with the dates of other calendars as those of ours, where it shows them."""
    spoken = (language or "").partition("-")[0]
    if spoken == "th" or _THAI.search(text):
        return _BUDDHIST.sub(lambda year: str(int(year[0]) - 543), text)
    if "年" in text:
        return _CHINESE_YEAR.sub(_read_chinese, _ERA_YEAR.sub(_find_year, text))
    # Arabic keyboards type another yeh than the names of the months have.
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


def _find_year(found: re.Match[str]) -> str:
    return f"{_ERAS[found[1]] + (1 if found[2] == '元' else int(found[2]))}年"


def _read_chinese(found: re.Match[str]) -> str:
    """Return a date whose numbers are spelled, 二〇二三年九月四日, with digits."""
    year = "".join(str(_CHINESE_DIGITS.index(char)) for char in found[1].replace("零", "〇"))
    units = zip(found.groups()[1:], "月日", strict=True)
    return f"{year}年" + "".join(f"{_count(said)}{unit}" for said, unit in units if said)


def _count(said: str) -> int:
    """Return the number below 100 that Chinese digits spell: 十二, 二十三."""
    tens, ten, ones = said.rpartition("十")
    return (_CHINESE_DIGITS.index(tens or "一") * 10 if ten else 0) + (
        _CHINESE_DIGITS.index(ones) if ones else 0
    )


def _turn(printed: str, year: str, month: str, day: str) -> str:
    found = _find_day(int(year), int(month), int(day))
    return f"{found.isoformat()} " if found else printed


def _find_day(year: int, month: int, day: int) -> date | None:
    """Return the day of ours that a Solar Hijri one is, or None where there is none such."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    leaps = sum(past % 33 in _LEAP for past in range(1300, year))
    # Six months have 31 days, the others 30, and 1300 began on 21 March 1921.
    passed = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date(1921, 3, 21) + timedelta(days=365 * (year - 1300) + leaps + passed + day - 1)
