"""Notices within a text that ask for consent: to cookies, or to what another site would show there.

Their boxes have no names that tell, but a button, and words that no other box with a button has.
"""

import re
from itertools import islice

from generator.parsing.boxes import Box, Piece
from generator.parsing.selection import CARD_LENGTH, Reading

_NOTICE_LENGTH = 900
_DEPTH = 3
_WORDS = re.compile(
    r"\b(?:cookies?|consent|gdpr|einwillig\w+|zustimm\w+|datenschutz\w*|drittanbieter\w*"
    r"|extern\w* inhalte?|(?:external|third[- ]party) (?:content|providers?)|consentement"
    r"|contenus? (?:externes?|tiers)|consentimiento|contenido externo|consenso|consentimento"
    r"|toestemming|samtycke|samtykke|zgod[aęy]|souhlas\w*|hozzájárul\w+)\b|cookie",
    re.IGNORECASE,
)


def drop_consents(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the paragraphs that speak of consent in a small box with a button."""
    return [p for p in pieces if not (_speaks_of_it(p) and _has_button(p, reading))]


def _speaks_of_it(piece: Piece) -> bool:
    short = piece.kind == "text" and len(piece.text) <= _NOTICE_LENGTH
    return short and bool(_WORDS.search(piece.text))


def _has_button(piece: Piece, reading: Reading) -> bool:
    return any(
        _holds_button(box)
        for box in islice(piece.box.within(reading.box), _DEPTH)
        if reading.sheet.sums.get(box, 0) <= CARD_LENGTH
    )


def _holds_button(box: Box) -> bool:
    controls = box.element.iterdescendants("button", "input", "a")
    return any(
        control.tag == "button"
        or control.get("role") == "button"
        or control.get("type") in ("button", "submit")
        for control in islice(controls, 20)
    )
