"""What the program that saved a page wrote into it: its address, and when it was saved.

Browsers write `<!-- saved from url=(0042)https://… -->`, the "mark of the web", with the length
of the address; SingleFile writes a comment with the address and JavaScript's `Date.toString()`.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from generator.dates import parse_date
from generator.model import Kind, PartialDate, Precision
from generator.urls import find_http_url

HEAD_LIMIT = 8_192
"""The characters among which such a comment stands, if anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingNote:
    """What the saving program says; `witness` names the comment."""

    kind: Kind = "html"
    witness: str = "saved-from comment"
    url: str | None = None
    captured: PartialDate | None = None


_SAVED_FROM = re.compile(r"<!--\s*saved from url=\((\d{4})\)([^\s>]{1,4000})\s*-->", re.IGNORECASE)
_SINGLEFILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,4000})\s+saved date:\s*([^\n>]{1,100})"
)
_JS_DATE = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def find_note(text: str) -> SavingNote:
    """Return what the saving program says of a page; nothing, for one that it left no note in."""
    head = text[:HEAD_LIMIT]
    if found := _SINGLEFILE.search(head):
        return SavingNote(
            kind="singlefile",
            witness="SingleFile comment",
            url=find_http_url(found[1]),
            captured=parse_js_date(found[2]) or parse_date(found[2]),
        )
    if found := _SAVED_FROM.search(head):
        return SavingNote(url=find_http_url(found[2][: int(found[1])]))
    return SavingNote()


def parse_js_date(text: str) -> PartialDate | None:
    """Read what JavaScript's `Date.prototype.toString` writes (ECMA-262, 21.4.4.41), or None."""
    found = _JS_DATE.match(text)
    if not found or found[1] not in _MONTHS:
        return None
    day, year, hour, minute, second = map(int, found.group(2, 3, 4, 5, 6))
    offset = timedelta(hours=int(found[8]), minutes=int(found[9]))
    try:
        zone = timezone(-offset if found[7] == "-" else offset)
        month = _MONTHS.index(found[1]) + 1
        moment = datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
    return PartialDate(moment=moment, precision=Precision.MINUTE)
