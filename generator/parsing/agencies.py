"""The news agencies, each under the one name by which an archive knows it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.text import fold, squeeze

_SIGNATURES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    # What agencies are called in datelines and bylines, beside the name itself.
    {
        "Adnkronos": (),
        "Agence France-Presse": ("AFP", "Agence France Presse", "أ ف ب", "فرانس برس"),
        "Agencia Brasil": ("Agência Brasil", "ABr"),
        "Agenzia Italia": ("AGI",),
        "Agerpres": (),
        "Anadolu Agency": ("AA", "Anadolu", "Anadolu Ajansı"),
        "ANI": ("Asian News International",),
        "ANP": ("Algemeen Nederlands Persbureau",),
        "ANSA": ("Agenzia ANSA",),
        "ΑΠΕ-ΜΠΕ": ("AMNA",),
        "Antara": ("ANTARA News",),
        "APA": ("Austria Presse Agentur",),
        "Askanews": (),
        "Associated Press": ("AP", "AP News"),
        "Associated Press of Pakistan": ("APP",),
        "Australian Associated Press": ("AAP",),
        "AzerTAc": ("AZERTAC",),
        "Belga": ("Belga News Agency",),
        "Bernama": (),
        "BNS": ("Baltic News Service",),
        "Bloomberg": ("Bloomberg News",),
        "BTA": ("БТА",),
        "Canadian Press": ("CP", "La Presse canadienne"),
        "ČTK": ("CTK",),
        "Demirören Haber Ajansı": ("DHA",),
        "dpa": ("Deutsche Presse-Agentur", "Deutsche Presse Agentur", "dpa-infocom", "dpa-AFX"),
        "EFE": ("Agencia EFE",),
        "epd": ("Evangelischer Pressedienst",),
        "Emirates News Agency": ("WAM",),
        "Estadão Conteúdo": (),
        "Europa Press": (),
        "Folhapress": (),
        "Ghana News Agency": ("GNA",),
        "Hina": (),
        "IANS": ("Indo-Asian News Service",),
        "İhlas Haber Ajansı": ("İHA", "IHA"),
        "Interfax": ("INTERFAX.RU", "Интерфакс"),
        "Interfax-Ukraine": ("Інтерфакс-Україна", "Интерфакс-Украина"),
        "IRNA": ("ایرنا",),
        "Italpress": (),
        "Jiji Press": ("Jiji",),
        "Keystone-SDA": (
            "SDA",
            "ATS",
            "SDA-ATS",
            "Keystone-ATS",
            "Schweizerische Depeschenagentur",
        ),
        "KNA": ("Katholische Nachrichten-Agentur",),
        "KCNA": ("Korean Central News Agency",),
        "Kuwait News Agency": ("KUNA",),
        "Kyodo News": ("Kyodo",),
        "LaPresse": (),
        "LETA": (),
        "Lusa": ("Agência Lusa",),
        "Middle East News Agency": ("MENA",),
        "MTI": ("Magyar Távirati Iroda",),
        "News1": ("뉴스1",),
        "Newsis": ("뉴시스",),
        "News Agency of Nigeria": ("NAN",),
        "Notimex": (),
        "NTB": ("Norsk Telegrambyrå",),
        "PA Media": ("PA", "Press Association", "PA News Agency", "PA Sport"),
        "PAP": ("Polska Agencja Prasowa",),
        "Press Trust of India": ("PTI",),
        "Prensa Latina": (),
        "Qatar News Agency": ("QNA",),
        "Reuters": (
            "Thomson Reuters",
            "Thomson Reuters Foundation",
            "Reuters Breakingviews",
            "ロイター",
            "路透社",
            "رويترز",
        ),
        "RIA Novosti": ("RIA", "РИА Новости", "РИА"),
        "Ritzau": (),
        "Saudi Press Agency": ("SPA",),
        "sid": ("Sport-Informations-Dienst",),
        "STT": (),
        "Tanjug": ("Танјуг",),
        "TASS": ("Itar-Tass", "ТАСС"),
        "Télam": (),
        "TT": ("TT Nyhetsbyrån",),
        "Ukrinform": ("Укрінформ", "Укринформ"),
        "UNIAN": ("УНІАН", "УНИАН"),
        "United Press International": ("UPI",),
        "Vietnam News Agency": ("VNA", "TTXVN"),
        "Xinhua": ("Xinhua News Agency", "新华社", "新華社"),
        "Yonhap": ("Yonhap News Agency", "연합뉴스"),
        "中央社": (),
        "中新社": (),
        "共同通信": ("共同",),
        "時事通信": ("時事",),
    }
)
_BY_SIGNATURE = {
    fold(signature): name for name, others in _SIGNATURES.items() for signature in (name, *others)
}
_MODEST = frozenset(["dpa", "epd", "sid", "sda", "apa", "afp", "ap", "ats", "pap", "ntb"])
"""Signatures of four letters or fewer that are printed in small letters too."""


_NAMED = re.compile(
    r"(?:[^\W\d_][\w.'’-]*\s){1,4}"
    r"(?:press agency|news agency|newswire|nachrichtenagentur|presseagentur)",
    re.IGNORECASE,
)
"""What an agency that we don't know calls itself in full."""


def find_agency(text: str) -> str | None:
    """Return the name of the agency that signs as `text`, or None.

    Short signatures count only as agencies print them: "AA" and "dpa", but not "aa". One that
    isn't known is told by a name in full: "Northern Press Agency".
    """
    text = squeeze(text[:60]).strip("()/ ").removeprefix("The ").removeprefix("THE ")
    short = len(text) <= 4 and text.isascii()
    if short and not text.isupper() and text not in _MODEST:
        # "Hina" and "Lusa" are names and no initials, so they are printed as names are.
        return None if text not in _SIGNATURES else text
    if name := _BY_SIGNATURE.get(fold(text)):
        return name
    if not _NAMED.fullmatch(text):
        return None
    return text.title() if text.isupper() else text


def find_agency_among(text: str) -> str | None:
    """Return the first agency of those that share a signature: "dpa/AFP", "AFP-TT", "dpa/lby"."""
    # What follows the first is the agency's own desk or an editor's initials, as in "dpa/lby".
    found = find_agency(text)
    for part in text.replace(",", "/").split("/"):
        found = found or find_agency(part)
    # Many a word has a hyphen: it joins signatures only where all of its parts are some.
    hyphened = [find_agency(part) for part in text.split("-")]
    return found or (hyphened[0] if all(hyphened) else None)
