"""Articles from pages that were selected whole, copied, and pasted as plain text.

Navigation, label, headline, dates, captions, byline, text, cards and the foot of the page follow
each other as lines. What a line is by itself and by its neighbours (`lines`), which run of them
says most (`layout`) and which line above it is the headline (`headlines`) tell the rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import NotAnArticle
from generator.model import Article, Evidence, Header, Precision, Snapshot
from generator.parsing.datelines import split_dateline
from generator.parsing.gates.notices import HOW_TO_KEEP, NO_TEXT
from generator.parsing.languages import guess_language
from generator.parsing.pasted.addresses import find_address
from generator.parsing.pasted.blocks import make_blocks
from generator.parsing.pasted.cards import find_related
from generator.parsing.pasted.faults import find_pasted_fault
from generator.parsing.pasted.judging import choose_body
from generator.parsing.pasted.labels import (
    find_dek,
    find_headline_text,
    find_section,
    find_source,
    find_topics,
)
from generator.parsing.pasted.layout import Layout, find_layout
from generator.parsing.pasted.lines import Kind, Line, read_lines
from generator.parsing.pasted.signing import Capture, find_agency_below, find_names, find_times
from generator.text import fold
from generator.urls import host_of

LEAST_WORDS = 12
"""The fewest words of an article's text."""


def parse_pasted(snapshot: Snapshot, *, keep: bool = False) -> Article:
    """Return the article that a pasted page holds; raise NotAnArticle where it holds none.

    With `keep`, all that it says is one, though it looks like none.
    """
    lines = read_lines(snapshot.text)
    layout = find_layout(lines)
    body = list(_choose_lines(lines, layout))
    words = sum(line.words for line in body if line.kind not in (Kind.CAPTION, Kind.CREDIT))
    fault = find_pasted_fault(lines, layout, body, snapshot.url)
    if fault is None and words < LEAST_WORDS:
        fault = NO_TEXT
    if fault and lines and (keep or snapshot.keep):
        layout = Layout(headline=layout.headline, start=0, end=len(lines))
        body = list(lines)
    elif fault:
        raise NotAnArticle(fault + (HOW_TO_KEEP if lines else ""), snapshot.path)
    told = [fact for fact in _tell(snapshot, lines, layout, body) if fact.value]
    related = find_related(lines, layout)
    witnesses = {fact.field: fact.witness for fact in told if fact.witness}
    witnesses["body"] = "run of prose below the headline"
    if related:
        witnesses["related"] = "cards round the text"
    return Article(
        header=Header(**{fact.field: fact.value for fact in told}),
        body=make_blocks(body),
        snapshot=snapshot.ref,
        related=related,
        evidence=(
            *snapshot.evidence,
            *(Evidence(field=f, witness=w) for f, w in witnesses.items()),
        ),
    )


def _choose_lines(lines: Sequence[Line], layout: Layout) -> Iterator[Line]:
    """Yield the captions above the text and the lines of the text, each caption once."""
    first = layout.start if layout.headline is None else layout.headline + 1
    above = lines[first : layout.start]
    captions = (line for line in above if line.kind in (Kind.CAPTION, Kind.CREDIT))
    seen: set[str] = set()
    for line in (*captions, *choose_body(lines, layout)):
        if line.kind is not Kind.CAPTION or fold(line.text) not in seen:
            yield line
        seen.add(fold(line.text))


@dataclass(frozen=True, slots=True)
class _Fact:
    """What the page says for a field of the header; no witness where the snapshot says it."""

    field: str
    value: Any
    witness: str | None


def _tell(
    snapshot: Snapshot, lines: Sequence[Line], layout: Layout, body: Sequence[Line]
) -> Iterator[_Fact]:
    prose = [line.text for line in body if line.kind is Kind.PROSE]
    language = guess_language("\n".join(prose))
    url = snapshot.url or find_address(lines, layout)
    brand, brand_by = find_source(lines, layout)
    if not brand and url and not snapshot.url:
        brand, brand_by = host_of(url), "host of the address on the page"
    source = snapshot.source or brand
    names, named_by = find_names(lines, layout, source)
    times = find_times(lines, layout, language=language, capture=_get_capture(snapshot))
    dek = find_dek(lines, layout)
    # What opens the text may have been taken for a dek, and what is a dek for its first prose.
    dateline = next(filter(None, map(split_dateline, [*prose[:2], dek or ""])), None)
    section, section_by = find_section(lines, layout)
    agencies = [
        (names.agency, named_by),
        (dateline and dateline.agency, "dateline"),
        (find_agency_below(lines, layout), "credit below the text"),
    ]
    agency, agency_by = next((pair for pair in agencies if pair[0]), (None, None))
    yield _Fact("headline", find_headline_text(lines, layout), _see_headline(lines, layout))
    yield _Fact("dek", dek, "line between headline and text")
    yield _Fact("byline", names.people, named_by)
    yield _Fact("credits", names.credits, named_by)
    yield _Fact("agency", agency, agency_by)
    yield _Fact("dateline", dateline and dateline.text, "first words of the text")
    yield _Fact("section", section, section_by)
    yield _Fact("topics", find_topics(lines, layout), "tags below the text")
    yield _Fact("published", times.published, times.published_by)
    yield _Fact("modified", times.modified, times.modified_by)
    yield _Fact("language", language, "commonest words of the text")
    yield _Fact("source", source, None if snapshot.source else brand_by)
    yield _Fact("url", url, None if snapshot.url else "address on the page")
    yield _Fact("captured", snapshot.captured, None)


def _get_capture(snapshot: Snapshot) -> Capture:
    """Return when the page was saved, where that is known well enough to count hours from it."""
    known = snapshot.captured
    if known is None or known.precision is not Precision.MINUTE:
        return Capture()
    by_file = Evidence(field="captured", witness="file time") in snapshot.evidence
    return Capture(known.moment, by_file=by_file)


def _see_headline(lines: Sequence[Line], layout: Layout) -> str:
    """Say where the headline stands, and where else it is said."""
    if layout.headline is None:
        return "first words of the text"
    place = layout.headline
    own = lines[place]
    again = [i for i, line in enumerate(lines) if line.words == own.words and _is_same(line, own)]
    witness = "line above the text" if place else "first line of the page"
    if again[-1] >= len(lines) - 3 and again[-1] != place:
        return f"{witness}, said again at the end of the page"
    return f"{witness}, said again on the page" if len(again) > 1 else witness


def _is_same(line: Line, other: Line) -> bool:
    return fold(line.text) == fold(other.text)
