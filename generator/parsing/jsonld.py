"""What a page says of itself in JSON-LD: its things, in whatever shape publishers wrap them.

Objects stand alone, in arrays, in `@graph`, within their page (`mainEntity`), or in JSON that is
broken; where one refers to another by `@id`, it is given that one.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import islice
from typing import Any, TypeAlias

from generator.parsing.broken_json import mend_json

Thing: TypeAlias = Mapping[str, Any]
"""An object of JSON-LD."""

SCRIPT_LIMIT = 2_000_000
"""The most characters of one script that are read."""

THINGS_LIMIT = 1_000
"""The most objects of a page that are looked at."""

ARTICLE_TYPES = frozenset(
    """AdvertiserContentArticle AnalysisNewsArticle Article AskPublicNewsArticle
    BackgroundNewsArticle BlogPosting LiveBlogPosting NewsArticle OpinionNewsArticle Report
    ReportageNewsArticle Review ReviewNewsArticle SatiricalArticle ScholarlyArticle
    SocialMediaPosting TechArticle""".split()
)
"""`Article` of schema.org with its subtypes, and `Review`, which newspapers use likewise."""

_OPENING = re.compile(r"[^\[{]{0,200}?(?:<!\[CDATA\[[^\[{]{0,20})?(?=[\[{])")
"""Before it stand comments, byte order marks, and what hides a script from old browsers."""

_CLOSING = re.compile(r"(?:-->|(?://\s*|/\*\s*)?\]\]>(?:\s*\*/)?|;)\s*$")
# Only at the end: a form that ends in `\s*$` would be tried at each space of a long script.
_CLOSING_LENGTH = 80
_BETWEEN = re.compile(r"[\s,;]*")
_EMPTY_VALUE = re.compile(r":\s*(?=[,}])")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LONE_BACKSLASH = re.compile(r'\\(?!["\\/bfnrtu])')
_MEMBER = re.compile(
    r'"(@type|headline|description|datePublished|dateModified|articleSection)"\s*:\s*'
    r'"((?:[^"\\]|\\.){1,5000})"'
)
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")
_ONCE = frozenset(["headline", "datePublished", "dateModified", "dateCreated", "description"])
"""What an article has once, though some wrap it in a list."""

_WRAPS = ("@value", "@list", "@set")


# Not strict: many a script has raw line breaks in its texts.
_DECODER = json.JSONDecoder(strict=False)


def find_things(scripts: Iterable[str]) -> tuple[Thing, ...]:
    """Return the objects that have a type, in the order of the page."""
    every = (thing for script in scripts for thing in _flatten(_read(script[:SCRIPT_LIMIT])))
    things = list(islice(every, THINGS_LIMIT))
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    return tuple(_resolve(thing, named) for thing in things)


def types_of(thing: Thing) -> frozenset[str]:
    """Return the types of a thing, without the address of their vocabulary."""
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    names = (kind.rpartition("/")[2] for kind in kinds[:20] if isinstance(kind, str))
    return frozenset(name.removeprefix("schema:") for name in names)


def is_article(thing: Thing) -> bool:
    """Say whether a thing is an article of any kind."""
    return not ARTICLE_TYPES.isdisjoint(types_of(thing))


def names_person(author: Any) -> bool:
    """Say whether what is given as an author is a person with a name, or a list with one."""
    if isinstance(author, list):
        return any(names_person(one) for one in author[:50] if isinstance(one, dict))
    return isinstance(author, dict) and "Person" in types_of(author) and bool(author.get("name"))


def _read(script: str) -> Any:
    """Return what a script says: as JSON, as JSON mended, or what can be made out of it."""
    opening = _OPENING.match(script)
    text = script[opening.end() if opening else 0 :].rstrip()
    text = text[:-_CLOSING_LENGTH] + _CLOSING.sub("", text[-_CLOSING_LENGTH:])
    # The least change first, since each may spoil what a text says that was sound.
    for attempt in (_as_it_is, _mend, unescape, lambda said: mend_json(_mend(said))):
        try:
            return _load(attempt(text))
        except ValueError:
            continue
        # A million brackets, which are an attack: nothing is to be made out of them.
        except RecursionError:
            return None
    # Reversed, so that of members of one name the first counts, which is nearest to the article.
    return dict(reversed(_MEMBER.findall(text)))


def _load(text: str) -> list[Any]:
    """Return the values of a script, of which some have several, one behind the other."""
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < THINGS_LIMIT:
        value, end = _DECODER.raw_decode(text, at)
        values.append(value)
        at = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]
    return values


def _as_it_is(text: str) -> str:
    return text


def _mend(text: str) -> str:
    text = _EMPTY_VALUE.sub(": null", _TRAILING_COMMA.sub("", text))
    return _LONE_BACKSLASH.sub(r"\\\\", text)


def _flatten(value: Any) -> Iterator[Thing]:
    """Yield the objects that have a type, outer ones first, without recursion."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            # A context may have given each name the prefix of the vocabulary.
            if "schema:headline" in value or "schema:name" in value:
                value = {key.removeprefix("schema:"): said for key, said in value.items()}
            if types_of(value):
                yield value
            waiting.extend(value[key] for key in reversed(_WITHIN) if key in value)


def _resolve(thing: Thing, named: Mapping[str, Thing]) -> Thing:
    """Return a thing with what it refers to, and with what it says once unwrapped."""
    said = {key: _refer(value, named) for key, value in thing.items()}
    wrapped = (key for key in _ONCE if isinstance(said.get(key), list))
    return said | {key: next(iter(said[key]), None) for key in wrapped}


def _refer(value: Any, named: Mapping[str, Thing]) -> Any:
    """Put the object that is meant in the place of a bare reference to it, or of its wrapping."""
    if isinstance(value, dict):
        value = next((value[wrap] for wrap in _WRAPS if wrap in value), value)
    if isinstance(value, list):
        return [_refer(item, named) if isinstance(item, dict) else item for item in value]
    if isinstance(value, dict) and value.keys() == {"@id"} and isinstance(value["@id"], str):
        return named.get(value["@id"], value)
    return value
