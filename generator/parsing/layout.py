"""A tree laid out in boxes and pieces, without recursion: pages nest as deep as they like."""

import re
from collections.abc import Callable, Mapping

from lxml import etree
from lxml.html import HtmlElement

from generator.parsing.boxes import BREAK, HEADINGS, PLAIN, Box, Piece, PieceKind, Style
from generator.parsing.cues import Mark, find_mark, is_unseen
from generator.text import squeeze

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_SKIPPED = frozenset(
    """audio canvas datalist dialog embed iframe input link map math meta noscript object
    option script select style template textarea title video""".split()
)
_CONTROLS = frozenset(["button", "label", "svg"])
_PROSE = 150
_LINE = 60
_PICTURES = frozenset(["img", "amp-img", "picture"])
_STRONG = frozenset(["b", "strong"])
_EMPHASIS = frozenset(["i", "em", "cite", "dfn", "var"])

_TAG_MARKS: Mapping[str, Mark | None] = {
    **dict.fromkeys("html body main article".split()),
    **{tag: Mark(tag, 0.3) for tag in "aside footer figcaption form nav".split()},
}
"""What elements of some names say against themselves, whatever class names they have."""

_MARKING_ROLES = {
    role: Mark(role, 0.3)
    for role in "alert banner complementary contentinfo dialog menu navigation search".split()
}
_SPEAKING = frozenset(["aria-hidden", "hidden", "role", "style"])
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

_HIDDEN = Mark("hidden", 0.3)
_ID_LENGTH = 40


def lay_out(root: HtmlElement) -> tuple[Piece, ...]:
    """Return the pieces of a page in its own order."""
    layout = _Layout(_make_box(root, None))
    layout.fill(root)
    return tuple(layout.pieces)


class _Layout:
    """The pieces laid out so far, and where on the page the line stands that is being filled."""

    def __init__(self, page: Box) -> None:
        self.pieces: list[Piece] = []
        self._line: list[tuple[str, Style]] = []
        self._box = page
        self._style = PLAIN

    def fill(self, root: HtmlElement) -> None:
        """Lay out what is in `root`: how each element begins, how it ends, and what follows it."""
        self.add(root.text or "")
        outer: list[tuple[Box, Style]] = []
        opening_of = _OPENINGS.get
        walk = etree.iterwalk(root, events=("start", "end"))
        # The root's own box is the page's, which is there already.
        next(walk)
        for event, element in walk:
            if event == "start":
                outer.append((self._box, self._style))
                opening = opening_of(element.tag, _Layout.open_unknown)
                if opening is None or not opening(self, element):
                    walk.skip_subtree()
            elif element is not root:
                box, self._style = outer.pop()
                if box is not self._box:
                    if self._line:
                        self.end_line()
                    self._box = box
                # As `add` does, without a call for each of thousands of elements.
                if (text := element.tail) and (self._line or not text.isspace()):
                    self._line.append((text, self._style))
        self.end_line()

    def add(self, text: str) -> None:
        """Put characters on the line; white space doesn't begin one."""
        if self._line or not text.isspace():
            self._line.append((text, self._style))

    def end_line(self) -> None:
        """Make a piece of the line, if there is anything to read on it."""
        line = self._line
        if not line:
            return
        self._line = []
        if len(line) == 1:
            text, style = line[0]
            linked = len(text.strip()) if style.href else 0
        else:
            text = "".join([part for part, _ in line])
            linked = sum([len(part.strip()) for part, style in line if style.href])
        if text := squeeze(text):
            self.pieces.append(Piece(self._box, "text", text, tuple(line), linked))

    def open_control(self, element: HtmlElement) -> bool:
        """Pass by a button, a label or a drawing, unless it was never closed and holds the text."""
        length = sum(len(part.text_content()) for part in element.iterdescendants("p"))
        return length > _PROSE and self.open_inline(element)

    def open_head(self, head: HtmlElement) -> bool:
        """Pass by a head that has nothing for readers, as nearly all of them."""
        told = any(part.tag not in _SKIPPED or (part.tail or "").strip() for part in head)
        return (told or bool((head.text or "").strip())) and self.open_inline(head)

    def break_line(self, _: HtmlElement) -> bool:
        """Begin a new line; two breaks in a row are the edge of a paragraph."""
        for text, _style in reversed(self._line):
            if text == BREAK:
                self.end_line()
                return False
            if not text.isspace():
                break
        self._line.append((BREAK, PLAIN))
        return False

    def place_picture(self, element: HtmlElement) -> bool:
        self.pieces.append(Piece(self._box, "picture", "", element=element))
        return False

    def open_figure(self, figure: HtmlElement) -> bool:
        return self.place_picture(figure) if _is_picture(figure) else self.open_box(figure)

    def open_box(self, element: HtmlElement) -> bool:
        if self._line:
            self.end_line()
        self._box = _make_box(element, self._box)
        if (text := element.text) and not text.isspace():
            self._line.append((text, self._style))
        return True

    def open_table(self, table: HtmlElement) -> bool:
        if not _is_grid(table):
            return self.open_box(table)
        return self._place_whole("table", table, squeeze(table.text_content()))

    def place_preformatted(self, element: HtmlElement) -> bool:
        return self._place_whole("preformatted", element, element.text_content().strip("\n"))

    def _place_whole(self, kind: PieceKind, element: HtmlElement, text: str) -> bool:
        self.end_line()
        if text.strip():
            box = _make_box(element, self._box)
            self.pieces.append(Piece(box, kind, text, element=element))
        return False

    def open_inline(self, element: HtmlElement) -> bool:
        return self._open_inline(element, _attributes_of(element))

    def open_unknown(self, element: HtmlElement) -> bool:
        """Lay out an element of a name that HTML hasn't: as a box, if it holds what a box does."""
        # Custom elements have a hyphen in their names, by the rules of HTML; others are misspelt.
        custom = isinstance(element.tag, str) and "-" in element.tag
        if custom and (len(element.text or "") > _LINE or _has(element, *_BLOCKS)):
            return self.open_box(element)
        return self.open_inline(element)

    def open_link(self, element: HtmlElement) -> bool:
        held = _attributes_of(element)
        if (href := held.get("href")) and not (len(element) and _runs_on(element)):
            self._style = Style(href, self._style.strong, self._style.emphasis)
        return self._open_inline(element, held)

    def _open_inline(self, element: HtmlElement, held: Mapping[str, str]) -> bool:
        if held and (is_unseen(held.get("class", "")) or _is_invisible(held)):
            return False
        if (text := element.text) and (self._line or not text.isspace()):
            self._line.append((text, self._style))
        return True

    def open_strong(self, element: HtmlElement) -> bool:
        self._style = self._style._replace(strong=True)
        return self.open_inline(element)

    def open_emphasis(self, element: HtmlElement) -> bool:
        self._style = self._style._replace(emphasis=True)
        return self.open_inline(element)


