"""Whether a pasted page holds an article: fronts, results, walls and notices are pasted as well."""

from collections.abc import Sequence

from generator.parsing.gates.addresses import read_address
from generator.parsing.gates.notices import Words, find_notice
from generator.parsing.gates.phrases import find_sayings, names_itself
from generator.parsing.gates.said_of_pages import SEARCH
from generator.parsing.pasted.layout import Layout
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.sentences import count_words, ends_sentence
from generator.parsing.pasted.signatures import is_signature
from generator.text import fold

CARDS_LIMIT = 6
"""The fewest cards, a headline with its excerpt, that make a list."""

_FEW_CARDS = 3
_NAME_WORDS = 4
_TOP = 15
_EXCERPTS = frozenset([Kind.PROSE, Kind.TEASER, Kind.NOTE])
_CLOSING = frozenset([Kind.TIME, Kind.END])


def find_pasted_fault(
    lines: Sequence[Line], layout: Layout, body: Sequence[Line], url: str | None
) -> str | None:
    """Return why a pasted page is no article, or None where it may be one.

    `body` are the lines of its text. Navigation stands above most articles, so that no line but
    the headline counts as what a page calls itself.
    """
    title = lines[layout.headline].text if layout.headline is not None else ""
    shown = body or lines
    words = Words(
        titles=(title or (lines[0].text if lines else ""),),
        text=tuple(line.text for line in shown),
        words=sum(line.words for line in body),
        address=read_address(url),
        count=count_words,
    )
    # Plain text is built like nothing, so that words and address have to do.
    if notice := find_notice(words, lambda _kind: False):
        return notice
    cards = find_cards(lines)
    if _is_search(lines, len(cards)):
        return "a page of search results: save the article itself"
    own = {fold(line.text) for line in lines if line.kind is Kind.PROSE and line in body}
    listed = own <= {fold(lines[at].text) for at in cards} and _says_once(lines, title)
    if len(cards) >= CARDS_LIMIT and listed:
        return "a section front, a list of articles: save the article itself"
    return None


def find_cards(lines: Sequence[Line]) -> list[int]:
    """Return the numbers of the excerpts of cards: under a headline, and over a time or a name."""
    return [
        at
        for at in range(1, len(lines))
        if lines[at].kind in _EXCERPTS
        and lines[at].words > lines[at - 1].words >= _FEW_CARDS
        and not ends_sentence(lines[at - 1].text)
        and _is_closed(lines[at + 1 : at + 3])
    ]


def _is_closed(below: Sequence[Line]) -> bool:
    """Say whether a time, a byline or a "Read more" follows, be it behind a name."""
    first = next(iter(below), None)
    if first is None:
        return False
    closes = first.kind in _CLOSING or is_signature(first.text)
    return closes or (first.words <= _NAME_WORDS and below[-1].kind in _CLOSING)


def _is_search(lines: Sequence[Line], cards: int) -> bool:
    named = any(
        # "Search" alone is a button on most pages.
        names_itself(line.text, SEARCH) and (line.words > 1 or not line.text.isascii())
        for line in lines[:_TOP]
    )
    said = any(find_sayings(line.text, SEARCH) for line in lines[:_TOP])
    return named and (said or cards >= _FEW_CARDS)


def _says_once(lines: Sequence[Line], title: str) -> bool:
    """Say whether a headline stands once on the page: an article's is its title as well."""
    said = fold(title)
    return not title or sum(fold(line.text) == said for line in lines) == 1
