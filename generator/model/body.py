"""The body of an article: blocks of inlines."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text set in italics."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Text set in bold."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an absolute http or https `url`."""

    url: str
    inlines: tuple["Inline", ...]


Inline: TypeAlias = Text | Emphasis | Strong | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A subhead; `level` is 2 to 6, since the headline is 1."""

    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted blocks."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list whose items are runs of blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its words; `src` names a resource of the snapshot, a `data:` URI or a URL.

    `src` is None where the words are there and the picture isn't, as in a pasted page.
    """

    src: str | None
    alt: str = ""
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells of inlines; the first row is the head."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose spaces and line ends count."""

    text: str


Block: TypeAlias = Paragraph | Heading | Quotation | ItemList | Figure | Table | Preformatted
