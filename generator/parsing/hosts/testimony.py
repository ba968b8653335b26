"""What somebody who knows a site says of one of its pages."""

from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from lxml.html import HtmlElement

from generator.parsing.document import Claim


class Listed(NamedTuple):
    """Several values of one thing, and where they are from."""

    values: tuple[str, ...]
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """What is said of a page, by field; what nothing is said of is None or empty.

    The text is either in `elements`, all of it, or told in the words of its `paragraphs`; then
    `told_by` says who tells it.
    """

    headline: Claim | None = None
    dek: Claim | None = None
    kicker: Claim | None = None
    section: Claim | None = None
    published: Claim | None = None
    modified: Claim | None = None
    byline: Listed | None = None
    topics: Listed | None = None
    elements: tuple[HtmlElement, ...] = ()
    paragraphs: tuple[str, ...] = ()
    told_by: str | None = None

    def over(self, other: "Testimony") -> "Testimony":
        """Return what this says, and what `other` says of that of which this says nothing."""
        said = {f.name: mine for f in fields(self) if (mine := getattr(self, f.name))}
        # A text that a person has pointed at is not to be mended by what another one says.
        if self.elements:
            said["paragraphs"] = ()
        return replace(other, **said)
