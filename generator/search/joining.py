"""Join what is known of runs of documents that follow one another into what is known of all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy import int64, uint32
from numpy.typing import NDArray

from generator.search.arrays import Numbers, sum_before
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


def share_names(run: Inverted, known: dict[str, str]) -> Inverted:
    """Return `run` with the strings of `known` in the place of equal ones, which it adds to."""

    def share(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(known.setdefault(name, name) for name in names)

    fields = {
        name: replace(postings, terms=share(postings.terms))
        for name, postings in run.fields.items()
    }
    return replace(run, fields=fields, forms=share(run.forms))


def _join_field(runs: Sequence[FieldPostings], bases: Sequence[int]) -> FieldPostings:
    terms, ranks = _merge_names([run.terms for run in runs])
    starts, targets = _weave([run.starts for run in runs], ranks, len(terms))
    documents = _fit(starts, [bases[-1]])
    counts = _fit(starts, [_find_most(run.counts) for run in runs])
    sizes = _fit(starts, [_find_most(run.counts) for run in runs])
    for run, base, target in zip(runs, bases, targets, strict=False):
        documents[target] = run.documents.astype(int64) + base
        counts[target] = run.counts
        sizes[target] = np.diff(run.place_starts)
    ends, targets = _weave(
        [run.place_starts[run.starts].astype(int64) for run in runs], ranks, len(terms)
    )
    places = _fit(ends, [_find_most(run.places) for run in runs])
    for run, target in zip(runs, targets, strict=True):
        places[target] = run.places
    return FieldPostings(
        terms=terms,
        starts=starts,
        documents=documents,
        counts=counts,
        place_starts=_add_up(sizes, int(ends[-1])),
        places=places,
        lengths=np.concatenate([np.zeros(0, uint32), *(run.lengths for run in runs)]),
    )


def _find_most(numbers: Numbers) -> int:
    return int(numbers.max(initial=0))


def _fit(starts: NDArray[int64], most: Sequence[int]) -> Numbers:
    """Return room for what starts there, in as many bits as the greatest of `most` needs."""
    return np.empty(starts[-1], np.min_scalar_type(max(most, default=0)))


def _add_up(sizes: Numbers, total: int) -> Numbers:
    """Return the sums of the first 0, 1, 2 … of `sizes`, which add up to `total`."""
    starts = np.zeros(len(sizes) + 1, np.min_scalar_type(total))
    np.cumsum(sizes, out=starts[1:], dtype=starts.dtype)
    return starts


def _merge_names(
    names: Sequence[Sequence[str]],
) -> tuple[tuple[str, ...], list[NDArray[int64]]]:
    """Return all names in order, and for each of the sequences where its names have come to."""
    whole = sorted(set().union(*names))
    ranks = {name: rank for rank, name in enumerate(whole)}
    return tuple(whole), [np.array([ranks[name] for name in some], int64) for some in names]


def _weave(
    starts: Sequence[NDArray[int64]], ranks: Sequence[NDArray[int64]], terms: int
) -> tuple[NDArray[int64], Iterator[NDArray[int64]]]:
    """Say where the items of each term go when those of every run come after those of the last.

    Return where each term starts in the whole, and for each run the places of its items there.
    """
    sizes = np.zeros(terms, int64)
    for own, rank in zip(starts, ranks, strict=True):
        sizes[rank] += np.diff(own)
    whole = sum_before(sizes)
    return whole, _place(starts, ranks, whole[:-1].copy())


def _place(
    starts: Sequence[NDArray[int64]], ranks: Sequence[NDArray[int64]], due: NDArray[int64]
) -> Iterator[NDArray[int64]]:
    """Yield for each run where its items go; `due` is where the next item of each term goes."""
    for own, rank in zip(starts, ranks, strict=True):
        sizes = np.diff(own)
        yield np.repeat(due[rank] - own[:-1], sizes) + np.arange(own[-1])
        due[rank] += sizes
