import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.site.cards import make_cards
from generator.site.likeness import Library, Passage
from generator.site.relations import RELATED_LIMIT, relate
from generator.site.words import read_words
from tests.site.stories import in_order, make_story

FERRY = "The ferry left the quay with nobody aboard but the crew and the old harbourmaster."
STRIKE = "Signallers walked out for better wages and every railway platform stayed empty."
FILLERS = (
    "Bakers quarrel over sourdough recipes.",
    "Beekeepers count their swarms again.",
    "Cyclists wait for smoother tarmac.",
    "Astronomers photograph a distant comet.",
    "Gardeners prune neglected orchards.",
    "Librarians rescue waterlogged manuscripts.",
    "Plumbers blame frozen pipework.",
    "Violinists rehearse unfinished symphonies.",
)


def fill(year: int = 2022):
    """Return stories that have nothing to do with each other, each of a day of its own."""
    return [
        make_story(f"Filler {n}", f"{year}-03-{n + 1:02}", text=t) for n, t in enumerate(FILLERS)
    ]


def relate_stories(*stories):
    ordered = in_order(stories)
    found = relate(ordered, make_cards(ordered, read_words("en"), "en"))
    return {
        address.rstrip("/").rpartition("/")[2]: relations for address, relations in found.items()
    }


def names(cards) -> list[str]:
    return [card.headline for card in cards]


def test_a_story_leads_to_its_neighbours_of_the_day_and_to_no_other_days() -> None:
    found = relate_stories(
        make_story("A"), make_story("B"), make_story("C"), make_story("D", "2023-09-05")
    )
    assert (found["b"].previous.headline, found["b"].next.headline) == ("A", "C")
    assert found["a"].previous is None
    assert found["c"].next is None
    assert found["d"].previous is found["d"].next is None


def test_related_coverage_is_what_is_like_it_by_words_and_not_later() -> None:
    found = relate_stories(
        *fill(),
        make_story("Ferry leaves empty", "2022-05-01", text=FERRY),
        make_story("Railway strike begins", "2022-05-02", text=STRIKE),
        make_story("Last ferry from the quay", "2023-05-03", text=f"{FERRY} It was the last."),
        make_story("Ferry crew at sea", "2023-06-01", text=f"{FERRY} A storm came up."),
    )
    assert names(found["last-ferry-from-the-quay"].alike) == ["Ferry leaves empty"]
    assert found["railway-strike-begins"].alike == ()
    assert all(found[f"filler-{n}"].alike == () for n in range(len(FILLERS)))


def test_related_coverage_is_found_in_a_language_without_spaces_and_one_with_vowel_signs() -> None:
    found = relate_stories(
        *fill(),
        make_story("港の渡し船", "2022-05-01", slug="a", text="最後の渡し船が港を離れた。"),
        make_story("渡し船の船長", "2022-05-02", slug="b", text="渡し船の船長は港を去った。"),
        make_story("हड़ताल शुरू", "2022-05-03", slug="c", text="रेलवे कर्मचारियों की हड़ताल"),
        make_story("हड़ताल जारी", "2022-05-04", slug="d", text="रेलवे कर्मचारियों की मांग"),
    )
    assert names(found["b"].alike) == ["港の渡し船"]
    assert names(found["d"].alike) == ["हड़ताल शुरू"]


def test_a_topic_that_few_share_speaks_for_two_stories() -> None:
    def find(topics: tuple[str, ...]):
        text = "Ships moor here, unloading barrels of herring for a winter market."
        return relate_stories(
            *fill(),
            make_story("Boats", "2022-05-01", text=FERRY, topics=topics),
            make_story("Jetty", "2022-05-02", text=text, topics=topics),
        )["jetty"].alike

    assert find(()) == ()
    assert names(find(("Harbour", "Shipping"))) == ["Boats"]


def test_related_coverage_of_the_same_day_is_listed_but_for_its_neighbours() -> None:
    ferries = {
        "Ferry 01": "The ferry and its harbourmaster: an inquiry opens, witnesses wanted.",
        "Ferry 04": "Harbourmaster regrets the ferry; passengers demand refunds and apologies.",
        "Ferry 05": "A ferry museum would suit the harbourmaster, curators suggest.",
    }
    others = {f"Ferry {n:02}": FILLERS[n] for n in (0, 2, 3, 6)}
    day = [make_story(headline, text=text) for headline, text in (ferries | others).items()]
    found = relate_stories(*fill(2021), *fill(), *day)
    assert {*names(found["ferry-01"].alike)} >= {"Ferry 04", "Ferry 05"}
    assert "Ferry 01" in names(found["ferry-05"].alike)
    assert found["ferry-05"].previous.headline == "Ferry 04"
    assert "Ferry 04" not in names(found["ferry-05"].alike)


