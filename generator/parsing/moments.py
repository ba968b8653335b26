"""When an article was published and changed: what the page says for machines, then to readers.

A time with its zone is worth more than one without, and a time more than a day.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from generator.dates import parse_date
from generator.model import PartialDate, Precision
from generator.parsing.document import Document, clean

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
    "pubdate",
    "publish-date",
    "publishdate",
    "publication_date",
    "article_date_original",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "cse_pubdate",
)
_MODIFIED = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article:modified",
)


_Said: TypeAlias = tuple[str, str]
"""What may be a date, and where the page says it."""

_LINE_LENGTH = 120
_DIGIT = re.compile(r"\d")
_PARTS = re.compile(r"\s*(?:[|·•]|\s[–—-])\s*")
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/-])")


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment, and where the page tells it."""

    date: PartialDate
    witness: str


def find_published(
    document: Document, lines: Iterable[str], language: str | None, captured: datetime | None
) -> Dated | None:
    """Return when the page says that it was published, as precisely as it says it.

    What it says for machines comes first, then the `lines` above the text, then its address.
    """
    told = _best(_published(document), language, captured)
    return told or _best(_shown(document, lines), language, captured)


def find_modified(
    document: Document, language: str | None, captured: datetime | None
) -> Dated | None:
    """Return when the page says that it was last changed."""
    return _best(_modified(document), language, captured)


def _published(document: Document) -> Iterator[_Said]:
    told = [
        (clean(document.article.get(name)), f"{document.told_in} {name}")
        for name in ("datePublished", "dateCreated", "uploadDate")
    ]
    meta = [(document.first(name) or "", f"meta {name}") for name in _PUBLISHED]
    yield from _order(document, told, meta)
    for element in document.root.xpath("//*[contains(@itemprop, 'datePublished')]")[:3]:
        yield element.get("content") or element.get("datetime") or clean(element.text), "itemprop"
    for element in document.root.xpath("//time[@pubdate or @datetime]")[:5]:
        yield element.get("datetime") or "", "time element"
    for thing in document.things:
        yield clean(thing.get("datePublished")), "JSON-LD of the page"


def _order(document: Document, told: list[_Said], meta: list[_Said]) -> list[_Said]:
    """Put JSON-LD before meta elements, and microdata, which templates fill, after them."""
    return [*told, *meta] if document.told_in == "JSON-LD" else [*meta, *told]


def _shown(document: Document, lines: Iterable[str]) -> Iterator[_Said]:
    for line in lines:
        if len(line) <= _LINE_LENGTH and _DIGIT.search(line):
            for part in (line, *_PARTS.split(line)):
                yield part, "date on the page"
    if found := _DAY_IN_PATH.search(document.url or ""):
        yield "-".join(found.groups()), "address"


def _modified(document: Document) -> Iterator[_Said]:
    told = [(clean(document.article.get("dateModified")), f"{document.told_in} dateModified")]
    meta = [(document.first(name) or "", f"meta {name}") for name in _MODIFIED]
    yield from _order(document, told, meta)
    for element in document.root.xpath("//*[contains(@itemprop, 'dateModified')]")[:3]:
        yield element.get("content") or element.get("datetime") or clean(element.text), "itemprop"


def _best(told: Iterator[_Said], language: str | None, captured: datetime | None) -> Dated | None:
    """Return the first time with a zone, or else the first time, or else the first date."""
    dated = []
    for text, witness in told:
        if text and (date := parse_date(text, language=language, captured=captured)):
            dated.append(Dated(date, witness))
            if _rank(dated[-1]) == 0:
                return dated[-1]
    return min(dated, key=_rank, default=None)


def _rank(dated: Dated) -> int:
    if dated.date.precision is not Precision.MINUTE:
        return 2
    return 0 if dated.date.moment.tzinfo else 1
