"""What a page is entitled: its headings and its title, and what in them names its outlet."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from lxml.html import HtmlElement

from generator.parsing.document import Claim, Document, clean
from generator.parsing.mastheads import find_post_heads, names_site, words_of
from generator.text import key_of

OUTLET_LIMIT = 60
"""The most characters of an outlet's name."""

HEADS_LIMIT = 20
"""The most headings of one level that are looked at."""

TRAIL_DEPTH = 6
"""The most elements between a step of a trail and the `nav` that holds it."""

# "ㅣ" is a letter, with which many Korean sites print a bar.
_SEPARATOR = re.compile(r"\s+(?:[|｜ㅣ·•»«:/›‹<>~@←▷]|::|[—–-]+)\s+|\s*[|｜ㅣ：_]\s*")
_AFTER_DOTS = re.compile(r"[ .…]*\w")
_AFTER_QUOTE = re.compile(r"\s*\"\s*\w")


def find_heads(document: Document) -> list[str]:
    """Return what the headings of the first level say, up to five.

    Where those only name the site, they are the lower ones that the page's title has as well.
    """
    first = list(islice(document.elements.named("h1"), HEADS_LIMIT))
    own = list(filter(None, map(words_of, (head for head in first if not names_site(head)))))
    own = own or list(find_post_heads(document, title_of(document)))
    return (own or list(filter(None, map(words_of, first))))[:5]


def find_shown(document: Document) -> list[str]:
    """Return the headings that head the article, up to five.

    German sites set their search form as an `h1` at the end of the trail that leads from the front
    page: there the headline is the first heading of the second level.
    """
    heads = list(islice(document.elements.named("h1"), HEADS_LIMIT))
    own = [head for head in heads if not _stands_in_trail(head)]
    if heads and not own:
        seconds = islice(document.elements.named("h2"), HEADS_LIMIT)
        own = [head for head in seconds if not _stands_in_trail(head)][:1]
    return list(islice(filter(None, map(words_of, own)), 5))


def _stands_in_trail(head: HtmlElement) -> bool:
    return any(outer.tag == "nav" for outer in islice(head.iterancestors(), TRAIL_DEPTH))


def title_of(document: Document) -> str:
    """Return the title of the page, with all that its template adds."""
    return next((clean(title.text) for title in document.elements.named("title")), "")


def find_outlet(document: Document) -> Claim | None:
    """Return what the title says apart from the heading on the page, which is the outlet's name."""
    title = title_of(document)
    site = key_of(document.first("og:site_name") or "")
    for head in find_heads(document):
        if key_of(head) == site:
            continue
        before, found, after = title.partition(head)
        # Where the title goes on at both ends of the heading, neither can be told to be the outlet.
        rest = (after or before) if found and not (before and after) else ""
        name = _SEPARATOR.split(f" {rest} ")[-1 if after else 0].strip(" :|–—-·•")
        if 1 < len(name) <= OUTLET_LIMIT:
            return Claim(name, "title")
    return None


def strip_outlet(title: str, outlets: Sequence[str]) -> str:
    """Drop what stands behind the last separators, while it names an outlet, given by its key."""
    for found in reversed(list(_SEPARATOR.finditer(title))):
        tail = key_of(title[found.end() :])
        near = any(tail in name or name in tail for name in outlets if len(name) > 2)
        if not (tail and near and len(title[found.end() :].split()) <= 5 and found.start()):
            break
        title = title[: found.start()]
    return _strip_front(title.strip(), outlets)


def _strip_front(title: str, outlets: Sequence[str]) -> str:
    """Drop the outlet before a separator; before a colon it may be what the headline is about."""
    found = _SEPARATOR.search(title)
    if found is None or ":" in found[0] or key_of(title[: found.start()]) not in outlets:
        return title
    return title[found.end() :]


def is_cut(title: str, others: Iterable[str]) -> bool:
    """Say whether a title ends before its end, which others tell.

    It is cut at dots, or at the first quote of `content="He says: "No""`.
    """
    stem = title.rstrip(" .…")
    rest = _AFTER_DOTS if title.endswith(("...", "…")) else _AFTER_QUOTE
    return bool(stem) and any(
        other.startswith(stem) and rest.match(other, len(stem)) for other in others
    )
