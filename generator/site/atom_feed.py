"""Write feeds as Atom (RFC 4287)."""

import re
from html import escape

from generator.config import Settings
from generator.site.feed import Entry, Feed, stamp

ATOM = "feed.xml"
"""The name of an Atom feed in the folder of its page."""

_NO_XML = re.compile("[\ufffe\uffff]")  # what is left of that which XML 1.0 has no way to write


class AtomPress:
    """Prints feeds; a story that is in many of them is set once."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._set = settings, dict[str, str]()

    def print(self, feed: Feed) -> str:
        """Return a feed in XML; its times are those of its stories, never today's."""
        settings = self._settings
        home = settings.site_url + feed.home
        lines = [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(settings.language)}">',
            _element("id", home),
            _element("title", feed.title),
            *([_element("subtitle", feed.description)] if feed.description else []),
            _link("self", home + ATOM),
            _link("alternate", home),
            _element("updated", stamp(feed.updated)),
            _author(settings.title),
            *(self._entry(entry) for entry in feed.entries),
            "</feed>\n",
        ]
        return "\n".join(lines)

    def _entry(self, entry: Entry) -> str:
        if entry.address not in self._set:
            self._set[entry.address] = _render_entry(entry, self._settings.site_url)
        return self._set[entry.address]


def _render_entry(entry: Entry, site_url: str) -> str:
    lines = [
        "<entry>",
        _element("id", site_url + entry.address),
        _element("title", entry.headline),
        _link("alternate", site_url + entry.address),
        *([_link("via", entry.original)] if entry.original else []),
        *([_element("published", stamp(entry.published))] if entry.published else []),
        _element("updated", stamp(entry.updated)),
        *map(_author, entry.authors),
        *(f'<category term="{_escape(topic)}"/>' for topic in entry.topics),
        _element("summary", entry.teaser),
        "</entry>",
    ]
    return "\n".join(lines)


def _escape(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _element(name: str, text: str) -> str:
    return f"<{name}>{_escape(text)}</{name}>"


def _link(rel: str, href: str) -> str:
    return f'<link rel="{rel}" href="{_escape(href)}"/>'


def _author(name: str) -> str:
    return f"<author>{_element('name', name)}</author>"
