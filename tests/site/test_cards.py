from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.cards import (
    DEK_LIMIT,
    HEADLINE_LIMIT,
    TEASER_LIMIT,
    find_picture,
    first_words,
    make_cards,
)
from generator.site.words import read_words
from tests.site.markup import parse, texts
from tests.site.stories import make_story, read, render

WORDS = read_words("en")


def make_card(story):
    return make_cards([story], WORDS, "en")[0]


def test_a_card_shows_the_dek_or_else_the_first_words() -> None:
    text = "Nobody was on the ferry this morning but its crew, and the crew had been told to stay."
    assert make_card(make_story("The last ferry", text=text)).teaser == text
    assert make_card(make_story("The last ferry", text=text, dek="Empty")).teaser == "Empty"


def test_first_words_pass_over_a_caption() -> None:
    lead = "The ferry left the east quay at ten past six, and nobody was on it but the crew."
    assert first_words(f"The east quay.\n\n{lead}\n\nMore.") == lead


def test_first_words_end_between_words() -> None:
    cut = first_words("word " * 100)
    assert cut.endswith("word…")
    assert len(cut) <= TEASER_LIMIT


def test_first_words_of_a_script_without_spaces_end_between_characters() -> None:
    assert first_words("港" * 500) == "港" * (TEASER_LIMIT - 1) + "…"


@given(st.text(), st.integers(20, 300))
def test_first_words_keep_to_their_limit_and_to_one_line(text: str, limit: int) -> None:
    cut = first_words(text, limit)
    assert len(cut) <= limit
    assert len(cut.splitlines()) <= 1


def test_a_card_says_the_day_and_knows_how_precise_it_is() -> None:
    exact, month, none = (
        make_card(make_story("A", said)) for said in ("2023-09-04T14:11+02:00", "2023-09", None)
    )
    assert (exact.period, exact.when.text, exact.when.iso) == (
        "2023-09-04",
        "4 September 2023",
        "2023-09-04",
    )
    assert (month.period, month.when.text) == ("2023-09", "September 2023")
    assert (none.period, none.when) == ("", None)


def test_a_card_names_its_language_where_it_is_not_that_of_the_words_around() -> None:
    own, other = (
        make_card(make_story("A", language="EN")),
        make_card(make_story("B", language="ar")),
    )
    assert (own.lang, own.direction) == (None, None)
    assert (other.lang, other.direction) == ("ar", "rtl")
    (unsaid,) = make_cards([make_story("C")], WORDS, "de")
    assert (unsaid.lang, unsaid.direction) == ("de", "ltr")


def test_the_picture_of_a_story_is_the_first_that_the_archive_keeps() -> None:
    body = (
        '<p><img src="https://elsewhere.example/a.png" alt="not ours"></p>'
        '<figure><img src="../../../../media/abc123.jpg" alt="A &quot;quay&quot;" width="800"'
        ' height="600" loading="lazy"></figure>'
        '<img src="../../../../media/later.png" alt="">'
    )
    picture = find_picture(body)
    assert picture.src == "media/abc123.jpg"
    assert (picture.alt, picture.width, picture.height) == ('A "quay"', "800", "600")


def test_a_story_without_a_picture_of_our_own_has_none() -> None:
    assert find_picture('<img src="../../../../secrets/key.png" alt="">') is None
    assert find_picture("<p>media/abc123.jpg</p>") is None


@pytest.mark.parametrize("headline", ["Harbour board " * 72, "W" * 1000, "最後の渡し船が" * 150])
def test_a_very_long_headline_is_cut_in_listings_and_whole_on_its_page(
    tmp_path: Path, headline: str
) -> None:
    story = make_story(headline.strip(), slug="long", source="Daily", dek="It went on. " * 100)
    site = render([story], tmp_path)
    page = parse(read(site, story.address))
    assert page.xpath("string(//div[@class='spread long']//h1)") == headline.strip()
    for address, level in (("", 2), ("2023/09/", 3), ("2023/09/04/", 2), ("sources/daily/", 3)):
        (link,) = parse(read(site, address)).xpath(f"//article//h{level}/a")
        assert 150 < len(link.text) <= HEADLINE_LIMIT
        assert link.text.endswith("…")
        assert headline.startswith(link.text[:-1])
        (teaser,) = texts(read(site, address), "//p[@class='teaser']")
        assert 300 < len(teaser) <= DEK_LIMIT
