"""Lay the words of all fields of a part in one row, as they are exported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import Numbers
from generator.search.postings import FieldPostings
from generator.search.schema import FIELD_NAMES

PLACELESS = 1 << len(FIELD_NAMES)
"""Said of a word among its fields: it has no places, so no phrase finds it."""


_BATCH = 1 << 18
"""How many postings are looked at at once."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field's postings; `rows` are the numbers of its words in the table, rising.

    `wholes` says of how many documents those of each word are picked.
    """

    postings: FieldPostings
    rows: Numbers
    wholes: Numbers

    def find_words(self, rows: Numbers) -> Numbers:
        """Return which of the field's words are in these rows of the table, both rising."""
        places = np.searchsorted(self.rows, rows)
        inside = places < len(self.rows)
        words = places[inside]
        mine: Numbers = words[self.rows[words] == rows[inside]]
        return mine

    def find_postings(self, words: Numbers) -> tuple[Numbers, Numbers]:
        """Return how many postings each of `words` has, and which of the field's those are."""
        return gather(self.postings.starts, words)


@dataclass(frozen=True, slots=True)
class Table:
    """All words of a part in the order of their UTF-8 bytes, and its fields, in their order.

    `present` has for each word a bit for each field that has it, and `PLACELESS`. The words may be
    pairs, whose documents are numbered among those that have both words.
    """

    documents: int
    paired: bool
    words: list[str]
    present: NDArray[np.uint8]
    columns: tuple[Column, ...]


def make_table(
    documents: int,
    fields: Mapping[str, FieldPostings],
    wholes: Mapping[str, Numbers] | None = None,
    let_go: Callable[[], None] = lambda: None,
) -> Table:
    """Return the table of a part with so many documents; fields without words may be left out.

    Pairs are given with `wholes`: of each, how many documents have both words. `let_go` is called
    whenever some of the postings have been read.
    """
    words = sorted({word for field in fields.values() for word in field.terms}, key=str.encode)
    rows = {word: row for row, word in enumerate(words)}
    present = np.zeros(len(words), np.uint8)
    columns = []
    for number, name in enumerate(FIELD_NAMES):
        if name not in fields:
            continue
        field = fields[name]
        mine = np.array([rows[word] for word in field.terms], np.int64)
        all_ = np.full(len(mine), documents, np.int64)
        columns.append(Column(field, mine, wholes[name] if wholes else all_))
        present[mine] |= 1 << number
        present[mine[_lacks_places(field, let_go)]] |= PLACELESS
    return Table(documents, wholes is not None, words, present, tuple(columns))


def gather(starts: NDArray[np.integer[Any]], chosen: Numbers) -> tuple[Numbers, Numbers]:
    """Return how many items the chosen ones of some rows have, and which these are, row by row.

    Row i has the items from `starts[i]` to before `starts[i + 1]`.
    """
    firsts = starts[chosen].astype(np.int64)
    having = starts[chosen + 1].astype(np.int64) - firsts
    shifts = firsts - (np.cumsum(having) - having)
    return having, np.repeat(shifts, having) + np.arange(int(having.sum()))


def _lacks_places(field: FieldPostings, let_go: Callable[[], None]) -> NDArray[np.bool_]:
    """Tell of each word whether the field's places are not those of each time that it is there."""
    odd = [np.zeros(0, np.int64)]
    for first in range(0, len(field.counts), _BATCH):
        end = min(first + _BATCH, len(field.counts))
        sizes = np.diff(field.place_starts[first : end + 1])
        odd.append(np.flatnonzero(sizes != field.counts[first:end]) + first)
        let_go()
    before = np.searchsorted(np.concatenate(odd), field.starts)
    return before[1:] > before[:-1]
