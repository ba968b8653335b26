"""Cut the words of a story round the first of those that were searched for."""

from collections.abc import Set
from typing import TypeAlias

from generator.search.lexicon import Lexicon

LENGTH = 30
"""How many words a snippet has."""

_BEFORE = 8
_TRIES = 200

_Found: TypeAlias = list[tuple[frozenset[str], int, int]]


def cut_snippet(text: str, wanted: Set[str], lexicon: Lexicon) -> str:
    """Return about thirty words of `text`: those round the first place rich in wanted terms.

    Without a wanted word they are the first of the text.
    """
    found = [(terms & wanted, start, end) for terms, start, end in lexicon.find(text)]
    first = max(_find_start(found) - _BEFORE, 0)
    shown = found[first : first + LENGTH]
    if not shown:
        return ""
    cut = " ".join(text[shown[0][1] : shown[-1][2]].split())
    before = "… " if first else ""
    after = "" if first + LENGTH >= len(found) else " …"
    return f"{before}{cut}{after}"


def _find_start(found: _Found) -> int:
    """Return the place of the wanted word after which most different ones follow closely."""
    places = [place for place, (terms, _, _) in enumerate(found) if terms][:_TRIES]

    def count_different(place: int) -> int:
        near = found[place : place + LENGTH - _BEFORE]
        return len(frozenset().union(*(terms for terms, _, _ in near)))

    return max(places, key=count_different, default=0)
