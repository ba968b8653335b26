"""Read stories as numbered tokens, each distinct token analysed once.

A vocabulary outlives a run, so that what a frequent word comes to is worked out but once.
"""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy import bool_, int64, uint32
from numpy.typing import NDArray

from generator.model import Story
from generator.search.characters import find_tokens, is_continua
from generator.search.language import Words, get_words_of
from generator.search.numbering import Numbering
from generator.search.schema import FIELD_NAMES, SEARCH_FIELDS, Parts, detach
from generator.search.stemming import name_stemmer

GAP = 0
"""The number of the token that stands after each piece of a field: no phrase reaches over it."""

_LIMIT = 1 << 16
"""How many tokens are known at most when a run begins."""


Text: TypeAlias = tuple[str | None, tuple[Parts, ...]]
"""The language of a story, if it says so, and what there is to read in each field."""


def read_text(story: Story) -> Text:
    """Return all that is read of a story for its index, to be sent to another process."""
    found = [tuple(map(detach, field.read(story))) for field in SEARCH_FIELDS]
    return story.header.language, tuple(found)


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
    """Numbers tokens, terms and forms in the order in which they are met.

    What it knows it forgets between two runs whenever that is much, so that it grows no further
    with the archive: rare words come and go, and the frequent ones are soon learned again.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._forget()

    def _forget(self) -> None:
        self._known = _Known()
        self._tables: dict[str | None, _Tokens] = {}

    @property
    def terms(self) -> list[str]:
        """The terms by their numbers."""
        return list(self._known.terms)

    @property
    def forms(self) -> list[str]:
        """The forms by their numbers."""
        return list(self._known.forms)

    @property
    def analyses(self) -> Analyses:
        """What all tokens that are known come to."""
        known = self._known
        starts = np.array(known.starts, int64)
        return Analyses(
            widths=np.array(known.widths, uint32),
            forms=np.array(known.form_of, uint32),
            sizes=np.diff(starts),
            starts=starts[:-1],
            terms=np.array(known.entries, uint32),
            offsets=np.array(known.offsets, uint32),
            placed=np.array(known.placed, bool_),
        )

    def read(self, texts: Iterable[Text]) -> Mapping[str, Stream]:
        """Return the tokens of each field of some stories, which are a run.

        What was read before, and its tokens, has to be done with.
        """
        if len(self._known.widths) > _LIMIT:
            self._forget()
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

    def _table_of(self, language: str) -> "_Tokens":
        stemmer = name_stemmer(language)
        if stemmer not in self._tables:
            self._tables[stemmer] = _Tokens(get_words_of(language), self._known)
        return self._tables[stemmer]


class _Known:
    """What is known of tokens, as `Analyses` has it."""

    def __init__(self) -> None:
        # Token 0 is `GAP`: one place wide, without a form, and no entry in the index.
        self.terms = Numbering()
        self.forms = Numbering({"": 0})
        self.widths = array("I", [1])
        self.form_of = array("I", [0])
        self.starts = array("q", [0, 0])
        self.entries = array("I")
        self.offsets = array("I")
        self.placed = array("B")


class _Tokens(dict[str, int]):
    """Give each token of a language a number, and note what it comes to, when first asked for."""

    def __init__(self, words: Words, known: _Known) -> None:
        super().__init__()
        self._words = words
        self._known = known

    def __missing__(self, token: str) -> int:
        known = self._known
        analysed = self._words.analyse(token)
        for term, offset in analysed.terms:
            known.entries.append(known.terms[term])
            known.offsets.append(offset)
            known.placed.append(True)
        for term in analysed.extra:
            known.entries.append(known.terms[term])
            known.offsets.append(0)
            known.placed.append(False)
        number = self[token] = len(known.widths)
        known.widths.append(analysed.width)
        known.form_of.append(known.forms["" if is_continua(token) else self._words.form(token)])
        known.starts.append(len(known.entries))
        return number
