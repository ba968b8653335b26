"""What pages say that are no articles, in the languages of the world's newspapers.

`names` are what such a page calls itself, in its title or its heading; `says` is what stands in
its text, and seldom in an article's. Commas part the phrases, and `…` stands for a few words; lines
mean nothing. All are compared without case and punctuation.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from generator.text import fold

_MARKS = re.compile(r"[\W_]+")
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

TEXT_LIMIT = 2_000
"""The most characters of a line that are searched."""


class Phrases(NamedTuple):
    """The phrases of one kind of page."""

    names: str
    says: str


@cache
def _compile(lines: str) -> re.Pattern[str] | None:
    """Return what finds the phrases of `lines`; those of scripts without spaces stand anywhere."""
    # The longest first: of several that fit, the engine takes the first.
    phrases = sorted(_split(lines), key=lambda one: (-len(one), one))
    parts = [part if _WIDE.search(part) else rf"(?<!\w){part}(?!\w)" for part in map(_gap, phrases)]
    return re.compile("|".join(parts)) if parts else None


def _split(lines: str) -> set[str]:
    told = (phrase.strip() for phrase in " ".join(lines.split()).split(","))
    return {phrase for phrase in told if phrase}


@cache
def _find_cores(lines: str) -> tuple[str, ...]:
    """Return a part of each phrase that stands in whatever says it."""
    parts = (map(_plain, phrase.split("…")) for phrase in _split(lines))
    return tuple(sorted({max(both, key=len) for both in parts}))


def _may_say(text: str, lines: str) -> bool:
    # To look for all phrases at once takes a hundred times as long, and nearly none is there.
    for core in _find_cores(lines):  # noqa: SIM110 - any() takes three times as long
        if core in text:
            return True
    return False


def _gap(phrase: str) -> str:
    """Return a pattern for a phrase, with up to eight words where it has an ellipsis."""
    before, _, after = (_plain(part) for part in phrase.partition("…"))
    first, last = re.escape(before), re.escape(after)
    if "…" not in phrase:
        return first
    if first and last:
        return rf"{first}(?: \S+){{0,8}}? {last}"
    return rf"{first}(?: \S+){{0,8}}" if first else rf"(?:\S+ ){{0,8}}?{last}"


def plain(text: str) -> str:
    """Return the words of a text as they are compared: folded, and without its punctuation."""
    return _MARKS.sub(" ", fold(text)).strip()


# Every gate asks about the same titles and sentences.
_plain = lru_cache(maxsize=1024)(plain)


def names_itself(title: str, phrases: Phrases) -> bool:
    """Say whether a title or heading is one of the names, and no more than that."""
    said = _plain(title[:TEXT_LIMIT])
    if not _may_say(said, phrases.names):
        return False
    pattern = _compile(phrases.names)
    return bool(pattern and pattern.fullmatch(said))


def may_say(said: str, phrases: Phrases) -> bool:
    """Say whether plain words have in them a part at least of what pages of this kind say."""
    return _may_say(said, phrases.says)


def find_sayings(text: str, phrases: Phrases) -> frozenset[str]:
    """Return what a text says that pages of this kind say, or call themselves."""
    said = _plain(text[:TEXT_LIMIT])
    if not _may_say(said, phrases.says):
        return frozenset()
    pattern = _compile(phrases.says)
    return frozenset(pattern.findall(said)) if pattern else frozenset()
