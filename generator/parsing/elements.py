"""The elements of a page by what is asked for: their names, and how they are marked.

Each way of asking costs a walk over the whole page; here it is walked once for all who ask.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lxml.html import HtmlElement

_NAMES = ("base", "h1", "h2", "link", "meta", "script", "time", "title")


class Elements:
    """The elements of the tree below `root`, in the page's order."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root

    def named(self, name: str) -> Sequence[HtmlElement]:
        """Return the elements of one name: `h1`."""
        return self._by_name[name] if name in _NAMES else list(self._root.iter(name))

    @cached_property
    def marked(self) -> Sequence[HtmlElement]:
        """The elements with `itemprop` or `itemscope`, which is microdata, or `rel`."""
        found: list[HtmlElement] = self._root.xpath("//*[@itemprop or @itemscope or @rel]")
        return found

    def telling(self, prop: str) -> Iterator[HtmlElement]:
        """Yield the elements that are marked as one property of an item, and as no other."""
        return (element for element in self.marked if element.get("itemprop") == prop)

    @property
    def classed(self) -> Iterator[tuple[HtmlElement, str]]:
        """The elements that have class names, with those."""
        for element in self._root.iter():
            if names := element.get("class"):
                yield element, names

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[HtmlElement]]:
        found: dict[str, list[HtmlElement]] = {name: [] for name in _NAMES}
        for element in self._root.iter(*_NAMES):
            found[element.tag].append(element)
        return found
