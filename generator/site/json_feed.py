"""Write feeds as JSON Feed 1.1 (jsonfeed.org)."""

import json

from generator.config import Settings
from generator.site.feed import Entry, Feed, stamp

JSON_FEED = "feed.json"
"""The name of a JSON Feed in the folder of its page."""


class JsonPress:
    """Prints feeds; a story that is in many of them is set once."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._set = settings, dict[str, str]()

    def print(self, feed: Feed) -> str:
        """Return a feed in JSON, an item a line."""
        settings = self._settings
        home = settings.site_url + feed.home
        about: dict[str, object] = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": home,
            "feed_url": home + JSON_FEED,
            **({"description": feed.description} if feed.description else {}),
            "language": settings.language,
            "authors": [{"name": settings.title}],
        }
        items = ",\n".join(self._item(entry) for entry in feed.entries)
        return f'{_write(about)[:-1]},"items":[\n{items}\n]}}\n'

    def _item(self, entry: Entry) -> str:
        if entry.address not in self._set:
            self._set[entry.address] = _write(_describe(entry, self._settings.site_url))
        return self._set[entry.address]


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
