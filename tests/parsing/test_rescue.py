"""No page comes back empty that has an article, however little it looks like one."""

import json

import pytest

from generator.model import Article, Quarantine, Snapshot
from generator.parsing import parse_snapshot
from tests.parsing.describing import outline
from tests.parsing.pages import H1, PROSE, TEXT, read, snapshot

MENU = '<ul><li><a href="/">Home</a></li><li><a href="/a">Archive</a></li></ul>'


def read_whole(html: str, **more: str) -> Article:
    said = parse_snapshot(
        Snapshot(**{"path": "p.html", "digest": "0" * 64, "kind": "html", "text": html, **more})
    )
    assert not isinstance(said, Quarantine), said.reason
    return said[0]


# ── Lines that are shorter than prose ────────────────────────────────────────────────────────

SHORT = {
    "a poem": (
        "<p>The quay is long,<br>the night is cold,</p><p>the rope is wet,<br>the tale is old.</p>",
        "tale is old",
    ),
    "a poem, a line a paragraph": (
        "<p>The quay is long,</p><p>the night is cold,</p><p>the tale is old.</p>",
        "tale is old",
    ),
    "a brief post": ("<div class=post><p>We bought a boat. Pictures soon.</p></div>", "a boat"),
    "a list": ("<ol>" + "<li>Walk along a quay</li>" * 9 + "<li>Swim</li></ol>", "Swim"),
    "a recipe": (
        "<h2>You need</h2><ul><li>1 fish</li><li>salt</li></ul>"
        "<h2>Method</h2><ol><li>Clean the fish.</li><li>Boil it.</li></ol>",
        "salt",
    ),
    "questions": ("<p><b>Q:</b> Who are you?</p><p><b>A:</b> The harbour master.</p>", "master"),
    "results": (
        "<table><tr><th>Place<th>Boat</tr><tr><td>1<td>Mary Ann</tr><tr><td>2<td>Lisbeth</tr>"
        "<tr><td>3<td>Old Tom of the Quay</tr></table>",
        "Lisbeth",
    ),
    "pictures": (
        "".join(
            f"<figure><img src=https://e.example/{n}.jpg><figcaption>{n}: {words}</figcaption>"
            "</figure>"
            for n, words in enumerate(["The start at noon", "Mary Ann passes the light"])
        ),
        "passes the light",
    ),
    "Chinese": ("<p>港务局周一晚上开会。</p><p>没有人要求关闭。</p>", "没有人要求关闭"),
    "Thai": ("<p>คณะกรรมการท่าเรือประชุมเมื่อวันจันทร์และลงมติ</p><p>ไม่มีใครขอ</p>", "ไม่มีใครขอ"),
    "a log": ("<pre>noon  wind NE, and rising\nfour  calm\nsix   rain</pre>", "six   rain"),
}


@pytest.mark.parametrize("kind", SHORT)
def test_what_has_only_short_lines_is_read(kind: str) -> None:
    markup, said = SHORT[kind]
    article = read(f"{MENU}{H1}<div>{markup}</div>{MENU}")
    assert said in "\n".join(outline(article.body))
    assert "Archive" not in "\n".join(outline(article.body))


# ── Text in a page's data ────────────────────────────────────────────────────────────────────

HTML = "".join(f"<p>{line}</p>" for line in PROSE)
PARTS = [{"type": "text", "content": line} for line in PROSE]


def push(value: str) -> str:
    return f"<script>self.__next_f.push([1,{json.dumps(value)}])</script>"


DATA = {
    "HTML in JSON": f"<script>window.__STATE__={json.dumps({'body': HTML})};</script>",
    "a paragraph a string": f"<script>var state={json.dumps({'parts': PARTS})};</script>",
    "JSON in a string": push(json.dumps({"html": HTML})),
    "HTML in a string": push("24:T1b7b,") + push(HTML),
    "a template": f"<template>{HTML}</template>",
    "noscript": f"<noscript>{HTML}</noscript>",
}


