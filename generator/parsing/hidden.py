"""Text that a page keeps where only its programs see it: in their data, in templates.

Pages that a program fills are often saved before it has. What it would have shown stands in a
script as JSON, in strings of HTML (`__NEXT_DATA__`, `__next_f.push`, `__INITIAL_STATE__`) or in a
string a paragraph; or in a `template`, a `noscript`, a frame's `srcdoc`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from html import escape

from lxml import etree
from lxml.html import HtmlElement

from generator.errors import NotAnArticle
from generator.parsing.layout import lay_out
from generator.parsing.markup import read_tree
from generator.parsing.prose import SENTENCE_ENDS, Sheet
from generator.text import fold

LEAST_PROSE = 150
"""The fewest characters of prose for which a page's data is taken for its text."""

STRING_LIMIT = 1_000_000
"""The most characters of a string that is looked at."""

_STRINGS_LIMIT = 50_000
_FRAGMENTS_LIMIT = 40
_LEAST_LENGTH = 120
_QUOTE = re.compile(r'(?<!\\)"')
_INNER_QUOTE = re.compile(r'\\"')
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_SLOT = re.compile(r"\$\$\w{1,40}\$\$|\{\{[^{}]{1,80}\}\}")
"""Where a program would put something else in, such as an advertisement."""

_PROGRAM = re.compile(r"<(script|style)\b.{0,5000}?(?:</\1|$)", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"[{}()\[\];=_|]")
# The most of prose that may be signs of programs, and the least that are letters and spaces.
_CODES = 0.02
_LETTERS = 0.8
_OPENING = 60
_TEXT_KEYS = frozenset(
    "articlebody body children content html innerhtml p paragraph text value".split()
)


def find_hidden_text(
    root: HtmlElement, told: Iterable[str] = (), *, pieced: bool = True
) -> HtmlElement | None:
    """Return a tree of the text that a page hides, or None where it hides none.

    `told` is what the page says that its article is about: of several texts, the one that has
    those words is meant; else it is the longest. Unless `pieced`, no text is pieced together from
    strings, since those may as well be the words of a program's own buttons.
    """
    openings = [fold(text)[:_OPENING] for text in told if len(text) > _OPENING]
    best, most = None, LEAST_PROSE
    for fragment in _find_fragments(root, pieced=pieced):
        tree = _read(fragment)
        weight = Sheet(lay_out(tree)).total if tree is not None else 0
        meant = any(opening in fold(fragment) for opening in openings)
        # A text with the page's description in it is meant, were another ten times as long.
        if weight >= LEAST_PROSE and weight * (10 if meant else 1) > most:
            best, most = tree, weight * (10 if meant else 1)
    return best


def _read(fragment: str) -> HtmlElement | None:
    try:
        return read_tree(f"<body><article>{_SLOT.sub('', fragment)}</article></body>")
    except (NotAnArticle, etree.LxmlError):
        return None


def _find_fragments(root: HtmlElement, *, pieced: bool) -> list[str]:
    """Return the longest pieces of HTML that may be the text, the longest first."""
    found = {*_fragments_of_scripts(root, pieced=pieced), *_fragments_of_elements(root)}
    return sorted(found, key=lambda text: (-len(text), text))[:_FRAGMENTS_LIMIT]


def _fragments_of_elements(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("template", "noscript", "textarea"):
        inner = "".join(
            etree.tostring(child, encoding="unicode", method="html") for child in element
        )
        # What stands in these may have been read as elements, or as the text of one.
        for text in (inner[:STRING_LIMIT], (element.text or "")[:STRING_LIMIT]):
            if _is_prose(text):
                yield _as_markup(text)
    yield from (str(page)[:STRING_LIMIT] for page in root.xpath("//iframe/@srcdoc")[:10])


# ── Data of programs ─────────────────────────────────────────────────────────────────────────


def _fragments_of_scripts(root: HtmlElement, *, pieced: bool) -> Iterator[str]:
    for script in root.iter("script"):
        data = script.text or ""
        # JSON-LD is read by itself, with its meaning.
        if len(data) < _LEAST_LENGTH or script.get("type") == "application/ld+json":
            continue
        runs: dict[str, list[str]] = {}
        for key, text in _strings_of(data[: 8 * STRING_LIMIT]):
            if _is_prose(text):
                yield _as_markup(text)
            if pieced and key in _TEXT_KEYS and _is_sentence(text):
                runs.setdefault(key, []).append(_as_markup(text))
        yield from ("".join(dict.fromkeys(run)) for run in runs.values() if len(run) > 1)


def _strings_of(data: str) -> Iterator[tuple[str, str]]:
    r"""Yield the strings of a program with the names of their members, and those within strings.

    A string that was put in a string again, as `push([1,"{\"text\": …}"])` does, is read as well.
    """
    for key, raw in _literals_of(data):
        # No string of JSON has a line's end in it: that is a program between two strings.
        if len(raw) >= STRING_LIMIT or "\n" in raw or (text := _decode(raw)) is None:
            continue
        yield key, text
        if _INNER_QUOTE.search(raw):
            inner = ((name, _decode(part)) for name, part in _literals_of(text))
            yield from ((name, said) for name, said in inner if said is not None)


def _literals_of(data: str) -> Iterator[tuple[str, str]]:
    """Yield what stands between quotes, and is no mere word, with the name before it."""
    # Every other part is what stands between two strings; it needs no telling, since none of it is
    # prose.
    parts = _QUOTE.split(data, maxsplit=_STRINGS_LIMIT)
    for at, raw in enumerate(parts):
        if len(raw) > 20:
            named = at > 1 and parts[at - 1].strip() == ":"
            yield (parts[at - 2].lower() if named else ""), raw


def _decode(raw: str) -> str | None:
    """Return what a string literal of JSON says, or None where it is none."""
    if "\\" not in raw:
        return raw
    try:
        text = json.loads(f'"{raw}"', strict=False)
    except ValueError:
        return None
    return text if isinstance(text, str) else None


def _is_prose(text: str) -> bool:
    """Say whether a string is text for readers, plain or marked up, and no program."""
    if len(text) < _LEAST_LENGTH:
        return False
    words = _TAG.sub(" ", _PROGRAM.sub(" ", text[:5_000]))
    if len(words) < _LEAST_LENGTH // 3 or len(_CODE.findall(words)) > _CODES * len(words):
        return False
    return sum(char.isalpha() or char.isspace() for char in words) >= _LETTERS * len(words)


def _is_sentence(text: str) -> bool:
    words = _TAG.sub("", text).strip()
    return len(words) > 20 and words.endswith(SENTENCE_ENDS)


def _as_markup(text: str) -> str:
    """Return a string as HTML: as it is, or its lines as paragraphs."""
    if _TAG.search(text):
        return text if "<p" in text.lower() or "<br" in text.lower() else f"<p>{text}</p>"
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
