"""What of a page tells of which kind it is: how it calls itself, what it says, how it is built."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from generator.blocks import plain_text
from generator.parsing.body import Body
from generator.parsing.document import Document, clean
from generator.parsing.gates.addresses import Address, read_address
from generator.parsing.gates.leads import Leads, find_leads
from generator.parsing.gates.phrases import Phrases, find_sayings, names_itself
from generator.parsing.jsonld import types_of
from generator.parsing.prose import count_words
from generator.text import fold

_SEPARATOR = re.compile(r"\s+[|｜·•»«:/–—-]+\s+|\s*[|｜]\s*")
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s*(?=\S)")
_CONTROLS = 300
_LABEL = 3


@dataclass(frozen=True, kw_only=True)
class Look:
    """A page as it has been read; `outlets` are the names of whose it is."""

    document: Document
    body: Body
    outlets: tuple[str, ...]

    @cached_property
    def address(self) -> Address:
        """The page's address."""
        return read_address(self.document.url)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The sentences of the text, or where there is none, of all that the page shows."""
        if self.body.blocks:
            shown = plain_text(self.body.blocks, figures=False).splitlines()
        else:
            shown = [piece.text for piece in self.body.sheet.pieces if not piece.is_link]
            shown += islice(map(_without_tags, self.document.root.iter("noscript")), 5)
        return tuple(part for line in shown for part in _SENTENCE.split(line) if part.strip())

    @cached_property
    def words(self) -> int:
        """How many words the text has."""
        return count_words(plain_text(self.body.blocks, figures=False))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What the page calls itself: its headings, and its title without the outlet's name."""
        own = {fold(name) for name in self.outlets}
        title = next((clean(title.text) for title in self.document.root.iter("title")), "")
        heads = islice((clean(" ".join(h.itertext())) for h in self.document.root.iter("h1")), 2)
        parts = [part for part in _SEPARATOR.split(title) if part and fold(part) not in own]
        return tuple(dict.fromkeys([*parts[:1], *heads]))

    @cached_property
    def classes(self) -> frozenset[str]:
        """The class names of the page as a whole, by which systems tell kinds of pages."""
        whole = [self.document.root, *islice(self.document.root.iter("body"), 1)]
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
        fields = islice(self.document.root.iter("input"), _CONTROLS)
        return any((field.get("type") or "").lower() == kind for field in fields)

    def buttons(self) -> Iterator[str]:
        """Yield what stands on buttons."""
        for element in islice(self.document.root.iter("button", "input", "a"), _CONTROLS):
            if element.tag == "input" and element.get("type") in ("submit", "button"):
                yield element.get("value") or ""
            elif element.tag == "button" or element.get("role") == "button":
                yield clean(" ".join(islice(element.itertext(), 20)))

    def names_itself(self, phrases: Phrases) -> bool:
        """Say whether the page calls itself one of this kind."""
        return any(names_itself(title, phrases) for title in self.titles)

    def sort_out(self, phrases: Phrases) -> "Sorted":
        """Tell the sentences that pages of this kind say from others; labels are neither."""
        said: set[str] = set()
        own = rest = 0
        for line in self.lines:
            words = count_words(line)
            if found := find_sayings(line, phrases):
                said |= found
                own += words
            elif words > _LABEL and not names_itself(line, phrases):
                rest += words
        return Sorted(len(said), own, rest)


class Sorted(NamedTuple):
    """How many different things are said that a kind of page says, in how many words.

    `rest` are the words of the sentences that say none of them.
    """

    said: int
    own: int
    rest: int


def _without_tags(element: HtmlElement) -> str:
    return clean(" ".join(islice(element.itertext(), 50)))
