"""Ask "did you mean": put the archive's own words in the place of those that it does not have."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.search.characters import get_token_rule
from generator.search.forms import Forms, is_near
from generator.search.lexicon import Lexicon

SHORTEST = 4
"""The fewest letters of a word that is mended; of shorter ones too many are near."""

LONG = 6
"""The fewest letters of a word in which two edits are looked for."""

PRICE = 20
"""How many times as frequent a word must be that is one edit farther away."""

RARE = 2
"""The most stories that a word may stand in and still be taken for a mistake."""

FAR_MORE = 100
"""How many times as frequent as such a word another must be to be meant instead."""

LENGTH_LIMIT = 400
"""The most characters of a query that is mended."""

WORD_LIMIT = 8
"""The most words of a query that are looked at."""

_FIELD = re.compile(r"(?:source|section|date):[^ ]*\Z", re.IGNORECASE)
_OPERATORS = frozenset(["AND", "OR", "NOT", "TO"])


def suggest(text: str, lexicon: Lexicon, forms: Forms) -> str | None:
    """Return the query with its unknown words mended, or None where there is nothing to mend."""
    if len(text) > LENGTH_LIMIT:
        return None
    mended = []
    end = 0
    for start, stop in islice(_find_words(text), WORD_LIMIT):
        if better := _mend(text[start:stop], lexicon, forms):
            mended += [text[end:start], better]
            end = stop
    return "".join([*mended, text[end:]]) if mended else None


def _find_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words stand that mean just themselves."""
    for match in get_token_rule(continua=True).finditer(text):
        token = match[0]
        wild = text[match.end() : match.end() + 1] in {"*", "~"}
        plain = token.isalpha() and len(token) >= SHORTEST and token not in _OPERATORS
        is_name = text[match.end() : match.end() + 1] == ":"
        if plain and not wild and not is_name and not _FIELD.search(text[: match.start()]):
            yield match.span()


def _mend(token: str, lexicon: Lexicon, forms: Forms) -> str | None:
    """Return the best word for one that no story has in any of its forms, or next to none."""
    form = lexicon.form(token)
    if forms.counts[form] > RARE:
        return None
    stems = set(_list_terms(form, lexicon))
    # Most mistakes are one after the second letter, for which the browser loads the fewest bytes.
    # Then those with another second letter, with the two swapped, or without the first.
    for reach, starts in ((1, (form[:2],)), (2, (form[:1], form[1::-1], form[1:3]))):
        near = _find_alike(form, starts, forms)
        same = [other for other in near if stems.intersection(_list_terms(other, lexicon))]
        having = max((forms.counts[other] for other in same), default=0)
        others = [other for other in near if other not in same and is_near(form, other, reach)]
        if having > RARE:
            return None
        if others:
            best = min(others, key=lambda other: (-_weigh(form, other, forms), other.encode()))
            return best if forms.counts[best] >= having * FAR_MORE else None
    return None


def _find_alike(form: str, starts: tuple[str, ...], forms: Forms) -> list[str]:
    """Return the words that begin in one of these ways and are spelled nearly so."""
    distance = 2 if len(form) >= LONG else 1
    known = [word for word in forms.counts if word.startswith(starts)]
    return [word for word in known if is_near(form, word, distance)]


def _weigh(form: str, other: str, forms: Forms) -> int:
    return forms.counts[other] * (PRICE if is_near(form, other, 1) else 1)


def _list_terms(form: str, lexicon: Lexicon) -> Iterator[str]:
    return (term for wanted in lexicon.read(form) for term in wanted.any_of)
