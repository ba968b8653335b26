"""The words that dates are made of, without accents, in the languages that we read.

English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish, Polish,
Turkish and Indonesian. One table serves them all: where two of them share a word, it means the
same in both, and a beginning that two months share stands for neither.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

MONTHS: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "january januar janvier enero gennaio janeiro januari stycznia ocak janner",
        "february feber februar fevrier febrero febbraio fevereiro februari lutego subat",
        "march marz maerz mars marzo marco maart marts marca mart maret mrt",
        "april avril abril aprile kwietnia nisan",
        "may mai mayo maggio maio mei maj maja mayis",
        "june juni juin junio giugno junho czerwca haziran",
        "july juli juillet julio luglio julho lipca temmuz",
        "august avgust aout agosto augustus augusti sierpnia agustos agustus",
        "september septembar septembre septiembre settembre setembro wrzesnia eylul",
        "october oktober oktobar octobre octubre ottobre outubro pazdziernika ekim",
        "november novembar novembre noviembre novembro listopada kasim",
        "december decembar dezember decembre diciembre dicembre dezembro desember grudnia aralik",
    )
)
"""The names of each month."""

WEEKDAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr
    sa so lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim lunes martes
    miercoles jueves viernes sabado domingo mie jue vie sab dom lunedi martedi mercoledi giovedi
    venerdi sabato domenica gio segunda terca quarta quinta sexta feira seg ter qua qui sex
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo mandag tirsdag
    onsdag torsdag fredag lordag sondag man tirs ons tors fre lor son tisdag poniedzialek wtorek
    sroda czwartek piatek sobota niedziela pazartesi sali carsamba persembe cuma cumartesi pazar
    senin selasa rabu kamis jumat sabtu minggu thu tu nam sau bay hai chu nhat
    """.split()
)
"""Weekdays and their short forms, which say nothing that the date doesn't."""

FILLERS = frozenset(
    """
    st nd rd th o a er eme ere t of on at the and in published posted updated modified last first
    created date time am um vom den uhr stand veroffentlicht aktualisiert zuletzt geandert
    erstellt publie publiee mis mise jour le la les modifie modifiee heures heure h hs hrs el las
    los de del da do dos publicado publicada actualizado actualizada hora horas il alle ore di
    pubblicato aggiornato em as atualizado op om uur gepubliceerd bijgewerkt laatst gewijzigd kl
    klo publisert publiceret udgivet oppdatert opdateret publicerad uppdaterad dnia godz
    opublikowano w ve v dne ora klockan kello aktualizacja giris yayin yayinlanma guncelleme tarihi
    saat son pukul tanggal ngay luc
    """.split()
)
"""What stands round a date: labels, prepositions, endings of ordinals."""

UNITS: Mapping[str, str] = MappingProxyType(
    {
        word: unit
        for unit, words in {
            "minutes": "minute minutes min mins minuto minutos minuti minuten minuut minut "
            "minuter minutter minuty minuta dakika menit minutami khvilin phut",
            "hours": "hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur "
            "uren time timer timme timmar godzine godzin godziny saat jam "
            "chas chasa chasov godin godini hodinami hodin sati sata gio",
            "days": "day days d tag tage tagen jour jours dia dias giorno giorni dag dagen dage "
            "dager dagar dni dzien gun hari "
            "dnia dnei dny dana",
            "weeks": "week weeks woche wochen semaine semaines semana semanas settimana "
            "settimane weken uge uger uke uker vecka veckor tydzien tygodnie hafta minggu",
            "months": "month months monat monate monaten mois mes meses mese mesi maand maanden "
            "maned maneder manad manader miesiac miesiace miesiecy ay bulan",
            "years": "year years yr yrs jahr jahre jahren an ans ano anos anno anni jaar jaren "
            "ar rok lata lat yil tahun",
        }.items()
        for word in words.split()
    }
)
"""Each word for a length of time, and what `relativedelta` calls it."""

AGO = frozenset(
    "ago vor y hace ha fa geleden atras siden sedan temu once lalu nazad tomu pred prije"
    " truoc".split()
)
"""Words that make a length of time a moment in the past: "hace 3 horas", "il y a 3 heures"."""

ONE = frozenset("a an one ein eine einem einer un une una um uma een en ett et".split())
"""Words for one: "an hour ago"."""

DAYS_BACK: Mapping[str, int] = MappingProxyType(
    dict.fromkeys("today heute aujourd'hui hoy oggi hoje vandaag idag".split(), 0)
    | dict.fromkeys("yesterday gestern hier ayer ieri ontem gisteren igar wczoraj dun".split(), 1)
)
"""Words for a day, and how many days ago it was."""


@lru_cache(maxsize=512)
def find_month(word: str) -> int | None:
    """Return the number of the one month that `word` names, or begins in three letters or more."""
    word = word.lower()
    for number, names in enumerate(MONTHS, 1):
        if word in names:
            return number
    begun = [n for n, names in enumerate(MONTHS, 1) if any(x.startswith(word) for x in names)]
    return begun[0] if len(begun) == 1 and len(word) >= 3 else None
