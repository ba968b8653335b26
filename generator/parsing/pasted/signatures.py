"""The lines by which an article is signed: who wrote it, and when it was published."""

import re
from functools import lru_cache

from generator.parsing.pasted.cues import fold_line
from generator.parsing.pasted.sentences import ends_sentence
from generator.parsing.pasted.times import find_dates, loosen

_DATED_WORDS = 40
LONGEST_BYLINE = 18
"""The most words of a byline."""

_BY = re.compile(
    r"(?:(?:written|reported|posted|story|text|words|analysis|opinion|commentary|column) by|by"
    r"|(?:(?:ein |eine )?(?:kommentar|kolumne|analyse|essay|gastbeitrag|interview|reportage) )?von"
    r"|par|por|di|da|door|av|af)\b(?:\s?:\s?|\s+)(?=[^\W\d_])"
    r"|(?:text|texte|testo|texto|autor|autorin|author|auteur|autore)\s?:\s?(?=[^\W\d_])",
    re.IGNORECASE,
)
# "기자" behind a name is a reporter.
_KOREAN_BY = re.compile("[가-힣]{2,4} ?기자")
_BY_ALONE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|author|autor|written by|author of the article"
    r"|autor(?:in)? des artikels):?",
    re.IGNORECASE,
)
# What a date line says besides its date and may say at will: "Stand", "Uhr", "5 min read".
_OTHER_WORDS = re.compile(
    r"\b(?:updated?|published|posted|last|on|at|am|um|vom|den|uhr|stand|\d+ ?min(?:ute)?\w*|read"
    r"|lesedauer|lesezeit|veroffentlicht|aktualisiert|publie|mis|a|jour|le|publicado|actualizado"
    r"|pubblicato|aggiornato|alle|ore|gepubliceerd|bijgewerkt|om|op)\b"
)


_CLOCKED = re.compile(
    r"(?:stand|published|updated|publiziert|aktualisiert|publié|publicado|pubblicato|gepubliceerd)"
    r"\b\D{1,20}\d{1,2}[:.h]\d\d\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|written|originally|first|updated|veröffentlicht|erstellt|erschienen"
    r"|stand|publié|publicado|pubblicato|gepubliceerd)\b",
    re.IGNORECASE,
)


def says_published(text: str) -> bool:
    """Say whether a dated line says of what it is the date: "Published 4 May 2022"."""
    return bool(_PUBLISHED.search(text))


def find_byline(text: str) -> str | None:
    """Return whom a byline names: what follows "By" in "By Jane Roe"; None for other lines."""
    if len(text.split()) > LONGEST_BYLINE or len(text) > 200 or _is_sentence(text):
        return None
    found = _BY.match(text)
    if found and text[found.end()].isupper():
        return text[found.end() :]
    return text if _KOREAN_BY.match(text) else None


def is_by_alone(text: str) -> bool:
    """Say whether a line is "By" and nothing else, so that the names are on the next."""
    return bool(_BY_ALONE.fullmatch(text))


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and len(text.split()) > 8


@lru_cache(maxsize=4096)
def is_dated(text: str) -> bool:
    """Say whether a line is there to say when: a date, with few words besides."""
    if len(text) > 250 or len(text.split()) > _DATED_WORDS:
        return False
    dates = list(find_dates(text))
    if not dates:
        return False
    rest = loosen(text)
    for found in dates:
        rest = rest.replace(found.text, " ")
    # With many other words it is a sentence that tells of a day.
    others = _OTHER_WORDS.sub(" ", fold_line(rest))
    return len(re.findall(r"[^\W\d_]{2,}", others)) <= 10 and not _is_sentence(rest)


@lru_cache(maxsize=4096)
def is_signature(text: str) -> bool:
    """Say whether a line is a byline, or the word above one, or says when."""
    if is_by_alone(text) or find_byline(text) is not None:
        return True
    return is_dated(text) or _is_clocked(text)


def _is_clocked(text: str) -> bool:
    """Say whether a line says at what time of a day it need not name: "Stand: 20:03 Uhr"."""
    return len(text) <= 60 and bool(_CLOCKED.match(text))
