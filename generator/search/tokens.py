"""Read stories as numbered tokens, each distinct token analysed once.

A vocabulary lives as long as its process reads, so that a word's stem is worked out once there.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy import bool_, int64, uint32
from numpy.typing import NDArray

from generator.model import Story
from generator.search.characters import find_tokens, is_continua
from generator.search.language import get_words_of
from generator.search.schema import FIELD_NAMES, SEARCH_FIELDS, Parts
from generator.search.stemming import name_stemmer

GAP = 0
"""The number of the token that stands after each piece of a field: no phrase reaches over it."""


Text: TypeAlias = tuple[str | None, tuple[Parts, ...]]
"""The language of a story, if it says so, and what there is to read in each field."""


def read_text(story: Story) -> Text:
    """Return all that is read of a story for its index."""
    return story.header.language, tuple(field.read(story) for field in SEARCH_FIELDS)


@dataclass(frozen=True, slots=True)
class Stream:
    """The tokens of one field in a run of documents; those of document d end at `ends[d]`."""

    tokens: NDArray[uint32]
    ends: NDArray[int64]


@dataclass(frozen=True, slots=True)
class Analyses:
    """What the tokens come to, by their numbers.

    Token t is `widths[t]` places wide, is written as the form `forms[t]`, and has `sizes[t]`
    entries from `starts[t]` on: each a term, its offset from the token's place, and whether it has
    a place at all.
    """

    widths: NDArray[uint32]
    forms: NDArray[uint32]
    sizes: NDArray[int64]
    starts: NDArray[int64]
    terms: NDArray[uint32]
    offsets: NDArray[uint32]
    placed: NDArray[bool_]


class Vocabulary:
    """Numbers tokens, terms and forms in the order in which they are met."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._tables: dict[str | None, _Numbers] = {}
        self._terms = _Numbers()
        # Token 0 is `GAP`: one place wide, without a form, and no entry in the index.
        self._forms = _Numbers({"": 0})
        self._widths = array("I", [1])
        self._form_of = array("I", [0])
        self._starts = array("q", [0, 0])
        self._entries = array("I"), array("I"), array("B")

    @property
    def terms(self) -> list[str]:
        """The terms by their numbers."""
        return list(self._terms)

    @property
    def forms(self) -> list[str]:
        """The forms by their numbers."""
        return list(self._forms)

    @property
    def analyses(self) -> Analyses:
        """What all tokens that were read so far come to."""
        terms, offsets, placed = self._entries
        starts = np.array(self._starts, int64)
        return Analyses(
            widths=np.array(self._widths, uint32),
            forms=np.array(self._form_of, uint32),
            sizes=np.diff(starts),
            starts=starts[:-1],
            terms=np.array(terms, uint32),
            offsets=np.array(offsets, uint32),
            placed=np.array(placed, bool_),
        )

    def read(self, texts: Iterable[Text]) -> Mapping[str, Stream]:
        """Return the tokens of each field of some stories."""
        tokens = {name: array("I") for name in FIELD_NAMES}
        ends = {name: array("q") for name in FIELD_NAMES}
        for language, fields in texts:
            number = self._table_of(language or self._language).__getitem__
            for name, parts in zip(FIELD_NAMES, fields, strict=True):
                found = tokens[name]
                for text in filter(None, parts):
                    found.extend(map(number, find_tokens(text)))
                    found.append(GAP)
                ends[name].append(len(found))
        return {
            name: Stream(np.array(tokens[name], uint32), np.array(ends[name], int64))
            for name in FIELD_NAMES
        }

    def _table_of(self, language: str) -> "_Numbers":
        stemmer = name_stemmer(language)
        if stemmer not in self._tables:
            self._tables[stemmer] = _Numbers(on_new=self._analyser_of(language))
        return self._tables[stemmer]

    def _analyser_of(self, language: str) -> Callable[[str], int]:
        words = get_words_of(language)

        def add(token: str) -> int:
            analysed = words.analyse(token)
            for term, offset in analysed.terms:
                self._add_entry(term, offset, placed=True)
            for term in analysed.extra:
                self._add_entry(term, 0, placed=False)
            self._widths.append(analysed.width)
            form = "" if is_continua(token) else words.form(token)
            self._form_of.append(self._forms[form])
            self._starts.append(len(self._entries[0]))
            return len(self._widths) - 1

        return add

    def _add_entry(self, term: str, offset: int, *, placed: bool) -> None:
        terms, offsets, marks = self._entries
        terms.append(self._terms[term])
        offsets.append(offset)
        marks.append(placed)


class _Numbers(dict[str, int]):
    """Give each string a number when it is first asked for: the next, unless told otherwise."""

    def __init__(
        self, known: Mapping[str, int] | None = None, *, on_new: Callable[[str], int] | None = None
    ) -> None:
        super().__init__(known or {})
        self._on_new = on_new or (lambda _key: len(self))

    def __missing__(self, key: str) -> int:
        number = self[key] = self._on_new(key)
        return number
