"""From the ways in which pages print a date to the one that dateutil reads."""

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode

from generator.dates.tongues import translate
from generator.dates.words import find_month
from generator.text import squeeze

INPUT_LIMIT = 100
"""The most characters that a reader sees: dateutil takes nine seconds for 100 kB of digits."""

_HALVES = {"午前": "am", "上午": "am", "오전": "am", "午後": "pm", "下午": "pm", "오후": "pm"}
_HALF = "|".join(_HALVES)
_EAST_ASIAN_DAY = re.compile(r"(\d{4}) ?[年년] ?(\d\d?) ?[月월](?: ?(\d\d?) ?[日일])?")
_EAST_ASIAN_CLOCK = re.compile(rf"({_HALF})? ?(\d\d?) ?[時时시点] ?(\d\d?) ?[分분]")
_EAST_ASIAN_HALF = re.compile(rf"({_HALF}) ?(\d\d?):(\d\d)")

_REWRITES = tuple(
    (re.compile(pattern, re.IGNORECASE), by)
    for pattern, by in (
        (r"\[[a-z]+/[a-z_/+-]+\]", " "),  # +02:00[Europe/Berlin], as Java writes it
        (r"\([^()]*\s[^()]*\)", " "),  # (Central European Summer Time)
        (r"(?<=[+-]\d{4}) ?\([^()]*\)", " "),  # +0200 (CEST)
        (r"[()\[\]|@]|\s[-/*]+\s", " "),
        (r"(?<=\d) ?([ap])\.? ?m\b\.?", r" \1m"),
        (r"(?<!\d )\bam\b", " "),  # German "am 4. September"
        (r"\b(?:gmt|utc) ?(?=[+-]\d)", ""),  # dateutil would turn the sign round
        (r"\b(kl|klo|ore|alle|om|um)\b\.? (\d\d?)\.(\d\d)(?!\.?\d)", r"\1 \2:\3"),
        (r"\b(\d\d?)\.(\d\d)(?= ?(?:uhr|uur|hrs?|h|[ap]m|(?-i:[A-Z]{2,5}))\b)", r"\1:\2"),
        (r"(?<=\d{4})(,?) (\d\d?)\.(\d\d)(?!\.?\d)", r"\1 \2:\3"),
        (r"\b(\d\d?) ?(?:h|uhr|uur) ?(\d\d)\b", r"\1:\2"),
    )
)


@lru_cache(maxsize=256)
def respell(text: str, language: str | None = None) -> str:
    """Return `text`, cut to `INPUT_LIMIT`, in ASCII and in forms that dateutil reads."""
    text = squeeze(unicodedata.normalize("NFKC", text[:INPUT_LIMIT]))[:INPUT_LIMIT]
    text = translate(text, language)
    if not text.isascii():
        text = _respell_east_asian(text)
        text = squeeze(unidecode(re.sub("[·•]", "|", text)))[:INPUT_LIMIT]
    for pattern, by in _REWRITES:
        text = pattern.sub(by, text)
    return _drop_weekday(squeeze(text))


def _respell_east_asian(text: str) -> str:
    text = _EAST_ASIAN_DAY.sub(lambda m: "-".join(filter(None, m.groups())) + " ", text)
    for clock in (_EAST_ASIAN_CLOCK, _EAST_ASIAN_HALF):
        text = clock.sub(lambda m: f" {m[2]}:{m[3]} {_HALVES.get(m[1] or '', '')}", text)
    return text


def _drop_weekday(text: str) -> str:
    """Drop a weekday that looks like a month: French "mar. 4 avr." is a Tuesday in April."""
    months = [word for word in re.finditer(r"[A-Za-z]+", text) if find_month(word[0])]
    return text[months[0].end() :].lstrip(".") if len(months) == 2 else text
