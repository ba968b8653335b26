import pytest

from generator.desk.sameness import digest_wording, identify
from generator.model import Header, PartialDate

DAY = PartialDate.fromisoformat("2023-09-04T14:11+02:00")


def test_the_address_tells_stories_apart_whatever_else_changes() -> None:
    one = Header(headline="Trains stop", url="https://www.example.org/rail?utm_source=x#top")
    other = Header(headline="Trains run", url="http://example.org/rail", published=DAY)
    assert identify(one) == identify(other)
    assert identify(one) != identify(Header(headline="Trains stop", url="https://example.org/x"))


def test_without_an_address_it_is_who_said_what_on_which_day() -> None:
    one = Header(headline="Trains “stop”", source="The Example", published=DAY)
    later = PartialDate.fromisoformat("2023-09-04T18:00")
    assert identify(one) == identify(
        Header(headline='TRAINS  "stop"', source="the example", published=later)
    )
    for other in (
        Header(headline="Trains run", source="The Example", published=DAY),
        Header(headline="Trains “stop”", source="The Other", published=DAY),
        Header(headline="Trains “stop”", source="The Example"),
        Header(headline="Trains “stop”", published=DAY),
    ):
        assert identify(one) != identify(other)


@pytest.mark.parametrize(
    "text",
    [
        "“We can’t go on” – she said.\n\nNone ran.",
        '"We can\'t go on" - she said.\nNone ran.',
        "  “We can’t  go on” – she said.\n\n\n\tNone ran.  ",
        "Updated: 4 September 2023, 14:11\n\n“We can’t go on” – she said.\n\nNone ran.",
        "“We can’t go on” – she said.\n\n14 hours ago\n\nNone ran.",
        "“We can’t go on” – she said.\n\nRead more: Why trains stop\n\nNone ran.",
        "Stand: 04.09.2023, 14:11 Uhr\n“We can’t go on” – she said.\n\nNone ran.\nLire aussi : x",
    ],
)
def test_what_a_site_renews_by_itself_makes_no_new_text(text: str) -> None:
    said = "“We can’t go on” – she said.\n\nNone ran."
    assert digest_wording("Trains stop", text) == digest_wording("Trains stop", said)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Trains stop", "“We can go on” – she said.\n\nNone ran."),
        ("Trains stop", "“We can’t go on” – she said."),
        ("Trains stop again", "“We can’t go on” – she said.\n\nNone ran."),
        ("Trains stop", "“We can’t go on” – she said.\n\nUpdated plans are due. None ran."),
        ("Trains stop", "“We can’t go on” – she said.\n\nNone ran 3 hours ago."),
    ],
)
def test_what_a_newsroom_changes_makes_a_new_text(headline: str, text: str) -> None:
    said = "“We can’t go on” – she said.\n\nNone ran."
    assert digest_wording(headline, text) != digest_wording("Trains stop", said)


def test_a_line_of_any_length_is_told_at_once() -> None:
    digest_wording("x" * 100_000, "updated " * 50_000 + "\n" + "1" * 500_000 + " hours ago" * 999)