def test_one_text_that_many_sources_carried_is_listed_once() -> None:
    wire = [
        make_story("Ferry leaves empty", f"2022-05-0{n}", slug=f"wire-{n}", text=FERRY)
        for n in range(1, 7)
    ]
    sequel = make_story("Empty ferry towed", "2022-05-08", text=f"{STRIKE} {FERRY[:50]}")
    found = relate_stories(
        *(story for year in range(2000, 2008) for story in fill(year)),
        *wire,
        sequel,
        make_story("Ferry leaves empty", "2022-06-01", slug="last", text=FERRY),
    )
    assert [card.address for card in found["last"].alike] == [
        "2022/05/06/wire-6/",
        "2022/05/08/empty-ferry-towed/",
    ]


def test_the_list_stays_short() -> None:
    stories = [
        make_story(f"Ferry and quay: {tree}", f"2022-05-{n + 1:02}", text=f"{tree} crew. {filler}")
        for n, (tree, filler) in enumerate(
            zip("Oak Elm Ash Yew Fir".split(), FILLERS, strict=False)
        )
        for tree in (tree, f"{tree}wood")
    ]
    found = relate_stories(*fill(), *fill(2021), *stories)["ferry-and-quay-firwood"]
    assert len(found.alike) == RELATED_LIMIT


def test_a_story_without_a_date_leads_nowhere() -> None:
    assert relate_stories(make_story("A", None, text=FERRY), make_story("B", None)) == {}


@pytest.mark.parametrize("text", ["", "… – !", "a b c", "7 8 9"])
def test_a_story_without_words_is_like_no_other(text: str) -> None:
    headless = [make_story("?!", f"2022-0{n}-01", slug=f"s{n}", text=text) for n in (1, 2, 3)]
    assert all(found.alike == () for found in relate_stories(*fill(), *headless).values())


WORDS = "ferry quay harbour strike wages signal storm flood council vote comet orchard".split()
STORIES = st.lists(
    st.tuples(
        st.integers(1, 9),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
        st.lists(st.sampled_from(WORDS), max_size=12),
    ),
    max_size=24,
)


def make(rows, start: int = 0):
    return [
        make_story(" ".join(head), f"2023-01-0{day}", slug=f"s{n:02}", text=" ".join(words))
        for n, (day, head, words) in enumerate(rows, start)
    ]


@settings(max_examples=60, deadline=None)
@given(STORIES, st.integers(1, 9), st.randoms(use_true_random=False))
def test_later_stories_change_nothing_and_order_of_arrival_nothing_either(rows, day, chance):
    stories = make(rows)
    old = [story for story in stories if story.header.published.moment.day <= day]
    before, after = relate_stories(*old), relate_stories(*stories)
    assert {name: after[name] for name in before} == before
    assert relate_stories(*chance.sample(stories, len(stories))) == after


def test_a_story_filed_late_changes_only_what_is_like_it() -> None:
    ferries = [
        make_story(f"Ferry {n}", f"2022-05-{n + 1:02}", text=f"{FERRY} {FILLERS[n]}")
        for n in range(4)
    ]
    late = make_story("Unheard", "2022-04-01", text="Zymurgy quixotically befuddles jackdaws.")
    stories = [*fill(2020), *fill(2021), *ferries]  # 16 before and 20 in all: no power is passed
    before, after = relate_stories(*stories), relate_stories(*stories, late)
    assert before["ferry-3"].alike
    assert {name: after[name] for name in before} == before


def test_common_words_lead_nowhere_and_cost_nothing() -> None:
    """A term that very many stories are known by is not followed to each of them."""
    library = Library()
    for number in range(600):
        words = f"harbour council unique{number:04}x other{number:04}y"
        library.add_day([Passage(headline="Harbour council", text=words)])
    assert library.find_like(599, (), RELATED_LIMIT) == []
