"""The kicker: the few words over a headline, or in front of it in the same heading."""

from collections.abc import Sequence

from generator.parsing.boxes import Piece
from generator.parsing.cues import marks_kicker
from generator.parsing.document import Claim
from generator.parsing.pasted.signatures import is_dated

KICKER_LIMIT = 60
"""The most characters of a kicker."""


def find_kicker(pieces: Sequence[Piece], title: Piece | None, headline: str) -> Claim | None:
    """Return the kicker of the heading `title`, which shows the headline, and where it stands."""
    if title is None:
        return None
    at = title.text.casefold().rfind(headline.casefold())
    if kicker := title.text[: max(at, 0)].strip(" :|/•·–—-"):
        return Claim(kicker, "heading") if len(kicker) <= KICKER_LIMIT else None
    above = pieces[: pieces.index(title)][-3:]
    for piece in reversed(above):
        outer = piece.box.parent.names if piece.box.parent else ""
        marked = marks_kicker(piece.box.names) or marks_kicker(outer)
        if marked and piece.kind == "text" and _is_kicker(piece.text):
            return Claim(piece.text, "line above the headline")
    return None


def _is_kicker(text: str) -> bool:
    return len(text) <= KICKER_LIMIT and not is_dated(text)
