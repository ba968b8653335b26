"""Find stories that are like a story by their words, and not later.

A story is known by its few weightiest terms: those that stand in it often, or in its headline, and
in few others. What is weighed is the stories not later than its own day, so that nothing which
arrives later changes what was found for it. All numbers of stories are rounded down to a power of
two, so that a story filed late changes little: a weight moves only where a power of two is passed.

Two stories are as like as the cosine of their weights, 0 to 1. Weights are whole numbers, so that
every machine finds the same.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.site.terms import find_terms

LIKE = 0.22
"""From how like on a story is shown."""

SAME = 0.8
"""From how like on two stories are taken for one text, which need not be shown twice."""

TERMS = 24
"""The most terms by which a story is known."""

_HEADLINE = 4  # a term of the headline, or a topic, counts as so many of the text
_OTHERS = 16  # stories thought to be there too: what few have shows in a small archive as well
_COMMON = 256  # a term that so many stories are known by leads to none of them
_SHARED = 2  # one word in common makes no story like another


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What a story is compared by: its headline, its text and its topics."""

    headline: str
    text: str
    topics: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """The weightiest terms of a story, and the sum of the squares of their weights."""

    weights: Mapping[str, int]
    square: int


def compare(one: Signature, other: Signature) -> float:
    """Return how like two stories are, 0 to 1."""
    shared = one.weights.keys() & other.weights.keys()
    product = sum(one.weights[term] * other.weights[term] for term in shared)
    return math.sqrt(product**2 / (one.square * other.square)) if product else 0.0


class Library:
    """The stories so far, numbered from 0, by the terms that they are known by."""

    def __init__(self) -> None:
        self._holders = Counter[str]()  # how many stories have a term
        self._signatures: list[Signature] = []
        self._known_by: dict[str, list[tuple[int, int]]] = defaultdict(list)

    def add_day(self, passages: Iterable[Passage]) -> None:
        """Add the stories of a day, which is later than those before it."""
        counted = [_count_terms(passage) for passage in passages]
        stories = len(self._signatures) + len(counted)
        for counts in counted:
            self._holders.update(counts.keys())
        for counts in counted:
            self._add(self._sign(counts, stories))

    def _sign(self, counts: Mapping[str, int], stories: int) -> Signature:
        """Return the signature of one of the last day's stories, of so many up to that day.

        A term weighs its frequency times its rarity, both as powers of two; one that most stories
        have weighs nothing.
        """
        most, size = max(stories.bit_length(), 2), (stories + _OTHERS).bit_length()
        weights = {
            term: count.bit_length() * (size - held)
            for term, count in counts.items()
            if (held := self._holders[term].bit_length()) < most
        }
        # What may be kept weighs that much, so that only few terms are sorted by their letters as
        # well.
        least = max([1, *sorted(weights.values())[-TERMS:][:1]])
        heavy = ((weight, term) for term, weight in weights.items() if weight >= least)
        kept = {term: weight for weight, term in sorted(heavy, reverse=True)[:TERMS]}
        return Signature(kept, sum(weight * weight for weight in kept.values()))

    def _add(self, signature: Signature) -> None:
        number = len(self._signatures)
        self._signatures.append(signature)
        for term, weight in signature.weights.items():
            self._known_by[term].append((number, weight))

    def find_like(self, number: int, known: Iterable[int], limit: int) -> list[int]:
        """Return at most `limit` stories like one of the last day's, the likest first.

        None of `known` is among them, and no two that have nearly the same text.
        """
        found: list[int] = []
        for candidate in self._rank(self._signatures[number], {number, *known}):
            like = self._signatures[candidate]
            if all(compare(like, self._signatures[other]) < SAME for other in found):
                found.append(candidate)
            if len(found) == limit:
                break
        return found

    def _rank(self, wanted: Signature, known: set[int]) -> Sequence[int]:
        """Return the stories that are like enough, the likest first, of equals the latest."""
        products: dict[int, int] = defaultdict(int)
        for term, weight in wanted.weights.items():
            holders = self._known_by[term]
            if len(holders) < _COMMON:
                for other, theirs in holders:
                    products[other] += weight * theirs
        least = LIKE**2 * wanted.square
        like = [
            (product * product / self._signatures[other].square, other)
            for other, product in products.items()
            if product * product >= least * self._signatures[other].square
        ]
        like.sort(reverse=True)
        return [other for _, other in like if other not in known and self._share(wanted, other)]

    def _share(self, wanted: Signature, other: int) -> bool:
        return len(wanted.weights.keys() & self._signatures[other].weights.keys()) >= _SHARED


def _count_terms(passage: Passage) -> Counter[str]:
    counts = Counter(find_terms(passage.text))
    for term in find_terms(passage.headline):
        counts[term] += _HEADLINE
    for topic in passage.topics:
        counts[f"#{topic}"] = _HEADLINE
    return counts
