"""Bylines: who wrote a story, told from the desks, outlets and agencies named beside them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.parsing.agencies import find_agency
from generator.text import fold, squeeze, strip_controls

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


# "By" in the languages of the press; the second kind can also begin a name: Da Silva, Di Maria.
_LEAD_IN = re.compile(
    r"(?:(?:written|reported|reporting|posted|published|story|words|text|interview) by"
    r"|by|par|por|door|af|av|oleh|yazan|text|texte|texto|testo|autor(?:in)?|author|auteur|autore"
    r"|protokoll|interview|a cura di)\b\s*[:|]?\s+(?=\S)",
    re.IGNORECASE,
)
_NO_WRITER = re.compile(
    r"(?:edited|editing|translated|translation|photos?|fotos?|video|graphics?|grafik) (?:by|von)\b",
    re.IGNORECASE,
)
_DOUBTFUL_LEAD_IN = re.compile(
    r"(?:von|di|da|de)(?::\s*|\s+(?=[^\W\d_]\S*\s))(?=[^\W\d_])", re.IGNORECASE
)
_CONTACT = re.compile(r"\(?\S+@\S+|(?:https?://|www\.)\S+|(?<!\S)@\w+|\([a-z/]{1,8}\)")
_BREAK = re.compile(r"\s*[,;|•·\n/]\s*|\s+[-–—]\s+")
_AND = re.compile(r"\s+(?:and|und|et|og|och|with|mit|avec)\s+", re.IGNORECASE)
_WEAK_AND = re.compile(r"\s+(?:y|e|en|i|ve|dan|&)\s+", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq)\.?", re.IGNORECASE)
_TAIL = re.compile(r"\s+((?i:in|aus|for|für|of|at|from))\s+(?=[^\W\d_a-zß-ÿ])")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+|[a-z]*\d[a-z0-9]*|\W*")
_ARTICLE = re.compile(r"(?:the|der|das|die)\s", re.IGNORECASE)
_EAST_ASIAN_OUTLET = re.compile("新聞|新闻|通信|通訊|日報|日报|デジタル|編集|뉴스|일보|신문|연합")

_DESK = frozenset(
    """
    admin administrator agencies agency agenturen board bureau contributors desk digital editorial
    editors foundation gastautor gastbeitrag gazette group guest institute magazine media ministry
    nachrichten network news newsdesk newsroom newswire online press presse redaccion redacción
    redactie redaksi redaktion redazione redação rédaction reporters service services staff team
    times tribune tv university verlag webmaster wire wires zeitung
    """.split()
)
"""Words that a desk's or an outlet's name has, and a person's hasn't."""

_ROLES = frozenset(
    """
    autor autorin blogger columnist contributor correspondant correspondent corresponsal critic
    editor freelancer journalist journaliste korrespondent korrespondentin periodista
    photographer producer redacteur redakteur redakteurin reporter reporterin volontär volontärin
    writer
    """.split()
)
"""Words for what a person does."""

_MODIFIERS = frozenset(
    """
    assistant associate breaking business chief climate contributing court crime culture deputy
    diplomatic economics education entertainment environment executive features foreign freelance
    general health investigative investigations legal lifestyle local managing multimedia national
    news online parliamentary political politics royal science senior special sports staff
    technology video white house
    """.split()
)
"""Words that stand before those: "Senior Political Correspondent"."""

_PARTICLES = frozenset(
    """
    van der den de het ten ter la las los le von zu zum zur und y del della di da do dos das du
    bin al el af av
    """.split()
)


def sort_names(names: Iterable[str], source: str | None = None) -> Names:
    """Return who is named in `names`, each of which is a name or a whole byline.

    `source` is the outlet, whose own name is a credit. Names keep their letters and order; those
    all in capitals get the case of a name, and no address or slug is taken for one.
    """
    people: dict[str, str] = {}
    others: dict[str, str] = {}
    agency: str | None = None
    for piece in _split(names, source):
        text = piece.text
        if found := _find_signature(text):
            name, printed = found
            agency = agency or name
            if name != agency or fold(printed).removeprefix("the ") != fold(name):
                others.setdefault(fold(printed), printed)
        elif piece.aside or not _is_person(text) or (source and fold(text) == fold(source)):
            if not _SLUG.fullmatch(text) and len(text) <= NAME_LIMIT:
                others.setdefault(fold(text), text)
        else:
            people.setdefault(fold(text), _set_case(text))
    return Names(tuple(people.values()), tuple(others.values()), agency)


# ── Taking a byline apart ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a byline; one that stands `aside` says where or for whom, as "Lille" does."""

    text: str
    aside: bool = False


