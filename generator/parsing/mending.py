"""Markup mended before it is read, where text that a browser shows would be lost.

libxml2 begins a second document after `</html>`, of which nothing is kept. Many a template closes
the page before its end, and browsers show what follows as if nothing had been said (WHATWG HTML,
13.2.6.4.19). Each kind of fault takes one look for it, and time in proportion to the page.
"""

import re
from itertools import pairwise

_PAGE_ENDS = ("</body", "</BODY", "</html", "</HTML")
_PAGE_END = re.compile(r"</(?i:body|html)\b[^<>]{0,100}>")
_XHTML = re.compile(
    r"<[^<>]{0,500}\bxmlns:(\w{1,20})\s*=\s*[\"']http://www\.w3\.org/1999/xhtml[\"']"
)
_RAW = re.compile(r"(</?(?i:script|style)\b)")
_HEAD = 2_000
_SECTIONS_LIMIT = 20
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")


def mend(text: str) -> str:
    """Return a page with nothing hidden by an end that isn't one."""
    text = _join_documents(_drop_prefix(text))
    text = _close_comment(text)
    return _open_sections(text) if _has_sections(text) else text


def _drop_prefix(text: str) -> str:
    """Drop the prefix of XHTML whose elements all have one: `<h:p xmlns:h="…/xhtml">`."""
    found = _XHTML.search(text[:_HEAD])
    return re.sub(rf"(</?){found[1]}:", r"\1", text) if found else text


def _join_documents(text: str) -> str:
    """Drop the ends of a page that has more of itself below."""
    # Ten characters on, so that a mere `</html>` behind the `</body>` is no reason to copy the
    # page.
    at = next((at for end in _PAGE_ENDS if (at := text.find(end)) >= 0), len(text))
    return text[:at] + _PAGE_END.sub("", text[at:]) if text.find("<", at + 10) >= 0 else text


def _close_comment(text: str) -> str:
    """Take a last comment that is never closed, and holds paragraphs, for text.

    A browser hides all that follows; who saved the page with it has seen less than there is.
    """
    at = text.rfind("<!--")
    # `--!>` ends a comment as well (WHATWG HTML, incorrectly-closed-comment).
    if at < 0 or text.find("-->", at) >= 0 or text.find("--!>", at) >= 0:
        return text
    return text[:at] + text[at + 4 :] if text.find("<p", at) >= 0 else text


def _has_sections(text: str) -> bool:
    """Say whether CDATA begins anywhere but in a program, where most of it does."""
    at = -1
    # Each look goes back over the page: after so many, one pass over all of it costs less.
    for _ in range(_SECTIONS_LIMIT):
        at = text.find("<![CDATA[", at + 1)
        if at < 0:
            return False
        if text.rfind("<script", 0, at) <= text.rfind("</script", 0, at):
            return True
    return True


def _open_sections(text: str) -> str:
    """Drop the marks of CDATA, which HTML takes for a comment, outside of programs and styles."""
    parts = _RAW.split(text)
    return "".join(
        part if before.startswith("<") and not before.startswith("</") else _CDATA.sub("", part)
        for before, part in pairwise(["", *parts])
    )
