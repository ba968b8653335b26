"""Texts compared by their shingles: runs of four words."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

Shingles: TypeAlias = Counter[tuple[str, ...]]

SIZE = 4

_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """How much of what is said is right, and how much of what is right is said."""

    precision: float
    recall: float


def count_shingles(text: str) -> Shingles:
    """Return the shingles of a text; one of fewer words is a shingle itself."""
    words = _WORD.findall(text)
    starts = range(max(1, len(words) - SIZE + 1) if words else 0)
    return Counter(tuple(words[at : at + SIZE]) for at in starts)


def score_body(truths: Iterable[str], said: str) -> Score:
    """Return how right a text is, by that of the truths which it is nearest to."""
    have = count_shingles(said)
    return max((_compare(count_shingles(truth), have) for truth in truths), key=f1_of)


def _compare(truth: Shingles, said: Shingles) -> Score:
    hit = (truth & said).total()
    if not hit:
        return Score(0.0, 0.0)
    return Score(hit / said.total(), hit / truth.total())


def f1_of(score: Score) -> float:
    """Return the harmonic mean of precision and recall."""
    both = score.precision + score.recall
    return 2 * score.precision * score.recall / both if both else 0.0
