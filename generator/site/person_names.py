"""Split a person's name, as a byline prints it, into what bibliographies sort and shorten."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.text import squeeze

_PARTICLES = frozenset(
    "a aan abu af al ap auf av bar bat bin bint d' d’ da dal dalla das de degli dei del dela della"
    " delle dem den der des di do dos du e el i ibn in l' l’ la las le les lo los of op san santa t"
    " 't te ten ter the tot und uit van vande vanden vander ver vom von y zu zum zur"
    " بن ابن بنت أبو آل بو".split()
)
_GREAT_PARTICLES = frozenset(
    "Ó O Ní Nic Uí Mac Mc Van Von De Del Della Der Den Di Da Dos Du La Le El Al St St. Ste. Saint"
    " Bin Ibn Ter Ten".split()
)
"""Those that belong to a family's name with a capital too, as in *Van Gogh* and *Ó Briain*."""

_JOINS = frozenset("y i e und".split())  # what joins two family names: Ortega y Gasset
_SUFFIX = re.compile(r"(?:Jr|Jnr|Sr|Snr)\.?|I{2,3}|IV|V", re.IGNORECASE)
_CJK = re.compile(r"[\u1100-\u11ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_FAMILY_FIRST = frozenset(["hu", "vi"])
"""Languages in Latin script whose names begin with the family's."""


class Name(NamedTuple):
    """A person's name. What has no parts, as *Madonna* or 山田太郎, is all `family`.

    `eastern` says that the family's part comes first, without a comma, and is never shortened.
    """

    family: str
    given: str = ""
    suffix: str = ""
    eastern: bool = False

    @property
    def natural(self) -> str:
        """The name as it is spoken."""
        parts = (self.family, self.given) if self.eastern else (self.given, self.family)
        return " ".join(part for part in (*parts, self.suffix) if part)

    @property
    def inverted(self) -> str:
        """The name as a bibliography sorts it: `King, Martin Luther, Jr.`."""
        if self.eastern:
            return self.natural
        return ", ".join(part for part in self[:3] if part)

    @property
    def short(self) -> str:
        """The inverted name with initials: `Müller-Großmann, K.-M.`."""
        if self.eastern or not self.given:
            return self.inverted
        return self._replace(given=" ".join(map(_shorten, _words(self.given)))).inverted


def split_name(printed: str, language: str | None = None) -> Name:
    """Return the parts of a name; `language` (BCP 47) is that of the article which prints it.

    Particles go with the family's name that they lead, as most styles have it in English.
    """
    name, suffix = _take_suffix(squeeze(printed))
    if _CJK.search(name):
        family, _, given = name.partition(" ")
        return Name(family, given, suffix, eastern=True)
    family, comma, given = name.partition(", ")
    if comma:
        return Name(name, "", suffix) if "," in given else Name(family, given, suffix)
    words = name.split(" ")
    if (language or "").lower().partition("-")[0] in _FAMILY_FIRST and len(words) > 1:
        return Name(words[0], " ".join(words[1:]), suffix)
    start = _find_family(words)
    return Name(" ".join(words[start:]), " ".join(words[:start]), suffix)


def catalogue(names: Sequence[Name]) -> Iterator[str]:
    """Yield the names as the readers of `citation_author` have them: one value a person.

    They take the last word for the family's name, unless there is a comma. Zotero takes a sole
    value with spaces on both sides of a comma for two people, unless there is a semicolon.
    """
    for name in names:
        given = f"{name.given} {name.suffix}".strip()
        if not name.given or not (name.eastern or name.suffix or " " in name.family):
            yield name.natural
        else:
            alone = len(names) == 1 and " " in name.family and " " in given
            yield f"{name.family}, {given}{';' if alone else ''}"


def _take_suffix(name: str) -> tuple[str, str]:
    before, _, last = name.rpartition(" ")
    # With one word before it, "V" is somebody's family name or initial.
    if _SUFFIX.fullmatch(last) and " " in before:
        return before.rstrip(","), last
    return name, ""


def _find_family(words: Sequence[str]) -> int:
    """Return where the family's name begins; at least one word is left to the person."""
    start = len(words) - 1
    while start > 1:
        before = words[start - 1]
        if before in _JOINS and start > 2:
            start -= 2
        elif before in _GREAT_PARTICLES or before in _PARTICLES:
            start -= 1
        else:
            break
    return max(start, 0)


def _words(given: str) -> list[str]:
    """Return the names of which `given` is made: `J.R.R.` is three."""
    return re.sub(r"\.(?=\w)", ". ", given).split(" ")


def _shorten(word: str) -> str:
    """Return `word` as an initial, both of two that a hyphen joins; scripts without case stay."""
    parts = [part for part in word.split("-") if part]
    if not all(part[0].lower() != part[0].upper() for part in parts):
        return word
    return "-".join(f"{part[0]}." for part in parts)
