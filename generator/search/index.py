"""Write an archive's stories into a Whoosh index, and open it again.

The index is one segment without deleted documents; its documents are the stories in the order
given. A file of our own beside Whoosh's says what wrote it, and in which language.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import open_dir
from whoosh.searching import Searcher

from generator.errors import BackfileError
from generator.files import write_text
from generator.model import Story
from generator.search.ranking import WEIGHTING
from generator.search.schema import Stored, make_schema
from generator.search.segment import NAME, write_segment

VERSION = 1
"""Grows when the analysis, the fields or what is stored changes: older indexes are not read."""

_MARK = "backfile.json"


def write_index(stories: Sequence[Story], folder: Path, language: str) -> None:
    """Make `folder` an index of `stories`, which are in order of date and slug.

    The old index stays until the new one is whole; `language` is a tag such as `"en"`.
    """
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    write_segment(stories, FileStorage(str(fresh)), language)
    write_text(fresh / _MARK, json.dumps({"version": VERSION, "language": language}))
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


@contextmanager
def open_index(folder: Path) -> Iterator[Searcher]:
    """Yield a searcher of the index in `folder`; raise BackfileError where there is none."""
    schema = make_schema(read_language(folder))
    index = open_dir(str(folder), indexname=NAME, readonly=True, schema=schema)
    with index.searcher(weighting=WEIGHTING) as searcher:
        yield searcher


def read_language(folder: Path) -> str:
    """Return the language of the index in `folder`; raise BackfileError where there is none."""
    try:
        mark = json.loads((folder / _MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise BackfileError("there is no search index yet (run `backfile build`)", folder) from None
    if not isinstance(mark, dict) or mark.get("version") != VERSION:
        raise BackfileError("the search index is of another version (run `backfile build`)", folder)
    return str(mark["language"])


def read_stored(searcher: Searcher, document: int) -> Stored:
    """Return what the index keeps of the story with this document number."""
    return Stored(**searcher.stored_fields(document)["story"])
