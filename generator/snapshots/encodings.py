"""The characters of a page or a text, whatever encoding its bytes are in.

A byte order mark decides; then UTF-8, which no other text is by chance; then what was said when
the page was sent; then what the page says; then what its words look like. Names are read as the
WHATWG Encoding standard has it: whoever says `iso-8859-1` means windows-1252.
"""

import codecs
import re

from charset_normalizer import from_bytes

from generator.errors import SnapshotError

DECLARATION_LIMIT = 16_384
"""The bytes among which a declaration is looked for; the standard asks for the first 1024."""

SAMPLE = 100_000
"""The bytes by which an encoding is guessed."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # It begins with the mark of UTF-16.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REPLACED = "\ufffd"
"""A character that was lost before, whose own encoding says no more about the rest."""

_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What pages mean by the name of an encoding, where it is another one."""

_GUESSED = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8_r iso8859_2 cp932 "
    "euc_jp iso2022_jp gb18030 big5 cp949 utf_16_le utf_16_be cp437 cp850 mac_roman "
    "cp866 koi8_u iso8859_5 iso8859_6"
).split()
_DECLARED = (
    "big5hkscs mac_cyrillic iso8859_3 iso8859_4 iso8859_7 "
    "iso8859_8 iso8859_10 iso8859_13 iso8859_14 iso8859_15 iso8859_16"
).split()
_KNOWN = frozenset(codecs.lookup(name).name for name in (*_GUESSED, *_DECLARED))
"""The encodings that are tried: none that a browser refuses, such as UTF-7."""

_DECLARATION = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,500}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})",
    re.IGNORECASE,
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_STRANGE = re.compile(
    r"(?<=[^\W\d_])[^\w\s'’.,:;/&@–—-]+(?=[^\W\d_])"  # a sign within a word
    r"|[a-zß-ÿ][A-ZÀ-Þ]|[а-я][А-Я]"  # a capital within a word
    r"|[¤¦¨¬ª°-¿×÷](?=[^\W\d_])|(?<=[^\W\d_])[¡-§¨¬®¯±-¶¸¹¼-¿×÷]"  # a rare sign at its ends
    r"|[a-zA-Z][\u0370-\u05ff]|[\u0370-\u05ff][a-zA-Z]"  # two alphabets in a word
    r"|[\uff66-\uff9f\x80-\x9f]"  # half-width kana, and controls
)
_RARE = re.compile(r"[ðþýÐÞÝ\u0100-\u024f]")


def decode(data: bytes, charset: str | None = None) -> str:
    """Return the characters of `data`; raise SnapshotError where no encoding fits.

    `charset` is what HTTP or MIME said. Line ends become LF. A few wrong bytes in an encoding that
    is sure become U+FFFD.
    """
    text = _decode_sound(data) or _decode_doubtful(data, charset)
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode_sound(data: bytes) -> str | None:
    """Return what is UTF-8 throughout, as nearly all pages are, and has no mark of being so."""
    if data.startswith(codecs.BOM_UTF8) or _is_utf8_by_chance(data):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _REPLACED in text else text


def _decode_doubtful(data: bytes, charset: str | None) -> str:
    text = (
        _decode_marked(data)
        or _decode_utf8(data)
        or _decode_as(data, charset)
        or _decode_as(data, _find_declared(data))
        or _guess(data)
    )
    if _is_garbled(text):
        raise SnapshotError("its encoding can't be told: save it as UTF-8")
    return text


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return _decode_utf32(data)


def _decode_utf32(data: bytes) -> str | None:
    """Return what is UTF-32 without its mark: of every four bytes, the outer ones are zero."""
    sample = data[: SAMPLE - SAMPLE % 4]
    for encoding, first, second in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        high = sample[first::4] + sample[second::4]
        if high and len(data) % 4 == 0 and high.count(0) > 0.9 * len(high):
            return data.decode(encoding, "replace")
    return None


def _decode_utf8(data: bytes) -> str | None:
    if _is_utf8_by_chance(data):
        return None
    text = data.decode("utf-8", "replace")
    if "\ufffd" not in text:
        return text
    wrong = text.count("\ufffd")
    # One in eleven at most: of a text in another encoding, nearly all beyond ASCII is wrong.
    return text if 11 * wrong <= len(_BEYOND_ASCII.findall(text)) else None


def _is_utf8_by_chance(data: bytes) -> bool:
    """Say so of ISO-2022-JP, which is UTF-8 to the letter, and of UTF-16 without its mark."""
    # A single byte is found ten times as fast as two.
    escaped = data.find(b"\x1b", 0, SAMPLE) >= 0 and data.find(b"\x1b$", 0, SAMPLE) >= 0
    return escaped or data.find(b"\0", 0, SAMPLE) >= 0


def _find_declared(data: bytes) -> str | None:
    found = _DECLARATION.search(data[:DECLARATION_LIMIT])
    return found[1].decode("ascii", "replace") if found else None


def _decode_as(data: bytes, charset: str | None) -> str | None:
    """Return `data` in the encoding called `charset`, or None where it plainly isn't in it."""
    try:
        # Of old there are `x-sjis`, `x-gbk` and the like.
        name = codecs.lookup((charset or "").lower().removeprefix("x-")).name
    except (LookupError, ValueError):
        return None
    name = _MEANT.get(name, name)
    if name not in _KNOWN and name != "utf-8":
        return None
    text = data.decode(name, "replace")
    return None if _is_garbled(text) else text


def _is_garbled(text: str) -> bool:
    return "\ufffd" in text and text.count("\ufffd") > 0.01 * len(text)


def _guess(data: bytes) -> str:
    """Return `data` in the encoding, of those that fit, whose words look least strange."""
    sample = data[:SAMPLE]
    found = [match.encoding for match in from_bytes(sample, cp_isolation=_GUESSED)]
    if not found:
        raise SnapshotError("its encoding can't be told: save it as UTF-8")
    best = min(found, key=lambda name: _strangeness(sample.decode(name, "replace")))
    return data.decode(best, "replace")


def _strangeness(text: str) -> int:
    """Return how unlike words the words of `text` are; a rare letter counts for little.

    Many a Western text fits the encodings of Central Europe to the letter, with other letters.
    """
    return 10 * len(_STRANGE.findall(text)) + len(_RARE.findall(text))
