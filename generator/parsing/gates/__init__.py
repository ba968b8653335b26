"""Saved pages that are no articles, each told by at least two things that it can't share with one.

A title alone may be a story's ("Page not found" is a good headline), and so may words ("We use
cookies" begins many a comment). So a page is set aside only where witnesses of different kinds
agree: what it calls itself, what it says, its address, how it is built, which type it gives to
machines; and where no text is left that says something else. Where nothing is left to read, one
of them is enough to say why.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from generator.parsing.body import Body
from generator.parsing.document import Document
from generator.parsing.gates import addresses
from generator.parsing.gates.listings import is_listing, is_search
from generator.parsing.gates.looks import Look, Sorted
from generator.parsing.gates.phrases import Phrases, names_itself
from generator.parsing.gates.said_at_gates import ACCEPT, COOKIES, LETTERS, LOGIN, ROBOTS
from generator.parsing.gates.said_of_pages import ABROAD, MISSING, PAPERS, SHELL, TABLES

_REST = 60
"""The most other words of a page that calls itself something else than an article."""

_REST_TOLD = 15
"""The most other words of one that says to machines that it is an article."""

_REST_UNNAMED = 8
"""The most other words of a page that doesn't call itself anything."""

_LONG = 300
"""The most words of a page that doesn't call itself anything, whatever it says."""

_NO_TEXT = 8
_CERTAIN = 2_000
"""The characters of text at which no page that says it is an article is doubted."""

_NOTHING = 3
_SAYINGS = 3

_CHALLENGES = (
    "challenge-platform challenge-form captcha turnstile datadome perimeterx incapsula distil"
).split()
_MISSING_CLASSES = frozenset(["error404", "error-404", "page-404", "not-found", "page-not-found"])
_VIDEOS = frozenset(["VideoObject", "Clip", "TVEpisode", "BroadcastEvent"])
_SOUNDS = frozenset(["AudioObject", "PodcastEpisode", "RadioEpisode", "PodcastSeries"])
_GALLERIES = frozenset(["ImageGallery", "MediaGallery", "ImageObject"])
_PLAYERS = ("youtube", "vimeo", "dailymotion", "brightcove", "jwplayer", "player", "embed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A kind of page that stands where an article should, and its witnesses."""

    reason: str
    phrases: Phrases
    address: frozenset[str] = frozenset()
    is_built: Callable[[Look], bool] = lambda _: False


def _asks_password(look: Look) -> bool:
    return look.has_field("password")


def _asks_mail(look: Look) -> bool:
    return look.has_field("email")


def _asks_consent(look: Look) -> bool:
    return any(names_itself(button, ACCEPT) for button in look.buttons())


def _challenges(look: Look) -> bool:
    elements = islice(look.document.root.iter("script", "iframe", "form", "div"), 500)
    told = (f"{e.get('src') or ''} {e.get('id') or ''} {e.get('class') or ''}" for e in elements)
    return any(word in names.lower() for names in told for word in _CHALLENGES)


def _is_missing(look: Look) -> bool:
    return not _MISSING_CLASSES.isdisjoint(look.classes)


def _is_shell(look: Look) -> bool:
    return next(look.document.root.iter("script"), None) is not None


GATES = (
    Gate(reason="a check for robots, not the page", phrases=ROBOTS, is_built=_challenges),
    Gate(
        reason="a cookie notice: accept or refuse, and save the page again",
        phrases=COOKIES,
        address=addresses.CONSENT,
        is_built=_asks_consent,
    ),
    Gate(
        reason="a login wall: log in and save the page again",
        phrases=LOGIN,
        address=addresses.LOGIN,
        is_built=_asks_password,
    ),
    Gate(reason="a notice that the page is not shown in this country", phrases=ABROAD),
    Gate(
        reason="the site's error page",
        phrases=MISSING,
        address=addresses.MISSING,
        is_built=_is_missing,
    ),
    Gate(
        reason="a form to sign up for a newsletter",
        phrases=LETTERS,
        address=addresses.LETTERS,
        is_built=_asks_mail,
    ),
    Gate(
        reason="a page that only its program fills: save it again once it is shown whole",
        phrases=SHELL,
        is_built=_is_shell,
    ),
)
"""The gates that are told by what a page says, those first that let least through."""


def find_fault(document: Document, body: Body, outlets: tuple[str, ...]) -> str | None:
    """Return why a page is no article, in words for who saved it, or None where it may be one."""
    if document.says_article and sum(len(piece.text) for piece in body.pieces) > _CERTAIN:
        return None
    look = Look(document=document, body=body, outlets=outlets)
    reasons = (gate.reason for gate in GATES if _stands_at(gate, look))
    lists = (reason for tells, reason in LISTS if tells(look))
    return next(reasons, None) or next(lists, None) or _find_player(look)


def _stands_at(gate: Gate, look: Look) -> bool:
    """Say whether two witnesses agree, or one for a page without a text, and little else is left.

    What a page says counts twice where it says several such things and nothing else.
    """
    named = look.names_itself(gate.phrases)
    at = look.address.has(gate.address)
    calls = named or at
    if not calls and look.words > _LONG:
        return False
    told = look.sort_out(gate.phrases)
    if not (calls or told.said):
        return False
    if calls and look.words <= _NOTHING:
        return True
    alone = told.said >= _SAYINGS and told.rest <= _REST_UNNAMED
    witnesses = named + at + bool(told.said) + alone + gate.is_built(look)
    return witnesses >= 2 and told.rest <= _find_most(look, told, calls=calls)


def _find_most(look: Look, told: Sorted, *, calls: bool) -> int:
    """Return how many other words a page may have: few, and no more than say what it is."""
    if not calls:
        return _REST_UNNAMED
    return _REST_TOLD if look.document.says_article else max(_REST_TOLD, min(told.own, _REST))


def _is_paper(look: Look) -> bool:
    calls = look.names_itself(PAPERS) + look.address.has(addresses.PAPERS)
    bare = look.words < _REST_UNNAMED or look.leads.count >= 3
    return not look.document.says_article and calls > 0 and calls + bare >= 2 and look.words < _REST


def _is_table(look: Look) -> bool:
    """Say whether a page calls itself a table, stands among them, and has no prose."""
    calls = look.names_itself(TABLES) and look.address.has(addresses.TABLES)
    return calls and not look.document.says_article and not look.body.sheet.has_prose


def _find_player(look: Look) -> str | None:
    """Return what a page without a text plays or shows, or None."""
    root = look.document.root
    if look.words >= _NO_TEXT:
        return None
    if _SOUNDS & look.types or next(root.iter("audio"), None) is not None:
        return "a recording without a text"
    if _VIDEOS & look.types or _shows_video(look):
        return "a video without a text"
    if _GALLERIES & look.types or sum(p.kind == "picture" for p in look.body.sheet.pieces) > 4:
        return "pictures without a text"
    return None


def _shows_video(look: Look) -> bool:
    root = look.document.root
    told = (look.document.first("og:type") or "").startswith("video")
    frames = (frame.get("src") or "" for frame in islice(root.iter("iframe", "embed"), 20))
    plays = any(word in frame for frame in frames for word in _PLAYERS)
    return told or plays or next(root.iter("video"), None) is not None


LISTS: tuple[tuple[Callable[[Look], bool], str], ...] = (
    (is_search, "a page of search results: save the article itself"),
    (_is_paper, "a cover or an index of the printed paper: save the article itself"),
    (is_listing, "a section front, a list of articles: save the article itself"),
    (_is_table, "tables of the weather, of prices or of programmes, and no article"),
)
"""Pages that lead to articles or show figures, with the reason for each kind."""
