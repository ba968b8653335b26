"""A second reading, where the first finds next to nothing: no page is empty that has an article.

Poems, lists, tables of results and photo essays have no line as long as prose is; and what a
program shows stands in its data. Such pages are read again by what they have.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from generator.blocks import plain_text
from generator.model import Snapshot
from generator.parsing.body import Body, make_body, read_body
from generator.parsing.document import Document
from generator.parsing.hidden import find_hidden_text
from generator.parsing.metadata import descriptions_of
from generator.parsing.prose import count_words

ENOUGH = 40
"""The fewest words of a body that is not read a second time."""

_VEILS = frozenset(
    """audio button canvas dialog label map noscript object optgroup option select svg template
    textarea video""".split()
)
_SHORT_LINES = (30, 4)
_TIMES = 2


def read_any_body(document: Document, snapshot: Snapshot, headline: str) -> Body:
    """Return the body of a page, from wherever the page has one."""
    body = read_body(document, snapshot, headline)
    words = count_text(body)
    if words >= ENOUGH:
        return body
    for other in _read_otherwise(document, snapshot, headline):
        if (more := count_text(other)) > _TIMES * words:
            body, words = other, more
        if words >= ENOUGH:
            break
    return body


def read_whole(body: Body, document: Document, snapshot: Snapshot) -> Body:
    """Return all that a page shows outside its menus, for a page that is kept for what it is."""
    every = body.sheet.pieces
    pieces = [piece for piece in every if piece not in body.sheet.furniture] or list(every)
    if not pieces:
        return body
    *_, page = pieces[0].box.lineage()
    shown = tuple(piece for piece in pieces if piece is not body.title)
    blocks = make_body(shown, page, document, snapshot)
    return replace(body, blocks=blocks, pieces=shown, dek=None, witness="the whole page")


def count_text(body: Body) -> int:
    """Return how many words a body has, those of its pictures among them."""
    return count_words(plain_text(body.blocks, figures=True))


def _read_otherwise(document: Document, snapshot: Snapshot, headline: str) -> Iterator[Body]:
    hidden = find_hidden_text(
        document.root, descriptions_of(document), pieced=document.says_article
    )
    if hidden is not None:
        body = read_body(replace(document, root=hidden), snapshot, headline)
        yield replace(body, witness="text in the page's data")
    for least in _SHORT_LINES:
        yield read_body(document, snapshot, headline, least)
    veiled = read_body(replace(document, root=_unveil(document.root)), snapshot, headline)
    # Below that it is what is said to browsers that can't show a video, or run a program.
    if count_text(veiled) >= ENOUGH:
        yield replace(veiled, witness="text that the page hides")


def _unveil(root: HtmlElement) -> HtmlElement:
    """Return a page with all shown that a browser shows only sometimes, or to some."""
    whole: HtmlElement = deepcopy(root)
    for element in whole.iter(etree.Element):
        if element.tag in _VEILS:
            element.tag = "div"
        for name in ("hidden", "style", "aria-hidden"):
            element.attrib.pop(name, None)
    return whole
