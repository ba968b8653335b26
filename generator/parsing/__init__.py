"""What saved pages and pasted texts say, read into articles.

    Snapshot ──parse──> Article, or Quarantine

All of it is pure: nothing is read from disk, and nothing is fetched.
"""

from generator.errors import NotAnArticle
from generator.model import Article, Quarantine, Snapshot
from generator.parsing.hosts import Guides
from generator.parsing.page import parse_page
from generator.parsing.pasted import parse_pasted
from generator.parsing.record import render_record

__all__ = ["NO_GUIDES", "PARSER_VERSION", "Guides", "parse_snapshot", "render_record"]

PARSER_VERSION = "5"
"""Changes whenever the same snapshot may be read otherwise than before."""


NO_GUIDES = Guides()


def parse_snapshot(
    snapshot: Snapshot, guides: Guides = NO_GUIDES
) -> tuple[Article, ...] | Quarantine:
    """Return the articles that a snapshot holds, or why it holds none; never raise.

    `guides` are asked about the site of a page; without them, pages of all sites are read alike.
    """
    try:
        return (_parse(snapshot, guides),)
    except NotAnArticle as error:
        # The report names the file beside each reason.
        reason = str(error).removesuffix(f": {snapshot.path}")
    except Exception as error:  # noqa: BLE001 - one page that we fail at must not stop the others
        reason = f"a fault in Backfile keeps it from being read: please report it ({error!r:.200})"
    return Quarantine(
        path=snapshot.path, digest=snapshot.digest, reason=reason, member=snapshot.member
    )


def _parse(snapshot: Snapshot, guides: Guides) -> Article:
    if snapshot.fault and not (guides.keep or snapshot.keep):
        raise NotAnArticle(snapshot.fault)
    if snapshot.kind == "text":
        return parse_pasted(snapshot, keep=guides.keep)
    return parse_page(snapshot, guides)
