"""The browser ranks exactly as Whoosh does: the same hits, order, totals, notes and scores.

What Whoosh finds without a limit on the whole tree of a query is the reference.
"""

import os
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import whoosh
from playwright.sync_api import Page

from generator.model import Question, Story
from generator.search.hits import Archive, find_hits, open_archive
from generator.search.index import read_stored
from generator.search.plan import make_plan
from generator.search.query import parse_query
from tests.conftest import ServeFolder
from tests.search.conftest import QUERIES, Searchable, make_searchable, search_in_browser
from tests.search.corpus import make_corpus
from tests.search.news import read_news
from tests.search.node import Node, needs_node, render, start_node
from tests.search.queries import make_queries

ANSWER = """
import {{ readFileSync }} from "node:fs";
import {{ open }} from "@/index.js";
const fetch = async (url) => new Response(readFileSync(url));
const index = await open("{manifest}", fetch);
async function answer({{ text, sort, ...rest }}) {{
  const {{ ranked, notes }} = await index.findRanked(text, sort, rest);
  const hits = ranked.map(({{ document, score, whole }}) => [document, score, whole]);
  return {{ root: index.plan(text).root, notes, hits }};
}}
"""

Asked = dict[str, Any]


def ask_otherwise(query: str, stories: Sequence[Story]) -> Asked:
    """Return a question with the query, on some of the stories and in some order."""
    chance = random.Random(repr(query))
    days = sorted(published.isoformat()[:10] for s in stories if (published := s.header.published))

    def sometimes(day: str) -> str | None:
        return day[: chance.choice((4, 7, 10))] if chance.random() < 0.15 else None

    source = chance.choice(stories).header.source
    return {
        "text": query,
        "sort": chance.choice(("relevance", "relevance", "newest", "oldest")),
        "from": sometimes(chance.choice(days)),
        "to": sometimes(chance.choice(days)),
        "filters": chance.choice([*[{}] * 8, {"year": [days[-1][:4]]}, {"source": [source]}]),
    }


def answer_by_whoosh(archive: Archive, asked: Asked) -> Asked:
    plan = make_plan(parse_query(asked["text"]), archive.lexicon)
    question = Question(
        text=asked["text"],
        sort=asked["sort"],
        first=asked["from"],
        last=asked["to"],
        filters={name: [one for one in of if one] for name, of in asked["filters"].items()},
    )
    ranked, notes = archive.find(plan, question)
    return {"root": render(plan.root), "notes": list(notes), "hits": [list(one) for one in ranked]}


@contextmanager
def asking(searchable: Searchable) -> Iterator[tuple[Node, Archive]]:
    manifest = (searchable.site / searchable.assets.manifest).as_uri()
    with (
        start_node(ANSWER.format(manifest=manifest)) as node,
        open_archive(searchable.index) as archive,
    ):
        yield node, archive


def assert_alike(searchable: Searchable, queries: Mapping[str, Sequence[str]]) -> None:
    with asking(searchable) as (node, archive):
        for kind, of_kind in queries.items():
            for query in of_kind:
                asked = ask_otherwise(query, searchable.stories)
                assert_equal(answer_by_whoosh(archive, asked), node.ask(asked), (kind, asked))


def assert_equal(whoosh: Asked, browser: Asked, what: object) -> None:
    assert (browser["root"], browser["notes"]) == (whoosh["root"], whoosh["notes"]), what
    assert [(n, whole) for n, _, whole in browser["hits"]] == [
        (n, whole) for n, _, whole in whoosh["hits"]
    ], what
    for (number, ours, _), (_, theirs, _) in zip(browser["hits"], whoosh["hits"], strict=True):
        assert abs(ours - theirs) <= 1e-9, (what, number)


def speak(stories: Sequence[Story]) -> tuple[Story, ...]:
    """Return stories some of which say to be in another language than the archive's."""
    chance = random.Random(3)
    tongues = (None, None, "de", "fr")
    return tuple(
        replace(story, header=replace(story.header, language=chance.choice(tongues)))
        for story in stories
    )


@pytest.fixture(scope="module")
def tongues(tmp_path_factory: pytest.TempPathFactory) -> Searchable:
    """The invented coast in three languages."""
    return make_searchable(speak(make_corpus()), tmp_path_factory.mktemp("tongues"))


def test_the_library_is_the_one_that_is_asked_for() -> None:
    wanted = os.environ.get("BACKFILE_WHOOSH", str(Path(sys.executable).parents[1]))
    assert Path(whoosh.__file__).is_relative_to(wanted)


@needs_node
def test_two_thousand_queries_of_twelve_kinds_are_answered_alike(tongues: Searchable) -> None:
    with open_archive(tongues.index) as archive:
        assert len(archive.searcher.leaf_searchers()) == 2
    queries = make_queries(tongues.stories, 2000)
    assert len(queries) == 12
    assert_alike(tongues, queries)


@needs_node
def test_queries_made_by_hand_are_answered_alike(coast: Searchable) -> None:
    assert_alike(coast, QUERIES)


def test_the_queries_of_every_kind_find_something(tongues: Searchable) -> None:
    """A query that finds nothing proves little."""
    for kind, queries in make_queries(tongues.stories, 120).items():
        totals = [
            find_hits(tongues.index, Question(text=query, limit=1)).total for query in queries
        ]
        assert sum(total > 0 for total in totals) >= len(queries) / 2, kind


@pytest.mark.browser
def test_chromium_answers_alike(tongues: Searchable, serve_folder: ServeFolder, page: Page) -> None:
    queries = [query for kind in make_queries(tongues.stories, 240).values() for query in kind]
    answers = search_in_browser(page, serve_folder(tongues.site), tongues.assets, queries)
    with open_archive(tongues.index) as archive:
        count = len(tongues.stories)
        pages = [read_stored(archive.searcher, number).page for number in range(count)]
        for query, answer in zip(queries, answers, strict=True):
            plan = make_plan(parse_query(query), archive.lexicon)
            ranked, _ = archive.find(plan, Question(text=query))
            found = [(pages[one.document], pytest.approx(one.score, abs=1e-9)) for one in ranked]
            assert [tuple(hit) for hit in answer["hits"]] == found, query
            assert answer["total"] == len(ranked), query


@needs_node
@pytest.mark.shared
def test_ten_thousand_news_stories_are_found_alike(shared: Path, tmp_path: Path) -> None:
    news = make_searchable(speak(tuple(read_news(shared))), tmp_path)
    assert_alike(news, make_queries(news.stories, 300))
