"""Write feeds as JSON Feed 1.1 (jsonfeed.org)."""

import json
from collections.abc import Sequence

from generator.config import Settings
from generator.site.feed import Entry, Feed, FeedForm, stamp

_FILE = "feed.json"


def _set_feed(feed: Feed, entries: Sequence[str], settings: Settings) -> str:
    """Return a feed with an item a line."""
    home = settings.site_url + feed.home
    about: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": home,
        "feed_url": home + _FILE,
        **({"description": feed.description} if feed.description else {}),
        "language": settings.language,
        "authors": [{"name": settings.title}],
    }
    # The items are put in as text, since each is set once for all of its feeds.
    items = ",\n".join(entries)
    return f'{_write(about)[:-1]},"items":[\n{items}\n]}}\n'


def _set_entry(entry: Entry, site_url: str) -> str:
    return _write(_describe(entry, site_url))


def _describe(entry: Entry, site_url: str) -> dict[str, object]:
    url = site_url + entry.address
    said: dict[str, object] = {
        "id": url,
        "url": url,
        "title": entry.headline,
        "content_text": entry.teaser,
        **({"date_published": stamp(entry.published)} if entry.published else {}),
        "date_modified": stamp(entry.updated),
    }
    if entry.original:
        said["external_url"] = entry.original
    if entry.authors:
        said["authors"] = [{"name": name} for name in entry.authors]
    if entry.topics:
        said["tags"] = list(entry.topics)
    return said


def _write(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


JSON_FEED = FeedForm(file=_FILE, set_entry=_set_entry, set_feed=_set_feed)
"""JSON Feed, for programs."""