@pytest.mark.parametrize("kind", DATA)
def test_what_only_a_program_would_show_is_read(kind: str) -> None:
    told = '<meta property="og:type" content="article">'
    article = read(f"{H1}<div id=root></div>{DATA[kind]}", told)
    assert list(outline(article.body)) == list(PROSE)
    assert ("body", "text in the page's data") in [(e.field, e.witness) for e in article.evidence]


def test_of_many_texts_in_a_pages_data_the_one_that_it_tells_of_is_read() -> None:
    other = "".join(f"<p>Swans were seen on lock {n}, and more of them.</p>" * 9 for n in range(9))
    state = json.dumps([{"body": other}, {"body": HTML}])
    told = f'<meta property="og:description" content="{PROSE[0]}">'
    article = read(f"{H1}<script>var state={state}</script>", told)
    assert list(outline(article.body))[-1] == PROSE[-1]


def test_an_article_behind_a_notice_is_read() -> None:
    notice = (
        "<h1>Before you continue</h1><p>We use cookies. We and our 834 partners store and/or "
        "access information on a device, with your consent, for personalised ads, which are "
        "measured, and may share what we find with them, as our cookie policy tells in full.</p>"
        "<button>Accept all</button>"
    )
    told = '<meta property="og:type" content="article"><meta property="og:title" content="{}">'
    state = f"<script>var state={json.dumps({'body': HTML})};</script>"
    article = read(f"{notice}{state}", told.format("East quay closes, harbour board votes"))
    assert list(outline(article.body)) == list(PROSE)
    other = snapshot(f"<title>x</title>{told.format('Swans on the lock')}{notice}{state}")
    assert isinstance(parse_snapshot(other), Quarantine)


def test_the_words_of_a_program_are_not_pieced_together_to_a_text() -> None:
    said = parse_snapshot(snapshot(f"<title>Front</title>{DATA['a paragraph a string']}"))
    assert isinstance(said, Quarantine)


def test_a_program_is_no_text() -> None:
    code = 'if (a) { go("x"); }\n' * 200
    page = f"<title>Short</title><script>var a='';{code}</script><script>{code}</script>"
    assert isinstance(parse_snapshot(snapshot(page)), Quarantine)


# ── Headlines ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("html", "more", "headline", "witness"),
    [
        (f"<h3>Quay closes</h3>{TEXT}", {}, "Quay closes", "heading above the text"),
        (f"<p><b>Quay closes</b></p>{TEXT}", {}, "Quay closes", "heading above the text"),
        (
            f"<title>Untitled Document</title><center><b>Quay closes</b></center>{TEXT}",
            {},
            "Quay closes",
            "heading above the text",
        ),
        (
            TEXT,
            {"path": "2004/East quay closes again - The Echo.html"},
            "East quay closes again - The Echo",
            "name of the file",
        ),
        (
            TEXT,
            {"url": "https://echo.example/2004/05/east-quay-closes-again.html"},
            "East quay closes again",
            "words of the address",
        ),
        (
            f"<p>The quay closes. {PROSE[0]}</p>",
            {"url": "https://echo.example/p-412"},
            "The quay closes",
            "first words of the text",
        ),
        (
            f"<p>{'and then ' * 40}</p>",
            {},
            " ".join(["and then"] * 11) + "…",
            "first words of the text",
        ),
    ],
)
def test_an_article_without_a_title_is_named(
    html: str, more: dict[str, str], headline: str, witness: str
) -> None:
    article = read_whole(html, **more)
    assert article.header.headline == headline
    assert [e.witness for e in article.evidence if e.field == "headline"] == [witness]


def test_a_program_full_of_strings_is_no_tag_of_many_attributes() -> None:
    strings = "".join(f'a{n}="{n}";' for n in range(3000))
    article = read(f"<script>for(var i=0;i<n;i++){{{strings}}}</script>{H1}{TEXT}")
    assert list(outline(article.body)) == list(PROSE)


def test_an_attribute_full_of_data_is_no_tag_of_many_attributes() -> None:
    data = json.dumps({f"key {n}": f"it's {n} & more" for n in range(3000)})
    value = data.replace("&", "&amp;").replace("'", "&#39;")
    article = read(f"<div data-state='{value}'></div>{H1}{TEXT}<p title=don't>{TEXT}")
    assert list(outline(article.body)) == list(PROSE)
