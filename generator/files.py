"""Whole files or none: every byte that Backfile keeps is written through here."""

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

UNFINISHED = (".backfile-", ".part")
"""How the name of a file begins and ends while it is being written."""

_OF_WINDOWS = frozenset({"Thumbs.db", "desktop.ini"})


def is_litter(name: str) -> bool:
    """Tell whether a file of this name is hidden, or what Windows leaves in folders."""
    return name.startswith(".") or name in _OF_WINDOWS


def digest_bytes(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_file(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal, read in blocks."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _open_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside `path` that is synced and takes its name at the end, or leaves nothing.

    POSIX `rename` replaces a file in one step. The folder is made where it is missing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    prefix, suffix = UNFINISHED
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=suffix)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            # Before the rename: else a power cut can leave the new name without the bytes.
            os.fsync(file.fileno())
        # `mkstemp` makes files that only their owner can read; the site is for others' servers too.
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def write_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a crash leaves the old file or the new one, never a part."""
    with _open_whole(path) as file:
        file.write(data)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file with its time, whole or not at all."""
    with source.open("rb") as old, _open_whole(target) as new:
        shutil.copyfileobj(old, new)
        # What is still in the buffer would be written after the time is set, and change it.
        new.flush()
        modified = os.fstat(old.fileno()).st_mtime_ns
        os.utime(new.fileno(), ns=(modified, modified))


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with LF line ends, whole or not at all."""
    write_file(path, text.encode("utf-8"))


def sweep_unfinished(folders: Iterable[Path]) -> None:
    """Remove what a crash left of files that were being written, in `folders` and below."""
    prefix, suffix = UNFINISHED
    for folder in folders:
        for left in folder.rglob(f"{prefix}*{suffix}"):
            left.unlink(missing_ok=True)
