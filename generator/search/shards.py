"""Lay out the words of a part as shards: who has a word, and how often.

A shard holds a range of the sorted words. docs/search-format.md describes it byte by byte.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.search.bits import find_widths, pack_bits
from generator.search.cuts import cut
from generator.search.table import Column, Table
from generator.search.varint import encode

_MOST_SHARED = 31


def cut_words(table: Table, price: int) -> list[int]:
    """Return where the shards of a table begin, and its number of words at the end.

    A word is taken to be asked for as often as stories have it; `price` is what a shard may cost.
    """
    return cut(*measure_words(table), price)


def measure_words(table: Table) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each word in how many documents its fields are, and about how many bytes it is."""
    having = np.zeros(len(table.words), np.int64)
    bits = np.full(len(table.words), 36, np.int64)
    for column in table.columns:
        counts = np.diff(column.postings.starts)
        having[column.rows] += counts
        bits[column.rows] += counts * (find_widths(table.documents, counts) + 2) + 8
    return having, bits // 8 + 1


def render_words(table: Table, first: int, end: int) -> tuple[bytes, bytes, bytes]:
    """Return a shard of the rows from `first` to before `end`: words, documents and counts."""
    text = front_code(table.words[first:end])
    head = [encode([len(text)]), text, table.present[first:end].tobytes()]
    gaps, widths, counts = [], [], []
    for column in table.columns:
        words = column.find_words(first, end)
        found = column.find_postings(words)
        having = np.diff(column.postings.starts[words.start : words.stop + 1])
        head.append(encode(having))
        gaps.append(_find_gaps(column, words, found))
        widths.append(np.repeat(find_widths(table.documents, having), having))
        counts.append(column.postings.counts[found].astype(np.int64) - 1)
    documents = pack_bits(np.concatenate(gaps), np.concatenate(widths))
    head.append(encode([len(documents)]))
    return b"".join(head), documents, pack_bits(np.concatenate(counts))


def _find_gaps(column: Column, words: slice, found: slice) -> NDArray[np.int64]:
    """Return how many documents are left out before each document of the words."""
    documents = column.postings.documents[found].astype(np.int64)
    gaps = np.diff(documents, prepend=-1) - 1
    firsts = column.postings.starts[words] - found.start
    gaps[firsts] = documents[firsts]
    return gaps


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


def find_firsts(words: Sequence[str], starts: Sequence[int]) -> list[str]:
    """Return for each shard but its end the shortest string that parts it from the one before."""
    return [_separate(words[start - 1], words[start]) if start else "" for start in starts[:-1]]


def _separate(before: str, word: str) -> str:
    """Return the shortest start of `word` that comes after `before`."""
    shared = 0
    while shared < len(before) and before[shared] == word[shared]:
        shared += 1
    return word[: shared + 1]
