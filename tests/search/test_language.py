"""Text becomes words in one way, in Python and in the browser, in every language."""

import gzip
import inspect
import json
import random
import re
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
import snowballstemmer
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from snowballstemmer.among import Among

from generator.search.language import WORD_LIMIT, get_words_of
from generator.search.lexicon import Lexicon, Wanted
from generator.search.stemming import (
    find_in_python,
    find_stemmer,
    list_stemmers,
    name_stemmer,
)
from tests.search.node import Node, needs_node, start_node
from tools import stopwords

LANGUAGES = {name_stemmer(tag): tag for tag in (
    "ar ca da de el en es et eu fi fr ga hu hy id it lt nb nl pt ro ru sv tr".split()
)}  # fmt: skip

# What Python's release of Unicode doesn't know, the browser's may.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"]))

ANSWER = """
import { findTerms } from "@/marks.js";
import { Lexicon } from "@/words.js";
function answer([stemmers, texts]) {
  const lexicon = new Lexicon(stemmers);
  return texts.map((text) => {
    const found = findTerms(text, lexicon).map(({ terms, start, end }) => {
      const signs = Array.from(text.slice(0, start)).length;
      return [Array.from(new Set(terms)).sort(), signs, text.slice(start, end)];
    });
    return [lexicon.read(text), lexicon.phrases(text), found];
  });
}
"""


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(ANSWER) as node:
        yield node


def read(texts: Sequence[str], languages: Sequence[str]) -> Any:
    """Return what Python's words answer, as the browser's would."""
    lexicon = Lexicon(tuple(languages))
    said = [
        (
            [asdict(wanted) for wanted in lexicon.read(text)],
            lexicon.phrases(text),
            [
                (sort_units(terms), start, text[start:end])
                for terms, start, end in lexicon.find(text)
            ],
        )
        for text in texts
    ]
    return json.loads(json.dumps(said))


def sort_units(terms: Iterable[str]) -> list[str]:
    """Return terms in JavaScript's order, which is that of UTF-16."""
    return sorted(terms, key=lambda term: term.encode("utf-16-be", "surrogatepass"))


def read_in_node(node: Node, texts: Sequence[str], languages: Sequence[str]) -> Any:
    return node.ask([[name_stemmer(language) for language in languages], list(texts)])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Harbours, opening", ["the", "harbour", "open"]),
        ("The mayor's race, the MAYOR’S race", ["the", "mayor", "race"] * 2),
        ("O'Hara won't", ["o", "hara", "won", "t"]),
        ("U.S. 3.5 wind-up", ["u", "s", "3", "5", "wind", "up"]),
        ("AT&T, 1,250 X\u2011rays", ["at", "t", "1", "250", "x", "ray"]),
        ("cafe\u0301 = café = ｃａｆé", ["cafe"] * 3),
        ("ﬁnance", ["financ"]),
        ("漁港の漁船 2019年", ["漁港", "港の", "の漁", "漁船", "2019", "年"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार"]),
        ("", []),
        ("— … 🚢", []),
    ],
)
def test_text_becomes_stems(text: str, words: list[str]) -> None:
    assert get_words_of("en").split(text) == words


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert name_stemmer("pl") is None
    assert get_words_of("pl").split("Domy i Ogrody") == ["domy", "i", "ogrody"]


def test_a_tag_stands_for_its_language() -> None:
    assert name_stemmer("pt-BR") == name_stemmer("PT") == "portuguese"


def test_every_language_with_a_stemmer_is_tried_here() -> None:
    assert tuple(sorted(LANGUAGES)) == list_stemmers()


def test_a_word_without_end_is_cut() -> None:
    assert get_words_of("en").split("x" * 100_000) == ["x" * WORD_LIMIT]


def test_marks_without_end_take_no_time() -> None:
    """NFKC sorts marks; a hundred thousand at once would take many seconds."""
    assert get_words_of("en").split("a" + "\u0315\u0300\u05ae\u0301" * 25_000)


def test_long_text_is_composed_throughout() -> None:
    assert set(get_words_of("en").split("cafe\u0301 " * 2_000)) == {"cafe"}


