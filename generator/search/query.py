"""Read what a person typed: words, "phrases", and either of them in a field, `source:herald`.

Whoosh's own parser does it, with the plugins below and none of the others, so that whatever it
can't read is searched for as words. `browser/query.js` reads the same.
"""

import re
import unicodedata
from functools import cache

from whoosh.qparser import MultifieldParser, OrGroup, QueryParser
from whoosh.qparser.plugins import FieldsPlugin, PhrasePlugin
from whoosh.query import NullQuery, Or, Phrase, Query

from generator.search.schema import EVERYDAY_FIELDS, FIELD_NAMES, make_schema

LENGTH_LIMIT = 4000
"""The most characters of a query that are read."""

TERM_LIMIT = 128
"""The most words of a query that are searched for."""

# Python and JavaScript disagree on what is white space; this is what either of them takes for it.
_SPACE = re.compile(r"[\s\x1c-\x1f\x85\ufeff]+")
_QUOTE = re.compile("[“”„‟«»]")
_FIELD = rf"(?<!\S)(?P<text>{'|'.join(FIELD_NAMES)}):(?=\S)"
_ANY_CASE_FIELD = re.compile(_FIELD, re.IGNORECASE)
_PHRASE = '"(?P<text>[^"]*)"(?P<slop>)'


def parse_query(text: str, language: str) -> tuple[Query, ...]:
    """Return the clauses of a query, each a word or a phrase in one field or in the everyday ones.

    Whoosh's queries are in normal form; what holds no word, as `&`, is left out.
    """
    tree = _get_parser(language).parse(_clean(text), normalize=False)
    clauses = [clause.normalize() for clause in tree] if isinstance(tree, Or) else []
    kept = []
    left = TERM_LIMIT
    for clause in clauses:
        if clause is not NullQuery:
            left -= _count_words(clause)
            if left < 0:
                break
            kept.append(clause)
    return tuple(kept)


def find_stems(clauses: tuple[Query, ...], field: str) -> frozenset[str]:
    """Return the stems that the clauses look for in a field."""
    leaves = (leaf for clause in clauses for leaf in clause.leaves())
    return frozenset(
        stem
        for leaf in leaves
        if leaf.fieldname == field
        for stem in (leaf.words if isinstance(leaf, Phrase) else [leaf.text])
    )


def _clean(text: str) -> str:
    """Cut a query, and make one of the several spellings of spaces, quotes and field names."""
    text = unicodedata.normalize("NFKC", text[:LENGTH_LIMIT])
    text = _QUOTE.sub('"', _SPACE.sub(" ", text))
    return _ANY_CASE_FIELD.sub(lambda match: match[0].lower(), text)


def _count_words(clause: Query) -> int:
    """Return how many words a clause has, whatever the number of fields it looks in."""
    leaf = clause[0] if isinstance(clause, Or) else clause
    return len(leaf.words) if isinstance(leaf, Phrase) else 1


@cache
def _get_parser(language: str) -> QueryParser:
    plugins = [FieldsPlugin(_FIELD), PhrasePlugin(_PHRASE)]
    schema = make_schema(language)
    return MultifieldParser(EVERYDAY_FIELDS, schema, plugins=plugins, group=OrGroup)
