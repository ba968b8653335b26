"""The words of class names and ids by which pages mark their boxes.

They are written by programmers, and nearly always in English. Some mark what is no part of an
article, others a picture's box, a standfirst or a kicker.
"""

import re
from functools import lru_cache
from typing import NamedTuple

NAMES_LIMIT = 500
"""The most characters of an element's class names that are looked at."""


class Mark(NamedTuple):
    """A word that marks a box as furniture, unless it holds more than `share` of the prose.

    Whatever it is named, the box that holds most of what there is to read is the text.
    """

    word: str
    share: float


_NEVER_TEXT = "cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics"
# Without "commentary", which is a kind of article.
_REMARKS_BEGIN = (
    "comments?(?!ary)|commentaire|commentlist|comentario|kommentar|reacties|disqus|livefyre"
    "|viafoura"
)
_REMARKS = "forum|reactions|replies|respond|responses|trackbacks?|pingbacks?"
_OTHER_TEXTS = "footer|most-?read|popular|recirc|recommend|related|trending"
_FURNITURE_BEGINS = (
    "advert|author|biograph|breadcrumb|byline|copyright|donat|factbox|hovercard|infobox|keyword"
    "|masthead|navigation|newsletter|outbrain|paginat|playlist|popup|promo|readmore|readnext"
    "|sharebar|sharing|signup|sponsor|subscri|taboola|toolbar"
    # MediaWiki's notices and its foot, and who writes in a forum.
    "|ambox|tmbox|mbox|site ?notice|printfooter|catlinks|postprofile"
)
_FURNITURE = (
    "ad|ads|adv|adslot|anzeige|werbung|publicidad|bio|credits|cta|facts|gallery|latest|menu|modal"
    "|nav|navbar|player|poll|polls|quiz|share|shares|social|socials|syndication|tag|tags|taglist"
)
_DOUBTFUL = "banner|cards?|captions?|carousel|hidden|overlay|side[ _-]?bar|teasers?"


def _any_of(begins: str = "", whole: str = "") -> re.Pattern[str]:
    """Return the form of any word that begins so, or is so as a whole.

    Words are sorted by their first letter, so that the engine tries few of them at each place.
    """
    by_letter: dict[str, list[str]] = {}
    for word in filter(None, begins.split("|")):
        by_letter.setdefault(word[0], []).append(word[1:])
    for word in filter(None, whole.split("|")):
        by_letter.setdefault(word[0], []).append(f"{word[1:]}(?![a-z])")
    forms = (f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"(?<![a-z])(?:{'|'.join(forms)})")


# Comments may well be longer than the article, and are still comments. But what is named "hidden"
# or "card" and holds a quarter of the prose is the text, whatever a programmer called it.
_MARKS = (
    (_any_of(_NEVER_TEXT), 0.9),
    (_any_of(f"{_REMARKS_BEGIN}|{_OTHER_TEXTS}", _REMARKS), 0.7),
    (_any_of(_FURNITURE_BEGINS, _FURNITURE), 0.3),
    (_any_of(whole=_DOUBTFUL), 0.2),
)
# Nearly no box is marked, and one look at its names says so before four say how.
_ANY_MARK = _any_of(
    f"{_NEVER_TEXT}|{_REMARKS_BEGIN}|{_OTHER_TEXTS}|{_FURNITURE_BEGINS}",
    f"{_REMARKS}|{_FURNITURE}|{_DOUBTFUL}",
)
_READERS = _any_of(_REMARKS_BEGIN, _REMARKS)
# What WordPress, Serendipity and the microformats hAtom and h-entry call the box of a post.
_POST = re.compile(
    r"(?<![\w-])(?:hentry|h-entry|post-\d+|type-post|status-publish|serendipity_entry)(?![\w-])"
)
_FILED = re.compile(
    r"(?<![\w-])(?:tag|category|author|topic|label|format|series)-[\w-]+"
    r"|serendipity_entry_author_\w+"
)
"""The classes by which weblogs say what a post is about: `tag-gallery`, `category-newsletter`."""

_RECIPE_CARD = re.compile(r"recipe[-_]?cards?(?![a-z])")
"""What weblogs about food name the box of a recipe itself."""

_TEXT = re.compile(
    r"(?:entry|post|article|blog|story)(?:[-_]{0,2}(?:content|body|text))+(?![\w-])", re.IGNORECASE
)
"""The names by which nearly all themes of weblogs mark the box of a text."""

