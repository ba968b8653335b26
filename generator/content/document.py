"""A file of `content/`: the lines of its label, a blank line, and its text.

The last line of the label is the digest of all that was generated but that line. Where it isn't
so, a person has been at work, and what they wrote is theirs.
"""

import re
from pathlib import Path
from typing import NamedTuple

from generator.content.header import Label, render_label
from generator.files import digest_bytes

# As META_RE, META_MORE_RE, BEGIN_RE and END_RE of Python-Markdown's extension `meta`.
_LABEL_LINE = re.compile(r" {0,3}[A-Za-z0-9_-]+:|    ")
_FENCE = re.compile(r"(?:---|\.\.\.)$")
_GENERATED = re.compile(r"^Generated:[ \t]*([0-9a-f]{64})[ \t]*\n", re.MULTILINE)


class Document(NamedTuple):
    """A file taken apart: the lines above its text, its text, and whether all of it is ours.

    `digest` is what the file says of what was generated.
    """

    lines: tuple[str, ...]
    body: str
    generated: bool
    digest: str | None = None


def render_document(label: Label, body: str) -> str:
    """Return a whole file, which ends with a line end."""
    lines = "".join(f"{line}\n" for line in render_label(label))
    rest = f"\n{body}\n" if body else ""
    return f"{lines}Generated: {_digest(lines + rest)}\n{rest}"


def read_text(path: Path) -> str:
    """Return a text file as editors save it: UTF-8 with or without a mark, any line ends.

    Raise OSError or UnicodeDecodeError where it can't be read.
    """
    text = path.read_bytes().decode("utf-8-sig")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_document(text: str) -> Document:
    """Take the text of a file apart, as Python-Markdown does.

    The label ends at a blank line, or before the first line that is neither a key nor indented;
    it may stand between two lines of hyphens.
    """
    lines: list[str] = []
    start = 0
    # Line by line from the top, since a label is short and its text may be long.
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        line = text[start:end].rstrip()
        if line and not _LABEL_LINE.match(line) and not _FENCE.match(line):
            break
        first, start = start == 0, end
        if not line or (_FENCE.match(line) and not first):
            break
        lines.append(line)
    # Only above the first blank line: an article may have such a line in its text.
    end = text.find("\n\n")
    found = _GENERATED.search(text, 0, end + 1 if end >= 0 else len(text))
    return Document(
        lines=tuple(lines),
        body=text[start:].strip("\n"),
        generated=found is not None and _is_generated(text, found),
        digest=found[1] if found else None,
    )


def _is_generated(text: str, found: re.Match[str]) -> bool:
    return _digest(text[: found.start()] + text[found.end() :]) == found[1]


def _digest(text: str) -> str:
    return digest_bytes(text.encode("utf-8", "surrogatepass"))
