"""Rank what a query finds: stories with all of its clauses first, then by Whoosh's own score."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from whoosh.query import Or, Query
from whoosh.query.compound import PreloadedOr
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

B = 0.75
K1 = 1.2
WEIGHTING = BM25F(B=B, K1=K1)


class Ranked(NamedTuple):
    """A document that a query finds; `whole` says that it has all the clauses."""

    document: int
    score: float
    whole: bool

    @property
    def order(self) -> tuple[bool, int, int]:
        """The key to sort by: all clauses first, then score to nine places, then number."""
        return not self.whole, -math.floor(self.score * 1e9 + 0.5), self.document


def rank(searcher: Searcher, clauses: Sequence[Query]) -> list[Ranked]:
    """Return all documents that have any of the clauses, best first.

    Every match is scored: given a limit, Whoosh skips pages that belong to the best.
    """
    scores = _score(searcher, clauses)
    whole = set(scores)
    if len(clauses) > 1:
        for clause in clauses:
            whole.intersection_update(searcher.docs_for_query(clause))
    found = [Ranked(number, score, number in whole) for number, score in scores.items()]
    return sorted(found, key=lambda ranked: ranked.order)


def _score(searcher: Searcher, clauses: Sequence[Query]) -> dict[int, float]:
    """Return the score of each document that has any of the clauses.

    The clauses become one flat list of words and phrases, each of them once, whose scores are
    summed in that order. `PreloadedOr` does so in archives of any size, where a plain `Or` would
    add them up along a tree as soon as there are 5,000 documents.
    """
    flat = Or(list(clauses)).normalize()
    if isinstance(flat, Or):
        flat = PreloadedOr(flat.subqueries)
    return dict(searcher.search(flat, limit=None).items())
