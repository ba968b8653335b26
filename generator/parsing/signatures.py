"""The lines of a page that sign its article: who wrote it, and when it was published."""

from generator.dates import parse_date
from generator.parsing.pasted.signatures import is_signature, says_published

LINE_LIMIT = 250
"""The most characters of such a line."""

_SENTENCE_WORDS = 2


def signs(text: str) -> bool:
    """Say whether a line signs an article, and is no sentence such as "By Monday it was gone."."""
    if len(text) > LINE_LIMIT or not is_signature(text):
        return False
    if not text.endswith((".", "!", "?")):
        return True
    small = sum(word[0].islower() for word in text.split())
    return small < _SENTENCE_WORDS or says_published(text) or parse_date(text) is not None
