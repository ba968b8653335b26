"""What a page says of its article in microdata or RDFa, as the object that JSON-LD would have.

<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">
<article vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">

Both are markup on what readers see: a link's words are taken before its address, and the text
of the article is left to those who read the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Dialect:
    """The attributes that open an item, that give its types, and that name its properties."""

    scope: str
    types: str
    names: str


_MICRODATA = _Dialect("itemscope", "itemtype", "itemprop")
_RDFA = _Dialect("typeof", "typeof", "property")


def find_item(elements: Elements) -> Thing:
    """Return the article that holds the page's heading, or all others; else nothing."""
    return _find(elements.items, _MICRODATA)


def find_typed(elements: Elements) -> Thing:
    """Return the article in RDFa, by the same rule."""
    return _find(elements.typed, _RDFA)


def _find(elements: Sequence[HtmlElement], dialect: _Dialect) -> Thing:
    typed = (item for item in elements if item.get(dialect.types) is not None)
    items = islice(typed, ITEMS_LIMIT)
    articles = [item for item in items if is_article({"@type": _words(item, dialect.types)})]
    headed = (item for item in articles if next(item.iter("h1"), None) is not None)
    holding = (a for a in articles[:1] if all(a in b.iterancestors() for b in articles[1:]))
    # An article on a card, or one of a list, has no heading of the first level.
    item = next(headed, next(holding, None))
    return {} if item is None else _Reader(dialect, iter(range(PROPERTIES_LIMIT))).read(item)


def _words(element: HtmlElement, attribute: str) -> list[str]:
    """Return the words of an attribute, without the prefix of the vocabulary: `schema:name`."""
    words = (element.get(attribute) or "")[:VALUE_LIMIT].split()
    return [word.removeprefix("schema:") for word in words]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads items of one dialect, with as many properties as the budget has."""

    dialect: _Dialect
    budget: Iterator[int]

    def read(self, item: HtmlElement, depth: int = _DEPTH_LIMIT) -> dict[str, Any]:
        """Return the properties of an item; one that is said more than once is a list."""
        thing: dict[str, Any] = {"@type": _words(item, self.dialect.types)}
        # The budget is one iterator for the item and all those within it.
        for element, _ in zip(self.properties(item), self.budget, strict=False):
            names = [name for name in self.names(element) if name not in _TEXTS]
            value = self.value(element, depth) if names else None
            for name in names if value else ():
                thing[name] = [*_listed(thing[name]), *_listed(value)] if name in thing else value
        return thing

    def names(self, element: HtmlElement) -> list[str]:
        """Return the properties that an element is, of which there may be several."""
        # A name may be a whole address: https://schema.org/headline.
        return [name.rpartition("/")[2] for name in _words(element, self.dialect.names)[:5]]

    def properties(self, item: HtmlElement) -> Iterator[HtmlElement]:
        """Yield the elements that say something of an item, and not of another one within it."""
        waiting = list(item)[::-1]
        while waiting:
            element = waiting.pop()
            if element.get(self.dialect.names):
                yield element
            if element.get(self.dialect.scope) is None:
                waiting.extend(list(element)[::-1])

    def value(self, element: HtmlElement, depth: int) -> Any:
        """Return what an element says: an item, or what it has for machines, or else its words."""
        if element.get(self.dialect.scope) is not None:
            return self.read(element, depth - 1) if depth else None
        told = element.get("content") or element.get("datetime")
        crowd = islice(element.iterdescendants(), ELEMENTS_LIMIT, None)
        if told or next(crowd, None) is not None:
            return squeeze((told or "")[:VALUE_LIMIT])
        words = _list_links(element) or _words_of(element)
        return words or element.get("href") or element.get("src")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _list_links(element: HtmlElement) -> list[str]:
    """Return the words of several links, where they are all that an element says."""
    links = [words for link in element.iter("a") if (words := _words_of(link))]
    rest = _words_of(element)
    for words in links:
        rest = rest.replace(words, "", 1)
    return links if len(links) > 1 and not any(map(str.isalnum, rest)) else []


def _words_of(element: HtmlElement) -> str:
    return squeeze("".join(element.itertext())[:VALUE_LIMIT])
