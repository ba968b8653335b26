"""Text becomes words in one way, in Python and in the browser, in every language."""

import inspect
import random
import re
from collections.abc import Sequence

import pytest
import snowballstemmer
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from snowballstemmer.among import Among

from generator.search.bundle import BROWSER
from generator.search.language import WORD_LIMIT, get_words_of, list_stemmers, name_stemmer
from tests.conftest import ServeFolder

LANGUAGES = {name_stemmer(tag): tag for tag in (
    "ar ca da de el en es et eu fi fr ga hu hy id it lt nb nl pt ro ru sv tr".split()
)}  # fmt: skip

# What Python's release of Unicode doesn't know, the browser's may.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"]))

SPLIT = """async ([root, stemmer, texts]) => {
    const { Words } = await import(`${root}words.js`);
    const words = new Words(stemmer);
    return texts.map((text) => words.split(text));
}"""


@pytest.fixture
def modules(serve_folder: ServeFolder, page: Page) -> str:
    """The address of the modules as they are written."""
    root = serve_folder(BROWSER)
    page.goto(f"{root}words.js")
    return root


def split(texts: Sequence[str], language: str) -> list[list[str]]:
    return [get_words_of(language).split(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Harbours, opening", ["the", "harbour", "open"]),
        ("The mayor's race, the MAYOR’S race", ["the", "mayor", "race"] * 2),
        ("O'Hara won't", ["o", "hara", "won", "t"]),
        ("U.S. 3.5 wind-up", ["u", "s", "3", "5", "wind", "up"]),
        ("cafe\u0301 = café = ｃａｆé", ["café"] * 3),
        ("ﬁnance", ["financ"]),
        ("漁港の漁船", ["漁港の漁船"]),
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
    assert set(get_words_of("en").split("cafe\u0301 " * 2_000)) == {"café"}


def test_words_are_found_where_they_stand() -> None:
    text = "The Mayor’s race"
    found = list(get_words_of("en").find(text))
    assert [(stem, text[start:end]) for stem, start, end in found] == [
        ("the", "The"),
        ("mayor", "Mayor"),
        ("race", "race"),
    ]


@pytest.mark.browser
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(["\U00010000Y \U00010000ies 𝒩ews \U00010400\U00010401ing"])
@given(st.lists(TEXTS, min_size=50, max_size=200))
def test_the_browser_cuts_any_text_as_python_does(
    modules: str, page: Page, texts: list[str]
) -> None:
    assert page.evaluate(SPLIT, [modules, "english", texts]) == split(texts, "en")


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


@pytest.mark.browser
def test_the_browser_stems_as_python_does_in_every_language(modules: str, page: Page) -> None:
    for name, tag in LANGUAGES.items():
        words = make_words(name)
        assert len(set(words)) > 300, name
        assert page.evaluate(SPLIT, [modules, name, words]) == split(words, tag), name
