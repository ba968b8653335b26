"""What the program that saved a page wrote into it: its address, and when it was saved.

Browsers write `<!-- saved from url=(0042)https://… -->`, the "mark of the web", with the length
of the address; other programs write a comment, meta elements, or attributes of `<html>`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from html import unescape
from typing import NamedTuple

from generator.dates import parse_date
from generator.model import Kind, PartialDate, Precision
from generator.snapshots.replays import Replay, find_replay, find_replayed, parse_digits
from generator.urls import find_http_url

HEAD_LIMIT = 8_192
"""The characters among which such a comment stands, if anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingNote:
    """What the saving program says; `witness` names the comment.

    `replay` is how an archive replayed the page, if what was saved is that.
    """

    kind: Kind = "html"
    witness: str = "saved-from comment"
    url: str | None = None
    captured: PartialDate | None = None
    replay: Replay | None = None


_JS_DATE = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d):(\d\d):(\d\d) GMT([+-])(\d\d)(\d\d)"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def find_note(text: str, address: str | None = None) -> SavingNote:
    """Return what the saving program says of a page; nothing, for one that it left no note in.

    `address` is that from which the page was saved, where its file says so.
    """
    note = _find_saver(text)
    replay = find_replay(address or note.url) or find_replayed(text)
    if replay is None:
        return note
    witness = f"{replay.host} address"
    return replace(note, witness=witness, url=replay.url, captured=replay.captured, replay=replay)


def _find_saver(text: str) -> SavingNote:
    head = text[:HEAD_LIMIT]
    for saver in _SAVERS:
        if found := saver.form.search(saver.place(text) if saver.place else head):
            said = {name: value or "" for name, value in found.groupdict().items()}
            url = said["url"][: int(said["length"])] if "length" in said else said["url"]
            return SavingNote(
                kind=saver.kind,
                witness=saver.witness,
                url=find_http_url(saver.scheme + (unescape(url) if saver.escaped else url)),
                captured=_parse_moment(said.get("date", "")),
            )
    return SavingNote()


def _find_end(text: str) -> str:
    return text[-HEAD_LIMIT:]


def _find_savepage(text: str) -> str:
    """Return where Save Page WE describes the page: below all that it wrote into its head."""
    at = text.find('<meta name="savepage-url"')
    return text[at : at + HEAD_LIMIT] if at >= 0 else ""


class _Saver(NamedTuple):
    """A program, and the form of its note; `place` finds where it stands, if not in the head.

    The addresses of HTTrack lack their `scheme`, and those in attributes are `escaped`.
    """

    witness: str
    form: re.Pattern[str]
    kind: Kind = "html"
    scheme: str = ""
    escaped: bool = False
    place: Callable[[str], str] | None = None


# <!-- Mirrored from example.com/story by HTTrack Website Copier/3.x [XR&CO'2014], Mon, 04 Sep … -->
_HTTRACK = re.compile(
    r"<!-- Mirrored from (?P<url>[^\s/]{4,100}/?\S{0,3900}) by HTTrack [^<>]{0,60}\], "
    r"(?P<date>[^<>]{1,60}?) -->"
)
_SAVERS = (
    _Saver(
        "SingleFile comment",
        re.compile(
            r"<!--\s*(?:Page saved with|Archive processed by) SingleFileZ?\s+"
            r"url:\s*(?P<url>\S{1,4000})(?:\s+saved date:\s*(?P<date>[^\n>]{1,100}))?"
        ),
        kind="singlefile",
    ),
    _Saver(
        "monolith comment",
        re.compile(
            r"<!-- Saved from (?P<url>\S{1,4000}) at (?P<date>[\dT:.Z+-]{10,40}) using monolith v"
        ),
    ),
    _Saver(
        "WebScrapBook attributes",
        re.compile(
            r"<html\b(?=[^<>]{0,4400}?\bdata-scrapbook-source=\"(?P<url>[^\"\s<>]{1,4000})\")"
            # In UTC, to the thousandth of a second: 20230904121110123.
            r"(?:[^<>]{0,4400}?\bdata-scrapbook-create=\"(?P<date>\d{14})\d{0,3}\")?"
        ),
        escaped=True,
    ),
    _Saver(
        "Save Page WE meta",
        re.compile(
            r"<meta name=\"savepage-url\" content=\"(?P<url>[^\"\s]{1,4000})\">"
            r"(?:.{0,4000}?<meta name=\"savepage-date\" content=\"(?P<date>[^\"]{1,100})\">)?",
            re.DOTALL,
        ),
        escaped=True,
        place=_find_savepage,
    ),
    _Saver("HTTrack comment", _HTTRACK, scheme="http://"),
    _Saver("HTTrack comment", _HTTRACK, scheme="http://", place=_find_end),
    _Saver("MaoXian comment", re.compile(r"<!--\s*OriginalSrc: (?P<url>\S{1,4000})")),
    _Saver(
        "saved-from comment",
        re.compile(
            r"<!--\s*saved from url=\((?P<length>\d{4})\)(?P<url>[^\s>]{1,4000})\s*-->",
            re.IGNORECASE,
        ),
    ),
)


def _parse_moment(text: str) -> PartialDate | None:
    """Read a moment as any of the programs writes it, or None."""
    return parse_digits(text) or parse_js_date(text) or parse_date(text)


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
