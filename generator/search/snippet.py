"""Cut the words of a story round the first of those that were searched for."""

from collections.abc import Set

from generator.search.language import Words

LENGTH = 30
"""How many words a snippet has."""

_BEFORE = 8
_TRIES = 200


def cut_snippet(text: str, wanted: Set[str], words: Words) -> str:
    """Return about thirty words of `text`: those round the first place rich in wanted stems.

    Without a wanted word they are the first of the text.
    """
    found = list(words.find(text))
    first = max(_find_start(found, wanted) - _BEFORE, 0)
    shown = found[first : first + LENGTH]
    if not shown:
        return ""
    cut = " ".join(text[shown[0][1] : shown[-1][2]].split())
    before = "… " if first else ""
    after = "" if first + LENGTH >= len(found) else " …"
    return f"{before}{cut}{after}"


def _find_start(found: list[tuple[str, int, int]], wanted: Set[str]) -> int:
    """Return the place of the wanted word after which most different ones follow closely."""
    places = [place for place, (stem, _, _) in enumerate(found) if stem in wanted][:_TRIES]

    def count_different(place: int) -> int:
        near = found[place : place + LENGTH - _BEFORE]
        return len({stem for stem, _, _ in near} & wanted)

    return max(places, key=count_different, default=0)
