"""Datelines: the place of writing and the agency, as they stand before a story's first words.

    WASHINGTON (AP) — A U.S. official said          Associated Press
    LONDON, Sept 4 (Reuters) - Britain's            Reuters
    Madrid, 4 sep (EFE).- El Gobierno               EFE
    (ANSA) - ROMA, 04 SET - Il governo              ANSA
    MOSCOW, September 4. /TASS/. Russia's           TASS
    NEW YORK — The mayor                            no agency

The forms are those of the agencies' own stylebooks and wires.
"""

import re
from dataclasses import dataclass

from generator.parsing.agencies import find_agency_among
from generator.parsing.names import Names, sort_names

__all__ = ["HEAD_LIMIT", "Dateline", "Names", "sort_names", "split_dateline"]

HEAD_LIMIT = 120
"""The most characters among which a dateline is looked for."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: `text` as printed, without its dash, and the `rest` that follows.

    `place` and `agency` are None where the dateline names none.
    """

    text: str
    place: str | None
    agency: str | None
    rest: str


_DASH = r"(?:[—–―]|--+|-)"
# WASHINGTON (AP) — · LONDON, Sept 4 (Reuters) - · Madrid, 4 sep (EFE).- · MOSCOW /TASS/.
_SIGNED = re.compile(
    rf"(?P<text>(?P<where>[^()/—–―\n]{{2,70}}(?:/[^()/—–―\n]{{2,30}})?)\s?"
    rf"[(/](?P<who>[^()\n]{{2,40}})[)/])(?:\s*\.?{_DASH}+\s*|\s*[.:]\s+)(?=\S)"
)
# (ANSA) - ROMA, 04 SET - · (Reuters) -
_AGENCY_FIRST = re.compile(
    rf"(?P<text>\((?P<who>[^()\n]{{2,40}})\)"
    rf"(?:\s*{_DASH}\s+(?P<where>[^()—–―\n-]{{3,60}}?)(?=\s*{_DASH}\s))?)\s*{_DASH}+\s*(?=\S)"
)
# NEW YORK —
_UNSIGNED = re.compile(
    r"(?P<text>(?P<where>[^()/—–―\n]{3,60}?))(?:\s*[—–―]\s*|\s+--?\s+)(?=[\w\"'“‘„«])"
)
_DAY = re.compile(r"[,.]?\s+(?:[^\W\d_]{3,10}\.?\s+)?\d{1,2}\b.*$")
_PLACE_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")

_PARTICLES = frozenset("de del di da do la las los le les el of am an der im sur upon".split())
_NO_PLACES = frozenset(
    """
    ANALYSIS BREAKING CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACT FILE INTERVIEW LIVE NEWS NOTE
    NOTES OPINION PHOTO PHOTOS PICTURES READ REVIEW SPORT SPORTS THE UPDATE UPDATED UPDATES VIDEO
    WARNING WATCH EXKLUSIV KOMMENTAR MEINUNG DIRECT EXCLUSIF OPINIÓN ÚLTIMA ULTIM'ORA AGGIORNAMENTO
    """.split()
)
_SHORT_CITIES = frozenset(
    """
    ADEN AGRA APIA BAKU BARI BERN BONN BREST CALI CORK DELHI DOHA GAZA GENT GRAZ HAMA HOMS ISFA
    JENA KIEL KIEV KOLN KYIV KÖLN LAOS LIMA LINZ LODI LVIV LYON MALI MIAMI NICE ORAN OSLO PERU PISA
    RENO RIGA ROM ROMA ROME SUVA SUMY TOGO TROY WACO YORK ZUG
    """.split()
)
"""Cities of four letters or fewer: other short words in capitals are companies and shouts."""


def split_dateline(text: str) -> Dateline | None:
    """Return the dateline that `text` opens with and what follows it, or None.

    A signed dateline needs a place or an agency that is known as one; an unsigned one has to be
    in capitals, as stylebooks ask.
    """
    text = text.strip()
    head = text[:HEAD_LIMIT]
    for form, trust in ((_AGENCY_FIRST, _trust_agency), (_SIGNED, _trust_signed)):
        if (found := form.match(head)) and trust(found):
            return _make(found, text, who=found["who"])
    found = _UNSIGNED.match(head)
    return _make(found, text, who="") if found and _trust_unsigned(found["where"]) else None


def _make(found: re.Match[str], text: str, *, who: str) -> Dateline:
    place = _DAY.sub("", found["where"] or "").strip(" ,:-") or None
    return Dateline(
        text=found["text"].strip(),
        place=place,
        agency=find_agency_among(who),
        rest=text[found.end() :],
    )


def _trust_agency(found: re.Match[str]) -> bool:
    where = found["where"]
    return find_agency_among(found["who"]) is not None and (where is None or _is_place(where))


def _trust_signed(found: re.Match[str]) -> bool:
    """Trust a place with a known agency, or one in capitals with a short signature."""
    if not _is_place(found["where"]):
        return False
    if find_agency_among(found["who"]):
        return True
    city = found["where"].partition(",")[0].strip()
    return city.isupper() and _trust_unsigned(city) and len(found["who"].split()) <= 3


def _trust_unsigned(where: str) -> bool:
    city = where.partition(",")[0].strip()
    if not (city.isupper() and _is_place(where)):
        return False
    if any(word.strip(".,:") in _NO_PLACES for word in city.split()):
        return False
    return len(city) > 4 or city in _SHORT_CITIES


def _is_place(where: str) -> bool:
    """Say whether `where`, but for its day, could be a place: a few words, all with a capital."""
    words = re.split(r"[\s,/]+", _DAY.sub("", where).strip(" ,:-"))
    return len(words) <= 6 and all(
        _PLACE_WORD.fullmatch(word) and (word[0].isupper() or word in _PARTICLES) for word in words
    )
