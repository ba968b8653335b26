"""Dates within a line of a page, and whether they say when it was published or changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from generator.dates import parse_date
from generator.dates.words import AGO, DAYS_BACK
from generator.model import PartialDate
from generator.parsing.pasted.cues import fold_line

LOOKED_AT = 300
"""The most characters of a line in which dates are looked for."""

_ALONE = 9
_MONTH = r"[^\W\d_]{3,12}\.?"
_CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[aApP]\.?\s?[mM]\b\.?)?(?:\s?(?:Uhr|uur|h|hrs)\b)?)"
_ZONE = r"(?:\s?\(?(?:МСК|[A-Z]{2,5}\b(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}|Z\b)\)?)"
# What stands between a day and its time of day, in the languages of the press.
_BETWEEN = (
    r"(?:[\s,|·•/–—.-]|\([^()\d]{1,3}\)"
    r"|\b(?:at|um|om|à|a las|às|alle|ore|kl|klo|godz|o|u|v|в|о|об|г|р|pukul|saat|lúc)\b\.?)"
)
_HALF = r"(?:午前|午後|上午|下午|오전|오후)"
_DAY = (
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}T{_CLOCK}(?:\.\d+)?{_ZONE}?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º|ª|\.)?\s?(?:de\s)?{_MONTH}(?:/{_MONTH})?,?\s?(?:de\s|del\s)?\d{{4}}"
    r"|\d{1,2}\stháng\s\d{1,2},?\s(?:năm\s)?\d{4}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    r"|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
    r"|\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일])"
)
# "10:15, Mon 4 Sept 2023", "4 September 2023 at 10:15 BST", "2023年9月4日 午前10時15分"
_DATE = re.compile(
    rf"(?:\b{_CLOCK}{_ZONE}?[\s,|·•–-]{{1,3}}(?:[^\W\d_]{{2,10}}[.,]*\s)?)?(?<!\d){_DAY}"
    rf"(?:{_BETWEEN}{{0,6}}\s?{_HALF}?\s?\d{{1,2}}[時시]\s?\d{{1,2}}[分분]"
    rf"|{_BETWEEN}{{0,6}}(?:{_HALF}\s?)?{_CLOCK}{_ZONE}?)?"
)
_CHANGED = re.compile(
    r"(?:updated?|modified|last (?:edited|changed)|aktualisiert|geandert|stand|mise? a jour"
    r"|modifiee?|actualizad[oa]|aggiornat[oa]|modificat[oa]|atualizad[oa]|bijgewerkt|gewijzigd"
    r"|oppdatert|opdateret|uppdaterad|aktualizacja|guncelleme|diperbarui|更新|수정|cap nhat)"
    r"(?:\W+\w+){0,3}\W*$"
)
_CHANGED_CLOCK = re.compile(
    rf"\b(?:updated|aktualisiert|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt)\b\W*"
    rf"(?:(?:at|um|à|a las|alle|às|om)\s)?({_CLOCK}{_ZONE}?)(?!\W*{_DAY})",
    re.IGNORECASE,
)
# A page's layout sets words apart that stand in one line when copied: "2 min readApril 25".
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=\d)(?=[A-Z][a-z])|(?<=\b(?:19|20)\d\d)(?=\d{1,2}:\d\d)"
)


_DIGIT = re.compile(r"\d")
_HINT = re.compile(rf"\d|\b(?:{'|'.join(sorted(AGO | DAYS_BACK.keys()))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line, as printed; `changed` says that it is of a later change."""

    date: PartialDate
    text: str
    changed: bool


def says_changed(label: str) -> bool:
    """Say whether the words before a date say that it is of a later change: "Updated"."""
    return bool(_CHANGED.search(fold_line(label)))


def find_dates(
    text: str, *, language: str | None = None, captured: datetime | None = None
) -> Iterator[Found]:
    """Yield the dates in a line, in order; times told from the capture count alone in a line."""
    hint = _HINT if captured else _DIGIT
    if not hint.search(text[:LOOKED_AT]):
        return
    text = loosen(text)
    before = 0
    date: PartialDate | None = None
    for match in _DATE.finditer(text):
        if date := parse_date(match[0], language=language, captured=captured):
            changed = bool(_CHANGED.search(fold_line(text[before : match.start()])))
            yield Found(date, match[0], changed)
            before = match.end()
    if date and date.day and (clock := _CHANGED_CLOCK.search(text[before:])):
        yield from _find_clock(date, clock, language)
    alone = before == 0 and len(text.split()) <= _ALONE
    if alone and (date := parse_date(text, language=language, captured=captured)):
        yield Found(date, text, bool(re.match(r"updated|aktualisiert|mis a jour", fold_line(text))))


def _find_clock(date: PartialDate, clock: re.Match[str], language: str | None) -> Iterator[Found]:
    """Yield the change on the same day: "Sep 5, 2023, 5:00 AM | Updated: 9:38 AM"."""
    day = date.isoformat()[:10]
    if (found := parse_date(f"{day} {clock[1]}", language=language)) and found.day == date.day:
        moment = (
            found.moment if found.moment.tzinfo else found.moment.replace(tzinfo=date.moment.tzinfo)
        )
        yield Found(replace(found, moment=moment), clock[0], changed=True)


def loosen(text: str) -> str:
    """Return the start of a line with spaces where the page's layout had set words apart."""
    return _GLUED.sub(" ", text[:LOOKED_AT])
