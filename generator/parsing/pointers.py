"""Lines that lead elsewhere: to other articles, to the site's own buttons, to its newsletters.

These are words for readers, in the languages of the press. A text in another language keeps such
lines, unless the page is built so that they show.
"""

import re
from collections.abc import Iterable

from generator.parsing.paywalls import PAYWALLS
from generator.parsing.widgets import is_widget
from generator.parsing.wordings import Wordings, make_phrases, make_wordings

PROMOTION_LENGTH = 450
"""The most characters of a line that does nothing but promote the site."""

_LEADS = (
    # English
    r"(?:please )?read (?:more|also|next|on)|see (?:also|more)|more (?:on this|about|from|stories)"
    r"|more|related(?: (?:articles?|stories|news|topics|content))?|recommended(?: for you)?|listen"
    r"|don'?t miss|watch(?: now)?|up next|trending(?: now)?|most (?:read|popular)|explore further"
    # German
    r"|lesen sie (?:auch|hier|mehr|dazu)|lies auch|mehr (?:zum thema|dazu|infos?|lesen)|mehr"
    r"|auch interessant|das könnte sie (?:auch )?interessieren|siehe auch|passend dazu"
    # French
    r"|(?:à )?lire (?:aussi|également|la suite|plus)|voir aussi|sur le même (?:sujet|thème)"
    # Spanish, Italian, Portuguese
    r"|lee? también|leer más|lea también|ver también|más (?:información|noticias)"
    r"|te puede interesar|leggi anche|leggi (?:di più|tutto)|approfondisci|guarda anche|vedi anche"
    r"|leia (?:também|mais)|veja (?:também|mais)|saiba mais"
    # Dutch and the Nordic languages
    r"|lees (?:ook|meer|verder)|bekijk ook|les også|les mer|se også|läs (?:också|även|mer|vidare)"
    r"|læs også|læs mere|lue (?:myös|lisää)"
    # Languages of eastern Europe
    r"|czytaj (?:też|także|więcej|dalej)|zobacz (?:też|także)|čtěte (?:také|více)|přečtěte si"
    r"|olvassa el|читайте (?:также|ещё|еще)|смотрите также|читайте також|citește și"
    r"|taip pat skaitykite"
    # Turkish, Indonesian, Vietnamese, Arabic, and those of East Asia
    r"|ilgili haberler|baca juga|simak juga|xem thêm|đọc thêm|اقرأ أيضا|関連記事|あわせて読みたい"
    r"|관련 ?기사|相关阅读|延伸閱讀"
)
_POINTER = re.compile(rf"\W{{0,4}}(?:{_LEADS})\b\W{{0,3}}", re.IGNORECASE)
_POINTER_TO = re.compile(rf"\W{{0,4}}(?:{_LEADS})(?: [^:]{{1,40}})?\s?[:：|→»>]", re.IGNORECASE)

