"""Write the archive's newest stories as an Atom feed (RFC 4287)."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from generator.config import Settings
from generator.model import PartialDate, Story
from generator.site.cards import tease
from generator.site.shelves import names_of
from generator.text import squeeze
from generator.urls import find_http_url

FEED_LIMIT = 40
"""The most stories in the feed."""

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # an archive without stories has to say something


def render_feed(stories: Sequence[Story], settings: Settings) -> str:
    """Return the feed of the latest dated stories; its times are theirs, never today's."""
    zone = ZoneInfo(settings.timezone)
    dated = [story for story in stories if story.header.published][-FEED_LIMIT:]
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": settings.language})
    _add(feed, "id", settings.site_url)
    _add(feed, "title", settings.title)
    if settings.description:
        _add(feed, "subtitle", settings.description)
    _add_link(feed, "self", f"{settings.site_url}feed.xml")
    _add_link(feed, "alternate", settings.site_url)
    updated = max((_updated(story, zone) for story in dated), default=_NEVER)
    _add(feed, "updated", _stamp(updated))
    _add(ET.SubElement(feed, "author"), "name", settings.title)
    for story in reversed(dated):
        _add_entry(feed, story, settings.site_url, zone)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def _add_entry(feed: ET.Element, story: Story, site_url: str, zone: ZoneInfo) -> None:
    header = story.header
    entry = ET.SubElement(feed, "entry")
    _add(entry, "id", site_url + story.address)
    _add(entry, "title", header.headline)
    _add_link(entry, "alternate", site_url + story.address)
    if original := find_http_url(header.url):
        _add_link(entry, "via", original)
    _add(entry, "published", _stamp(_place(header.published, zone)))
    _add(entry, "updated", _stamp(_updated(story, zone)))
    for name in names_of(story, "bylines"):
        _add(ET.SubElement(entry, "author"), "name", name)
    for topic in names_of(story, "topics"):
        ET.SubElement(entry, "category", {"term": squeeze(topic)})
    _add(entry, "summary", tease(story))


def _add(parent: ET.Element, tag: str, text: str) -> None:
    # XML has no way to write control characters, so they go.
    ET.SubElement(parent, tag).text = squeeze(text)


def _add_link(parent: ET.Element, rel: str, href: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": href})


def _updated(story: Story, zone: ZoneInfo) -> datetime:
    """Return when a story last changed: its publisher's word, for want of it its publication."""
    return _place(story.header.modified or story.header.published, zone)


def _place(when: PartialDate | None, zone: ZoneInfo) -> datetime:
    """Give a time without a zone the archive's own."""
    moment = when.moment if when else _NEVER
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _stamp(moment: datetime) -> str:
    """Return RFC 3339, as Atom wants it, which has no seconds in offsets, as old zones have."""
    offset = moment.utcoffset() or timedelta()
    minutes = timedelta(minutes=offset // timedelta(minutes=1))
    return moment.replace(tzinfo=timezone(minutes)).isoformat(timespec="seconds")
