"""What is asked of an archive's search, what it answers, and what its page needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["relevance", "newest", "oldest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query, and which of the stories it finds are wanted, in which order.

    `first` and `last` are days, months or years: a story's date must lie between them. Of each
    column in `filters` (source, section, topic, byline, year) it must have one of the values. A
    `limit` of None gives all.
    """

    text: str
    limit: int | None = 10
    sort: Sort = "relevance"
    first: str | None = None
    last: str | None = None
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A story that a query found: `page` is its address in the site, `url` the original's."""

    page: str
    url: str | None
    headline: str
    source: str | None
    published: str | None
    score: float
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The best hits of `total`, of which `whole` have all that was asked for.

    The notes are "long", "words", "terms", "wild" and "short": why a query was not taken as it is.
    `suggestion` is the query with its words as the archive has them, or None.
    """

    hits: tuple[Hit, ...]
    total: int
    whole: int
    notes: tuple[str, ...]
    suggestion: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAssets:
    """What the search page loads, by name from the root of the site.

    `said` is what the page has in itself, so that nobody waits for it: the content of the manifest,
    and the files that every query needs. `tongues` is the script of an archive's other languages,
    which its own asks for before anything else; "" where there are none.
    """

    script: str
    manifest: str
    said: str = ""
    tongues: str = ""
