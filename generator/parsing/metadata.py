"""What a page says of its article, apart from the body: each field with the place that says it."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from generator.parsing.document import Claim, Document, clean
from generator.parsing.filings import find_categories
from generator.parsing.titles import find_outlet
from generator.text import fold
from generator.urls import host_of

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE)
_NO_DESKS = frozenset(
    """home homepage start startseite accueil inicio portada uncategorized uncategorised allgemein
    unkategorisiert""".split()
)
_ANY_DESK = frozenset(["news"])
"""Names that say no more of an article than that it is one."""

# Many are there for services that count readers, such as Parse.ly and Cxense.
_SECTIONS = (
    "section",
    "parsely-section",
    "cxenseparse:section",
    "og:section",
    "article.section",
    "og:article:section",
    "articlesection",
    "lp.article:section",
    "category",
)
_BREADCRUMB = "breadcrumb"
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}/?", re.IGNORECASE)


def find_source(sources: Sequence[Claim], said: str | None) -> Claim | None:
    """Return the outlet: what a person said of the snapshot, or what the page names, or its host.

    A name is better than an address.
    """
    if said:
        return Claim(said, "sidecar")
    told = [claim for claim in sources if claim.value]
    named = (claim for claim in told if not _DOMAIN.fullmatch(claim.value))
    return next(named, None) or next(iter(told), None)


def find_sources(document: Document) -> Sequence[Claim]:
    """Return the names that a page gives its outlet, some of them empty, the best place first."""
    return tuple(_sources(document))


def _sources(document: Document) -> Iterator[Claim]:
    yield Claim(document.first("og:site_name") or "", "og:site_name")
    yield Claim(_name_of(document.article.get("publisher")), f"{document.told_in} publisher")
    yield Claim(document.first("application-name", "apple-mobile-web-app-title") or "", "meta name")
    for thing in document.things:
        yield Claim(_name_of(thing.get("publisher")), "JSON-LD publisher of the page")
    yield find_outlet(document) or Claim("", "title")
    yield Claim(host_of(document.url), "host")


def _name_of(thing: Any) -> str:
    thing = thing[0] if isinstance(thing, list) and thing else thing
    return clean(thing.get("name")) if isinstance(thing, dict) else clean(thing)


def outlets_of(document: Document, sources: Sequence[Claim], source: str | None) -> tuple[str, ...]:
    """Return the names by which an outlet may stand in its own pages, its best name first."""
    host = host_of(document.url)
    # "example" of "news.example.com".
    domain = host.rpartition(".")[0].rpartition(".")[2]
    told = [claim.value for claim in sources]
    account = (document.first("twitter:site") or "").lstrip("@")
    # By App Links a page names its outlet's app, which is called as the outlet is.
    names = [source or "", *told, account, document.first("al:ios:app_name") or "", host, domain]
    return tuple(dict.fromkeys(name for name in names if name))


def find_language(document: Document) -> Claim | None:
    """Return the language of the page as a BCP 47 tag."""
    spoken = document.article.get("inLanguage")
    told = (
        (document.root.get("lang"), "html lang"),
        (document.root.get("{http://www.w3.org/XML/1998/namespace}lang"), "xml:lang"),
        (
            clean(spoken.get("alternateName") if isinstance(spoken, dict) else spoken),
            f"{document.told_in} inLanguage",
        ),
        (document.first("og:locale"), "og:locale"),
        (document.first("content-language", "language", "dc.language"), "meta language"),
    )
    # The first that has the form of a tag: many a page says "english", or nothing, in some of them.
    for text, witness in told:
        if found := _LANGUAGE.fullmatch((text or "").strip()):
            language, script, region = found.groups()
            # The case is that which BCP 47 advises: zh-Hant-TW.
            tag = [language.lower(), (script or "").title(), (region or "").upper()]
            return Claim("-".join(filter(None, tag)), witness)
    return None


def find_section(document: Document, headline: str) -> Claim | None:
    """Return the desk under which the article stands.

    One that says something is better than "News", wherever the page names it; where it names no
    other, "News" is the section, if the page gives it as one and not only as a step on the way.
    """
    any_desk = None
    none = _NO_DESKS | {fold(headline)}
    for claim in _sections(document):
        name = fold(claim.value)
        if not 1 < len(claim.value) <= 60 or name in none:
            continue
        if name not in _ANY_DESK:
            return claim
        if claim.witness != _BREADCRUMB:
            any_desk = any_desk or claim
    return any_desk


def _sections(document: Document) -> Iterator[Claim]:
    section = document.article.get("articleSection")
    for one in (section if isinstance(section, list) else [section])[:5]:
        yield Claim(clean(one), f"{document.told_in} articleSection")
    yield Claim(document.first("article:section") or "", "article:section")
    yield Claim(document.first(*_SECTIONS) or "", "meta section")
    yield from (Claim(name, "itemprop articleSection") for name in _shown_sections(document))
    yield from (Claim(name, _BREADCRUMB) for name in _breadcrumb(document))
    yield from (Claim(name, "category link") for name in find_categories(document))


def _shown_sections(document: Document) -> Iterator[str]:
    for element in islice(document.elements.telling("articleSection"), 3):
        yield clean("".join(element.itertext()))


def _breadcrumb(document: Document) -> Iterator[str]:
    """Yield the names of the way from the front page, from the outside in."""
    for thing in document.things:
        steps = thing.get("itemListElement")
        if thing.get("@type") == "BreadcrumbList" and isinstance(steps, list):
            for step in steps[:8]:
                if isinstance(step, dict):
                    yield clean(step.get("name")) or _name_of(step.get("item"))


def descriptions_of(document: Document) -> Sequence[str]:
    """Return what the page says that the article is about."""
    told = (
        clean(document.article.get("description")),
        clean(document.article.get("alternativeHeadline")),
        document.first("og:description") or "",
        document.first("description") or "",
        document.first("twitter:description") or "",
    )
    return tuple(dict.fromkeys(text for text in told if text))
