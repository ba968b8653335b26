"""Write how long a field is in each document, as coarsely as Whoosh scores with it.

Whoosh keeps one of 256 lengths for a field of a document: the least that is not below the real one.
"""

from collections.abc import Sequence

from whoosh.reading import IndexReader

from generator.search.varint import encode


def read_lengths(reader: IndexReader, field: str) -> list[int]:
    """Return the length by which Whoosh scores `field`, for each document; 0 where it is empty."""
    documents = range(reader.doc_count_all())
    return [reader.doc_field_length(number, field) or 0 for number in documents]


def render_lengths(lengths: Sequence[int]) -> bytes:
    """Return a table of the lengths that occur, and for each document its place in the table.

    The table is a count and that many varints; a place is one byte.
    """
    table = sorted(set(lengths))
    places = {length: place for place, length in enumerate(table)}
    return encode([len(table), *table]) + bytes(places[length] for length in lengths)
