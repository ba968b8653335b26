"""The headline of a page: which of the forms in which it tells it, and without what else.

A page tells its headline to readers (`h1`), to browsers (`title`), to search engines (JSON-LD) and
to those who share it (`og:title`). Where they differ, the form to be shared is nearest to what
the newsroom wrote: the others carry the words that are searched for. It isn't where a template
made it of the page's title, with the outlet behind it, nor where readers see what search engines
are told. A heading that the page marks as the headline, in microdata, is what the newsroom wrote.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator.parsing.document import Claim, Document, clean
from generator.parsing.titles import (
    find_heads,
    find_shown,
    is_cut,
    strip_outlet,
    title_of,
)
from generator.text import fold, key_of

HEADLINE_LIMIT = 400
"""The most characters of a headline."""

_META = ("headline", "twitter:title", "dc.title", "parsely-title")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """The forms in which a page tells its headline; `outlets` are keys of the outlet's names."""

    shared: Claim
    told: Claim
    meta: Claim
    title: Claim
    heads: Sequence[str]
    shown: Sequence[str]
    outlets: Sequence[str]


def find_headline(document: Document, outlets: Sequence[str]) -> Claim | None:
    """Return the headline, without the names of `outlets` behind it, and where it stands."""
    forms = _read_forms(document, [key for name in outlets if (key := key_of(name))])
    told = [_strip(claim, forms) for claim in _rank(document, forms)]
    told = [claim for claim in told if len(claim.value) >= 2]
    if not told:
        return None
    chosen = told[0].value
    # A heading that shows the kicker together with the headline has them as one.
    if key_of(chosen) not in map(key_of, forms.shown):
        chosen = _without_rest(chosen, told[1:])
    if chosen.isupper():
        quiet = (claim.value for claim in told if not claim.value.isupper())
        chosen = next((said for said in quiet if key_of(said) == key_of(chosen)), chosen)
    agreeing = [claim.witness for claim in told if fold(claim.value) == fold(chosen)]
    return Claim(chosen[:HEADLINE_LIMIT], ", ".join(dict.fromkeys(agreeing)))


def _read_forms(document: Document, outlets: Sequence[str]) -> _Forms:
    headline = clean(document.article.get("headline"))
    return _Forms(
        shared=Claim(document.first("og:title") or "", "og:title"),
        told=Claim(headline, f"{document.told_in} headline"),
        meta=Claim(document.first(*_META) or "", "meta title"),
        title=Claim(title_of(document), "title"),
        heads=find_heads(document),
        shown=find_shown(document),
        outlets=outlets,
    )


def _strip(claim: Claim, forms: _Forms) -> Claim:
    return replace(claim, value=strip_outlet(claim.value, forms.outlets))


def _rank(document: Document, forms: _Forms) -> Iterator[Claim]:
    """Yield the forms of the headline, the most trusted first."""
    machine = [forms.shared.value, forms.told.value, forms.title.value]
    heads = [*forms.shown[: 1 if _is_in_trail(forms) else None], *forms.heads]
    head = next((h for h in forms.heads if any(_is_in(h, m) for m in machine)), "")
    head = head or next(iter(forms.heads), "")
    yield Claim(_find_marked(document, heads, forms.shared.value), "itemprop headline")
    if not is_cut(forms.shared.value, (forms.told.value, head, forms.title.value)):
        yield from (forms.told, forms.shared) if _is_made(forms) else (forms.shared, forms.told)
    # An `h1` with the name of the site alone is worth less than a title with a headline in it.
    named = key_of(head) in forms.outlets
    last = (forms.title, Claim(head, "h1")) if named else (Claim(head, "h1"), forms.title)
    yield from (forms.told, *last[: 1 if named else None], forms.meta, *last)


def _is_in_trail(forms: _Forms) -> bool:
    return forms.shown != forms.heads


def _is_made(forms: _Forms) -> bool:
    """Say whether the form to be shared was made, and what search engines are told was written.

    It was made of the title if it carries the outlet. Else the other has to be what readers see:
    the heading under a trail, or any that is told to those who share by other means too.
    """
    shared, told = forms.shared.value, fold(forms.told.value)
    if strip_outlet(shared, forms.outlets) != shared:
        return True
    # Word for word, since a template glues the kicker to it with a colon that no reader sees.
    if key_of(told) == key_of(shared) or told not in map(fold, forms.shown):
        return False
    return _is_in_trail(forms) or told == fold(_strip(forms.meta, forms).value)


def _find_marked(document: Document, heads: Sequence[str], shared: str) -> str:
    """Return the heading that is marked as the headline, if it has other words than `shared`."""
    said = {fold(head): head for head in reversed(heads)}
    marked = islice(document.elements.telling("headline"), 10)
    words = (element.get("content") or " ".join(element.itertext()) for element in marked)
    found = next((said[key] for word in words if (key := fold(clean(word))) in said), "")
    return found if key_of(found) != key_of(shared) else ""


def _is_in(head: str, title: str) -> bool:
    return bool(title) and fold(head) in fold(title)


def _without_rest(title: str, others: Sequence[Claim]) -> str:
    """Return the part of `title` that another claim is, where a separator sets it apart."""
    said = fold(title)
    for claim in others:
        part = fold(claim.value)
        # So short a part is rather the kicker or the outlet.
        if len(part) < 0.4 * len(said) or part == said:
            continue
        if said.startswith(part) and re.match(r"\s*[|｜ㅣ·•:：/—–-]", said[len(part) :]):
            return claim.value
        # A colon or a dash in front is no separator here: it may be the sentence's own.
        if said.endswith(part) and re.search(r"[|｜ㅣ·•/]\s*$", said[: -len(part)]):
            return claim.value
    return title