_OPENINGS: Mapping[object, Callable[[_Layout, HtmlElement], bool] | None] = {
    **dict.fromkeys(_BLOCKS, _Layout.open_box),
    **dict.fromkeys(_SKIPPED),
    **dict.fromkeys(_CONTROLS, _Layout.open_control),
    **dict.fromkeys(_PICTURES, _Layout.place_picture),
    **dict.fromkeys(_STRONG, _Layout.open_strong),
    **dict.fromkeys(_EMPHASIS, _Layout.open_emphasis),
    "a": _Layout.open_link,
    "br": _Layout.break_line,
    "figure": _Layout.open_figure,
    "head": _Layout.open_head,
    "pre": _Layout.place_preformatted,
    "span": _Layout.open_inline,
    "table": _Layout.open_table,
}
"""What an element of each name is laid out as, None for nothing; all others stand in a line."""


def _attributes_of(element: HtmlElement) -> dict[str, str]:
    # At once, since most elements have one or two, and asking for each takes as long as this.
    return dict(element.items())


def _make_box(element: HtmlElement, outer: Box | None) -> Box:
    tag, held = element.tag, _attributes_of(element)
    names = held.get("class", "")
    if outer is None:
        return Box(element, None, None, tag, names, None, 0)
    mark = _find_mark(tag, names, held) if held else _TAG_MARKS.get(tag)
    heading = tag if tag in HEADINGS else outer.heading
    return Box(element, outer, mark, tag, names, heading, outer.depth + 1, outer.marked)


def _find_mark(tag: str, names: str, held: Mapping[str, str]) -> Mark | None:
    """Return what the attributes that an element holds say against it, or its tag."""
    speaks = not _SPEAKING.isdisjoint(held)
    if speaks and ("hidden" in held or _is_invisible(held)):
        return _HIDDEN
    # What an element is goes before how it is named: the names of a `body` tell of the page, as
    # WordPress's "category-newsletter" does.
    if tag in _TAG_MARKS:
        return _TAG_MARKS[tag]
    if speaks and (role := held.get("role")) in _MARKING_ROLES:
        return _MARKING_ROLES[role]
    own = held.get("id", "")
    # A long id is no programmer's word but the address of a chapter: "she-promoted-the-film-…".
    return find_mark(names, own if len(own) <= _ID_LENGTH else "")


def _is_invisible(held: Mapping[str, str]) -> bool:
    if "style" in held and _INVISIBLE.search(held["style"]):
        return True
    return "aria-hidden" in held and held["aria-hidden"] == "true"


def _is_picture(figure: HtmlElement) -> bool:
    """Say whether a figure is a picture with its words, and no table, quotation or gallery."""
    if _has(figure, "table", "blockquote", "figure") or not _has(figure, "img", "amp-img"):
        return False
    # No caption has so many paragraphs.
    return sum(1 for _ in figure.iterdescendants("p")) < 4


def _runs_on(link: HtmlElement) -> bool:
    """Say whether a link was never closed, so that the text below is in it."""
    return sum(len(part.text_content()) > _LINE for part in link.iterdescendants("p")) > 2


def _is_grid(table: HtmlElement) -> bool:
    """Say whether a table has values in rows and columns, and isn't there to lay out the page."""
    if _has(table, "table", "form", "h1"):
        return False
    rows = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
    if len(rows) < 2 or max(rows) < 2:
        return False
    # With more words in a cell than that, it is a column of the page.
    return len(table.text_content()) < 150 * sum(rows)


def _has(element: HtmlElement, *tags: str) -> bool:
    return next(element.iterdescendants(*tags), None) is not None
