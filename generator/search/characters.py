"""Cut text into tokens and fold accents: the ground on which words of every script stand.

`browser/characters.js` does the same, letter for letter.
"""

import re
import unicodedata
from functools import cache

_SCRIPTIO_CONTINUA = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59"  # Thai
    "\u0e81-\u0edf"  # Lao
    "\u1000-\u1049\u1050-\u109f"  # Myanmar
    "\u1780-\u17d3\u17d7\u17dc-\u17dd\u17e0-\u17e9"  # Khmer
    "\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"  # Kana
    "\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"  # Han, Hangul
    "\U00020000-\U0003ffff"
)
"""Scripts whose words are searched for by pairs of characters, since no space parts them."""

_JOINER = "(?:['’.&\u2010-]|(?<=[0-9]),(?=[0-9]))"
"""What may stand within one token, as in O'Hara, U.S., AT&T, X-ray and 1,250."""

_SILENT = "\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""What only chooses the look of the sign before it; words are the same with it and without."""

_ASCII = re.compile(rf"[A-Za-z0-9_]+(?:{_JOINER}[A-Za-z0-9_]+)*")
_CONTINUA = re.compile(f"[{_SCRIPTIO_CONTINUA}]")
_SILENCE = re.compile(f"[{_SILENT}]")
_SLICE = re.compile(r".{1,1000}(?:[ \n、。]|\Z)|.{1,1000}", re.DOTALL)

_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u20d0-\u20f0]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"}
)


def find_tokens(text: str) -> list[str]:
    """Return the tokens of `text`, in NFKC: words with the apostrophes and hyphens within them."""
    if text.isascii():
        return _ASCII.findall(text)
    text = _compose(text)
    return get_token_rule(continua=_CONTINUA.search(text) is not None).findall(text)


@cache
def get_token_rule(*, continua: bool) -> re.Pattern[str]:
    """Return what a token looks like, where scripts without spaces occur or where they don't.

    Both find the same where they don't; the second takes a third of the time.
    """
    inner = rf"[\w{_SILENT}{_list_marks()}]"
    if not continua:
        return re.compile(rf"\w{inner}*(?:{_JOINER}\w{inner}*)*")
    other = f"(?![{_SCRIPTIO_CONTINUA}])"
    run = rf"{other}\w(?:{other}{inner})*"
    pairs = f"[{_SCRIPTIO_CONTINUA}][{_SCRIPTIO_CONTINUA}{_SILENT}]*"
    return re.compile(f"{pairs}|{run}(?:{_JOINER}{run})*")


def is_continua(token: str) -> bool:
    """Tell whether a token is of a script that sets no spaces between words."""
    return _CONTINUA.match(token) is not None


def fold(word: str) -> str:
    """Return a word in lower case without its accents: `élève` → `eleve`, `straße` → `strasse`.

    A Cyrillic й stays, being a letter of its own, where ё and е are one to most readers.
    """
    if word.isascii():
        return word
    if _CYRILLIC.search(word):
        return word.replace("ё", "е")
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS) or word


@cache
def _list_marks() -> str:
    r"""Return all combining marks as ranges for a class: they are letters, but no first ones.

    Python's `\w` leaves them out, and would cut every Hindi word at its vowels.
    """
    planes = (range(0x300, 0x20000), range(0xE0100, 0xE01F0))
    marks = [
        code for plane in planes for code in plane if unicodedata.category(chr(code))[0] == "M"
    ]
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


def _compose(text: str) -> str:
    """Return `text` in NFKC, slice by slice, since marks without end take quadratic time."""
    slices = _SLICE.findall(_SILENCE.sub("", text))
    return "".join(unicodedata.normalize("NFKC", part) for part in slices)
