"""Tell whether two captures are of one story, and whether they say the same.

White space, quotes, dashes and case make no difference, nor do the lines that a site renews by
itself: when it was updated, how long ago that was, and what else to read.
"""

import re
from typing import TypeAlias

from generator.files import digest_bytes
from generator.model import Header
from generator.text import fold
from generator.urls import canonical_url

Identity: TypeAlias = tuple[str, ...]
"""What all captures of one story have in common."""

_STAMP = (
    r"(?:(?:last|first|zuletzt) )?"
    r"(?:updated|published|posted|modified|aktualisiert|veröffentlicht|stand|publié|mis à jour"
    r"|modifié|actualizado|publicado|aggiornato|pubblicato|bijgewerkt|gepubliceerd)\b"
    # A number must follow: "Published by his widow" is a line of the article.
    r"(?=.{0,60}\d).{0,80}"
)
_AGO = r"(?:\d{1,3}|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago"
_SIGNPOST = (
    r"(?:read more|read also|also read|see also|related|more on this|more from|lesen sie auch"
    r"|mehr zum thema|lire aussi|lee también|leggi anche|lees ook)\b.{0,200}"
)
_PASSING = re.compile(f"(?:{_STAMP}|{_AGO}|{_SIGNPOST})")


def identify(header: Header) -> Identity:
    """Return the identity of a capture: its canonical URL, or else who said what on which day."""
    if header.url:
        return (canonical_url(header.url),)
    day = header.published.isoformat()[:10] if header.published else ""
    return (fold(header.source or ""), fold(header.headline), day)


def digest_identity(identity: Identity) -> str:
    """Return the SHA-256 of an identity in hexadecimal."""
    return digest_bytes("\n".join(identity).encode("utf-8", "surrogatepass"))


def digest_wording(headline: str, text: str) -> str:
    """Return a digest that two captures share if they say the same."""
    lines = [fold(line) for line in (headline, *text.split("\n"))]
    said = " ".join(line for line in lines if line and not _PASSING.fullmatch(line))
    return digest_bytes(said.encode("utf-8", "surrogatepass"))
