"""Lay out the words of a part as shards: who has a word, and how often.

A shard holds a range of the sorted words. docs/search-format.md describes it byte by byte.
"""

from collections.abc import Sequence, Set
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import Numbers, find_widths, pack_bits
from generator.search.cuts import Cut
from generator.search.picks import list_sets, list_sizes, render_counts, render_picks
from generator.search.table import PLACELESS, Table
from generator.search.varint import encode

SEPARATOR = "/"
"""What stands between words that are named one by one; no word and no pair has it."""

_MOST_SHARED = 31

_SELDOM = 20
"""How many times less often a small word is asked for than another that so many stories have."""


def measure_words(table: Table, seldom: Set[str]) -> tuple[Numbers, Numbers]:
    """Return for each word how often it is asked for, as a weight, and about how many bytes it is.

    What is in many documents is asked for more often, though not as much more often; the words of
    `seldom` are looked for in phrases alone.
    """
    having = np.zeros(len(table.words), np.int64)
    bits = np.full(len(table.words), 36, np.int64)
    for column in table.columns:
        counts = np.diff(column.postings.starts)
        having[column.rows] += counts
        # A pair has no counts, so what is picked by what is left out takes less.
        listed = np.minimum(counts, column.wholes - counts) if table.paired else counts
        bits[column.rows] += listed * (find_widths(column.wholes, listed) + 2) + 8
    having[[word in seldom for word in table.words]] //= _SELDOM
    # To the power of ⅞, by roots: IEEE 754 has these rounded alike everywhere, but no powers.
    asked = 100 * np.sqrt(having * np.sqrt(having * np.sqrt(having)))
    return asked.astype(np.int64) + 1, bits // 8 + 1


def render_words(table: Table, rows: Numbers) -> tuple[bytes, ...]:
    """Return a shard of these rows: words, how many documents each has, and which; of words counts.

    Each piece is of its own kind, and so is coded by what is frequent in it.
    """
    text = front_code([table.words[row] for row in rows])
    sizes, totals, documents, counts = [], [], [], []
    for column in table.columns:
        words = column.find_words(rows)
        having, found = column.find_postings(words)
        sizes.append(having)
        totals.append(column.wholes[words])
        documents.append(column.postings.documents[found].astype(np.int64))
        counts.append(column.postings.counts[found].astype(np.int64))
    having, wholes = np.concatenate(sizes), np.concatenate(totals)
    picks = render_picks(wholes, np.concatenate(documents), having)
    words = np.array([len(of) for of in sizes], np.int64)
    head = [list_sets(_tell_fields(table.present[rows])), list_sizes(having, words)]
    if table.paired:
        head.append(list_sizes(wholes - having + 1, words))
    sure = pack_bits(*map(np.concatenate, zip(*head, strict=True)))
    lengths = [len(text), len(sure)] if table.paired else [len(text), len(sure), len(picks)]
    pieces = encode(lengths) + text, sure, picks
    return pieces if table.paired else (*pieces, render_counts(np.concatenate(counts), having))


def _tell_fields(present: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return for each field, and then for `PLACELESS`, which of the words have its bit."""
    bits = 1 << np.arange(PLACELESS.bit_length(), dtype=np.uint8)
    told: NDArray[np.bool_] = (present & bits[:, np.newaxis]) != 0
    return told


def front_code(words: Sequence[str]) -> bytes:
    """Return `words` in UTF-8, each as what differs from the one before.

    Before it stands a byte: how many characters it shares with the start of the one before, 31 at
    most, and none from the first beyond U+FFFF, which is two in JavaScript.
    """
    out = []
    before = ""
    for word in words:
        shared = count_shared(before, word)
        out.append(f"{chr(shared)}{word[shared:]}")
        before = word
    return "".join(out).encode()


def count_shared(before: str, word: str) -> int:
    """Return how many characters two words have in common at their start, as `front_code` says."""
    shared = 0
    for left, right in zip(before[:_MOST_SHARED], word, strict=False):
        if left != right or left > "\uffff":
            break
        shared += 1
    return shared


def name_shards(words: Sequence[str], shards: Cut) -> list[str]:
    """Return what readers are told of each shard.

    It is all the words of those that are named one by one; of the others, the first of which comes
    after something empty, the shortest string that parts it from the one before.
    """
    named = [SEPARATOR.join(words[row] for row in rows) for rows in shards.files[: shards.named]]
    others = shards.files[shards.named :]
    firsts = [_separate(words[left[-1]], words[right[0]]) for left, right in pairwise(others)]
    return [*named, "", *firsts]


def _separate(before: str, word: str) -> str:
    """Return the shortest start of `word` that comes after `before`."""
    shared = 0
    while shared < len(before) and before[shared] == word[shared]:
        shared += 1
    return word[: shared + 1]
