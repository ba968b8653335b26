"""What of a page tells of which kind it is: how it calls itself, what it says, how it is built."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from generator.blocks import find_figures, plain_text
from generator.parsing.body import Body
from generator.parsing.document import Document, clean
from generator.parsing.gates.addresses import read_address
from generator.parsing.gates.leads import Leads, find_leads
from generator.parsing.gates.notices import Words
from generator.parsing.jsonld import types_of
from generator.parsing.prose import count_words
from generator.parsing.selection import TITLE_SEPARATOR
from generator.parsing.titles import title_of
from generator.text import fold

_CONTROLS = 300


# Without slots, since a cached property is kept in the object's dictionary.
@dataclass(frozen=True, kw_only=True)
class Look:
    """A page as it has been read; `outlets` are the names of whose it is."""

    document: Document
    body: Body
    outlets: tuple[str, ...]

    @cached_property
    def words(self) -> Words:
        """What the page calls itself and says."""
        text = plain_text(self.body.blocks, figures=False)
        return Words(
            titles=self.titles,
            text=tuple(text.splitlines() if self.body.blocks else self._shown()),
            words=count_words(text),
            address=read_address(self.document.url),
            count=count_words,
            told=self.document.says_article,
        )

    @cached_property
    def caption_words(self) -> int:
        """How much is said below its pictures, which is the text of a picture story."""
        return sum(count_words(figure.caption or "") for figure in find_figures(self.body.blocks))

    def _shown(self) -> Iterator[str]:
        """Yield all lines that the page shows, with a program and without."""
        yield from (piece.text for piece in self.body.sheet.pieces if not piece.is_link)
        for element in islice(self.document.elements.named("noscript"), 5):
            yield clean(" ".join(islice(element.itertext(), 50)))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The page's title without the outlet's name, and its headings."""
        return tuple(self._titles())

    def _titles(self) -> Iterator[str]:
        own = {fold(name) for name in self.outlets}
        title = title_of(self.document)
        parts = (part for part in TITLE_SEPARATOR.split(title) if part and fold(part) not in own)
        yield from islice(parts, 1)
        heads = (clean(" ".join(head.itertext())) for head in self.document.elements.named("h1"))
        yield from islice(filter(None, heads), 2)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The class names of the page as a whole, by which systems tell kinds of pages."""
        whole = [self.document.root, *islice(self.document.elements.named("body"), 1)]
        # Themes write these for styles: "home page-template", "single single-post",
        # "node-type-article".
        names = " ".join(element.get("class") or "" for element in whole)
        return frozenset(names[:2_000].lower().split())

    @cached_property
    def types(self) -> frozenset[str]:
        """The types of the things in which the page describes itself."""
        return frozenset(kind for thing in self.document.things for kind in types_of(thing))

    @cached_property
    def leads(self) -> Leads:
        """The linked headlines of the page."""
        return find_leads(self.document, self.body)

    def has_field(self, kind: str) -> bool:
        """Say whether the page has a field of a form, such as one for a password."""
        fields = islice(self.document.elements.named("input"), _CONTROLS)
        return any((field.get("type") or "").lower() == kind for field in fields)

    def buttons(self) -> Iterator[str]:
        """Yield what stands on buttons."""
        for element in islice(self.document.root.iter("button", "input", "a"), _CONTROLS):
            if element.tag == "input" and element.get("type") in ("submit", "button"):
                yield element.get("value") or ""
            elif element.tag == "button" or element.get("role") == "button":
                yield clean(" ".join(islice(element.itertext(), 20)))
