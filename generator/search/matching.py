"""Turn a plan into Whoosh's own queries, with leaves of ours for what Whoosh has no like of.

Scores of terms are added by Whoosh. A word that stands for many scores 1.0, dates and everything
score 0: Whoosh's preloaded unions would take such a story for none, so they have terms only.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from whoosh.matching import ExcludeMatcher, ListMatcher, Matcher
from whoosh.query import And, AndNot, Phrase, Query
from whoosh.query import Term as WordQuery
from whoosh.query.compound import DefaultOr, PreloadedOr
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from generator.search.days import Days, Ranges
from generator.search.forms import MOST, Forms
from generator.search.lexicon import Lexicon
from generator.search.tree import Dates
from generator.search.wishes import (
    Anyone,
    Beginning,
    Choice,
    Every,
    Except,
    Near,
    Row,
    Term,
    Wish,
    join_any,
    join_fields,
)


@dataclass(slots=True)
class Translator:
    """Makes queries for one index of so many `documents`.

    `cut` says afterwards that a word stood for more words than were searched for.
    """

    documents: int
    lexicon: Lexicon
    forms: Forms
    days: Days
    cut: bool = False

    def translate(self, wish: Wish) -> Query:
        """Return Whoosh's query for a wish."""
        match wish:
            case Term(field, text):
                return WordQuery(field, text)
            case Row(field, terms, slop):
                return Phrase(field, list(terms), slop=slop)
            case Beginning(fields, form):
                return self._list_forms(fields, self.forms.find_starting(form))
            case Near(fields, form, distance):
                return self._list_forms(fields, self.forms.find_near(form, distance))
            case Dates(first, last):
                return Numbers(self.days.find(first, last))
            case _:
                return self._join(wish)

    def _join(self, wish: Anyone | Every | Except | Choice) -> Query:
        match wish:
            case Anyone(wishes):
                return _either([self.translate(one) for one in wishes])
            case Every(wishes):
                return self._leave_out(
                    [self.translate(one) for one in wishes if not isinstance(one, Except)],
                    [one.wish for one in wishes if isinstance(one, Except)],
                )
            case Except(prohibited):
                return self._leave_out([], [prohibited])
            case Choice():
                return self.choose(wish)

    def choose(self, choice: Choice) -> Query:
        """Return the query for a whole query or a group."""
        required, optional = (
            [*map(self.translate, of)] for of in (choice.required, choice.optional)
        )
        if required and optional:
            asked = [*required, _either([self._everything(), *optional])]
        else:
            asked = required or ([_either(optional)] if optional else [])
        filters = [self.translate(wish) for wish in choice.filters]
        return self._leave_out([*asked, *filters], choice.prohibited)

    def _leave_out(self, asked: list[Query], prohibited: Sequence[Wish]) -> Query:
        kept = And(asked) if asked else self._everything()
        if not prohibited:
            return kept
        return Without(kept, _either([self.translate(wish) for wish in prohibited]))

    def _everything(self) -> Query:
        return Numbers(((0, self.documents),))

    def _list_forms(self, fields: tuple[str, ...], forms: Sequence[str]) -> Query:
        self.cut |= len(forms) >= MOST
        read = (wanted for form in forms for wanted in self.lexicon.read(form))
        wishes = join_any(join_fields(wanted, fields) for wanted in read)
        return Constant(self.translate(wishes[0])) if wishes else Numbers(())


def _either(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    if not all(isinstance(one, WordQuery | PreloadedOr) for one in queries):
        return DefaultOr(queries)
    flat = (one.subqueries if isinstance(one, PreloadedOr) else [one] for one in queries)
    return PreloadedOr([*chain.from_iterable(flat)])


class Without(AndNot):  # type: ignore[misc]  # Whoosh has no types
    """The documents of one query that another does not find.

    Whoosh's own matcher keeps the first of them though the other has it, if the other has an
    earlier one too, and fails where it is told to skip beyond its end.
    """

    def matcher(self, searcher: Searcher, context: Any = None) -> Matcher:
        """Return a matcher for one segment."""
        left_out = self.b.matcher(searcher, searcher.boolean_context())
        return ExcludeMatcher(self.a.matcher(searcher, context), set(left_out.all_ids()))


class Numbers(Query):  # type: ignore[misc]  # Whoosh has no types
    """The documents in some ranges of numbers, which count over the whole index; they score 0."""

    def __init__(self, ranges: Ranges) -> None:
        self._ranges = ranges

    def estimate_size(self, reader: IndexReader) -> int:  # noqa: ARG002
        """Return how many documents there are; Whoosh asks before it orders a union."""
        return sum(high - low for low, high in self._ranges)

    def matcher(self, searcher: Searcher, context: Any = None) -> Matcher:  # noqa: ARG002
        """Return a matcher for one segment, where documents are numbered from 0."""
        first = _find_first_number(searcher)
        last = first + searcher.doc_count_all()
        ranges = (range(max(low, first), min(high, last)) for low, high in self._ranges)
        return _Listed([number - first for number in chain.from_iterable(ranges)], 0.0)


class Constant(Query):  # type: ignore[misc]  # Whoosh has no types
    """The documents of another query, each with the score 1.0."""

    def __init__(self, child: Query) -> None:
        self._child = child

    def estimate_size(self, reader: IndexReader) -> int:
        """Return about how many documents there are; Whoosh asks before it orders a union."""
        return int(self._child.estimate_size(reader))

    def matcher(self, searcher: Searcher, context: Any = None) -> Matcher:  # noqa: ARG002
        """Return a matcher for one segment."""
        matcher = self._child.matcher(searcher, searcher.boolean_context())
        return _Listed(sorted(set(matcher.all_ids())), 1.0)


class _Listed(ListMatcher):  # type: ignore[misc]  # Whoosh has no types
    """Known documents, of one score; Whoosh's own takes a weight of 0 for none and makes it 1."""

    def __init__(self, documents: Sequence[int], score: float) -> None:
        super().__init__(array("I", documents))
        self._constant = score

    def score(self) -> float:
        """Return the score of the present document."""
        return self._constant


def _find_first_number(searcher: Searcher) -> int:
    """Return the number in the whole index of a segment's first document."""
    parent = searcher.get_parent()
    return next((first for one, first in parent.leaf_searchers() if one is searcher), 0)
