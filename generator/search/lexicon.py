"""Read a query's words in all languages of the archive: what any of them may be indexed as."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whoosh.lang.stopwords import stoplists

from generator.search.characters import find_tokens, get_token_rule, is_continua
from generator.search.language import (
    cut_needed,
    cut_pairs,
    cut_parts,
    get_words_of,
    has_accents,
    mark_sign,
    spell_form,
    spell_whole,
)
from generator.search.stemming import name_stemmer

_HYPHEN = re.compile("[-\u2010]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a word of a query looks for in a field.

    A story has it with any term of `any_of`, with one term of each group of `all_of` (if there are
    groups), or with the terms of `phrase` in a row (if there are any).
    """

    token: str
    any_of: tuple[str, ...] = ()
    all_of: tuple[tuple[str, ...], ...] = ()
    phrase: tuple[str, ...] = ()
    stop: bool = False
    """Whether it is one of the small words that say nothing of a story's subject."""


@cache
def get_lexicon(languages: tuple[str, ...]) -> "Lexicon":
    """Return the reader of queries for an archive in these languages, the main one first."""
    return Lexicon(languages)


class Lexicon:
    """Read the words of a query in every language of an archive."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._words = [get_words_of(language) for language in languages]
        self._stops = list_stop_words(name_stemmer(languages[0]))

    def read(self, text: str, *, apart: bool = False) -> tuple[Wanted, ...]:
        """Return what each word of `text` looks for; `apart` are words that hyphens join."""
        tokens = find_tokens(text)
        if apart:
            tokens = [part for token in tokens for part in _HYPHEN.split(token)]
        return tuple(self._read_token(token) for token in tokens)

    def phrases(self, text: str) -> tuple[tuple[str, ...], ...]:
        """Return the terms of `text` in a row, once for each way in which a language has them."""
        tokens = find_tokens(text)
        rows = (
            tuple(term for token in tokens for term, _ in words.analyse(token).terms)
            for words in self._words
        )
        return tuple(dict.fromkeys(row for row in rows if row))

    def form(self, token: str) -> str:
        """Return a token as it is spelled, in lower case without accents and possessive."""
        return spell_form(token)

    def find(self, text: str) -> Iterator[tuple[frozenset[str], int, int]]:
        """Yield each token's terms in all languages, and where it stands in `text`."""
        for match in get_token_rule(continua=True).finditer(text):
            analyses = [words.analyse(t) for t in find_tokens(match[0]) for words in self._words]
            terms = {term for analysed in analyses for term, _ in analysed.terms}
            extra = {term for analysed in analyses for term in analysed.extra}
            yield frozenset(terms | extra), match.start(), match.end()

    def _read_token(self, token: str) -> Wanted:
        if is_continua(token):
            pairs = cut_pairs(token)
            if len(token) == 1:
                return Wanted(token=token, any_of=(mark_sign(token),))
            return Wanted(token=token, phrase=pairs)
        parts = cut_parts(token)
        needed = cut_needed(token)
        groups = tuple(self._spell(part) for part in needed)
        stop = spell_form(needed[0] if len(needed) == 1 else token) in self._stops
        whole = spell_whole(parts, token)
        others = (whole,) if whole else ()
        if len(needed) == 1:
            return Wanted(token=token, any_of=(*groups[0], *others), stop=stop)
        return Wanted(token=token, any_of=others, all_of=groups, stop=stop)

    def _spell(self, part: str) -> tuple[str, ...]:
        """Return the terms of a word without joiners in all languages, those with a place first."""
        terms = [words.place(part) for words in self._words]
        terms += [words.stem(part) for words in self._words]
        if not has_accents(part):
            terms += [words.mark_bare(part) for words in self._words]
        return tuple(dict.fromkeys(filter(None, terms)))


def list_stop_words(stemmer: str | None) -> frozenset[str]:
    """Return Snowball's small words of a language by its stemmer's name; none where it lists none.

    They are Whoosh's copy of them, in the spelling of `Lexicon.form`.
    """
    tags = [tag for tag in stoplists if name_stemmer(tag) == stemmer]
    return frozenset(spell_form(word) for tag in tags for word in stoplists[tag])
