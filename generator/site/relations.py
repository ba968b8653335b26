"""Find what a story's page leads to: its neighbours of the day, and earlier stories like it.

Only stories that are not later than a story's own day count, so that an old page stays as it is
when newer stories arrive.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from generator.site.cards import Card

DAY_LIMIT = 6
"""The most stories of the same day that a page lists."""

EARLIER_LIMIT = 5
"""The most earlier stories on the same topics that a page lists."""

_REMEMBERED = 12  # how many of a topic's last stories are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """The stories that one story's page leads to."""

    previous: Card | None = None
    next: Card | None = None
    same_day: tuple[Card, ...] = ()
    earlier: tuple[Card, ...] = ()


NONE = Relations()
"""What a story without a date leads to."""


def relate(cards: Sequence[Card]) -> dict[str, Relations]:
    """Return the relations of each dated story by its address, in one pass."""
    found: dict[str, Relations] = {}
    recent: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    dated = sorted((card for card in cards if card.period), key=attrgetter("period"))
    for _, group in groupby(range(len(dated)), key=lambda place: dated[place].period):
        places = list(group)
        day = dated[places[0] : places[-1] + 1]
        for at, card in enumerate(day):
            found[card.address] = Relations(
                previous=day[at - 1] if at else None,
                next=day[at + 1] if at + 1 < len(day) else None,
                same_day=tuple(_rest_of_day(day, at)),
                earlier=tuple(dated[place] for place in _likest(recent, card.topics)),
            )
        for place in places:
            for topic in dated[place].topics:
                recent[topic].append(place)
    return found


def _rest_of_day(day: Sequence[Card], at: int) -> Iterator[Card]:
    """Yield the stories after one of a day, and then those from the day's start."""
    for step in range(1, min(len(day), DAY_LIMIT + 1)):
        yield day[(at + step) % len(day)]


def _likest(recent: Mapping[str, Iterable[int]], topics: Iterable[str]) -> list[int]:
    """Return the places of the stories that share most topics, the latest of equals first."""
    shared = Counter(place for topic in topics for place in recent.get(topic, ()))
    return sorted(shared, key=lambda place: (-shared[place], -place))[:EARLIER_LIMIT]
