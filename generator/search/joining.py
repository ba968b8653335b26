"""Join what is known of runs of documents that follow one another into what is known of all."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy import int64, uint32
from numpy.typing import NDArray

from generator.search.arrays import sum_before
from generator.search.numbering import Numbering
from generator.search.postings import FieldPostings, Inverted
from generator.search.schema import FIELD_NAMES


class Read(Protocol):
    """Gives a run when it is asked, and leaves out its words where they aren't wanted."""

    def __call__(self, *, words: bool = True) -> Inverted:
        """Return the run."""


def join_runs(runs: Sequence[Read]) -> Inverted:
    """Return the runs as one, whose documents are numbered on from run to run.

    Each is asked for twice, so that no two of them are held at the same time.
    """
    names, forms = _Names(), _Counted()
    surveys = {name: _Survey() for name in FIELD_NAMES}
    bases = [0]
    for read in runs:
        run = read()
        bases.append(bases[-1] + run.documents)
        for name, postings in run.fields.items():
            surveys[name].add(postings, names.number(postings.terms))
        forms.add(names.number(run.forms), run.form_counts)
    words, order = names.sort()
    fields = {name: _Field(surveys.pop(name), words, order, bases[-1]) for name in FIELD_NAMES}
    for number, read in enumerate(runs):
        for name, postings in read(words=False).fields.items():
            fields[name].add(postings, bases[number])
    form_counts = forms.get(len(words))
    order = order[form_counts[order] > 0]
    return Inverted(
        documents=bases[-1],
        fields={name: fields.pop(name).finish() for name in FIELD_NAMES},
        forms=tuple(map(words.__getitem__, order.tolist())),
        form_counts=form_counts[order].astype(uint32),
    )


class _Names:
    """Numbers words in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers = Numbering()

    def number(self, words: Sequence[str]) -> NDArray[uint32]:
        """Return the numbers of words."""
        return np.fromiter(map(self._numbers.__getitem__, words), uint32, len(words))

    def sort(self) -> tuple[list[str], NDArray[int64]]:
        """Return all words by their numbers, and the numbers in their order; forget the words.

        Code points sort as their UTF-8 bytes do.
        """
        words = list(self._numbers)
        self._numbers.clear()
        return words, np.array(sorted(range(len(words)), key=words.__getitem__), int64)


class _Counted:
    """Sums by the numbers of words, of which there are more and more."""

    def __init__(self) -> None:
        self._sums = np.zeros(0, int64)

    def add(self, numbers: NDArray[uint32], counts: NDArray[Any]) -> None:
        """Add counts to those of the words with these numbers, no two of which are the same."""
        self._sums = self.get(int(numbers.max(initial=0)) + 1)
        self._sums[numbers] += counts

    def get(self, words: int) -> NDArray[int64]:
        """Return the sums of the first `words` words, or more."""
        more = max(words - len(self._sums), 0)
        return np.concatenate([self._sums, np.zeros(more, int64)]) if more else self._sums


class _Survey:
    """What all runs have of a field, found out one by one."""

    def __init__(self) -> None:
        self.numbers: list[NDArray[uint32]] = []
        self.having = _Counted()
        self.placing = _Counted()
        self.lengths: list[NDArray[uint32]] = [np.zeros(0, uint32)]
        self.most_counts = self.most_places = 0

    def add(self, run: FieldPostings, numbers: NDArray[uint32]) -> None:
        """Look at a run; `numbers` are those of its terms."""
        self.numbers.append(numbers)
        self.having.add(numbers, np.diff(run.starts))
        self.placing.add(numbers, np.diff(run.place_starts[run.starts].astype(int64)))
        self.lengths.append(run.lengths.copy())  # what was read of the run holds all of it
        self.most_counts = max(self.most_counts, int(run.counts.max(initial=0)))
        self.most_places = max(self.most_places, int(run.places.max(initial=0)))


class _Field:
    """Takes in a field run by run, after a survey of it has shown how much room it needs."""

    def __init__(
        self, survey: _Survey, names: Sequence[str], order: NDArray[int64], documents: int
    ) -> None:
        having, placing = survey.having.get(len(names)), survey.placing.get(len(names))
        order = order[having[order] > 0]
        # Backwards: each run takes its own off the end, and no longer holds it.
        self._numbers = survey.numbers[::-1]
        self._lengths = np.concatenate(survey.lengths)
        self._terms = tuple(map(names.__getitem__, order.tolist()))
        self._ranks = np.zeros(len(names), uint32)
        self._ranks[order] = np.arange(len(order))
        self._starts, ends = sum_before(having[order]), sum_before(placing[order])
        self._due, self._due_places = self._starts[:-1].copy(), ends[:-1].copy()
        self._documents = np.empty(self._starts[-1], np.min_scalar_type(documents))
        self._counts = np.empty(self._starts[-1], np.min_scalar_type(survey.most_counts))
        # How many places each posting has stands where the end of them will.
        self._place_ends = np.zeros(self._starts[-1] + 1, np.min_scalar_type(int(ends[-1])))
        self._places = np.empty(ends[-1], np.min_scalar_type(survey.most_places))

    def add(self, run: FieldPostings, base: int) -> None:
        """Take in the next run, whose documents are numbered from `base` on."""
        ranks = self._ranks[self._numbers.pop()]
        target = _place(run.starts, ranks, self._due)
        self._documents[target] = run.documents.astype(int64) + base
        self._counts[target] = run.counts
        self._place_ends[target + 1] = np.diff(run.place_starts)
        target = _place(run.place_starts[run.starts].astype(int64), ranks, self._due_places)
        self._places[target] = run.places

    def finish(self) -> FieldPostings:
        """Return the field of all runs."""
        sums = self._place_ends
        return FieldPostings(
            terms=self._terms,
            starts=self._starts,
            documents=self._documents,
            counts=self._counts,
            place_starts=np.cumsum(sums, out=sums, dtype=sums.dtype),
            places=self._places,
            lengths=self._lengths,
        )


def _place(starts: NDArray[int64], ranks: NDArray[uint32], due: NDArray[int64]) -> NDArray[int64]:
    """Return where the items of a run go; `due` is where the next item of each word goes."""
    sizes = np.diff(starts)
    target = np.repeat(due[ranks] - starts[:-1], sizes) + np.arange(starts[-1])
    due[ranks] += sizes
    return target
