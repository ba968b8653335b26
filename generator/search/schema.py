"""Say what is searched of a story, and what the index keeps to show it.

A field's text stands in parts, and no phrase reaches from one part into the next.
"""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import fields as list_fields
from typing import Any, TypeAlias, TypeVar

from whoosh import fields, formats

from generator.model import Story

STORY = "story"
"""What Whoosh keeps a story under."""

_Text = TypeVar("_Text", str, str | None)

Parts: TypeAlias = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class SearchField:
    """A field that a query may name; `everyday` ones are searched where it names none."""

    name: str
    everyday: bool
    read: Callable[[Story], Parts]


def _read_body(story: Story) -> Parts:
    """Return all that a reader reads between headline and end."""
    header = story.header
    return header.kicker, header.dek, header.dateline, story.text


def _read_byline(story: Story) -> Parts:
    header = story.header
    return *header.byline, *header.credits, header.agency


SEARCH_FIELDS = (
    SearchField("headline", True, lambda story: (story.header.headline,)),
    SearchField("body", True, _read_body),
    SearchField("source", False, lambda story: (story.header.source,)),
    SearchField("section", False, lambda story: (story.header.section,)),
    SearchField("topic", True, lambda story: story.header.topics),
    SearchField("byline", True, _read_byline),
)
"""The fields, in the order in which a story's scores are summed."""

FIELD_NAMES = tuple(field.name for field in SEARCH_FIELDS)
EVERYDAY_FIELDS = tuple(field.name for field in SEARCH_FIELDS if field.everyday)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What the index keeps of a story, so that a hit can be shown without opening its file."""

    page: str
    url: str | None
    headline: str
    source: str | None
    published: str | None
    dek: str | None
    text: str


def detach(text: _Text) -> _Text:
    """Return a text that may be pickled as an object of its own, unless it is ASCII.

    With others Python keeps their UTF-8 once they are pickled, for as long as they live.
    """
    if text is None or text.isascii():
        return text
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")


_STORED_NAMES = tuple(field.name for field in list_fields(Stored))


def make_stored(story: Story) -> Stored:
    """Return what the index keeps of `story`."""
    header = story.header
    return Stored(
        page=story.address,
        url=header.url,
        headline=header.headline,
        source=header.source,
        published=header.published.isoformat() if header.published else None,
        dek=header.dek,
        text=detach(story.text),
    )


def flatten(stored: Stored) -> tuple[str | None, ...]:
    """Return what is kept as plain values, which Whoosh can keep."""
    return tuple(getattr(stored, name) for name in _STORED_NAMES)


def restore(values: tuple[str | None, ...]) -> Stored:
    """Return what `flatten` was given."""
    said: dict[str, Any] = dict(zip(_STORED_NAMES, values, strict=True))
    return Stored(**said)


class Positions(formats.Format):  # type: ignore[misc]  # Whoosh has no types
    """Keep where a word stands in a field, as numbers of 32 bits."""

    def decode_positions(self, encoded: bytes) -> list[int]:
        """Return the places of a word, in order."""
        return memoryview(encoded).cast("I").tolist()


class WordField(fields.FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of words that others have read: scored, with positions."""

    def __init__(self) -> None:
        super().__init__(Positions(), None, scorable=True)


def make_schema() -> fields.Schema:
    """Return Whoosh's schema."""
    schema = fields.Schema(**{STORY: fields.STORED})
    for name in FIELD_NAMES:
        schema.add(name, WordField())
    return schema
