"""What a part of a byline is: somebody's name, an agency's, the outlet's, or a date."""

import re

from generator.dates import parse_date
from generator.parsing.agencies import find_agency
from generator.parsing.byline_words import (
    DESK,
    EAST_ASIAN_DESK,
    GIVEN_NAMES,
    MODIFIERS,
    PARTICLES,
    ROLES,
    SURNAMES,
)
from generator.text import key_of

NAME_LIMIT = 100
"""The most characters of one name; nobody's is longer."""

NO_NAMES = DESK | ROLES
"""Words that nobody is called by, but for some surnames."""

JOBS = NO_NAMES | MODIFIERS
"""Words for what people do, and for which part of it."""

_NO_SURNAMES = frozenset(["exclusive", "explains", "images", "photo", "photos"])
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|der|das|die|special (?:to|for))\s", re.IGNORECASE)


def find_signature(text: str) -> tuple[str, str] | None:
    """Return the agency that `text` names, and how it is printed, with its bureau if any."""
    if agency := find_agency(text):
        return agency, text
    head, _, rest = text.partition(" ")
    agency = find_agency(head) if len(head) > 2 or head == "AP" else None
    if agency is None or not rest or _has_initials(head, rest):
        return None
    words = frozenset(rest.lower().split())
    return agency, head if words <= JOBS else text


def _has_initials(head: str, rest: str) -> bool:
    """Say whether what may sign for an agency is part of a name: "AP Singh", "NAN ROE"."""
    words = rest.lower().split()
    known = find_agency(f"{head} {rest}") or not _NO_SURNAMES.isdisjoint(words)
    return (
        len(words) == 1
        and (rest.istitle() if len(head) == 2 else head.lower() in GIVEN_NAMES and rest.isupper())
        and not (known or words[0] in JOBS)
    )


def is_outlet(text: str, outlets: frozenset[str]) -> bool:
    """Say whether `text` names the outlet, or a part of it: "BBC Sport" of the BBC."""
    head, _, part = text.partition(" ")
    return key_of(text) in outlets or bool(part and head.isupper() and key_of(head) in outlets)


def is_date(text: str) -> bool:
    """Say whether a part of a byline is when it was written."""
    return any(char.isdigit() for char in text) and parse_date(text) is not None


def is_person(text: str) -> bool:
    """Say whether a part of a byline may be what a person is called."""
    words = text.split()
    plain = {part.strip(".,'’\"").lower() for part in re.split(r"[\s-]", text)}
    if len(text) > NAME_LIMIT or not 1 <= len(words) <= 6 or re.search(r"\d", text):
        return False
    if _ARTICLE.match(text) or _DOMAIN.fullmatch(text):
        return False
    if not plain.isdisjoint(NO_NAMES):
        given, _, rest = text.lower().partition(" ")
        return text.istitle() and given in GIVEN_NAMES and rest in SURNAMES
    if len(words) == 1:
        acronym = text.isupper() and len(text) <= 5
        return not (text.islower() or acronym or EAST_ASIAN_DESK.search(text))
    # What somebody is goes on in small letters: "Dean of social affairs".
    small = [word for word in words if word.islower() and len(word) > 3 and word not in PARTICLES]
    return any(word[0].isalpha() for word in words) and (len(small) < 2 or text.islower())
