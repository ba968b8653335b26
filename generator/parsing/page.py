"""A saved page read as an article: its header, its body, and where each was said."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks import plain_text
from generator.errors import NotAnArticle
from generator.model import Article, Evidence, Header, Paragraph, Snapshot
from generator.parsing.body import Body
from generator.parsing.cards import find_cards
from generator.parsing.datelines import (
    Dateline,
    Names,
    find_last_agency,
    sort_names,
    split_dateline,
)
from generator.parsing.document import Claim, Document, read_document
from generator.parsing.gates.notices import HOW_TO_KEEP, NO_TEXT
from generator.parsing.gates.pages import find_fault
from generator.parsing.headlines import find_headline
from generator.parsing.hosts import Guides, Testimony, ask_guides
from generator.parsing.hosts.texts import correct_body
from generator.parsing.kickers import find_kicker
from generator.parsing.languages import guess_language
from generator.parsing.metadata import (
    find_language,
    find_section,
    find_source,
    find_sources,
    outlets_of,
)
from generator.parsing.moments import Dated, Reader, find_modified, find_published
from generator.parsing.people import find_people
from generator.parsing.rescue import count_text, read_any_body, read_behind, read_whole
from generator.parsing.signs import find_signs
from generator.parsing.topics import find_topics
from generator.parsing.untitled import is_placeholder, name_article

WORDS_LIMIT = 6
"""The fewest words of a body, where the page doesn't say that it is an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page that is being read, and the names of its outlet."""

    snapshot: Snapshot
    document: Document
    body: Body
    outlets: tuple[str, ...]
    testimony: Testimony


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What a page says of its article, with where it says it."""

    headline: Claim
    dek: Claim | None
    kicker: Claim | None
    people: tuple[Names, str | None]
    agency: Claim | None
    dateline: Dateline | None
    section: Claim | None
    topics: tuple[tuple[str, ...], str | None]
    published: Dated | None
    modified: Dated | None
    language: Claim | None
    source: Claim | None


def parse_page(snapshot: Snapshot, guides: Guides) -> Article:
    """Return the article that a page holds; raise NotAnArticle where it holds none.

    What `guides` know of its site goes before what any page says.
    """
    document = read_document(snapshot, keep=guides.keep or snapshot.keep)
    # First of all, since a rule may take parts out of the tree that the others read.
    testimony = ask_guides(document, snapshot, guides)
    sources = find_sources(document)
    source = find_source(sources, snapshot.source)
    outlets = outlets_of(document, sources, source.value if source else None)
    told = testimony.headline or find_headline(document, outlets)
    told = None if told and is_placeholder(told.value) else told
    body = read_any_body(document, snapshot, told.value if told else "")
    body = correct_body(body, testimony, document, snapshot)
    # Who has pointed at the text knows that there is one.
    fault = None if testimony.elements else find_fault(document, body, outlets)
    behind = read_behind(document, snapshot, told.value) if fault and told else None
    # What a page has in its data may be a notice as well.
    if behind and not find_fault(document, behind, outlets):
        body, fault = behind, None
    if fault is None and not document.article and count_text(body) < WORDS_LIMIT:
        fault = NO_TEXT
    if fault and (guides.keep or snapshot.keep):
        body = read_whole(body, document, snapshot)
    elif fault:
        raise NotAnArticle(fault + (HOW_TO_KEEP if body.sheet.pieces else ""))
    if not body.blocks:
        raise NotAnArticle(NO_TEXT)
    headline = told or name_article(snapshot, document.url, body)
    page = _Page(
        snapshot=snapshot, document=document, body=body, outlets=outlets, testimony=testimony
    )
    facts = _find_facts(page, headline, source)
    return Article(
        header=_make_header(page, facts),
        body=body.blocks,
        snapshot=snapshot.ref,
        related=find_cards(
            body.sheet, frozenset(body.pieces), url=document.url, base=document.base
        ),
        evidence=tuple(_find_evidence(page, facts)),
    )


def _find_facts(page: _Page, headline: Claim, source: Claim | None) -> _Facts:
    document, body, known = page.document, page.body, page.testimony
    language = _find_language(document, body)
    captured = page.snapshot.captured.moment if page.snapshot.captured else None
    dates = Reader(language=_value(language), captured=captured)
    signs = find_signs(body, document.elements)
    section = known.section or find_section(document, headline.value)
    people, dateline = _find_people(page), _find_dateline(body)
    return _Facts(
        headline=headline,
        dek=known.dek or (Claim(body.dek, "line under the headline") if body.dek else None),
        kicker=known.kicker or find_kicker(body.sheet.pieces, body.title, headline.value),
        people=people,
        agency=_find_agency(people, dateline, body),
        dateline=dateline,
        section=section,
        topics=known.topics or find_topics(document, page.outlets, _value(section), body),
        published=_read_date(known.published, dates) or find_published(document, signs, dates),
        modified=_read_date(known.modified, dates) or find_modified(document, signs, dates),
        language=language,
        source=source,
    )


def _find_people(page: _Page) -> tuple[Names, str | None]:
    if told := page.testimony.byline:
        return sort_names(told.values, *page.outlets), told.witness
    return find_people(page.document, page.outlets, page.body)


def _read_date(told: Claim | None, dates: Reader) -> Dated | None:
    return dates.best([(told.value, told.witness)]) if told else None


def _find_language(document: Document, body: Body) -> Claim | None:
    """Return the language that the page says it is in, or else the one in which it is written."""
    if said := find_language(document):
        return said
    guessed = guess_language(plain_text(body.blocks, figures=False))
    return Claim(guessed, "commonest words of the text") if guessed else None


def _find_dateline(body: Body) -> Dateline | None:
    first = next((block for block in body.blocks if isinstance(block, Paragraph)), None)
    return split_dateline(plain_text([first], figures=False)) if first else None


def _find_agency(
    people: tuple[Names, str | None], dateline: Dateline | None, body: Body
) -> Claim | None:
    """Return the agency of the byline, or of the dateline, or the one that signs under the text."""
    if agency := people[0].agency:
        return Claim(agency, people[1] or "")
    if dateline and dateline.agency:
        return Claim(dateline.agency, "dateline")
    last = [block for block in body.blocks[-1:] if isinstance(block, Paragraph)]
    texts = [
        plain_text(last, figures=False),
        *(piece.text for piece in body.below if not piece.is_link),
    ]
    found = next(filter(None, map(find_last_agency, texts)), None)
    return Claim(found, "last words of the text") if found else None


def _make_header(page: _Page, facts: _Facts) -> Header:
    names, dateline = facts.people[0], facts.dateline
    return Header(
        headline=facts.headline.value,
        dek=_value(facts.dek),
        kicker=_value(facts.kicker),
        byline=names.people,
        credits=names.credits,
        agency=_value(facts.agency),
        dateline=dateline.text if dateline else None,
        section=_value(facts.section),
        topics=facts.topics[0],
        published=facts.published.date if facts.published else None,
        modified=facts.modified.date if facts.modified else None,
        captured=page.snapshot.captured,
        language=_value(facts.language),
        source=_value(facts.source),
        url=page.document.url,
    )


def _value(claim: Claim | None) -> str | None:
    return claim.value if claim else None


def _find_evidence(page: _Page, facts: _Facts) -> Iterator[Evidence]:
    """Yield how each field is known, in the order of the header's fields."""
    (names, byline), dateline = facts.people, facts.dateline
    saved = {said.field: said.witness for said in page.snapshot.evidence}
    # An address that is no other than the one it was saved from is known by who saved it.
    canonical = page.document.url != page.snapshot.url
    witnesses = {
        "headline": facts.headline.witness,
        "dek": facts.dek.witness if facts.dek else None,
        "kicker": facts.kicker.witness if facts.kicker else None,
        "byline": byline if names.people else None,
        "credits": byline if names.credits else None,
        "agency": facts.agency.witness if facts.agency else None,
        "dateline": "first words of the text" if dateline else None,
        "section": facts.section.witness if facts.section else None,
        "topics": facts.topics[1],
        "published": facts.published.witness if facts.published else None,
        "modified": facts.modified.witness if facts.modified else None,
        "captured": saved.get("captured"),
        "language": facts.language.witness if facts.language else None,
        "source": facts.source.witness if facts.source else None,
        "url": "canonical link" if canonical else saved.get("url"),
        "body": page.body.witness,
    }
    for field, witness in witnesses.items():
        if witness:
            yield Evidence(field=field, witness=witness)
