"""Small pages of a news site, for tests that need one trait of them."""

from generator.model import Article, Quarantine, Snapshot
from generator.parsing import parse_snapshot
from tests.parsing.describing import outline

PROSE = (
    "The harbour board met on Monday evening and voted, by four to three, to close the east quay.",
    "Nobody had asked for it to be closed, and the clerk was told to find out who had, by Friday.",
    "Until then boats may land at the west quay, where there is a crane, a kettle and a queue.",
)
H1 = "<h1>East quay closes</h1>"
TEXT = "".join(f"<p>{line}</p>" for line in PROSE)
OTHER = (
    "<p>Swans were seen on the lock again, in numbers that the lock keeper called a meeting.</p>"
)


def snapshot(html: str, **more: object) -> Snapshot:
    """Return a page saved as it is."""
    return Snapshot(path="p.html", digest="0" * 64, kind="html", text=html, **more)


def read(body: str, head: str = "", **more: object) -> Article:
    """Return the article of a page with `body` and, in its head, `head`."""
    page = f"<html><head><title>East quay closes</title>{head}</head><body>{body}</body></html>"
    said = parse_snapshot(snapshot(page, **more))
    assert not isinstance(said, Quarantine), said.reason
    return said[0]


def body_of(body: str, **more: object) -> list[str]:
    """Return the lines of the article's text."""
    return list(outline(read(body, **more).body))
