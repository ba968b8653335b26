"""Answer a query from an index."""

from pathlib import Path

from whoosh.searching import Searcher

from generator.model import Answer, Hit, Question
from generator.search.index import open_index, read_language, read_stored
from generator.search.language import Lexicon
from generator.search.matching import Translator
from generator.search.plan import Choice, make_plan
from generator.search.query import parse_query
from generator.search.ranking import Ranked, rank, sort_ranked


def find_hits(folder: Path, question: Question) -> Answer:
    """Return the stories that a question finds in the index in `folder`, best first.

    Any of its words matches, and stories with all of them come first. Raise BackfileError where
    there is no index of this version.
    """
    language = read_language(folder)
    lexicon = Lexicon((language,))
    plan = make_plan(parse_query(question.text), lexicon)
    with open_index(folder) as searcher:
        translator = Translator(
            searcher.doc_count_all(),
            lexicon,
            lambda start: (),
            lambda word, distance: (),
            lambda first, last: (),
        )
        ranked = find_ranked(searcher, plan.root, translator, question)
        hits = tuple(_make_hit(searcher, found) for found in ranked[: question.limit])
    whole = sum(found.whole for found in ranked)
    return Answer(hits=hits, total=len(ranked), whole=whole, notes=plan.notes, suggestion=None)


def find_ranked(
    searcher: Searcher, root: Choice | None, translator: Translator, question: Question
) -> list[Ranked]:
    if root is None:
        return []
    parts = [translator.translate(wish) for wish in (*root.required, *root.optional)]
    found = rank(searcher, translator.choose(root), parts)
    return sort_ranked(found, question.sort, 0)


def _make_hit(searcher: Searcher, found: Ranked) -> Hit:
    story = read_stored(searcher, found.document)
    return Hit(
        page=story.page,
        url=story.url,
        headline=story.headline,
        source=story.source,
        published=story.published,
        score=found.score,
        snippet=story.text[:200],
    )
