"""A file of many pages cut into portions, so that one of any size is read bit by bit.

What is cut here is only a list. Each portion is then read on its own, by any worker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.snapshots.many import Listed, list_file

PAGES_LIMIT = 50
BYTES_LIMIT = 16 << 20
"""The most pages of a portion, and their most bytes, unless one page has more."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some pages of a file that are read in one go: the number of the first, and their names."""

    start: int
    names: tuple[str | None, ...]


def plan_portions(path: Path) -> tuple[Portion, ...] | None:
    """Return the portions of a file of many pages, None for any other file.

    Raise SnapshotError where the file can't be read.
    """
    listed = list_file(path)
    return None if listed is None else tuple(_cut(listed))


def _cut(listed: Sequence[Listed]) -> Iterator[Portion]:
    start = weight = 0
    for number, (_, size) in enumerate(listed):
        full = number - start == PAGES_LIMIT or weight + size > BYTES_LIMIT
        if full and number > start:
            yield _join(listed, start, number)
            start, weight = number, 0
        weight += size
    if listed:
        yield _join(listed, start, len(listed))


def _join(listed: Sequence[Listed], start: int, end: int) -> Portion:
    return Portion(start, tuple(each.name for each in listed[start:end]))
