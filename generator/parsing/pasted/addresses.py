"""The address of a pasted page, where somebody pasted that too, or a printer put it there."""

from collections.abc import Sequence

from generator.parsing.pasted.furniture import is_address
from generator.parsing.pasted.layout import Layout
from generator.parsing.pasted.lines import Line
from generator.urls import find_http_url


def find_address(lines: Sequence[Line], layout: Layout) -> str | None:
    """Return the address that is a line of its own above the headline, or is the last line."""
    above = lines[: layout.headline or 0]
    alone = (line.text for line in (*above, *lines[-1:]) if is_address(line.text))
    return find_http_url(next(alone, None))
