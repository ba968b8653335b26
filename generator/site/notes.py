"""Find what an article says of itself rather than of the world: corrections and updates.

A newsroom sets such a note as a paragraph that begins with one of a few words; the words of some
fifteen languages are here. What they stand before is never read.
"""

import re

_NOUNS = (
    r"corrections?(?: and clarifications?)?|clarifications?|updated?|editor(?:['’]s|s['’])? note"
    r"|note from the editors?"
    r"|korrektur|berichtigung|richtigstellung|aktualisierung|transparenzhinweis"
    r"|(?:anmerkung|hinweis|anm\.) (?:der|d\.) red(?:aktion|\.)|nachtrag"
    r"|rectificatif|rectification|mise à jour|précision|erratum|note de la rédaction|ndlr"
    r"|correcci[óo]n|fe de err(?:ores|atas)|aclaraci[óo]n|rectificaci[óo]n|actualizaci[óo]n"
    r"|nota (?:de la redacci[óo]n|del editor|della redazione|da redação|do editor)"
    r"|errata(?: corrige)?|rettifica|precisazione|aggiornamento|correção|atualização"
    r"|esclarecimento|rectificatie|correctie|noot van de redactie|rättelse|rettelse|retting"
    r"|uppdatering|oppdatering|opdatering|sprostowanie|aktualizacja|od redakcji"
    r"|исправление|уточнение|обновлено|от редакции"
    r"|訂正|お詫びと訂正|更正|更新|编者按|編者按|정정|바로잡습니다|تصحيح|تصويب|تحديث"
)
_SENTENCES = (
    r"this (?:article|story|report|piece|column|headline|post|page|article['’]s headline) "
    r"(?:was|has been) (?:last )?(?:amended|changed|clarified|corrected|edited|modified|revised"
    r"|updated)|an? (?:earlier|previous|original) version of th(?:is|e) \w+"
    r"|in einer (?:früheren|ersten|vorherigen) (?:version|fassung) d"
    r"|dieser (?:artikel|beitrag|text) wurde (?:[\w.,:]+ ){0,5}(?:aktualisiert|korrigiert|geändert)"
    r"|cet article a été (?:modifié|mis à jour|corrigé|actualisé)"
    r"|une (?:première|précédente) version de cet|une version (?:précédente|antérieure) de cet"
    r"|est[ea] (?:artículo|noticia|información) (?:ha sido|fue) (?:actualizad|corregid|modificad)"
    r"|una versión (?:anterior|previa) de est"
)
# What makes a note of the word: a colon, a bracket, the end of bold type, a date. "Update" may
# begin any sentence.
_ENDS = r"[:：.\-–—(（\[【】\]|,]|</(?:strong|em|small|p)>|(?:(?:on|at|am|vom|le|du|el|del) )?\d"
_START = r"<p>(?:\s|<(?:strong|em|small)>)*[\[(*【（]{0,2}"
_NOTE = re.compile(rf"{_START}(?:(?:{_NOUNS})\s?(?:{_ENDS})|{_SENTENCES})", re.IGNORECASE)
_TAG = re.compile(r"<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")


def mark_notes(html: str) -> str:
    """Return a story's HTML with each paragraph that is a correction or an update marked as one.

    Whole tags are gone through, so that what looks like a tag within an attribute stays as it is.
    """
    if not _NOTE.search(html):
        return html
    return _TAG.sub(lambda tag: _mark(html, tag), html)


def _mark(html: str, tag: re.Match[str]) -> str:
    noted = tag[0] == "<p>" and _NOTE.match(html, tag.start())
    return '<p class="notice" role="note">' if noted else tag[0]
