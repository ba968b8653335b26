"""Find the common pairs of words, so that a phrase of two common words needs no places.

A pair is two words that follow each other in many stories; it is exported as a word of its own,
`prime minister`, with the documents that have it. What is common in one part is exported of all
that follow, so that a reader who meets it in one knows of the next as well.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.search.arrays import find_changes, sum_before
from generator.search.bits import Numbers
from generator.search.places import find_ends
from generator.search.postings import FieldPostings
from generator.search.schema import EVERYDAY_FIELDS

_LEAST = 3
_SHARE = 300
"""A pair is common that one in 300 documents has, and at least three."""

_BATCH = 1 << 17
_POSTINGS = 1 << 15
_ROUGH = 1 << 22


class _Text(NamedTuple):
    """The words of all documents by number, in order, and where each document begins.

    -1 stands for a word that may not be in a pair, for a gap, and for the end of a document.
    """

    words: NDArray[np.signedinteger[Any]]
    starts: Numbers


def find_pairs(
    documents: int,
    fields: Mapping[str, FieldPostings],
    stop_words: Set[str],
    known: Iterable[str] = (),
    let_go: Callable[[], None] = lambda: None,
) -> dict[str, FieldPostings]:
    """Return the documents of the common pairs of a part, for each of the everyday fields.

    No pair has a word of `stop_words`. Common is what is so in all these fields together, and all
    that is `known` from the part before; a pair's counts are all 1, and it has no places. `let_go`
    is called whenever some of the postings have been read.
    """
    least = max(_LEAST, documents // _SHARE)
    chosen = {name: fields[name] for name in EVERYDAY_FIELDS}
    halves = [pair.split(" ") for pair in known]
    wanted = frozenset(chain.from_iterable(halves))
    words = _find_candidates(chosen.values(), stop_words, least, wanted)
    numbers = {word: number for number, word in enumerate(words)}
    held = [(numbers[one], numbers[two]) for one, two in halves if {one, two} <= numbers.keys()]
    sure = np.array([one * len(words) + two for one, two in held], np.int64)
    texts = {
        name: _restore_text(field, _number_words(field, numbers), let_go)
        for name, field in chosen.items()
    }
    likely = _count_roughly(texts.values(), len(words)) >= least
    likely[sure % _ROUGH] = True
    found = {
        name: _find_neighbours(text, len(words), documents, likely) for name, text in texts.items()
    }
    del texts
    common = _find_common(list(found.values()), documents, least, sure)
    return {name: _describe(found.pop(name), common, words, documents) for name in chosen}


def _find_candidates(
    fields: Iterable[FieldPostings], stop_words: Set[str], least: int, wanted: Set[str]
) -> tuple[str, ...]:
    """Return the words that enough documents have, and those that are wanted, in order."""
    having: Counter[str] = Counter()
    for field in fields:
        counts = np.diff(field.starts)
        for place in np.flatnonzero(counts):
            having[field.terms[place]] += int(counts[place])
    enough = {word for word, count in having.items() if count >= least or word in wanted}
    return tuple(sorted(enough - stop_words))


def _number_words(field: FieldPostings, numbers: Mapping[str, int]) -> Numbers:
    return np.array([numbers.get(word, -1) for word in field.terms], np.int64)


def _count_roughly(texts: Iterable[_Text], words: int) -> NDArray[np.uint32]:
    """Return how often the pairs stand in all texts that are equal modulo 2²²: never too few.

    Most pairs are rare, and need not be told apart to be left out.
    """
    counts = np.zeros(_ROUGH, np.uint32)
    for text in texts:
        for pairs, _ in _cut_neighbours(text, words):
            np.add.at(counts, pairs % _ROUGH, 1)
    return counts


def _find_neighbours(text: _Text, words: int, documents: int, likely: NDArray[np.bool_]) -> Numbers:
    """Return the likely pairs of a text and their documents, each as one number, in order.

    It is (first word x words + second word) x documents + document.
    """
    pieces = [np.zeros(0, np.int64)]
    for pairs, at in _cut_neighbours(text, words):
        kept = likely[pairs % _ROUGH]
        owners = np.searchsorted(text.starts, at[kept], side="right") - 1
        pieces.append(pairs[kept] * documents + owners)
    found = np.concatenate(pieces)
    pieces.clear()
    found.sort()
    return found[find_changes(found)]


def _cut_neighbours(text: _Text, words: int) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield the pairs of neighbours and where they stand, from many words at a time."""
    for first in range(0, len(text.words) - 1, _BATCH):
        run = text.words[first : first + _BATCH + 1].astype(np.int64)
        at = np.flatnonzero((run[:-1] >= 0) & (run[1:] >= 0))
        yield run[at] * words + run[at + 1], at + first


def _restore_text(field: FieldPostings, numbers: Numbers, let_go: Callable[[], None]) -> _Text:
    """Return the text whose words are those of a field."""
    sizes = find_ends(field, let_go)
    sizes[sizes > 0] += 1  # a -1 behind the last word keeps it from the next document
    starts = np.cumsum(sizes) - sizes
    # A number below 0 of the same size asks numpy for a signed type that holds them all.
    text = np.full(int(sizes.sum()) + 1, -1, np.min_scalar_type(-2 - int(numbers.max(initial=0))))
    for owners, places, words in _cut_postings(field):
        text[starts[owners] + places] = numbers[words]
        let_go()
    return _Text(text, starts)


def _cut_postings(field: FieldPostings) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Yield the documents, places and words of many postings at a time."""
    for first in range(0, len(field.documents), _POSTINGS):
        end = min(first + _POSTINGS, len(field.documents))
        owners = np.searchsorted(field.starts, np.arange(first, end), side="right") - 1
        counts = np.diff(field.place_starts[first : end + 1])
        places = field.places[int(field.place_starts[first]) : int(field.place_starts[end])]
        yield (
            np.repeat(field.documents[first:end], counts),
            places.astype(np.int64),
            np.repeat(owners, counts),
        )


def _find_common(found: list[Numbers], documents: int, least: int, sure: Numbers) -> Numbers:
    """Return the pairs that enough documents have in any of the fields, and those that are sure."""
    everywhere = np.concatenate(found)
    everywhere.sort()
    pairs = everywhere[find_changes(everywhere)] // max(documents, 1)
    starts = np.flatnonzero(np.diff(pairs, prepend=-1))
    counts = np.diff(starts, append=len(pairs))
    return np.union1d(pairs[starts[counts >= least]], sure)


def _describe(
    found: Numbers, common: Numbers, words: tuple[str, ...], documents: int
) -> FieldPostings:
    """Return the documents of those of the pairs found in a field that are common."""
    pairs = found // max(documents, 1)
    starts = np.flatnonzero(find_changes(pairs))
    counts = np.diff(starts, append=len(pairs))
    chosen = np.isin(pairs[starts], common)
    kept = np.repeat(chosen, counts)
    owners = found[kept] - pairs[kept] * documents
    named = pairs[starts[chosen]]
    del pairs
    return FieldPostings(
        terms=tuple(f"{words[pair // len(words)]} {words[pair % len(words)]}" for pair in named),
        starts=sum_before(counts[chosen]),
        documents=owners.astype(np.uint32),
        counts=np.ones(len(owners), np.uint32),
        place_starts=np.zeros(len(owners) + 1, np.uint8),
        places=np.zeros(0, np.uint32),
        lengths=np.zeros(documents, np.uint32),
    )
