"""Whoosh's own reader gives back exactly what was inverted."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader

from generator.model import Story
from generator.search import blocks
from generator.search.postings import FieldPostings, Inverted
from generator.search.run_files import Mapped
from generator.search.schema import STORY, make_schema, make_stored, restore
from generator.search.segment import write_documents, write_words
from tests.search.corpus import make_corpus
from tests.search.test_inversion import Postings, invert, read_postings, stories


def open_segment(inverted: Inverted, made: Sequence[Story], folder: Path) -> SegmentReader:
    lengths = {name: field.lengths for name, field in inverted.fields.items()}
    segment = write_documents(made, lengths, folder, "a1")
    write_words(Mapped(inverted, lambda: None), folder, "a1")
    assert isinstance(segment.codec(), W3Codec)
    return SegmentReader(FileStorage(str(folder)), make_schema(), segment)


def read_field(reader: SegmentReader, name: str) -> Postings:
    found: Postings = {}
    for text in reader.lexicon(name):
        matcher = reader.postings(name, text)
        term = found[text.decode()] = {}
        while matcher.is_active():
            term[matcher.id()] = matcher.weight(), matcher.value_as("positions")
            matcher.next()
    return found


def check_facts(reader: SegmentReader, name: str, postings: FieldPostings) -> None:
    """Check what Whoosh knows of terms without reading their postings."""
    for at, term in enumerate(postings.terms):
        run = slice(*postings.starts[at : at + 2].tolist())
        documents = postings.documents[run]
        info = reader.term_info(name, term)
        assert info.doc_frequency() == len(documents) == reader.doc_frequency(name, term)
        assert info.weight() == postings.counts[run].sum()
        assert (info.min_id(), info.max_id()) == (documents[0], documents[-1])
        assert info.max_weight() == postings.counts[run].max()
        lengths = postings.lengths[documents]
        assert (info.min_length(), info.max_length()) == (lengths.min(), lengths.max())


def check(made: Sequence[Story], folder: Path) -> None:
    inverted = invert(made, "en")
    reader = open_segment(inverted, made, folder)
    assert reader.doc_count_all() == len(made)
    for name, postings in inverted.fields.items():
        assert read_field(reader, name) == read_postings(postings)
        assert reader.field_length(name) == postings.lengths.sum()
        lengths = [reader.doc_field_length(number, name) or 0 for number in range(len(made))]
        assert lengths == postings.lengths.tolist()
        check_facts(reader, name, postings)
    for number, story in enumerate(made):
        assert restore(reader.stored_fields(number)[STORY]) == make_stored(story)
    reader.close()


@settings(deadline=None, max_examples=50)
@given(stories())
def test_a_segment_holds_what_was_inverted(made: list[Story]) -> None:
    with TemporaryDirectory() as folder:
        check(made, Path(folder))


@pytest.mark.parametrize("batch", [1, 100, 1 << 18])
def test_it_does_so_in_many_blocks_and_batches(
    batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BATCH", batch)
    made = make_corpus()
    assert np.diff(invert(made, "en").fields["body"].starts).max() > 2 * blocks.BLOCK
    check(made, tmp_path)
