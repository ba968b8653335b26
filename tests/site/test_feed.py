import json
from datetime import datetime
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.site.atom_feed import ATOM
from generator.site.feed import FEED_LIMIT, Press, make_feeds
from generator.site.json_feed import JSON_FEED
from generator.site.render import group_stories
from tests.site.markup import parse
from tests.site.stories import in_order, make_story, read, render

SETTINGS = Settings(
    title="The <Clippings>",
    description="News & notes",
    url="https://x.example/repo",
    timezone="Europe/Lisbon",
    language="en-GB",
    listing_from=2,
)
TEXT_FIELDS = frozenset(
    "id url external_url title content_text date_published date_modified".split()
)


def print_feeds(*stories) -> dict[str, tuple[str, str]]:
    """Return the feeds of some stories in both forms, by the page that they belong to."""
    atom, json_press = (Press(form, SETTINGS) for form in (ATOM, JSON_FEED))
    feeds = make_feeds(group_stories(in_order(stories), SETTINGS))
    return {feed.home: (atom.print(feed), json_press.print(feed)) for feed in feeds}


def parse_atom(text: str):
    feed = feedparser.parse(text)
    assert not feed.bozo, feed.bozo_exception
    return feed


def read_feed(*stories, home: str = ""):
    return parse_atom(print_feeds(*stories)[home][0])


def parse_json_feed(text: str) -> dict:
    """Return a JSON Feed that has all that version 1.1 asks for, and nothing that it forbids."""
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert {type(feed[key]) for key in ("title", "home_page_url", "feed_url", "language")} == {str}
    for item in feed["items"]:
        assert {"id", "url", "content_text"} <= item.keys() <= TEXT_FIELDS | {"authors", "tags"}
        assert {type(item[key]) for key in item.keys() & TEXT_FIELDS} == {str}
        for key in item.keys() & {"date_published", "date_modified"}:
            assert datetime.fromisoformat(item[key]).tzinfo
        assert all(author.keys() == {"name"} for author in item.get("authors", [{"name": ""}]))
        assert all(isinstance(tag, str) for tag in item.get("tags", []))
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed


FERRY = make_story(
    "The last ferry",
    "2023-09-04T14:11+02:00",
    modified="2023-09-05T09:00+02:00",
    dek="It carried nobody.",
    byline=("Ada Byrne", "Ben Castle"),
    topics=("Ferries",),
    source="Coast Herald",
    url="https://coastherald.example/ferry",
)


def test_the_feed_names_the_archive_and_itself() -> None:
    feed = read_feed(make_story("A")).feed
    assert (feed.title, feed.subtitle) == ("The <Clippings>", "News & notes")
    assert feed.id == "https://x.example/repo/"
    assert {link.rel: link.href for link in feed.links} == {
        "self": "https://x.example/repo/feed.xml",
        "alternate": "https://x.example/repo/",
    }


def test_an_entry_leads_to_our_page_and_to_the_original() -> None:
    (entry,) = read_feed(FERRY).entries
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


def test_a_json_feed_says_the_same() -> None:
    feed = parse_json_feed(print_feeds(FERRY)[""][1])
    assert {key: value for key, value in feed.items() if key not in ("version", "items")} == {
        "title": "The <Clippings>",
        "home_page_url": "https://x.example/repo/",
        "feed_url": "https://x.example/repo/feed.json",
        "description": "News & notes",
        "language": "en-GB",
        "authors": [{"name": "The <Clippings>"}],
    }
    assert feed["items"] == [
        {
            "id": "https://x.example/repo/2023/09/04/the-last-ferry/",
            "url": "https://x.example/repo/2023/09/04/the-last-ferry/",
            "title": "The last ferry",
            "content_text": "It carried nobody.",
            "date_published": "2023-09-04T14:11:00+02:00",
            "date_modified": "2023-09-05T09:00:00+02:00",
            "external_url": "https://coastherald.example/ferry",
            "authors": [{"name": "Ada Byrne"}, {"name": "Ben Castle"}],
            "tags": ["Ferries"],
        }
    ]


def test_a_topic_and_a_source_with_a_page_have_feeds_of_their_own() -> None:
    stories = [
        FERRY,
        make_story("Ferry stops", "2023-09-03", topics=("ferries", "Rail"), section="Local"),
        make_story("Other", "2023-09-05", section="Local", byline=("Ada Byrne",)),
    ]
    feeds = print_feeds(*stories)
    assert [*feeds] == ["", "topics/ferries/", "sources/coast-herald/"]
    for home, titles in (
        ("topics/ferries/", ["The last ferry", "Ferry stops"]),
        ("sources/coast-herald/", ["The last ferry"]),
    ):
        atom, items = parse_atom(feeds[home][0]), parse_json_feed(feeds[home][1])["items"]
        assert [entry.title for entry in atom.entries] == titles
        assert [item["title"] for item in items] == titles
        assert atom.feed.id == f"https://x.example/repo/{home}"
        assert atom.feed.links[0].href == f"https://x.example/repo/{home}feed.xml"
    assert parse_atom(feeds["topics/ferries/"][0]).feed.title == "ferries – The <Clippings>"


def test_a_page_names_its_feeds_where_they_stand(tmp_path) -> None:
    site = render([FERRY, make_story("B", topics=("Ferries",))], tmp_path, listing_from=2)
    for address in ("", "topics/ferries/", "sources/coast-herald/"):
        links = parse(read(site, address)).xpath("//head/link[@rel='alternate']")
        found = {(link.get("type"), link.get("href")) for link in links}
        root = "../" * address.count("/") or "./"
        assert {
            ("application/atom+xml", f"{root}{address}feed.xml"),
            ("application/feed+json", f"{root}{address}feed.json"),
        } <= found
        parse_atom((site / address / "feed.xml").read_text(encoding="utf-8"))
        parse_json_feed((site / address / "feed.json").read_text(encoding="utf-8"))


def test_a_feed_of_undated_stories_says_when_they_were_saved() -> None:
    undated = [
        make_story("A", None, topics=("Ferries",)),
        make_story("B", None, topics=("Ferries",), captured="2023-12-06T08:10+01:00"),
    ]
    atom, as_json = print_feeds(*undated)["topics/ferries/"]
    entries, items = parse_atom(atom).entries, parse_json_feed(as_json)["items"]
    updated = ["2023-12-06T08:10:00+01:00", "1970-01-01T00:00:00+00:00"]
    assert [entry.updated for entry in entries] == updated
    assert [item["date_modified"] for item in items] == updated
    assert not any("published" in entry for entry in entries)
    assert not any("date_published" in item for item in items)


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
    text, as_json = print_feeds(make_story("A\x00B\x1b]\ud800 \uffff<c>", slug="a"))[""]
    assert ET.fromstring(text).findtext("{*}entry/{*}title") == "AB]\ufffd \ufffd<c>"
    as_json.encode()


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), min_size=1, max_size=40))
def test_whatever_a_story_says_its_feeds_can_be_read(said: str) -> None:
    story = make_story("A", dek=said, topics=(said,), byline=(said,), source=said, section=said)
    for atom, as_json in print_feeds(story).values():
        parse_atom(atom.encode())
        parse_json_feed(as_json.encode().decode())
