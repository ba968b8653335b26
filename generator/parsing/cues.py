"""Words by which pages mark what is no part of an article, in the languages of the press.

Class names and ids are written by programmers, and nearly always in English; lines that lead
elsewhere are written for readers, in theirs.
"""

import re
from functools import lru_cache
from typing import NamedTuple

NAMES_LIMIT = 500
"""The most characters of an element's class names that are looked at."""


class Mark(NamedTuple):
    """A word that marks a box as furniture, unless it holds more than `share` of the prose.

    Whatever it is named, the box that holds most of what there is to read is the text.
    """

    word: str
    share: float


_NEVER_TEXT = r"cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics"
_OTHER_TEXTS = (
    r"comment|disqus|livefyre|viafoura|footer|most-?read|popular|recirc|recommend|related|trending"
)
_FURNITURE_BEGINS = (
    r"advert|author|biograph|breadcrumb|byline|copyright|donat|factbox|hovercard|infobox|keyword"
    r"|masthead|navigation|newsletter|outbrain|paginat|playlist|popup|promo|readmore|readnext"
    r"|sharebar|sharing|signup|sponsor|subscri|taboola|toolbar"
)
_FURNITURE = (
    r"ad|ads|adv|adslot|anzeige|werbung|publicidad|bio|credits|cta|facts|gallery|latest|menu|modal"
    r"|nav|navbar|player|share|shares|social|socials|syndication|tag|tags|taglist"
)
_DOUBTFUL = r"banner|cards?|captions?|carousel|hidden|overlay|piano|sidebar|teasers?"

