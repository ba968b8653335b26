"""Lay out the stories of a day as a front page does: a lead, then the sections."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.site.cards import Card
from generator.site.pages import Edition, Group
from generator.text import fold

PER_SECTION = 8
"""The most stories of a section that a day's page shows with their first words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A day's stories: the lead, and the others by section, the largest section first."""

    lead: Card
    sections: tuple[Group, ...]


def lay_out_front(cards: Sequence[Card], edition: Edition) -> Front:
    """Return the front page of a day's stories: the most prominent one leads, in sections too."""
    lead, *others = by_prominence(cards)
    sections: dict[str, list[Card]] = defaultdict(list)
    for card in others:
        key = fold(card.section or "")
        sections[key if ("sections", key) in edition.shelves.by_name else ""].append(card)
    # What is in no section comes last, however much it is.
    order = sorted(sections, key=lambda key: (not key, -len(sections[key])))
    return Front(
        lead=lead, sections=tuple(_make_section(key, sections[key], edition) for key in order)
    )


def by_prominence(cards: Sequence[Card]) -> list[Card]:
    """Return stories as a page of paper would have them: with a picture first, then by length."""
    return sorted(cards, key=lambda card: (card.picture is not None, card.weight), reverse=True)


def shorten_front(front: Front, sections: int, stories: int) -> Front:
    """Return a front page with at most so many sections, and so many stories of each."""
    return replace(
        front,
        sections=tuple(
            replace(section, cards=section.cards[:stories], briefs=())
            for section in front.sections[:sections]
        ),
    )


def _make_section(key: str, cards: Sequence[Card], edition: Edition) -> Group:
    shelf = edition.shelves.by_name["sections", key] if key else None
    return Group(
        title=shelf.name if shelf else edition.words.text.other_news,
        cards=cards[:PER_SECTION],
        briefs=cards[PER_SECTION:],
        address=shelf.address if shelf else None,
    )
