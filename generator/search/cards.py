"""Write what the browser shows of each story, and the addresses of originals, in blocks.

A block is lines of text: first all headlines, then all pages, sources and times, so that like comes
next to like. Most pages follow from time and headline, and need no more than an empty line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from generator.model import Story

CARDS = 38
"""How many cards a block has."""

ORIGINS = 1000
"""How many addresses of originals a block has; they are asked for one at a time."""

_SLUG_LIMIT = 80


def render_cards(stories: Sequence[Story]) -> Iterator[bytes]:
    """Yield the cards of `stories`, in their order, block by block."""
    for block in _cut(stories, CARDS):
        headers = [story.header for story in block]
        yield _join_lines(
            [
                *(header.headline for header in headers),
                *(shorten_page(story) for story in block),
                *(header.source or "" for header in headers),
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


def _join_lines(lines: Sequence[str]) -> bytes:
    # No line may have a second one in it; half a surrogate pair has no bytes.
    return "\n".join(line.replace("\n", " ") for line in lines).encode(errors="replace")


def _cut(stories: Sequence[Story], size: int) -> Iterator[Sequence[Story]]:
    left = iter(stories)
    while block := tuple(islice(left, size)):
        yield block
