"""Pages on which a site speaks of itself: its privacy, its terms, who it is, how to pay for it."""

from generator.parsing.gates import addresses
from generator.parsing.gates.looks import Look
from generator.parsing.gates.phrases import names_itself
from generator.parsing.gates.said_by_sites import LEGAL, SERVICE
from generator.parsing.signatures import signs

_TITLE_LENGTH = 60
_SAYINGS = 2
_OPENING = 6


def is_own_page(look: Look) -> bool:
    """Say whether a page is called one of a site on itself, and something else agrees.

    Where it stands, or what it says if it is one of law. A story may be called "Contact" or "Terms
    of use", but it is signed, or tells machines when it was published.
    """
    titles = [title for title in look.titles if len(title) <= _TITLE_LENGTH]
    legal, service = (
        any(names_itself(title, phrases) for title in titles) for phrases in (LEGAL, SERVICE)
    )
    if not (legal or service) or _is_published(look):
        return False
    if look.words.address.ends_in(addresses.LEGAL | addresses.SERVICE):
        return True
    return legal and look.words.sort_out(LEGAL).said >= _SAYINGS


def _is_published(look: Look) -> bool:
    """Say whether a page tells when it was published or by whom, as systems do of articles."""
    document = look.document
    # Without `og:type`, since the plugins of weblogs write "article" into pages of all kinds.
    told = document.article.get("datePublished") and document.article.get("author")
    if told or "article:published_time" in document.meta:
        return True
    return any(signs(piece.text) for piece in look.body.above[:_OPENING] if not piece.linked)
