"""Lay out the stories of a day as a front page does: a lead, then the sections."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.site.cards import Card
from generator.site.pages import Edition, Group
from generator.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A day's stories: the lead, and the others by section, the largest section first."""

    lead: Card
    sections: tuple[Group, ...]


def lay_out_front(cards: Sequence[Card], edition: Edition, limit: int | None = None) -> Front:
    """Return the front page of a day's stories, with at most `limit` of each section.

    The lead is the longest story that has a picture, or else the longest.
    """
    lead = max(cards, key=lambda card: (card.picture is not None, card.weight))
    sections: dict[str, list[Card]] = defaultdict(list)
    for card in cards:
        if card is not lead:
            key = fold(card.section or "")
            sections[key if ("sections", key) in edition.shelves.by_name else ""].append(card)
    order = sorted(sections, key=lambda key: (not key, -len(sections[key])))
    return Front(
        lead=lead,
        sections=tuple(_make_section(key, sections[key][:limit], edition) for key in order),
    )


def _make_section(key: str, cards: Sequence[Card], edition: Edition) -> Group:
    if not key:
        return Group(title=edition.words.text.other_news, cards=cards)
    shelf = edition.shelves.by_name["sections", key]
    return Group(title=shelf.name, cards=cards, address=shelf.address)
