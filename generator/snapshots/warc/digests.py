"""Whether a record still has the bytes that were archived, by the digests in its header.

`WARC-Payload-Digest` and `WARC-Block-Digest` are a name and a value, `sha1:3I42H3S6…` (ISO 28500,
5.8 and 5.9). Writers differ in what they take for the payload: what was sent, or that without its
chunks, or unpacked. So a record is whole if any of its digests is that of any of these.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator

from generator.snapshots.warc.messages import join_chunks
from generator.snapshots.warc.records import Record

CHANGED = (
    "its bytes are not those that were archived, by the digest in its record:"
    " look for another copy (or keep it as it is, with --keep)"
)
"""What is said of a page whose digests all say otherwise."""

_ALGORITHMS = frozenset(["md5", "sha1", "sha224", "sha256", "sha384", "sha512"])


def is_changed(
    record: Record, sent: bytes, unpacked: bytes, read_block: Callable[[], bytes]
) -> bool:
    """Say whether a record has digests, and none of them is right.

    `sent` is its payload as it stands, and `unpacked` the page that it came to; the whole block is
    read only where those don't settle it. A digest made in a way that we don't know says nothing.
    """
    payload = _parse(record.fields.get("warc-payload-digest", ""))
    if payload and any(_make(payload[0], form) == payload[1] for form in _forms(sent, unpacked)):
        return False
    block = _parse(record.fields.get("warc-block-digest", ""))
    if block and _make(block[0], read_block()) == block[1]:
        return False
    return bool(payload or block)


def _forms(sent: bytes, unpacked: bytes) -> Iterator[bytes]:
    yield sent
    yield unpacked
    yield join_chunks(sent)


def _make(algorithm: str, data: bytes) -> bytes:
    # Systems held to FIPS 140 give out MD5 and SHA-1 only for uses like this one.
    return hashlib.new(algorithm, data, usedforsecurity=False).digest()


def _parse(said: str) -> tuple[str, bytes] | None:
    """Return the algorithm and the digest that a field says, in base 32 or 16."""
    name, _, value = said.partition(":")
    algorithm = name.strip().lower().replace("-", "")
    if algorithm not in _ALGORITHMS:
        return None
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    value = value.strip()
    try:
        if len(value) == 2 * size:
            return algorithm, bytes.fromhex(value)
        # Most writers leave out the padding, without which base 32 is not read (RFC 4648, 6).
        digest = base64.b32decode(value.upper() + "=" * (-len(value) % 8))
    except (ValueError, binascii.Error):
        return None
    return (algorithm, digest) if len(digest) == size else None
