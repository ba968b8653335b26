"""What is known of an article besides its text, by the names that all files for programs use."""

from generator.model import Header, PartialDate


def describe_header(header: Header) -> dict[str, object]:
    """Return what a header says, as types of JSON.

    Absent fields are `None`, lists are lists; times are ISO 8601, as precise as known.
    """
    return {
        "headline": header.headline,
        "dek": header.dek,
        "kicker": header.kicker,
        "byline": list(header.byline),
        "credits": list(header.credits),
        "agency": header.agency,
        "dateline": header.dateline,
        "section": header.section,
        "topics": list(header.topics),
        "published": _render_date(header.published),
        "published_precision": header.published.precision.value if header.published else None,
        "modified": _render_date(header.modified),
        "modified_precision": header.modified.precision.value if header.modified else None,
        "captured": _render_date(header.captured),
        "language": header.language,
        "source": header.source,
        "url": header.url,
    }


def _render_date(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None
