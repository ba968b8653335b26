"""Markup of any quality, read into one tree, within limits that no hostile page can pass.

libxml2 drops the text below its depth limit without a word, and takes time that grows with the
square of the attributes of a tag; both are seen to here, before and after it reads.
"""

import re
from itertools import pairwise

from lxml import etree
from lxml.html import HtmlElement

from generator.errors import NotAnArticle
from generator.parsing.mending import mend

MARKUP_LIMIT = 64 * 1024 * 1024
"""The most characters of a page."""

TAGS_LIMIT = 75_000
"""The most elements of a page, twenty times as many as news pages have: some 250 MB of memory."""

TEXT_LIMIT = 4_000_000
"""The most characters of text of a page, as of a pasted one: some ten thick books."""

ATTRIBUTES_LIMIT = 1_000
"""The most attributes of a tag."""

FRAMES_LIMIT = 400
"""The most characters in which a page of frames says that it has them."""

_ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
_CROWDED = re.compile(
    r"<[a-zA-Z](?:[^\s<>\"'/]{0,500}+(?:[\s/]++|\"[^\"]{0,2000}+\"|'[^']{0,2000}+')){2000}"
)
"""What may be a tag of 2000 attributes, or of half as many that have values in quotes."""

_TOO_LONG = ": save each article by itself (or keep it as it is, with --keep)"
_OPENING = re.compile("<[a-zA-Z]")
_TAG = re.compile(r"<[a-zA-Z](?:=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^<>])*+")
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_APART = re.compile(r"(?<![\s/])[\s/]++[^\s/]")
# Case is ignored only within: a form that begins with a sign as it is goes from sign to sign.
_SCRIPT = re.compile(r"(</?(?i:script)\b)")
_STYLING = re.compile(
    r"</?(?i:font|b|i|u|s|em|strong|span|center|small|big|tt|nobr|div|section)\b[^<>]*>"
)


def read_tree(text: str, *, keep: bool = False) -> HtmlElement:
    """Return the root element of a page; raise NotAnArticle where it can't be read whole.

    With `keep`, a page may be as long as its markup may, whatever memory that takes.
    """
    if len(text) > MARKUP_LIMIT:
        raise NotAnArticle("the page is larger than 64 million characters")
    if not keep and _count_tags(text) > TAGS_LIMIT:
        raise NotAnArticle(f"the page has more than {TAGS_LIMIT:,} elements{_TOO_LONG}")
    if _CROWDED.search(text) and _has_crowded_tag(_without_scripts(text)):
        raise NotAnArticle("a tag of the page has thousands of attributes")
    text = mend(text)
    root, cut = _parse(text)
    if cut:
        # Old pages never close their <font> and <center>: without those the text lies shallow.
        root, cut = _parse(_STYLING.sub(" ", text))
    if cut:
        raise NotAnArticle("the page is nested too deeply to be read whole")
    if root is None:
        raise NotAnArticle("the page is empty")
    if not keep and len(text) > TEXT_LIMIT and _count_text(root) > TEXT_LIMIT:
        raise NotAnArticle(f"the page has more than 4 million characters of text{_TOO_LONG}")
    if root.find("frameset") is not None and not _shows_text(root):
        raise NotAnArticle("a page of frames: its text is in the pages they show; save those")
    return root


def _count_tags(text: str) -> int:
    """Return how many tags a page has, or a number that is too low where there are few."""
    # The shortest of tags is "<a>".
    if len(text) < 3 * TAGS_LIMIT or text.count("<") <= TAGS_LIMIT:
        return 0
    return sum(1 for _ in _OPENING.finditer(_without_scripts(text)))


def _count_text(root: HtmlElement) -> int:
    """Return how many characters a page has besides its markup and its programs."""
    whole = sum(map(len, root.itertext()))
    return whole - sum(len(part.text or "") for part in root.iter("script", "style"))


def _shows_text(root: HtmlElement) -> bool:
    """Say whether a page of frames has more for browsers without them than a line or two."""
    text = "".join("".join(part.itertext()) for part in root.iter("body", "noframes"))
    return len(text) > FRAMES_LIMIT


def _has_crowded_tag(text: str) -> bool:
    """Say whether a tag has thousands of attributes, and no value that only looks like them."""
    tags = (found[0] for found in _TAG.finditer(text) if len(found[0]) > ATTRIBUTES_LIMIT)
    return any(len(_APART.findall(_VALUE.sub("", tag))) > ATTRIBUTES_LIMIT for tag in tags)


def _without_scripts(text: str) -> str:
    """Return a page without its programs, in which `i<n` and a thousand strings look like a tag."""
    parts = _SCRIPT.split(text)
    return "".join(
        part for before, part in pairwise(["", *parts]) if not before.lower().startswith("<script")
    )


def _parse(text: str) -> tuple[HtmlElement | None, bool]:
    """Return the root, and whether text was cut off for its depth."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    # One class for all elements: the parser of `lxml.html` asks Python which for each of them.
    parser.set_element_class_lookup(_ONE_CLASS)
    # libxml2 would end the page at a NUL, which is found in bytes ten times as fast.
    root = etree.fromstring(text.encode("utf-8", "replace").replace(b"\0", b""), parser)
    return root, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)
