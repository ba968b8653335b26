"""Find the words of a run of documents, and where each of them stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy import bool_, int64, uint32
from numpy.typing import NDArray

from generator.search.arrays import find_changes, join_halves, shrink, sort_keys, sum_before
from generator.search.lengths import settle_lengths
from generator.search.postings import FieldPostings, Inverted
from generator.search.schema import EVERYDAY_FIELDS
from generator.search.tokens import GAP, Analyses, Stream, Text, Vocabulary


def invert_run(texts: Sequence[Text], vocabulary: Vocabulary) -> Inverted:
    """Return the words of stories, which become the documents from 0 on."""
    streams = vocabulary.read(texts)
    analyses = vocabulary.analyses
    terms = vocabulary.terms
    form_counts = _count_forms([streams[name] for name in EVERYDAY_FIELDS], analyses)
    forms, order = _sort_names(vocabulary.forms, np.flatnonzero(form_counts))
    return Inverted(
        documents=len(texts),
        fields={name: _invert_field(stream, analyses, terms) for name, stream in streams.items()},
        forms=forms,
        form_counts=form_counts[order],
    )


@dataclass(frozen=True, slots=True)
class _Occurrences:
    """Terms as they come, one after another: their numbers, documents, places, if any."""

    terms: NDArray[uint32]
    documents: NDArray[uint32]
    places: NDArray[uint32]
    placed: NDArray[bool_]


def _invert_field(stream: Stream, analyses: Analyses, terms: Sequence[str]) -> FieldPostings:
    found = _find_occurrences(stream, analyses)
    names, numbers = _sort_names(terms, np.flatnonzero(np.bincount(found.terms)))
    ranks = np.zeros(len(terms), uint32)
    ranks[numbers] = np.arange(len(numbers))
    ranks, order = sort_keys(ranks[found.terms])
    documents, placed = found.documents[order], found.placed[order]
    first = np.flatnonzero(find_changes(ranks) | find_changes(documents))
    ends = np.append(first[1:], len(ranks))
    return FieldPostings(
        terms=names,
        starts=np.searchsorted(ranks[first], np.arange(len(names) + 1)),
        documents=shrink(documents[first]),
        counts=shrink(ends - first),
        place_starts=shrink(sum_before(placed)[np.append(first, len(ranks))]),
        places=shrink(found.places[order][placed]),
        lengths=settle_lengths(_measure(stream, analyses)),
    )


def _find_occurrences(stream: Stream, analyses: Analyses) -> _Occurrences:
    """Return each term of each token of a field, in the order of documents and places."""
    tokens = stream.tokens
    starts = analyses.starts[tokens]
    having = analyses.sizes[tokens]
    entries = np.repeat(starts - sum_before(having)[:-1], having) + np.arange(having.sum())
    documents = _number_documents(stream)
    passed = sum_before(analyses.widths[tokens])
    places = passed[:-1] - passed[_find_starts(stream)][documents]
    return _Occurrences(
        terms=analyses.terms[entries],
        documents=np.repeat(documents, having),
        places=np.repeat(places, having).astype(uint32) + analyses.offsets[entries],
        placed=analyses.placed[entries],
    )


def _measure(stream: Stream, analyses: Analyses) -> NDArray[int64]:
    """Return how many places the words of each document take."""
    words = stream.tokens != GAP
    passed = sum_before(analyses.widths[stream.tokens] * words)
    return passed[stream.ends] - passed[_find_starts(stream)]


def _count_forms(streams: Iterable[Stream], analyses: Analyses) -> NDArray[uint32]:
    """Return in how many documents each form stands, in any of the fields."""
    found = [
        join_halves(analyses.forms[stream.tokens], _number_documents(stream)) for stream in streams
    ]
    pairs = np.concatenate(found)
    pairs.sort()
    counts = np.bincount(pairs[find_changes(pairs)] >> 32, minlength=1).astype(uint32)
    counts[0] = 0  # the form of gaps, and of what has none
    return counts


def _find_starts(stream: Stream) -> NDArray[int64]:
    return np.append(0, stream.ends[:-1]) if len(stream.ends) else stream.ends


def _number_documents(stream: Stream) -> NDArray[uint32]:
    """Return the document of each token."""
    sizes = stream.ends - _find_starts(stream)
    return np.repeat(np.arange(len(sizes), dtype=uint32), sizes)


def _sort_names(
    names: Sequence[str], numbers: NDArray[int64]
) -> tuple[tuple[str, ...], NDArray[int64]]:
    """Return those names in order, and their numbers in the same order.

    Code points sort as their UTF-8 bytes do.
    """
    order = sorted(numbers.tolist(), key=names.__getitem__)
    return tuple(names[number] for number in order), np.array(order, int64)
