"""Put what the browser loads into files: compressed, and named by what is in them.

A file's name is cut from the SHA-256 of its bytes before they are compressed, so it is the same
wherever it is made, and a cache can never take one content for another. The gzip frame is written
here, since the ones of the standard library differ between platforms and releases.
"""

import struct
import zlib
from pathlib import Path

from generator.files import digest_bytes

SUFFIX = ".bfs"
"""An extension of our own: hosts compress what they know, and hand this out as it is."""

_HEADER = bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
_DIGITS = 12


def name_content(content: bytes) -> str:
    """Return the name of a file with this content, without its extension."""
    return digest_bytes(content)[:_DIGITS]


def compress(content: bytes) -> bytes:
    """Return `content` as one gzip member (RFC 1952) that says nothing of time or system."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(content) + deflate.flush()
    return _HEADER + body + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)


def pack(content: bytes, folder: Path) -> str:
    """Write `content` into `folder`, compressed; return its name without the extension."""
    name = name_content(content)
    (folder / f"{name}{SUFFIX}").write_bytes(compress(content))
    return name
