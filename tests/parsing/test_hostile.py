"""Nothing in a page stops the reading of it, and nothing of it comes out but text."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Article, Quarantine, Snapshot
from generator.parsing import parse_snapshot, render_record
from tests.parsing.test_reading_pages import TEXT

PIECES = st.sampled_from(
    """<p> </p> <div> </div> <article> <h1> </h1> <br> <ul> <li> <table> <tr> <td> <th> <pre> </a>
    <a_href=/x> <a_href=javascript:x> <b> </i> <blockquote> <figure> <img_src=a.jpg> <figcaption>
    </figure> <script> </script> <style> <!-- --> <![CDATA[ ]]> <?xml?> <svg> <template> <x-y>
    <meta_name=date_content=1> <title> </title> <body_class=ad> <frameset> <form> <select> <option>
    <textarea> <base_href=//x> <time_datetime=x> <div_style=display:none> words_of_text By_Jo_Roe
    <script_type=application/ld+json> {"@type":"NewsArticle"} [ { : , 2023 &#0; &#xD800; &amp;amp;
    < > " ' = \x00 \ufeff""".split()
).map(lambda piece: piece.replace("_", " "))
SOUP = st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join)


def parse(html: str, **more: object) -> tuple[Article, ...] | Quarantine:
    return parse_snapshot(Snapshot(path="p", digest="0", kind="html", text=html, **more))


def strings(value: object) -> Iterator[str]:
    """Yield every string of a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def check(said: tuple[Article, ...] | Quarantine) -> None:
    if isinstance(said, Quarantine):
        assert "fault in Backfile" not in said.reason
        return
    record = render_record(said[0])
    assert json.loads(json.dumps(record)) == record
    for text in strings(record):
        text.encode("utf-8")
        assert "\x00" not in text
    links = [record["url"], *(card["url"] for card in record["related"])]
    assert all(link is None or link.startswith(("http://", "https://")) for link in links)


@given(SOUP)
def test_no_soup_is_too_thin(soup: str) -> None:
    check(parse(soup))


@given(SOUP, SOUP)
def test_a_page_survives_what_is_thrown_into_it(head: str, body: str) -> None:
    check(parse(f"<title>Ferry</title>{head}<article><h1>Ferry</h1>{TEXT}{body}{TEXT}"))


@given(st.text())
def test_no_text_is_too_strange_to_be_pasted(text: str) -> None:
    check(parse_snapshot(Snapshot(path="p", digest="0", kind="text", text=text)))


TRAPS = {
    "deep": "<div>" * 1500 + TEXT,
    "deeper": "<div>" * 10_000 + TEXT,
    "lists": "<ul><li>" * 900 + "item</li></ul>" + TEXT,
    "tables": "<table><tr><td>" * 500 + TEXT,
    "figures": "<figure>" * 1000 + "<img src=a.jpg>" + TEXT,
    "attributes": "<p " + " ".join(f"a{n}='>'" for n in range(40_000)) + ">" + TEXT,
    "attribute": f'<p title="{"x" * 5_000_000}">' + TEXT,
    "json": '<script type="application/ld+json">' + "[" * 200_000 + "</script>" + TEXT,
    "date": f'<time datetime="{"jan " * 50_000}"></time>' + TEXT,
    "digits": f'<meta property="article:published_time" content="{"9" * 100_000}">' + TEXT,
    "breaks": "a<br>" * 20_000 + TEXT,
    "headings": "<h1>Ferry again</h1>" * 5_000 + TEXT,
    "boxed headings": "<div><h1>Ferry again</h1><p>A line.</p></div>" * 5_000 + TEXT,
    "title": f"<title>{'a | ' * 50_000}</title>" + TEXT,
    "entities": f"<title>{'&amp;' * 50_000}</title>" + TEXT,
    "caption": "<figure><img src=a.jpg><figcaption>"
    + "Photo: " * 5_000
    + "</figcaption></figure>"
    + TEXT,
    "spaces": "<p>" + " " * 1_000_000 + "</p>" + TEXT,
    "byline": f'<div class="byline">By {"Jo and " * 20_000}</div>' + TEXT,
    "dateline": f"<p>{'A ' * 20_000}(AP) — x</p>" + TEXT,
    "srcset": f'<img srcset="{"a.jpg 1x, " * 50_000}">' + TEXT,
    "tags": '<meta property="article:tag" content="harbour">' * 100_000 + TEXT,
    "names": f'<div class="{"photo-" * 50_000}">' + TEXT,
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_walked_through(trap: str) -> None:
    check(parse(f"<title>Ferry</title><h1>Ferry</h1>{TRAPS[trap]}"))


def payloads(shared: Path) -> list[str]:
    texts = json.loads((shared / "hostile/blns.json").read_text(encoding="utf-8"))
    markup = json.loads((shared / "hostile/dompurify.json").read_text(encoding="utf-8"))
    lines = (shared / "hostile/xss-payload-list.txt").read_text(encoding="utf-8").splitlines()
    return [*texts, *(one for one in markup if isinstance(one, str)), *lines[::40]]


@pytest.mark.shared
def test_known_attacks_come_out_as_text(shared: Path) -> None:
    for payload in payloads(shared):
        script = json.dumps({"@type": "NewsArticle", "headline": payload, "author": payload})
        script = script.replace("</", "<\\/")
        check(
            parse(
                f"<title>{payload}</title><meta property=og:title content='{payload}'>"
                f"<script type='application/ld+json'>{script}</script><h1>Ferry</h1>"
                f"<article>{TEXT}<p>{payload}</p><a href='{payload}'>{TEXT}</a></article>",
                url="https://echo.example/a",
            )
        )
