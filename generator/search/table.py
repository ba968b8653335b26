"""Lay the words of all fields of a part in one row, as they are exported."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.postings import FieldPostings
from generator.search.schema import FIELD_NAMES

PLACELESS = 1 << len(FIELD_NAMES)
"""Said of a word among its fields: it has no places, so no phrase finds it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field's postings; `rows` are the numbers of its words in the table, rising."""

    postings: FieldPostings
    rows: NDArray[np.int64]

    def find_words(self, first: int, end: int) -> slice:
        """Return which of the words are in the rows of the table from `first` to before `end`."""
        start, stop = np.searchsorted(self.rows, [first, end])
        return slice(int(start), int(stop))

    def find_postings(self, words: slice) -> slice:
        """Return which of the field's postings are those of `words`."""
        starts = self.postings.starts
        return slice(int(starts[words.start]), int(starts[words.stop]))


@dataclass(frozen=True, slots=True)
class Table:
    """All words of a part in the order of their UTF-8 bytes, and its fields, in their order.

    `present` has for each word a bit for each field that has it, and `PLACELESS`.
    """

    documents: int
    words: list[str]
    present: NDArray[np.uint8]
    columns: tuple[Column, ...]


def make_table(documents: int, fields: Mapping[str, FieldPostings]) -> Table:
    """Return the table of a part with so many documents; fields without words may be left out."""
    words = sorted({word for field in fields.values() for word in field.terms}, key=str.encode)
    rows = {word: row for row, word in enumerate(words)}
    present = np.zeros(len(words), np.uint8)
    columns = []
    for number, name in enumerate(FIELD_NAMES):
        if name not in fields:
            continue
        field = fields[name]
        mine = np.array([rows[word] for word in field.terms], np.int64)
        columns.append(Column(field, mine))
        present[mine] |= 1 << number
        present[mine[_lacks_places(field)]] |= PLACELESS
    return Table(documents, words, present, tuple(columns))


def _lacks_places(field: FieldPostings) -> NDArray[np.bool_]:
    """Tell of each word whether the field's places are not those of each time that it is there."""
    odd = np.flatnonzero(np.diff(field.place_starts) != field.counts)
    before = np.searchsorted(odd, field.starts)
    return before[1:] > before[:-1]