_HEADER = re.compile(r"head(?:er|ing|line)?(?![a-z])|title|hero|intro|top(?![a-z])|meta(?![a-z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(
    r"(?<![a-z])(?:tooltip|hover-?card|sr-only|visually-?hidden|screen-?reader|off-?screen)"
)
_PICTURE = re.compile(
    r"image|img|media|photo|picture|bild|foto|figure|caption|lightbox|legend|thumb|gallery"
)
# Newsrooms have words of their own for it: chapô, occhiello, Vorspann, entradilla, ingress, perex.
# "Lead" is one of them, but a "leaderboard" is a place for advertisements.
_STANDFIRST = re.compile(
    r"(?<![a-z])(?:dek|deck|standfirst|stand-first|sub-?(?:title|head|headline|line)|strapline"
    r"|summary|excerpt|abstract|intro|lead(?!er)|lede|teaser|chapo|chapeau|sottotitolo|sommario"
    r"|vorspann|untertitel|entradilla|bajada|subtitulo|ingress|manchet|perex|description)"
    r"|(?:sub|bottom|article)(?:title|headline|deck)|(?<=[a-z])(?:lead|intro|dek|summary)(?![a-z])"
)
_LEAD = re.compile(r"intro(?:duction)?|lead|lede|abstract|description", re.IGNORECASE)
_KICKER = re.compile(
    r"(?<![a-z])(?:kicker|eyebrow|overline|over-?title|over-?head|topline|top-?title|dachzeile"
    r"|spitzmarke|roofline|antetitulo|volanta|occhiello|surtitre|pre-?title|rubric)"
)


@lru_cache(maxsize=20_000)
def find_mark(names: str, own: str = "") -> Mark | None:
    """Return what class names and an id say against a box being text, the strongest word first."""
    names = f"{names} {own}"[:NAMES_LIMIT]
    found = _find_strongest(names)
    # Few names mark anything, so that what a post is filed under is looked for only then.
    if found and "recipe" in names:
        names = _RECIPE_CARD.sub(" ", names)
        found = _find_strongest(names)
    return _find_strongest(_FILED.sub(" ", names)) if found and _POST.search(names) else found


def _find_strongest(names: str) -> Mark | None:
    # On lines of their own, so that no word is made of two names.
    lines = "\n".join(names.split())
    words = lines if lines.islower() else _CAMEL.sub(" ", lines).lower()
    for pattern, share in _MARKS if _ANY_MARK.search(words) else ():
        if found := pattern.search(words):
            return Mark(found[0], share)
    return None


@lru_cache(maxsize=20_000)
def is_unseen(names: str) -> bool:
    """Say whether class names mark words within a line that no reader sees."""
    return bool(_UNSEEN.search(names[:NAMES_LIMIT].lower()))


@lru_cache(maxsize=20_000)
def marks_picture(names: str) -> bool:
    """Say whether class names mark a box round a picture and its words."""
    return bool(_PICTURE.search(names[:NAMES_LIMIT].lower()))


@lru_cache(maxsize=20_000)
def marks_post(names: str) -> bool:
    """Say whether class names mark the box of a whole post."""
    return bool(_POST.search(names[:NAMES_LIMIT]))


@lru_cache(maxsize=20_000)
def marks_text(names: str) -> bool:
    """Say whether class names mark the box of a text, whatever boxes its parts stand in."""
    return bool(_TEXT.search(names[:NAMES_LIMIT]))


def marks_header(tag: str, names: str) -> bool:
    """Say whether a box is for the headline and what belongs to it, such as a standfirst."""
    return tag in ("header", "hgroup") or bool(_HEADER.search(names[:NAMES_LIMIT].lower()))


@lru_cache(maxsize=20_000)
def marks_remarks(names: str) -> bool:
    """Say whether class names mark what readers say."""
    return bool(_READERS.search(_CAMEL.sub(" ", names[:NAMES_LIMIT]).lower()))


def marks_standfirst(names: str) -> bool:
    """Say whether class names mark a standfirst."""
    return bool(_STANDFIRST.search(_CAMEL.sub(" ", names[:NAMES_LIMIT]).lower()))


def names_standfirst(names: str) -> bool:
    """Say whether class names mark a standfirst, and may not mean a first paragraph as well."""
    return marks_standfirst(_LEAD.sub(" ", names[:NAMES_LIMIT]))


def marks_kicker(names: str) -> bool:
    """Say whether class names mark a kicker."""
    return bool(_KICKER.search(_CAMEL.sub(" ", names[:NAMES_LIMIT]).lower()))