_MARKS = (
    (re.compile(rf"(?<![a-z])(?:{_NEVER_TEXT})"), 0.9),
    (re.compile(rf"(?<![a-z])(?:{_OTHER_TEXTS})"), 0.7),
    (re.compile(rf"(?<![a-z])(?:(?:{_FURNITURE_BEGINS})|(?:{_FURNITURE})(?![a-z]))"), 0.3),
    (re.compile(rf"(?<![a-z])(?:{_DOUBTFUL})(?![a-z])"), 0.2),
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(
    r"(?<![a-z])(?:tooltip|hover-?card|sr-only|visually-?hidden|screen-?reader|off-?screen)",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"image|img|media|photo|picture|bild|foto|figure|caption|lightbox|legend|thumb|gallery"
)
_STANDFIRST = re.compile(
    r"(?<![a-z])(?:dek|deck|standfirst|stand-first|sub-?(?:title|head|headline|line)|strapline"
    r"|summary|excerpt|abstract|intro|lead(?!er)|lede|teaser|chapo|chapeau|sottotitolo|sommario"
    r"|vorspann|untertitel|entradilla|bajada|subtitulo|ingress|manchet|perex|description)"
    r"|(?:sub|bottom|article)(?:title|headline|deck)|(?<=[a-z])(?:lead|intro|dek|summary)(?![a-z])"
)
_KICKER = re.compile(
    r"(?<![a-z])(?:kicker|eyebrow|overline|over-?title|over-?head|topline|top-?title|dachzeile"
    r"|spitzmarke|roofline|antetitulo|antetitulo|volanta|occhiello|surtitre|pre-?title|rubric)"
)


@lru_cache(maxsize=20_000)
def find_mark(names: str) -> Mark | None:
    """Return what class names and ids say against a box being text, the strongest word first."""
    words = _CAMEL.sub(" ", names[:NAMES_LIMIT]).lower()
    for pattern, share in _MARKS:
        if found := pattern.search(words):
            return Mark(found[0], share)
    return None


@lru_cache(maxsize=20_000)
def is_unseen(names: str) -> bool:
    """Say whether class names mark words within a line that no reader sees."""
    return bool(_UNSEEN.search(names[:NAMES_LIMIT]))


@lru_cache(maxsize=20_000)
def marks_picture(names: str) -> bool:
    """Say whether class names mark a box round a picture and its words."""
    return bool(_PICTURE.search(names[:NAMES_LIMIT].lower()))


def marks_standfirst(names: str) -> bool:
    """Say whether class names mark a standfirst."""
    return bool(_STANDFIRST.search(_CAMEL.sub(" ", names[:NAMES_LIMIT]).lower()))


def marks_kicker(names: str) -> bool:
    """Say whether class names mark a kicker."""
    return bool(_KICKER.search(_CAMEL.sub(" ", names[:NAMES_LIMIT]).lower()))


# ── Lines that lead elsewhere ────────────────────────────────────────────────────────────────

_POINTERS = (
    r"(?:please )?read (?:more|also|next|on)|see (?:also|more)|more (?:on this|about|from|stories)"
    r"|more|related(?: (?:articles?|stories|news|topics|content))?|recommended(?: for you)?"
    r"|don'?t miss|watch(?: now)?|listen|up next|trending(?: now)?|most (?:read|popular)|explore further"
    r"|lesen sie (?:auch|hier|mehr|dazu)|lies auch|mehr (?:zum thema|dazu|infos?|lesen)|mehr"
    r"|auch interessant|das könnte sie (?:auch )?interessieren|siehe auch|passend dazu"
    r"|(?:à )?lire (?:aussi|également|la suite|plus)|voir aussi|sur le même (?:sujet|thème)"
    r"|lee? también|leer más|lea también|ver también|más (?:información|noticias)|te puede interesar"
    r"|leggi anche|leggi (?:di più|tutto)|approfondisci|guarda anche|vedi anche"
    r"|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lees (?:ook|meer|verder)|bekijk ook"
    r"|les også|les mer|se også|läs (?:också|även|mer|vidare)|læs også|læs mere|lue (?:myös|lisää)"
    r"|czytaj (?:też|także|więcej|dalej)|zobacz (?:też|także)|čtěte (?:také|více)|přečtěte si"
    r"|olvassa el|читайте (?:также|ещё|еще)|смотрите также|читайте також|citește și"
    r"|baca juga|simak juga|xem thêm|đọc thêm|taip pat skaitykite|ilgili haberler|関連記事|あわせて読みたい"
    r"|관련 ?기사|相关阅读|延伸閱讀|اقرأ أيضا"
)
_POINTER = re.compile(rf"\W{{0,4}}(?:{_POINTERS})\b\W{{0,3}}", re.IGNORECASE)
_POINTER_TO = re.compile(rf"\W{{0,4}}(?:{_POINTERS})(?: [^:]{{1,40}})?\s?[:：|→»>]", re.IGNORECASE)

_INTERFACE = re.compile(
    r"\W*(?:advertisement|anzeige|werbung|publicité|publicidad|reklam[ae]?|annonse|iklan|article"
    r" content|story continues(?: below)?|share(?: this)?(?: (?:article|story))?|teilen|partager"
    r"|compartir|condividi|copy link|link copied|print|drucken|imprimir|save|comments?|\d+ comments?"
    r"|kommentare?|commentaires?|tags?|topics?|schlagwörter|etiketler|image source|loading|close"
    r"|sign in|log in|subscribe|follow us|play video|video|photos?)\W*",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"newsletter|sign(?:ing)? up (?:for|to|here|now)|subscribe (?:to|now|here|for)|our (?:free )?app\b"
    r"|follow (?:us|@\w+)|follow .{1,40} on (?:twitter|x|facebook|instagram|youtube|whatsapp|tiktok)"
    r"|(?:join|like) us on|our website is|bookmark our|all rights reserved|alle rechte vorbehalten"
    r"|todos los derechos|tous droits réservés|tutti i diritti|got a (?:story|tip)\?|get in touch"
    r"|chat with us|like this story\?|click here to|affiliate (?:commission|links?)|provision|cookies?\b"
    r"|privacy policy|datenschutz|externe[rn]? inhalt|external content|personenbezogene daten"
    r"|abonnieren|abonnez-vous|suscríbete|iscriviti|abonneer|prenumerera|zaprenumeruj"
    r"|suivez-nous|síguenos|seguici|siga-nos|folgen sie|whatsapp-?(?:kanal|channel)|無断転載|무단 ?전재",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright\b|&copy;|<?copyright)", re.IGNORECASE)
_CONTACT = re.compile(r"(?:[\w ]{1,20}[:：]\s*)?(?:\S+@\S+\.\S+|@\w+|(?:https?://|www\.|twitter\.com/)\S+)")


def is_pointer(text: str) -> bool:
    """Say whether a line does nothing but lead to another article: `Read more: …`."""
    return bool(_POINTER_TO.match(text) or _POINTER.fullmatch(text))


def is_interface(text: str) -> bool:
    """Say whether a line is a button or a label of the site."""
    return len(text) < 40 and bool(_INTERFACE.fullmatch(text))


def is_promotion(text: str) -> bool:
    """Say whether a line promotes the site, claims its rights or gives its address."""
    if len(text) > 450:
        return False
    return bool(_RIGHTS.match(text) or _CONTACT.fullmatch(text) or _PROMOTION.search(text))
