"""Turn text into the words that are indexed: the same for stories, for queries, in the browser.

A token (`characters.py`) becomes terms. Each of its parts is put in lower case, reduced to its stem
by Snowball in the story's own language, and freed of accents. What was joined is a term as a whole
besides (`covid-19` beside `covid` and `19`), and so is an accented stem as it stands. Scripts that
set no spaces are cut into pairs of characters, and each of these is a marked term without a place.
`browser/words.js` does the same.

Most stemmers go by accents: `manifestação` becomes `manifest`, but `manifestacao` `manifestaca`. So
a word that has accents is indexed by the stem of its bare letters, too, and with a mark, since that
stem has no place in the text: `manifestaca!` is found by who types no accents.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from generator.search.characters import find_tokens, fold, get_token_rule, is_continua
from generator.search.stemming import find_stemmer, name_stemmer

WORD_LIMIT = 64
"""The most characters of a word; what is over is cut, so that no page can slow the stemmer."""

BARE = "!"
"""Marks the stem of a word's bare letters; it stands beside the same word in order."""

PART_LIMIT = 8
"""The most parts of a token that is also kept whole; chains of more are no names."""

_STEMS = 1 << 14
"""How many words' stems are remembered, at most."""

_UNACCENTED = frozenset(["english", "indonesian"])
"""Stemmers of languages without accents, to which `Beyoncé` is `Beyonce`."""

_LAST = "\uffff"
"""The last character that JavaScript counts as one; Snowball there counts others as two."""

_JOINER = re.compile("['’.&,\u2010-]")
_APOSTROPHE = re.compile("['’]")
_OTHER_JOINER = re.compile("[.&,\u2010-]")
_POSSESSIVE = re.compile(r"['’][sS]\Z")
_SPELLED = str.maketrans({"’": "'", "\u2010": "-"})


class Analysed(NamedTuple):
    """What a token is indexed as; a pure function of the token and the language."""

    terms: tuple[tuple[str, int], ...]
    """Its terms, each with its place from that of the token."""
    width: int
    """How many places it takes."""
    extra: tuple[str, ...] = ()
    """Terms for the token as it is spelled; no place is kept for them, no phrase has them."""


@cache
def get_words_of(language: str) -> "Words":
    """Return the analysis for a language tag such as `"en"` or `"pt-BR"`."""
    return Words(language)


class Words:
    """Cut text into terms, in one language, and remember the stem of every word met."""

    def __init__(self, language: str) -> None:
        self._stems = _Stems(language)
        stemmer = name_stemmer(language)
        self._unaccented = stemmer in _UNACCENTED
        self._by_accents = stemmer is not None and not self._unaccented

    def split(self, text: str) -> list[str]:
        """Return the stems of the words of `text`, in order."""
        return [term for token in find_tokens(text) for term, _ in self.analyse(token).terms]

    def analyse(self, token: str) -> Analysed:
        """Return what a token of `find_tokens` is indexed as."""
        # As most are: one word, and folded it is the same.
        if token.isascii() and token.isalnum() and (stem := self._stems[token]).isascii():
            return Analysed(((stem, 0),), 1)
        if is_continua(token):
            pairs = cut_pairs(token)
            terms = tuple(zip(pairs, range(len(pairs)), strict=True))
            return Analysed(terms, len(pairs), tuple(dict.fromkeys(map(mark_sign, token))))
        parts = cut_parts(token)
        placed = [self.place(part) for part in parts]
        extra = dict.fromkeys(self._stems[part] for part in parts)
        for part, term in zip(parts, placed, strict=True):
            if (bare := self.mark_bare(part)) not in ("", f"{term}{BARE}"):
                extra[bare] = None
        if whole := spell_whole(parts, token):
            extra[whole] = None
        return Analysed(
            terms=tuple(zip(placed, range(len(placed)), strict=True)),
            width=len(placed),
            extra=tuple(term for term in extra if term not in placed),
        )

    def stem(self, part: str) -> str:
        """Return the stem of a word without joiners, accents and all."""
        return self._stems[part]

    def place(self, part: str) -> str:
        """Return the term of a word without joiners that has a place in the text."""
        bare = self._unaccented and not part.isascii()
        return fold(self._stems[fold(lower(part)) if bare else part])

    def mark_bare(self, part: str) -> str:
        """Return the marked stem of a word's bare letters, `""` where stems go by those anyway."""
        return f"{fold(self._stems[fold(lower(part))])}{BARE}" if self._by_accents else ""

    def form(self, token: str) -> str:
        """Return a token as it is spelled, in lower case without accents and possessive."""
        return lower(token) if token.isascii() and token.isalnum() else spell_form(token)

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield the stem of each word of `text` as it stands, and where the token is."""
        for match in get_token_rule(continua=True).finditer(text):
            for token in find_tokens(match[0]):
                for term, _ in self.analyse(token).terms:
                    yield term, match.start(), match.end()


def cut_pairs(token: str) -> tuple[str, ...]:
    """Return the pairs of neighbours of a token without spaces; one character stays itself."""
    if len(token) == 1:
        return (token,)
    return tuple(map("".join, pairwise(token)))


def mark_sign(sign: str) -> str:
    """Return the term of a single character of a script without spaces, wherever it stands."""
    return f"{sign}{BARE}"


def cut_parts(token: str) -> list[str]:
    """Return the words that are joined in a token, without a possessive `'s`."""
    return _JOINER.split(_POSSESSIVE.sub("", token) or token)


def cut_needed(token: str) -> list[str]:
    """Return the words of a token that a story must have, where the whole of it is not there.

    Of what an apostrophe joins that is the longest, since the rest is an ending or a small word in
    many languages: `l’école`, `İzmir’de`, `dell’acqua`, `we'll`.
    """
    chains = _OTHER_JOINER.split(_POSSESSIVE.sub("", token) or token)
    return [max(_APOSTROPHE.split(chain), key=len) for chain in chains]


def spell_whole(parts: list[str], token: str) -> str | None:
    """Return a token of several parts as one term, or None where it is no name or number."""
    if not 1 < len(parts) <= PART_LIMIT or len(token) > WORD_LIMIT:
        return None
    return spell_form(token)


def spell_form(token: str) -> str:
    """Return a token as it is spelled, in lower case without accents and possessive."""
    return fold(lower((_POSSESSIVE.sub("", token) or token).translate(_SPELLED)))


def has_accents(part: str) -> bool:
    """Tell whether a word has any accents, or letters that are folded as such."""
    small = lower(part)
    return fold(small) != small


def lower(word: str) -> str:
    """Return the first 64 characters of a word in lower case."""
    return word[:WORD_LIMIT].lower()


class _Stems(dict[str, str]):
    """Map a word to its stem, worked out when first asked for; they are not kept without end."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stem = find_stemmer(language)

    def __missing__(self, word: str) -> str:
        if len(self) >= _STEMS:
            self.clear()
        small = lower(word)
        stem = self[word] = self._stem(small) or small if max(small) <= _LAST else small
        return stem
