"""Find what a story's page leads to: its neighbours of the day, and coverage like it until then.

Only stories that are not later than a story's own day count, so that an old page stays as it is
when newer stories arrive.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Story
from generator.site.cards import Card
from generator.site.likeness import Library, Passage

RELATED_LIMIT = 3
"""The most stories like it that a page lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The stories that one story's page leads to.

    `previous` and `next` are its neighbours of the day; `alike` are those most like it by their
    words, of its own day or before, that are not its neighbours.
    """

    previous: Card | None = None
    next: Card | None = None
    alike: tuple[Card, ...] = ()


NONE = Relations()
"""What a story without a date leads to."""


def relate(stories: Sequence[Story], cards: Sequence[Card]) -> dict[str, Relations]:
    """Return the relations of each dated story by its address, in one pass.

    `cards` are those of `stories`, in the same order.
    """
    found: dict[str, Relations] = {}
    pairs = (pair for pair in zip(stories, cards, strict=True) if pair[1].period)
    dated = sorted(pairs, key=lambda pair: pair[1].period)
    library = Library()
    for _, group in groupby(range(len(dated)), key=lambda place: dated[place][1].period):
        places = list(group)
        # The whole day first, so that the order of its stories makes none of them likelier.
        library.add_day(_make_passage(*dated[place]) for place in places)
        for at, place in enumerate(places):
            beside = places[max(at - 1, 0) : at + 2]
            alike = library.find_like(place, beside, RELATED_LIMIT)
            found[dated[place][1].address] = Relations(
                previous=dated[place - 1][1] if at else None,
                next=dated[place + 1][1] if at + 1 < len(places) else None,
                alike=tuple(dated[other][1] for other in alike),
            )
    return found


def _make_passage(story: Story, card: Card) -> Passage:
    return Passage(headline=story.header.headline, text=story.text, topics=card.topics)
