import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.cards import make_cards
from generator.site.shelves import (
    COMPANY,
    INDEX_WHOLE,
    KINDS,
    name_addresses,
    names_of,
    shelve,
)
from generator.site.words import read_words
from generator.text import fold
from tests.site.stories import in_order, make_story


def shelve_topics(*topics: tuple[str, ...], listing_from: int = 1):
    stories = [make_story(f"Story {n}", topics=names) for n, names in enumerate(topics)]
    return shelve(stories, make_cards(stories, read_words("en"), "en"), listing_from)


def test_spellings_of_one_topic_are_one_shelf_under_the_earliest() -> None:
    shelves = shelve_topics(
        ("Town Council",), ("town council",), ("town council",), ("TOWN COUNCIL",)
    )
    (shelf,) = shelves.by_kind["topics"]
    assert (shelf.name, shelf.address, len(shelf.cards)) == (
        "Town Council",
        "topics/town-council/",
        4,
    )


def test_a_story_without_a_date_names_a_shelf_only_where_no_other_does() -> None:
    def name(*published: str | None) -> str:
        stories = in_order(
            make_story(f"Story {n}", when, topics=(spelling,))
            for n, (when, spelling) in enumerate(zip(published, ("RAIL", "Rail"), strict=True))
        )
        (shelf,) = shelve(stories, make_cards(stories, read_words("en"), "en")).by_kind["topics"]
        return shelf.name

    assert name(None, "2023") == "Rail"
    assert name(None, None) == "RAIL"


def test_a_story_that_names_a_topic_twice_stands_on_its_shelf_once() -> None:
    shelves = shelve_topics(("Rail", "RAIL", " rail "))
    (shelf,) = shelves.by_kind["topics"]
    assert len(shelf.cards) == 1
    assert shelves.named("topics", ("RAIL", "Rail")) == (shelf,)


def test_names_that_come_to_one_slug_have_an_address_each() -> None:
    shelves = shelve_topics(("C++", "C", "C#"), ("São Tomé", "Sao Tome"))
    slugs = {shelf.name: shelf.slug for shelf in shelves.by_kind["topics"]}
    assert slugs["C++"] == "c"
    assert slugs["São Tomé"] == "sao-tome"
    assert slugs["C"].startswith("c--")
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


@given(st.lists(st.text(max_size=12), unique=True), st.integers(0, 20))
def test_addresses_differ_and_stay_when_names_come_later(names: list[str], early: int) -> None:
    folded = list(dict.fromkeys(map(fold, names)))
    addresses = name_addresses(folded)
    assert len(set(addresses.values())) == len(folded)
    before = name_addresses(folded[:early])
    assert {name: addresses[name] for name in before} == before


SPELLINGS = st.sampled_from(["Rail", "RAIL", "rail", "C", "c", "C++", "C#", "Müller", "Muller"])
DATED = st.tuples(st.integers(1, 9), st.lists(SPELLINGS, max_size=3))


def name_shelves(rows, until: int) -> dict[str, list[tuple[str, str]]]:
    """Return what the stories until a day show of their topics and bylines, by story."""
    stories = in_order(
        make_story(f"{n}", f"2023-01-0{day}", topics=tuple(names), byline=tuple(names))
        for n, (day, names) in enumerate(rows)
    )
    stories = [story for story in stories if story.header.published.moment.day <= until]
    shelves = shelve(stories, make_cards(stories, read_words("en"), "en"))
    return {
        story.slug: [
            (shelf.name, shelf.address)
            for kind in ("topics", "bylines")
            for shelf in shelves.named(kind, names_of(story, kind))
        ]
        for story in stories
    }


@given(st.lists(DATED, max_size=20), st.integers(1, 9))
def test_no_newer_story_changes_what_an_older_one_says_of_its_shelves(rows, day: int) -> None:
    before, after = name_shelves(rows, day), name_shelves(rows, 9)
    assert {slug: after[slug] for slug in before} == before


def test_names_whose_digests_begin_alike_are_still_told_apart() -> None:
    names = ["C" + f"{n:014b}".replace("0", "+").replace("1", "!") for n in range(12_000)]
    addresses = name_addresses(map(fold, names))
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


def test_topics_and_bylines_of_few_stories_stand_in_the_index_alone() -> None:
    said = {"section": "Local", "source": "Herald", "byline": ("Ada Byrne",)}
    stories = [
        make_story("A", topics=("Rail", "Ferries"), **said),
        make_story("B", topics=("Ferries", "Main")),
        make_story("C", topics=("Ferries",)),
    ]
    shelves = shelve(stories, make_cards(stories, read_words("en"), "en"), 3)
    found = {shelf.name: shelf.address for kind in KINDS for shelf in shelves.by_kind[kind]}
    assert found == {
        "Ferries": "topics/ferries/",
        "Main": "topics/#_main",  # The page has a part `main` of its own.
        "Rail": "topics/#rail",
        "Local": "sections/local/",
        "Herald": "sources/herald/",
        "Ada Byrne": "bylines/#ada-byrne",
    }


def test_a_folded_topic_of_a_long_index_stands_on_the_page_of_its_letter() -> None:
    names = ("Rail", "1968", "港", "Ελλάδα", "عبّارات", "𞤀𞤣𞤤𞤢𞤥")
    many = tuple(f"Topic {n}" for n in range(INDEX_WHOLE))
    shelves = shelve_topics((*names, *many), listing_from=3)
    found = {shelf.name: shelf.address for shelf in shelves.by_kind["topics"]}
    assert [found[name] for name in names] == [
        "topics/_r/#rail",
        "topics/_0/#1968",
        "topics/_g/#gang",
        "topics/_e/#ellada",
        "topics/_b/#bwrt",
        "topics/_other/#untitled",
    ]
    # What has no Latin letters comes last.
    assert [*found][-1] == names[-1]


def test_names_are_sorted_by_their_words_and_numbers() -> None:
    names = ("G20", "Zoo", "7 days", "G7", "Ελλάδα", "Town hall", "Towns", "40 years")
    shelves = shelve_topics(names).by_kind["topics"]
    assert [shelf.name for shelf in shelves] == [
        *("7 days", "40 years", "Ελλάδα", "G7", "G20", "Town hall", "Towns", "Zoo")
    ]


def test_the_topics_that_share_most_stories_come_first_and_the_shelf_itself_never() -> None:
    crowd = tuple(f"Crowd {n:02}" for n in range(20))
    shelves = shelve_topics(("Rail", "B", "C"), ("RAIL", "c"), ("Rail", "?!"), ("rail", *crowd))
    (rail,) = shelves.named("topics", ("Rail",))
    company = [(shelf.name, count) for shelf, count in shelves.company(rail)]
    assert company[:3] == [("C", 2), ("B", 1), ("Crowd 00", 1)]
    assert len(company) == COMPANY
    (other,) = shelves.named("topics", ("B",))
    assert [(shelf.name, count) for shelf, count in shelves.company(other)] == [
        ("C", 1),
        ("Rail", 1),
    ]
