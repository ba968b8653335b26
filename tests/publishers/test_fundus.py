"""What `fundus` says of a page is heard where the page bears it out, and never ends a reading."""

import time
from datetime import UTC, datetime
from html import escape

import pytest

from generator.model import Article, PartialDate, Precision, Quarantine, Snapshot
from generator.parsing import NO_GUIDES, Guides, parse_snapshot
from generator.parsing.hosts import publishers

ASKING = Guides(publishers=True)
URL = "https://taz.de/Der-Kessel-bleibt-kalt/!6042317/"
LEAD = "Seit drei Wochen heizt niemand mehr das Rathaus, und die Kanzlei schreibt in Mänteln."
LINES = (
    "Der Kessel steht im Keller des Rathauses von Aunstedt und ist älter als der Bürgermeister.",
    "Am Montag kam ein Mann mit einer Lampe, sah hinein und ging, ohne etwas zu sagen.",
    "Nun rechnet die Kämmerei, was ein neuer kostet, und findet die Zahl nicht gleich wieder.",
)
ASIDE = "Wer uns lesen will, kann das im Abonnement tun, jede Woche und auch im Winter, im Sessel."


def read(body: str, head: str = "", guides: Guides = ASKING, saved: int = 2025) -> Article:
    """Return the article of a page of a publisher that `fundus` knows."""
    page = (
        f'<html lang="de"><head><title>Kessel kalt – taz.de</title>'
        f'<link rel="canonical" href="{URL}">{head}</head><body>{body}</body></html>'
    )
    captured = PartialDate(moment=datetime(saved, 3, 1, tzinfo=UTC), precision=Precision.DAY)
    snapshot = Snapshot(path="p", digest="0" * 64, kind="html", text=page, captured=captured)
    said = parse_snapshot(snapshot, guides)
    assert not isinstance(said, Quarantine), said.reason
    return said[0]


def page(*lines: str, lead: str = LEAD) -> str:
    """Return a body in the shape of the publisher's pages of 2025."""
    text = "".join(f'<p class="bodytext paragraph">{escape(line)}</p>' for line in lines)
    return (
        f'<article><h1>Kein Feuer im Rathaus</h1><p class="column typo-r-subline-detail">{lead}</p>'
        f'<div class="main-article-corpus">{text}</div><p>{ASIDE}</p></article>'
    )


def text_of(article: Article) -> str:
    return repr(article.body)


def witness_of(article: Article, field: str) -> str | None:
    return next((said.witness for said in article.evidence if said.field == field), None)


def test_its_headline_and_dek_are_taken_with_its_name_as_the_witness() -> None:
    article = read(page(*LINES), '<meta name="taz:title" content="Der Kessel bleibt kalt">')
    assert article.header.headline == "Der Kessel bleibt kalt"
    assert article.header.dek == LEAD
    assert witness_of(article, "headline") == "fundus (Die Tageszeitung (taz))"


def test_the_general_reader_alone_is_heard_where_nobody_asks_it() -> None:
    head = '<meta name="taz:title" content="Der Kessel bleibt kalt">'
    article = read(page(*LINES), head, NO_GUIDES)
    assert "fundus" not in repr(article.evidence)


def test_its_text_settles_what_belongs_to_the_article() -> None:
    body = text_of(read(page(*LINES)))
    assert all(line in body for line in LINES)
    assert ASIDE not in body


def test_the_parser_of_the_time_is_asked() -> None:
    text = "".join(f'<p class="article">{line}</p>' for line in LINES)
    old = f'<h1>Kein Feuer im Rathaus</h1><p class="intro">{LEAD}</p>'
    old += f'<div class="sectbody">{text}</div>'
    head = '<meta name="author" content="Bea Quill">'
    assert witness_of(read(old, head, saved=2020), "byline") == "fundus (Die Tageszeitung (taz))"
    assert witness_of(read(old, head, saved=2025), "byline") == "meta author"


def test_what_the_page_does_not_bear_out_is_not_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    lies = {"title": "Etwas ganz anderes", "authors": ["Niemand Hier"], "topics": ["Nichts"]}
    answer(monkeypatch, lambda: lies)
    assert read(page(*LINES)) == read(page(*LINES), guides=NO_GUIDES)


def test_a_parser_that_fails_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> dict[str, object]:
        raise RecursionError("deep")

    answer(monkeypatch, fail)
    assert read(page(*LINES)) == read(page(*LINES), guides=NO_GUIDES)


def test_a_parser_that_does_not_end_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def dawdle() -> dict[str, object]:
        time.sleep(30)
        return {"title": "Kein Feuer im Rathaus"}

    monkeypatch.setattr(publishers, "TIME_LIMIT", 0.05)
    answer(monkeypatch, dawdle)
    assert read(page(*LINES)) == read(page(*LINES), guides=NO_GUIDES)


def answer(monkeypatch: pytest.MonkeyPatch, say: object) -> None:
    """Let the publisher's parser say what `say` returns."""
    known = publishers._publishers()["taz.de"]

    class Parser:
        def parse(self, _text: str, error_handling: str) -> object:
            assert error_handling
            return say()  # type: ignore[operator]

    monkeypatch.setattr(known, "parser", lambda _captured: Parser())
