from datetime import datetime
from xml.etree import ElementTree as ET

import feedparser
import pytest

from generator.config import Settings
from generator.site.feed import FEED_LIMIT, render_feed
from tests.site.stories import in_order, make_story

SETTINGS = Settings(
    title="The <Clippings>",
    description="News & notes",
    url="https://x.example/repo",
    timezone="Europe/Lisbon",
    language="en-GB",
)


def read_feed(*stories, settings: Settings = SETTINGS):
    text = render_feed(in_order(stories), settings)
    feed = feedparser.parse(text)
    assert not feed.bozo, feed.bozo_exception
    return feed


def test_the_feed_names_the_archive_and_itself() -> None:
    feed = read_feed(make_story("A")).feed
    assert (feed.title, feed.subtitle) == ("The <Clippings>", "News & notes")
    assert feed.id == "https://x.example/repo/"
    assert {link.rel: link.href for link in feed.links} == {
        "self": "https://x.example/repo/feed.xml",
        "alternate": "https://x.example/repo/",
    }


def test_an_entry_leads_to_our_page_and_to_the_original() -> None:
    story = make_story(
        "The last ferry",
        "2023-09-04T14:11+02:00",
        modified="2023-09-05T09:00+02:00",
        dek="It carried nobody.",
        byline=("Ada Byrne", "Ben Castle"),
        topics=("Ferries",),
        url="https://coastherald.example/ferry",
    )
    (entry,) = read_feed(story).entries
    assert entry.title == "The last ferry"
    assert entry.summary == "It carried nobody."
    assert {link.rel: link.href for link in entry.links} == {
        "alternate": "https://x.example/repo/2023/09/04/the-last-ferry/",
        "via": "https://coastherald.example/ferry",
    }
    assert (entry.published, entry.updated) == (
        "2023-09-04T14:11:00+02:00",
        "2023-09-05T09:00:00+02:00",
    )
    assert [author.name for author in entry.authors] == ["Ada Byrne", "Ben Castle"]
    assert [tag.term for tag in entry.tags] == ["Ferries"]


def test_a_time_without_a_zone_is_the_archives_own() -> None:
    (entry,) = read_feed(make_story("A", "2023-09-04T14:11")).entries
    assert entry.published == "2023-09-04T14:11:00+01:00"


@pytest.mark.parametrize("published", ["0001-01-01", "1899-05-06T10:00", "9999-12-31T23:59+14:00"])
def test_any_time_there_is_can_be_stamped(published: str) -> None:
    (entry,) = read_feed(make_story("A", published)).entries
    assert datetime.fromisoformat(entry.published).year == int(published[:4])


def test_the_newest_dated_stories_come_first() -> None:
    stories = [make_story(f"Story {n}", f"2023-09-{n + 1:02}T10:00") for n in range(30)]
    stories += [make_story(f"Older {n}", "2020-01-01") for n in range(FEED_LIMIT)]
    entries = read_feed(*stories, make_story("No date", None)).entries
    assert len(entries) == FEED_LIMIT
    assert entries[0].title == "Story 29"
    assert "No date" not in {entry.title for entry in entries}


def test_the_feed_is_as_old_as_its_newest_story() -> None:
    feed = read_feed(
        make_story("A", "2023-09-04T10:00+00:00"),
        make_story("B", "2023-09-03", modified="2023-09-04T12:00+01:00"),
    ).feed
    assert feed.updated == "2023-09-04T12:00:00+01:00"
    assert read_feed().feed.updated == "1970-01-01T00:00:00+00:00"


def test_what_xml_cannot_hold_is_left_out() -> None:
    text = render_feed([make_story("A\x00B\x1b]\ud800 <c>", slug="a")], SETTINGS)
    root = ET.fromstring(text)
    assert root.findtext("{*}entry/{*}title") == "AB]\ufffd <c>"
