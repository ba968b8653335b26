"""What a page says of its article in microdata, as the object that JSON-LD would have.

Microdata is markup on what readers see: a link's words are taken before its address, and the text
of the article is left to those who read the page.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from generator.parsing.elements import Elements
from generator.parsing.jsonld import Thing, is_article
from generator.text import squeeze

ITEMS_LIMIT = 50
"""The most items of a page that are looked at."""

PROPERTIES_LIMIT = 300
"""The most properties of an article that are read, those of the items in it among them."""

ELEMENTS_LIMIT = 100
"""The most elements within a property; what has more is text, and no fact about one."""

VALUE_LIMIT = 5_000
"""The most characters of a property."""

_DEPTH_LIMIT = 3
_TEXTS = frozenset(["articleBody", "comment", "reviewBody", "text"])


def find_item(elements: Elements) -> Thing:
    """Return the article that holds the page's heading, or all others; else nothing."""
    typed = (item for item in elements.items if item.get("itemtype") is not None)
    items = islice(typed, ITEMS_LIMIT)
    articles = [item for item in items if is_article({"@type": _types_of(item)})]
    headed = (item for item in articles if next(item.iter("h1"), None) is not None)
    holding = (a for a in articles[:1] if all(a in b.iterancestors() for b in articles[1:]))
    item = next(headed, next(holding, None))
    return {} if item is None else _read_item(item, iter(range(PROPERTIES_LIMIT)), _DEPTH_LIMIT)


def _types_of(item: HtmlElement) -> list[str]:
    return (item.get("itemtype") or "")[:VALUE_LIMIT].split()


def _read_item(item: HtmlElement, budget: Iterator[int], depth: int) -> dict[str, Any]:
    """Return the properties of an item; one that is said more than once is a list."""
    thing: dict[str, Any] = {"@type": _types_of(item)}
    for element, _ in zip(_find_properties(item), budget, strict=False):
        names = [name for name in _names_of(element) if name not in _TEXTS]
        value = _read_value(element, budget, depth) if names else None
        for name in names if value else ():
            thing[name] = [*_listed(thing[name]), *_listed(value)] if name in thing else value
    return thing


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _names_of(element: HtmlElement) -> list[str]:
    return (element.get("itemprop") or "")[:VALUE_LIMIT].split()[:5]


def _find_properties(item: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that say something of an item, and not of another one within it."""
    waiting = list(item)[::-1]
    while waiting:
        element = waiting.pop()
        if element.get("itemprop"):
            yield element
        if element.get("itemscope") is None:
            waiting.extend(list(element)[::-1])


def _read_value(element: HtmlElement, budget: Iterator[int], depth: int) -> Any:
    """Return what an element says: an item, or what it has for machines, or else its words."""
    if element.get("itemscope") is not None:
        return _read_item(element, budget, depth - 1) if depth else None
    told = element.get("content") or element.get("datetime")
    if told or next(islice(element.iterdescendants(), ELEMENTS_LIMIT, None), None) is not None:
        return squeeze((told or "")[:VALUE_LIMIT])
    return _list_links(element) or _words_of(element) or element.get("href") or element.get("src")


def _list_links(element: HtmlElement) -> list[str]:
    """Return the words of several links, where they are all that an element says."""
    links = [words for link in element.iter("a") if (words := _words_of(link))]
    rest = _words_of(element)
    for words in links:
        rest = rest.replace(words, "", 1)
    return links if len(links) > 1 and not any(map(str.isalnum, rest)) else []


def _words_of(element: HtmlElement) -> str:
    return squeeze("".join(element.itertext())[:VALUE_LIMIT])
