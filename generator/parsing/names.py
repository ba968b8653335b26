"""Bylines: who wrote a story, told from the desks, outlets and agencies named beside them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.dates import parse_date
from generator.parsing.agencies import find_agency
from generator.parsing.byline_words import (
    AND,
    DESK,
    DOUBTFUL,
    EAST_ASIAN_DESK,
    EAST_ASIAN_ROLE,
    GIVEN_NAMES,
    LABEL,
    LEAD_IN,
    MODIFIERS,
    NO_WRITER,
    NOBODY,
    PARTICLES,
    ROLES,
    SURNAMES,
    WEAK_AND,
)
from generator.parsing.name_case import set_case
from generator.text import fold, key_of, squeeze, strip_controls

NAME_LIMIT = 100
"""The most characters of one name; nobody's is longer."""

NAMES_LIMIT = 50
"""The most names or bylines that are looked at."""

BYLINE_LIMIT = 300
"""The most characters of a byline that are looked at."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a byline names, in its order: people, what else it credits, and the agency.

    `credits` has the agency as printed where that is another name: "AP" for Associated Press.
    """

    people: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    agency: str | None = None


_NO_NAMES = DESK | ROLES
_OWN = frozenset("our guest own unser notre nuestro nostro nosso onze vår наш".split())
_JOBS = _NO_NAMES | MODIFIERS
_CONTACT = re.compile(r"\(?\S+@\S+|(?:https?(?!\w)|www\.)\S*|(?<!\S)@\w+|\([a-z./]{1,8}\)")
_BREAK = re.compile(r"\s*[,;|•·\n/、，；،؛｜]\s*|\s+[-–—]\s+")
_DOUBTFUL_WORD = re.compile(r"^(?:von|di|da|de)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq)\.?", re.IGNORECASE)
_TAIL = re.compile(r"\s+((?i:in|aus|for|für|of|at|from|à|im|desde))\s+(?=[^\W\d_a-zß-ÿ])")
_WHERE = re.compile(r"(?:in|à|aus|do|em|en|from|im|desde)\s")
_ASIDE = re.compile(r"\s*\(([^()]*)\)$")
_BEHIND = re.compile(
    r"\s+(?:(?:is|was|ist|est|es|è) (?:an?|the|eine?|une?)\b.*|Follow|Folgen|Suivre)$"
)
_DAY_BEHIND = re.compile(
    r"(?:\s|^)(?:\d{1,2}\.? \w+\.?|\w+\.? \d{1,2},|\d{1,2}[./-]\d{1,2}[./-]),? ?\d{4}\b.*$"
)
_BEFORE_OUTLET = frozenset("for of at für pour para per voor the".split())
_NO_SURNAMES = frozenset(["exclusive", "explains", "images", "photo", "photos"])
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"[a-z0-9]+(?:[-_][a-z0-9]+)+|[a-z]*\d[a-z0-9]*|\W*|(?i:\w{0,20}admin|administrator|user|root)"
)
_DEGREES = re.compile(r"(?:[BM]\.?S\.?c?|[BM]\.?A|MBA|MPH|RDN?|R\.?N|LD|CPA|JD|DDS|CFA|LMT)\.?")
_ARTICLE = re.compile(r"(?:the|der|das|die|special (?:to|for))\s", re.IGNORECASE)


def sort_names(names: Iterable[str], *outlets: str | None) -> Names:
    """Return who is named in `names`, each of which is a name or a whole byline.

    `outlets` are the names of the outlet, which are credits. Names keep their letters and order;
    those all in capitals get the case of a name, and no address, slug or date is taken for one.
    """
    people: dict[str, str] = {}
    others: dict[str, str] = {}
    agency: str | None = None
    own = frozenset(key for outlet in outlets if outlet and (key := key_of(outlet)))
    for piece in _split(names, own):
        text = piece.text
        if found := _find_signature(text):
            name, printed = found
            agency = agency or name
            if name != agency or fold(printed) != fold(name):
                others.setdefault(fold(printed), printed)
        elif piece.aside or not _is_person(text) or _is_outlet(text, own):
            if not _ACCOUNT.fullmatch(text) and len(text) <= NAME_LIMIT and not _is_date(text):
                others.setdefault(fold(text), text)
        else:
            people.setdefault(fold(text), set_case(text))
    return Names(tuple(people.values()), tuple(others.values()), agency)


