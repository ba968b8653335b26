"""What the address of a page says of its kind."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

ADDRESS_LIMIT = 2_000
"""The most characters of an address that are looked at."""

SEARCH = frozenset(
    """search searchresults search-results suche suchergebnis suchergebnisse recherche rechercher
    buscar busca busqueda buscador resultados pesquisa ricerca cerca zoeken zoekresultaten sok sog
    haku szukaj wyszukiwarka wyszukiwanie hledat hledani vyhledavani vyhladavanie kereses cautare
    pretraga iskanje arama ara poisk otsing paieska meklet buscador-noticias tim-kiem cari
    pencarian""".split()
)
_QUERY_KEYS = frozenset(
    "q query search searchterm search_query searchword keyword keywords suche suchbegriff s".split()
)
LOGIN = frozenset(
    """login log-in signin sign-in logon account accounts myaccount my-account register registration
    auth sso anmelden anmeldung registrieren konto connexion se-connecter identification compte
    iniciar-sesion acceso entrar inloggen aanmelden accedi logga-in log-ind logg-inn kirjaudu
    logowanie zaloguj prihlaseni prihlasenie bejelentkezes belepes autentificare prijava giris
    users user-login wp-login""".split()
)
CONSENT = frozenset(
    """consent cookie cookies cookie-consent cookiewall cookie-wall gdpr privacy-gate privacygate
    privacy-settings zustimmung consentement consentimiento consenso toestemming samtycke samtykke
    collectconsent""".split()
)
MISSING = frozenset(
    "404 403 410 500 error errors notfound not-found not_found page-not-found pagenotfound".split()
)
_LISTS = frozenset(
    """tag tags topic topics thema themen theme themes tema temas category categories categoria
    categorie kategorie kategorien kategoria section sections rubrik rubriken rubrique rubriques
    seccion sezione author authors autor autoren auteur auteurs autore people profile staff archive
    archives archiv archivo archivio arkiv page label labels keyword keywords etiqueta
    etiquetas""".split()
)
FRONTS = frozenset(
    """latest latest-news news newsticker ticker actualites ultimas-noticias ultime-notizie
    breaking-news most-read home index start startseite front frontpage archive archives""".split()
)
LETTERS = frozenset(
    """newsletter newsletters newsletter-signup newsletter-anmeldung boletines boletin nieuwsbrief
    nyhetsbrev nyhedsbrev hirlevel e-bulten""".split()
)
PAPERS = frozenset("epaper e-paper eedition e-edition print-edition todays-paper".split())
TABLES = frozenset(
    """weather wetter meteo tiempo el-tiempo tempo weer vader vejr pogoda pocasi idojaras
    hava-durumu stocks stock quotes quote markets market-data boerse borse kurse bourse
    bolsa borsa beurs kurs tv-listings fernsehprogramm tv-programm programme-tv
    exchange-rates horoscope horoskop""".split()
)
LEGAL = frozenset(
    """privacy privacy-policy privacypolicy privacy_policy privacy-notice privacy-statement
    data-protection datenschutz datenschutzerklaerung datenschutzerklärung datenschutzhinweise
    impressum imprint agb nutzungsbedingungen terms terms-of-use terms-of-service termsofuse tos
    terms-and-conditions legal legal-notice disclaimer cookie-policy cookies-policy accessibility
    accessibility-statement barrierefreiheit mentions-legales politique-de-confidentialite
    confidentialite donnees-personnelles cgu cgv conditions-generales aviso-legal
    politica-de-privacidad politica-privacidad privacidad politica-de-cookies
    terminos-y-condiciones condiciones-de-uso informativa-privacy note-legali
    politica-de-privacidade termos-de-uso privacybeleid privacyverklaring algemene-voorwaarden
    colofon integritetspolicy personuppgifter personvern privatlivspolitik tietosuoja
    tietosuojaseloste kayttoehdot polityka-prywatnosci regulamin ochrana-osobnich-udaju
    ochrana-osobnych-udajov adatvedelem adatkezelesi-tajekoztato impresszum gizlilik-politikasi
    kunye politika-privatnosti kebijakan-privasi""".split()
)
SERVICE = frozenset(
    """about about-us aboutus about_us about-me aboutme ueber-uns uber-uns über-uns ueber-mich
    ueber kontakt kontaktformular contact contact-us contactus contact_us contacts advertise
    advertising advertise-with-us media-kit mediadaten werben subscribe subscription subscriptions
    abo abonnement abonnements abonnieren membership donate help help-center faq faqs hilfe
    careers sitemap a-propos apropos qui-sommes-nous contactez-nous nous-contacter s-abonner
    quienes-somos sobre-nosotros acerca-de contacto suscripciones suscribete publicidad ayuda
    chi-siamo contatti abbonamenti abbonati quem-somos sobre sobre-nos contato fale-conosco assine
    anuncie expediente over-ons abonneren adverteren om-oss kontakta-oss prenumerera om-os
    kontakt-os yhteystiedot mediatiedot o-nas prenumerata reklama kontakty predplatne inzerce
    rolunk kapcsolat despre-noi publicitate hakkimizda iletisim tentang-kami hubungi-kami
    lien-he""".split()
)
_GROUPS = LEGAL | SERVICE | frozenset("page pages info service services company static p".split())
_ENDING = re.compile(r"\.(?:x?html?|shtml|php|aspx?|jsp|cms|do)$")
_LANGUAGE = 2
_DAY = re.compile(r"(?:19|20)\d\d(?:[01]?\d(?:[0-3]?\d)?)?|[0-3]?\d")
_DESK = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_NUMBERS = frozenset(["id", "p", "article", "articleid", "artid", "aid"])


@dataclass(frozen=True, slots=True)
class Address:
    """The host of a page, the parts of its path in lower case, and what it asks for."""

    host: str = ""
    parts: tuple[str, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()

    def has(self, words: frozenset[str]) -> bool:
        """Say whether a part of the path is one of `words`, or the host begins with one."""
        return not words.isdisjoint([*self.parts, self.host.partition(".")[0]])

    def ends_in(self, words: frozenset[str]) -> bool:
        """Say whether the path is one of `words`, below no more than a language or such words."""
        *outer, last = self.parts or ("",)
        return last in words and all(part in _GROUPS or len(part) == _LANGUAGE for part in outer)

    @property
    def query(self) -> str:
        """The words that were searched for, or ""."""
        # WordPress searches from its front page, `/?s=harbour`; deeper in a site such a key means
        # anything.
        found = (value for key, value in self.asked if key in _QUERY_KEYS and len(value) > 1)
        return next(found, "") if self.has(SEARCH) or len(self.parts) <= 1 else ""

    @property
    def names_article(self) -> bool:
        """Whether this is as long or as numbered as the address of one article."""
        last = self.parts[-1] if self.parts else ""
        numbered = any(key in _NUMBERS for key, _ in self.asked)
        # Headlines make long slugs, and the numbers of content systems are longer than a year's.
        return numbered or len(re.findall(r"[-_]", last)) >= 3 or bool(re.search(r"\d{5}", last))

    @property
    def lists(self) -> bool:
        """Whether this is a front page's, a section's, a topic's, an author's or a day's."""
        if self.names_article or not self.host:
            return False
        if not self.parts or self.parts[-1] in FRONTS or not _LISTS.isdisjoint(self.parts[-2:]):
            return True
        dated = all(_DAY.fullmatch(part) for part in self.parts)
        # /news/ or /news/europe/
        return dated or (len(self.parts) <= 2 and all(map(_DESK.fullmatch, self.parts)))


def read_address(url: str | None) -> Address:
    """Return what an address has, nothing for none."""
    try:
        parts = urlsplit((url or "")[:ADDRESS_LIMIT])
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return Address()
    path = (unquote(part).lower() for part in parts.path.split("/") if part)
    asked = ((key.lower(), value) for key, value in parse_qsl(parts.query)[:20])
    return Address(host, tuple(_ENDING.sub("", part) for part in path), tuple(asked))
