"""What is kept of a page and what isn't, told by small pages of one trait each."""

import json

import pytest

from generator.model import Figure, Quarantine, Resource
from generator.parsing import markup, parse_snapshot
from tests.parsing.describing import outline
from tests.parsing.pages import H1, OTHER, PROSE, TEXT, body_of, read, snapshot


@pytest.mark.parametrize(
    "furniture",
    [
        f"<aside>{OTHER}</aside>",
        f'<div class="related-posts">{OTHER}</div>',
        f'<div class="RelatedLinks">{OTHER}</div>',
        f'<section id="newsletter">{OTHER}</section>',
        f'<div role="complementary">{OTHER}</div>',
        f'<div style="display: none">{OTHER}</div>',
        f"<div hidden>{OTHER}</div>",
        '<p class="x"><a href="/a">A line that is a link and nothing else at all</a></p>',
        '<div><h3><a href="/a">Swans meet</a></h3><p>They had an agenda, it seems.</p></div>',
        '<p>Read more: <a href="/a">Swans meet</a></p>',
        '<p>Lesen Sie auch: <a href="/a">Schwäne tagen</a></p>',
        "<p>Advertisement</p>",
        "<p>Sign up for our newsletter to get stories like this one every morning at six.</p>",
        "<p>© 2023 The Echo. All rights reserved.</p>",
        "<p>newsdesk@echo.example</p>",
        "<h2>More stories</h2>",
        "<h1>East quay closes</h1>",
        f"<p>{PROSE[0]}</p>",
        f"<blockquote><p>{PROSE[1][:60]}</p></blockquote>",
        "<button>Copy link</button><script>var a = 'east';</script><style>p { }</style>",
        "<noscript><p>Please switch on JavaScript to read this, and all else.</p></noscript>",
    ],
)
def test_what_is_no_text_is_left_out(furniture: str) -> None:
    assert body_of(f"<article>{H1}{TEXT}{furniture}</article>") == list(PROSE)


@pytest.mark.parametrize(
    "wrapping",
    [
        '<div class="paywall sidebar">{}</div>',
        '<div class="comment-enabled related">{}</div>',
        '<form id="aspnet"><table><tr><td>{}</td></tr></table></form>',
        '<div style="visibility:hidden">{}</div>',
        "<x-article>{}</x-article>",
        "<aside>{}</aside>",
    ],
)
def test_the_box_with_most_of_the_prose_is_the_text_whatever_it_is_named(wrapping: str) -> None:
    assert body_of(H1 + wrapping.format(TEXT)) == list(PROSE)


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<h2>What next</h2><p>Nobody knows.</p>", "## What next"),
        ("<ul><li>one</li><li>two</li></ul>", "- one"),
        ("<ol><li>one</li></ol>", "1. one"),
        ("<blockquote><p>We were asleep.</p></blockquote>", "> We were asleep."),
        ("<pre>  a\n  b</pre>", "      a"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a | b"),
        ("<p>Up <b>and</b> <i>down</i></p>", "Up *and* _down_"),
        ('<p>See <a href="/x">this</a></p>', "See [this](https://echo.example/x)"),
        ('<p>See <a href="javascript:x">this</a></p>', "See this"),
        ('<p>Seen<span class="sr-only"> by nobody</span></p>', "Seen"),
    ],
)
def test_the_shape_of_a_text_is_kept(markup: str, line: str) -> None:
    page = f"<article>{H1}<p>{PROSE[0]}</p>{markup}<p>{PROSE[1]}</p></article>"
    assert line in body_of(page, url="https://echo.example/a/b")


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    lines = body_of(f"{H1}<div>{PROSE[0]}<br>\n{PROSE[1]}<br><br>{PROSE[2]}</div>")
    assert lines == [f"{PROSE[0]} {PROSE[1]}", PROSE[2]]


def test_the_article_that_follows_is_another() -> None:
    other = f"<article><h1>Swans meet</h1>{OTHER * 1}<p>{PROSE[2]} And the swans.</p></article>"
    assert body_of(f"<main><article>{H1}{TEXT}</article>{other}</main>") == list(PROSE)


