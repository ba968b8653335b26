"""Write a part of the archive as one segment of a Whoosh index, through Whoosh's own codec.

Whoosh's writer takes one posting at a time, measures it and checks it. Here all that is in a part
is counted and in order already, so the codec's writers are given whole columns and blocks.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from struct import Struct

from numpy import uint8, uint32
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PerDocWriter, W3Segment
from whoosh.filedb.filestore import FileStorage

from generator.model import Story
from generator.search.blocks import Entry, render_entries
from generator.search.lengths import Lengths, encode_lengths
from generator.search.run_files import Mapped
from generator.search.schema import STORY, flatten, make_schema, make_stored

NAME = "MAIN"
"""Whoosh's name for the index in its folder."""

_OFTEN = 5000
"""After so many words what has been written of them is dropped from memory."""

# As Whoosh writes the number of a field, and where a term's postings are and their size.
_FIELD = Struct("!H")
_EXTENT = Struct("!Qi")


def write_documents(
    stories: Sequence[Story], lengths: Lengths, folder: Path, key: str
) -> W3Segment:
    """Write what a segment keeps of stories into `folder`; return what Whoosh notes of it.

    `key`, of `0-9a-z`, tells it from other segments.
    """
    codec, storage = W3Codec(compression=0), FileStorage(str(folder))
    segment = W3Segment(codec, NAME, len(stories), key)
    documents = _DocumentsWriter(codec, storage, segment)
    documents.add_stories(stories)
    for name, of in lengths.items():
        documents.add_lengths(name, of)
    documents.close()
    return segment


def write_words(mapped: Mapped, folder: Path, key: str) -> None:
    """Write the words of a segment, and who has them, into `folder`."""
    inverted, let_go = mapped
    codec, storage = W3Codec(compression=0), FileStorage(str(folder))
    schema = make_schema()
    words = _WordsWriter(codec, storage, W3Segment(codec, NAME, inverted.documents, key))
    for name, postings in inverted.fields.items():
        words.start_field(name, schema[name])
        words.add_entries(render_entries(postings), let_go)
        words.finish_field()
    words.close()


class _DocumentsWriter(W3PerDocWriter):  # type: ignore[misc]  # Whoosh has no types
    """Takes all stories, and the lengths of a field of all documents at once."""

    def add_stories(self, stories: Iterable[Story]) -> None:
        for number, story in enumerate(stories):
            self.start_doc(number)
            self.add_field(STORY, None, flatten(make_stored(story)), 0)
            self.finish_doc()

    def add_lengths(self, field: str, lengths: NDArray[uint32]) -> None:
        if lengths.any():
            column = self._cols.create_file(f"_{field}_len")
            column.write(encode_lengths(lengths).astype(uint8).tobytes())
            self._fieldlengths[field] = int(lengths.sum())


class _Pairs:
    """A list of pairs of numbers, kept in an eighth of the room."""

    def __init__(self) -> None:
        self._numbers = array("Q")

    def append(self, pair: tuple[int, int]) -> None:
        self._numbers.extend(pair)

    def __len__(self) -> int:
        return len(self._numbers) // 2

    def __iter__(self) -> Iterator[tuple[int, int]]:
        numbers = iter(self._numbers)
        return zip(numbers, numbers, strict=True)


class _WordsWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Takes the terms of a field with all their postings."""

    def __init__(self, codec: W3Codec, storage: FileStorage, segment: W3Segment) -> None:
        super().__init__(codec, storage, segment)
        self._tindex.buckets = [_Pairs() for _ in self._tindex.buckets]

    def add_entries(self, entries: Iterable[Entry], let_go: Callable[[], None]) -> None:
        field = _FIELD.pack(self._fieldid)
        place = self._postfile.tell()
        for number, (term, info, blocks) in enumerate(entries):
            self._postfile.write(blocks)
            self._tindex.add(field + term, info + _EXTENT.pack(place, len(blocks)))
            place += len(blocks)
            if number % _OFTEN == 0:
                let_go()