# ── Taking a byline apart ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a byline; one that stands `aside` says where or for whom, as "Lille" does."""

    text: str
    aside: bool = False


def _split(names: Iterable[str], outlets: frozenset[str]) -> Iterator[_Piece]:
    for name in islice(names, NAMES_LIMIT):
        text = strip_controls(name[:BYLINE_LIMIT]).strip()
        if text.lower() in NOBODY:
            continue
        text = _BEHIND.sub("", _DAY_BEHIND.sub("", text))
        bare = _strip_lead_in(_CONTACT.sub(" ", text).strip())
        forms = (bare, text, _DOUBTFUL_WORD.sub("", text, count=1))
        if whole := next((form for form in forms if _is_whole(form, outlets)), None):
            yield _Piece(squeeze(whole))
        else:
            yield from _split_line(bare, outlets)


def _split_line(text: str, outlets: frozenset[str]) -> Iterator[_Piece]:
    """Yield the parts of a byline; a lone word behind a name, or a desk, is where that is."""
    parts = [part for part in _BREAK.split(text) if not _DEGREES.fullmatch(part)]
    parts = _join_suffixes(parts)
    for index, part in enumerate(parts):
        if index and _WHERE.match(part):
            continue
        for words in _split_people(part):
            if not NO_WRITER.match(words):
                lone = " " not in words and (" " in parts[0] or not _is_person(parts[0]))
                name, behind = _part_house(words, outlets)
                yield from _peel(name, aside=index > 0 and lone, first=index == 0)
                yield from (_Piece(house, aside=True) for house in behind)


def _part_house(text: str, outlets: frozenset[str]) -> tuple[str, list[str]]:
    """Return a full name without the outlet behind it, and the agency or other house if any.

    "Jane Roe Harbour Today", "JANE ROE Associated Press", "Jane Roe (Reuters)".
    """
    if found := _ASIDE.search(text):
        house = found[1].strip()
        return text[: found.start()], [house] if house[:1].isupper() or find_agency(house) else []
    words = text.split()
    for at in range(2, len(words)):
        rest = " ".join(words[at:])
        if key_of(rest) in outlets:
            end = at
            while end > 1 and words[end - 1].lower() in _BEFORE_OUTLET:
                end -= 1
            return " ".join(words[:end]).rstrip("."), []
        if find_agency(rest) and all(word[0].isupper() for word in words[:at]):
            return " ".join(words[:at]), [rest]
    return text, []


def _is_whole(text: str, outlets: frozenset[str]) -> bool:
    """Say whether a byline is an agency's or the outlet's name, in which "and" parts no people."""
    return bool(find_agency(text)) or key_of(text) in outlets


def _strip_lead_in(text: str) -> str:
    """Drop "By", and "Von" where more than a surname with a particle follows."""
    if found := LEAD_IN.match(text) or LABEL.match(text):
        return text[found.end() :]
    found = DOUBTFUL.match(text)
    if not found:
        rest = _DOUBTFUL_WORD.sub("", text, count=1)
        desk = rest.lower() in DESK or (rest.isupper() and len(rest) > 1)
        return rest if desk or find_agency(rest) else text
    rest = text[found.end() :]
    return text if rest.partition(" ")[0].lower() in PARTICLES else rest


def _join_suffixes(parts: list[str]) -> list[str]:
    """Put "Jr." back after the name that it belongs to."""
    joined: list[str] = []
    for part in filter(None, map(squeeze, parts)):
        if joined and _SUFFIX.fullmatch(part):
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    return joined


def _split_people(text: str) -> Iterator[str]:
    """Split at "and"; at "y" and its like only between full names, since surnames have them."""
    parts = AND.split(text)
    for part in parts if all(map(_may_be_named, parts)) else [text]:
        people = WEAK_AND.split(part)
        yield from people if all(" " in person for person in people) else [part]


def _may_be_named(text: str) -> bool:
    """Say whether "and" can part this from a name: not "social affairs" in what somebody does."""
    first, _, rest = text.partition(" ")
    lower = first.lower()
    return not first.islower() or not rest or lower in _JOBS or lower in PARTICLES


