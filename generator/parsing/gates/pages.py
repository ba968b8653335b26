"""Whether a saved page holds an article, told by its words and by how it is built."""

from collections.abc import Callable, Mapping
from itertools import islice

from generator.parsing.body import Body
from generator.parsing.document import Document
from generator.parsing.gates import addresses
from generator.parsing.gates.listings import is_listing, is_search
from generator.parsing.gates.looks import Look
from generator.parsing.gates.notices import find_notice
from generator.parsing.gates.own_pages import is_own_page
from generator.parsing.gates.phrases import names_itself
from generator.parsing.gates.said_at_gates import ACCEPT
from generator.parsing.gates.said_of_pages import PAPERS, TABLES

_CERTAIN = 2_000
"""The characters of text at which no page that says it is an article is doubted."""

_NO_TEXT = 8
_PAPER_REST = 60

# How the services that check for robots name their scripts and boxes.
_CHALLENGES = (
    "challenge-platform challenge-form captcha turnstile datadome perimeterx incapsula distil"
).split()
_MISSING_CLASSES = frozenset(["error404", "error-404", "page-404", "not-found", "page-not-found"])
_VIDEOS = frozenset(["VideoObject", "Clip", "TVEpisode", "BroadcastEvent"])
_SOUNDS = frozenset(["AudioObject", "PodcastEpisode", "RadioEpisode", "PodcastSeries"])
_GALLERIES = frozenset(["ImageGallery", "MediaGallery", "ImageObject"])
_PLAYERS = ("youtube", "vimeo", "dailymotion", "brightcove", "jwplayer", "player", "embed")


def find_fault(document: Document, body: Body, outlets: tuple[str, ...]) -> str | None:
    """Return why a page is no article, in words for who saved it, or None where it may be one."""
    look = Look(document=document, body=body, outlets=outlets)
    if is_own_page(look):
        return "a page of the site on itself, and no article"
    if document.says_article and sum(len(piece.text) for piece in body.pieces) > _CERTAIN:
        return None
    notice = find_notice(look.words, lambda kind: kind in _BUILT and _BUILT[kind](look))
    lists = (reason for tells, reason in LISTS if tells(look))
    return notice or next(lists, None) or _find_player(look)


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
    return bool(look.document.elements.named("script"))


_BUILT: Mapping[str, Callable[[Look], bool]] = {
    "robots": _challenges,
    "cookies": _asks_consent,
    "login": _asks_password,
    "missing": _is_missing,
    "letters": _asks_mail,
    "shell": _is_shell,
}
"""How pages of each kind are built."""


def _is_paper(look: Look) -> bool:
    if look.document.says_article or look.words.words >= _PAPER_REST:
        return False
    calls = look.words.call_it(PAPERS) + look.words.address.has(addresses.PAPERS)
    # Two witnesses are enough; with one, the page must have no text, or headlines in its place.
    if calls != 1:
        return calls > 1
    return look.words.words < _NO_TEXT or look.leads.count >= 3


def _is_directory(look: Look) -> bool:
    """Say whether a page is what a server shows of a folder without a page of its own."""
    return bool(look.words.titles) and all(t.startswith("Index of /") for t in look.words.titles)


def _is_table(look: Look) -> bool:
    """Say whether a page calls itself a table, stands among them, and has no prose."""
    calls = look.words.call_it(TABLES) and look.words.address.has(addresses.TABLES)
    return calls and not look.document.says_article and not look.body.sheet.has_prose


def _find_player(look: Look) -> str | None:
    """Return what a page without a text plays or shows, or None."""
    if look.words.words >= _NO_TEXT:
        return None
    if _SOUNDS & look.types or look.document.elements.named("audio"):
        return "a recording without a text"
    if _VIDEOS & look.types or _shows_video(look):
        return "a video without a text"
    if look.caption_words < _NO_TEXT and _shows_pictures(look):
        return "pictures without a text"
    return None


def _shows_pictures(look: Look) -> bool:
    pictures = (piece for piece in look.body.sheet.pieces if piece.kind == "picture")
    return bool(_GALLERIES & look.types) or len(list(islice(pictures, 5))) == 5


def _shows_video(look: Look) -> bool:
    root = look.document.root
    told = (look.document.first("og:type") or "").startswith("video")
    frames = (frame.get("src") or "" for frame in islice(root.iter("iframe", "embed"), 20))
    plays = any(word in frame for frame in frames for word in _PLAYERS)
    return told or plays or bool(look.document.elements.named("video"))


# Results and papers come before lists, which they are by their build as well.
LISTS: tuple[tuple[Callable[[Look], bool], str], ...] = (
    (is_search, "a page of search results: save the article itself"),
    (_is_paper, "a cover or an index of the printed paper: save the article itself"),
    (is_listing, "a section front, a list of articles: save the article itself"),
    (_is_directory, "a list of files: save the article itself"),
    (_is_table, "tables of the weather, of prices or of programmes, and no article"),
)
"""Pages that lead to articles or show figures, with the reason for each kind."""
