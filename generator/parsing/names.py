"""Bylines: who wrote a story, told from the desks, outlets and agencies named beside them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.parsing.agencies import find_agency
from generator.parsing.byline_words import (
    AND,
    DESK,
    DOUBTFUL,
    EAST_ASIAN_ROLE,
    GIVEN_NAMES,
    LABEL,
    LEAD_IN,
    MODIFIERS,
    NO_WRITER,
    NOBODY,
    PARTICLES,
    ROLES,
    WEAK_AND,
)
from generator.parsing.name_case import set_case
from generator.parsing.name_forms import (
    JOBS,
    NAME_LIMIT,
    NO_NAMES,
    find_signature,
    is_date,
    is_outlet,
    is_person,
)
from generator.text import fold, key_of, squeeze, strip_controls

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


_OWN = frozenset("our guest own unser notre nuestro nostro nosso onze vår наш".split())
_CONTACT = re.compile(r"\(?\S+@\S+|(?:https?(?!\w)|www\.)\S*|(?<!\S)@\w+|\([a-z./]{1,8}\)")
# "Words: Jane Roe. Photos: John Doe", but not "Text und Fotos: Jane Roe".
_PICTURED = re.compile(
    r"(?<!\band)(?<!\bund)(?<!\bet)(?<!\be)(?<!\by)(?<!\ben)(?<!\bi)(?<!&)\s*[.,;|/·•–—-]?\s+"
    r"(?:photos?|fotos?|foto's|photograph(?:s|y)|pictures?|images?|bilder|illustrations?|videos?)"
    r"(?: (?:by|von|par|di|de|por|door)\b|\s?[:：]).*$",
    re.IGNORECASE,
)
# "Roe, Jane M.", as libraries and catalogues write names.
_TURNED = re.compile(
    r"(?P<surname>[^\W\d_a-zß-ÿ][^\W\d_]+(?:-[^\W\d_]+)?), "
    r"(?P<given>[^\W\d_a-zß-ÿ][^\W\d_]+(?:-[^\W\d_]+)?(?: [^\W\d_a-zß-ÿ]\.?){0,2})"
)
_BREAK = re.compile(r"\s*[,;|•·\n/、，；،؛｜]\s*|\s+[-–—]\s+")
_DOUBTFUL_WORD = re.compile(r"^(?:von|di|da|de)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq)\.?", re.IGNORECASE)
_TAIL = re.compile(r"\s+((?i:in|aus|for|für|of|at|from|à|im|desde))\s+(?=[^\W\d_a-zß-ÿ])")
_IN_NAMES = frozenset(["im", "in", "à"])
_WHERE = re.compile(r"(?:in|à|aus|do|em|en|from|im|desde)\s")
_ASIDE = re.compile(r"\s*\(([^()]*)\)$")
_BEHIND = re.compile(
    r"\s+(?:(?:is|was|ist|est|es|è) (?:an?|the|eine?|une?)\b.*|Follow|Folgen|Suivre)$"
)
_DAY_BEHIND = re.compile(
    r"(?:\s|^)(?:\d{1,2}\.? \w+\.?|\w+\.? \d{1,2},|\d{1,2}[./-]\d{1,2}[./-]),? ?\d{4}\b.*$"
)
_BEFORE_OUTLET = frozenset("for of at für pour para per voor the".split())
_ACCOUNT = re.compile(
    r"[a-z0-9]+(?:[-_][a-z0-9]+)+|[a-z]*\d[a-z0-9]*|\W*|(?i:\w{0,20}admin|administrator|user|root)"
)
_DEGREES = re.compile(r"(?:[BM]\.?S\.?c?|[BM]\.?A|MBA|MPH|RDN?|R\.?N|LD|CPA|JD|DDS|CFA|LMT)\.?")


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
        if found := find_signature(text):
            name, printed = found
            agency = agency or name
            if name != agency or fold(printed) != fold(name):
                others.setdefault(fold(printed), printed)
        elif piece.aside or not is_person(text) or is_outlet(text, own):
            if not _ACCOUNT.fullmatch(text) and len(text) <= NAME_LIMIT and not is_date(text):
                others.setdefault(fold(text), text)
        else:
            people.setdefault(fold(text), set_case(text))
    return Names(tuple(people.values()), tuple(others.values()), agency)


def drop_pictures(text: str) -> str:
    """Return a byline without what it says of who took the pictures."""
    return _PICTURED.sub("", text)


def turn_round(text: str, *, sure: bool = False) -> str:
    """Return "Roe, Jane" as "Jane Roe", where the second is a given name, or it is `sure` to be."""
    found = _TURNED.fullmatch(text)
    if not found:
        return text
    given = found["given"].split()[0].lower()
    known = given in GIVEN_NAMES and found["surname"].lower() not in GIVEN_NAMES
    return f"{found['given']} {found['surname']}" if sure or known else text


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
        bare = _strip_lead_in(_CONTACT.sub(" ", drop_pictures(text)).strip())
        bare = "; ".join(turn_round(part) for part in bare.split("; "))
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
                lone = " " not in words and (" " in parts[0] or not is_person(parts[0]))
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
    if found := LABEL.match(text) or LEAD_IN.match(text):
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
    return not first.islower() or not rest or lower in JOBS or lower in PARTICLES


def _peel(text: str, *, aside: bool, first: bool) -> Iterator[_Piece]:
    """Yield the name in `text` without roles, and after it whom it is written for."""
    text = _strip_lead_in(re.sub(r"(?<=[^\W\d_]{4})\.$", "", text.strip(" ,:;*-–—【】［］")))
    text = EAST_ASIAN_ROLE.sub("", text)
    name, tail = text, ""
    if (found := _TAIL.search(text)) and not _is_particle(found):
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


def _is_particle(found: re.Match[str]) -> bool:
    """Say whether what may be where somebody is belongs to a name: "Anna im Hof"."""
    given = found.string[: found.start()]
    named = given.istitle() and given.isalpha() and given.lower() not in NO_NAMES
    return named and found[1] in _IN_NAMES and not find_agency(given)


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
