"""The cards of a pasted page that lead to other articles."""

import re
from collections.abc import Iterator, Sequence

from generator.model import Related
from generator.parsing.pasted.cues import find_aside, fold_line, opens_cards
from generator.parsing.pasted.layout import Layout
from generator.parsing.pasted.lines import Kind, Line, is_time
from generator.parsing.pasted.sentences import ends_sentence
from generator.text import fold

_FAR = 80
_MOST = 20
_WITHIN = frozenset([Kind.SHORT, Kind.TEASER, Kind.TIME, Kind.CAPTION, Kind.CREDIT])
_PAID = re.compile(
    r"sponsor|promoted|paid (?:content|promotion|links?)|partner|anzeige|advertis|publicite"
    r"|publicidad"
)


def find_related(lines: Sequence[Line], layout: Layout) -> tuple[Related, ...]:
    """Return the headlines of the cards below the text, and of those that interrupt it.

    A card is a headline with an excerpt that breaks off, or with a time, or under "Related" and
    its like. What is sponsored, and what follows it, is none.
    """
    own = fold(lines[layout.headline].text) if layout.headline is not None else ""
    found = {fold(text): text for text in [*_asides(lines, layout), *_cards(lines, layout)]}
    found.pop(own, None)
    return tuple(Related(headline=text) for text in list(found.values())[:_MOST])


def _asides(lines: Sequence[Line], layout: Layout) -> Iterator[str]:
    for line in lines[layout.start : layout.end]:
        if line.kind is Kind.NOTE and (text := find_aside(line.text)) and len(text.split()) >= 4:
            yield text


def _cards(lines: Sequence[Line], layout: Layout) -> Iterator[str]:
    last = min(len(lines), layout.end + _FAR)
    headed = False
    for i in range(layout.end, last):
        if _PAID.match(fold_line(lines[i].text)):
            return
        # Headed until a line comes that no card has.
        headed = opens_cards(lines[i].text) or (headed and lines[i].kind in _WITHIN)
        told = headed or _has_excerpt(lines[i + 1 : min(i + 3, last)])
        if told and _may_be_headline(lines[i], lines[i + 1 : i + 2]):
            yield lines[i].text


def _may_be_headline(line: Line, below: Sequence[Line]) -> bool:
    """Say whether a line is a card's headline; one that is timed may be short, or a question."""
    timed = any(is_time(other.text) for other in below)
    question = timed and line.kind is Kind.TEASER and line.text.endswith("?")
    least = 3 if timed else 4
    plain = line.kind is Kind.SHORT and not ends_sentence(line.text)
    return (plain or question) and least <= line.words <= 25


def _has_excerpt(below: Sequence[Line]) -> bool:
    if below and is_time(below[0].text):
        return True
    return bool(below) and below[0].kind is Kind.TEASER
