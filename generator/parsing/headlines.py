"""The headline of a page: which of the forms in which it tells it, and without what else.

A page tells its headline to readers (`h1`), to browsers (`title`), to search engines (JSON-LD) and
to those who share it (`og:title`). Where they differ, the form to be shared is nearest to what
the newsroom wrote: the others carry the words that are searched for. A heading that the page marks
as the headline, in microdata, is what the newsroom wrote.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.parsing.document import Claim, Document, clean
from generator.text import fold

HEADLINE_LIMIT = 400
"""The most characters of a headline."""

OUTLET_LIMIT = 60
"""The most characters of an outlet's name."""

_SEPARATOR = re.compile(r"\s+(?:[|｜ㅣ·•»«:/]|[—–-]+)\s+|\s*[|｜ㅣ：]\s*")
_NO_LETTERS = re.compile(r"[\W_]+")


def find_headline(document: Document, outlets: Sequence[str]) -> Claim | None:
    """Return the headline, without the names of `outlets` behind it, and where it stands."""
    keys = [key for name in outlets if (key := _key(name))]
    told = [replace(claim, value=_strip_outlet(claim.value, keys)) for claim in _claims(document)]
    told = [claim for claim in told if len(claim.value) >= 2]
    if not told:
        return None
    chosen = _without_rest(told[0].value, told[1:])
    agreeing = [claim.witness for claim in told if fold(claim.value) == fold(chosen)]
    return Claim(chosen[:HEADLINE_LIMIT], ", ".join(dict.fromkeys(agreeing)))


def find_heads(document: Document) -> list[str]:
    """Return what the headings of the first level say, up to five."""
    heads = (clean(" ".join(head.itertext())) for head in document.root.iter("h1"))
    return [head for head, _ in zip((h for h in heads if h), range(5), strict=False)]


def find_outlet(document: Document) -> Claim | None:
    """Return what the title says apart from the heading on the page, which is the outlet's name."""
    title = _title_of(document)
    for head in find_heads(document):
        before, found, after = title.partition(head)
        rest = (after or before) if found and not (before and after) else ""
        name = _SEPARATOR.split(f" {rest} ")[-1 if after else 0].strip(" :|–—-·•")
        if 1 < len(name) <= OUTLET_LIMIT:
            return Claim(name, "title")
    return None


def _title_of(document: Document) -> str:
    return next((clean(title.text) for title in document.root.iter("title")), "")


def _claims(document: Document) -> Iterator[Claim]:
    """Yield what a page says is its headline, the most trusted first."""
    heads = find_heads(document)
    title = _title_of(document)
    machine = [document.first("og:title") or "", clean(document.article.get("headline")), title]
    shown = next(
        (h for h in heads if any(_is_in(h, m) for m in machine)), heads[0] if heads else ""
    )
    yield Claim(_find_marked(document, heads, machine[0]), "itemprop headline")
    yield Claim(machine[0], "og:title")
    yield Claim(machine[1], f"{document.told_in} headline")
    yield Claim(shown, "h1")
    yield Claim(
        document.first("twitter:title", "headline", "dc.title", "parsely-title") or "", "meta title"
    )
    yield Claim(title, "title")


def _find_marked(document: Document, heads: Sequence[str], shared: str) -> str:
    """Return the heading that is marked as the headline, if it has other words than `shared`."""
    said = {fold(head): head for head in reversed(heads)}
    marked = document.root.xpath("//*[@itemprop='headline']")[:10]
    words = (element.get("content") or " ".join(element.itertext()) for element in marked)
    found = next((said[key] for word in words if (key := fold(clean(word))) in said), "")
    return found if _key(found) != _key(shared) else ""


def _is_in(head: str, title: str) -> bool:
    return bool(title) and fold(head) in fold(title)


def _key(text: str) -> str:
    """Return the letters of a name, by which `BBC News` and `bbcnews` are the same."""
    return _NO_LETTERS.sub("", fold(text))


def _strip_outlet(title: str, outlets: Sequence[str]) -> str:
    """Drop what stands behind the last separators, while it names the outlet."""
    for found in reversed(list(_SEPARATOR.finditer(title))):
        tail = _key(title[found.end() :])
        near = any(tail in name or name in tail for name in outlets if len(name) > 2)
        if not (tail and near and len(title[found.end() :].split()) <= 5 and found.start()):
            break
        title = title[: found.start()]
    return title.strip()


def _without_rest(title: str, others: Sequence[Claim]) -> str:
    """Return the part of `title` that another claim is, where a separator sets it apart."""
    said = fold(title)
    for claim in others:
        part = fold(claim.value)
        if len(part) < 0.4 * len(said) or part == said:
            continue
        if said.startswith(part) and re.match(r"\s*[|｜ㅣ·•:：/—–-]", said[len(part) :]):
            return claim.value
        if said.endswith(part) and re.search(r"[|｜ㅣ·•/]\s*$", said[: -len(part)]):
            return claim.value
    return title