def test_words_are_found_where_they_stand() -> None:
    text = "The Mayor’s race"
    found = list(get_words_of("en").find(text))
    assert [(stem, text[start:end]) for stem, start, end in found] == [
        ("the", "The"),
        ("mayor", "Mayor’s"),
        ("race", "race"),
    ]


def test_a_token_is_kept_whole_and_in_parts() -> None:
    analysed = get_words_of("en").analyse("COVID-19")
    assert analysed.terms == (("covid", 0), ("19", 1))
    assert (analysed.width, analysed.extra) == (2, ("covid-19",))


def test_a_chain_of_many_parts_is_no_name() -> None:
    assert get_words_of("en").analyse("a-b-c-d-e-f-g-h-i").extra == ()


def test_an_accented_word_is_kept_with_and_without_its_accents() -> None:
    analysed = get_words_of("fr").analyse("élèves")
    assert (analysed.terms, analysed.extra) == ((("elev", 0),), ("élev",))


def test_a_word_is_found_without_its_accents_though_its_stemmer_goes_by_them() -> None:
    analysed = get_words_of("pt").analyse("manifestação")
    assert analysed.terms == (("manifest", 0),)
    assert analysed.extra == ("manifestaca!",)
    assert Lexicon(("pt",)).read("manifestacao") == (
        Wanted(token="manifestacao", any_of=("manifestaca", "manifestaca!")),
    )


def test_of_what_an_apostrophe_joins_the_longest_part_is_needed() -> None:
    school, name = Lexicon(("fr",)).read("l’école O'Brien-Smith")
    assert school == Wanted(token="l’école", any_of=("ecol", "écol", "l'ecole"))
    assert (name.any_of, [group[0] for group in name.all_of]) == (
        ("o'brien-smith",),
        ["brien", "smith"],
    )


def test_a_language_without_accents_takes_them_off_before_it_stems() -> None:
    assert get_words_of("en").analyse("Beyoncé") == ((("beyonc", 0),), 1, ("beyoncé",))
    assert Lexicon(("en",)).read("beyonce") == (Wanted(token="beyonce", any_of=("beyonc",)),)


@pytest.mark.parametrize("text", ["❤️ ⚠️", "\u0301\u20e3"])
def test_a_mark_is_no_word(text: str) -> None:
    assert Lexicon(("en",)).read(text) == ()


def test_what_only_chooses_the_look_of_a_sign_parts_no_word() -> None:
    words = get_words_of("si")
    assert words.split("ශ්\u200dරී 葛\U000e0100城") == words.split("ශ්රී 葛城")
    assert words.split("1\ufe0f\u20e3") == ["1"]
    text = "ශ්\u200dරී 葛\U000e0100城"
    assert [text[start:end] for _, start, end in Lexicon(("si",)).find(text)] == text.split()


def test_a_single_sign_of_a_script_without_spaces_is_found() -> None:
    [(terms, *_)] = Lexicon(("zh",)).find("渔港开")
    assert terms == {"渔港", "港开", "渔!", "港!", "开!"}
    [wanted] = Lexicon(("en", "zh")).read("港")
    assert wanted.any_of == ("港!",)


def test_a_tag_may_be_written_as_a_locale() -> None:
    assert name_stemmer("de_AT") == "german"


def test_a_short_i_is_a_letter_and_a_yo_an_ye() -> None:
    assert get_words_of("ru").split("ёлка край") == ["елк", "кра"]
    assert get_words_of("ru").split("елка") == ["елк"]


def test_a_query_is_read_in_all_languages_of_the_archive() -> None:
    assert Lexicon(("en", "es")).read("elections") == (
        Wanted(token="elections", any_of=("elect", "elections", "elections!")),
    )
    assert Lexicon(("en", "es")).phrases("the elections") == (
        ("the", "elect"),
        ("the", "elections"),
    )


def test_a_word_without_spaces_is_a_row_of_pairs() -> None:
    assert Lexicon(("ja",)).read("東京都 年") == (
        Wanted(token="東京都", phrase=("東京", "京都")),
        Wanted(token="年", any_of=("年!",)),
    )


def test_small_words_of_the_main_language_are_known() -> None:
    words = Lexicon(("en", "de")).read("The die don't")
    assert [wanted.stop for wanted in words] == [True, False, True]


@needs_node
def test_the_browser_knows_the_same_small_words() -> None:
    assert stopwords.FILE.read_text(encoding="utf-8") == stopwords.render()


