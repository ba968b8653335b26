"""Answer a query from an index."""

from pathlib import Path

from generator.model import Hit
from generator.search.index import open_index, read_language, read_stored
from generator.search.language import get_words_of
from generator.search.query import find_stems, parse_query
from generator.search.ranking import rank
from generator.search.snippet import cut_snippet


def find_hits(folder: Path, query: str, limit: int | None) -> tuple[Hit, ...]:
    """Return the stories that `query` finds in the index in `folder`, best first.

    Any of its words matches, and stories with all of them come first. A `limit` of None gives
    all. Raise BackfileError where there is no index of this version.
    """
    language = read_language(folder)
    words = get_words_of(language)
    clauses = parse_query(query, language)
    wanted = find_stems(clauses, "body")
    hits = []
    with open_index(folder) as searcher:
        for found in rank(searcher, clauses)[:limit]:
            story = read_stored(searcher, found.document)
            hit = Hit(
                page=story.page,
                url=story.url,
                headline=story.headline,
                source=story.source,
                published=story.published,
                score=found.score,
                snippet=cut_snippet(story.text, wanted, words),
            )
            hits.append(hit)
    return tuple(hits)
