"""What readers say below an article, which may be longer than the article itself.

It stands in boxes that are named for it, or below a heading for it: "3 réactions", "Leave a reply".
Nothing of the article comes after its comments.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.parsing.boxes import Box, Piece
from generator.parsing.cues import marks_remarks
from generator.parsing.pasted.cues import fold_line, opens_comments
from generator.parsing.pasted.lines import is_time
from generator.parsing.prose import Sheet, measure
from generator.parsing.signatures import signs

HEAD_LENGTH = 120
"""The most characters of a heading of comments."""

LEAST_TEXT = 40
"""The fewest characters between a headline and what is taken for its comments."""

_NEAR = 20
_SIGNED = 2
# What asks for an answer, folded and without accents: "Leave a reply", "Dodaj komentarz".
_CALLS = (
    r"(?:leave|post|add|write|submit) (?:a |an |your |new )*(?:reply|comment|response)s?"
    r"|(?:schreiben? sie |schreibe? |verfassen? (?:sie )?|hinterlass\w* (?:sie )?)?"
    r"(?:ihren?|deinen?|einen?|neuen|neuer) (?:kommentar|antwort)(?: \w+)?"
    r"|diskutieren sie mit|mitdiskutieren|kommentare? zu .*"
    r"|(?:laisser|laissez|ajouter|poster|ecrire) (?:un|une|votre) (?:commentaire|reponse|reaction)"
    r"|commenter cet article|un message, un commentaire"
    r"|(?:deja|dejar|escribe|escribir|anadir|agregar|publicar) (?:un|una)? ?"
    r"(?:comentario|respuesta)|(?:lascia|aggiungi|scrivi) un(?:a)? (?:commento|risposta)"
    r"|(?:deixe|deixar|adicionar) (?:um|uma)? ?(?:comentario|resposta)"
    r"|(?:geef|plaats|schrijf|laat) (?:een|je) reactie(?: achter)?|skriv en kommentar"
    r"|(?:dodaj|zostaw|napisz) komentarz|(?:napsat|pridat) komentar"
    r"|(?:оставить|добавить|написать) комментарии|комментарии"
    r"|trackbacks?(?: ?[&/] ?pingbacks?)?|pingbacks?"
    r"|コメントを.{1,6}|发表(?:评论|回复)|댓글 ?남기기"
)
# What stands behind a number: "3 réactions", or "Two thoughts on …", as WordPress has it.
_COUNTED = (
    r"reactions?|responses?|replies|opinions|reponses?|avis|messages?|reaktion(?:en)?"
    r"|antwort(?:en)?|ruckmeldung(?:en)?|gedanken? zu|thoughts? (?:on|to)|respuestas?|risposte"
    r"|respostas|pensieri su|pensamientos? (?:en|sobre)|reflexions? (?:sur|au)|gedachten? over|svar"
    r"|komentar\w*|комментари\w*|отзыв\w*"
)
_HEAD = re.compile(
    rf"\W*(?:{_CALLS})\W*"
    rf"|\W*(?:\d[\d.,]*|one|two|three|eine?|zwei|drei|une?|deux|trois) (?:{_COUNTED})\b.{{0,90}}"
)


def find_remarks(sheet: Sheet, title: Piece | None) -> frozenset[Piece]:
    """Return the pieces that are comments on the article with the headline `title`.

    There are none where nothing would be left for the article.
    """
    start = sheet.pieces.index(title) + 1 if title else 0
    below = sheet.pieces[start:]
    own = frozenset(title.box.lineage()) if title else frozenset()
    # A box with the headline in it is named for more than its comments.
    named = {box for box in sheet.sums if box.mark and marks_remarks(box.mark.word)} - own
    found: set[Piece] = set()
    if named:
        found.update(piece for piece in below if not named.isdisjoint(piece.box.lineage()))
    found.update(_below_heads(below, found))
    first = next((at for at, piece in enumerate(below) if piece in found), None)
    return frozenset(found) if first is not None and _has_text(below[:first]) else frozenset()


def _below_heads(pieces: Sequence[Piece], known: set[Piece]) -> Iterator[Piece]:
    """Yield headings of comments with all that follows them in the box that holds both."""
    found = set(known)
    for at, piece in enumerate(pieces):
        if piece in found or not _may_head(piece):
            continue
        if _heads_remarks(piece, pieces[at + 1 : at + _NEAR]) and _has_text(pieces[:at]):
            rest = list(_rest_of_box(pieces, at))
            found.update(rest)
            yield from rest


def _rest_of_box(pieces: Sequence[Piece], at: int) -> Iterator[Piece]:
    yield pieces[at]
    if at + 1 == len(pieces):
        return
    after = frozenset(pieces[at + 1].box.lineage())
    shared = next(box for box in pieces[at].box.lineage() if box in after)
    for piece in pieces[at + 1 :]:
        if not piece.is_in(shared):
            return
        yield piece


def _may_head(piece: Piece) -> bool:
    """Say whether a line is short enough for a heading, and no link."""
    if piece.kind != "text" or len(piece.text) > HEAD_LENGTH:
        return False
    return not piece.is_link or bool(piece.heading)


def _heads_remarks(piece: Piece, below: Sequence[Piece]) -> bool:
    if not (opens_comments(piece.text) or _HEAD.fullmatch(fold_line(piece.text))):
        return False
    return bool(piece.heading) or _is_named_so(piece) or _is_thread(below)


def _is_thread(pieces: Sequence[Piece]) -> bool:
    """Say whether lines are signed or dated again and again, as in a thread of comments."""
    lines = (piece.text for piece in pieces if piece.kind == "text")
    return sum(signs(line) or is_time(line) for line in lines) >= _SIGNED


def _is_named_so(piece: Piece) -> bool:
    boxes: list[Box] = [box for box, _ in zip(piece.box.lineage(), range(3), strict=False)]
    return any(marks_remarks(f"{box.names} {box.element.get('id') or ''}") for box in boxes)


def _has_text(pieces: Iterable[Piece]) -> bool:
    """Say whether there are a line or two of text among `pieces`."""
    size = 0
    for piece in pieces:
        size += measure(piece)
        if size >= LEAST_TEXT:
            return True
    return False