@needs_node
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(["\U00010000Y \U00010000ies 𝒩ews \U00010400\U00010401ing"])
@example(["İzmir ΟΔΟΣ straße æther 's x' a.b.c.d.e.f.g.h.i __proto__ constructor"])
@given(st.lists(TEXTS, min_size=50, max_size=200))
def test_the_browser_reads_any_text_as_python_does(node: Node, texts: list[str]) -> None:
    for languages in (["en"], ["fr", "de", "pl"]):
        assert read_in_node(node, texts, languages) == read(texts, languages)


@needs_node
def test_the_browser_takes_every_character_as_python_does(node: Node) -> None:
    """All that Python's release of Unicode knows: a letter, a mark or neither, and what of it.

    Of the ideographs and syllables, which are all alike, it is every fiftieth.
    """
    signs = [
        sign
        for sign in map(chr, range(0x110000))
        if unicodedata.category(sign)[0] != "C"
        if not re.match("(CJK UNIFIED|HANGUL SYLLABLE)", unicodedata.name(sign, ""))
        or ord(sign) % 50 == 0
    ]
    texts = [f"{sign} a{sign}b {sign}{sign}" for sign in signs]
    assert len(texts) > 40_000
    assert read_in_node(node, texts, ["fr"]) == read(texts, ["fr"])


@needs_node
@pytest.mark.parametrize(
    "piece",
    ["a", "漢", "ก", "a'", "l’é", "a-", "1,", "e\u0301", "\u0315\u0300", "’s", "\ud800 "],
)
def test_text_without_end_is_read_soon_on_both_sides(node: Node, piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    start = time.perf_counter()
    assert read_in_node(node, [text], ["en", "fr"]) == read([text], ["en", "fr"])
    assert time.perf_counter() - start < 10


@needs_node
def test_the_browser_reads_what_looks_like_words_as_python_does(node: Node) -> None:
    chance = random.Random(4)
    signs = "aeéßø'’.-&,1\u0301ñ 漁港กีह्िन\u064bё\u2010\U00020000Ø"
    texts = ["".join(chance.choices(signs, k=40)) for _ in range(2000)]
    assert read_in_node(node, texts, ["es", "en"]) == read(texts, ["es", "en"])


@needs_node
@pytest.mark.shared
def test_the_browser_reads_the_pages_of_28_languages_as_python_does(
    node: Node, shared: Path
) -> None:
    pages = sorted((shared / "pages" / "publishers").glob("*.html.gz"))
    texts = [gzip.decompress(page.read_bytes()).decode(errors="replace") for page in pages]
    shown = [re.sub(r"<[^>]*>", " ", text)[:6_000] for text in texts]
    for languages in (["en"], ["de", "fr", "ru"]):
        assert read_in_node(node, shown, languages) == read(shown, languages)


def make_words(name: str, count: int = 400) -> list[str]:
    """Return words of a language's own letters that end in all that its stemmer knows."""
    stemmer = getattr(snowballstemmer, f"{name.title()}Stemmer")
    tables = [table for _, table in inspect.getmembers(stemmer) if isinstance(table, list | tuple)]
    ends = sorted({among.s for table in tables for among in table if isinstance(among, Among)})
    letters = sorted(set(re.findall(r"\w", "".join(ends))))
    chance = random.Random(name)
    return [
        "".join(chance.choices(letters, k=chance.randint(0, 7))) + chance.choice(ends)
        for _ in range(count)
    ]


@needs_node
def test_the_browser_stems_as_python_does_in_every_language(node: Node) -> None:
    for name, tag in LANGUAGES.items():
        words = make_words(name, 3000)
        assert len(set(words)) > 2500, name
        assert read_in_node(node, words, [tag]) == read(words, [tag]), name


def test_stems_are_the_same_in_c_and_in_python_in_every_language() -> None:
    found = pytest.importorskip("Stemmer", reason="PyStemmer has no wheel for this machine")
    for name, tag in LANGUAGES.items():
        in_c, in_python = find_stemmer(tag), find_in_python(tag)
        assert isinstance(getattr(in_c, "__self__", None), found.Stemmer)
        words = make_words(name, 1000)
        assert [in_c(word) for word in words] == [in_python(word) for word in words], name
