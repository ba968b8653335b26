import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.cards import make_cards
from generator.site.shelves import KINDS, name_addresses, shelve
from generator.site.words import read_words
from generator.text import fold
from tests.site.stories import make_story


def shelve_topics(*topics: tuple[str, ...]):
    stories = [make_story(f"Story {n}", topics=names) for n, names in enumerate(topics)]
    return shelve(stories, make_cards(stories, read_words("en"), "en"))


def test_spellings_of_one_topic_are_one_shelf_under_the_usual_one() -> None:
    shelves = shelve_topics(
        ("Town Council",), ("town council",), ("town council",), ("TOWN COUNCIL",)
    )
    (shelf,) = shelves.by_kind["topics"]
    assert (shelf.name, shelf.address, len(shelf.cards)) == (
        "town council",
        "topics/town-council/",
        4,
    )


def test_a_story_that_names_a_topic_twice_stands_on_its_shelf_once() -> None:
    shelves = shelve_topics(("Rail", "RAIL", " rail "))
    (shelf,) = shelves.by_kind["topics"]
    assert len(shelf.cards) == 1
    assert shelves.named("topics", ("RAIL", "Rail")) == (shelf,)


def test_names_that_come_to_one_slug_have_an_address_each() -> None:
    shelves = shelve_topics(("C", "C++", "C#"), ("São Tomé", "Sao Tome"))
    slugs = {shelf.name: shelf.slug for shelf in shelves.by_kind["topics"]}
    assert slugs["C"] == "c"
    assert slugs["Sao Tome"] == "sao-tome"
    assert slugs["C++"].startswith("c--")
    assert len(set(slugs.values())) == 5


@pytest.mark.parametrize("name", ["..", "–", "☃", "  ", "\u200b", "?!"])
def test_what_has_neither_a_letter_nor_a_digit_has_no_shelf(name: str) -> None:
    story = make_story(
        "A", topics=(name, "Rail"), section=name, source=name, byline=(name, "Ada Byrne")
    )
    shelves = shelve([story], make_cards([story], read_words("en"), "en"))
    found = [shelf.address for kind in KINDS for shelf in shelves.by_kind[kind]]
    assert found == ["topics/rail/", "bylines/ada-byrne/"]
    assert shelves.named("topics", (name,)) == ()


@pytest.mark.parametrize("name", ["7", "港", "عبّارات", "Ⅷ", "C++"])
def test_a_letter_or_digit_of_any_script_makes_a_name(name: str) -> None:
    (shelf,) = shelve_topics((name,)).by_kind["topics"]
    assert shelf.name == name


@given(st.lists(st.text(max_size=12), unique=True), st.randoms())
def test_addresses_differ_and_hang_on_the_set_of_names_alone(
    names: list[str], rng: random.Random
) -> None:
    folded = {fold(name): name for name in names if fold(name)}
    addresses = dict(name_addresses(folded))
    assert len(set(addresses.values())) == len(folded)
    keys = list(folded)
    rng.shuffle(keys)
    assert dict(name_addresses({key: folded[key] for key in keys})) == addresses


def test_names_whose_digests_begin_alike_are_still_told_apart() -> None:
    names = ["C" + f"{n:014b}".replace("0", "+").replace("1", "!") for n in range(12_000)]
    addresses = dict(name_addresses({fold(name): name for name in names}))
    assert len(set(addresses.values())) == len(names)
    assert max(len(slug) for slug in addresses.values()) > len("c--123456")


def test_every_kind_of_name_has_shelves() -> None:
    story = make_story(
        "A", topics=("Rail",), section="Local", source="Coast Herald", byline=("Ada Byrne",)
    )
    shelves = shelve([story], make_cards([story], read_words("en"), "en"))
    assert {
        kind: [shelf.address for shelf in found] for kind, found in shelves.by_kind.items()
    } == {
        "topics": ["topics/rail/"],
        "sections": ["sections/local/"],
        "sources": ["sources/coast-herald/"],
        "bylines": ["bylines/ada-byrne/"],
    }
