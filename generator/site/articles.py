"""Gather the facts that an article's page shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.config import Settings
from generator.model import Header, PartialDate, Recapture, Revision, Story
from generator.site.cards import Card, Moment, first_words, make_moment
from generator.site.citation_records import RECORDS
from generator.site.citations import STYLES, Citation, Work, describe_work
from generator.site.linked_data import describe_copy, render_linked_data
from generator.site.pages import Link
from generator.site.periods import folder_of
from generator.site.person_names import catalogue
from generator.site.reading import count_minutes
from generator.site.relations import NONE, Relations
from generator.site.shelves import Shelf, ShelfKind, Shelves, names_of
from generator.site.time_maps import FILE, anchor_of, find_time_map
from generator.site.words import Words, direction_of
from generator.urls import find_http_url

WAYBACK = "https://web.archive.org/web/"
DESCRIPTION_LIMIT = 160  # characters, of which search engines show no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A capture of a story that is not shown.

    `headline` is None where it is that of the story; `changed` says that the text differs.
    """

    when: Moment | None
    digest: str
    headline: str | None = None
    changed: bool = False

    @property
    def anchor(self) -> str:
        """The name of the part of the page that tells of it."""
        return anchor_of(self.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time of a story, what it is the time of, and who says so."""

    label: str
    when: Moment
    witness: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """All that an article's page shows, besides headline and body, ready to be set.

    `lang` is None where it is that of the words around it, and `alien` says that more than a region
    sets it apart from them. `day` leads to the day, month or year that the story stands under;
    `updated` and `minutes` are words for a change on a later day and for the time that a long read
    takes. `authors` are the names as catalogues read them; `picture` is a whole address,
    and `time_map` one beside the page.
    """

    story: Story
    description: str
    lang: str | None
    direction: str
    alien: bool
    shelves: Mapping[ShelfKind, tuple[Shelf, ...]]
    credits: tuple[str, ...]
    relations: Relations
    day: Link | None
    published: Moment | None
    updated: Moment | None
    minutes: str | None
    times: tuple[Time, ...]
    captures: tuple[Capture, ...]
    captures_title: str
    kind: str | None
    original: str | None
    wayback: str | None
    authors: tuple[str, ...]
    picture: str | None
    citations: tuple[Citation, ...]
    linked_data: Markup
    time_map: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutter:
    """Cuts a story out of the archive: what all clippings have in common."""

    settings: Settings
    words: Words
    shelves: Shelves
    relations: Mapping[str, Relations]

    def cut(self, story: Story, card: Card) -> Clipping:
        """Return the facts of one story's page."""
        header, words, captures = story.header, self.words, self._list_captures(story)
        site, original = self.settings.site_url, find_http_url(header.url)
        minutes, lang = count_minutes(story.text), header.language or self.settings.language
        # Whole, since who shares a page reads this without the page.
        picture = site + card.picture.src if card.picture else None
        work = describe_work(header, archive=self.settings.title, archive_url=site + story.address)
        return Clipping(
            story=story,
            description=first_words(card.teaser, DESCRIPTION_LIMIT),
            # Compared with that of the words: they are English where the archive's language has
            # none here.
            lang=lang if lang.lower() != words.language.lower() else None,
            direction=direction_of(lang),
            alien=bool(card.lang),
            shelves=self._find_shelves(story),
            credits=_list_credits(header),
            relations=self.relations.get(story.address, NONE),
            day=Link(text=words.period(card.period), address=folder_of(card.period))
            if card.period
            else None,
            published=make_moment(header.published, words),
            updated=make_moment(_find_update(header), words),
            minutes=words.count("minutes", minutes) if minutes else None,
            times=tuple(self._list_times(story)),
            captures=captures,
            captures_title=words.count("captures", len(captures)),
            kind=getattr(words.text, f"kind_{story.snapshot.kind}") if story.snapshot else None,
            original=original,
            wayback=find_wayback(story, original),
            authors=tuple(catalogue(work.people)),
            picture=picture,
            citations=tuple(_cite(work)),
            linked_data=self._link(story, picture, alien=bool(card.lang)),
            time_map=FILE if find_time_map(story, self.settings) else None,
        )

    def _find_shelves(self, story: Story) -> dict[ShelfKind, tuple[Shelf, ...]]:
        kinds = self.shelves.by_kind
        return {kind: self.shelves.named(kind, names_of(story, kind)) for kind in kinds}

    def _list_times(self, story: Story) -> Iterator[Time]:
        """Yield the times that are known, in the order in which they came about."""
        witnesses = {evidence.field: evidence.witness for evidence in story.evidence}
        header = story.header
        known = (
            ("published", header.published),
            ("modified", header.changed),
            ("captured", header.captured),
        )
        for field, date in known:
            when = make_moment(date, self.words)
            if when:
                label = getattr(self.words.text, field)
                yield Time(label=label, when=when, witness=witnesses.get(field))

    def _list_captures(self, story: Story) -> tuple[Capture, ...]:
        """Return the captures that are not shown: those of the same text, then the revisions.

        A person who mends `content/` may have told of one twice; it is listed once.
        """
        found = [*map(self._describe_recapture, story.recaptures)]
        for revision in story.revisions:
            found.append(self._describe_revision(revision, story.header.headline))
            found += map(self._describe_recapture, revision.recaptures)
        once: dict[str, Capture] = {}
        for capture in found:
            once.setdefault(capture.anchor, capture)
        return tuple(once.values())

    def _describe_recapture(self, recapture: Recapture) -> Capture:
        return Capture(when=make_moment(recapture.seen, self.words), digest=recapture.digest)

    def _describe_revision(self, revision: Revision, headline: str) -> Capture:
        return Capture(
            when=make_moment(revision.captured or revision.modified, self.words),
            digest=revision.snapshot.digest,
            headline=revision.headline if revision.headline != headline else None,
            changed=True,
        )

    def _link(self, story: Story, picture: str | None, *, alien: bool) -> Markup:
        url = self.settings.site_url + story.address
        return render_linked_data(describe_copy(story, url=url, picture=picture, alien=alien))


def _cite(work: Work) -> Iterator[Citation]:
    for form, style in STYLES:
        yield Citation(form, style(work))
    for form, record in RECORDS:
        yield Citation(form, escape(record(work)))


def _find_update(header: Header) -> PartialDate | None:
    """Return when the publisher last changed a story, if that was on another day."""
    published, modified = header.published, header.modified
    if not modified or not published:
        return modified
    first, last = published.day, modified.day
    return modified if first and last and last > first else None


def _list_credits(header: Header) -> tuple[str, ...]:
    """Return all that a byline names besides people, the agency last and once."""
    agency = (header.agency,) if header.agency else ()
    return (*(name for name in header.credits if name not in agency), *agency)


def find_wayback(story: Story, original: str | None) -> str | None:
    """Return the address of the Wayback Machine's copy nearest to the story's own time."""
    if not original:
        return None
    # The nearest to when it was saved shows what was saved, if anything does.
    when = story.header.captured or story.header.published
    # By the day, from which the Wayback Machine leads to the nearest capture that it has.
    stamp = when.isoformat()[:10].replace("-", "") + "/" if when else ""
    return f"{WAYBACK}{stamp}{original}"
