"""Text from pages is made plain before anything else is done with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import SLUG_LIMIT, fold, slugify, squeeze, strip_controls

ANY_TEXT = st.text(st.characters(codec=None))


@given(ANY_TEXT)
def test_squeezed_text_is_one_printable_line_and_stays_as_it_is(text):
    once = squeeze(text)
    assert squeeze(once) == once
    assert once == once.strip()
    assert len(once.splitlines()) <= 1
    once.encode("utf-8")


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_words_on_two_lines_stay_two_words(end):
    assert squeeze(f"crane{end}stays") == "crane stays"
    assert strip_controls(f"crane{end}stays") == "crane\nstays"


def test_joiners_stay_where_letters_join():
    assert (
        squeeze("Auf\u200clage, fa\u200dmily, Hafen\xad\u200cbehörde")
        == "Auflage, family, Hafenbehörde"
    )
    for kept in ("می\u200cخواهم", "क्\u200dष", "👨\u200d👩\u200d👧"):
        assert squeeze(kept) == kept


def test_what_turns_text_round_or_hides_in_it_is_dropped():
    assert squeeze("cr\u202eane\u200b\x00\ufeff") == "crane"


@given(ANY_TEXT, st.integers(10, SLUG_LIMIT))
def test_a_slug_is_a_short_name_that_every_file_system_takes(text, limit):
    slug = slugify(text, limit)
    assert 0 < len(slug) <= limit + len("-news")
    assert slug.isascii()
    assert slug == slug.lower()
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-")
    assert not slug.endswith("-")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Łucja Grzędzicka’s storm bread", "lucja-grzedzickas-storm-bread"),
        ("北京 calling", "bei-jing-calling"),
        ("CON", "con-news"),
        ("Index", "index-news"),
        ("04", "04-news"),
        ("?!", "untitled"),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_slugs_read_like_what_they_name(text, slug):
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("one", "other"),
    [("“Rail”  strike", '"rail" STRIKE'), ("two—three", "two-three"), ("ﬁsh", "Fish")],
)
def test_two_spellings_of_the_same_words_fold_into_one(one, other):
    assert fold(one) == fold(other)


@given(ANY_TEXT)
def test_squeezing_drops_what_is_stripped_and_joins_the_words_that_are_left(text):
    assert squeeze(text) == " ".join(strip_controls(text).split())


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_folds_as_all_text_does(text):
    marked = fold(f"{text}\u00e4")
    assert fold(f"{text}a") == f"{marked[:-1]}a"
