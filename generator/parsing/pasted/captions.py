"""Captions of pictures, and the credits in them."""

import re

CAPTION_LIMIT = 900
"""The most characters of a caption."""

CREDIT_LIMIT = 160
"""The most characters of a credit."""

_MARKS = (
    r"(?:photo(?:graph|grapher)?s?|pictures?|pics?|images?|credit|foto|fotos|fotografia|bild|bilder"
    r"|quelle|source|file|illustration|grafik|graphic|collage|crédits?|créditos?|courtesy|copyright"
    r"|ap|afp|reuters|getty|dpa|epa|efe|ansa|pa|upi|imago|shutterstock|istock|alamy"
    r"|picture alliance|via|handout)"
)
_AGENCIES = (
    r"(?:getty images|reuters|afp|ap photo|imago(?: images)?|shutterstock|dpa|picture alliance"
    r"|alamy)(?:/[\w .&-]{2,40})?"
)
_LABEL = (
    r"(?:photo(?:graph)?s?|pictures?|images?|credit|foto(?:s|\(s\))?|bild|quelle|source"
    r"|copyright|crédits? photo|crédito|illustration|grafik|fotografías?|写真|撮影|사진)"
    r"(?: (?:credit|source|by|von|de|di))?\s?[:：/|]|©"
)
# The credit in brackets at the end: "(Jane Roe/The Paper via AP, File)", "[File: Reuters]".
_BRACKETS = re.compile(
    rf"[(\[](?P<credit>(?:[^()\[\]]*\b)?{_MARKS}\b[^()\[\]]*|©[^()\[\]]*)[)\]]$",
    re.IGNORECASE,
)
# A photographer and an outlet in brackets: "(Jane Roe / The Paper)".
_SHARED = re.compile(
    r"[(\[](?P<credit>[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,3}"
    r"\s?/\s?[A-ZÀ-Þ][^()\[\]/]{2,60})[)\]]$"
)
# The number of a picture among others: "1 of 4 | ".
_NUMBERED = re.compile(r"\d{1,3} (?:of|von|de|di|sur) \d{1,3} \| ?")
# The credit after its label: "… Photo: Jane Roe", "… | Foto: dpa".
_LABELLED = re.compile(
    rf"\s*(?:\|\s*)?(?<!\w)(?:{_LABEL}|photo by|image by)\s?"
    r"(?P<credit>.{1,80}[^.!?:]|[\w ]{2,20}\.)$",
    re.IGNORECASE,
)
# The credit after the last sentence: "… in Rome. Jane Roe/AFP", "… on Monday. REUTERS".
_TRAILING = re.compile(
    rf"(?<=[\w.!?”\"])\s(?P<credit>(?i:{_AGENCIES})|(?<=[a-zß-ÿ0-9]{{3}}\.\s)"
    r"[A-ZÀ-Þ][\w'’.-]+(?:[ /][A-ZÀ-Þ][\w'’.-]+){1,4})$"
)
_FILE = re.compile(r"(?:file|archiv|fichier)(?: photo)?\s?[-–—:]\s", re.IGNORECASE)
# A caption as the Associated Press writes it: "… in Birmingham, Alabama, April 14, 2024."
_DATED = re.compile(
    r".{20,}[^.!?],\s(?:[A-Z][a-z]+day,\s)?(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*"
    r"\.?\s\d{1,2},\s(?:19|20)\d\d(?:,\s(?:in|at|near)\s[^.]{2,60})?\."
)
_CREDIT_ONLY = re.compile(
    rf"(?:{_LABEL})\s?(?:.{{2,120}})?|(?:foto|photo|bild|image|picture|credit|quelle|source)s?"
    rf"|(?:photo|image|picture|foto|bild) (?:by|von|de|di|courtesy)\b.{{2,100}}|{_AGENCIES}"
    rf"|(?:[\w'’-]|\b\w\.|\.(?! \w{{3}})| ){{2,40}}\s?/\s?(?:{_AGENCIES}|ap|epa|efe|ansa|pa)"
    rf"|[(\[](?:[^()\[\]]*\b)?{_MARKS}\b[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(
    rf"^(?:(?:{_LABEL}|file:|foto:?$|photo:?$|bild:?$)\s*)+"
    r"|(?:photo|image|picture|foto|bild) (?:by|von)\s",
    re.IGNORECASE,
)


def is_credit(text: str) -> bool:
    """Say whether a line says whose a picture is, and nothing else."""
    return len(text) <= CREDIT_LIMIT and bool(_CREDIT_ONLY.fullmatch(text))


def is_caption(text: str) -> bool:
    """Say whether a line describes a picture and says whose it is, or that it is from the files."""
    if len(text) > CAPTION_LIMIT:
        return False
    dated = len(text) <= 400 and _DATED.fullmatch(text)
    return bool(_FILE.match(text) or dated) or split_credit(text)[1] is not None


def split_credit(text: str) -> tuple[str, str | None]:
    """Return a caption without number and credit, and the credit, or None where it has none."""
    text = _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
    tail = text[-CREDIT_LIMIT:]
    for form in (_BRACKETS, _SHARED, _LABELLED, _TRAILING):
        found = form.search(tail)
        if found and len(text) - len(tail) + found.start() >= 8:
            return text[: len(text) - len(tail) + found.start()].strip(), clean_credit(
                found["credit"]
            )
    return text, None


def clean_credit(text: str) -> str:
    """Return a credit without its label and brackets; a label alone gives nothing."""
    return _LABEL_ONLY.sub("", text.strip(" ()[].|")).strip(" ()[]|:")
