"""Note beside an index what wrote it, which parts it has, and what their files add up to."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.errors import BackfileError
from generator.files import write_text

VERSION = 2
"""Grows when the analysis, the fields or what is stored changes: older indexes are not read."""

MARK = "backfile.json"

_BLOCK = 1 << 20
"""How many bytes are looked at at once."""


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """A part by its digest, and what its files add up to."""

    digest: str
    size: int
    sum: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What an index is: which of Whoosh's lists of segments it goes by, its languages, its parts.

    The first language is the archive's.
    """

    generation: int
    languages: tuple[str, ...]
    parts: tuple[MarkedPart, ...]


def write_mark(folder: Path, mark: Mark) -> None:
    """Write the mark of the index in `folder`, in one step."""
    write_text(folder / MARK, json.dumps({"version": VERSION, **asdict(mark)}))


def read_mark(folder: Path) -> Mark:
    """Return the mark of the index in `folder`; raise BackfileError where there is none."""
    try:
        said = json.loads((folder / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise BackfileError("there is no search index yet (run `backfile build`)", folder) from None
    if not isinstance(said, dict) or said.pop("version", None) != VERSION:
        raise BackfileError("the search index is of another version (run `backfile build`)", folder)
    try:
        parts = tuple(MarkedPart(**part) for part in said["parts"])
        return Mark(int(said["generation"]), tuple(map(str, said["languages"])), parts)
    except (KeyError, TypeError, ValueError):
        raise BackfileError("the search index is damaged (run `backfile build`)", folder) from None


def measure_part(digest: str, files: Iterable[Path]) -> MarkedPart:
    """Return what a part's files add up to: their sizes, and a checksum over names and bytes."""
    size = check = 0
    for path in sorted(files):
        check = zlib.crc32(path.name.encode(), check)
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                size += len(block)
                check = zlib.crc32(block, check)
    return MarkedPart(digest, size, check)
