"""Put what the browser loads into files, compressed so that all machines write the same frame.

The gzip frame is written here, since the ones of the standard library differ between platforms and
releases. Deflate may differ as well, so names are cut from content before it is compressed.
"""

import hashlib
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from generator.files import digest_bytes

SUFFIX = ".bfs"
"""An extension of our own: hosts compress what they know, and hand this out as it is."""

_DIGITS = 12


def name_content(content: bytes) -> str:
    """Return the name of a file with this content, without its extension."""
    return digest_bytes(content)[:_DIGITS]


def compress(*pieces: bytes, preset: bytes = b"", strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    """Return `pieces`, joined, as one gzip member (RFC 1952) without the ten bytes of its header.

    These are the same for all, and say nothing of time or system. Each piece is coded by what is
    frequent in it, so pieces should be of one kind each. What repeats of `preset`, below 65,536
    bytes, is not written again: readers put it before, as `store` returns it.
    """
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, strategy=strategy, zdict=preset)
    body = bytearray()
    check, length = zlib.crc32(preset), len(preset)
    for piece in filter(None, pieces):
        if length > len(preset):
            # Here a new block begins, with its own codes; other flushes add an empty one besides.
            body += deflate.flush(zlib.Z_BLOCK)
        body += deflate.compress(piece)
        check = zlib.crc32(piece, check)
        length += len(piece)
    body += deflate.flush()
    return bytes(body) + struct.pack("<II", check, length & 0xFFFFFFFF)


def store(preset: bytes) -> bytes:
    """Return what readers put before a file: `preset` as a block of deflate that is stored."""
    return struct.pack("<BHH", 0, len(preset), len(preset) ^ 0xFFFF) + preset


def pack(content: bytes, folder: Path) -> str:
    """Write `content` into `folder`, compressed; return its name without the extension."""
    name = name_content(content)
    # What does not repeat, as the lengths of stories, is shorter if no repeats are looked for.
    packed = min(compress(content), compress(content, strategy=zlib.Z_HUFFMAN_ONLY), key=len)
    (folder / f"{name}{SUFFIX}").write_bytes(packed)
    return name


class Packer:
    """Write files of a part into its folder, under short names of their own.

    After each, `let_go` is called, which may drop from memory what a file was made of.
    """

    def __init__(self, folder: Path, let_go: Callable[[], None] = lambda: None) -> None:
        self._folder = folder
        self.let_go = let_go
        self._digest = hashlib.sha256()

    def add(self, name: str, *pieces: bytes, preset: bytes = b"") -> None:
        """Write a file; `name` has no extension."""
        length = sum(map(len, pieces))
        self._digest.update(f"{name} {length} {len(preset)}\n".encode())
        for piece in (preset, *pieces):
            self._digest.update(piece)
        (self._folder / f"{name}{SUFFIX}").write_bytes(compress(*pieces, preset=preset))
        self.let_go()

    @property
    def name(self) -> str:
        """A name that stands for all that was written."""
        return self._digest.hexdigest()[:_DIGITS]
