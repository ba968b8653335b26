"""A second reading, where the first finds next to nothing: no page is empty that has an article.

Poems, lists, tables of results and photo essays have no line as long as prose is; and what a
program shows stands in its data. Such pages are read again by what they have.
"""

from collections.abc import Iterator, Sequence
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
from generator.parsing.pasted.sentences import find_stems
from generator.parsing.prose import count_words
from generator.text import fold

ENOUGH = 40
"""The fewest words of a body that is not read a second time."""

_VEILS = frozenset(
    """audio button canvas dialog label map noscript object optgroup option select svg template
    textarea video""".split()
)
_VEILING = ("hidden", "style", "aria-hidden")
_NAMING = ("class", "id", "role")
# The fewest characters of a line that counts: the fewer, the more is taken in that is no text.
_SHORT_LINES = (30, 4)
# Each other reading is less sure than the first, so it has to find much more to be believed.
_TIMES = 2
_FEW = 8
_SHARED = 0.3


def read_any_body(document: Document, snapshot: Snapshot, headline: str) -> Body:
    """Return the body of a page, from wherever the page has one."""
    body = read_body(document, snapshot, headline)
    if _has_enough(body):
        return body
    words = count_text(body)
    for other in _read_otherwise(document, snapshot, headline):
        if (more := count_text(other)) > _TIMES * words:
            body, words = other, more
        if words >= ENOUGH:
            return body
    # Class names tell text from furniture: only a page with next to no word is read as if it had
    # none.
    veils = (*_VEILING, *_NAMING) if words < _FEW else _VEILING
    shown = replace(document, root=_unveil(document.root, veils))
    veiled = read_body(shown, snapshot, headline)
    more = count_text(veiled)
    # Else it is what is said to browsers that can't show a video, or asks for consent.
    if more >= ENOUGH and more > _TIMES * words and _is_about(veiled, headline):
        return replace(veiled, witness="text that the page hides")
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


def read_behind(document: Document, snapshot: Snapshot, headline: str) -> Body | None:
    """Return the article in a page's data where the page itself shows a notice, or None."""
    body = _read_hidden(document, snapshot, headline) if document.says_article else None
    return body if body and count_text(body) >= ENOUGH and _is_about(body, headline) else None


def _has_enough(body: Body) -> bool:
    words = 0
    for block in body.blocks:
        words += count_words(plain_text([block], figures=True))
        if words >= ENOUGH:
            return True
    return False


def _read_otherwise(document: Document, snapshot: Snapshot, headline: str) -> Iterator[Body]:
    if hidden := _read_hidden(document, snapshot, headline):
        yield hidden
    for least in _SHORT_LINES:
        yield read_body(document, snapshot, headline, least)


def _read_hidden(document: Document, snapshot: Snapshot, headline: str) -> Body | None:
    hidden = find_hidden_text(
        document.root, descriptions_of(document), pieced=document.says_article
    )
    if hidden is None:
        return None
    body = read_body(replace(document, root=hidden), snapshot, headline)
    return replace(body, witness="text in the page's data")


def _is_about(body: Body, headline: str) -> bool:
    """Say whether some of the headline's words are in a text."""
    stems = find_stems(fold(headline))
    text = find_stems(fold(plain_text(body.blocks, figures=True)))
    return not stems or len(stems & text) >= _SHARED * len(stems)


def _unveil(root: HtmlElement, attributes: Sequence[str]) -> HtmlElement:
    """Return a page with all shown that a browser shows only sometimes, without `attributes`."""
    # Dates and names are still to be read from the page as it is.
    whole: HtmlElement = deepcopy(root)
    for element in whole.iter(etree.Element):
        if element.tag in _VEILS:
            element.tag = "div"
        for name in attributes:
            element.attrib.pop(name, None)
    return whole
