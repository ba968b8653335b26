"""Files of many pages, which may be of any size and are read in place: zip, WARC, ARC, WACZ."""

import os
import zlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import BinaryIO, NamedTuple

from generator.errors import SnapshotError
from generator.snapshots.warc import Archive, is_warc, open_wacz, open_warc
from generator.snapshots.warc.sources import GZIP
from generator.snapshots.zipped import Zip, open_zip

HEAD = 4_096
"""The bytes that tell what a file in a zip file is."""

ZIP = (b"PK\3\4", b"PK\5\6")


class Listed(NamedTuple):
    """What may be a page in a file: its name, if that is known yet, and its bytes."""

    name: str | None
    size: int


def open_plain(path: Path) -> BinaryIO:
    """Open a regular file; raise SnapshotError for what is none.

    No pipe is waited for, and no link followed that leads elsewhere.
    """
    try:
        status = path.lstat()
        if S_ISLNK(status.st_mode):
            if not path.resolve().is_relative_to(path.parent.resolve()):
                raise SnapshotError("a link that leads elsewhere: copy the file itself")
            status = path.stat()
        if not S_ISREG(status.st_mode):
            raise SnapshotError("no file but a folder, a pipe or a device")
        # A pipe may have come in its place since, and would be waited for.
        return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb")
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        raise SnapshotError(
            f"it can't be read ({getattr(error, 'strerror', None) or error})"
        ) from error


def find_many(path: Path, file: BinaryIO, head: bytes) -> Zip | Archive | None:
    """Return what a file is that holds many pages and is read in place, None for any other."""
    if head.startswith(ZIP):
        box = _open_known_zip(path, *_stamp(file))
        return open_wacz(path) if box.is_wacz else box
    if head.startswith(GZIP):
        with suppress(zlib.error):
            head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, HEAD)
    return open_warc(path) if is_warc(head) else None


def _stamp(file: BinaryIO) -> tuple[int, int]:
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns


@lru_cache(maxsize=1)
def _open_known_zip(path: Path, _size: int, _modified: int) -> Zip:
    """Return a zip file that stays open, since its directory is long to read for each portion."""
    return open_zip(path.open("rb"))


def list_file(path: Path) -> list[Listed] | None:
    """Return what there is in a file of many pages, in order: what begins with each `end`.

    Return None for a file of another kind; raise SnapshotError where it can't be read.
    """
    with open_plain(path) as file:
        archive = find_many(path, file, file.read(HEAD))
    if archive is None:
        return None
    if isinstance(archive, Zip):
        listed = [Listed(entry.name, entry.info.file_size) for entry in archive.pages]
        # Of a torn file the last item tells just that.
        return listed + [Listed(None, 0)] * archive.is_torn
    return [Listed(None, 0)] * len(archive)
