"""The language of a text, told by its commonest words."""

import re
from collections.abc import Mapping
from types import MappingProxyType

LOOKED_AT = 20_000
"""The most characters of a text that are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

_COMMON: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        tag: frozenset(words.split())
        for tag, words in {
            "en": "the of and to in that is was for it with as his on be at by had not are from",
            "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als",
            "fr": "le la les des et en un une du est que qui dans pour il au sur ce par pas",
            "es": "el la los las de que y en un una por con para se del al es su lo como",
            "it": "il di che la e in per un è del della con non una sono dei nel alla gli si",
            "pt": "o a os as de que e do da em um uma não para com se no na por mais dos",
            "nl": "de het een van en in is dat op te zijn voor met die niet aan er om ook bij",
            "da": "og i at det er en til af på som for med den de ikke har han jeg af fra",
            "nb": "og i det er på en til som for med at av de ikke har den han om et fra",
            "sv": "och i att det som en på är av för med den till har de inte om ett han var",
            "pl": "i w na z do się nie że jest to o jak po od za przez dla są ale tym",
            "tr": "ve bir bu da de için ile olarak olan daha çok en gibi sonra kadar ise ne",
            "id": "yang dan di dari untuk dengan ini itu pada dalam tidak akan ke juga oleh",
            "cs": "a v se na je že o s z do to i ve pro jako za by ale po jsou",
            "hu": "a az és hogy nem is egy ez meg csak volt de mint már el még van",
            "fi": "ja on ei että se hän oli ovat myös mutta kun niin kuin joka ole sen",
            "vi": "và của là có trong được cho không với các một người những này đã khi",
        }.items()
    }
)
_SCRIPTS = (
    # The script, and the least share of the characters that it takes: Japanese is mostly Chinese.
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.05),
    ("ko", re.compile(r"[\uac00-\ud7af]"), 0.2),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.2),
    ("el", re.compile(r"[\u0370-\u03ff]"), 0.2),
    ("he", re.compile(r"[\u0590-\u05ff]"), 0.2),
    ("th", re.compile(r"[\u0e00-\u0e7f]"), 0.2),
    ("hi", re.compile(r"[\u0900-\u097f]"), 0.2),
)
_LEAST_SHARE = 0.05
_LEAST_LEAD = 1.1
_LEAST_WORDS = 12


def guess_language(text: str) -> str | None:
    """Return the BCP 47 tag of the language of `text`, or None where it can't be told.

    It is the language whose commonest words are the most of the text's by a clear lead; for
    scripts that one language uses, the script tells.
    """
    text = text[:LOOKED_AT]
    for tag, script, share in () if text.isascii() else _SCRIPTS:
        if len(script.findall(text)) > share * len(text):
            return tag
    words = [word.lower() for word in _WORD.findall(text)]
    counts = sorted((sum(word in common for word in words), tag) for tag, common in _COMMON.items())
    (second, _), (most, best) = counts[-2:]
    # Danish and Norwegian share most of these words: without a lead it would be a guess.
    sure = most >= _LEAST_SHARE * len(words) and most >= _LEAST_LEAD * second
    return best if sure and len(words) >= _LEAST_WORDS else None