def test_a_page_without_words_of_its_own_is_read_from_what_it_says_for_machines() -> None:
    thing = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(PROSE[:2])})
    script = f'<script type="application/ld+json">{thing}</script>'
    article = read(f"{H1}<div id=app></div>", head=script)
    assert list(outline(article.body)) == list(PROSE[:2])
    assert ("body", "JSON-LD articleBody") in [(e.field, e.witness) for e in article.evidence]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<html></html>", "no article text"),
        ("<p>x</p>", "no article text"),
        ("<title>Index</title><ul><li><a href=/a>A</a></ul>", "no article text"),
        ("<title>Short</title><p>Five words are no article.", "no article text"),
        ("", "empty"),
        ("<title>Deep</title>" + "<x-y>" * 5000 + TEXT, "nested too deeply"),
        ("<title>Wide</title><p " + "a=1 " * 5000 + f">{TEXT}", "thousands of attributes"),
    ],
)
def test_a_page_that_is_no_article_says_why(html: str, reason: str) -> None:
    said = parse_snapshot(snapshot(html))
    assert isinstance(said, Quarantine)
    assert reason in said.reason
    assert said.path == "p.html"


def test_old_pages_that_never_close_their_font_are_read() -> None:
    assert body_of(f"{H1}{'<font size=2>' * 3000}{TEXT}") == list(PROSE)


# ── Figures ──────────────────────────────────────────────────────────────────────────────────


def figure_of(markup: str, **more: object) -> Figure:
    article = read(f"<article>{H1}{TEXT}{markup}</article>", **more)
    (figure,) = (block for block in article.body if isinstance(block, Figure))
    return figure


def test_a_picture_of_the_snapshot_keeps_its_name() -> None:
    picture = Resource(name="p_files/a%20b.jpg", data=b"x")
    markup = '<img src="loading.gif" data-src="p_files/a%20b.jpg" alt="A quay">'
    assert figure_of(markup, resources=(picture,)) == Figure("p_files/a%20b.jpg", alt="A quay")


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        (
            "<figure>{}<figcaption>The quay. Photo: Jo Roe</figcaption></figure>",
            "The quay.",
            "Jo Roe",
        ),
        (
            "<figure>{}<figcaption>The quay <i class=credit>Jo Roe/PA</i></figcaption></figure>",
            "The quay",
            "Jo Roe/PA",
        ),
        ("<figure>{}<figcaption>Foto: Jo Roe</figcaption></figure>", None, "Jo Roe"),
        (
            '<div class="wp-caption">{}<p class="wp-caption-text">The quay</p></div>',
            "The quay",
            None,
        ),
        ("<p>{}</p>", None, None),
        ("<p>{}<br><em>The quay. Photo: Jo Roe</em></p>", "The quay.", "Jo Roe"),
        (
            "<figure>{}<figcaption>雪の朝の港と船。写真：共同</figcaption></figure>",
            "雪の朝の港と船。",
            "共同",
        ),
    ],
)
def test_caption_and_credit_are_told_apart(
    markup: str, caption: str | None, credit: str | None
) -> None:
    figure = figure_of(markup.format('<img src="https://echo.example/quay.jpg">'))
    assert (figure.caption, figure.credit) == (caption, credit)
    assert figure.src == "https://echo.example/quay.jpg"


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="https://echo.example/icon.png" width="16" height="16">',
        '<a href="/other"><img src="https://echo.example/teaser.jpg"></a>',
        '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">',
        '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
        '<img src="javascript:alert(1)">',
        '<img src="file:///etc/passwd">',
        "<img>",
        '<aside><img src="https://echo.example/author.jpg"></aside>',
    ],
)
def test_icons_thumbnails_and_placeholders_are_no_figures(markup: str) -> None:
    article = read(f"<article>{H1}{TEXT}{markup}</article>", url="https://echo.example/")
    assert not [block for block in article.body if isinstance(block, Figure)]


# ── Cards ────────────────────────────────────────────────────────────────────────────────────


def test_other_articles_are_kept_as_cards() -> None:
    article = read(
        f'<article>{H1}{TEXT}</article><section class="related">'
        '<h3><a href="/swans?utm_source=x">Swans meet on the lock</a></h3>'
        '<h3><a href="/b">East quay closes, a story</a></h3></section>'
        '<ul class="menu"><li><a href="/sport">Sport and other amusements here</a></ul>',
        url="https://echo.example/b",
    )
    assert [(card.headline, card.url) for card in article.related] == [
        ("Swans meet on the lock", "https://echo.example/swans?utm_source=x")
    ]


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("Four swans asleep on the east quay", "Four swans asleep on the east quay"),
        ("Four swans", None),
        ("East quay closes", None),
        ("a swan on the quay.jpg", None),
    ],
)
def test_a_picture_that_is_not_there_is_told_where_the_page_tells_it(
    alt: str, caption: str | None
) -> None:
    markup = f'<img src="https://example.org/swans.jpg" alt="{alt}">'
    figure = figure_of(markup)
    assert figure is not None
    assert (figure.alt, figure.caption) == (alt, caption)


