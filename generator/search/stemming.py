"""Find Snowball's stemmer of a language: the one in C, where that can be installed, or in Python.

Both are of one release and give the same stems, and so does the twin of each in browser/snowball/.
In plain Python, stems are a seventh of the time that an index takes.
"""

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import snowballstemmer

SNOWBALL_IN_C = "3.0.0"
"""The release of PyStemmer that has the stemmers of `snowballstemmer` 3.0.1, letter for letter."""

# The classes themselves, since `snowballstemmer.stemmer()` would take another release of Snowball
# where another PyStemmer is installed.
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


def get_primary(language: str) -> str:
    """Return the language of a tag: `"pt-BR"` → `"pt"`."""
    return language.replace("_", "-").partition("-")[0].lower()


def name_stemmer(language: str) -> str | None:
    """Return Snowball's name for a language tag, `"en-GB"` → `"english"`, or None without stems."""
    stemmer = _STEMMERS.get(get_primary(language))
    return stemmer.__name__.removesuffix("Stemmer").lower() if stemmer else None


def list_stemmers() -> tuple[str, ...]:
    """Return Snowball's names of all languages whose words are reduced to stems."""
    return tuple(sorted({name for tag in _STEMMERS if (name := name_stemmer(tag))}))


def find_stemmer(language: str) -> Callable[[str], str]:
    """Return what gives the stem of a word in lower case, by C or Python; else the word itself."""
    return _find_in_c(language) or find_in_python(language)


def find_in_python(language: str) -> Callable[[str], str]:
    """Return the same in Python alone."""
    stemmer = _STEMMERS.get(get_primary(language))
    return stemmer().stemWord if stemmer else str


def _find_in_c(language: str) -> Callable[[str], str] | None:
    name = name_stemmer(language)
    try:
        if name is None or version("PyStemmer") != SNOWBALL_IN_C:
            return None
    except PackageNotFoundError:
        return None
    import Stemmer  # noqa: PLC0415 - it is there on some machines only

    stem: Callable[[str], str] = Stemmer.Stemmer(name, 0).stemWord
    return stem
