"""Whether words of a line are somebody's name, and a line without the dates beside it."""

import re

from generator.dates.words import FILLERS
from generator.parsing.byline_words import DESK, LABEL, PARTICLES
from generator.parsing.names import sort_names
from generator.parsing.pasted.cues import fold_line
from generator.parsing.pasted.furniture import DESKS, NAVIGATION
from generator.parsing.pasted.times import find_dates, loosen

PICTURE = re.compile(
    r"\b(?:fotos?|photos?|bild(?:er)?|image|video|grafik|graphic)\b", re.IGNORECASE
)
# "Roe", "al-Hassan", "O'Neil", and the small words between: "van der Berg".
_PART = (
    rf"(?:(?:(?:al|el|d|l|in|op)[-'’])?[^\W\d_a-zß-ÿ][^\s\d:?!,]*|{'|'.join(sorted(PARTICLES))})"
)
_NAME = re.compile(
    rf"{_PART}(?:\s{_PART}){{1,5}}(?:, ?(?i:jr|sr|i{{2,3}}|iv|m\.?d|ph\.?d|esq)\.?)?"
    # Names in Chinese, Japanese and Korean, which have no spaces.
    r"|[^\x00-\u2fff]{2,12}"
)
_LABELS = re.compile(
    r"\s*(?:\b(?:last\s+)?(?:updated|published|posted|modified)\b(?! by\b)|\bstand:"
    r"|\baktualisiert\b|\bveröffentlicht\b|\bpublié\b|\bpublicado\b|\bpubblicato\b"
    r"|\blesedauer\b|\b\d+ min\b"
    r"|,?\s+(?-i:in [A-Z])(?!.*\b(?:and|et|und|y)\b)|,\s+in\b"
    r"|(?:twitter|facebook|instagram|linkedin|e-mail|email|follow)\b).*$",
    re.IGNORECASE,
)
_BUTTONS = frozenset(
    """
    add aloud article artikel audio bookmark comment comments commons comparte compartir copy
    copyright creative download escuchar font google hören kommentar kommentare kommentieren
    kopieren later leave lesen licence license listen listening merken min minute minutes now
    preferred read reading reserved rights save saved size source speichern text vorlesen write
    """.split()
)
_NO_NAMES = NAVIGATION | _BUTTONS | {word for word in FILLERS if len(word) > 3}


def credits_picture(text: str) -> bool:
    """Say whether a line names who took a picture, and nobody who wrote: "Fotos: Jane Roe"."""
    label = LABEL.match(text)
    return bool(PICTURE.search(text, label.end() if label else 0))


def is_name(text: str) -> bool:
    """Say whether a few words are a name, with a role or without, or two that an "and" joins."""
    text = text.strip(" |,·•-–—")
    if not text or len(text.split()) > 8 or PICTURE.search(text):
        return False
    people = sort_names([text]).people
    # Behind a comma stands what somebody is, or where.
    most = 1 if "," in text else 2
    return 0 < len(people) <= most and all(map(names_person, people))


def names_person(name: str) -> bool:
    """Say whether a name is written as people's are, and has no word of buttons and labels."""
    words = fold_line(name).split()
    # A person may be called Reise or Welt, but not by names of desks alone.
    labels = sum(word in DESKS for word in words)
    return bool(_NAME.fullmatch(name)) and _NO_NAMES.isdisjoint(words) and labels < len(words)


def names_desk(name: str) -> bool:
    """Say whether a name is written as desks and outlets are, and is no part of a sentence."""
    words = name.split()
    small = [word for word in words if word.islower() and len(word) > 3]
    return not small or len(words) == 1 or not DESK.isdisjoint(word.lower() for word in words)


def drop_dates(text: str) -> str:
    """Return a byline without its dates, and without what their labels open."""
    return _LABELS.sub("", blank_dates(text)).strip(" |,·•-–—")


def blank_dates(text: str) -> str:
    """Put a bar in place of each date."""
    if dates := list(find_dates(text)):
        text = loosen(text)
        for found in dates:
            text = text.replace(found.text, " | ")
    return text.strip(" |,·•-–—")
