"""The address of a pasted page, where somebody pasted that too, or a printer put it there."""

from collections.abc import Sequence

from generator.parsing.pasted.furniture import is_address
from generator.parsing.pasted.layout import Layout
from generator.parsing.pasted.lines import Kind, Line
from generator.urls import find_http_url


def find_address(lines: Sequence[Line], layout: Layout) -> str | None:
    """Return the address that is a line of its own above the headline, or below it, as printed."""
    above = lines[: layout.headline or 0]
    alone = [line.text for line in (*above, *lines[-1:]) if is_address(line.text)]
    printed = [line.text.split()[0] for line in lines if line.kind is Kind.PRINT]
    return find_http_url(next(iter([*alone, *filter(is_address, printed)]), None))
