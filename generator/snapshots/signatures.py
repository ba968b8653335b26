"""Files that are no page and no text: what they are, told from their bytes, and what to do.

The signatures are those of the formats' own specifications, as `file(1)` and the WHATWG MIME
Sniffing standard list them.
"""

import csv
import json
import re

_IMAGE = "an image: keep it in the folder of the page that shows it"
_SOUND = "a video or a sound file: only pages and texts can be read"
_PROGRAM = "a program: only pages and texts can be read"
_PACKED = "a packed archive: unpack it, and add what is inside"
OFFICE = "an office document: save it as plain text, and add that"

_SIGNATURES = (
    (rb"%PDF-", "a PDF: save the page itself as HTML, or paste its text into a .txt file"),
    (rb"bplist0", "a property list without a page in it"),
    # PNG, JPEG, GIF, BMP, ICO, and TIFF in both orders of bytes.
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|\0\0\x01\0|II\*\0|MM\0\*", _IMAGE),
    (rb"RIFF.{4}WEBP|.{4}ftyp(?:avif|heic|mif1)", _IMAGE),
    # WAV, AVI, MP4 and its kin, Matroska and WebM, Flash video.
    (rb"RIFF.{4}(?:WAVE|AVI )|.{4}ftyp|\x1aE\xdf\xa3|FLV\x01", _SOUND),
    (rb"ID3[\2-\4]|\xff\xfb|OggS|fLaC", _SOUND),
    # bzip2, xz, 7-Zip, RAR, Zstandard, tar.
    (rb"BZh\d1AY&SY|\xfd7zXZ\0|7z\xbc\xaf|Rar!\x1a|\x28\xb5\x2f\xfd|.{257}ustar[\0 ]", _PACKED),
    # Word, Excel and PowerPoint up to 2003 (an OLE compound file), and RTF.
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf", OFFICE),
    (rb"SQLite format 3\0", "a database: only pages and texts can be read"),
    # Linux, Windows, Java and macOS, WebAssembly.
    (rb"\x7fELF|MZ.{0,58}?\0|\xca\xfe\xba\xbe|\0asm", _PROGRAM),
)
_KNOWN = tuple((re.compile(form, re.DOTALL), what) for form, what in _SIGNATURES)

_FONT = re.compile(rb"wOF[F2]|OTTO|\x00\x01\x00\x00")
_PART_NAME = re.compile(
    r".*\.(?:css|m?js|map|woff2?|[ot]tf|eot|ico|svgz?|webmanifest)", re.IGNORECASE | re.DOTALL
)

_TABLE_SAMPLE = 8_000
_BINARY_SAMPLE = 32_000
_COLUMNS = 3
_MOST_ROWS = 0.6
_COLUMN_NAME = re.compile(r"\"?[A-Za-z][A-Za-z0-9]{1,20}(?:[ _-][A-Za-z0-9]{1,20}){0,3}\"?")

# Tabs, line ends and ESC are found in texts as well (see the standard's binary data bytes).
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_MARKUP = re.compile(
    r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--|<!doctype\s+html|<(?:html|head|body|title|meta|link|style|script"
    r"|article|section|main|header|div|table|span|font|ul|ol|h1|p|a|b|br|img|iframe)[\s/>])"
    r"|.{0,4096}?\n[ \t]*<(?:!doctype\s+html|html|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""How markup begins, after the WHATWG MIME Sniffing standard; or a page stands below some lines."""

_FEED = re.compile(r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--[^>]*-->\s*)?<(rss|feed|rdf:RDF|svg|urlset)\b")


def find_foreign(data: bytes) -> str | None:
    """Return what a file is that is neither a page nor a text, and what to do, or None."""
    for form, what in _KNOWN:
        if form.match(data):
            return what
    return None


def is_part(name: str, head: bytes) -> bool:
    """Say whether a file that stands among pages, and begins with `head`, is a part of theirs.

    Styles and scripts are text like any other, so for these the name counts.
    """
    if find_foreign(head) in (_IMAGE, _SOUND) or _FONT.match(head):
        return True
    return bool(_PART_NAME.fullmatch(name)) and not is_markup(head.decode("latin-1"))


def find_foreign_text(text: str) -> str | None:
    """Return what a text is that nobody wrote to be read, and what to do, or None."""
    if found := _FEED.match(text[:4096]):
        return f"{found[1].upper()} data, not a page: save the article itself"
    if text.lstrip()[:1] in ("{", "[") and _is_json(text):
        return "JSON data, not a page: save the article itself"
    if _is_table(text[:_TABLE_SAMPLE]):
        return "a table of values (CSV), not a page: save the articles themselves"
    head = text[:_BINARY_SAMPLE].encode("utf-8", "replace")
    if len(head) - len(head.translate(None, _CONTROLS)) > 0.005 * len(text[:_BINARY_SAMPLE]):
        return "binary data: only pages and texts can be read"
    return None


def _is_table(text: str) -> bool:
    """Say whether a text is a list of a reading program: a row of names, and rows as long as it."""
    lines = text.splitlines()
    header = lines[0].split(",") if lines else []
    if len(lines) < 2 or len(header) < _COLUMNS or not all(map(_COLUMN_NAME.fullmatch, header)):
        return False
    try:
        # The last line may be cut off by the sample.
        rows = list(csv.reader(lines[1:-1] or lines[1:]))
    except csv.Error:
        return False
    # Some programs write commas in titles as they are.
    return sum(len(row) == len(header) for row in rows) > _MOST_ROWS * len(rows)


def is_markup(text: str) -> bool:
    """Say whether a text is HTML, rather than words to be read as they are."""
    return bool(_MARKUP.match(text))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
