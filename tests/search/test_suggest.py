"""Words that no story has give way to those of the archive that were probably meant."""

import time
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.forms import Forms
from generator.search.lexicon import Lexicon
from generator.search.stemming import name_stemmer
from generator.search.suggest import suggest
from tests.search.node import Node, needs_node, start_node

CODE = """
import { suggest } from "@/suggest.js";
import { Lexicon } from "@/words.js";
async function answer([text, stemmers, known]) {
  const count = async (start) => new Map(known.filter(([word]) => word.startsWith(start)));
  return suggest(text, new Lexicon(stemmers), { count });
}
"""

KNOWN = Counter(
    {
        "harbour": 400, "harbours": 90, "budget": 300, "government": 500, "goverment": 1,
        "minister": 250, "ministry": 80, "mister": 2, "cafe": 40, "ferry": 120, "night": 200,
        "smith": 900, "smyth": 2, "strasse": 12, "budged": 4, "north": 30,
    }
)  # fmt: skip
FORMS = Forms(KNOWN)
LEXICON = Lexicon(("en",))


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(CODE) as process:
        yield process


def ask(node: Node, text: str) -> str | None:
    said = node.ask([text, [name_stemmer("en")], [*KNOWN.items()]])
    return None if said is None else str(said)


@needs_node
@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("harbuor", "harbour"),
        ("Harbuor budegt", "harbour budget"),
        ("harbour bugdet", "harbour budget"),
        (
            '+"harbuor budget" AND NOT (headline:feryr)',
            '+"harbour budget" AND NOT (headline:ferry)',
        ),
        ("-nigth  ferry ", "-night  ferry "),
        ("ahrbour", "harbour"),  # the first two letters swapped
        ("gvoernment", "government"),
        ("hrabour", "harbour"),
        ("aharbour", "harbour"),  # a letter too many at the start
        ("ministr", "minister"),  # one letter away from two: the more frequent
        ("goverment", "government"),  # a mistake that one story has made, too
        ("strase", "strasse"),
        ("straße harbuor", "straße harbour"),
        ("smyth", "smith"),
        ("harbouring", None),  # another form of a word that is there
        ("harbour", None),
        ("nort", "north"),
        ("nrt", None),
        ("mist3r 1234 12345", None),
        ("harbuor*", None),
        ("harbuor~", None),
        ("source:harbuor section:feryr", None),
        ("harbuor:", None),
        ("café", None),
        ("日本日本日本", None),
        ("xyzzyx", None),
        ("", None),
        ("😀 \ud800 \0 ((((", None),
        ("harbuor " * 51, None),
    ],
)
def test_what_was_meant_is_suggested(node: Node, text: str, meant: str | None) -> None:
    assert suggest(text, LEXICON, FORMS) == meant
    assert ask(node, text) == meant


@needs_node
@given(
    text=st.lists(
        st.sampled_from([*KNOWN]).flatmap(
            lambda word: st.integers(0, len(word)).map(lambda at: word[:at] + "e" + word[at + 1 :])
        )
        | st.sampled_from(["AND", "OR", '"', "(", ")", "-", "source:", "topic:", " ", "*", "Îß"]),
        max_size=8,
    ).map(" ".join)
    | st.text(max_size=30)
)
def test_both_sides_suggest_the_same(node: Node, text: str) -> None:
    assert ask(node, text) == suggest(text, LEXICON, FORMS)


@needs_node
def test_a_query_without_end_is_left_alone(node: Node) -> None:
    start = time.monotonic()
    for text in ("harbuor " * 12_500, "x" * 100_000, "source:" * 14_000, "( " * 5000):
        assert suggest(text, LEXICON, FORMS) is None
        assert ask(node, text) is None
    assert time.monotonic() - start < 5
