"""What a record is to a reader of pages: a page, a repeat of one, a picture, or none of these."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from generator.snapshots.signatures import find_foreign, find_foreign_text, is_markup
from generator.snapshots.warc.messages import Head, parse_head
from generator.snapshots.warc.records import HEADER_LIMIT, Record, get_url
from generator.snapshots.warc.sources import Source

Role: TypeAlias = Literal["page", "repeat", "picture", "request", "moved", "piece", "other"]

TEXT_LEAST = 80
"""The fewest characters of a plain text that is a page; servers answer scripts with less."""

_NEAR = 16 * 1024
_BEGINNING = 64 * 1024
_MARKUP = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
_PAGES = (*_MARKUP, "text/plain", "")
_ASIDE_TEXT = re.compile(
    r"/(?:robots|ads|app-ads|humans|security|sellers|llms|llms-full|manifest)\.txt"
    r"|.*\.(?:js|mjs|css|json|map|vtt|srt|m3u8|csv|md|xml)",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(
    r"^(?:sec-fetch-dest:[ \t]*(?!document\b)\w|x-requested-with:[ \t]*xmlhttprequest)",
    re.IGNORECASE | re.MULTILINE,
)
"""What a browser says when it asks for a frame, a script's data, a picture: not for a page."""

_DATA = re.compile(r"\s*(?:\{|\[\s*[\"{\[\d]|function\b|var\s|window\.|/\*|//|\()")
_WHOLE = re.compile(r"<(?:!doctype|html|head|body|title|meta|h1|article)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a record holds: the payload's head, and where its body begins in the file."""

    role: Role
    head: Head
    body: int


def find_content(source: Source, record: Record) -> Content:
    """Return what `record` holds, told from its headers and those of the server."""
    kind = record.fields.get("warc-type", "").lower()
    head = _read_head(source, record, kind)
    role = _find_role(record.fields, head, kind)
    return Content(role=role, head=head, body=record.block + head.size)


def is_part_request(source: Source, record: Record) -> bool:
    """Say whether a request asked for a part of a page, by what the browser said of it."""
    size = min(record.block_end - record.block, _NEAR)
    return bool(_PART.search(source.read_at(record.block, size).decode("latin-1")))


def is_page(data: bytes, content: Content, url: str) -> bool:
    """Say whether a body is a page or a text to be read, rather than data, script or fragment."""
    if not data.strip() or find_foreign(data):
        return False
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data[:_BEGINNING].decode("utf-16" if wide else "utf-8", "replace").removeprefix("\ufeff")
    if content.head.mime == "text/plain" or not is_markup(text):
        return content.head.mime == "text/plain" and _is_text(text, url)
    return bool(_WHOLE.search(text))


def _read_head(source: Source, record: Record, kind: str) -> Head:
    size = record.block_end - record.block
    near = source.read_at(record.block, min(size, _NEAR))
    head = parse_head(near) if kind in ("response", "revisit") else None
    # It may go on behind what has been read.
    if head and head.size == len(near) < size:
        head = parse_head(source.read_at(record.block, min(size, HEADER_LIMIT)))
    if head and head.status is not None:
        return head
    # A payload as it is: its type stands in the record's own header.
    said = record.fields.get("content-type", "")
    http = said.lower().startswith("application/http")
    return Head(status=None, fields={} if http else {"content-type": said}, size=0)


def _find_role(fields: Mapping[str, str], head: Head, kind: str) -> Role:
    if kind == "request":
        return "request"
    if kind not in ("response", "resource", "conversion", "revisit", "continuation"):
        return "other"
    if not get_url(fields).lower().startswith(("http:", "https:", "file:")):
        return "other"  # What crawlers say of themselves: urn:pageinfo:…, metadata://…, dns:…
    if kind == "continuation" or "warc-segment-number" in fields:
        return "piece" if kind != "continuation" and head.mime in _PAGES else "other"
    if kind == "revisit":
        return "repeat"
    return _find_payload_role(fields, head)


def _find_payload_role(fields: Mapping[str, str], head: Head) -> Role:
    status = head.status or 200
    if 300 <= status < 400 and "location" in head.fields:
        return "moved"
    if not 200 <= status < 300:
        return "other"
    if head.mime.startswith("image/") and "svg" not in head.mime:
        return "picture"
    asked = fields.get("warc-resource-type", "document").lower()
    return "page" if head.mime in _PAGES and asked in ("document", "page") else "other"


def _is_text(text: str, url: str) -> bool:
    """Say whether a plain text is written to be read: few that servers send are."""
    data = len(text.strip()) < TEXT_LEAST or _DATA.match(text) or find_foreign_text(text)
    return not (data or _ASIDE_TEXT.fullmatch(urlsplit(url).path))
