"""Render runs of text as one line of Markdown that every renderer reads alike.

Two renderers have to show the same characters: ours, which follows CommonMark, and the
Python-Markdown of a stock Pelican. So only those backslash escapes are used that both know, all
else is an entity, and emphasis is left out where the two would disagree on where it ends.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from generator.model import Emphasis, Inline, Link, Strong, Text
from generator.text import squeeze, strip_controls

_ESCAPES = {char: f"\\{char}" for char in "\\`*_[]"} | {
    "<": "&lt;",
    "{": "&#123;",
    "}": "&#125;",
    "|": "&#124;",
}
# At the start of a line, `[a\]: b](url)` would be read as a reference, `[^a](url)` as a footnote.
_LINK_ESCAPES = _ESCAPES | {"[": "&#91;", "]": "&#93;", "^": "&#94;"}
_ESCAPED = re.compile(r"[\\`*_\[\]<{}|]")
_LINK_ESCAPED = re.compile(r"[\\`*_\[\]<{}|^]")
_ENTITY = re.compile(r"&(?=#|\w+;)")
_BEGUN_ENTITY = re.compile(r"&(?=\w*$)")
_NUMBERED = re.compile(r"^(\d+)([.)])")
# Python-Markdown knows no backslash before the last three, which begin a definition, a fence,
# and the line under a heading.
_STARTS = {char: f"\\{char}" for char in "#>+-"} | {":": "&#58;", "~": "&#126;", "=": "&#61;"}
# Brackets could end the link, and braces are links of Pelican's own (`{filename}`).
_UNSAFE_IN_URL = re.compile(r"[^\w!#$%&*+,./:;=?@~-]")
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


class _Look(NamedTuple):
    italic: bool = False
    bold: bool = False
    url: str | None = None

    @property
    def mark(self) -> str:
        return "*" * (self.italic + 2 * self.bold)


class _Run(NamedTuple):
    text: str
    look: _Look


def escape(text: str) -> str:
    """Return `text` so that within a line it stands for its own characters and nothing else."""
    return _escape(text, _Look())


def _escape(text: str, look: _Look) -> str:
    text = _ENTITY.sub("&amp;", text)
    if look.url:
        return _LINK_ESCAPED.sub(lambda found: _LINK_ESCAPES[found[0]], text)
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)


def guard(line: str) -> str:
    """Return a line of Markdown so that its first characters can't start a block."""
    line = _NUMBERED.sub(r"\1\\\2", line)
    return _STARTS.get(line[:1], line[:1]) + line[1:]


def render_text(text: str) -> str:
    """Return `text` as one line of Markdown that says just that."""
    return guard(escape(squeeze(text)))


def render_line(inlines: Iterable[Inline]) -> str:
    """Return `inlines` as one line of Markdown that starts no block."""
    return guard(render_inlines(inlines))


def render_inlines(inlines: Iterable[Inline]) -> str:
    """Return `inlines` as Markdown on one line, for a place where a line doesn't begin."""
    inlines = tuple(inlines)
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        return escape(squeeze(inlines[0].text))
    line = ""
    for url, group in groupby(_squeeze(_flatten(inlines)), lambda run: run.look.url):
        runs = list(group)
        if url is None:
            line += _render_runs(runs, before=line[-1:], after=" ")
        else:
            # An exclamation mark before a link would make a picture of it.
            line = line[:-1] + "\\!" if line.endswith("!") else line
            line += f"[{_render_runs(runs, before='[', after=']')}]({url})"
    return line


def _flatten(inlines: Iterable[Inline]) -> Iterator[_Run]:
    """Yield the text of `inlines` with its look; nested links lead where the inner one does."""
    waiting = [(inline, _Look()) for inline in reversed(tuple(inlines))]
    while waiting:
        inline, look = waiting.pop()
        match inline:
            case Text():
                yield _Run(strip_controls(inline.text), look)
                continue
            case Emphasis():
                look = look._replace(italic=True)
            case Strong():
                look = look._replace(bold=True)
            case Link():
                look = look._replace(url=_render_url(inline.url) or look.url)
        waiting += [(inner, look) for inner in reversed(inline.inlines)]


def _render_url(url: str) -> str | None:
    """Return `url` as the destination of a link, or None if it is no web address."""
    if not _WEB.match(url):
        return None
    kept = _UNSAFE_IN_URL.sub(lambda found: quote(found[0]), squeeze(url))
    return _ENTITY.sub("&amp;", kept)


def _squeeze(runs: Iterable[_Run]) -> list[_Run]:
    """Make white space one space, outside of all looks, and runs of one look one run."""
    settled: list[_Run] = []
    space = False
    for text, look in runs:
        words = " ".join(text.split())
        space = space or text[:1].isspace()
        if words and space and settled:
            last = settled[-1].look
            _append(settled, " ", look if last == look else _between(last, look))
        if words:
            _append(settled, words, look)
            space = False
        space = space or text[-1:].isspace()
    return settled


def _append(runs: list[_Run], text: str, look: _Look) -> None:
    if runs and runs[-1].look == look:
        text = runs.pop().text + text
    runs.append(_Run(text, look))


def _between(left: _Look, right: _Look) -> _Look:
    """Return the look of a space between two looks: plain, but for a link that both are in."""
    return _Look(url=left.url if left.url == right.url else None)


def _render_runs(runs: list[_Run], *, before: str, after: str) -> str:
    """Return runs that share a link, or are in none, between two characters of the line."""
    line = before
    for index, (text, look) in enumerate(runs):
        said, follows = _escape(text, look), after
        if index + 1 < len(runs):
            # What one run begins, the next must not make an entity of.
            said = _BEGUN_ENTITY.sub("&amp;", said)
            follows = _escape(*runs[index + 1])[:1]
        sound = not line.endswith("*") and _opens(line[-1:], said) and _closes(said, follows)
        line += look.mark + said + look.mark if sound else said
    return line[len(before) :]


def _opens(before: str, text: str) -> bool:
    """Tell whether a mark between `before` and `text` surely starts emphasis (CommonMark 6.2)."""
    return text[0].isalnum() or not before or before.isspace() or before in "([-—–/\"'“‘"


def _closes(text: str, after: str) -> bool:
    return text[-1].isalnum() or after.isspace() or after in ")].,;:!?-—–/\"'”’"
