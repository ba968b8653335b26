from generator.site.cards import make_cards
from generator.site.relations import DAY_LIMIT, EARLIER_LIMIT, relate
from generator.site.words import read_words
from tests.site.stories import in_order, make_story


def relate_stories(*stories):
    found = relate(make_cards(in_order(stories), read_words("en"), "en"))
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
    assert found["d"].same_day == ()
    assert names(found["b"].same_day) == ["C", "A"]


def test_the_list_of_the_day_goes_round_and_stays_short() -> None:
    found = relate_stories(*(make_story(f"Story {n:02}") for n in range(30)))
    assert len(found["story-28"].same_day) == DAY_LIMIT
    assert names(found["story-28"].same_day)[:2] == ["Story 29", "Story 00"]


def test_earlier_stories_share_topics_the_most_alike_first_then_the_latest() -> None:
    found = relate_stories(
        make_story("Both", "2023-01-01", topics=("Rail", "Strikes")),
        make_story("Old", "2023-01-02", topics=("rail",)),
        make_story("New", "2023-01-03", topics=("RAIL",)),
        make_story("Other", "2023-01-04", topics=("Fish",)),
        make_story("Now", "2023-02-01", topics=("Rail", "Strikes")),
        make_story("Same day", "2023-02-01", topics=("Rail",)),
        make_story("Later", "2023-03-01", topics=("Rail", "Strikes")),
    )
    assert names(found["now"].earlier) == ["Both", "New", "Old"]
    assert found["both"].earlier == ()


def test_later_stories_change_nothing_for_earlier_ones() -> None:
    stories = [make_story(f"Story {n}", f"2023-01-{n + 1:02}", topics=("Rail",)) for n in range(20)]
    before, after = relate_stories(*stories[:10]), relate_stories(*stories)
    assert {name: after[name] for name in before} == before
    assert len(after["story-19"].earlier) == EARLIER_LIMIT


def test_a_story_without_a_date_leads_nowhere() -> None:
    assert relate_stories(make_story("A", None, topics=("Rail",))) == {}
