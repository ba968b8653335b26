"""Write what the browser shows of each story, and the addresses of originals, in blocks.

A block is lines of text: first all headlines, then all pages, so that like comes next to like. Most
pages follow from time and headline, and need no more than an empty line. In the last line a card
has four characters: one for its source, which is named once for all blocks of a part, and three for
its time, which follows the one before by some days; what isn't so has a line of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from generator.model import Story

CARDS = 32
"""How many cards a block has."""

ORIGINS = 4000
"""How many addresses of originals a block has; they are asked for one at a time."""

SOURCES = 90
"""How many sources a part names at most."""

_TOLD = " "
"""What stands for a source, or thrice for a time, that has a line of its own."""

_FIRST_SIGN = ord("!")
_LEAST = 3
"""A source is named that so many stories have."""

_MOST_DAYS = 90
_TO_MINUTES = len("2019-03-02T14:11")

SLUG = "\t"
"""What stands in the address of an original for the slug of its headline."""

_SLUG_LIMIT = 80


def list_sources(stories: Sequence[Story]) -> list[str]:
    """Return the sources that are named once, the most frequent first."""
    counts = Counter(_clean(story.header.source or "") for story in stories)
    common = [source for source, count in counts.items() if source and count >= _LEAST]
    return sorted(common, key=lambda source: (-counts[source], source))[:SOURCES]


def render_cards(stories: Sequence[Story], sources: Sequence[str]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the cards of `stories`, in their order, block by block; `sources` have signs there."""
    signs = {source: chr(_FIRST_SIGN + number) for number, source in enumerate(sources)}
    for block in _cut(stories, CARDS):
        lines = [story.header.headline for story in block]
        lines += [shorten_page(story) for story in block]
        facts = []
        before = ""
        for story in block:
            source, time = _clean(story.header.source or ""), write_time(story)
            sign, code = signs.get(source, _TOLD), _shorten_time(before, time)
            lines += [source] * (sign == _TOLD) + [time] * (code == _TOLD * 3)
            facts.append(sign + code)
            before = time
        yield _join_lines(lines), f"\n{''.join(facts)}".encode()


def render_origins(stories: Sequence[Story]) -> Iterator[bytes]:
    """Yield the addresses of the originals of `stories`, block by block; an empty line is none."""
    for block in _cut(stories, ORIGINS):
        yield _join_lines([_shorten_origin(story) for story in block])


def shorten_page(story: Story) -> str:
    """Return what the address of a story's page has beyond what its time and headline tell.

    It begins with "/" where it is the whole address.
    """
    folder = (write_time(story) or "undated")[:10].replace("-", "/")
    told = f"{folder}/{derive_slug(story.header.headline)}"
    page = story.address.removesuffix("/")
    rest = page.removeprefix(told)
    return rest if page.startswith(told) and not rest.startswith("/") else f"/{page}"


def derive_slug(headline: str) -> str:
    """Return the name that a headline would give its page, of ASCII letters and digits."""
    words = re.findall("[a-z0-9]+", re.sub("['’]", "", headline).lower())
    slug = "-".join(words)
    if len(slug) <= _SLUG_LIMIT:
        return slug
    return slug[: max(slug.rfind("-", 0, _SLUG_LIMIT + 1), 0)]


def write_time(story: Story) -> str:
    """Return when a story was published, in ISO 8601 as precisely as known; "" if it isn't."""
    published = story.header.published
    return published.isoformat() if published else ""


def _shorten_time(before: str, time: str) -> str:
    """Return how many days a time is after the one before, its hour and minute, as characters.

    Of one that is told in full, whose zone is another, say, they are three blanks.
    """
    if min(len(before), len(time)) < _TO_MINUTES or before[_TO_MINUTES:] != time[_TO_MINUTES:]:
        return _TOLD * 3
    then, now = (date.fromisoformat(moment[:10]) for moment in (before, time))
    days = (now - then).days
    if not 0 <= days <= _MOST_DAYS:
        return _TOLD * 3
    return "".join(chr(_FIRST_SIGN + n) for n in (days, int(time[11:13]), int(time[14:16])))


def _shorten_origin(story: Story) -> str:
    """Return the address of a story's original with `SLUG` where its headline's slug stands."""
    address = (story.header.url or "").replace(SLUG, "%09")
    slug = derive_slug(story.header.headline)
    return address.replace(slug, SLUG, 1) if slug else address


def _join_lines(lines: Sequence[str]) -> bytes:
    return "\n".join(map(_clean, lines)).encode()


def _clean(line: str) -> str:
    # No line may have a second one in it; half a surrogate pair has no bytes.
    return line.replace("\n", " ").encode(errors="replace").decode()


def _cut(stories: Sequence[Story], size: int) -> Iterator[Sequence[Story]]:
    left = iter(stories)
    while block := tuple(islice(left, size)):
        yield block
