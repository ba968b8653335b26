"""Lines that stand where a text is cut off for those who haven't paid for the rest."""

from generator.parsing.wordings import make_wordings

_READERS = r"(?:subscribers|members|premium|registered|paying|customers)"
_WORDS = {
    # English
    "already": r"already (?:a (?:subscriber|member)|subscribed)",
    " reading": r"to (?:continue|keep) reading",
    "unlock": r"unlock this",
    "to read the": r"to read the (?:full|rest)",
    "subscriber": r"subscribers? only",
    "free trial": r"start your free trial",
    "this ": rf"this (?:article|story|content) is"
    rf" (?:only |exclusive(?:ly)? |available |reserved |just )*(?:for|to) (?:our |all )?{_READERS}",
    # German
    "bereits": r"bereits (?:ein abo|abonnent|registriert|kunde)",
    "schon": r"schon (?:ein abo|abonnent|registriert|kunde)",
    "nur für": r"nur für abonnenten",
    "lesen mit": r"(?:weiterlesen|alle artikel lesen|diesen artikel lesen) mit",
    "jetzt weiter": r"jetzt weiterlesen",
    "exklusiv": r"exklusiv für (?:abo|premium|plus)",
    "abo": r"mit (?:einem|ihrem) (?:digital|probe|plus|premium)-?abo",
    # Romance languages
    "réservé": r"réservé (?:à nos|aux) abonnés",
    "déjà": r"déjà abonné",
    "vous reste": r"il vous reste \d+ ?%",
    "la suite": r"pour lire la suite",
    "para s": r"(?:exclusivo|solo|sólo) para suscriptores",
    "para a": r"(?:exclusivo|solo|sólo) para assinantes",
    "ya eres": r"ya eres suscriptor",
    "já é": r"já é assinante",
    "riservato": r"riservato agli abbonati",
    "abbonato": r"sei già abbonato",
    "a leggere": r"per continuare a leggere",
    "leyendo": r"para seguir leyendo",
    # Dutch, the Nordic languages, those of eastern Europe
    "alleen": r"alleen voor abonnees",
    "abonnee": r"al abonnee",
    "abonnenter": r"(?:kun )?for abonnenter",
    "prenumeranter": r"för prenumeranter",
    "tilaajille": r"vain tilaajille",
    "prenumeratorów": r"dla prenumeratorów",
    "předplatitele": r"pro předplatitele",
    "подписчиков": r"только для подписчиков",
}
_UNSPACED_WORDS = {
    # Japanese, Korean, Chinese
    "会員": r"会員(?:限定|会員|記事|向け)|会員登録(?:する)?と",
    "有料": r"有料(?:限定|会員|記事|向け)",
    "購読者": r"購読者(?:限定|会員|記事|向け)",
    "残り": r"残り\d+文字",
    "続きを": r"続きを(?:読む|お読み)",
    "登録する": r"登録すると",
    "電子版": r"電子版(?:が|に|の登録)",
    "メールマガジン": r"メールマガジン",
    "구독자": r"구독자 전용",
    "회원": r"회원 전용",
    "로그인": r"로그인 후",
    "订阅": r"订阅后阅读",
    "會員": r"會員專屬",
}

PAYWALLS = make_wordings(
    {core: rf"\b(?:{form})\b" for core, form in _WORDS.items()} | _UNSPACED_WORDS
)
"""What a line says that asks readers to pay or to register for the rest."""
