"""What stands in for a headline, where a page names none: an article is worth more than its title.

Old pages have a picture for a title, or "Untitled Document"; pasted texts begin with the text.
"""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.blocks import plain_text
from generator.model import Snapshot
from generator.parsing.body import Body
from generator.parsing.boxes import Piece
from generator.parsing.document import Claim
from generator.text import cut_to_sentence, fold, squeeze

LENGTH_LIMIT = 100
"""The most characters of a headline that is made of a text's first words."""

# What FrontPage, Dreamweaver and their like called a page that nobody had named.
_PLACEHOLDERS = frozenset(
    """\
    untitled
    untitled document
    untitled page
    new page
    new page 1
    no title
    default
    document
    index
    page
    home page
    unbenanntes dokument
    document sans titre
    documento sin título
    documento senza titolo
    naamloos document
    無題ドキュメント
    无标题文档
    제목 없음""".replace("    ", "").split("\n")
)
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_ENDING = re.compile(
    r"(?:\.(?:x?html?|shtml|mhtml?|php|aspx?|jsp|txt|gz|zip|warc|webarchive))+$", re.IGNORECASE
)
_APART = re.compile(r"[-_+\s]+")
_LEAST_WORDS = 4
_FAR = 40


def is_placeholder(headline: str) -> bool:
    """Say whether a title is the one that a program gives to a page without one."""
    return fold(headline) in _PLACEHOLDERS


def name_article(snapshot: Snapshot, url: str | None, body: Body) -> Claim:
    """Return a headline for an article that has none.

    It is the heading above the text, or the title under which a browser saved the file, or the
    words of the address, or the first ones of the text.
    """
    text = plain_text(body.blocks, figures=True)
    address = urlsplit(url or "").path.rstrip("/")
    return (
        _find_heading(body)
        # Browsers leave the spaces in a title that they make a name of; addresses have hyphens.
        or _find_words(snapshot.path, "name of the file", apart=" ")
        or _find_words(address, "words of the address", apart="-")
        or Claim(cut_to_sentence(text, LENGTH_LIMIT), "first words of the text")
    )


def _find_heading(body: Body) -> Claim | None:
    """Return the heading or the bold line that stands nearest above the text, or opens it."""
    pieces = body.sheet.pieces
    text = (at for at, piece in enumerate(pieces) if piece in body.pieces and piece.kind == "text")
    start = next(text, -1) + 1
    above = reversed(pieces[max(0, start - _FAR) : start])
    heads = [p for p in above if _is_head(p) and p not in body.sheet.furniture]
    chosen = next((p for p in heads if p.heading), None) or next(iter(heads), None)
    return Claim(chosen.text, "heading above the text") if chosen else None


def _is_head(piece: Piece) -> bool:
    """Say whether a line may be a headline: a heading, or short and all bold."""
    if piece.kind != "text" or not 3 <= len(piece.text) <= 2 * LENGTH_LIMIT:
        return False
    bold = all(style.strong for text, style in piece.segments if text.strip())
    return piece.heading is not None or (bold and not piece.text.endswith((".", ":")))


def _find_words(name: str, witness: str, *, apart: str) -> Claim | None:
    """Return what the last part of a path says, if it is made of words with `apart` between."""
    last = unquote(_ENDING.sub("", PurePosixPath(name).name))
    words = _APART.split(last)
    if last.count(apart) + 1 < _LEAST_WORDS or len(_WORD.findall(last)) < _LEAST_WORDS:
        return None
    said = squeeze(last if apart == " " else " ".join(words))
    # Addresses are all in small letters.
    return Claim(said[:1].upper() + said[1:], witness)