def test_a_picture_that_is_there_is_not_told_besides() -> None:
    picture = Resource(name="a.jpg", data=b"")
    figure = figure_of('<img src="a.jpg" alt="Four swans asleep on a quay">', resources=(picture,))
    assert figure is not None
    assert figure.caption is None


@pytest.mark.parametrize(
    ("limit", "most", "reason"),
    [("TAGS_LIMIT", 40, "elements"), ("TEXT_LIMIT", 1_000, "characters of text")],
)
def test_a_page_too_long_for_a_workers_memory_is_set_aside_unless_it_is_kept(
    limit: str, most: int, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = f"<script>{'if (i<a && i<b) {} ' * 200}</script>"
    monkeypatch.setattr(markup, limit, most)
    assert body_of(f"{H1}{TEXT}{program}") == list(PROSE)
    page = f"<html><body>{H1}{TEXT * 20}</body></html>"
    said = parse_snapshot(snapshot(page))
    assert isinstance(said, Quarantine)
    assert reason in said.reason
    assert not isinstance(parse_snapshot(snapshot(page, keep=True)), Quarantine)


CARD = (
    '<article><h2><a href="/{0}">Swans meet again</a></h2><p>Swans, {0} of them. {1}</p></article>'
)


def test_the_cards_of_other_articles_are_no_text_however_many_they_are() -> None:
    swans = "They were told to leave by the keeper of the lock, who had never seen so many."
    cards = "".join(CARD.format(at, swans) for at in range(30))
    for page in (
        f"{H1}<div>{TEXT}</div><section><h2>More stories</h2>{cards}</section>",
        f"<section><h2>Top stories</h2>{cards}</section>{H1}<div>{TEXT}</div>",
    ):
        assert body_of(f"<main><article>{page}</article></main>") == list(PROSE)


def test_a_short_line_of_a_text_stays_in_a_box_without_a_name() -> None:
    lines = [
        "The quay is said to be open again for boats.",
        "Nobody has seen a boat on it, he said.",
    ]
    box = f"<div>{'<br><br>'.join(lines)} Nobody.</div>"
    page = f"<article>{H1}<div>{TEXT}{box}<p>{PROSE[0]} Again.</p></div></article>"
    assert body_of(page)[3:5] == [lines[0], f"{lines[1]} Nobody."]


@pytest.mark.parametrize(
    "label",
    ["Article continues after advertisement", "ADVERTISEMENT", "Story continues below ad"],
)
def test_labels_of_advertisements_are_left_out(label: str) -> None:
    page = f"<article>{H1}<div>{TEXT}<p>{label}</p><p>{PROSE[0]} Again.</p></div></article>"
    assert body_of(page) == [*PROSE, f"{PROSE[0]} Again."]


def test_the_entries_of_a_live_blog_are_text_though_their_headings_lead_to_themselves() -> None:
    entry = '<article><h2><a href="#{0}">Entry {0}</a></h2><p>Boat {0} is in. {1}</p></article>'
    entries = "".join(entry.format(at, PROSE[at % 3]) for at in range(5))
    lines = body_of(f"<main>{H1}<div>{TEXT}{entries}</div></main>")
    assert lines[-1] == f"Boat 4 is in. {PROSE[1]}"
    assert any("Entry 0" in line for line in lines)


def test_a_row_of_pictures_in_a_line_has_no_caption_for_each() -> None:
    row = "".join(f'<img src="https://echo.example/{at}.jpg" width="640">' for at in range(4))
    line = f"<p>{row}<br>The quay in snow. Photo: Jo Roe</p>"
    article = read(f"{H1}<div>{TEXT}{line}<p>{PROSE[0]} Again.</p></div>")
    figures = [block for block in article.body if isinstance(block, Figure)]
    assert [figure.credit for figure in figures] == [None] * 4
