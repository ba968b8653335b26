"""What a server sent: its status, its headers, and the body as a browser would have it.

HTTP/1.1 is RFC 9112, content codings are RFC 9110, 8.4.1. Many an archive keeps a body unpacked
under the headers that it was sent with, so that a coding holds only where the bytes bear it out.
"""

import re
import sys
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import brotli

from generator.errors import SnapshotError
from generator.snapshots.warc.records import decode_field, parse_fields
from generator.snapshots.warc.sources import GZIP

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor, ZstdError
else:
    from backports.zstd import ZstdDecompressor, ZstdError

BODY_LIMIT = 64 * 1024 * 1024
"""The most bytes of a body, packed or unpacked."""

CODINGS_LIMIT = 4
"""How many times a body may be packed."""

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", re.IGNORECASE)
_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a message: `size` bytes. Without one, `status` is None and `size` is 0."""

    status: int | None
    fields: Mapping[str, str]
    size: int

    @property
    def mime(self) -> str:
        """Return the type of the body in lower case, without its parameters."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """Return the encoding that the transport names."""
        found = _CHARSET.search(self.fields.get("content-type", ""))
        return found[1] if found else None


def parse_head(block: bytes) -> Head:
    """Return the head of the message `block`, or of its beginning."""
    status = _STATUS.match(block)
    if not status:
        return Head(status=None, fields={}, size=0)
    end = _HEAD_END.search(block)
    size = end.end() if end else len(block)
    return Head(status=int(status[1]), fields=parse_fields(decode_field(block[:size])), size=size)


def decode_body(body: bytes, head: Head) -> bytes:
    """Return `body` without its transfer and content codings.

    Raise SnapshotError where it is damaged, or unpacks to more than `BODY_LIMIT`.
    """
    if "chunked" in head.fields.get("transfer-encoding", "").lower():
        body = join_chunks(body)
    named = head.fields.get("content-encoding", "").lower().split(",")[:CODINGS_LIMIT]
    # What was done last is listed last (RFC 9110, 8.4), and undone first.
    for coding in reversed(named):
        body = _CODINGS.get(coding.strip(), _keep)(body)
    for _ in range(CODINGS_LIMIT):  # Packed once more than was said.
        body = _unpack_gzip(body)
    return body


def join_chunks(body: bytes) -> bytes:
    """Return the data of the chunks, and whatever follows the last that is one, as it stands."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if body.startswith(b"\r\n", at) else body.startswith(b"\n", at)
    return b"".join([*parts, body[at:]])


# ── Content codings ──────────────────────────────────────────────────────────────────────────


def _keep(body: bytes) -> bytes:
    return body


def _unpack_gzip(body: bytes) -> bytes:
    if not body.startswith(GZIP):
        return body
    return _inflate(body, 16 + zlib.MAX_WBITS, "gzip")


def _unpack_deflate(body: bytes) -> bytes:
    """Unpack zlib data, or the raw deflate data that some servers take it for."""
    # The first two bytes of zlib data are a multiple of 31 (RFC 1950, 2.2).
    if body[:1] and body[0] & 0x0F == 8 and int.from_bytes(body[:2], "big") % 31 == 0:
        return _inflate(body, zlib.MAX_WBITS, "deflate")
    return body if _is_text(body) else _inflate(body, -zlib.MAX_WBITS, "deflate")


def _inflate(body: bytes, bits: int, name: str) -> bytes:
    """Return what `body` unpacks to; all that there is, where it was cut off."""
    try:
        decoder = zlib.decompressobj(bits)
        return _check(decoder.decompress(body, BODY_LIMIT + 1))
    except zlib.error as error:
        raise SnapshotError(f"its {name} is damaged") from error


def _unpack_brotli(body: bytes) -> bytes:
    if _is_text(body):
        return body
    decoder = brotli.Decompressor()
    data = bytearray()
    try:
        # Bit by bit, since only a piece has a limit, and a few bytes may hold gigabytes.
        data += decoder.process(body, output_buffer_limit=_PIECE)
        while len(data) <= BODY_LIMIT and not decoder.can_accept_more_data():
            piece = decoder.process(b"", output_buffer_limit=_PIECE)
            data += piece
            if not piece:
                break
    except brotli.error as error:
        raise SnapshotError("its brotli is damaged") from error
    return _check(bytes(data))


def _unpack_zstd(body: bytes) -> bytes:
    if not body.startswith(b"\x28\xb5\x2f\xfd"):
        return body
    try:
        return _check(ZstdDecompressor().decompress(body, BODY_LIMIT + 1))
    except ZstdError as error:
        raise SnapshotError("its zstd is damaged") from error


def _check(data: bytes) -> bytes:
    if len(data) > BODY_LIMIT:
        raise SnapshotError(f"it unpacks to more than {BODY_LIMIT // 2**20} MB")
    return data


def _is_text(body: bytes) -> bool:
    """Say whether a body was kept unpacked: what is packed has controls within a few bytes."""
    return not re.search(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", body[:256]) and bool(
        re.match(rb"(?:\xef\xbb\xbf)?\s*[<\w{\[]", body)
    )


_CODINGS: Mapping[str, Callable[[bytes], bytes]] = {
    "gzip": _unpack_gzip,
    "x-gzip": _unpack_gzip,
    "deflate": _unpack_deflate,
    "br": _unpack_brotli,
    "zstd": _unpack_zstd,
}
