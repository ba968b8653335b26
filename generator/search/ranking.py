"""Rank what a query finds: stories with all of its parts first, then by score or by date.

The score of a term in a field is Robertson and Zaragoza's BM25 with the idf of Lucene, which is
never below 0, so that a word that most stories have still counts for a little:

    idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average)), idf = ln(1 + (N−n+½) / (n+½))

where b is 0 for all fields but the body: a headline is not the worse for being long.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from whoosh.matching import Matcher
from whoosh.query import And, Query
from whoosh.scoring import BaseScorer, WeightingModel
from whoosh.searching import Searcher

from generator.model import Sort

K1 = 1.5
B = {"body": 0.75}
"""How far the length of a field counts; not at all for those that aren't here."""

SHORT = 5
"""The most parts of a query of which a story should have all: a long question is no list."""


class Weighting(WeightingModel):  # type: ignore[misc]  # Whoosh has no types
    """Our formula, as Whoosh asks for it."""

    def idf(self, searcher: Searcher, fieldname: str, text: bytes) -> float:
        """Return how much a term says, by how few documents of all segments have it."""
        parent = searcher.get_parent()
        having = parent.doc_frequency(fieldname, text)
        rarity = (parent.doc_count_all() - having + 0.5) / (having + 0.5)
        return math.log(1 + rarity)

    def scorer(self, searcher: Searcher, fieldname: str, text: bytes, qf: int = 1) -> BaseScorer:  # noqa: ARG002
        """Return what scores a term in the documents of one segment."""
        return _Scorer(searcher, fieldname, searcher.idf(fieldname, text))


WEIGHTING = Weighting()


class _Scorer(BaseScorer):  # type: ignore[misc]  # Whoosh has no types
    def __init__(self, searcher: Searcher, field: str, idf: float) -> None:
        self._idf = idf
        self._b = B.get(field, 0.0)
        self._average = searcher.get_parent().avg_field_length(field) or 1.0
        self._field = field
        self._find_length: Callable[[int, str, int], int] = searcher.doc_field_length

    def score(self, matcher: Matcher) -> float:
        """Return the score of the present document."""
        tf: float = matcher.weight()
        b = self._b
        norm = 1.0
        if b:
            length = self._find_length(matcher.id(), self._field, 1)
            norm = (1 - b) + (b * length) / self._average
        return self._idf * ((tf * (K1 + 1)) / (tf + K1 * norm))


class Ranked(NamedTuple):
    """A document that a query finds; `whole` says that it has all the parts."""

    document: int
    score: float
    whole: bool


def rank(searcher: Searcher, query: Query, parts: Sequence[Query]) -> list[Ranked]:
    """Return all documents that `query` finds, in the order of their numbers.

    Every match is scored: given a limit, Whoosh skips pages that belong to the best. `whole` are
    those that have each of the `parts`.
    """
    scores = dict(searcher.search(query, limit=None).items())
    whole = set(searcher.docs_for_query(And(list(parts)))) if len(parts) > 1 else set(scores)
    return [Ranked(number, scores[number], number in whole) for number in sorted(scores)]


def sort_ranked(found: Iterable[Ranked], sort: Sort, *, undated: int, parts: int) -> list[Ranked]:
    """Return documents in order, those with all of the query's `parts` first if it is short.

    By relevance it is the score to nine places, then the number. The first `undated` documents
    have no date, and come last where it is by date.
    """
    orders: dict[Sort, Callable[[Ranked], tuple[float, ...]]] = {
        # Beyond nine places, sums that the browser makes in another order would differ.
        "relevance": lambda one: (-math.floor(one.score * 1e9 + 0.5), one.document),
        "newest": lambda one: (-one.document,),
        "oldest": lambda one: (one.document < undated, one.document),
    }
    order = orders[sort]
    if parts > SHORT:
        return sorted(found, key=order)
    return sorted(found, key=lambda one: (not one.whole, *order(one)))
