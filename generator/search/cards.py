"""Write what the browser shows of each story, in blocks of neighbours."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.search.schema import Stored

BLOCK = 24
"""How many cards a block has."""

SUMMARY_LIMIT = 140


def render_blocks(stories: Iterable[Stored]) -> Iterator[bytes]:
    """Yield the cards of `stories`, in their order, block by block as JSON."""
    cards = map(_render_card, stories)
    while block := list(islice(cards, BLOCK)):
        text = json.dumps(block, ensure_ascii=False, separators=(",", ":"))
        yield text.encode(errors="replace")  # half a surrogate pair has no bytes


def _render_card(story: Stored) -> tuple[str | None, ...]:
    summary = summarise(story.dek or story.text)
    return story.headline, story.page, story.url, story.source, story.published, summary


def summarise(text: str) -> str:
    """Return the first words of `text` on one line."""
    line = " ".join(text[: 2 * SUMMARY_LIMIT].split())
    if len(line) <= SUMMARY_LIMIT:
        return line
    return f"{line[: SUMMARY_LIMIT + 1].rpartition(' ')[0] or line[:SUMMARY_LIMIT]} …"
