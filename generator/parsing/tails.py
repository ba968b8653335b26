"""What stands below the last line of a text, in its own box: the page on itself.

Weblogs say there when a post was filed and where, whom to thank, and how to answer.
"""

import re

from generator.parsing.boxes import Piece
from generator.parsing.pasted.captions import is_credit
from generator.parsing.pasted.cues import (
    fold_line,
    is_end,
    is_outro,
    is_promo,
    opens_comments,
)
from generator.parsing.prose import PROSE_LENGTH
from generator.parsing.selection import Reading
from generator.parsing.signatures import signs

TAIL_LENGTH = 600
"""The most characters of a line that files a post."""

TEASER_LENGTH = 300
"""The most characters of an excerpt of another article."""

_LEAST_TEASERS = 3

_OPENINGS = (
    # English
    r"this (?:entry|post|article|story) was (?:posted|published|written|filed|last)"
    r"|(?:posted|published|filed|written|submitted) (?:by|in|on|at|under)\b"
    r"|(?:filed|published) under|tagged(?: (?:with|as|under))?[ :]"
    r"|(?:tags?|labels?|categor(?:y|ies)):"
    r"|bookmark the|permalink|trackback|you can (?:follow|leave|skip)|both comments and pings"
    r"|(?:this page was )?last (?:updated|modified|edited|changed)|page last|you are visitor"
    r"|current (?:mood|music|location)|technorati|share this|like this:|print this|email this"
    r"|originally (?:published|posted) (?:at|on|in|by)\b|with (?:additional )?(?:files|reporting) "
    r"(?:from|by)\b|(?:click|tap) here to"
    r"|(?:previous|next|older|newer) (?:post|entry|article|story)"
    # German
    r"|(?:dieser|diesen) (?:eintrag|beitrag|artikel) (?:wurde|ist|teilen|drucken|empfehlen)"
    r"|(?:veröffentlicht|geschrieben|erstellt|eingestellt|verfasst|gepostet|abgelegt) "
    r"(?:von|in|am|um|unter)\b|(?:abgelegt|kategorie(?:n)?|schlagw(?:ort|örter|orte)|stichw\w+|tags?"
    r"|verschlagwortet|thema|themen|rubrik|ressort)\b.{0,12}?[:：]|verschlagwortet mit"
    r"|zuletzt (?:geändert|aktualisiert|bearbeitet)|letzte (?:änderung|aktualisierung)"
    r"|setze? ein lesezeichen|sie können (?:alle|die|eine) (?:antworten|kommentare)|teilen mit"
    r"|gefällt mir:?$|ähnliche (?:beiträge|artikel|posts?)\b|weitere beiträge\b"
    r"|zurück zur|(?:vorheriger|nächster) (?:beitrag|artikel)|nach oben"
    # French, Spanish, Italian, Portuguese, Dutch
    r"|(?:publié|posté|rédigé|écrit|classé) (?:par|dans|le|sous|à)\b|cette entrée a été"
    r"|(?:mots[- ]clés?|étiquettes?|catégories?|partager|j’aime)\s?:|ce (?:billet|contenu) a été"
    r"|dernière (?:mise à jour|modif)"
    r"|(?:publicado|escrito|archivado|etiquetado) (?:por|en|el|como|em)\b"
    r"|(?:etiquetas?|categorías?|etichette|categorie|marcadores):|esta entrada fue"
    r"|(?:pubblicato|scritto|archiviato|postato) (?:da|in|il)\b|questo articolo è stato"
    r"|(?:geplaatst|gepubliceerd) (?:door|in|op)\b"
)
_FILED = re.compile(rf"\W{{0,4}}(?:{_OPENINGS})", re.IGNORECASE)
_ANSWERS = re.compile(
    r"^\W?(?:additional )?reporting by .{1,200}\b(?:editing|writing) by\b"
    r"|\bretrieved \d|\(abgerufen am\b|\(consulté le\b|\brss 2\.0\b"
    r"|\bpings? (?:are|sind)\b|\bresponses to this entry|\babgelegt unter\b",
    re.IGNORECASE,
)


def drop_tail(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the lines below the text by which a page files it, signs it and takes leave.

    Where nothing else is left it stays, unless it files a post whose own lines may be shorter.
    """
    end = len(pieces)
    while end and _is_tail(pieces[end - 1]):
        end -= 1
    if any(piece.kind != "picture" and not piece.is_link for piece in pieces[:end]):
        return pieces[:end]
    filed = all(files_post(piece.text) for piece in pieces[end:] if piece.kind == "text")
    return pieces[:end] if filed and reading.sheet.least >= PROSE_LENGTH else pieces


def drop_teasers(reading: Reading, pieces: list[Piece]) -> list[Piece]:
    """Drop the excerpts of other articles at the end: lines each of which has a link above it.

    Where there is nothing else to read, they are what the page is there for.
    """
    kept = set(pieces)
    end = len(pieces)
    while end and _is_teaser(reading, reading.sheet.order[pieces[end - 1]], kept):
        end -= 1
    several = len(pieces) - end >= _LEAST_TEASERS
    return pieces[:end] if several and reading.sheet.weight(pieces[:end]) else pieces


def _is_teaser(reading: Reading, at: int, kept: set[Piece]) -> bool:
    piece, above = reading.sheet.pieces[at], reading.sheet.pieces[max(0, at - 1)]
    linked = above.kind == "text" and above.is_link and above not in kept
    return piece.kind == "text" and linked and len(piece.text) <= TEASER_LENGTH


def _is_tail(piece: Piece) -> bool:
    text = piece.text
    if piece.kind != "text" or len(text) > TAIL_LENGTH:
        return False
    takes_leave = is_outro(text) or is_promo(fold_line(text))
    signed = signs(text) or is_credit(text)
    return files_post(text) or signed or is_end(text) or opens_comments(text) or takes_leave


def files_post(text: str) -> bool:
    """Say whether a line says where and when a post was filed: "Posted in Boats | 3 comments"."""
    return bool(_FILED.match(text[:200]) or _ANSWERS.search(text))
