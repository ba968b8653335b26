"""A tree laid out in boxes and pieces, without recursion: pages nest as deep as they like."""

import re
from typing import TypeAlias

from lxml.html import HtmlElement

from generator.parsing.boxes import BREAK, PLAIN, Box, Piece, Style
from generator.parsing.cues import Mark, find_mark, is_unseen
from generator.text import squeeze

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_SKIPPED = frozenset(
    """audio button canvas datalist dialog embed head iframe input label link map math meta
    noscript object option script select style svg template textarea title video""".split()
)
_PICTURES = frozenset(["img", "amp-img", "picture"])
_STRONG = frozenset(["b", "strong"])
_EMPHASIS = frozenset(["i", "em", "cite", "dfn", "var"])

_UNMARKED_TAGS = frozenset(["html", "body", "main", "article"])
_MARKING_TAGS = frozenset(["aside", "footer", "figcaption", "form", "nav"])
_MARKING_ROLES = frozenset(
    ["alert", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"]
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_ID_LENGTH = 40

_Step: TypeAlias = tuple[HtmlElement | str | None, Box, Style]
"""What is still to be laid out: an element, characters, or (None) the edge of a box."""


def lay_out(root: HtmlElement) -> tuple[Piece, ...]:
    """Return the pieces of a page in its own order."""
    layout = _Layout()
    page = Box(root)
    stack = _content(root, page, PLAIN)[::-1]
    while stack:
        item, box, style = stack.pop()
        if isinstance(item, str):
            layout.line.append((item, style))
        elif item is None:
            layout.end_line(box)
        else:
            stack.extend(reversed(layout.open(item, box, style)))
    layout.end_line(page)
    return tuple(layout.pieces)


class _Layout:
    """The pieces laid out so far, and the line that is being filled."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.line: list[tuple[str, Style]] = []

    def open(self, element: HtmlElement, box: Box, style: Style) -> list[_Step]:
        """Lay out what needs no walk, and return the steps within `element`."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED:
            return []
        if tag == "br":
            self._break_line(box)
            return []
        if tag in _PICTURES or (tag == "figure" and _is_picture(element)):
            self._place(Piece(box, "picture", "", element=element))
            return []
        if tag in _BLOCKS:
            return self._open_box(element, box, style)
        if is_unseen(element.get("class") or "") or _is_invisible(element):
            return []
        return _content(element, box, _restyle(element, style))

    def _open_box(self, element: HtmlElement, outer: Box, style: Style) -> list[_Step]:
        self.end_line(outer)
        box = Box(element, outer, _find_mark(element))
        if element.tag == "pre":
            text = str(element.text_content()).strip("\n")
            self._place(Piece(box, "preformatted", text, element=element))
            return []
        if element.tag == "table" and _is_grid(element):
            self._place(Piece(box, "table", squeeze(element.text_content()), element=element))
            return []
        return [*_content(element, box, style), (None, box, style)]

    def _break_line(self, box: Box) -> None:
        """Begin a new line; two breaks in a row are the edge of a paragraph."""
        for text, _ in reversed(self.line):
            if text == BREAK:
                self.end_line(box)
                return
            if text.strip():
                break
        self.line.append((BREAK, PLAIN))

    def _place(self, piece: Piece) -> None:
        if piece.kind == "picture" or piece.text.strip():
            self.pieces.append(piece)

    def end_line(self, box: Box) -> None:
        """Make a piece of the line, if there is anything to read on it."""
        raw = "".join([text for text, _ in self.line])
        if not raw.isspace() and (text := squeeze(raw)):
            linked = sum(len(part.strip()) for part, style in self.line if style.href)
            self.pieces.append(Piece(box, "text", text, tuple(self.line), linked))
        self.line.clear()


def _content(element: HtmlElement, box: Box, style: Style) -> list[_Step]:
    steps: list[_Step] = [(element.text, box, style)] if element.text else []
    for child in element:
        steps.append((child, box, style))
        if child.tail:
            steps.append((child.tail, box, style))
    return steps


def _restyle(element: HtmlElement, style: Style) -> Style:
    tag = element.tag
    if tag == "a" and (href := element.get("href")):
        return style._replace(href=href)
    if tag in _STRONG:
        return style._replace(strong=True)
    if tag in _EMPHASIS:
        return style._replace(emphasis=True)
    return style


def _find_mark(element: HtmlElement) -> Mark | None:
    tag = str(element.tag)
    if element.get("hidden") is not None or _is_invisible(element):
        return Mark("hidden", 0.3)
    if tag in _UNMARKED_TAGS:
        return None
    if tag in _MARKING_TAGS:
        return Mark(tag, 0.3)
    role = element.get("role")
    if role in _MARKING_ROLES:
        return Mark(role, 0.3)
    name = element.get("id") or ""
    # A long id is no programmer's word but the address of a chapter: "she-promoted-the-film-…".
    return find_mark(f"{element.get('class') or ''} {name if len(name) <= _ID_LENGTH else ''}")


def _is_invisible(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("aria-hidden") == "true" or bool(style and _INVISIBLE.search(style))


def _is_picture(figure: HtmlElement) -> bool:
    """Say whether a figure is a picture with its words, and no table, quotation or gallery."""
    if _has(figure, "table", "blockquote", "figure") or not _has(figure, "img", "amp-img"):
        return False
    return sum(1 for _ in figure.iterdescendants("p")) < 4


def _is_grid(table: HtmlElement) -> bool:
    """Say whether a table has values in rows and columns, and isn't there to lay out the page."""
    if _has(table, "table", "form", "h1"):
        return False
    rows = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
    if len(rows) < 2 or max(rows) < 2:
        return False
    return len(table.text_content()) < 150 * sum(rows)


def _has(element: HtmlElement, *tags: str) -> bool:
    return next(element.iterdescendants(*tags), None) is not None
