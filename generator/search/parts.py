"""Cut an archive into parts by date, so that a new story changes little of what was made before.

A part is a function of the archive alone, and its digest stands for all that is made of it: what
its stories say, in which languages, and the code that reads and writes them.
"""

import hashlib
import sys
import zlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import whoosh

from generator.model import Story
from generator.search.language import get_primary, name_stemmer

Part: TypeAlias = tuple[Story, ...]
"""Stories in the order of their numbers; there is at least one."""

_DIGITS = 16


def cut_parts(stories: Iterable[Story]) -> tuple[Part, ...]:
    """Return the stories without a date and those of all closed years, then those of the last.

    The undated come first, then they go by date and slug; a date of which less is known comes
    before those within it. A part that would be empty isn't there.
    """
    ordered = sorted(stories, key=_order)
    last = _year_of(ordered[-1]) if ordered else ""
    return tuple(tuple(of) for _, of in groupby(ordered, lambda story: _year_of(story) == last))


def digest_part(part: Part, language: str) -> str:
    """Return 16 hexadecimal digits that stand for what is made of `part`.

    `language` is that of the archive.
    """
    digest = hashlib.sha256(f"{_digest_code()} {language}".encode())
    for story in part:
        digest.update(repr((story.address, story.slug, story.text, story.header)).encode())
    return digest.hexdigest()[:_DIGITS]


def list_languages(stories: Iterable[Story], language: str) -> tuple[str, ...]:
    """Return the languages in which stories are read, that of the archive first.

    One stands for all whose words have the same stems, or none.
    """
    found = {get_primary(said) for story in stories if (said := story.header.language)}
    chosen = {name_stemmer(language): language}
    for tag in sorted(found):
        chosen.setdefault(name_stemmer(tag), tag)
    return tuple(chosen.values())


def _order(story: Story) -> tuple[str, str, str]:
    return _date_of(story), story.slug, story.address


def _date_of(story: Story) -> str:
    published = story.header.published
    return published.isoformat() if published else ""


def _year_of(story: Story) -> str:
    return _date_of(story)[:4]


@cache
def _digest_code() -> str:
    """Return a digest of the code that makes a part, and of what it stands on."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    ground = whoosh.__version__, version("snowballstemmer"), sys.version, zlib.ZLIB_RUNTIME_VERSION
    digest.update(repr(ground).encode())
    return digest.hexdigest()
