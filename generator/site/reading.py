"""Tell how much there is to read in a text, in any script."""

import re
from dataclasses import dataclass

from generator.site.words import Words

IDEOGRAPHS = (
    "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Kana and Han, for a class of a pattern: a character is a syllable or a word."""

SOUTH_EAST = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, which set letters and no spaces between words."""

LONG = 4
"""The minutes from which a story is a long read."""

# What is read in a minute. Words: Brysbaert (2019) has 238 of English non-fiction. Of Chinese and
# Japanese, readers take in about as much in as many minutes with some 500 characters, and of
# letters, with some 1,000.
_WORDS, _IDEOGRAPHS, _LETTERS = 230, 500, 1000
_OF_THEM = {script: re.compile(f"[{script}]") for script in (IDEOGRAPHS, SOUTH_EAST)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long a text is: its words, and the characters of scripts that set no spaces."""

    words: int
    ideographs: int = 0
    letters: int = 0

    @property
    def total(self) -> int:
        """The words, a character of a script without spaces counting as one."""
        return self.words + self.ideographs + self.letters

    @property
    def minutes(self) -> int:
        """How long it takes to read, rounded."""
        parts = self.words / _WORDS, self.ideographs / _IDEOGRAPHS, self.letters / _LETTERS
        return round(sum(parts))


class ReadTime(int):
    """The minutes that it takes to read a text, one at least, as plugins of Pelican tell them."""

    string: str
    words: int

    @property
    def minutes(self) -> int:
        """The minutes alone."""
        return int(self)

    @property
    def seconds(self) -> int:
        """The same in seconds."""
        return 60 * self


def tell_read_time(text: str, words: Words) -> ReadTime:
    """Return how long it takes to read `text`, with the words for it."""
    length = measure(text)
    time = ReadTime(max(1, length.minutes))
    time.words = length.total
    time.string = words.count("minutes", time)
    return time


def measure(text: str) -> Length:
    """Return how long `text` is; a word is what stands between spaces."""
    if text.isascii():
        return Length(words=len(text.split()))
    counts = []
    for script in _OF_THEM.values():
        text, count = script.subn(" ", text)
        counts.append(count)
    words = text.split()
    if any(counts):  # What is left between such characters may be a mere comma of theirs.
        words = [word for word in words if any(map(str.isalnum, word))]
    return Length(words=len(words), ideographs=counts[0], letters=counts[1])


def count_minutes(text: str) -> int | None:
    """Return the minutes that a long read takes, or None for a shorter one."""
    minutes = measure(text).minutes
    return minutes if minutes >= LONG else None
