"""Tell where the pages and files are that a theme made for Pelican takes for granted."""

from collections.abc import Collection

from pelican.urlwrappers import URLWrapper

from generator.site.foreign_pages import INDEXED
from generator.site.shelves import INDEX_WHOLE

ALIASES = {
    "archives.html": "archives.html",
    "tags.html": "topics/",
    "categories.html": "sections/",
    "authors.html": "bylines/",
    "search.html": "search/",
    "pages/about.html": "about/",
    "feeds/all.atom.xml": "feed.xml",
    "feeds/atom.xml": "feed.xml",
    "atom.xml": "feed.xml",
    "feeds/rss.xml": "feed.xml",
    "feeds/all.rss.xml": "feed.xml",
    "rss.xml": "feed.xml",
    "archive.html": "archives.html",
    "about.html": "about/",
}
"""Where Pelican would have a page that we have elsewhere: many themes link to it as it is.

One without its `.html`, `tags/`, is an address that many of them give it.
"""

_OF = {"tag": "topics/", "author": "bylines/"}

_INDEXES = [
    (path, place.rstrip("/")) for path, place in ALIASES.items() if place.rstrip("/") in INDEXED
]


def alias_pages(theirs: Collection[str]) -> dict[str, str]:
    """Return where a theme of these templates may look for a page, and where it is.

    With a `#` at its end it is a page of ours, which has no places that the theme knows of.
    """
    ours = {path: f"{INDEXED[place]}.html" not in theirs for path, place in _INDEXES}
    return {path: f"{place}#" if ours.get(path) else place for path, place in ALIASES.items()}


def alias_names(named: Collection[URLWrapper]) -> dict[str, str]:
    """Return where Pelican would have the pages of names, and where they are.

    Many themes write such an address themselves, of the name as it is or as they take it to be.
    """
    found: dict[str, str] = {}
    for each in named:
        kind = next(
            (word for word in ("tag", "author") if each.url.startswith(_OF[word])), "category"
        )
        hyphened = str(each.name).replace(" ", "-")
        for name in (str(each.name), hyphened, hyphened.lower(), each.slug):
            found[f"{kind}/{name}.html"] = each.url
    return found | _alias_places(named)


def _alias_places(named: Collection[URLWrapper]) -> dict[str, str]:
    """Return where the names of each long list are, which a theme takes to be on one page."""
    found: dict[str, str] = {}
    for kind in (f"{kind}/" for kind in INDEXED):
        listed = [each for each in named if each.url.startswith(kind)]
        if len(listed) > INDEX_WHOLE:
            found |= {f"{kind}#{each.slug}": each.url for each in listed}
    return found


def alias_styles(static: Collection[str]) -> dict[str, str]:
    """Return where a theme may look for a style, and which of its own stands in for that.

    A setting that nobody has made may choose one, `css/look.blue.css`, in place of `css/look.css`.
    """
    found: dict[str, str] = {}
    for name in sorted((each for each in static if each.endswith(".css")), reverse=True):
        folder, slash, file = name.rpartition("/")
        first, *parts = file.split(".")
        if len(parts) > 1:
            found[f"theme/{folder}{slash}{'.'.join([first, *parts[1:]])}"] = f"theme/{name}"
    return {
        short: name for short, name in found.items() if short.removeprefix("theme/") not in static
    }
