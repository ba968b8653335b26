"""A file read into the snapshot that it holds, or the reason why it holds none."""

import io
import os
import zlib
from datetime import UTC, datetime
from gzip import GzipFile
from pathlib import Path

from generator.errors import SnapshotError
from generator.files import digest_bytes, digest_file
from generator.model import Evidence, PartialDate, Precision, Quarantine, Snapshot
from generator.snapshots.encodings import decode
from generator.snapshots.notes import SavingNote, find_note
from generator.snapshots.replays import undo_replay
from generator.snapshots.resources import find_resources
from generator.snapshots.shelf import SIDECAR, Said
from generator.snapshots.sidecars import parse_sidecar
from generator.snapshots.signatures import find_foreign, find_foreign_text, is_markup

FILE_LIMIT = 64 * 1024 * 1024
"""The most bytes of a file, packed or unpacked; a page with all its pictures has a tenth."""

TEXT_LIMIT = 4 * 1024 * 1024
"""The most characters of a pasted text, which is some hundred times what a page says."""

NESTING_LIMIT = 3
"""How many times one file may be gzipped."""

SIDECAR_LIMIT = 64 * 1024
"""The most bytes that may be said of a snapshot beside it."""

_GZIP = b"\x1f\x8b\x08"


def read_snapshots(path: Path, name: str) -> tuple[Snapshot | Quarantine, ...]:
    """Return the snapshots in the file `path`, reported as `name`, or why there is none.

    Kinds are told from the bytes. Nothing is raised for bad input: a file that can't be used ends
    as a Quarantine, with a reason in words for its owner.
    """
    digest = None
    try:
        data = _read_bytes(path, FILE_LIMIT)
        digest = digest_bytes(data) if len(data) <= FILE_LIMIT else digest_file(path)
        return (_read_page(data, path, name, digest),)
    except SnapshotError as error:
        return (Quarantine(path=name, digest=digest, reason=str(error)),)


def _read_page(data: bytes, path: Path, name: str, digest: str) -> Snapshot:
    text = decode(_unpack(data))
    markup = is_markup(text)
    _check_text(text, markup=markup)
    note = find_note(text) if markup else SavingNote(kind="text")
    text = undo_replay(text, note.replay) if note.replay else text
    said = _read_sidecar(path)
    captured = said.captured or note.captured or _find_file_time(path)
    return Snapshot(
        path=name,
        digest=digest,
        kind=note.kind,
        text=text,
        url=said.url or note.url,
        captured=captured,
        source=said.source,
        resources=find_resources(text, path) if markup else (),
        evidence=_find_evidence(said, note, dated=captured is not None),
    )


# ── Bytes ────────────────────────────────────────────────────────────────────────────────────


def _read_bytes(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file, or the first of those over `limit`.

    No pipe is waited for, and no link followed that leads elsewhere.
    """
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve()):
            raise SnapshotError("a link that leads elsewhere: copy the file itself")
        if path.exists() and not path.is_file():
            raise SnapshotError("no file but a folder, a pipe or a device")
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            # Room is made for as much as is asked for: no more than there is, and a byte.
            return file.read(min(limit, os.fstat(file.fileno()).st_size) + 1)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, up to Python 3.12
        raise SnapshotError(
            f"it can't be read ({getattr(error, 'strerror', None) or error})"
        ) from error


def _check_size(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise SnapshotError(f"too large: more than {limit // 2**20} MB")
    return data


def _unpack(data: bytes) -> bytes:
    """Return what was gzipped, counting the bytes that come out: 2 kB can hold a gigabyte."""
    data = _check_size(data, FILE_LIMIT)
    for _ in range(NESTING_LIMIT):
        if not data.startswith(_GZIP):
            break
        try:
            with GzipFile(fileobj=io.BytesIO(data)) as packed:
                data = _check_size(packed.read(FILE_LIMIT + 1), FILE_LIMIT)
        except (OSError, EOFError, zlib.error) as error:
            raise SnapshotError("its gzip is damaged or cut off") from error
    if data.startswith(_GZIP):
        raise SnapshotError(f"gzipped more than {NESTING_LIMIT} times")
    if what := find_foreign(data):
        raise SnapshotError(what)
    return data


# ── Characters ───────────────────────────────────────────────────────────────────────────────


def _check_text(text: str, *, markup: bool) -> None:
    """Raise SnapshotError for what nobody wrote to be read."""
    if not text.strip():
        raise SnapshotError("empty")
    if what := find_foreign_text(text):
        raise SnapshotError(what)
    if not markup and len(text) > TEXT_LIMIT:
        raise SnapshotError("too large: a text of more than 4 million characters")


# ── When, and from where ─────────────────────────────────────────────────────────────────────


def _read_sidecar(path: Path) -> Said:
    sidecar = path.with_name(path.name + SIDECAR)
    if not os.path.lexists(sidecar):
        return Said()
    data = _read_bytes(sidecar, SIDECAR_LIMIT)
    if len(data) > SIDECAR_LIMIT:
        raise SnapshotError("what is said of it beside it is too long")
    return parse_sidecar(data)


def _find_file_time(path: Path) -> PartialDate | None:
    """Return when the file was last written, which is when it was saved, if nobody touched it."""
    try:
        moment = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    except (OSError, ValueError, OverflowError):
        return None
    return PartialDate(moment=moment, precision=Precision.MINUTE)


def _find_evidence(said: Said, note: SavingNote, *, dated: bool) -> tuple[Evidence, ...]:
    """Return how it is known when a page was saved, from where, and whose it is."""
    witnesses: dict[str, str | None] = {
        "captured": "file time" if dated else None,
        "source": "sidecar" if said.source else None,
        "url": "sidecar" if said.url else note.witness if note.url else None,
    }
    if said.captured:
        witnesses["captured"] = said.captured_by or "sidecar"
    elif note.captured:
        witnesses["captured"] = note.witness
    return tuple(Evidence(field=name, witness=found) for name, found in witnesses.items() if found)
