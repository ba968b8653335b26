"""Turn text into the words that are indexed: the same for articles, for queries and in the browser.

Text is brought to NFKC, cut into runs of letters, digits and underscores, and each word is put in
lower case and reduced to its stem by Snowball, in the language of the archive. A possessive `'s`
is dropped with its apostrophe. There are no stop words: a phrase may need any word.
`browser/words.js` does the same.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import snowballstemmer

WORD_LIMIT = 64
"""The most characters of a word; what is over is cut, so that no page can slow the stemmer."""

_LAST = "\uffff"
"""The last character that JavaScript counts as one; Snowball there counts others as two."""

_WORD = re.compile(r"(\w+)(?:['’][sS](?!\w))?")
_SLICE = re.compile(r".{1,1000}(?:\s|\Z)|.{1,1000}", re.DOTALL)

# The classes themselves, since `snowballstemmer.stemmer()` would take another release of Snowball
# where PyStemmer is installed. Every name here has its twin in browser/snowball/.
_STEMMERS = {
    "ar": snowballstemmer.ArabicStemmer,
    "ca": snowballstemmer.CatalanStemmer,
    "da": snowballstemmer.DanishStemmer,
    "de": snowballstemmer.GermanStemmer,
    "el": snowballstemmer.GreekStemmer,
    "en": snowballstemmer.EnglishStemmer,
    "es": snowballstemmer.SpanishStemmer,
    "et": snowballstemmer.EstonianStemmer,
    "eu": snowballstemmer.BasqueStemmer,
    "fi": snowballstemmer.FinnishStemmer,
    "fr": snowballstemmer.FrenchStemmer,
    "ga": snowballstemmer.IrishStemmer,
    "hu": snowballstemmer.HungarianStemmer,
    "hy": snowballstemmer.ArmenianStemmer,
    "id": snowballstemmer.IndonesianStemmer,
    "it": snowballstemmer.ItalianStemmer,
    "lt": snowballstemmer.LithuanianStemmer,
    "nb": snowballstemmer.NorwegianStemmer,
    "nl": snowballstemmer.DutchStemmer,
    "nn": snowballstemmer.NorwegianStemmer,
    "no": snowballstemmer.NorwegianStemmer,
    "pt": snowballstemmer.PortugueseStemmer,
    "ro": snowballstemmer.RomanianStemmer,
    "ru": snowballstemmer.RussianStemmer,
    "sv": snowballstemmer.SwedishStemmer,
    "tr": snowballstemmer.TurkishStemmer,
}


def name_stemmer(language: str) -> str | None:
    """Return Snowball's name for a language tag, `"en-GB"` → `"english"`, or None without stems."""
    stemmer = _STEMMERS.get(_primary(language))
    return stemmer.__name__.removesuffix("Stemmer").lower() if stemmer else None


def list_stemmers() -> tuple[str, ...]:
    """Return Snowball's names of all languages whose words are reduced to stems."""
    return tuple(sorted({name for tag in _STEMMERS if (name := name_stemmer(tag))}))


@cache
def get_words_of(language: str) -> "Words":
    """Return the analysis for a language tag such as `"en"` or `"pt-BR"`."""
    return Words(language)


class Words:
    """Cut text into stems, and remember the stem of every word met."""

    def __init__(self, language: str) -> None:
        self._stems = _Stems(language)

    def split(self, text: str) -> list[str]:
        """Return the stems of the words of `text`, in order."""
        stems = self._stems
        return [stems[word] for word in _WORD.findall(_compose(text))]

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield the stem of each word of `text` as it stands, and where the word is."""
        for match in _WORD.finditer(text):
            stem = self._stems[unicodedata.normalize("NFKC", match[1][:WORD_LIMIT])]
            yield stem, match.start(1), match.end(1)


class _Stems(dict[str, str]):
    """Map a word to its stem, worked out when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        stemmer = _STEMMERS.get(_primary(language))
        self._stem = stemmer().stemWord if stemmer else str

    def __missing__(self, word: str) -> str:
        lower = word[:WORD_LIMIT].lower()
        stem = self[word] = str(self._stem(lower)) or lower if max(lower) <= _LAST else lower
        return stem


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def _compose(text: str) -> str:
    """Return `text` in NFKC, slice by slice, since marks without end take quadratic time."""
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFKC", part) for part in _SLICE.findall(text))
