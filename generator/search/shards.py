"""Lay out the words of an index as shards: who has a word, how often, and where.

A shard holds a range of the sorted words. Its twin holds the places of the same words, which only
phrases need. docs/search-format.md describes both byte by byte.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby, repeat

from whoosh.reading import IndexReader

from generator.search.schema import FIELD_NAMES
from generator.search.varint import append_varint, encode, encode_rising

SHARD_LIMIT = 24 * 1024
"""The most bytes of a shard before it is compressed, unless one word alone takes more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the index, its postings as they are exported, and its places."""

    word: bytes
    postings: bytes
    places: bytes


@dataclass(slots=True)
class Shard:
    """A range of words, and the places of the same words, as bytes."""

    first: bytes
    words: bytearray = field(default_factory=bytearray)
    places: bytearray = field(default_factory=bytearray)
    last: bytes = b""

    def add(self, entry: Entry) -> None:
        """Append a word that comes after all those that are there."""
        shared = _count_shared(self.last, entry.word)
        self.words += encode([shared, len(entry.word) - shared])
        self.words += entry.word[shared:]
        append_varint(self.words, len(entry.postings))
        self.words += entry.postings
        append_varint(self.places, len(entry.places))
        self.places += entry.places
        self.last = entry.word

    def has_room_for(self, entry: Entry) -> bool:
        """Tell whether `entry` may still come in without making the shard too long."""
        return len(self.words) + len(entry.word) + len(entry.postings) <= SHARD_LIMIT


def cut_shards(reader: IndexReader) -> Iterator[Shard]:
    """Yield all words of the index in the order of their UTF-8 bytes, shard by shard."""
    shard = None
    for entry in read_entries(reader):
        if shard is None or not shard.has_room_for(entry):
            if shard:
                yield shard
            shard = Shard(entry.word)
        shard.add(entry)
    if shard:
        yield shard


def read_entries(reader: IndexReader) -> Iterator[Entry]:
    """Yield every word of the index in the order of its UTF-8 bytes, with all of its fields."""
    lexicons = [
        zip(reader.lexicon(name), repeat(number), strict=False)
        for number, name in enumerate(FIELD_NAMES)
        if name in reader.indexed_field_names()
    ]
    for word, group in groupby(merge(*lexicons), key=lambda pair: pair[0]):
        yield _read_entry(reader, word, [number for _, number in group])


def _read_entry(reader: IndexReader, word: bytes, numbers: list[int]) -> Entry:
    postings, places = bytearray(), bytearray()
    append_varint(postings, sum(1 << number for number in numbers))
    for number in numbers:
        documents, counts, values = _read_postings(reader, FIELD_NAMES[number], word)
        append_varint(postings, len(documents))
        postings += encode_rising(documents)
        postings += encode(count - 1 for count in counts)
        places += b"".join(values)
    return Entry(word, bytes(postings), bytes(places))


def _read_postings(
    reader: IndexReader, name: str, word: bytes
) -> tuple[list[int], list[int], list[bytes]]:
    documents, counts, places = [], [], []
    matcher = reader.postings(name, word)
    while matcher.is_active():
        documents.append(matcher.id())
        counts.append(int(matcher.weight()))
        places.append(matcher.value())
        matcher.next()
    return documents, counts, places


def _count_shared(before: bytes, word: bytes) -> int:
    """Return how many bytes two words have in common at their start."""
    shared = 0
    for left, right in zip(before, word, strict=False):
        if left != right:
            break
        shared += 1
    return shared
