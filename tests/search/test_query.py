"""What a person types is read as words, phrases and fields, and nothing of it is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.query import LENGTH_LIMIT, TERM_LIMIT, find_stems, parse_query

EVERYWHERE = ("headline", "body", "topic", "byline")


def everywhere(clause: str) -> str:
    return f"({' OR '.join(f'{name}:{clause}' for name in EVERYWHERE)})"


def render(query: str) -> list[str]:
    return [str(clause) for clause in parse_query(query, "en")]


@pytest.mark.parametrize(
    ("query", "clauses"),
    [
        ("harbours", [everywhere("harbour")]),
        ("harbour budget", [everywhere("harbour"), everywhere("budget")]),
        ('"night ferry"', [everywhere('"night ferri"')]),
        ("“night ferry”", [everywhere('"night ferri"')]),
        ("source:herald", ["source:herald"]),
        ("SOURCE:Herald", ["source:herald"]),
        ('topic:"harbour budget" x', ['topic:"harbour budget"', everywhere("x")]),
        ('topic:"harbour"', ["topic:harbour"]),
        ("wind-up", [everywhere('"wind up"')]),
        ("byline:o'hara", ['byline:"o hara"']),
        ("source: herald", [everywhere("sourc"), everywhere("herald")]),
        ("mysource:herald", [everywhere('"mysourc herald"')]),
        ("cats AND dogs", [everywhere("cat"), everywhere("and"), everywhere("dog")]),
        ('"night ferry', [everywhere("night"), everywhere("ferri")]),
        ('x"night ferry"y', [everywhere("x"), everywhere('"night ferri"'), everywhere("y")]),
        ('source:""', []),
        ("& — %", []),
        ("", []),
    ],
)
def test_a_query_becomes_clauses(query: str, clauses: list[str]) -> None:
    assert render(query) == clauses


@given(st.text())
def test_no_query_is_an_error(query: str) -> None:
    parse_query(query, "en")


def test_a_query_is_cut_to_its_first_words() -> None:
    assert len(parse_query(" ".join(f"w{n}" for n in range(500)), "en")) == TERM_LIMIT


def test_a_phrase_that_would_go_over_is_left_out_whole() -> None:
    phrase = " ".join(["x"] * 100)
    assert len(parse_query(f'a "{phrase}" "{phrase}" b', "en")) == 2


def test_a_query_without_end_is_cut() -> None:
    assert parse_query("." * LENGTH_LIMIT + " harbour", "en") == ()


def test_the_stems_of_a_field_are_those_that_are_looked_for_in_it() -> None:
    clauses = parse_query('night "harbour budget" source:herald body:opened', "en")
    assert find_stems(clauses, "body") == {"night", "harbour", "budget", "open"}
    assert find_stems(clauses, "source") == {"herald"}
