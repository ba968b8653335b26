"""Keep what stories are counted and filtered by: source, section, topics, people, and the date.

A part's values stay beside its index; the browser gets one file for each column of all parts.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.files import write_text
from generator.model import Story
from generator.search.days import Days, make_days, render_days
from generator.search.varint import encode, encode_texts

FACETS = ("source", "section", "topic", "byline")
"""The columns by whose values stories are counted, beside the year."""

_FILE = "columns.json"


@dataclass(frozen=True, slots=True)
class Columns:
    """The values of all stories, by their numbers."""

    published: tuple[str | None, ...]
    values: Mapping[str, tuple[tuple[str, ...], ...]]
    """For each of FACETS, what each story has of it."""

    @property
    def days(self) -> Days:
        """The dates, to find ranges of them."""
        return make_days(self.published)

    def select(self, filters: Mapping[str, Sequence[str]]) -> frozenset[int]:
        """Return the stories that have, of each column in `filters`, one of the values given.

        Columns are those of FACETS, and "year".
        """
        chosen = set(range(len(self.published)))
        for name, wanted in filters.items():
            asked = frozenset(wanted)
            chosen = {number for number in chosen if asked.intersection(self._read(name, number))}
        return frozenset(chosen)

    def _read(self, name: str, number: int) -> tuple[str, ...]:
        if name == "year":
            return ((self.published[number] or "")[:4],)
        return self.values[name][number]


def write_part(stories: Sequence[Story], folder: Path) -> None:
    """Write the values of a part's stories, in the order of their numbers, into its folder."""
    said = {
        "published": [_read_published(story) for story in stories],
        **{name: [read_values(story, name) for story in stories] for name in FACETS},
    }
    text = json.dumps(said, separators=(",", ":"))
    write_text(folder / _FILE, text)


def read_parts(folders: Sequence[Path]) -> Columns:
    """Return the values of all stories, from the folders of the parts in their order."""
    parts = [json.loads((folder / _FILE).read_text(encoding="utf-8")) for folder in folders]
    return Columns(
        tuple(said for part in parts for said in part["published"]),
        {name: tuple(tuple(of) for part in parts for of in part[name]) for name in FACETS},
    )


def read_values(story: Story, name: str) -> tuple[str, ...]:
    """Return what a story has of a column of FACETS."""
    header = story.header
    if name in {"source", "section"}:
        value = header.source if name == "source" else header.section
        return (value,) if value else ()
    return header.topics if name == "topic" else header.byline


def render_columns(columns: Columns) -> dict[str, bytes]:
    """Return the file of each column: the dates as `days`, the others by their names."""
    files = {name: _render_column(columns.values[name]) for name in FACETS}
    return {"days": render_days(columns.days), **files}


def _render_column(values: Sequence[Sequence[str]]) -> bytes:
    """Return the values by how many stories have them, how many each story has, and which."""
    counts = Counter(value for of in values for value in of)
    known = sorted(counts, key=lambda value: (-counts[value], value))
    places = {value: place for place, value in enumerate(known)}
    rows = [sorted(places[value] for value in of) for of in values]
    steps = [after - before for row in rows for before, after in pairwise([0, *row])]
    return encode_texts(known) + encode([len(row) for row in rows]) + encode(steps)


def _read_published(story: Story) -> str | None:
    """Return a story's date without its time; two that differ in time alone are of one day."""
    published = story.header.published
    return published.isoformat()[:10] if published else None
