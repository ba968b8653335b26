"""MHTML: a page and its pictures as the parts of a mail (RFC 2557).

Chrome, Edge and Opera write `Snapshot-Content-Location` and `Date` above the parts; Internet
Explorer, the add-ons of Firefox and word processors leave the address with the page's own part.

The parts are told apart here and not by the `email` package, which does it by recursion, in time
that grows with the square of their number; it takes their fields apart.
"""

import binascii
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import chain

from generator.errors import SnapshotError
from generator.model import PartialDate, Precision
from generator.snapshots.members import Member
from generator.snapshots.parts import find_names, is_picture, join
from generator.urls import find_http_url

PARTS_LIMIT = 10_000
"""The most parts of a page; a front page with all its pictures has a few hundred."""

NESTING_LIMIT = 8
"""How deep parts may stand in parts; browsers write one level, mail programs up to three."""

HEADER_LIMIT = 32_768
"""The most bytes above a part, or above the file."""

FIELD_LIMIT = 2_000
"""The most characters of a field; to take a longer one apart costs the square of its length."""

_PAGES = ("text/html", "application/xhtml+xml")
_TYPE = re.compile(rb"^content-type:\s*(multipart/|text/html)", re.IGNORECASE | re.MULTILINE)
_FIELD = re.compile(rb"[!-9;-~]{2,60}:")
_MIME = re.compile(
    rb"^(?:mime-version|snapshot-content-location|content-location|content-transfer-encoding):",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER_END = re.compile(rb"\r?\n[ \t]*\r?\n")
_LINE_END = re.compile(rb"[ \t]*\r?\n")
_READ = re.compile(
    r"^(content-(?:type|location|base|id|transfer-encoding)|snapshot-content-location|date|received"
    r"|return-path|delivered-to|message-id|to):[ \t]*([^\r\n]*+(?:\r?\n[ \t]+[^\r\n]*+)*+)",
    re.IGNORECASE | re.MULTILINE,
)
_FOLD = re.compile(r"\r?\n[ \t]+")
_DELIMITER_LIMIT = 80
_DELIVERED = ("received", "return-path", "delivered-to", "message-id", "to")
"""What is written above a mail on its way."""

_PAGE_END = re.compile(rb"</html\s*>", re.IGNORECASE)
_NOT_BASE64 = bytes(set(range(256)) - set((string.ascii_letters + string.digits + "+/").encode()))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that holds no others: its header, and where its body stands in the file.

    `cut` says that the file ends before this part does.
    """

    header: Message
    start: int
    end: int
    cut: bool

    @property
    def kind(self) -> str:
        return self.header.get_content_type()


def is_mhtml(data: bytes) -> bool:
    """Say whether a file begins as MHTML or a mail does."""
    data = data[:HEADER_LIMIT].lstrip()
    if not _FIELD.match(data):
        return False
    end = _HEADER_END.search(data)
    head = data[: end.end()] if end else data
    found = _TYPE.search(head) if _FIELD.match(head) else None
    return bool(found and (found[1].lower() == b"multipart/" or _MIME.search(head)))


def read_mhtml(data: bytes) -> Member:
    """Return the page in an MHTML file, with its pictures; frames are no part of it.

    Raise SnapshotError where there is none, where the file ends within it, and for a mail.
    """
    start = len(data) - len(data.lstrip())
    header, _ = _read_header(data, start, len(data))
    parts = list(_find_parts(data, start))
    page = _find_page(parts, header)
    saved = _text(header, "Snapshot-Content-Location")
    location = _find_location(page, header) if page else ""
    if not (saved or location) and any(name in header for name in _DELIVERED):
        raise SnapshotError("a mail, not a saved page: open the article it tells of, and save that")
    if page is None:
        raise SnapshotError("MHTML without a page in it: save the page again")
    text = _cut_after_page(_decode(data, page)) if page.cut else _decode(data, page)
    captured = _parse_date(_text(header, "Date"))
    return Member(
        kind="mhtml",
        data=text,
        charset=page.header.get_content_charset(),
        url=find_http_url(saved) or find_http_url(location),
        captured=captured,
        witness="MHTML header",
        parts=_find_pictures(data, [part for part in parts if part is not page], location or saved),
        end=len(data),
    )


# ── Parts ────────────────────────────────────────────────────────────────────────────────────


def _find_parts(data: bytes, start: int) -> Iterator[_Part]:
    """Yield the parts that hold no others, in their order."""
    waiting = [(start, len(data), False, 0)]
    count = 0
    while waiting:
        start, end, cut, depth = waiting.pop()
        header, body = _read_header(data, start, end)
        if header.get_content_maintype() != "multipart":
            yield _Part(header, body, end, cut)
            continue
        if depth == NESTING_LIMIT:
            raise SnapshotError(f"its parts are nested more than {NESTING_LIMIT} deep")
        inner = [(*span, depth + 1) for span in _split(data, body, end, _get_boundary(header))]
        count += len(inner)
        if count > PARTS_LIMIT:
            raise SnapshotError(f"a page of more than {PARTS_LIMIT:,} parts")
        waiting += reversed(inner)


def _get_boundary(header: Message) -> bytes:
    boundary = header.get_boundary()
    if not boundary:
        raise SnapshotError("broken MHTML: it doesn't say what stands between its parts")
    return boundary.encode("latin-1", "replace")


def _split(data: bytes, start: int, end: int, boundary: bytes) -> list[tuple[int, int, bool]]:
    """Return where each part between delimiters (RFC 2046, 5.1.1) begins and ends, and if cut."""
    form = re.compile(re.escape(b"--" + boundary) + rb"(--)?[ \t]*(?=[\r\n]|$)")
    spans: list[tuple[int, int, bool]] = []
    begun: int | None = None
    for found in form.finditer(data, start, end):
        at = found.start()
        # Within a line it is no delimiter; the line end before one belongs to it, not to the part.
        if at and data[at - 1 : at] != b"\n":
            continue
        if begun is not None:
            spans.append(
                (begun, max(begun, at - (2 if data[at - 2 : at] == b"\r\n" else 1)), False)
            )
        begun = None if found[1] else found.end()
        if found[1] or len(spans) > PARTS_LIMIT:
            break
    if begun is not None:
        spans.append((begun, end, end == len(data)))
    return spans


def _read_header(data: bytes, start: int, end: int) -> tuple[Message, int]:
    """Return the fields of a header that are of use here, and where the body below it begins."""
    line = _LINE_END.match(data, start, end)
    start = line.end() if line else start
    # From the line end before it: a part without a header begins with its blank line.
    blank = _HEADER_END.search(data, max(start - 2, 0), min(start + HEADER_LIMIT, end))
    stop = blank.start() if blank else min(start + HEADER_LIMIT, end)
    header = Message()
    for found in _READ.finditer(data[start:stop].decode("latin-1")):
        if (name := found[1].lower()) not in header:
            header[name] = _FOLD.sub(" ", found[2])[:FIELD_LIMIT]
    return header, blank.end() if blank else end


def _text(header: Message, name: str) -> str:
    """Return a field, "" where there is none."""
    # The header was read as Latin-1, in which no byte is lost.
    return str(header.get(name) or "").strip().encode("latin-1").decode("utf-8", "replace")


# ── The page and its pictures ────────────────────────────────────────────────────────────────


def _find_page(parts: Sequence[_Part], header: Message) -> _Part | None:
    """Return the part that `start` names (RFC 2387), that of the page's address, or the first."""
    pages = [part for part in parts if part.kind in _PAGES]
    start = str(header.get_param("start") or "").strip("<> ")
    saved = _text(header, "Snapshot-Content-Location")
    named = (part for part in pages if start and _find_id(part) == start)
    saved_from = (
        part for part in pages if saved and _text(part.header, "Content-Location") == saved
    )
    text = (part for part in parts if part.kind == "text/plain")
    return next(chain(named, saved_from, pages, text), None)


def _cut_after_page(text: bytes) -> bytes:
    """Return a page without what a file that is cut off has begun below it."""
    ends = [found.end() for found in _PAGE_END.finditer(text)]
    if not ends or len(text) > ends[-1] + _DELIMITER_LIMIT:
        raise SnapshotError("the file is cut off in the middle of its page: save it again")
    return text[: ends[-1]]


def _find_id(part: _Part) -> str:
    return _text(part.header, "Content-ID").strip("<> ")


def _find_location(page: _Part, header: Message) -> str:
    """Return the address of the page's part, resolved against what stands above it."""
    base = _text(page.header, "Content-Base") or _text(header, "Content-Base")
    location = _text(page.header, "Content-Location")
    return join(base or _text(header, "Content-Location"), location) or base


def _find_pictures(data: bytes, parts: Sequence[_Part], page: str) -> Mapping[str, bytes]:
    """Return the pictures by all their names; one that the file ends in is none."""
    found: dict[str, bytes] = {}
    for part in parts:
        kind = part.kind
        if part.cut or not kind.startswith(("image/", "application/octet-stream")):
            continue
        picture = _decode(data, part)
        if is_picture(picture):
            base = _text(part.header, "Content-Base") or page
            names = [*find_names(_text(part.header, "Content-Location"), base)]
            if name := _find_id(part):
                names.append(f"cid:{name}")
            found.update((name, picture) for name in names if name not in found)
    return found


def _decode(data: bytes, part: _Part) -> bytes:
    body = data[part.start : part.end]
    match _text(part.header, "Content-Transfer-Encoding").lower():
        case "quoted-printable":
            return binascii.a2b_qp(body)
        case "base64":
            body = body.translate(None, _NOT_BASE64)
            # One digit over is what is left of a group that was cut off, and makes no byte.
            return binascii.a2b_base64(body[: len(body) - (len(body) % 4 == 1)] + b"==")
        case _:
            return body


def _parse_date(text: str) -> PartialDate | None:
    """Return the moment of a mail's `Date` (RFC 5322, 3.3); a zone of `-0000` means UTC."""
    try:
        moment = parsedate_to_datetime(text[:100])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return PartialDate(moment=moment, precision=Precision.MINUTE)
