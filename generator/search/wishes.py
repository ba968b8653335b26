"""Say what can be looked for in an index: terms and rows of them, words that begin so, and groups.

`plan` makes wishes of a query, `matching` finds the stories that have them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from generator.search.lexicon import Wanted
from generator.search.tree import Dates


@dataclass(frozen=True, slots=True)
class Term:
    """A term in a field."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """Terms in a row, each at most `slop` places after the one before."""

    field: str
    terms: tuple[str, ...]
    slop: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """All words that begin so, in any of the fields."""

    fields: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Near:
    """All words within an edit distance, in any of the fields."""

    fields: tuple[str, ...]
    form: str
    distance: int


@dataclass(frozen=True, slots=True)
class Anyone:
    """Any of the wishes; their scores are added."""

    wishes: tuple["Wish", ...]


@dataclass(frozen=True, slots=True)
class Every:
    """Each of the wishes; their scores are added."""

    wishes: tuple["Wish", ...]


@dataclass(frozen=True, slots=True)
class Except:
    """All stories that don't have the wish."""

    wish: "Wish"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is `required`, or else any of what is `optional`, or else everything; and the filters.

    What is `prohibited` is left out in the end, and filters add nothing to the score.
    """

    required: tuple["Wish", ...]
    optional: tuple["Wish", ...]
    prohibited: tuple["Wish", ...]
    filters: tuple["Wish", ...]


Wish: TypeAlias = Term | Row | Beginning | Near | Dates | Anyone | Every | Except | Choice


def list_terms(wish: Wish | None) -> Iterator[str]:
    """Yield the terms of what is asked for, whatever the field."""
    inner: tuple[Wish, ...] = ()
    match wish:
        case Term(_, text):
            yield text
        case Row(_, terms):
            yield from terms
        case Anyone(wishes) | Every(wishes):
            inner = wishes
        case Choice(required, optional):
            inner = (*required, *optional)
    for one in inner:
        yield from list_terms(one)


def join_fields(wanted: Wanted, fields: tuple[str, ...]) -> Wish:
    """Return the wish for a word in any of the fields."""
    wishes: list[Wish] = []
    for name in fields:
        wishes += [Term(name, text) for text in wanted.any_of]
        groups = [[Term(name, text) for text in group] for group in wanted.all_of]
        wishes += join_every(wish for group in groups for wish in join_any(group))
        if wanted.phrase:
            wishes.append(Row(name, wanted.phrase, 1))
    return join_any(wishes)[0]


def join_any(wishes: Iterable[Wish]) -> list[Wish]:
    """Return one wish for any of several, as a list of it, or an empty one where there are none."""
    joined = tuple(wishes)
    return [Anyone(joined)] if len(joined) > 1 else list(joined)


def join_every(wishes: Iterable[Wish]) -> list[Wish]:
    """Return one wish for each of several, in the same way."""
    joined = tuple(wishes)
    return [Every(joined)] if len(joined) > 1 else list(joined)
