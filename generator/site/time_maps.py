"""Write the TimeMap of a story: which captures of the original page there are, and of when.

The form is application/link-format (RFC 6690), the relations are those of Memento (RFC 7089). A
site of files can't say the type, so the file has a name that every server gives out as plain text.
"""

from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from generator.config import Settings
from generator.model import PartialDate, Precision, Story
from generator.urls import ascii_url, find_http_url

FILE = "timemap.txt"
"""The name of the TimeMap in a story's folder."""


def find_time_map(story: Story, settings: Settings) -> str | None:
    """Return the address of a story's TimeMap, or None where it can have none.

    It needs the address of the original and a moment at which that read so: when it was captured
    or, for want of that, when its publisher last changed or published it.
    """
    known = find_http_url(story.header.url) and _find_moment(story, ZoneInfo(settings.timezone))
    return ascii_url(f"{settings.site_url}{story.address}{FILE}") if known else None


def render_time_map(story: Story, settings: Settings) -> str | None:
    """Return the TimeMap of a story, or None where it can have none.

    Only the capture that is shown has an address; the others are told on the story's page.
    """
    original, here = find_http_url(story.header.url), find_time_map(story, settings)
    moment = _find_moment(story, ZoneInfo(settings.timezone))
    if not (original and here and moment):
        return None
    when, page = format_datetime(moment, usegmt=True), here.removesuffix(FILE)
    links = (
        f'<{ascii_url(original)}>; rel="original"',
        f'<{here}>; rel="self"; type="application/link-format"; from="{when}"; until="{when}"',
        f'<{page}>; rel="first last memento"; datetime="{when}"',
    )
    return ",\n".join(links) + "\n"


def _find_moment(story: Story, zone: ZoneInfo) -> datetime | None:
    header = story.header
    when = header.captured or header.modified or header.published
    return _place(when, zone) if when else None


def _place(when: PartialDate, zone: ZoneInfo) -> datetime | None:
    """Return a moment in UTC; of a day, a month or a year its start, there, as no zone is known."""
    if when.precision is not Precision.MINUTE:
        return when.moment.replace(tzinfo=UTC)
    try:
        return when.place(zone).astimezone(UTC)
    except OverflowError:  # A moment in the first or the last hours that there are.
        return None
