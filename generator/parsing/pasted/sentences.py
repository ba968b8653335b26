"""Words and sentences, in scripts with spaces and without."""

import re

_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_STEM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}|\w{4,}")
_SENTENCE_END = re.compile(r"(?:[.!?。！？…‽؟।](?:[\"'”’“»«」』)\]]{0,3}|\s*\(\w{2,6}\))|[:;])$")


def count_words(text: str) -> int:
    """Return how many words `text` has; two signs of a script without spaces count as one."""
    return len(text.split()) + len(_WIDE.findall(text)) // 2


def ends_sentence(text: str) -> bool:
    """Say whether `text` ends as a sentence does, closing quotation marks or initials aside."""
    return bool(_SENTENCE_END.search(text.rstrip()[-12:]))


def find_stems(folded: str) -> frozenset[str]:
    """Return the beginnings of the longer words of folded text, which inflection leaves alone."""
    return frozenset(word[:5] for word in _STEM.findall(folded))
