"""The lines of a page that sign its article: who wrote it, and when it was published."""

import re
from functools import lru_cache

from generator.dates import parse_date
from generator.parsing.pasted.signatures import is_signature, says_published

WORDS_LIMIT = 24
"""The most words of such a line: a byline and two dates with their times have no more."""

LINE_LIMIT = 250
"""The most characters of such a line."""

_ENDS = (".", "!", "?", "”", '"')
_SENTENCE_WORDS = 2
_DATE_LENGTH = 60
_DIGIT = re.compile(r"\d")


# An obituary closes with who its subject was, between two dates that are no times of publication.
_LIFE = re.compile(
    r"\b(?:born|died|geboren|gestorben|verstorben|née?|décédée?|mort|nació|murió|falleció|nacid[oa]"
    r"|nat[oa] (?:a|il|nel)|mort[oa] (?:a|il|nel)|nascid[oa]|nasceu|morreu|faleceu|overleden|född"
    r"|død|døde|født|syntynyt|kuollut|urodzon[ya]|zmarł[ay]?|narozen[aá]?|zemřel[aá]?|родил\w+|умер\w*"
    r"|скончал\w+)\b|†"
    # And what is announced says when it will be: "When: Saturday, 4 May 2024, 10 am".
    r"|^(?:when|wann|quand|cuándo|quando|wanneer|kiedy|beginn|begin|start)\s?[:：]",
    re.IGNORECASE,
)


def signs(text: str) -> bool:
    """Say whether a line signs an article, and is no sentence such as "By Monday it was gone."."""
    return len(text) <= LINE_LIMIT and _signs(text)


@lru_cache(maxsize=4096)
def _signs(text: str) -> bool:
    """Say so of a line that is short enough; a dozen rules ask about each line of a page."""
    words = text.split()
    if len(words) > WORDS_LIMIT or _is_sentence(text, words) or not is_signature(text):
        return False
    return not _LIFE.search(text)


def _is_sentence(text: str, words: list[str]) -> bool:
    """Say whether a line is set as a sentence, and isn't one that says when it was published."""
    if not text.endswith(_ENDS) or sum(word[0].islower() for word in words) < _SENTENCE_WORDS:
        return False
    may_be_date = len(text) <= _DATE_LENGTH and _DIGIT.search(text)
    return not says_published(text) and not (may_be_date and parse_date(text))
