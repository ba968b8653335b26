"""Number the documents of a pair among those that have both of its words.

Whoever looks for a pair knows who has its words, and of these documents a pair is in many: so which
they are takes a few bits for each.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import Numbers
from generator.search.postings import FieldPostings


def narrow_pairs(
    documents: int,
    pairs: Mapping[str, FieldPostings],
    fields: Mapping[str, FieldPostings],
    let_go: Callable[[], None] = lambda: None,
) -> tuple[dict[str, FieldPostings], dict[str, Numbers]]:
    """Return pairs so numbered, by field, and of each how many documents have both words.

    `fields` are the postings of words in so many documents. `let_go` is called whenever some of
    them have been read.
    """
    narrowed, wholes = {}, {}
    for name, field in pairs.items():
        narrowed[name], wholes[name] = _narrow(documents, field, fields[name])
        let_go()
    return narrowed, wholes


def _narrow(
    documents: int, pairs: FieldPostings, words: FieldPostings
) -> tuple[FieldPostings, Numbers]:
    named = [pair.split(" ") for pair in pairs.terms]
    wanted = {word for pair in named for word in pair}
    rows = {word: row for row, word in enumerate(words.terms) if word in wanted}

    def list_documents(field: FieldPostings, row: int) -> NDArray[np.unsignedinteger]:
        return field.documents[field.starts[row] : field.starts[row + 1]]

    numbers = np.zeros(len(pairs.documents), np.uint32)
    wholes = np.zeros(len(named), np.int64)
    marks = np.zeros(documents, np.bool_)
    before = ""
    for place, (first, second) in enumerate(named):
        # Pairs are sorted, so that this is done once for each first word.
        if first != before:
            marks[:] = False
            marks[list_documents(words, rows[first])] = True
            before = first
        others = list_documents(words, rows[second])
        both = others[marks[others]]
        start, end = pairs.starts[place], pairs.starts[place + 1]
        numbers[start:end] = np.searchsorted(both, list_documents(pairs, place))
        wholes[place] = len(both)
    return replace(pairs, documents=numbers), wholes
