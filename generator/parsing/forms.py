"""Small boxes within a text that want something of the reader: consent, or an address for letters.

They have no names that tell, but a button beside words on cookies, a field for an address, or a
heading that is a label of the site.
"""

import re
from collections.abc import Callable
from itertools import islice

from lxml.html import HtmlElement

from generator.parsing.boxes import LINES, Box, Piece
from generator.parsing.pasted.cues import is_end
from generator.parsing.pointers import is_label, is_pointer
from generator.parsing.selection import CARD_LENGTH, Reading

_NOTICE_LENGTH = 900
_DEPTH = 3
_SHARE = 0.4
_LABEL_LENGTH = 80
_CONTROLS = 500
_WORDS = re.compile(
    r"\b(?:cookies?|consent|gdpr|einwillig\w+|zustimm\w+|datenschutz\w*|drittanbieter\w*"
    r"|extern\w* inhalte?|(?:external|third[- ]party) (?:content|providers?)|consentement"
    r"|contenus? (?:externes?|tiers)|consentimiento|contenido externo|consenso|consentimento"
    r"|toestemming|samtycke|samtykke|zgod[aęy]|souhlas\w*|hozzájárul\w+)\b|cookie",
    re.IGNORECASE,
)
# Below these the text goes on: in each of its parts, or beside the buttons of a text.
_INTERRUPTS = re.compile(
    r"\W*(?:advert|anzeige|werbung|publicit|publicidad|pubblicit|reklam|annons|iklan|sponsor"
    r"|(?:article|story) con|(?:continue|keep) reading|weiterlesen|loading|wird geladen|play|video"
    r"|photo|image|listen|print|drucken|share|teilen|partager|compartir|condividi|delen|tweet|save"
    r"|copy|close|skip|\d|広告|광고|广告|廣告)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"e-?mail", re.IGNORECASE)


def drop_forms(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop small boxes with a field for an address, and what speaks of consent beside a button."""
    asking = _find_round(reading.box, _asks_address)
    pressed = _find_round(reading.box, _is_button)
    if not (asking or pressed):
        return pieces
    return [
        p
        for p in pieces
        if not _stands_in(p, reading, asking)
        and not (_stands_in(p, reading, pressed) and _consents(p))
    ]


def drop_headed(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop small boxes that begin with a label of the site: "Subscribe", "About the author"."""
    sums, most = reading.sheet.sums, _measure_small(reading)
    first: dict[Box, Piece] = {}
    for piece in pieces:
        for box in piece.box.within(reading.box) if piece.kind == "text" else ():
            first.setdefault(box, piece)
    labels: dict[Piece, bool] = {}
    boxes = set()
    for box, head in first.items():
        if box.tag in LINES or sums.get(box, 0) > most or len(head.text) > _LABEL_LENGTH:
            continue
        if head not in labels:
            labels[head] = _heads_others(head)
        if labels[head]:
            boxes.add(box)
    return [piece for piece in pieces if boxes.isdisjoint(piece.box.within(reading.box))]


def _measure_small(reading: Reading) -> float:
    """Return how much prose a small box holds at most: a card's, or a share of the whole text."""
    return min(CARD_LENGTH, _SHARE * reading.sheet.sums.get(reading.box, 0))


def _heads_others(head: Piece) -> bool:
    """Say whether a line is a label, below which something else than the text must stand."""
    # A link is all there is to say, and the text may go on below it.
    if head.linked and not head.heading:
        return False
    told = is_end(head.text) or is_label(head.text) or is_pointer(head.text)
    return told and not _INTERRUPTS.match(head.text)


def _find_round(box: Box, tells: Callable[[HtmlElement], bool]) -> set[HtmlElement]:
    """Return the elements in `box`, some levels up, round the controls that `tells` tells."""
    controls = islice(box.element.iterdescendants("button", "input", "a"), _CONTROLS)
    found = (control for control in controls if tells(control))
    return {outer for one in found for outer in islice(one.iterancestors(), _DEPTH + 1)}


def _asks_address(control: HtmlElement) -> bool:
    if control.tag != "input" or control.get("type") == "hidden":
        return False
    return bool(_MAIL.search(f"{control.get('type') or ''} {control.get('name') or ''}"))


def _is_button(control: HtmlElement) -> bool:
    if control.tag == "a":
        return bool(control.get("role") == "button")
    return control.tag == "button" or control.get("type") in ("button", "submit")


def _stands_in(piece: Piece, reading: Reading, elements: set[HtmlElement]) -> bool:
    """Say whether a piece stands in one of `elements`, that holds little of the text."""
    if not elements:
        return False
    sums, most = reading.sheet.sums, _measure_small(reading)
    return any(
        box.element in elements and sums.get(box, 0) <= most
        for box in islice(piece.box.within(reading.box), _DEPTH)
    )


def _consents(piece: Piece) -> bool:
    short = piece.kind == "text" and len(piece.text) <= _NOTICE_LENGTH
    return short and bool(_WORDS.search(piece.text))
