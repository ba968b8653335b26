"""Small pure functions on text that every stage shares."""

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode

SLUG_LIMIT = 80
"""The most characters of a slug; with a day and a digest round it, it fits any file system."""

_RESERVED = frozenset(
    [
        # Devices: Windows opens these for a file of that name, whatever its ending.
        *("con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))),
        *("index", *(f"{n:02}" for n in range(100))),  # files and folders of months and days
    ]
)
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_LOOK = re.compile("(?<=[A-Za-z\u00c0-\u052f])[\u200c\u200d\u034f]+(?=[A-Za-z\u00c0-\u052f])")
"""What only chooses the look of letters in scripts that join none: no ligature, no break."""

_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE = re.compile(r".{8,}?(?:[.!?…](?=\s|$)|[。！？])")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NO_LETTERS = re.compile(r"[\W_]+")
_TYPOGRAPHY = re.compile("[‘’‚‛`´“”„‟«»‐‑‒–—−]")
_TYPED = {
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
}


def squeeze(text: str) -> str:
    """Return `text` on one line: controls gone, and runs of white space made one space."""
    if "  " not in text and text.isprintable():
        return text.strip(" ")  # The only white space that is printed.
    line = " ".join(text.split())
    # Nearly every text has nothing else to lose. \x1f is space to `split`, and here a control.
    if line.isprintable() and "\x1f" not in text:
        return line
    return " ".join(strip_controls(text).split())


def strip_controls(text: str) -> str:
    """Drop what can't be seen: control, zero-width and direction-override characters, soft hyphens.

    Joiners stay where letters join, as in Persian and Hindi, and in emoji. Tabs stay, line ends of
    all kinds become LF, and lone surrogates U+FFFD, so that the text can be written.
    """
    if text.isprintable():
        return text
    text = _LOOK.sub("", _CONTROL.sub("", _BREAK.sub("\n", text)))
    return _SURROGATE.sub("\ufffd", text)


def fold(text: str) -> str:
    """Return the form in which two spellings of the same words are equal.

    Compatibility forms, case, quotes, dashes and white space are made one.
    """
    if text.isascii():
        return squeeze(text.replace("`", "'")).lower()
    text = unicodedata.normalize("NFKC", text)
    return squeeze(_TYPOGRAPHY.sub(lambda found: _TYPED[found[0]], text)).casefold()


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """Return the letters of a name, by which `BBC News` and `bbcnews` are the same."""
    return _NO_LETTERS.sub("", fold(text))


def cut_to_sentence(text: str, limit: int) -> str:
    """Return the first sentence of `text` on one line, or of one that is longer, its first words.

    At most `limit` characters are kept, and those that are cut are told by an ellipsis.
    """
    # Enough for any cut, and no need to look through a whole page for it.
    line = squeeze(text[: 4 * limit])
    if (sentence := _SENTENCE.match(line)) and len(sentence[0]) <= limit:
        return sentence[0].rstrip(".。")
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def slugify(text: str, limit: int = SLUG_LIMIT) -> str:
    """Return an ASCII name of at most `limit` characters that any file system takes.

    Words are kept whole where they fit; text without a letter or digit gives "untitled".
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", unidecode(text)).lower())
    slug = "-".join(words)
    if len(slug) > limit:
        # One more than fits shows whether the last word ends there, and may stay.
        slug = slug[: limit + 1].rpartition("-")[0] or slug[:limit]
    if slug in _RESERVED:
        return f"{slug}-news"
    return slug or "untitled"
