"""When a pasted article was published and changed, and who wrote it, from the lines that say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from generator.model import PartialDate
from generator.parsing.agencies import find_agency, find_agency_among
from generator.parsing.names import Names, sort_names
from generator.parsing.pasted.captions import clean_credit
from generator.parsing.pasted.layout import Layout
from generator.parsing.pasted.lines import Kind, Line
from generator.parsing.pasted.naming import blank_dates, drop_dates, is_name
from generator.parsing.pasted.signatures import (
    find_byline,
    is_by_alone,
    is_dated,
    is_signature,
    says_published,
)
from generator.parsing.pasted.times import Found, find_dates

_ABOVE = 5
_BELOW = 3
_SOURCE = re.compile(r"\(?(?:quelle|source|mit material|fuente|fonte|bron)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Times:
    """When an article says it was published and changed, and by which lines."""

    published: PartialDate | None = None
    published_by: str = ""
    modified: PartialDate | None = None
    modified_by: str = ""


class Capture(NamedTuple):
    """When a page was saved, if that is known, and whether only by the time of its file.

    That time changes when the file is copied by some programs. Hours may be counted from it, and
    it is said that they were; no date is doubted for it.
    """

    moment: datetime | None = None
    by_file: bool = False


def find_times(
    lines: Sequence[Line], layout: Layout, *, language: str | None, capture: Capture
) -> Times:
    """Return the first date of publication, and of change, in the lines round the headline."""
    published = modified = None
    published_by = modified_by = ""
    for i, place in _places(lines, layout):
        if not _may_date(lines[i], place):
            continue
        for found in find_dates(lines[i].text, language=language, captured=capture.moment):
            if _is_late(found, capture):
                continue
            witness = f"date line {place}{_say_counted(lines[i], found, language, capture)}"
            if found.changed and modified is None:
                modified, modified_by = found.date, witness
            elif not found.changed and published is None:
                published, published_by = found.date, witness
    if published is None and modified is not None:
        # The only date that the page shows: the day that it speaks of, if not the first.
        return Times(modified, f"{modified_by}, of the last change", modified, modified_by)
    return Times(published, published_by, modified, modified_by)


def _say_counted(line: Line, found: Found, language: str | None, capture: Capture) -> str:
    """Say of a date that it was counted back from the time of the file, as "14 hours ago" is."""
    if not capture.by_file:
        return ""
    told = (other.date for other in find_dates(line.text, language=language, captured=None))
    return "" if found.date in told else ", counted from the file time"


def _may_date(line: Line, place: str) -> bool:
    """Say whether a line can be the article's date line, and not that of another on the page."""
    if line.kind is Kind.PRINT:
        return False
    if place == "under the headline" and line.words <= 8:
        return True
    return is_dated(line.text) and (place != "below the text" or says_published(line.text))


def _is_late(found: Found, capture: Capture) -> bool:
    if capture.moment is None or capture.by_file:
        return False
    # A newsroom a few zones ahead may be in the next day already.
    return found.date.moment.date() - capture.moment.date() > timedelta(days=1)


def _places(lines: Sequence[Line], layout: Layout) -> Iterator[tuple[int, str]]:
    """Yield the lines that may sign an article, nearest to the headline first."""
    headline = layout.start if layout.headline is None else layout.headline
    for i in range(headline + 1, layout.start):
        yield i, "under the headline"
    for i in range(headline - 1, max(-1, headline - _ABOVE - 1), -1):
        yield i, "above the headline"
    for i in range(layout.end, min(layout.end + _BELOW, len(lines))):
        # Once anything else has been said, a byline or a date is another article's.
        if not is_signature(lines[i].text):
            return
        yield i, "below the text"


def find_names(
    lines: Sequence[Line], layout: Layout, source: str | None
) -> tuple[Names, str | None]:
    """Return who is named as the writer, and by which line."""
    for text, witness in _bylines(lines, layout):
        names = sort_names([drop_dates(text)], source)
        if names.people or names.agency or (names.credits and witness == "BY line"):
            return names, witness
    return Names(), None


def _bylines(lines: Sequence[Line], layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield what may name the writer, the surest first."""
    places = [i for i, _ in _places(lines, layout)]
    for i in [*places, *range(layout.start, min(layout.start + 3, layout.end))]:
        if (named := find_byline(lines[i].text)) and lines[i].kind is not Kind.PROSE:
            yield named, "BY line"
        elif is_by_alone(lines[i].text) and i + 1 < len(lines):
            yield lines[i + 1].text, "BY line"
    below = [i for i in places if (layout.headline or 0) < i < layout.start]
    for i in below:
        if lines[i].kind is Kind.TIME or is_dated(lines[i].text):
            first = max((layout.headline or 0) + 1, i - 4)
            yield ", ".join(_names_beside(lines, i, first)), "name beside the date"
    for i in below:
        if find_agency(lines[i].text):
            yield lines[i].text, "agency under the headline"
        elif _is_name(lines[i]) and (
            i == (layout.headline or 0) + 1 or lines[i + 1].kind is not Kind.CREDIT
        ):
            yield lines[i].text, "name under the headline"


def _names_beside(lines: Sequence[Line], i: int, first: int) -> list[str]:
    """Return the names in a dated line, else those right above it, else the one below it.

    Nothing above the line `first` is looked at.
    """
    parts = re.split(r"\s*[|/,•·]\s*", blank_dates(lines[i].text))
    if here := [part for part in parts if is_name(part)]:
        return here
    above = list(takewhile(_is_name, reversed(lines[first:i])))
    if above and lines[i - 1].kind is not Kind.CREDIT:
        return [line.text for line in reversed(above)]
    below = lines[i + 1 : i + 3]
    alone = len(below) == 2 and _is_name(below[0]) and below[1].kind is not Kind.CREDIT
    return [below[0].text] if alone else []


def _is_name(line: Line) -> bool:
    return line.kind is Kind.SHORT and is_name(line.text)


def find_agency_below(lines: Sequence[Line], layout: Layout) -> str | None:
    """Return the agency that a line at the end credits: "(Quelle: APA/sda/dpa)"."""
    near = lines[max(layout.start, layout.end - 2) : layout.end + 3]
    credits_ = (line.text for line in near if line.kind in (Kind.CREDIT, Kind.CODA))
    sources = (text for text in credits_ if _SOURCE.match(text))
    return next(filter(None, (find_agency_among(clean_credit(text)) for text in sources)), None)