def _peel(text: str, *, aside: bool, first: bool) -> Iterator[_Piece]:
    """Yield the name in `text` without roles, and after it whom it is written for."""
    text = _strip_lead_in(re.sub(r"(?<=[^\W\d_]{4})\.$", "", text.strip(" ,:;*-–—【】［］")))
    text = EAST_ASIAN_ROLE.sub("", text)
    name, tail = text, ""
    if found := _TAIL.search(text):
        name = text[: found.start()]
        tail = text[found.end() :] if found[1].lower() in ("for", "of") else ""
    bare = _strip_roles(name)
    head, _, rest = name.partition(" ")
    if find_agency(head) and rest != bare and _strip_roles(rest) != rest:
        yield _Piece(head)
        bare = _strip_roles(rest)
    # A second part that ends in a role is the role: "Live Science Contributor".
    if first or (bare and (bare == name or " " in bare)):
        yield _Piece(bare or name, aside)
    if tail:
        yield _Piece(tail, aside=True)


def _strip_roles(text: str) -> str:
    """Drop a role from the front or the end: "Political Editor", "staff writer"."""
    words = text.split()
    plain = [_singular(word.lower().strip(".,")) for word in words]
    known = [word in ROLES or word in MODIFIERS for word in plain]
    end = len(words)
    if end and plain[-1] in ROLES:
        while end and known[end - 1]:
            end -= 1
    start = next((i for i, is_known in enumerate(known[:end]) if not is_known), end)
    if not ROLES.intersection(plain[:start]):
        start = 0
    # "Our Correspondent" and "Guest Contributor" are desks.
    left = plain[start:end]
    return "" if len(left) == 1 and left[0] in _OWN else " ".join(words[start:end])


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in ROLES else word


# ── Telling what a piece is ──────────────────────────────────────────────────────────────────


def _find_signature(text: str) -> tuple[str, str] | None:
    """Return the agency that `text` names, and how it is printed, with its bureau if any."""
    if agency := find_agency(text):
        return agency, text
    head, _, rest = text.partition(" ")
    agency = find_agency(head) if len(head) > 2 or head == "AP" else None
    if agency is None or not rest or _has_initials(head, rest):
        return None
    words = frozenset(rest.lower().split())
    return agency, head if words <= _JOBS else text


def _has_initials(head: str, rest: str) -> bool:
    """Say whether what may sign for an agency is part of a name: "AP Singh", "NAN ROE"."""
    words = rest.lower().split()
    known = find_agency(f"{head} {rest}") or not _NO_SURNAMES.isdisjoint(words)
    return (
        len(words) == 1
        and (rest.istitle() if len(head) == 2 else head.lower() in GIVEN_NAMES and rest.isupper())
        and not (known or words[0] in _JOBS)
    )


def _is_outlet(text: str, outlets: frozenset[str]) -> bool:
    """Say whether `text` names the outlet, or a part of it: "BBC Sport" of the BBC."""
    head, _, part = text.partition(" ")
    return key_of(text) in outlets or bool(part and head.isupper() and key_of(head) in outlets)


def _is_date(text: str) -> bool:
    return any(char.isdigit() for char in text) and parse_date(text) is not None


def _is_person(text: str) -> bool:
    words = text.split()
    plain = {part.strip(".,'’\"").lower() for part in re.split(r"[\s-]", text)}
    if len(text) > NAME_LIMIT or not 1 <= len(words) <= 6 or re.search(r"\d", text):
        return False
    if _ARTICLE.match(text) or _DOMAIN.fullmatch(text):
        return False
    if not plain.isdisjoint(_NO_NAMES):
        given, _, rest = text.lower().partition(" ")
        return text.istitle() and given in GIVEN_NAMES and rest in SURNAMES
    if len(words) == 1:
        acronym = text.isupper() and len(text) <= 5
        return not (text.islower() or acronym or EAST_ASIAN_DESK.search(text))
    # What somebody is goes on in small letters: "Dean of social affairs".
    small = [word for word in words if word.islower() and len(word) > 3 and word not in PARTICLES]
    return any(word[0].isalpha() for word in words) and (len(small) < 2 or text.islower())
