"""The topics of an article are what its newsroom says of it, without what is the outlet's."""

import json

import pytest

from tests.parsing.pages import H1, TEXT, read

SITE = '<meta property="og:site_name" content="The Echo">'
SECTION = '<meta property="article:section" content="Harbour">'


def topics(head: str = "", below: str = "") -> tuple[str, ...]:
    return read(f"<article>{H1}<div>{TEXT}</div>{below}</article>", SITE + head).header.topics


def meta(name: str, *contents: str) -> str:
    return "".join(f'<meta name="{name}" content="{content}">' for content in contents)


def told(keywords: object) -> str:
    thing = json.dumps({"@type": "NewsArticle", "keywords": keywords})
    return f'<script type="application/ld+json">{thing}</script>'


@pytest.mark.parametrize(
    ("keywords", "kept"),
    [
        ("Quays, Boats; quays", ("Quays", "Boats")),
        ("Quays, The Echo, theecho, The Echo news", ("Quays",)),
        ("Quays | Boats", ("Quays", "Boats")),
        ("#Quays #Boats", ("Quays", "Boats")),
        ("ميناء، قوارب", ("ميناء", "قوارب")),
        ("News, Breaking news, World news today, Quays", ("Quays",)),
        ("Nachrichten, Hafen", ("Hafen",)),
        ("son dakika haber, liman", ("liman",)),
        ("新聞, 港", ("港",)),
        ("Fake news, Prince Al news, UK News", ("Fake news", "Prince Al news", "UK News")),
        ("pid:123, no_ads, 4711, Quays", ("Quays",)),
        ("8ae9ab2d-fe1b-4230-acb8-a59b52877682, Quays, echo.com", ("Quays",)),
        ("Category: Boats, Page Type: Article, Subject: Locks", ("Boats", "Locks")),
        ("NE State Wire, PA State Wire, Quays", ("Quays",)),
        ("sport/rowing, HIV/AIDS, 50 Mbit/s", ("rowing", "HIV/AIDS", "50 Mbit/s")),
        ("AER,AERO,BOAT08,QUAY,GEN", ()),
        ("#Quays, 'Boats'", ("Quays", "Boats")),
    ],
)
def test_topics_are_subjects(keywords: str, kept: tuple[str, ...]) -> None:
    assert topics(meta("keywords", keywords)) == kept


def test_words_about_the_site_that_a_template_glues_on_go() -> None:
    assert topics(meta("keywords", "quays,boats,locks, Breaking news, news, sport, weird")) == (
        "quays",
        "boats",
        "locks",
    )
    assert topics(meta("keywords", "World news, Top news, live,quays,boats")) == ("quays", "boats")
    assert topics(meta("keywords", "quays, boats,locks,piers")) == (
        "quays",
        "boats",
        "locks",
        "piers",
    )


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        # What the template adds is the section, which the newsroom's own list lacks.
        (SECTION + meta("keywords", "Harbour, Quays") + told("Quays"), ("Quays",)),
        (meta("keywords", "Quays, Boats") + told("Quays"), ("Quays", "Boats")),
        # The shorter list is said twice.
        (
            meta("keywords", "Quays, Boats, east quay closes why")
            + told("Quays, Boats")
            + '<meta property="article:tag" content="Quays"><meta property="article:tag"'
            ' content="Boats">',
            ("Quays", "Boats"),
        ),
        # The meta element has a part of the list, and the list a code.
        (meta("keywords", "Quays") + told("Quays,Boats,RED"), ("Quays", "Boats")),
        (meta("news_keywords", "Quays") + told("Quays,Boats,closure"), ("Quays",)),
        (told([{"@type": "DefinedTerm", "name": "Quays"}, "Boats"]), ("Quays", "Boats")),
        (meta("custom-keywords", "Quays, Boats"), ("Quays", "Boats")),
    ],
)
def test_of_several_lists_the_one_of_the_newsroom_is_taken(
    head: str, kept: tuple[str, ...]
) -> None:
    assert topics(head) == kept


def links(*hrefs: str) -> str:
    return "".join(f'<li><a href="{href}">{href.split("/")[-1]}</a></li>' for href in hrefs)


@pytest.mark.parametrize(
    "below",
    [
        f'<ul class="article-tags__list">{links("/x/Quays", "/x/Boats")}</ul>',
        f'<ul class="articleTags">{links("/x/Quays", "/x/Boats")}</ul>',
        f"<ul>{links('/thema/Quays', '/thema/Boats')}</ul>",
        f"<h4>Mehr lesen über</h4><ul>{links('/x/Quays', '/x/Boats')}</ul>",
        f"<p>Topics:</p><ul>{links('/x/Quays', '/x/Boats')}</ul>",
        '<div><a href="/tag/quays">Quays</a><a href="/tag/boats">Boats</a></div>',
        '<div><button class="tag"><a href="/thema/q">Quays</a></button><button class="tag">'
        '<a href="/thema/b">Boats</a></button></div>',
    ],
)
def test_tags_are_shown_by_class_by_address_or_by_what_stands_above(below: str) -> None:
    trending = f"<section><ul>{links('/tag/Swans', '/tag/Locks', '/tag/Kettles')}</ul></section>"
    menu = f"<nav><ul>{links('/tag/Home', '/tag/Cranes')}</ul></nav>"
    page = f"{menu}<main>{trending}<article>{H1}<div>{TEXT}</div>{below}</article></main>"
    assert read(page).header.topics == ("Quays", "Boats")


@pytest.mark.parametrize(
    "below",
    [
        '<p>The clerk, who wrote about <a href="/tag/q">quays</a> before, and of <a href="/tag/b">'
        "boats</a> too, was asked to find the key to the crane by the harbour master.</p>",
        f'<div class="related"><ul class="tags">{links("/tag/Swans", "/tag/Locks")}</ul></div>',
        '<p><a href="/topic/quays">Quays</a></p>',
    ],
)
def test_links_in_a_text_and_on_cards_are_no_tags(below: str) -> None:
    assert topics("", below) == ()


def test_a_list_that_only_repeats_the_section_gives_way_to_the_tags_shown() -> None:
    shown = f'<ul class="tags">{links("/x/Harbour", "/x/Quays")}</ul>'
    assert topics(SECTION + told("Harbour"), shown) == ("Harbour", "Quays")
    assert topics(SECTION + told("Harbour")) == ("Harbour",)
