"""A page read once: its tree, its meta elements, and what it says of itself as an object."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

from lxml.html import HtmlElement

from generator.model import Snapshot
from generator.parsing.elements import Elements
from generator.parsing.jsonld import Thing, find_things, is_article, names_person
from generator.parsing.markup import read_tree
from generator.parsing.microdata import find_item, find_typed
from generator.text import key_of, squeeze
from generator.urls import canonical_url, find_http_url, host_of

VALUE_LIMIT = 5_000
"""The most characters of anything that a page says in its head."""

MANY = 3
"""The most articles that a page describes which is one of them."""

_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|br|cite|em|font|i|mark|p|q|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,300}>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a page says of one thing, and where: `Claim("Rail strike ends", "og:title")`."""

    value: str
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page's tree and all that stands in it for machines.

    `meta` has the contents of meta elements by name, property or itemprop in lower case; `article`
    is the object that schema.org calls one, empty where there is none, from JSON-LD or else from
    microdata or RDFa, as `told_in` says; `base` resolves links.
    """

    root: HtmlElement
    elements: Elements
    meta: Mapping[str, tuple[str, ...]]
    things: tuple[Thing, ...]
    article: Thing
    told_in: str
    url: str | None
    base: str | None

    @property
    def says_article(self) -> bool:
        """Whether the page tells machines that it is one article, and not that it lists many."""
        told = self.first("og:type") == "article" or "article:published_time" in self.meta
        return told or (bool(self.article) and sum(map(is_article, self.things)) <= MANY)

    def first(self, *names: str) -> str | None:
        """Return the first content of the first of `names` that the page has."""
        return next((self.meta[name][0] for name in names if name in self.meta), None)


def clean(text: object) -> str:
    """Return what a page says in its head as a reader would see it, on one line.

    Entities that were escaped twice are undone; so are tags that only set type, and the hyphens
    that are seen only where a word breaks.
    """
    if not isinstance(text, str):
        return ""
    text = text[:VALUE_LIMIT]
    for _ in range(2):
        if "&" not in text:
            break
        text = unescape(text)
    return squeeze(_INLINE_TAG.sub("", text) if "<" in text else text)


def read_document(snapshot: Snapshot, *, keep: bool = False) -> Document:
    """Read a page; raise NotAnArticle where it can't be read whole, or is too long to `keep`."""
    root = read_tree(snapshot.text, keep=keep)
    elements = Elements(root)
    meta = _collect_meta(elements)
    things = find_things(_data_of(elements))
    # Of several, the first with an address counts, even an empty one (WHATWG HTML, the base
    # element).
    bases = (href for base in elements.named("base") if (href := base.get("href")) is not None)
    base = find_http_url(next(bases, None), snapshot.url) or snapshot.url
    url = _find_url(elements, meta, snapshot.url)
    titles = key_of(" ".join([*meta.get("og:title", ())[:1], *_titles_of(elements)]))
    article, told_in = _find_told(things, elements, url, titles)
    return Document(
        root=root,
        elements=elements,
        meta=MappingProxyType(meta),
        things=things,
        article=article,
        told_in=told_in,
        url=url,
        base=base or url,
    )


def _data_of(elements: Elements) -> Iterator[str]:
    """Yield the scripts of JSON-LD, but for those of templates, which a program is yet to fill."""
    for script in elements.named("script"):
        kind = (script.get("type") or "").strip().lower()
        # Some name a charset behind the type.
        told = kind.startswith("application/ld+json")
        if told and next(script.iterancestors("template"), None) is None:
            yield script.text or ""


def _titles_of(elements: Elements) -> Iterator[str]:
    heads = (*elements.named("title")[:1], *elements.named("h1")[:3])
    return (clean("".join(head.itertext())) for head in heads)


def _collect_meta(elements: Elements) -> dict[str, tuple[str, ...]]:
    meta: dict[str, list[str]] = {}
    for element in elements.named("meta"):
        value = clean(element.get("content"))
        for kind in ("property", "name", "itemprop", "http-equiv"):
            if value and (name := (element.get(kind) or "").strip().lower()):
                meta.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in meta.items()}


def _find_url(
    elements: Elements, meta: Mapping[str, tuple[str, ...]], saved: str | None
) -> str | None:
    """Return the page's own address: its canonical link, if on the site it was saved from."""
    links = (find_http_url(link, saved) for link in _canonical_links(elements, meta))
    own = [link for link in links if link and _is_page(link)]
    if saved is None:
        return own[0] if own else None
    return next((link for link in own if _is_same_site(link, saved)), saved)


def _canonical_links(elements: Elements, meta: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for link in elements.named("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield link.get("href") or ""
    yield from meta.get("og:url", ())


def _is_page(url: str) -> bool:
    """Say whether an address is more than a front page, which careless sites give for all."""
    own = canonical_url(url)
    return own.count("/") > 2 or "?" in own


def _is_same_site(one: str, other: str) -> bool:
    first, second = (host_of(canonical_url(url)) for url in (one, other))
    # A page that was saved from m.example.com has its canonical address at example.com.
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _find_told(
    things: tuple[Thing, ...], elements: Elements, url: str | None, titles: str
) -> tuple[Thing, str]:
    """Return the article as the page tells it to machines, and in what."""
    if article := _find_article(things, url, titles):
        return article, "JSON-LD"
    if article := find_item(elements):
        return article, "itemprop"
    article = find_typed(elements)
    return article, "RDFa" if article else "itemprop"


def _find_article(things: tuple[Thing, ...], url: str | None, titles: str) -> Thing:
    """Return the article that the page is about: the one with its address, or title, or the first.

    What it leaves unsaid is taken from others that are the same article, told by another plugin.
    """
    articles = [thing for thing in things if is_article(thing)]
    own = canonical_url(url) if url else None
    here = [t for t in articles if own and any(canonical_url(a) == own for a in _addresses(t))]
    named = [thing for thing in articles if thing.get("headline")]
    titled = [thing for thing in named if (key := _key_of_title(thing)) and key in titles]
    chosen = next(iter([*here, *titled, *named, *articles]), {})
    same = [t for t in articles if t in here or _is_same(t, chosen)]
    # Reversed, so that of those that say the same thing the first on the page is heard.
    said = {key: value for thing in reversed(same) for key, value in thing.items() if value}
    said |= {key: value for key, value in chosen.items() if value}
    # A plugin that knows only the outlet gives it as the author, where another one names a person.
    if people := [t for t in same if names_person(t.get("author"))]:
        said["author"] = (chosen if chosen in people else people[0])["author"]
    return said


def _key_of_title(thing: Thing) -> str:
    return key_of(clean(thing.get("headline")))


def _is_same(one: Thing, other: Thing) -> bool:
    headline = clean(one.get("headline"))
    return bool(headline) and headline == clean(other.get("headline"))


def _addresses(thing: Thing) -> Iterator[str]:
    """Yield the addresses that a thing gives for itself."""
    page = thing.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    yield from (one for one in (thing.get("url"), thing.get("@id"), page) if isinstance(one, str))
