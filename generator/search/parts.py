"""Cut an archive into parts by date, so that a new story changes little of what was made before.

A part is a function of the archive alone, and its digest stands for all that is made of it: what
its stories say, in which languages, and the code that reads and writes them.
"""

import hashlib
import sys
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

import whoosh

from generator.model import Story
from generator.search.stemming import get_primary, name_stemmer

Part: TypeAlias = tuple[Story, ...]
"""Stories in the order of their numbers; there is at least one."""

_DIGITS = 16

RUN_STORIES = 128
"""How many stories a run has on average."""

RUN_LIMIT = 4_000_000
"""The characters of a run, after which the next story begins another."""


def cut_parts(stories: Iterable[Story]) -> tuple[Part, ...]:
    """Return the stories without a date and those of all closed quarters, then those of the last.

    The undated come first, then they go by date and slug; a date of which less is known comes
    before those within it. A part that would be empty isn't there. Whatever is asked for is looked
    for in each part, so the last one is kept small; but with each new quarter all is made anew.
    """
    ordered = sorted(stories, key=_order)
    last = _quarter_of(ordered[-1]) if ordered else ""
    return tuple(tuple(of) for _, of in groupby(ordered, lambda one: _quarter_of(one) == last))


@dataclass(frozen=True, slots=True)
class Run:
    """Some stories of a part that follow one another; `key` stands for all that they say."""

    key: str
    stories: slice


def cut_runs(part: Part, language: str) -> tuple[Run, ...]:
    """Cut a part into runs of stories, each ended by a story whose digest happens to say so.

    A story that is added or changed thus changes its own run, and no other but the next.
    `language` is that of the archive.
    """
    runs = []
    start = size = 0
    digest = _begin_digest(language)
    for number, story in enumerate(part, 1):
        one = hashlib.sha256(
            repr((story.address, story.slug, story.text, story.header)).encode()
        ).digest()
        digest.update(one)
        size += len(story.text)
        lot = int.from_bytes(one[:4], "big")
        if lot % RUN_STORIES == 0 or size >= RUN_LIMIT or number == len(part):
            runs.append(Run(digest.hexdigest()[:_DIGITS], slice(start, number)))
            start, size = number, 0
            digest = _begin_digest(language)
    return tuple(runs)


def digest_part(runs: Iterable[Run], before: str = "") -> str:
    """Return 16 hexadecimal digits that stand for what is made of a part, by its runs.

    `before` are those of the part before it, on which it depends (pairs.py).
    """
    keys = " ".join([*(run.key for run in runs), *before.split()])
    return hashlib.sha256(keys.encode()).hexdigest()[:_DIGITS]


def _begin_digest(language: str) -> "hashlib._Hash":
    return hashlib.sha256(f"{_digest_code()} {language}".encode())


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


def _quarter_of(story: Story) -> str:
    """Return year and quarter; the year alone, or nothing, where no more is known."""
    date = _date_of(story)
    month = date[5:7]
    return f"{date[:4]}{(int(month) + 2) // 3}" if month else date[:4]


@cache
def _digest_code() -> str:
    """Return a digest of the code that makes a part, and of what it stands on."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    ground = whoosh.__version__, version("snowballstemmer"), sys.version, zlib.ZLIB_RUNTIME_VERSION
    digest.update(repr(ground).encode())
    return digest.hexdigest()
