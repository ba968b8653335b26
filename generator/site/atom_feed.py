"""Write feeds as Atom (RFC 4287)."""

import re
from collections.abc import Sequence
from html import escape

from generator.config import Settings
from generator.site.feed import Entry, Feed, FeedForm, stamp

_FILE = "feed.xml"
_NO_XML = re.compile("[\ufffe\uffff]")  # what is left of that which XML 1.0 has no way to write


def _set_feed(feed: Feed, entries: Sequence[str], settings: Settings) -> str:
    home = settings.site_url + feed.home
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(settings.language)}">',
        _element("id", home),
        _element("title", feed.title),
        *([_element("subtitle", feed.description)] if feed.description else []),
        _link("self", home + _FILE),
        _link("alternate", home),
        _element("updated", stamp(feed.updated)),
        # RFC 4287, 4.1.1: a feed has to have an author, unless each of its entries has one.
        _author(settings.title),
        *entries,
        "</feed>\n",
    ]
    return "\n".join(lines)


def _set_entry(entry: Entry, site_url: str) -> str:
    lines = [
        "<entry>",
        _element("id", site_url + entry.address),
        _element("title", entry.headline),
        _link("alternate", site_url + entry.address),
        # RFC 4287, 4.2.7.2: where the information in an entry is from.
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


ATOM = FeedForm(file=_FILE, set_entry=_set_entry, set_feed=_set_feed)
"""Atom, which every reader of feeds knows."""
