"""Whether a line is one of those that pages print round their articles."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.parsing.pasted import interruptions, phrases
from generator.text import fold

LOOKED_AT = 160
"""The most characters of a line that are compared."""

_LONGEST = 80
# By so many letters openings are kept, so that each line is compared with a few of hundreds.
_KEY = 2


def fold_line(text: str) -> str:
    """Return the start of `text` folded, and without accents."""
    return _fold(text[:LOOKED_AT])


@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    folded = fold(text)
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFD", folded)
    return "".join([char for char in parts if not unicodedata.combining(char)])


@dataclass(frozen=True, slots=True)
class _Table:
    """Phrases that a folded line may be, and those that it may begin with."""

    whole: frozenset[str]
    openings: Mapping[str, tuple[str, ...]]

    def has(self, folded: str) -> bool:
        """Say whether `folded` is a phrase, but for its punctuation and a count in brackets."""
        return (len(folded) < _LONGEST and _bare(folded) in self.whole) or self.opens(folded)

    def opens(self, folded: str) -> bool:
        """Say whether `folded` begins with a phrase that may go on, as whole words."""
        for opening in self.openings.get(folded[:_KEY], ()):  # any() takes three times as long
            if folded.startswith(opening) and not folded[len(opening) :][:1].isalnum():
                return True
        return False


@lru_cache(maxsize=4096)
def _bare(folded: str) -> str:
    if folded[:1].isalpha() and folded[-1:].isalpha():
        return folded  # As nearly all lines are, and as the form tells only at its end.
    return _MARGIN.sub("", folded)


_MARGIN = re.compile(r"^\W+|\W*(?:\(?\d+\)?)?\W*$")


def _make_table(by_language: Mapping[str, str]) -> _Table:
    said = [p.strip() for words in by_language.values() for p in " ".join(words.split()).split("|")]
    openings: dict[str, tuple[str, ...]] = {}
    for opening in (fold_line(p.removesuffix("…")) for p in said if p.endswith("…")):
        key = opening[:_KEY]
        openings[key] = (*openings.get(key, ()), opening)
    whole = frozenset(fold_line(phrase.removesuffix("…")) for phrase in said)
    return _Table(whole, MappingProxyType(openings))


_ENDS = _make_table(phrases.ENDS)
_COMMENTS = _make_table(phrases.COMMENTS)
_CLOSINGS = _make_table(phrases.CLOSINGS)
_ASIDES = _make_table(interruptions.ASIDES)
_LEADS = _make_table(interruptions.LEADS)
_NOTES = _make_table(interruptions.NOTES)

_COUNTED_COMMENTS = re.compile(
    r"\[? ?\d[\d.,]* (?:comments?|responses?|replies|kommentare?|commentaires?|comentarios?"
    r"|commenti|reacties|antworten|thoughts on .*)\b.{0,80}"
)
_ASIDE = re.compile(r"([\w' -]{2,30}?)\s?(?:[:|>»]|\s-)\s*(\S.*)")
# German advertisements of jobs have "(m/w/d)"; the others are links, counts of pictures, players.
_MARKED_NOTE = re.compile(
    r".*(?:\((?:m/w/d|w/m/d|m/w/div|d/m/w)\)|(?:offnet in|opens in|offnet im) .{0,12}"
    r"(?:fenster|tab|window)).*|\d+ min(?:ute)?s? read.*|(?:image|photo|bild) \d+ (?:of|von) \d+"
    r"|\d+ ?/ ?\d+|\W+|[^.]*affiliate (?:commission|link)s?.*|.* back to video"
)
# "-30-" is how newsrooms of North America end a story.
_RULE = re.compile(r"[_*=~–—•#-]{2,}|\* ?\* ?\*|-30-|ends?")
# "9/4/23, 10:15 AM Bridge opens again - The Courier", "https://example.com/bridge 1/3"
_PRINT = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: [^\s|]+){3,40} [-|–—] \S.{0,60}"
    r"|https?://\S+ (?:page )?\d{1,3} ?(?:/|of) ?\d{1,3}"
    r"|(?:page|seite|página|pagina|side|strona) \d{1,3} ?(?:/|of|von|sur|de|di|van|av|z) ?\d{1,3}",
    re.IGNORECASE,
)
_TEASER_END = re.compile(r"(?:\[(?:…|\.\.\.)\]|…|\.\.\.)$")
_CODA = re.compile(
    r".{3,120}\b(?:contributed|contributing) (?:to this|reporting|from)\b"
    r"|\(?(?:additional )?reporting by\b|\(?(?:writing|editing|edited|compiled) by\b"
    r"|\(?(?:reportage|redaction) (?:de|par)\b|.{3,120}\ba contribue a cet\b"
    r"|\(?mit material von\b|\(?with (?:reporting|files|additional reporting) (?:by|from)\b"
    r"|\(?con informacion de\b|\(?com informacoes d[aeo]\b"
)
_PROMO = re.compile(
    r"\b(?:subscri\w+|newsletters?|sign(?:ing)? (?:up|in)|log(?:ged)? in|create an account|inbox"
    r"|unlimited|journalism|donat\w+|membership|free trial|advertis\w+|privacy policy|bookmark"
    r"|terms of \w+|e-?mails?|app|whatsapp|telegram|podcast|unlock|notifications?|affiliate"
    r"|all rights|rights reserved|our (?:website|site|team|community|standards)|javascript|browser"
    r"|follow (?:us|him|her|them)|abonn\w+|abo|registrier\w+|an(?:ge)?meld\w+|einwilligung"
    r"|datenschutz\w*|spende\w*|unterstutz\w+|kommentar\w*|suscri\w+|inscri\w+|iscri\w+"
    r"|assin\w+)\b"
)
_CARDS = (
    *("related", "more from ", "more in ", "more on ", "you may also like", "you might also like"),
    *("mehr aus ", "mehr von ", "mehr zu ", "das konnte "),
)
_COOKIES = re.compile(r"\bcookies?\b")
_YOU = re.compile(
    r"\b(?:you|your|yours|our|us|we|sie|ihr\w*|wir|uns\w*|dein\w*|vous|votre|vos|nous|notre"
    r"|usted|nuestr\w+|voce|seu|noss[oa]|tua|nostr\w+|jouw|uw|ons|onze|here|aqui)\b"
)
# "Jane Roe is a reporter for …", "Contact …", "Jane Roe: jane@example.com", and what sells.
_OUTRO = re.compile(
    r"(?:[\w.'-]+ ){1,5}(?:is|ist|est|es|e) (?:(?:an?|the|our|eine?|une?|una|uma?) )?"
    r"(?:[\w-]+ ){0,6}(?:reporter|journalist|editor|writer|correspondent|columnist|author|freelance"
    r"|redakteurin|redakteur|reporterin|korrespondentin|korrespondent|autorin|autor|journaliste"
    r"|periodista|giornalista|jornalista|redacteur)\b.*"
    r"|(?:published under|filed under|reach|contact|email|follow|watch|choose|listen to|for more"
    r"|do you have|have a (?:tip|story)|got a (?:tip|story)|enjoyed this|like this story|to submit"
    r"|would you like|no spam|if you found|read more about|sie lesen gerade|sie mogen"
    r"|nachrichten der)\b.*"
    r"|(?:[\w.'-]+ ){0,4}[\w.'-]+: "
    r"(?:\+?[\d(][\d ().-]{5,18}\d\b|\S{1,60}@\S{2,60}|@\w{2,30}).{0,90}"
    r"|.*\b(?:newsletters?|subscribe|abonnieren|abonnez|suscribete|iscriviti|click here"
    r"|preferred source|hier entlang|finden sie hier|is part of|trademarks? of"
    r"|subject to copyright|anlageberatung)\b.*"
)


def is_end(text: str) -> bool:
    """Say whether a line heads what follows an article: "Related", "Mehr zum Thema", "© 2023"."""
    folded = fold_line(text)
    heading = len(text.split()) <= 8 and not text.endswith((".", "!", "?", '"', "”"))
    return (heading and _ENDS.has(folded)) or _CLOSINGS.opens(folded)


def opens_comments(text: str) -> bool:
    """Say whether a line heads what readers say: "Kommentare (3)", "[ 167 comments ]"."""
    folded = fold_line(text)
    return _COMMENTS.has(folded) or bool(_COUNTED_COMMENTS.fullmatch(folded))


def is_note(text: str) -> bool:
    """Say whether a line interrupts an article: "Advertisement", "Read more: …"."""
    folded = fold_line(text)
    if len(text.split()) > 40:
        return False
    return (
        _NOTES.has(folded)
        or find_aside(text) is not None
        or bool(_MARKED_NOTE.fullmatch(folded))
        or is_promo(folded)
    )


def find_aside(text: str) -> str | None:
    """Return the headline that a line leads to, as "Related: Bridge opens" does, or None."""
    folded = fold_line(text)
    found = _ASIDE.fullmatch(folded)
    if found and found[1].strip() in _ASIDES.whole:
        # Folding may change the length, as of "ß"; then the mark is looked for in the line itself.
        return text[len(text) - len(found[2]) :] if len(folded) == len(text) else _after_mark(text)
    opening = next((lead for lead in _LEADS.whole if folded.startswith(f"{lead} ")), None)
    return text[len(opening) :].strip() if opening else None


def opens_cards(text: str) -> bool:
    """Say whether a line heads cards that lead to other articles: "Related", "Lees ook"."""
    bare = _bare(fold_line(text))
    return bare in _ASIDES.whole or bare in _LEADS.whole or bare.startswith(_CARDS)


def _after_mark(text: str) -> str:
    return re.split(r"[:|>»]|\s-\s", text, maxsplit=1)[-1].strip()


@lru_cache(maxsize=4096)
def is_promo(folded: str) -> bool:
    """Say whether a folded line speaks to its readers about the outlet itself."""
    # Any story may have one such word, or two, but not so many and a "you" in a line.
    hits = len(set(_PROMO.findall(folded))) + 2 * bool(_COOKIES.search(folded))
    return hits >= 3 or (hits >= 2 and bool(_YOU.search(folded)))


def speaks_to_readers(text: str) -> bool:
    """Say whether the start of a line says you or we, as an outlet does to its readers."""
    return bool(_YOU.search(fold_line(text)))


def is_outro(text: str) -> bool:
    """Say whether a line takes leave of the reader: who its writer is, where to write to."""
    folded = fold_line(text)
    return bool(_OUTRO.fullmatch(folded))


def is_of_print(text: str) -> bool:
    """Say whether a line is one that a browser prints over or under each page of paper."""
    return len(text) <= 400 and bool(_PRINT.fullmatch(text))


def is_rule(text: str) -> bool:
    """Say whether a line is a rule, as agencies set below a story: "___"."""
    return bool(_RULE.fullmatch(text.lower()))


def is_coda(text: str) -> bool:
    """Say whether a line says who else worked on a story, as the last line of one does."""
    return bool(_CODA.match(fold_line(text)))


def is_teaser(text: str) -> bool:
    """Say whether a line breaks off, as excerpts on cards do: "[…]"."""
    return bool(_TEASER_END.search(text[-8:]))
