"""A query becomes the same plan here and in the browser; what would cost too much is left out."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from generator.search.lexicon import get_lexicon
from generator.search.plan import REPEATS, TERM_LIMIT, WILD_LIMIT, Plan, make_plan
from generator.search.query import parse_query
from generator.search.schema import EVERYDAY_FIELDS, FIELD_NAMES
from generator.search.stemming import name_stemmer
from generator.search.wishes import list_terms
from tests.search.node import Node, needs_node, render, start_node
from tests.search.test_query import ODD, QUERIES

LANGUAGES = ("en", "de", "fr")
STEMMERS = [name_stemmer(language) for language in LANGUAGES]
PLAN = f"""
import {{ makePlan }} from "@/plan.js";
import {{ parseQuery }} from "@/query.js";
import {{ Lexicon }} from "@/words.js";
const fields = {json.dumps(FIELD_NAMES)};
const everyday = {json.dumps(EVERYDAY_FIELDS)};
const lexicon = new Lexicon({json.dumps(STEMMERS)});
const answer = (text) => makePlan(parseQuery(text, fields), lexicon, everyday);
"""


def plan(query: str, languages: tuple[str, ...] = ("en",)) -> Plan:
    return make_plan(parse_query(query), get_lexicon(languages))


def find_terms(query: str) -> list[str]:
    return list(dict.fromkeys(list_terms(plan(query).root)))


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("the mayor", ["mayor"]),
        ("the", ["the"]),
        ("to be or not to be", ["to", "be", "or", "not"]),
        ("+the mayor", ["the", "mayor"]),
        ("headline:the mayor", ["the", "mayor"]),
        ('"the mayor" of', ["the", "mayor"]),
        ("the -mayor", ["the"]),
        ("the date:2023", ["the"]),
        ("the AND mayor", ["mayor"]),
    ],
)
def test_small_words_count_where_they_are_meant(query: str, terms: list[str]) -> None:
    assert find_terms(query) == terms


def test_a_long_question_needs_not_all_that_a_hyphen_joins() -> None:
    assert find_terms("the three-nation talks") == ["three-nation", "three", "nation", "talk"]
    assert find_terms("+long-range efforts of the three-nation U.S.-led talks to end a war") == [
        *("long-range", "long", "rang"),
        *("effort", "three", "nation", "u.s", "u", "s", "led", "talk", "end", "war"),
    ]


@pytest.mark.parametrize("query", ["", "&", "-&", "+& (&)", '"&"', "🚢"])
def test_without_words_there_is_nothing_to_look_for(query: str) -> None:
    assert plan(query).root is None


def test_of_too_many_words_the_first_are_looked_for() -> None:
    cut = plan(" ".join(f"w{number}" for number in range(500)))
    assert len(set(list_terms(cut.root))) == TERM_LIMIT
    assert cut.notes == ("terms",)


def test_a_word_that_is_repeated_takes_no_room() -> None:
    assert plan("ferry " * 400).notes == ()


def test_a_word_that_is_repeated_without_end_counts_a_few_times() -> None:
    root = plan("a " * 2000).root
    assert root
    assert len(root.optional) == REPEATS
    [wish] = plan(" AND ".join(["ferry"] * 400)).root.optional  # type: ignore[union-attr]
    assert len(wish.wishes) == REPEATS  # type: ignore[union-attr]


def test_of_too_many_beginnings_the_first_are_looked_for() -> None:
    cut = plan("harbo* ferri* light* stat* coun* budg~")
    assert cut.root is not None
    assert len(cut.root.optional) == WILD_LIMIT
    assert cut.notes == ("wild",)


def test_a_beginning_that_is_too_short_is_a_word() -> None:
    assert (find_terms("ha*"), plan("ha*").notes) == (["ha"], ("short",))


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(PLAN) as node:
        yield node


def render_plan(query: str) -> dict[str, object]:
    made = plan(query, LANGUAGES)
    return {"root": render(made.root), "notes": list(made.notes)}


@needs_node
@given(QUERIES)
@settings(max_examples=300, deadline=None)
def test_the_browser_plans_any_query_alike(node: Node, query: str) -> None:
    query = json.loads(json.dumps(query))
    assert node.ask(query) == render_plan(query)


@needs_node
@pytest.mark.parametrize("query", ODD, ids=lambda query: ascii(query[:30]))
def test_the_browser_plans_odd_queries_alike(node: Node, query: str) -> None:
    assert node.ask(query) == render_plan(query)