_LABEL = re.compile(
    r"\W*(?:advertisement|anzeige|werbung|publicité|publicidad|reklam[ae]?|annonse|iklan"
    r"|article content|story continues(?: below)?|share(?: this)?(?: (?:article|story))?|teilen"
    r"|partager|compartir|condividi|copy link|link copied|print|drucken|imprimir|save|comments?"
    r"|(?:advertisement\W+)?(?:article|story) continues? (?:below|after)"
    r"(?: (?:this |the )?(?:ad|advert|advertisement))?|continue reading below"
    r"|\d+ comments?|kommentare?|commentaires?|tags?|topics?|schlagwörter|etiketler|image source"
    r"|loading|wird geladen|chargement|cargando|like this|gefällt mir|j’aime|me gusta"
    r"|close|sign in|log in|subscribe|follow us|play video|video|photos?)\W*",
    re.IGNORECASE,
)
_PHRASES = (
    # English
    "newsletter", "follow us", "follow @", "join us on", "like us on", "our website is",
    "bookmark our", "chat with us", "got a story?", "got a tip?", "get in touch",
    "like this story?", "for more stories like this", "found an error",
    "affiliate commission", "affiliate links", "affiliate advertising", "all rights reserved",
    "privacy policy", "external content", "click here to",
    # German
    "alle rechte vorbehalten", "datenschutzerklärung", "datenschutzeinstellung", "affiliate-links",
    "externer inhalt", "externen inhalt", "externe inhalt", "folgen sie", "abonnieren",
    "whatsapp-kanal", "whatsapp channel", "fehler gefunden", "ihre meinung ist uns wichtig",
    "ihr feedback", "originalartikel auf englisch", "artikel gefallen",
    # Languages of the Romance family
    "todos los derechos", "suscríbete", "síguenos", "tous droits réservés", "abonnez-vous",
    "suivez-nous", "tutti i diritti", "iscriviti", "seguici", "siga-nos",
    # Others
    "подписывайтесь на", "підписуйтесь на", "підписуйтеся на",
    "abonneer", "prenumerera", "zaprenumeruj", "無断転載", "무단 전재", "무단전재",
)  # fmt: skip
_PROMOTING = make_wordings(
    {
        " up ": r"\bsign(?:ing)? up (?:for|to|here|now)\b",
        "subscribe ": r"\bsubscribe (?:to|now|here|for)\b",
        " app": r"\b(?:our (?:free )?|unsere[rn]? )app\b",
        "reader-": r"\breader-supported\b",
        "paid ": r"\bpaid subscriber\b",
        "your inbox": r"\b(?:straight|delivered|direct(?:ly)?|sent|stories|news|updates|headlines)"
        r"\b.{0,60}\b(?:to|in|into) your inbox\b",
        "consider ": r"\bconsider (?:supporting us|(?:making )?a donation|donating to us)\b",
        "receive ": r"\breceive new posts\b",
        "follow ": r"\bfollow .{1,40} on"
        r" (?:twitter|x|facebook|instagram|youtube|whatsapp|tiktok)\b",
    }
)
_PLAYED = re.compile(r"\b\d{1,2}:\d{2} ?(?:min\b\.?|minutes?|minuten|分)\W*$", re.IGNORECASE)
"""How long a film or a recording lasts, below what it shows."""

PROMOTION = make_phrases(_PHRASES) | _PROMOTING | PAYWALLS
"""What a line says that promotes the site, among them what it has for those who pay."""

_RULE = re.compile(r"[\s_*=~–—•·#+-]+")
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:[\w ]{1,20}[:：]\s*)?(?:\S+@\S+\.\S+|@\w+|(?:https?://|www\.|twitter\.com/)\S+)"
)


def is_pointer(text: str) -> bool:
    """Say whether a line does nothing but lead to another article: `Read more: …`."""
    return bool(_POINTER_TO.match(text) or _POINTER.fullmatch(text))


def is_label(text: str) -> bool:
    """Say whether a line is a button or a label of the site."""
    return len(text) < 40 and bool(_LABEL.fullmatch(text))


def find_promotion(lines: Iterable[str]) -> Wordings:
    """Return what of promotion may be said in any of `lines`, to look for no more in each."""
    return PROMOTION.among(line for line in lines if len(line) <= PROMOTION_LENGTH)


def is_promotion(text: str, promotion: Wordings = PROMOTION) -> bool:
    """Say whether a line promotes the site, claims its rights or gives its address."""
    if len(text) > PROMOTION_LENGTH:
        return False
    said = text.lower()
    promotes = promotion.stand_in(said) or (":" in said[-40:] and _PLAYED.search(said[-40:]))
    return bool(promotes or _RIGHTS.match(text) or _CONTACT.fullmatch(text))


def is_address(text: str) -> bool:
    """Say whether a line is an address, of a page or for letters, and nothing else."""
    return bool(_CONTACT.fullmatch(text))


def is_rule(text: str) -> bool:
    """Say whether a line is a rule drawn in characters, as agencies set below a story: `___`."""
    return bool(_RULE.fullmatch(text))


def leads_elsewhere(text: str, promotion: Wordings = PROMOTION) -> bool:
    """Say whether a line leads to another article or to the site, by any of these signs."""
    if is_label(text) or is_promotion(text, promotion) or is_widget(text):
        return True
    return len(text) < 250 and is_pointer(text)
