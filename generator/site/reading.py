"""Tell how long a story takes to read."""

import re

WORDS, CHARACTERS = 230, 500
"""How much is read in a minute: words, or the characters of a script that sets no spaces.

After Brysbaert (2019), 238 words of English non-fiction, and Trauzettel-Klosinski and Dietz (2012)
for Chinese and Japanese, each a little slower.
"""

LONG = 4
"""The minutes from which a story is a long read."""

_UNSPACED = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def count_minutes(text: str) -> int | None:
    """Return the minutes that a long read takes, or None for a shorter one."""
    characters = 0 if text.isascii() else len(_UNSPACED.findall(text))
    words = len((_UNSPACED.sub(" ", text) if characters else text).split())
    minutes = round(words / WORDS + characters / CHARACTERS)
    return minutes if minutes >= LONG else None
