"""The browser ranks exactly as Whoosh does: the same hits, order, totals and scores."""

import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.model import Story
from generator.search.index import open_index, read_language, read_stored
from generator.search.query import parse_query
from generator.search.ranking import rank
from tests.conftest import ServeFolder
from tests.search.conftest import QUERIES, Searchable, make_searchable, search_in_browser
from tests.search.news import read_news


def search_with_whoosh(index: Path, queries: Sequence[str]) -> list[dict[str, Any]]:
    language = read_language(index)
    answers = []
    with open_index(index) as searcher:
        pages = [read_stored(searcher, number).page for number in range(searcher.doc_count_all())]
        for query in queries:
            found = rank(searcher, parse_query(query, language))
            answers.append(
                {
                    "total": len(found),
                    "whole": sum(one.whole for one in found),
                    "hits": [(pages[one.document], one.score) for one in found],
                }
            )
    return answers


def assert_equal(whoosh: dict[str, Any], browser: dict[str, Any], query: str) -> None:
    assert [page for page, _ in browser["hits"]] == [page for page, _ in whoosh["hits"]], query
    assert (browser["total"], browser["whole"]) == (whoosh["total"], whoosh["whole"]), query
    for (page, ours), (_, theirs) in zip(browser["hits"], whoosh["hits"], strict=True):
        assert ours == pytest.approx(theirs, abs=1e-9, rel=0), (query, page)


@pytest.mark.browser
def test_every_query_finds_the_same_in_the_same_order_with_the_same_scores(
    coast: Searchable, coast_root: str, page: Page
) -> None:
    queries = [query for kind in QUERIES.values() for query in kind]
    assert len(queries) >= 100
    ours = search_in_browser(page, coast_root, coast.assets, queries)
    theirs = search_with_whoosh(coast.index, queries)
    for query, browser, whoosh in zip(queries, ours, theirs, strict=True):
        assert_equal(whoosh, browser, query)


def test_the_queries_of_every_kind_find_something(coast: Searchable) -> None:
    """A query that finds nothing proves little."""
    for kind, queries in QUERIES.items():
        totals = [answer["total"] for answer in search_with_whoosh(coast.index, queries)]
        assert any(totals) or kind == "no such word", kind


@pytest.mark.browser
@pytest.mark.shared
def test_a_thousand_news_stories_rank_the_same(
    shared: Path, tmp_path: Path, serve_folder: ServeFolder, page: Page
) -> None:
    stories: tuple[Story, ...] = tuple(islice(read_news(shared), 1000))
    kinds = json.loads((shared / "search" / "news-10k.queries.json").read_text("utf-8"))
    queries = [query for kind in kinds.values() for query in kind]
    news = make_searchable(stories, tmp_path)
    ours = search_in_browser(page, serve_folder(news.site), news.assets, queries)
    for query, browser, whoosh in zip(
        queries, ours, search_with_whoosh(news.index, queries), strict=True
    ):
        assert_equal(whoosh, browser, query)
