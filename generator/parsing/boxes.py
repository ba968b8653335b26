"""What a page is laid out in: boxes, and in them the pieces that stand between their edges.

Block elements make boxes, as in CSS; a run of inline content between two edges is one piece,
whatever the markup. All that is decided of a body is decided of pieces, in the page's own order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from lxml.html import HtmlElement

from generator.parsing.cues import Mark
from generator.text import squeeze

PieceKind: TypeAlias = Literal["text", "picture", "table", "preformatted"]

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])

Look: TypeAlias = tuple[str, str, str]
"""How a piece is set: the element and the class names of its box, and those of the next."""

LINES = HEADINGS | {"p", "li", "blockquote", "dd", "dt"}
"""The elements that hold a line of text, and no more."""


class Style(NamedTuple):
    """How characters are set: what they link to, and whether bold or italic."""

    href: str | None = None
    strong: bool = False
    emphasis: bool = False


PLAIN = Style()

BREAK = "\u2028"
"""What stands in a line for `<br>`: white space, as Unicode's line separator is."""


# A page has a thousand boxes and pieces. Frozen, as other records are, they take three times as
# long to make; none is changed after it is made.


@dataclass(slots=True, eq=False)
class Box:
    """A block element within its parent; `mark` is what speaks against its being text.

    `tag` and `names` are the name and the class names of the element, `heading` is the heading that
    this stands in (`h1` to `h6`), and `depth` counts the boxes round this one.
    Of the boxes round this one, `around` are those that have a mark, from the inside out.
    """

    element: HtmlElement
    parent: "Box | None"
    mark: Mark | None
    tag: str
    names: str
    heading: str | None
    depth: int
    around: tuple["Box", ...] = ()

    @property
    def marked(self) -> tuple["Box", ...]:
        """The boxes that have a mark, of this one and those round it, from the inside out."""
        # A box that kept itself would keep the whole page, until a search for garbage came by.
        return (self, *self.around) if self.mark else self.around

    def lineage(self) -> Iterator["Box"]:
        """Yield this box and those round it, from the inside out."""
        box: Box | None = self
        while box is not None:
            yield box
            box = box.parent

    def within(self, outer: "Box") -> Iterator["Box"]:
        """Yield this box and those round it, as far as `outer`, which is left out."""
        for box in self.lineage():
            if box is outer:
                return
            yield box

    def is_in(self, outer: "Box") -> bool:
        """Say whether this is `outer`, or stands in it."""
        box: Box | None = self
        while box is not None and box.depth > outer.depth:
            box = box.parent
        return box is outer


@dataclass(slots=True, eq=False)
class Piece:
    """What stands between two edges of boxes; `linked` counts the characters that are links."""

    box: Box
    kind: PieceKind
    text: str
    segments: tuple[tuple[str, Style], ...] = ()
    linked: int = 0
    element: HtmlElement | None = None

    @property
    def heading(self) -> str | None:
        """The heading that this stands in: `h1` to `h6`."""
        return self.box.heading

    def is_in(self, box: Box) -> bool:
        """Say whether this stands in `box`."""
        return self.box.is_in(box)

    @property
    def look(self) -> Look:
        """How this is set, by which the lines of a text are told from what stands among them."""
        outer = self.box.parent
        return (self.box.tag, self.box.names, outer.names if outer else "")

    @property
    def lines(self) -> list[str]:
        """The lines of this, as `<br>` breaks them."""
        text = "".join(text for text, _ in self.segments) or self.text
        return [line for part in text.split(BREAK) if (line := squeeze(part))]

    @property
    def is_link(self) -> bool:
        """Whether this is more link than text."""
        return self.linked > 0.5 * len(self.text)
