"""The topics that a page shows: links to the pages of its tags, near the article.

<ul class="tags"><li><a href="/x">Harbours</a></li></ul>       told by the name of a class
<a href="/topic/harbours">Harbours</a>                          told by the address
<h4>More about</h4><a href="/x">Harbours</a>                    told by the words above them
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Literal

from lxml.html import HtmlElement

from generator.parsing.boxes import Piece
from generator.parsing.document import Document, clean
from generator.parsing.pasted.cues import fold_line
from generator.parsing.pasted.furniture import NAVIGATION

LINKS_LIMIT = 3_000
"""The most links of a page that are looked at."""

TAG_LENGTH = 60
"""The most characters of a tag that is shown."""

WORDS_LIMIT = 6
"""The most words of one."""

_PAGE = re.compile(
    r"/(?:tags?|topics?|themen?|thema|temas?|etiquetas?|keywords?|mots?-cles?|emne|amne|stikord|tagy"
    r"|schlagworte?|organi[sz]ations?|persons?|people|personen|places?|orte|sujets?|dossiers?|etiket"
    r"|konu|tematy|aihe|cimke|list|categor(?:y|ies))[/-][^/?#]{2,}"
)
_NAMES = re.compile(
    r"(?<![a-z])(?:tags?|topics?|keywords?|themen|etiquetas|label-?items?)(?![a-z])", re.IGNORECASE
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_+")
_OTHERS = re.compile(r"card|teaser|related|trending|popular|menu|navbar|footer-nav", re.IGNORECASE)
_LABELS = frozenset(
    phrase.strip()
    for phrase in """
    tags | tagged | tagged in | topics | related topics | more on | more about | read more about
    | explore more | explore more on | in this story | in this article | filed under | keywords
    | themen | mehr lesen uber | mehr uber | mehr zu | themen des artikels | schlagworte
    | schlagworter | stichworte | stichworter | mots-cles | mots cles | sujets | thematiques | temas
    | etiquetas | mas sobre | argomenti | tag | topicos | assuntos | mais sobre | onderwerpen
    | meer over | emner | amnen | mer om | mere om | aiheet | avainsanat | tagi | tematy | temata
    | temy | stitky | cimkek | etiketler | konular | topik | chu de | теги | темы | теми | θεματα
    | タグ | キーワード | 關鍵字 | 标签 | 標籤 | 태그 | 키워드 | תגיות | وسوم
    """.split("|")
)
_NO_TAGS = NAVIGATION | frozenset(["all", "alle", "back", "the", "to", "zum", "zur"])
_LEVELS = 5
_TEXTS = ("article", "h1", "h2", "figure")


def find_labelled(near: Sequence[Piece]) -> list[str]:
    """Return the short links under a line such as "Topics", or behind it."""
    for at, piece in enumerate(near):
        if piece.kind == "text" and fold_line(piece.text).strip(" :") in _LABELS:
            return list(_take_links(near[at + 1 :]))
    return []


def _take_links(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        names = [clean(text) for text, style in piece.segments if style.href and text.strip()]
        if piece.kind != "text" or not piece.is_link or not all(map(_is_short, names)):
            return
        yield from names


def find_shown_tags(document: Document, text: Sequence[Piece]) -> list[str]:
    """Return the links to tags that stand together, as near as any to the pieces of the text."""
    groups: dict[HtmlElement, list[str]] = {}
    marked: set[HtmlElement] = set()
    for link in islice(document.elements.named("a"), LINKS_LIMIT):
        mark = _find_mark(link)
        if mark and _is_short(name := clean(" ".join(link.itertext()))):
            group = _find_group(link)
            groups.setdefault(group, []).append(name)
            marked |= {group} if mark == "class" else set()
    home = frozenset(text[0].box.element.iterancestors()) if text else frozenset()

    def nearness(group: HtmlElement) -> tuple[int, int]:
        # The more boxes a list has in common with the text, the nearer it is; of equals it is the
        # longest.
        return sum(outer in home for outer in group.iterancestors()), len(groups[group])

    # A single link to a tag's page may be any; among others it is one of a list.
    several = [group for group, names in groups.items() if len(names) > 1 or group in marked]
    lists = [group for group in several if _is_list(group, groups[group])]
    return groups[max(lists, key=nearness)] if lists else []


def _is_short(name: str) -> bool:
    words = fold_line(name).split()
    return (
        1 < len(name) <= TAG_LENGTH and len(words) <= WORDS_LIMIT and not _NO_TAGS.issuperset(words)
    )


def _find_mark(link: HtmlElement) -> Literal["class", "address"] | None:
    """Return by what a link is told to lead to a tag: the names of boxes round it, its address."""
    close = [link, *islice(link.iterancestors(), 2), *islice(link, 1)]
    classes = [element.get("class") for element in close]
    named = any(map(_marks_tags, filter(None, classes)))
    named = named or "tag" in (link.get("rel") or "").split()
    if not named and not _PAGE.search((link.get("href") or "").lower()):
        return None
    around = [link, *islice(link.iterancestors(), _LEVELS)]
    if any(_marks_others(element.get("class") or "") for element in around):
        return None
    if named:
        return "class"
    return None if any(element.tag in ("nav", "header") for element in around) else "address"


@lru_cache(maxsize=4096)
def _marks_tags(names: str) -> bool:
    return bool(_NAMES.search(_CAMEL.sub("-", names[:300])))


@lru_cache(maxsize=4096)
def _marks_others(names: str) -> bool:
    return bool(_OTHERS.search(names[:300]))


def _find_group(link: HtmlElement) -> HtmlElement:
    """Return the smallest box round a link that has another one, and no text; else the next."""
    outer = list(islice(link.iterancestors(), _LEVELS))
    box = next((box for box in outer if len(list(islice(box.iter("a"), 2))) == 2), None)
    return outer[0] if box is None or next(box.iter(*_TEXTS), None) is not None else box


def _is_list(group: HtmlElement, names: Sequence[str]) -> bool:
    """Say whether a group is a list of tags, and no text with links in it."""
    said = len(clean("".join(map(str, group.itertext()))))
    return said < 2 * sum(map(len, names)) + TAG_LENGTH
