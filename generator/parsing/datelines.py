"""Datelines: the place of writing and the agency, as they stand before a story's first words.

    WASHINGTON (AP) — A U.S. official said          Associated Press
    LONDON, Sept 4 (Reuters) - Britain's            Reuters
    Madrid, 4 sep (EFE).- El Gobierno               EFE
    (ANSA) - ROMA, 04 SET - Il governo              ANSA
    MOSCOW, September 4. /TASS/. Russia's           TASS
    New Delhi, Sep 4 (IANS) The government          IANS
    МОСКВА, 4 сен - РИА Новости. Глава              RIA Novosti
    (sda) Der Bundesrat                             Keystone-SDA
    (서울=연합뉴스) 구현모 기자 = 정부는            Yonhap
    【ロンドン共同】英政府は                        共同通信
    NEW YORK — The mayor                            no agency

The forms are those of the agencies' own stylebooks and wires.
"""

import re
from dataclasses import dataclass

from generator.parsing.agencies import find_agency_among
from generator.parsing.names import Names, sort_names

__all__ = ["HEAD_LIMIT", "Dateline", "Names", "find_last_agency", "sort_names", "split_dateline"]

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
    rf"(?P<text>(?P<where>[^()/—–―\n]{{2,70}}(?:/[^()/—–―\n]{{2,30}})?)\s?(?:\([^\W\d_][^()/\d]{{2,30}}\)\s)?"
    rf"[(/](?P<who>[^()\n]{{2,40}})[)/])(?:\s*\.?{_DASH}+\s*|\s*[.:]\s+)(?=\S)"
)
# (ANSA) - ROMA, 04 SET - · (Reuters) -
_AGENCY_FIRST = re.compile(
    rf"(?P<text>\((?P<who>[^()\n]{{2,40}})\)"
    rf"(?:\s*{_DASH}\s+(?P<where>[^()—–―\n-]{{3,60}}?)(?=\s*{_DASH}\s))?)\s*{_DASH}+\s*(?=\S)"
)
# New Delhi, Sep 4 (IANS) The · МОСКВА, 4 сен - РИА Новости. Глава
_DATED = re.compile(
    r"(?P<text>(?P<where>[^()/—–―\n]{2,40}?[,.]\s[^()/—–―\n]{0,20}\d[^()/—–―\n\d]{0,20})"
    rf"(?:\((?P<who>[^()\n]{{2,20}})\)\s+|\s{_DASH}\s(?P<name>[^()\n.]{{2,20}})\.\s+))(?=\S)"
)
# (sda) Der Bundesrat · /ritzau/ Regeringen
_AGENCY_ALONE = re.compile(
    r"(?P<text>(?P<where>(?:[^\W\d_a-zß-ÿ][^\W\d_]{2,20} ?){0,2})[(/](?P<who>[^()/\n]{2,20})[)/])"
    r"\s+(?=[^\W\d_a-zß-ÿ])"
)
# (서울=연합뉴스) 구현모 기자 = · 【ロンドン共同】 · 新华社北京9月4日电
_EAST_ASIAN = re.compile(
    r"(?P<text>[(\[](?P<where>[^()\[\]=]{1,15})=(?P<who>[^()\[\]]{2,12})[)\]]"
    r"(?:\s?(?:[가-힣]{2,4}[ ,·]{0,2}){1,3}\s?(?:기자|특파원)\s?=)?)\s*"
    r"|(?P<text_ja>【(?P<where_ja>[^【】]{1,12}?)(?P<who_ja>共同|時事|ロイター|AFP|AP)】)\s*"
    r"|(?P<text_jb>[［\[](?P<where_jb>[^\[\]［］\d\s]{1,15})\s\d{1,2}日\s(?P<who_jb>ロイター)[\]］])\s*[-－―–]?\s*"
    r"|(?P<text_zh>[(（]?(?P<who_zh>中央社|新华社|新華社|中新社)(?P<where_zh>[^()（）電电\n]{2,24})[電电][)）]?)\s*"
)
# NEW YORK —
_UNSIGNED = re.compile(
    r"(?P<text>(?P<where>[^()/—–―\n]{3,60}?))(?:\s*[—–―]\s*|\s+--?\s+)(?=[\w\"'“‘„«])"
)
_DAY = re.compile(r"[,.]?\s+(?:[^\W\d_]{3,10}\.?\s+)?\d{1,4}\b.*$|\d{1,2}月?\d{0,2}日$")
_COUNTRY = re.compile(r"\s\[[^\[\]]{2,20}\]")
_PLACE_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")

