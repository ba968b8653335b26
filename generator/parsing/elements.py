"""The elements of a page by what is asked for: their names, and how they are marked.

Each way of asking costs a walk over the whole page; here it is walked once for all who ask.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from lxml import etree
from lxml.html import HtmlElement

_NAMES = ("base", "h1", "h2", "link", "meta", "script", "time", "title")


# From attributes up: elements with a condition take twice as long.
_find_telling = etree.XPath("//@itemprop/.. | //@itemscope/.. | //@typeof/.. | //@rel/..")


@cache
def _find_classed(words: tuple[str, ...]) -> etree.XPath:
    told = " or ".join(f"contains(., '{word}')" for word in words)
    return etree.XPath(f"//@class[{told}]/..")


class Elements:
    """The elements of the tree below `root`, in the page's order."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root

    def named(self, name: str) -> Sequence[HtmlElement]:
        """Return the elements of one name: `h1`."""
        return self._by_name[name] if name in _NAMES else list(self._root.iter(name))

    @cached_property
    def marked(self) -> Sequence[HtmlElement]:
        """The elements that are marked as properties of items: microdata's `itemprop`."""
        return self._with("itemprop")

    @cached_property
    def items(self) -> Sequence[HtmlElement]:
        """The elements that are items of microdata: `itemscope`."""
        return self._with("itemscope")

    @property
    def typed(self) -> Sequence[HtmlElement]:
        """The elements that are items of RDFa: `typeof`."""
        return self._with("typeof")

    @cached_property
    def related(self) -> Sequence[HtmlElement]:
        """The elements that say what they lead to: `rel`."""
        return self._with("rel")

    @property
    def marked_or_related(self) -> Sequence[HtmlElement]:
        """The elements of both kinds, in the page's order."""
        return self._with("itemprop", "rel")

    def _with(self, *attributes: str) -> Sequence[HtmlElement]:
        told = ((element, element.attrib) for element in self._telling)
        return [element for element, held in told if any(name in held for name in attributes)]

    @cached_property
    def _telling(self) -> Sequence[HtmlElement]:
        return list(_find_telling(self._root))

    def telling(self, prop: str) -> Iterator[HtmlElement]:
        """Yield the elements that are marked as one property of an item, and as no other."""
        return (element for element in self.marked if element.get("itemprop") == prop)

    def classed(self, *words: str) -> Sequence[HtmlElement]:
        """Return the elements in whose class names any of some words is."""
        return list(_find_classed(words)(self._root))

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[HtmlElement]]:
        found: dict[str, list[HtmlElement]] = {name: [] for name in _NAMES}
        for element in self._root.iter(*_NAMES):
            found[element.tag].append(element)
        return found

    def forget(self) -> None:
        """Look again when next asked, since something was taken out of the tree."""
        for name in ("marked", "items", "related", "_telling", "_by_name"):
            self.__dict__.pop(name, None)
