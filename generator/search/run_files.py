"""Keep runs of stories, turned inside out, in files of plain numbers and words.

A file is a checksum (CRC-32, 4 bytes), the length of its head (4 bytes), its head in JSON, and its
pieces, each filled up to whole eights of bytes: numbers as numpy has them, words as lines.
"""

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from generator.search.arrays import shrink, sum_before
from generator.search.postings import FieldPostings, Inverted
from generator.search.schema import FIELD_NAMES

_FRONT = struct.Struct("<II")
_UNIT = 8
_WORDS = "words"


def write_run(path: Path, run: Inverted) -> None:
    """Write a run to a file, which has its name when it is whole."""
    described: list[tuple[str, int]] = []
    pieces = []
    for kind, piece in _list_pieces(run):
        described.append((kind, len(piece)))
        pieces += [piece, bytes(-len(piece) % _UNIT)]
    head = json.dumps({"documents": run.documents, "pieces": described}).encode()
    body = b"".join([head, bytes(-len(head) % _UNIT), *pieces])
    part = path.with_suffix(".part")
    part.write_bytes(_FRONT.pack(zlib.crc32(body), len(head)) + body)
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


def read_run(path: Path) -> Inverted:
    """Return the run in a file that is whole."""
    content = path.read_bytes()
    _, length = _FRONT.unpack_from(content)
    head = json.loads(content[_FRONT.size : _FRONT.size + length])
    pieces = _read_pieces(content, _FRONT.size + length + -length % _UNIT, head["pieces"])
    fields = {name: _read_field(pieces) for name in FIELD_NAMES}
    return Inverted(head["documents"], fields, next(pieces), next(pieces))


def _list_pieces(run: Inverted) -> Iterator[tuple[str, bytes]]:
    """Yield what a run consists of, piece by piece: what it is, and its bytes."""
    for name in FIELD_NAMES:
        field = run.fields[name]
        yield _WORDS, _join(field.terms)
        for numbers in (
            *(shrink(np.diff(field.starts)), field.documents, field.counts),
            *(shrink(np.diff(field.place_starts)), field.places, field.lengths),
        ):
            yield numbers.dtype.str, numbers.tobytes()
    yield _WORDS, _join(run.forms)
    yield run.form_counts.dtype.str, run.form_counts.tobytes()


def _join(words: Sequence[str]) -> bytes:
    # No word has a line's end in it.
    return "".join(f"{word}\n" for word in words).encode()


def _read_pieces(content: bytes, start: int, described: list[tuple[str, int]]) -> Iterator[Any]:
    for kind, size in described:
        if kind == _WORDS:
            yield tuple(content[start : start + size].decode().split("\n")[:-1])
        else:
            dtype = np.dtype(kind)
            yield np.frombuffer(content, dtype, size // dtype.itemsize, start)
        start += size + -size % _UNIT


def _read_field(pieces: Iterator[Any]) -> FieldPostings:
    terms, having, documents, counts, sizes, places, lengths = (next(pieces) for _ in range(7))
    return FieldPostings(
        terms=terms,
        starts=sum_before(having),
        documents=documents,
        counts=counts,
        place_starts=shrink(sum_before(sizes)),
        places=places,
        lengths=lengths,
    )
