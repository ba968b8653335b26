"""What a page says twice: its headline, and the sentences that it pulls out of its text."""

from collections import Counter
from collections.abc import Sequence

from generator.parsing.boxes import LINES, Piece
from generator.parsing.prose import PROSE_LENGTH, length
from generator.parsing.selection import Reading
from generator.text import fold

_WHOLE_LENGTH = 2_000
_LEAST_PULLED = 20
_MOST_PULLED = 400
_LOOKS_LIMIT = 100
"""The most lines set apart that are looked for in a whole text."""


def drop_repeats(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the headline, prose that was said before, and quotations pulled out of it."""
    texts = [fold(piece.text) for piece in pieces]
    pulled = _find_pulled(pieces, texts)
    seen = {fold(reading.headline)}
    kept = []
    for piece, said in zip(pieces, texts, strict=True):
        if piece.kind == "text" and (said in seen or piece in pulled):
            continue
        if len(said) > _WHOLE_LENGTH and sum(text in said for text in texts if len(text) > 99) > 3:
            continue  # The whole text once more, for a script to show or hide.
        if length(said) >= PROSE_LENGTH:
            seen.add(said)
        kept.append(piece)
    return kept


def _find_pulled(pieces: Sequence[Piece], texts: Sequence[str]) -> set[Piece]:
    """Return the quotations set apart that the text has as well."""
    looks = Counter(piece.look for piece in pieces if piece.kind == "text")
    apart = [
        (piece, bare)
        for piece, said in zip(pieces, texts, strict=True)
        if _LEAST_PULLED < len(bare := said.strip("\"'.…- ")) < _MOST_PULLED
        and (_is_quoted(piece) or _is_alone(piece, looks))
    ]
    # Its own line is one of those that say it.
    return {
        piece for piece, bare in apart[:_LOOKS_LIMIT] if sum(bare in text for text in texts) > 1
    }


def _is_quoted(piece: Piece) -> bool:
    return piece.kind == "text" and any(
        box.tag in ("blockquote", "aside") for box in piece.box.lineage()
    )


def _is_alone(piece: Piece, looks: Counter[tuple[str, str, str]]) -> bool:
    """Say whether a line stands in a box that no other is set like, and is no paragraph's."""
    if piece.kind != "text" or piece.heading:
        return False
    return looks[piece.look] == 1 and (piece.box.tag not in LINES or bool(piece.box.names))