def _split(names: Iterable[str], source: str | None) -> Iterator[_Piece]:
    for name in islice(names, NAMES_LIMIT):
        text = strip_controls(name[:BYLINE_LIMIT]).strip()
        bare = _strip_lead_in(_CONTACT.sub(" ", text).strip())
        whole = next((form for form in (bare, text) if _is_whole(form, source)), None)
        if whole:
            yield _Piece(squeeze(whole))
            continue
        parts = _join_suffixes(_BREAK.split(bare))
        for index, part in enumerate(parts):
            for words in _split_people(part):
                if not _NO_WRITER.match(words):
                    lone = " " not in words and " " in parts[0]
                    yield from _peel(words, aside=index > 0 and lone, first=index == 0)


def _is_whole(text: str, source: str | None) -> bool:
    """Say whether a byline is an agency's or the outlet's name, in which "and" parts no people."""
    return bool(find_agency(text) or (source and fold(text) == fold(source)))


def _strip_lead_in(text: str) -> str:
    """Drop "By", and "Von" where more than a surname with a particle follows."""
    if found := _LEAD_IN.match(text):
        return text[found.end() :]
    found = _DOUBTFUL_LEAD_IN.match(text)
    rest = text[found.end() :] if found else text
    return text if rest.partition(" ")[0].lower() in _PARTICLES else rest


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
    for part in _AND.split(text):
        people = _WEAK_AND.split(part)
        yield from people if all(" " in person for person in people) else [part]


def _peel(text: str, *, aside: bool, first: bool) -> Iterator[_Piece]:
    """Yield the name in `text` without roles, and after it whom it is written for."""
    text = _strip_lead_in(re.sub(r"(?<=[^\W\d_]{4})\.$", "", text.strip(" ,:;*-–—")))
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
    plain = [word.lower().strip(".,") for word in words]
    known = [word in _ROLES or word in _MODIFIERS for word in plain]
    end = len(words)
    if end and plain[-1] in _ROLES:
        while end and known[end - 1]:
            end -= 1
    start = next((i for i, is_known in enumerate(known[:end]) if not is_known), end)
    if not _ROLES.intersection(plain[:start]):
        start = 0
    return " ".join(words[start:end])


# ── Telling what a piece is ──────────────────────────────────────────────────────────────────


def _find_signature(text: str) -> tuple[str, str] | None:
    """Return the agency that `text` names, and how it is printed, with its bureau if any."""
    if agency := find_agency(text):
        return agency, text
    head, _, rest = text.partition(" ")
    agency = find_agency(head) if len(head) > 2 or head == "AP" else None
    if agency is None or not rest:
        return None
    words = frozenset(rest.lower().split())
    return agency, head if words <= _DESK | _ROLES | _MODIFIERS else text


def _is_person(text: str) -> bool:
    words = text.split()
    plain = {part.strip(".,'’\"").lower() for part in re.split(r"[\s-]", text)}
    if len(text) > NAME_LIMIT or not 1 <= len(words) <= 6 or re.search(r"\d", text):
        return False
    if plain & (_DESK | _ROLES) or _ARTICLE.match(text) or _DOMAIN.fullmatch(text):
        return False
    if len(words) == 1:
        acronym = text.isupper() and len(text) <= 5
        return not (text.islower() or acronym or _EAST_ASIAN_OUTLET.search(text))
    return any(word[0].isalpha() for word in words)


# ── The case of a name ───────────────────────────────────────────────────────────────────────


def _set_case(name: str) -> str:
    """Give a name that is all in one case the capitals of a name."""
    if not (name.isupper() or (name.islower() and " " in name)):
        return name
    *others, last = name.split(" ")
    words = [_set_word_case(word) for word in others]
    if words and words[0] in _PARTICLES:
        words[0] = words[0].capitalize()
    return " ".join([*words, _set_part_cases(last)])


def _set_word_case(word: str) -> str:
    """Set the case of a word that isn't the last, where particles and bare initials stand."""
    lower = _lower(word)
    if lower in _PARTICLES:
        return lower
    initials = len(word) <= 3 and not re.search("[aeiouyäöüæøå]", lower)
    return word if initials else _set_part_cases(word)


def _set_part_cases(word: str) -> str:
    if "." in word[1:-1] or re.fullmatch("II|III|IV", word):
        return word
    lower = _lower(word)
    return re.sub(r"[^\W\d_]+", lambda part: _set_part_case(part, lower), lower)


def _lower(word: str) -> str:
    """Return small letters, Turkish "İ" as one."""
    return word.lower().replace("i̇", "i")


def _set_part_case(part: re.Match[str], word: str) -> str:
    """Give a capital to "o'neil" at both letters, and to "mcdonald" at both too."""
    text, before = part[0], word[: part.start()]
    after_apostrophe = before[-1:] in ("'", "’")
    if after_apostrophe and len(before.rpartition("-")[2]) > 2:
        return text
    if text.startswith("mc") and len(text) > 4:
        return f"Mc{text[2:].capitalize()}"
    return text.capitalize()
