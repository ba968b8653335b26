"""What a query says, before any of its words is looked up: the tree that `query.py` reads.

`browser/query.js` makes the same, object for object.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Sign: TypeAlias = Literal["", "+", "-"]


@dataclass(frozen=True, slots=True)
class Text:
    """Text without blanks, which holds no word, one, or several (`harbour/ferry`)."""

    text: str
    field: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotes; each stands at most `slop` places after the one before."""

    text: str
    slop: int
    field: str | None


@dataclass(frozen=True, slots=True)
class Start:
    """Words that begin so: `harb*`."""

    text: str
    field: str | None


@dataclass(frozen=True, slots=True)
class Like:
    """Words that are spelled nearly so: `harbor~`, within `distance` letters."""

    text: str
    distance: int
    field: str | None


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates from the first day of `first` to the last of `last`, `2023-09`; None is open."""

    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A part with `+` (must be there), `-` (must not be there) or no sign before it."""

    sign: Sign
    part: "Part"


@dataclass(frozen=True, slots=True)
class Both:
    """Parts joined by AND."""

    parts: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Parts joined by OR."""

    parts: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Parts one after the other: any of them will do."""

    parts: tuple[Signed, ...]


Part: TypeAlias = Text | Quote | Start | Like | Dates | Both | Either | Series


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was read, and what had to be done to read it.

    The notes are "long" (it was cut) and "words" (it made no sense, so its words are looked for).
    """

    root: Series
    notes: tuple[str, ...]
