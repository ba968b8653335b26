"""What search gives to the other stages."""

from dataclasses import dataclass


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
class SearchAssets:
    """What the search page loads, by name from the root of the site."""

    script: str
    manifest: str
