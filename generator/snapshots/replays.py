"""Pages as a web archive replays them, and what they were before.

The Wayback Machine and its kin put their own address and the time of capture before every address
of a page, `https://web.archive.org/web/20230904121110/https://…` (RFC 7089 calls it a memento), a
bar above its text and a comment below. archive.today gives such an address for the page alone.
"""

import re
from datetime import datetime
from typing import NamedTuple

from generator.model import PartialDate, Precision
from generator.urls import find_http_url

_MOMENT = r"(?P<moment>\d{4}\.?\d\d\.?\d\d-?\d{6})(?:[a-z]{2}_)?"
_MOMENT_ALONE = re.compile(r"\d{4}\.?\d\d\.?\d\d-?\d{6}")
_MEMENTO = re.compile(
    rf"https?://(?P<host>[\w.-]{{4,60}})(?P<folder>(?:/[\w.-]{{1,40}}){{0,3}})/{_MOMENT}/"
    r"(?P<url>https?:/[^\s\"'<>]{1,4000})"
)
# __wm.wombat("https://example.com/story","20230904121110",…), which the Wayback Machine adds.
_CALL = re.compile(
    r"__wm\.(?:wombat|bt)\([^()\"]{0,60}(?:\"web\",)?"
    r"\"(?P<url>https?:[^\"\s]{1,4000})\",\"(?P<moment>\d{14})\""
)
_PLACE = re.compile(
    r"<(?:link|meta)\b[^<>]{0,4400}>|Wayback Machine - https?:\S{1,4400}", re.IGNORECASE
)
_OWN = re.compile(r"canonical|bookmark|og:url|^Wayback", re.IGNORECASE)
_SIGNS = ("__wm.", "WAYBACK TOOLBAR", "FILE ARCHIVED ON", "archive.today/", "archive.ph/")
"""What stands in the head or at the end of a page that an archive replays, and in few others."""

_ENDS = 8_192

_BAR = re.compile("<!-- BEGIN WAYBACK TOOLBAR INSERT -->|<!-- END WAYBACK TOOLBAR INSERT -->")
_TODAY = re.compile(r"archive\.(?:today|ph|is|li|vn|fo|md)")
_SITE_NAME = re.compile(r"<meta property=\"og:site_name\" content=\"archive\.\w+\"/?>")


class Replay(NamedTuple):
    """Where a replayed page is from, when it was captured, and where the archive has its pages."""

    url: str | None
    captured: PartialDate | None
    host: str
    folder: str


def find_replay(address: str | None) -> Replay | None:
    """Return what the address of a memento says, or None for any other."""
    found = _MEMENTO.match(address or "")
    if not found or not (captured := parse_digits(found["moment"])):
        return None
    return Replay(find_http_url(found["url"]), captured, found["host"], found["folder"])


def find_replayed(text: str) -> Replay | None:
    """Return what a page shows of the archive that replayed it, or None for a page of its own."""
    ends = text[:_ENDS] + text[-_ENDS:]
    if not any(sign in ends for sign in _SIGNS):
        return None
    if call := _CALL.search(text):
        captured = parse_digits(call["moment"])
        return Replay(find_http_url(call["url"]), captured, "web.archive.org", "/web")
    places = (found[0] for found in _PLACE.finditer(text) if _OWN.search(found[0]))
    found = (find_replay(memento[0]) for place in places if (memento := _MEMENTO.search(place)))
    return next((replay for replay in found if replay), None)


def undo_replay(text: str, replay: Replay) -> str:
    """Return a replayed page, or an address in it, with the addresses and the look of its own."""
    host, folder = re.escape(replay.host), re.escape(replay.folder)
    moment = _MOMENT
    if _TODAY.fullmatch(replay.host):
        # Its links begin with a time, `/20230904121110/https://…`, or a code, `/o/AbC1d/https://…`.
        host, moment = _TODAY.pattern, rf"(?:{_MOMENT}|o/\w{{3,8}})"
        text = _SITE_NAME.sub("", text, count=1)
    bars = [*_BAR.finditer(text)]
    # One alone would not say how much of the page is the bar.
    if len(bars) == 2:
        text = text[: bars[0].start()] + text[bars[1].end() :]
    # The scheme is taken with it, so that a link that the page itself had to an archive stays one.
    before = rf"(?:(?:https?:)?//{host}|(?<=[\"'(=\s,]))"
    wrapped = rf"{before}{folder}/{moment}/(?P<scheme>https?://)"
    return re.sub(wrapped, r"\g<scheme>", text)


def parse_digits(digits: str) -> PartialDate | None:
    """Read a time of capture in UTC, `20230904121110` or `2023.09.04-121110`, or None."""
    if not _MOMENT_ALONE.fullmatch(digits):
        return None
    try:
        moment = datetime.strptime(re.sub(r"\D", "", digits) + "+0000", "%Y%m%d%H%M%S%z")
    except ValueError:
        return None
    return PartialDate(moment=moment, precision=Precision.MINUTE)
