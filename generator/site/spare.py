"""Spare every page the characters that our templates have for the eyes of people alone.

It is done to a template once, as it is read, and to nothing that is put into it: what a story says
stays as it is, and so does what a theme of somebody else says.
"""

import re
from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from generator.site.theme_places import is_ours

_BLOCKS = (
    r"article|aside|body|d[dlt]|details|div|fig\w+|footer|form|h[1-6]|head|header|html|li|link|main"
    r"|meta|nav|ol|p|script|section|summary|svg|t(?:able|body|d|h|head|itle|r)|ul"
)
_BREAKS = re.compile(rf"\n\s*(?=</?(?:{_BLOCKS})[\s>])|(</?(?:{_BLOCKS})(?:\s[^<>]*)?>)\n\s*")
"""Line breaks before and after a block begins or ends, which no page shows."""

_BEGUN = re.compile(r"<([a-z]\w*)[^<>]*\Z")
"""A tag that goes on in a later piece, after a value that is put in."""

_TAG = re.compile(r"<(?!meta|link|script)[a-z][^<>]*")
_VALUE = re.compile(r'(?<==)"([\w./#:-]+)"(?=[\s>]|\Z)')
"""A value that HTML lets stand without quotes; a head keeps them, as most tools write it."""


class Spare(Extension):
    """Reads our templates without breaks between blocks, and plain attributes without quotes."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Return the pieces of a template, each on the line that it was on."""
        return _shrink_all(stream) if is_ours(stream.filename or "") else stream


def _shrink_all(stream: Iterable[Token]) -> Iterator[Token]:
    begun = ""
    for line, kind, value in stream:
        if kind != "data":
            yield Token(line, kind, value)
            continue
        # With the tag that is open before it, so that this piece is known to go on within one.
        yield Token(line, kind, shrink(begun + value)[len(begun) :])
        unfinished = _BEGUN.search(begun + value)
        begun = f"<{unfinished[1]} " if unfinished else ""


def shrink(text: str) -> str:
    """Return a piece of a template without what no reader sees."""
    return _TAG.sub(lambda tag: _VALUE.sub(r"\1", tag[0]), _BREAKS.sub(r"\1", text))
