"""The pictures of a page with their words: caption and credit told apart."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from generator.model import Figure
from generator.parsing.boxes import LINES, Piece
from generator.parsing.cues import marks_picture
from generator.parsing.pasted.captions import clean_credit, is_caption, is_credit, split_credit
from generator.text import fold, squeeze
from generator.urls import find_http_url

CAPTION_LIMIT = 600
"""The most characters of a caption."""

ICON_SIZE = 80
"""The width or height in pixels below which a picture is an icon."""

PLACEHOLDER_LENGTH = 400
"""The most characters of a picture written into the page that is but a place held for another."""

# Scripts that load pictures as they come into sight keep their addresses in the others, and have a
# placeholder in `src`.
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-image")
_SOURCE_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_CREDIT_NAMES = re.compile(r"credit|copyright|attribution|photographer|rights", re.IGNORECASE)
# A picture may stand in a paragraph twice or thrice: small, for readers without scripts, and large.
_ROW = 4
# A `noscript` often has the picture once more, with its words, for browsers without scripts.
_SHOWN_TEXT = etree.XPath(
    ".//text()[not(ancestor::noscript or ancestor::script or ancestor::style)]",
    smart_strings=False,
)
_TELLING = re.compile(r"^(?!.*(?:https?://|\.(?:jpe?g|png|gif|webp)\b))(?:\S+\s+){4,}\S+$")
"""What is said of a picture, rather than its name: five words and more."""

_PLACEHOLDER = re.compile(
    r"placeholder|spacer|blank\.|transparent|1x1|pixel\.|loading\.", re.IGNORECASE
)


def find_figure(piece: Piece, names: Collection[str], base: str | None) -> Figure | None:
    """Return the figure that a picture is, or None for an icon or one that isn't there.

    `names` are the resources of the snapshot; a picture that is none of them is told by its
    absolute address, or by the `data:` URI that holds it.
    """
    element = piece.element
    image = _find_image(element) if element is not None else None
    if element is None or image is None or _is_icon(image) or _is_thumbnail(element, image):
        return None
    src = _find_source(image, names, base)
    caption, credit = _find_words(element, image)
    if src is None and caption is None:
        return None
    return Figure(src, alt=squeeze(image.get("alt") or ""), caption=caption, credit=credit)


def tell_missing(figure: Figure, names: Collection[str], title: str) -> Figure:
    """Return a figure whose picture isn't there with what is said of it to those who can't see.

    That is for a picture without a caption, and where it is more than a label and no headline;
    `title` is the page's, folded. `names` are the resources of the snapshot.
    """
    here = figure.src in names or (figure.src or "").startswith("data:")
    if here or figure.caption or figure.credit or not _TELLING.search(figure.alt):
        return figure
    words = fold(figure.alt)
    return figure if words in title else replace(figure, caption=figure.alt[:CAPTION_LIMIT])


def _find_image(element: HtmlElement) -> HtmlElement | None:
    return next(element.iter("img", "amp-img"), None)


def _is_icon(image: HtmlElement) -> bool:
    sizes = ((image.get(side) or "").removesuffix("px") for side in ("width", "height"))
    return any(size.isdecimal() and int(size[:6]) < ICON_SIZE for size in sizes)


def _is_thumbnail(element: HtmlElement, image: HtmlElement) -> bool:
    """Say whether a bare picture is but a link to another page."""
    # A figure was made to be looked at, wherever a click on it leads.
    if element.tag == "figure":
        return False
    link = next((outer for outer in image.iterancestors("a")), None)
    href = (link.get("href") or "") if link is not None else ""
    return bool(href) and not re.search(r"\.(?:jpe?g|png|webp|gif)\b", href, re.IGNORECASE)


# ── Where the picture is ─────────────────────────────────────────────────────────────────────


def _find_source(image: HtmlElement, names: Collection[str], base: str | None) -> str | None:
    """Return the source that the snapshot has, or else the first that is no placeholder."""
    sources = [source for source in _list_sources(image) if source]
    for source in sources:
        if source in names or (_EMBEDDED.match(source) and len(source) > PLACEHOLDER_LENGTH):
            return source
    addresses = (find_http_url(source, base) for source in sources)
    return next((url for url in addresses if url and not _PLACEHOLDER.search(url)), None)


def _list_sources(image: HtmlElement) -> Iterator[str]:
    for name in _SOURCES:
        yield (image.get(name) or "").strip()
    picture = image.getparent()
    others = (
        picture.iterchildren("source") if picture is not None and picture.tag == "picture" else ()
    )
    for element in (image, *others):
        for name in _SOURCE_SETS:
            for candidate in (element.get(name) or "").split(","):
                yield candidate.strip().partition(" ")[0]


# ── What is said of it ───────────────────────────────────────────────────────────────────────


def _find_words(element: HtmlElement, image: HtmlElement) -> tuple[str | None, str | None]:
    """Return caption and credit: what the figure says, or what shares a small box with it."""
    box = element if element.tag == "figure" else _find_picture_box(image)
    if box is None:
        return None, None
    words = next((part for part in box.iter("*") if _names_caption(part)), box)
    text = _text_of(words)[:CAPTION_LIMIT]
    marked = next(
        (part for part in words.iter("*") if part is not words and _names_credit(part)), None
    )
    named = _text_of(marked) if marked is not None else ""
    text = squeeze(text.replace(named, " ", 1)) if named else text
    if is_credit(text):
        return None, clean_credit(named or text) or None
    caption, credit = split_credit(text)
    return caption or None, clean_credit(named) or credit or None


def _find_picture_box(image: HtmlElement) -> HtmlElement | None:
    """Return the box of a picture and its words: near, named as one, and with few words."""
    for outer, _ in zip(image.iterancestors(), range(4), strict=False):
        if outer.tag == "p" and _is_captioned(outer):
            return outer
        if outer.tag in LINES or outer.tag in ("body", "article", "main"):
            break
        text = _text_of(outer)
        if len(text) > CAPTION_LIMIT:
            break
        if text and any(_names_picture(part) for part in outer.iter("*")):
            return outer
    return None


def _is_captioned(paragraph: HtmlElement) -> bool:
    """Say whether a paragraph is a picture with its caption, and no row of many pictures."""
    # It is asked of each picture, and would else read all of a long row for each.
    pictures = sum(1 for _ in islice(paragraph.iter("img"), _ROW))
    return pictures < _ROW and is_caption(_text_of(paragraph))


def _names_picture(element: HtmlElement) -> bool:
    return marks_picture(element.get("class") or "") or _names_caption(element)


def _names_caption(element: HtmlElement) -> bool:
    return element.tag == "figcaption" or "caption" in (element.get("itemprop") or "").split()


def _names_credit(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
    return bool(_CREDIT_NAMES.search(names[:200])) and bool(_text_of(element))


def _text_of(element: HtmlElement) -> str:
    """Return what can be read in an element, `noscript` and scripts apart."""
    parts: list[str] = _SHOWN_TEXT(element)
    return squeeze(" ".join(parts))
