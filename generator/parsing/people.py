"""Who wrote an article: what the page says for machines, and else what its byline shows."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator.parsing.authors import find_marked
from generator.parsing.body import Body
from generator.parsing.bylines import (
    find_agency_lines,
    find_beside_dates,
    find_filed,
    find_named,
    find_pieces,
    find_signed,
    lines_of,
)
from generator.parsing.datelines import Names, sort_names
from generator.parsing.document import Document, clean
from generator.parsing.names import turn_round
from generator.parsing.pasted.naming import names_desk, names_person
from generator.text import fold

_META = (
    "author",
    "article:author",
    "articleauthor",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "cxenseparse:author",
    "byl",
    "article.author",
    "article_author",
    "og:article:author",
    "lp.article:author",
    "rnews:author",
    "bt:author",
    "vr:author",
    "dable:author",
    "weibo:article:author",
    "og:author",
    "author_name",
    "authors",
    "byline",
    "dc:creator",
    "creator",
)
_CATALOGUED = frozenset(["dc.creator", "dcterms.creator", "citation_author"])
"""Of those, the ones of libraries, which write "Roe, Jane"."""

_SHOWN = "byline on the page"
_BESIDE = "name beside the date"
_BELOW = "name under the text"
_DEPTH_LIMIT = 3


class _Place(NamedTuple):
    """What a place on a page names; only what is `written` for machines is taken as it is."""

    names: list[str]
    witness: str
    written: bool = True

    @property
    def is_author(self) -> bool:
        """Whether this is the one place whose vocabulary says "author"."""
        return self.witness in ("JSON-LD author", "itemprop author", "RDFa author")


def find_people(document: Document, outlets: Sequence[str], body: Body) -> tuple[Names, str | None]:
    """Return who is named as the author, sorted, and the first place that names a person.

    Where none does, it is one that names an agency, or a desk, or else the outlet. The names of
    `outlets` are no people. Whom the page credits for machines is credited, whoever else is named.
    """
    own = {fold(name) for name in outlets}
    best: tuple[Names, str | None] = (Names(), None)
    credited: dict[str, str] = {}
    for place in _places(document, body):
        if not place.names:
            continue
        found = sort_names(place.names, *outlets)
        if place.is_author:
            credited |= {fold(name): name for name in found.credits if fold(name) not in credited}
        else:
            found = replace(
                found,
                people=tuple(filter(names_person, found.people)),
                credits=tuple(filter(names_desk, found.credits)),
            )
        # Of two that say as much the earlier stays, which is the surer place.
        if _worth(found, own) > _worth(best[0], own):
            best = found, place.witness
        if found.people:
            break
    names, witness = best
    others = {fold(name): name for name in names.credits} | credited
    return replace(names, credits=tuple(others.values())), witness


def _worth(names: Names, outlets: set[str]) -> int:
    """Return how much `names` say: of people most, of the outlet itself next to nothing."""
    if names.people:
        return 4
    if names.agency:
        return 3
    if not names.credits:
        return 0
    return 1 if outlets.issuperset(map(fold, names.credits)) else 2


def _places(document: Document, body: Body) -> Iterator[_Place]:
    article, told_in = document.article, document.told_in
    yield _Place(list(_names_of(article.get("author"))), f"{told_in} author")
    for name in _META:
        # Open Graph wants the address of a profile in `article:author`; most templates write a
        # name.
        values = [v for v in document.meta.get(name, ()) if not v.startswith(("http:", "https:"))]
        if name in _CATALOGUED:
            values = [turn_round(value, sure=True) for value in values]
        yield _Place(values, f"meta {name}")
    yield _Place(list(_names_of(article.get("creator"))), f"{told_in} creator")
    yield _Place(list(find_marked(document.elements)), _SHOWN, written=False)
    pieces = find_pieces(body)
    lines = lines_of(pieces)
    yield _Place(list(find_named(lines))[:1], _SHOWN, written=False)
    for names in find_beside_dates(lines_of(piece for piece in pieces if not piece.is_link)):
        yield _Place(names, _BESIDE, written=False)
    for line in find_agency_lines(lines):
        yield _Place([line], _SHOWN, written=False)
    yield _Place(list(find_filed(lines_of(body.below)))[:1], _BELOW, written=False)
    for line in find_signed(body.pieces):
        yield _Place([line], _BELOW, written=False)


def _names_of(author: Any, depth: int = _DEPTH_LIMIT) -> Iterator[str]:
    """Yield the names of a person, an organisation, or a list of them, or of lists."""
    if isinstance(author, list) and depth:
        for one in author[:50]:
            yield from _names_of(one, depth - 1)
    elif isinstance(author, dict) and depth:
        parts = (clean(author.get(name)) for name in ("givenName", "familyName"))
        yield from _names_of(author.get("name") or " ".join(filter(None, parts)), depth - 1)
    elif said := clean(author):
        yield said
