"""Answer a question from an index."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from whoosh.searching import Searcher

from generator.errors import BackfileError, UsageError
from generator.model import Answer, Hit, Question
from generator.search import columns, forms
from generator.search.columns import Columns
from generator.search.forms import Forms
from generator.search.index import (
    DAMAGED,
    FAULTS,
    is_whole,
    list_parts,
    open_index,
    read_languages,
    read_stored,
)
from generator.search.lexicon import Lexicon, get_lexicon
from generator.search.matching import Translator
from generator.search.plan import Plan, make_plan, sort_notes
from generator.search.query import is_day, parse_query
from generator.search.ranking import Ranked, rank, sort_ranked
from generator.search.snippet import cut_snippet
from generator.search.suggest import suggest
from generator.search.tree import Dates
from generator.search.wishes import Choice, list_terms

FEW = 3
"""Below so many stories with all the words, a query may have been meant otherwise."""


def find_hits(folder: Path, question: Question) -> Answer:
    """Return the stories that a question finds in the index in `folder`, best first.

    Any of its words matches, and stories with all of them come first, unless there are many. Raise
    BackfileError where there is no index of this version, UsageError for a date that there isn't.
    """
    for day in (question.first, question.last):
        if day and not is_day(day):
            raise UsageError(f"not a day, month or year such as 2023-09: {day}")
    try:
        with open_archive(folder) as archive:
            return archive.answer(question)
    except BackfileError:
        raise
    except FAULTS:
        if is_whole(folder):
            raise
        raise BackfileError(DAMAGED, folder) from None


@contextmanager
def open_archive(folder: Path) -> Iterator["Archive"]:
    """Yield what answers from the index in `folder`; raise BackfileError where there is none."""
    with open_index(folder) as searcher:
        parts = list_parts(folder)
        lexicon = get_lexicon(read_languages(folder))
        try:
            read = columns.read_parts(parts), forms.read_parts(parts)
        except FAULTS:
            raise BackfileError(DAMAGED, folder) from None
        yield Archive(searcher, lexicon, *read)


@dataclass(frozen=True, slots=True)
class Archive:
    """All that answers questions on one index."""

    searcher: Searcher
    lexicon: Lexicon
    columns: Columns
    forms: Forms

    def answer(self, question: Question) -> Answer:
        """Return the best hits, and what there is to say of the question."""
        plan = make_plan(parse_query(question.text), self.lexicon)
        ranked, notes = self.find(plan, question)
        whole = sum(found.whole for found in ranked)
        wanted = frozenset(list_terms(plan.root))
        return Answer(
            hits=tuple(self._describe(found, wanted) for found in ranked[: question.limit]),
            total=len(ranked),
            whole=whole,
            notes=notes,
            suggestion=suggest(question.text, self.lexicon, self.forms) if whole < FEW else None,
        )

    def find(self, plan: Plan, question: Question) -> tuple[list[Ranked], tuple[str, ...]]:
        """Return all that is found, in order, and the notes on it."""
        root = _narrow(plan.root, question)
        if root is None:
            return [], plan.notes
        days = self.columns.days
        count = self.searcher.doc_count_all()
        translator = Translator(count, self.lexicon, self.forms, days)
        parts = [translator.translate(wish) for wish in (*root.required, *root.optional)]
        found: Iterator[Ranked] = iter(rank(self.searcher, translator.choose(root), parts))
        if question.filters:
            chosen = self.columns.select(question.filters)
            found = (one for one in found if one.document in chosen)
        notes = {*plan.notes, "wild"} if translator.cut else {*plan.notes}
        ranked = sort_ranked(found, question.sort, undated=days.undated, parts=len(parts))
        return ranked, sort_notes(notes)

    def _describe(self, found: Ranked, wanted: frozenset[str]) -> Hit:
        story = read_stored(self.searcher, found.document)
        return Hit(
            page=story.page,
            url=story.url,
            headline=story.headline,
            source=story.source,
            published=story.published,
            score=found.score,
            snippet=cut_snippet(story.text, wanted, self.lexicon),
        )


def _narrow(root: Choice | None, question: Question) -> Choice | None:
    """Return what to look for within what else a question says, or None if it says nothing."""
    dates = (Dates(question.first, question.last),) if question.first or question.last else ()
    if root is None:
        return Choice((), (), (), dates) if dates or question.filters else None
    return Choice(root.required, root.optional, root.prohibited, (*root.filters, *dates))
