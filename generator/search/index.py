"""Keep an archive's stories in a Whoosh index, one segment a part, and open it.

Beside Whoosh's files stand the exported files of each part, in a folder, the runs of stories that
parts are made of, and a mark that says what the index is. New files are written first, then the
mark takes the old one's place in one step, and then all is removed that it no longer names.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.reading import EmptyReader, IndexReader, MultiReader, SegmentReader
from whoosh.searching import Searcher

from generator.errors import BackfileError
from generator.search.mark import measure_part, read_mark
from generator.search.ranking import WEIGHTING
from generator.search.schema import STORY, Stored, make_schema, restore
from generator.search.segment import NAME

PARTS = "parts"
RUNS = "runs"

FAULTS = (Exception,)
"""What Whoosh raises where its files aren't what it wrote: it unpickles them, so anything."""

DAMAGED = "the search index is damaged (run `backfile build`)"


@contextmanager
def open_index(folder: Path) -> Iterator[Searcher]:
    """Yield a searcher of the index in `folder`; raise BackfileError where there is none."""
    mark = read_mark(folder)
    try:
        searcher = Searcher(_open_reader(folder, mark.generation), weighting=WEIGHTING)
    except FAULTS:
        raise BackfileError(DAMAGED, folder) from None
    with searcher:
        yield searcher


def read_languages(folder: Path) -> tuple[str, ...]:
    """Return the languages of the index in `folder`, that of the archive first.

    Raise BackfileError where there is no index.
    """
    return read_mark(folder).languages


def list_parts(folder: Path) -> tuple[Path, ...]:
    """Return the folders of what is exported of the parts, in their order.

    Raise BackfileError where there is no index.
    """
    return tuple(folder / PARTS / part.digest for part in read_mark(folder).parts)


def read_stored(searcher: Searcher, document: int) -> Stored:
    """Return what the index keeps of the story with this document number."""
    return restore(searcher.stored_fields(document)[STORY])


def list_files(folder: Path, digest: str) -> tuple[Path, ...]:
    """Return all files of the part with this digest."""
    return *folder.glob(f"{NAME}_{digest}.*"), *(folder / PARTS / digest).glob("*")


def is_whole(folder: Path) -> bool:
    """Tell whether all files of the index in `folder` are as they were written."""
    return all(
        part == measure_part(part.digest, list_files(folder, part.digest))
        for part in read_mark(folder).parts
    )


def _open_reader(folder: Path, generation: int) -> IndexReader:
    """Return a reader of all segments; Whoosh's own open the latest list of them alone."""
    storage, schema = FileStorage(str(folder), readonly=True), make_schema()
    toc = TOC.read(storage, NAME, generation, schema)
    readers = [SegmentReader(storage, schema, one, generation) for one in toc.segments]
    if len(readers) > 1:
        return MultiReader(readers, generation)
    return readers[0] if readers else EmptyReader(schema)
