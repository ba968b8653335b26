"""Cut text into the terms by which stories are compared, in any script, with no list of words.

A word is cut to its first letters, by which most of its forms are one; words of one or two letters
say little and are left out. Scripts that leave no space between words, and Hangul, whose words
carry their particles, are cut into pairs of characters.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from generator.site.reading import IDEOGRAPHS, SOUTH_EAST

_SIGNED = "\u0900-\u0963\u0970-\u0dff"  # of India: vowel signs, which are no letters to `\w`
_UNSPACED = f"{IDEOGRAPHS}{SOUTH_EAST}\uac00-\ud7a3"  # and Hangul
_ASCII_WORD = re.compile(r"([a-z][a-z0-9]{2,6})[a-z0-9]*")
_WORD = re.compile(
    rf"([^\W\d_{_SIGNED}{_UNSPACED}][^\W_{_SIGNED}{_UNSPACED}]{{2,6}})[^\W_{_SIGNED}{_UNSPACED}]*"
    rf"|([{_SIGNED}]{{2,7}})[{_SIGNED}]*"
)
_RUN = re.compile(f"[{_UNSPACED}]+")


def find_terms(text: str) -> list[str]:
    """Return the terms of `text` in any order, each as often as it stands there."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    text = unicodedata.normalize("NFKC", text).casefold()
    words = [word or signed for word, signed in _WORD.findall(text)]
    return [*words, *_find_pairs(text)]


def _find_pairs(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        yield from map("".join, pairwise(run))
