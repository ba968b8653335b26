"""Write what the browser shows of each story, and the addresses of originals, in blocks.

A block is lines of text: first all headlines, then all pages, sources and times, so that like comes
next to like. Most pages follow from time and headline, and need no more than an empty line; the
sources that a part has most often are named once for all its blocks, and are one character there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.model import Story

CARDS = 34
"""How many cards a block has."""

ORIGINS = 4000
"""How many addresses of originals a block has; they are asked for one at a time."""

SOURCES = 90
"""How many sources a part names at most."""

_FIRST_SOURCE = ord("!")
_LEAST = 3
"""A source is named that so many stories have."""

_SLUG_LIMIT = 80


def list_sources(stories: Sequence[Story]) -> list[str]:
    """Return the sources that are named once, the most frequent first."""
    counts = Counter(_clean(story.header.source or "") for story in stories)
    common = [source for source, count in counts.items() if source and count >= _LEAST]
    return sorted(common, key=lambda source: (-counts[source], source))[:SOURCES]


def render_cards(stories: Sequence[Story], sources: Sequence[str]) -> Iterator[bytes]:
    """Yield the cards of `stories`, in their order, block by block; `sources` have signs there."""
    signs = {source: chr(_FIRST_SOURCE + number) for number, source in enumerate(sources)}
    for block in _cut(stories, CARDS):
        headers = [story.header for story in block]
        yield _join_lines(
            [
                *(header.headline for header in headers),
                *(shorten_page(story) for story in block),
                *(_write_source(header.source, signs) for header in headers),
                *(write_time(story) for story in block),
            ]
        )


def render_origins(stories: Sequence[Story]) -> Iterator[bytes]:
    """Yield the addresses of the originals of `stories`, block by block; an empty line is none."""
    for block in _cut(stories, ORIGINS):
        yield _join_lines([story.header.url or "" for story in block])


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


def _write_source(source: str | None, signs: Mapping[str, str]) -> str:
    """Return a source's sign, or itself where it has none: no such line is one character long."""
    clean = _clean(source or "")
    plain = f" {clean}" if len(clean) == 1 or clean.startswith(" ") else clean
    return signs.get(clean, plain)


def _join_lines(lines: Sequence[str]) -> bytes:
    return "\n".join(map(_clean, lines)).encode()


def _clean(line: str) -> str:
    # No line may have a second one in it; half a surrogate pair has no bytes.
    return line.replace("\n", " ").encode(errors="replace").decode()


def _cut(stories: Sequence[Story], size: int) -> Iterator[Sequence[Story]]:
    left = iter(stories)
    while block := tuple(islice(left, size)):
        yield block
