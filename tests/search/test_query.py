"""What a person types is read alike here and in the browser, and nothing of it is an error."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.query import DEPTH_LIMIT, LENGTH_LIMIT, parse_query
from generator.search.schema import FIELD_NAMES
from generator.search.tree import (
    Both,
    Dates,
    Either,
    Like,
    Part,
    Quote,
    Series,
    Signed,
    Start,
    Text,
)
from tests.search.node import Node, needs_node, render, start_node

READ = f"""
import {{ parseQuery }} from "@/query.js";
const answer = (text) => parseQuery(text, {json.dumps(FIELD_NAMES)});
"""

ODD = [
    "", " ", '"', '""', "(", ")", "()", "((a))", "a b", "+a -b", "- a", "--a", "+-a", "a -",
    "-(a b)", "AND", "a AND", "OR a", "NOT", "NOT NOT a", "a AND NOT b", "a OR b AND c",
    "(a OR b) c", 'x"night ferry"y', '"a b"~3', '"a b"~', '"a b"~123', '"a', "a*", "*", "a*b",
    "a~", "a~1", "a~3", "source:x", "SOURCE:X", "source: x", "source:", "source:)",
    "source:topic:x", "nothing:x", "12:30", "https://coast.example/", "Brexit: what next",
    "source:(a b)", 'topic:"a b"', "headline:a*", "date:2023", "date:2023-09",
    "date:2023-02-29", "date:2024-02-29", "date:2023-13", "date:0000", "date:", "date:x",
    'date:"x"', "date:(2023)", "date:[2023 TO 2024]", "date:[* TO 2024-01-02]",
    "date:[2023 TO ]", "date:[TO 2023]", "date:[TO]", "date:[2023-99 TO *]", "date:2023-9",
    "-date:2023", "“night ferry”", "（a）", "＂a b＂", "a\u0000b", "\ud800 a", "a\u0085b\ufeffc",
    "🚢", "مرحبا -عالم", "(" * DEPTH_LIMIT + "a" + ")" * DEPTH_LIMIT, "(" * 5000, "(a " * 70,
    "a" * 5000, "🚢" * 4001, "source:" * 500, '"' * 3999, "NOT " * 900, "a\u0301" * 3000,
    "\ufdfa" * 4000, "-" * 4000, "A OR B AND C", "THE A AND B OF C", 'A "B C D" AND E',
    "Α ΚΑΙ AND Β Γ Δ", "THE a AND B OF C", " A AND B ", "A B C OR NOT",
]  # fmt: skip


def text(words: str, field: str | None = None) -> Text:
    return Text(words, field)


def plain(*parts: Part) -> Series:
    return Series(tuple(Signed("", part) for part in parts))


def signed(*parts: tuple[str, Part]) -> tuple[Signed, ...]:
    return tuple(Signed(sign, part) for sign, part in parts)


@pytest.mark.parametrize(
    ("query", "root"),
    [
        ("", plain()),
        ("night ferry", plain(text("night"), text("ferry"))),
        ('"night ferry" strike', plain(Quote("night ferry", 1, None), text("strike"))),
        ('"ferry strike"~4', plain(Quote("ferry strike", 4, None))),
        ("“night ferry”", plain(Quote("night ferry", 1, None))),
        ("+a -b NOT c", Series(signed(("+", text("a")), ("-", text("b")), ("-", text("c"))))),
        ("wind-up", plain(text("wind-up"))),
        ("a - b", plain(text("a"), text("-"), text("b"))),
        ("a AND b c", plain(Both(signed(("", text("a")), ("", text("b")))), text("c"))),
        ("a OR NOT b", plain(Either(signed(("", text("a")), ("-", text("b")))))),
        ("-(a b)", Series(signed(("-", plain(text("a"), text("b")))))),
        ("SOURCE:Herald", plain(text("Herald", "source"))),
        ('topic:"harbour budget"', plain(Quote("harbour budget", 1, "topic"))),
        ("headline:(a source:b)", plain(plain(text("a", "headline"), text("b", "source")))),
        ("harb* headline:harb*", plain(Start("harb", None), Start("harb", "headline"))),
        ("harbor~ harbor~2", plain(Like("harbor", 1, None), Like("harbor", 2, None))),
        ("date:2023-09", plain(Dates("2023-09", "2023-09"))),
        ("date:[2023 TO 2024-02-29]", plain(Dates("2023", "2024-02-29"))),
        ("date:[* TO 2024]", plain(Dates(None, "2024"))),
        ("date:[2023 TO ]", plain(Dates("2023", None))),
    ],
)  # fmt: skip
def test_a_query_is_read(query: str, root: Series) -> None:
    read = parse_query(query)
    assert (read.root, read.notes) == (root, ())


@pytest.mark.parametrize(
    "query",
    [
        "(a",
        "a)",
        '"a',
        "a AND",
        "OR a",
        "NOT",
        "date:x",
        "date:2023-02-29",
        "no:field",
        "()",
        "(" * 65,
    ],
)
def test_what_makes_no_sense_is_searched_as_words_with_a_note(query: str) -> None:
    read = parse_query(query)
    assert (read.root, read.notes) == (plain(text(query)), ("words",))


def test_a_query_without_end_is_cut_with_a_note() -> None:
    read = parse_query("." * LENGTH_LIMIT + " harbour")
    assert read.notes == ("long",)
    assert read.root == plain(text("." * LENGTH_LIMIT))


def test_groups_may_stand_in_groups_as_deep_as_the_limit() -> None:
    assert parse_query("(" * DEPTH_LIMIT + "a" + ")" * DEPTH_LIMIT).notes == ()


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(READ) as node:
        yield node


PIECES = st.sampled_from([
    "AND", "OR", "NOT", "(", ")", '"', "-", "+", "*", "~", "~2", ":", "[", "]", " TO ", "date:",
    "source:", "topic:", "no:", "2023", "-09", "-31", "ferry", "the", "naïve", "漁港", "море",
    "🚢", "\u0000", "\ud83d", " ", " ", " ", "\u00a0", "\u1680", "\u2003", "\u3000", "\ufeff",
    "\x1d", "«", "”", "ﬁ", "：", "²", "ي",
])  # fmt: skip
# Letters newer than Python's Unicode are none here, and may be some in the browser.
KNOWN = st.characters(exclude_categories=["Cn"])
QUERIES = st.lists(PIECES | st.text(KNOWN, max_size=3), max_size=25).map("".join)


def test_a_sentence_in_capitals_has_no_operators() -> None:
    words = "TALKS OF KENNEDY and TITO ON TRADE or not".split()
    assert parse_query(" ".join(words).upper()).root == plain(*map(text, words))
    tito = plain(Either(signed(("", text("TITO")), ("", text("TRADE")))))
    assert parse_query("KENNEDY AND (TITO OR TRADE)").root == plain(
        Both(signed(("", text("KENNEDY")), ("", tito)))
    )


@needs_node
@given(QUERIES)
@settings(max_examples=500, deadline=None)
def test_the_browser_reads_any_query_alike(node: Node, query: str) -> None:
    query = json.loads(json.dumps(query))  # two halves of a letter beyond U+FFFF become one
    assert node.ask(query) == render_query(query)


@needs_node
@pytest.mark.parametrize("query", ODD, ids=lambda query: ascii(query[:30]))
def test_the_browser_reads_odd_queries_alike(node: Node, query: str) -> None:
    assert node.ask(query) == render_query(query)


def render_query(query: str) -> dict[str, object]:
    def strip(value: object) -> object:
        if isinstance(value, dict):
            kind = [] if value["kind"] == "signed" else [("kind", value["kind"])]
            rest = [(key, strip(part)) for key, part in value.items() if key != "kind"]
            return dict(kind + rest)
        return [strip(part) for part in value] if isinstance(value, list) else value

    read = parse_query(query)
    return {"root": strip(render(read.root)), "notes": list(read.notes)}
