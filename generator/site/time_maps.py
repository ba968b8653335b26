"""Write the TimeMap of a story: which captures of the original page there are, and of when.

The form is application/link-format (RFC 6690), the relations are those of Memento (RFC 7089). A
site of files can't say the type, so the file has a name that every server gives out as plain text.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from generator.config import Settings
from generator.model import PartialDate, Precision, Story
from generator.urls import ascii_url, find_http_url

FILE = "timemap.txt"
"""The name of the TimeMap in a story's folder."""

_ANCHOR = 12  # digits of a digest, which tell the captures of one story apart


@dataclass(frozen=True, slots=True, order=True)
class _Memento:
    """A capture: when it read so, in UTC, and where in the story's folder it is told of."""

    moment: datetime
    where: str


def anchor_of(digest: str) -> str:
    """Return the name of the part of a story's page that tells of a capture that isn't shown."""
    return digest[:_ANCHOR]


def find_time_map(story: Story, settings: Settings) -> str | None:
    """Return the address of a story's TimeMap, or None where it can have none.

    It needs the address of the original and a moment at which that read so: when it was captured
    or, for want of that, when its publisher last changed or published it.
    """
    known = find_http_url(story.header.url) and _list_mementos(story, ZoneInfo(settings.timezone))
    return ascii_url(f"{settings.site_url}{story.address}{FILE}") if known else None


def render_time_map(story: Story, settings: Settings) -> str | None:
    """Return the TimeMap of a story, or None where it can have none.

    The capture that is shown has the story's own address, and the others that of the part of its
    page that tells of them. A capture of which no moment is known can't be listed.
    """
    original, here = find_http_url(story.header.url), find_time_map(story, settings)
    mementos = _list_mementos(story, ZoneInfo(settings.timezone))
    if not (original and here and mementos):
        return None
    first, last = (_say(mementos[at].moment) for at in (0, -1))
    page = here.removesuffix(FILE)
    links = [
        f'<{ascii_url(original)}>; rel="original"',
        f'<{here}>; rel="self"; type="application/link-format"; from="{first}"; until="{last}"',
    ]
    for at, memento in enumerate(mementos):
        place = ("first ", at == 0), ("last ", at == len(mementos) - 1)
        rel = "".join(word for word, holds in place if holds)
        when = _say(memento.moment)
        links.append(f'<{page}{memento.where}>; rel="{rel}memento"; datetime="{when}"')
    return ",\n".join(links) + "\n"


def _say(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


def _list_mementos(story: Story, zone: ZoneInfo) -> list[_Memento]:
    """Return the captures of a story of which a moment is known, the first one first."""
    header = story.header
    again = [*story.recaptures, *(one for text in story.revisions for one in text.recaptures)]
    captures = [
        (header.captured or header.modified or header.published, ""),
        *((one.seen, one.digest) for one in again),
        *(
            (one.captured or one.modified or one.published, one.snapshot.digest)
            for one in story.revisions
        ),
    ]
    placed = ((when and _place(when, zone), digest) for when, digest in captures)
    return sorted(
        _Memento(moment, f"#{anchor_of(digest)}" if digest else "")
        for moment, digest in placed
        if moment
    )


def _place(when: PartialDate, zone: ZoneInfo) -> datetime | None:
    """Return a moment in UTC; of a day, a month or a year its start, there, as no zone is known."""
    if when.precision is not Precision.MINUTE:
        return when.moment.replace(tzinfo=UTC)
    try:
        return when.place(zone).astimezone(UTC)
    except OverflowError:  # A moment in the first or the last hours that there are.
        return None
