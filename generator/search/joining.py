"""Join what is known of runs of documents that follow one another into what is known of all."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy import int64, uint32
from numpy.typing import NDArray

from generator.search.arrays import sum_before
from generator.search.postings import FieldPostings, Inverted
from generator.search.schema import FIELD_NAMES


def join_runs(runs: Sequence[Inverted]) -> Inverted:
    """Return the runs as one, whose documents are numbered on from run to run."""
    bases = sum_before(np.array([run.documents for run in runs], uint32)).tolist()
    fields = {name: _join_field([run.fields[name] for run in runs], bases) for name in FIELD_NAMES}
    forms, places = _merge_names([run.forms for run in runs])
    form_counts = np.zeros(len(forms), uint32)
    for run, ranks in zip(runs, places, strict=True):
        form_counts[ranks] += run.form_counts
    return Inverted(bases[-1], fields, forms, form_counts)


def _join_field(runs: Sequence[FieldPostings], bases: Sequence[int]) -> FieldPostings:
    terms, ranks = _merge_names([run.terms for run in runs])
    starts, targets = _weave([run.starts for run in runs], ranks, len(terms))
    documents, counts, sizes = (np.empty(starts[-1], uint32) for _ in range(3))
    for run, base, target in zip(runs, bases, targets, strict=False):
        documents[target] = run.documents + uint32(base)
        counts[target] = run.counts
        sizes[target] = np.diff(run.place_starts)
    ends, targets = _weave([run.place_starts[run.starts] for run in runs], ranks, len(terms))
    places = np.empty(ends[-1], uint32)
    for run, target in zip(runs, targets, strict=True):
        places[target] = run.places
    return FieldPostings(
        terms=terms,
        starts=starts,
        documents=documents,
        counts=counts,
        place_starts=sum_before(sizes),
        places=places,
        lengths=np.concatenate([np.zeros(0, uint32), *(run.lengths for run in runs)]),
    )


def _merge_names(
    names: Sequence[Sequence[str]],
) -> tuple[tuple[str, ...], list[NDArray[int64]]]:
    """Return all names in order, and for each of the sequences where its names have come to."""
    whole = sorted(set().union(*names))
    ranks = {name: rank for rank, name in enumerate(whole)}
    return tuple(whole), [np.array([ranks[name] for name in some], int64) for some in names]


def _weave(
    starts: Sequence[NDArray[int64]], ranks: Sequence[NDArray[int64]], terms: int
) -> tuple[NDArray[int64], Iterable[NDArray[int64]]]:
    """Say where the items of each term go when those of every run come after those of the last.

    Return where each term starts in the whole, and for each run the places of its items there.
    """
    sizes = np.zeros((len(starts), terms), int64)
    for row, own, rank in zip(sizes, starts, ranks, strict=True):
        row[rank] = np.diff(own)
    whole = sum_before(sizes.sum(axis=0))
    begins = whole[:-1] + np.cumsum(sizes, axis=0) - sizes
    return whole, (
        np.repeat(row[rank] - own[:-1], np.diff(own)) + np.arange(own[-1])
        for row, own, rank in zip(begins, starts, ranks, strict=True)
    )
