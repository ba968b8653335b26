"""Keep runs of stories, turned inside out, in files of plain numbers and words.

A file is a checksum (CRC-32, 4 bytes), the length of its head (4 bytes), its head in JSON, and its
pieces, each filled up to whole eights of bytes: numbers as numpy has them, words as lines.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from generator.search.postings import FieldPostings, Inverted
from generator.search.schema import FIELD_NAMES

_FRONT = struct.Struct("<II")
_UNIT = 8
_WORDS = "words"


def write_run(path: Path, run: Inverted) -> None:
    """Write a run to a file, which has its name when it is whole."""
    pieces = list(_list_pieces(run))
    described = [(kind, memoryview(piece).nbytes) for kind, piece in pieces]
    head = json.dumps({"documents": run.documents, "pieces": described}).encode()
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(bytes(_FRONT.size))
        check = 0
        for piece in chain([head], (piece for _, piece in pieces)):
            for one in (piece, bytes(-memoryview(piece).nbytes % _UNIT)):
                file.write(one)
                check = zlib.crc32(one, check)
        file.seek(0)
        file.write(_FRONT.pack(check, len(head)))
    # Not synced: what a crash spoils fails its checksum, and is made again from the stories.
    part.replace(path)


def is_whole(path: Path) -> bool:
    """Tell whether a file is as it was written."""
    try:
        content = memoryview(path.read_bytes())
    except OSError:
        return False
    return len(content) > _FRONT.size and _FRONT.unpack_from(content)[0] == zlib.crc32(
        content[_FRONT.size :]
    )


def read_run(path: Path, *, words: bool = True) -> Inverted:
    """Return the run in a file that is whole; it has no words where they aren't wanted."""
    return _read(path.read_bytes(), words=words)


class Mapped(NamedTuple):
    """A run whose numbers stay in its file until they are looked at.

    `let_go` drops from memory what has been looked at; it comes again when it is needed.
    """

    run: Inverted
    let_go: Callable[[], None]


def map_run(path: Path) -> Mapped:
    """Return the run in a file that is whole, and stays there."""
    with path.open("rb") as file:
        content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def let_go() -> None:
        if hasattr(mmap, "MADV_DONTNEED"):
            content.madvise(mmap.MADV_DONTNEED)

    return Mapped(_read(content), let_go)


def _read(content: bytes | mmap.mmap, *, words: bool = True) -> Inverted:
    _, length = _FRONT.unpack_from(content)
    head = json.loads(content[_FRONT.size : _FRONT.size + length])
    start = _FRONT.size + length + -length % _UNIT
    pieces = _read_pieces(content, start, head["pieces"], words=words)
    # They come in the order in which they are listed.
    fields = {name: FieldPostings(*(next(pieces) for _ in range(7))) for name in FIELD_NAMES}
    return Inverted(head["documents"], fields, next(pieces), next(pieces))


def _list_pieces(run: Inverted) -> Iterator[tuple[str, Any]]:
    """Yield what a run consists of, piece by piece: what it is, and its bytes."""
    for name in FIELD_NAMES:
        field = run.fields[name]
        yield _WORDS, _join(field.terms)
        for numbers in (
            *(field.starts, field.documents, field.counts),
            *(field.place_starts, field.places, field.lengths),
        ):
            yield numbers.dtype.str, np.ascontiguousarray(numbers)
    yield _WORDS, _join(run.forms)
    yield run.form_counts.dtype.str, run.form_counts


def _join(words: Sequence[str]) -> bytes:
    # No word has a line's end in it.
    return "\n".join((*words, "")).encode()


def _read_pieces(
    content: bytes | mmap.mmap, start: int, described: list[tuple[str, int]], *, words: bool
) -> Iterator[Any]:
    for kind, size in described:
        if kind == _WORDS:
            text = content[start : start + size].decode() if words else ""
            yield tuple(text.split("\n")[:-1])
        else:
            dtype = np.dtype(kind)
            yield np.frombuffer(content, dtype, size // dtype.itemsize, start)
        start += size + -size % _UNIT
