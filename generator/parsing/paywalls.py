"""Lines that stand where a text is cut off for those who haven't paid for the rest."""

import re

_READERS = r"(?:subscribers|members|premium|registered|paying|customers)"
_WORDS = re.compile(
    # English
    r"\b(?:already (?:a (?:subscriber|member)|subscribed)|to (?:continue|keep) reading|unlock this"
    r"|to read the (?:full|rest)|subscribers? only|start your free trial"
    rf"|this (?:article|story|content) is (?:only |exclusive(?:ly)? |available |reserved |just )*"
    rf"(?:for|to) (?:our |all )?{_READERS}"
    # German
    r"|(?:bereits|schon) (?:ein abo|abonnent|registriert|kunde)|nur für abonnenten"
    r"|(?:weiterlesen|alle artikel lesen|diesen artikel lesen) mit|jetzt weiterlesen"
    r"|exklusiv für (?:abo|premium|plus)|mit (?:einem|ihrem) (?:digital|probe|plus|premium)-?abo"
    # Romance languages
    r"|réservé (?:à nos|aux) abonnés|déjà abonné|il vous reste \d+ ?%|pour lire la suite"
    r"|(?:exclusivo|solo|sólo) para (?:suscriptores|assinantes)|ya eres suscriptor|já é assinante"
    r"|riservato agli abbonati|sei già abbonato|per continuare a leggere|para seguir leyendo"
    # Dutch, the Nordic languages, those of eastern Europe
    r"|alleen voor abonnees|al abonnee|(?:kun )?for abonnenter|för prenumeranter|vain tilaajille"
    r"|dla prenumeratorów|pro předplatitele|только для подписчиков)\b"
    # Japanese, Korean, Chinese
    r"|(?:会員|有料|購読者)(?:限定|会員|記事|向け)|会員登録(?:する)?と|残り\d+文字|続きを(?:読む|お読み)"
    r"|登録すると|電子版(?:が|に|の登録)|メールマガジン"
    r"|구독자 전용|회원 전용|로그인 후|订阅后阅读|會員專屬"
)


def is_paywall(text: str) -> bool:
    """Say whether a line, in lower case, asks readers to pay or to register for the rest."""
    return bool(_WORDS.search(text))
