"""Front pages, sections and archives are no articles, and articles with many links are."""

import pytest

from generator.model import Quarantine
from generator.parsing import parse_snapshot
from tests.parsing.pages import H1, PROSE, TEXT, read, snapshot

REASON = "a section front, a list of articles: save the article itself"
SAID = "It was said at a meeting that lasted until midnight, of people who had not been asked."


def reason_of(body: str, head: str = "", **more: object) -> str | None:
    page = f"<html><head><title>The Echo</title>{head}</head><body>{body}</body></html>"
    said = parse_snapshot(snapshot(page, **more))
    return said.reason.partition(" (or keep")[0] if isinstance(said, Quarantine) else None


def repeat(item: str, times: int = 12) -> str:
    """Return a list of different headlines, each set as `item` says."""
    excerpt = (
        "It was said at a meeting that lasted until midnight, of people who had not been asked."
    )
    return "".join(
        item.format(
            url=f"/a/{n}", headline=f"Quay {n} closes once again", excerpt=f"{n}: {excerpt}"
        )
        for n in range(times)
    )


@pytest.mark.parametrize(
    "item",
    [
        '<li class="card"><a href="{url}"><h3>{headline}</h3></a><p>{excerpt}</p></li>',
        '<article><h2><a href="{url}">{headline}</a></h2><p>{excerpt}</p></article>',
        '<h3><a href="{url}">{headline}</a></h3><p>{excerpt}</p>',
        '<div><a href="{url}">{headline}</a></div><div>{excerpt}</div>',
        '<a href="{url}"><h3>{headline}</h3><p>{excerpt}</p></a>',
        '<p><a href="{url}"><b>{headline}</b></a><br>{excerpt}</p>',
        '<li><a href="{url}">{headline}</a>, 5 May 2021</li>',
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        '<h2 itemprop="headline"><a href="{url}">{headline}</a></h2><p>{excerpt}</p></div>',
    ],
)
def test_many_headlines_with_an_excerpt_each_are_a_list(item: str) -> None:
    assert reason_of(f"<h1>Harbour</h1>{repeat(item)}") == REASON


def test_an_introduction_makes_no_article_of_a_list() -> None:
    links = repeat('<li><a href="{url}">{headline}</a></li>', 40)
    assert reason_of(f"<h1>Harbour</h1><p>{PROSE[0]}</p><ul>{links}</ul>") == REASON


def test_a_page_that_calls_itself_a_collection_is_one_however_short() -> None:
    head = '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'
    item = '<article><h2><a href="{url}">{headline}</a></h2><p>{excerpt}</p></article>'
    assert reason_of(f"<h1>Harbour</h1>{repeat(item, 3)}", head) == REASON


def test_a_front_page_of_links_in_a_table_is_a_list() -> None:
    row = (
        '<tr><td><a href="{url}">{headline}</a><br>7 points <a href="{url}">comments</a></td></tr>'
    )
    table = f"<table><tr><td><table>{repeat(row, 40)}</table></td></tr></table>"
    assert reason_of(table, url="https://echo.example/") == REASON
    assert reason_of(f"{H1}<p>{SAID}</p>", url="https://echo.example/") is None


def test_an_article_stays_one_among_many_links() -> None:
    links = repeat('<li><a href="{url}">{headline}</a></li>', 60)
    menu = repeat('<p><a href="{url}">{headline}</a></p>', 60)
    body = f"<header>{menu}</header>{H1}<div>{TEXT}</div><aside><ul>{links}</ul></aside>"
    assert read(f"{body}<div>{TEXT.replace('The', 'Then the')}</div>").header.headline
    brief = f"{H1}<p>{PROSE[0]} {PROSE[1]}</p><ul>{links}</ul>"
    assert read(brief, '<meta property="og:type" content="article">').header.headline
    seven = repeat('<h3><a href="{url}">{headline}</a></h3><p>{excerpt}</p>', 7)
    assert reason_of(f"{H1}{seven}") is None
