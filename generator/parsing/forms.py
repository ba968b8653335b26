"""Small boxes within a text that want something of the reader: consent, or an address for letters.

They have no names that tell, but a button beside words on cookies, or a field for an address.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from generator.parsing.boxes import Box, Piece
from generator.parsing.selection import CARD_LENGTH, Reading

_NOTICE_LENGTH = 900
_DEPTH = 3
_SHARE = 0.25
_CONTROLS = 200
_WORDS = re.compile(
    r"\b(?:cookies?|consent|gdpr|einwillig\w+|zustimm\w+|datenschutz\w*|drittanbieter\w*"
    r"|extern\w* inhalte?|(?:external|third[- ]party) (?:content|providers?)|consentement"
    r"|contenus? (?:externes?|tiers)|consentimiento|contenido externo|consenso|consentimento"
    r"|toestemming|samtycke|samtykke|zgod[aęy]|souhlas\w*|hozzájárul\w+)\b|cookie",
    re.IGNORECASE,
)
_MAIL = re.compile(r"e-?mail", re.IGNORECASE)


def drop_forms(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop small boxes with a field for an address, and what speaks of consent beside a button."""
    asking = {outer for field in _find_fields(reading.box) for outer in _ancestors(field)}
    return [p for p in pieces if not (_is_asked(p, reading, asking) or _consents(p, reading))]


def _find_fields(box: Box) -> Iterator[HtmlElement]:
    for field in islice(box.element.iterdescendants("input"), _CONTROLS):
        told = f"{field.get('type') or ''} {field.get('name') or ''}"
        if field.get("type") != "hidden" and _MAIL.search(told):
            yield field


def _ancestors(field: HtmlElement) -> Iterator[HtmlElement]:
    return islice(field.iterancestors(), _DEPTH + 1)


def _is_asked(piece: Piece, reading: Reading, asking: set[HtmlElement]) -> bool:
    if not asking:
        return False
    most = _SHARE * reading.sheet.sums.get(reading.box, 0)
    return any(
        box.element in asking and reading.sheet.sums.get(box, 0) <= min(most, CARD_LENGTH)
        for box in islice(piece.box.within(reading.box), _DEPTH)
    )


def _consents(piece: Piece, reading: Reading) -> bool:
    short = piece.kind == "text" and len(piece.text) <= _NOTICE_LENGTH
    if not short or not _WORDS.search(piece.text):
        return False
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
