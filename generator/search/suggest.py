"""Ask "did you mean": put the archive's own words in the place of those that it does not have."""

import re
from collections.abc import Iterator

from generator.search.characters import get_token_rule
from generator.search.forms import Forms, is_near
from generator.search.lexicon import Lexicon

SHORTEST = 4
"""The fewest letters of a word that is mended; of shorter ones too many are near."""

LONG = 6
"""The fewest letters of a word in which two edits are looked for."""

PRICE = 20
"""How many times as frequent a word must be that is one edit farther away."""

_FIELD = re.compile(r"(?:source|section|date):\S*\Z", re.IGNORECASE)
_OPERATORS = frozenset(["AND", "OR", "NOT", "TO"])


def suggest(text: str, lexicon: Lexicon, forms: Forms) -> str | None:
    """Return the query with its unknown words mended, or None where there is nothing to mend."""
    mended = []
    end = 0
    for start, stop in _find_words(text):
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
    """Return the best word for one that no story has in any of its forms."""
    form = lexicon.form(token)
    if form in forms.counts:
        return None
    distance = 2 if len(form) >= LONG else 1
    known = [other for other in forms.counts if other[:1] == form[:1]]
    near = [other for other in known if is_near(form, other, distance)]
    stems = set(_list_terms(form, lexicon))
    if not near or any(stems.intersection(_list_terms(other, lexicon)) for other in near):
        return None

    def weigh(other: str) -> tuple[int, bytes]:
        price = 1 if is_near(form, other, 1) else PRICE
        return -forms.counts[other] * PRICE // price, other.encode()

    return min(near, key=weigh)


def _list_terms(form: str, lexicon: Lexicon) -> Iterator[str]:
    return (term for wanted in lexicon.read(form) for term in wanted.any_of)
