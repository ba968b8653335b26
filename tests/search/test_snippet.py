"""A snippet shows the words of a story round what was searched for."""

import pytest

from generator.search.lexicon import get_lexicon
from generator.search.snippet import LENGTH, cut_snippet

LONG = " ".join(f"w{number}" for number in range(100))


def cut(text: str, *wanted: str) -> str:
    return cut_snippet(text, frozenset(wanted), get_lexicon(("en",)))


@pytest.mark.parametrize(
    ("text", "wanted", "snippet"),
    [
        ("", "ferry", ""),
        ("…", "ferry", ""),
        ("The night\n\nferry sails.", "ferri", "The night ferry sails"),
        ("A “night” ferry", "zyzzyva", "A “night” ferry"),
    ],
)
def test_a_short_text_is_shown_whole(text: str, wanted: str, snippet: str) -> None:
    assert cut(text, wanted) == snippet


def test_about_thirty_words_are_shown_round_the_first_match() -> None:
    shown = cut(LONG, "w50", "w90").split()
    assert shown[:2] == ["…", "w42"]
    assert shown[-2:] == ["w71", "…"]
    assert len(shown) == LENGTH + 2


def test_the_place_with_most_of_the_words_is_shown() -> None:
    assert "w91" in cut(LONG, "w3", "w90", "w91")


def test_without_a_match_the_text_begins() -> None:
    assert cut(LONG, "zyzzyva").startswith("w0 w1 ")


def test_what_comes_last_is_followed_by_nothing() -> None:
    assert cut(LONG, "w99") == f"… {' '.join(f'w{n}' for n in range(91, 100))}"