# … sagte er. (Quelle: APA/dpa)
_LAST = re.compile(
    r"(?:^|[.!?…»“”\"'’。]\s*)[(\[]\s*(?:(?:quelle|quellen|source|sources|fuente|fonte|bron|kilde"
    r"|källa|с|mit material von|mit|with(?: inputs from)?|avec|con información de"
    r"|com informações d[ae]|con|red,)(?!\w):?\s*|©\s?)?(?P<who>[^()\[\]]{2,40})[)\]]\.?$",
    re.IGNORECASE,
)
# … sagte er. dpa  ·  – AFP  ·  /ritzau/
_LAST_BARE = re.compile(
    r"(?:^|[.!?…»“”\"'’。]\s+|[.!?]\s?(?=[–—/-]))(?:[–—-]+\s?|/)?"
    r"(?P<who>[^\W\d_][^\W_]{1,11}(?:[/-][^\W\d_]{2,11}){0,2})/?$"
)
# Quelle: ntv.de, mau/dpa  ·  © dpa-infocom, dpa:230904-99  ·  Copyright 2023 The Associated Press.
_SOURCE = re.compile(
    r"^(?:(?:quelle|source|fuente|fonte|bron|kilde|källa)n?s?\s?:\s*(?:\S+\.\w{2,7}[,/ ]+)?"
    r"(?:[a-z]{2,4}[,/])?|(?:riproduzione riservata )?(?:©|copyright)[ ©(c)]*(?:copyright )?"
    r"(?:20\d\d,? |(?=dpa|ansa)))"
    r"(?P<who>[^.,:;\d]{2,30}?)(?:[.,:;\d].*)?$",
    re.IGNORECASE,
)
# AP writer Jane Roe in London contributed to this report.
_HELPED = re.compile(
    r"(?P<who>AP|Associated Press|Reuters|AFP)(?: \w+)? (?:writers?|journalists?|reporters?"
    r"|correspondents?) .{3,90} contributed\b"
)
_DESKED = re.compile(
    r"\((?:additional )?reporting by .{3,90}; ?(?:writing|editing) by [^()]{3,90}\)$", re.IGNORECASE
)
"""How Reuters signs off its stories."""

_TAIL_LIMIT = 200

_PARTICLES = frozenset("de del di da do la las los le les el of am an der im sur upon".split())
_NO_PLACES = frozenset(
    """
    ALERT ANALYSIS ARCHIVE ARCHIVES BREAKING BRIEFING CLARIFICATION CORRECTION CUP DISCLAIMER
    EDITORIAL EXCLUSIVE EXPLAINER FACT FILE HIGHLIGHTS HURRICANE INTERVIEW LEAGUE LIVE NEWS NOTE
    NOTES OPINION PHOTO PHOTOS PICTURES PODCAST POLL QUIZ READ REVIEW SPORT SPORTS STORM STORY
    SUMMARY THE TIMELINE UPDATE UPDATED UPDATES VIDEO
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
    for form, trust in (
        (_AGENCY_FIRST, _trust_agency),
        (_SIGNED, _trust_signed),
        (_AGENCY_ALONE, _trust_agency),
    ):
        if (found := form.match(head)) and trust(found):
            return _make(found, text, who=found["who"])
    for form in (_DATED, _EAST_ASIAN):
        if (found := form.match(head)) and (dateline := _make_known(found, text)):
            return dateline
    found = _UNSIGNED.match(head)
    return _make(found, text, who="") if found and _trust_unsigned(found["where"]) else None


def find_last_agency(text: str) -> str | None:
    """Return the agency that signs at the end of a text, as in "… said. (dpa/AFP)", or None.

    What explains a name, "the Associated Press (AP)", goes on a sentence and signs nothing.
    """
    text = text[-_TAIL_LIMIT:].strip()
    if _DESKED.search(text):
        return "Reuters"
    found = (form.search(text) for form in (_LAST, _LAST_BARE, _SOURCE, _HELPED))
    named = (find_agency_among(each["who"].strip()) for each in found if each)
    return next(filter(None, named), None)


def _make(found: re.Match[str], text: str, *, who: str) -> Dateline:
    place = _DAY.sub("", found["where"] or "").strip(" ,:-") or None
    return Dateline(
        text=found["text"].strip(),
        place=place,
        agency=find_agency_among(who),
        rest=text[found.end() :],
    )


def _make_known(found: re.Match[str], text: str) -> Dateline | None:
    """Return a dateline of a form that is trusted for its agency alone, if that is known."""
    said = {name.partition("_")[0]: value for name, value in found.groupdict().items() if value}
    agency = find_agency_among(said.get("who") or said.get("name") or "")
    if agency is None or not (found.re is _EAST_ASIAN or _is_place(said["where"])):
        return None
    place = _DAY.sub("", said["where"]).strip(" ,:-.")
    return Dateline(said["text"].strip(), place or None, agency, text[found.end() :])


def _trust_agency(found: re.Match[str]) -> bool:
    where = found["where"]
    return find_agency_among(found["who"]) is not None and (not where or _is_place(where))


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
    words = re.split(r"[\s,/]+", _DAY.sub("", _COUNTRY.sub("", where)).strip(" ,:-."))
    return len(words) <= 6 and all(
        _PLACE_WORD.fullmatch(word) and (not word[0].islower() or word in _PARTICLES)
        for word in words
    )
