import json

import pytest

from generator.model import Snapshot
from generator.parsing.document import read_document
from generator.parsing.headlines import find_headline
from generator.parsing.metadata import (
    find_language,
    find_section,
    find_source,
    find_sources,
    outlets_of,
)
from generator.parsing.titles import find_outlet


def document(head: str = "", body: str = "", **more: object):
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return read_document(Snapshot(path="p", digest="0", kind="html", text=html, **more))


def headline(
    head: str = "", body: str = "", outlets: tuple[str, ...] = ("The Echo",)
) -> str | None:
    claim = find_headline(document(head, body), outlets)
    return claim.value if claim else None


def json_ld(thing: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Rail strike ends - The Echo", "Rail strike ends"),
        ("Rail strike ends | News | The Echo", "Rail strike ends | News"),
        ("Rail strike ends — The Echo Online", "Rail strike ends"),
        ("Rail strike ends – theecho", "Rail strike ends"),
        ("Rail strike ends > The Echo", "Rail strike ends"),
        ("Rail strike ends ‹ The Echo", "Rail strike ends"),
        ("Rail strike ends_The Echo", "Rail strike ends"),
        ("The Echo | Rail strike ends", "Rail strike ends"),
        ("The Echo: why we strike", "The Echo: why we strike"),
        ("Rail strike - what now? - The Echo", "Rail strike - what now?"),
        ("Rail strike - what now?", "Rail strike - what now?"),
        ("The Echo", "The Echo"),
        ("Bird &amp;amp; bee: &amp;#8216;no&amp;#8217;", "Bird & bee: ‘no’"),
        ("A <em>fine</em> day", "A fine day"),
        ("Straßen&shy;bahn&amp;shy;netz steht - The Echo", "Straßenbahnnetz steht"),
        ("Sporvogne holder | TheEcho.example", "Sporvogne holder"),
        ("電車が止まる｜The Echo", "電車が止まる"),
    ],
)
def test_the_outlet_behind_a_title_goes(title: str, value: str) -> None:
    assert headline(og(title)) == value


def test_the_form_to_share_wins_and_all_that_agree_are_named() -> None:
    found = find_headline(
        document(
            og("Rail strike ends") + "<title>Train strike latest 2023 - The Echo</title>",
            "<h1>Rail strike  ends</h1>",
        ),
        ("The Echo",),
    )
    assert found is not None
    assert (found.value, found.witness) == ("Rail strike ends", "og:title, h1")


@pytest.mark.parametrize(
    ("told", "shown", "value"),
    [
        ("Vierschanzentournee | Streit ums Material", "Streit ums Material", "Streit ums Material"),
        ("橋の下の図書館：川辺新報", "橋の下の図書館", "橋の下の図書館"),
    ],
)
def test_a_kicker_or_an_unknown_outlet_goes_where_the_heading_has_none(
    told: str, shown: str, value: str
) -> None:
    assert headline(og(told), f"<h1>{shown}</h1>") == value


ASKED = "Why do the trams stop?"


@pytest.mark.parametrize(
    ("shared", "told", "shown", "card", "which"),
    [
        ("Trams stop | The Echo", ASKED, "Trams stop", None, "told"),
        ("Trams stop", ASKED, "Trams stop", None, "shared"),
        ("Trams stop", ASKED, ASKED, None, "shared"),
        ("Trams stop", ASKED, ASKED, "told", "told"),
        ("Trams stop", ASKED, ASKED, "shared", "shared"),
        ("Trams stop", ASKED, "Trams: a silence", "told", "shared"),
        ("Les trams s'arrêtent", "Pourquoi ?", "Pourquoi ?", "told", "told"),
        ("Trams st...", "Trams stand still", "Trams stand still", None, "told"),
    ],
)
def test_of_forms_that_differ_the_one_that_the_newsroom_wrote_is_taken(
    shared: str, told: str, shown: str, card: str | None, which: str
) -> None:
    values = {"shared": shared, "told": told, "shown": shown}
    head = og(shared) + json_ld({"@type": "NewsArticle", "headline": told})
    if card:
        head += f'<meta name="twitter:title" content="{values[card]}">'
    assert headline(head, f"<h1>{shown}</h1>") == values[which]


TRAIL = (
    "<nav><ul><li><a href='/'>Start</a></li><li><h1>Tram Stop: All You Need</h1></li></ul></nav>"
)


@pytest.mark.parametrize(
    ("told", "below", "value"),
    [
        ("Why the trams stop", "Why the trams stop", "Why the trams stop"),
        # The kicker, glued on with a colon, shows that a template made what is told.
        ("Grand Street: Why the trams stop", "Grand Street Why the trams stop", "Tram Stop: All"),
        ("Trams, explained", "Why the trams stop", "Tram Stop: All"),
    ],
)
def test_a_heading_that_ends_a_trail_is_for_search_engines(
    told: str, below: str, value: str
) -> None:
    head = og("Tram Stop: All You Need") + json_ld({"@type": "NewsArticle", "headline": told})
    said = headline(head, f"{TRAIL}<article><h2>{below}</h2></article>")
    assert said is not None
    assert said.startswith(value)


def test_a_heading_in_a_trail_is_better_than_none() -> None:
    assert headline("", TRAIL) == "Tram Stop: All You Need"


def test_a_title_that_its_own_quotes_cut_off_is_none() -> None:
    head = '<meta property="og:title" content="The mayor says "no" to trams">'
    assert headline(head, '<h1>The mayor says "no" to trams</h1>') == 'The mayor says "no" to trams'


def test_a_kicker_that_the_heading_shows_with_the_headline_stays() -> None:
    shown = "<h1><span>Trams</span> The long wait</h1>"
    told = json_ld({"@type": "NewsArticle", "headline": "The long wait"})
    assert headline(og("Trams / The long wait") + told, shown) == "Trams / The long wait"
    assert headline(og("Trams / The long wait") + told, "<h1>The long wait</h1>") == "The long wait"


def test_a_heading_that_names_the_site_is_no_headline() -> None:
    site = '<meta property="og:site_name" content="The Echo">'
    head, body = f"{site}<title>Rail strike ends - The Echo</title>", "<h1>The Echo</h1>"
    page = document(head, body)
    found = find_headline(page, outlets_of(page, find_sources(page), "The Echo"))
    assert found is not None
    assert found.value == "Rail strike ends"


def test_a_headline_that_a_template_shouts_is_told_as_the_page_shows_it() -> None:
    assert headline(og("RAIL STRIKE ENDS"), "<h1>Rail strike ends</h1>") == "Rail strike ends"


def test_of_several_headings_the_one_that_the_title_has_is_meant() -> None:
    body = "<h1>The Echo</h1><h1>Rail strike ends</h1>"
    assert headline("<title>Rail strike ends - Echo</title>", body) == "Rail strike ends"


def test_a_page_that_says_nothing_has_no_headline() -> None:
    assert headline("<title> </title>", "<h1></h1>") is None


def test_an_outlet_is_found_beside_the_headline() -> None:
    for title in (
        "The Bugle: Tuba found",
        "Tuba found | Bands | The Bugle",
        "Tuba found - The Bugle",
    ):
        found = find_outlet(document(f"<title>{title}</title>", "<h1>Tuba found</h1>"))
        assert found is not None
        assert found.value == "The Bugle"


@pytest.mark.parametrize(
    ("head", "said", "value"),
    [
        ('<meta property="og:site_name" content="The Echo">', None, "The Echo"),
        ('<meta property="og:site_name" content="The Echo">', "My clippings", "My clippings"),
        (
            '<meta property="og:site_name" content="echo.example">'
            + json_ld({"@type": "Article", "publisher": [{"name": "The Echo"}]}),
            None,
            "The Echo",
        ),
        (
            json_ld({"@type": "Article", "publisher": {"name": "https://www.echo.example/"}})
            + '<meta name="application-name" content="The Echo">',
            None,
            "The Echo",
        ),
        ("", None, "echo.example"),
    ],
)
def test_a_name_says_more_than_an_address(head: str, said: str | None, value: str) -> None:
    page = document(head, url="https://www.echo.example/a")
    found = find_source(find_sources(page), said)
    assert found is not None
    assert found.value == value
    assert outlets_of(page, find_sources(page), value)[0] == value


@pytest.mark.parametrize(
    ("lang", "tag"),
    [
        ("de", "de"),
        ("DE-at", "de-AT"),
        ("zh_hans_CN", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("x y", None),
    ],
)
def test_languages_are_tags_of_bcp_47(lang: str, tag: str | None) -> None:
    page = Snapshot(path="p", digest="0", kind="html", text=f'<html lang="{lang}"><p>x</p></html>')
    found = find_language(read_document(page))
    assert (found.value if found else None) == tag


def test_a_section_is_a_desk_and_neither_home_nor_the_headline() -> None:
    crumbs = [{"name": "Home"}, {"item": {"name": "Courts"}}, {"name": "Rail strike ends"}]
    page = document(
        json_ld({"@type": "BreadcrumbList", "itemListElement": crumbs})
        + '<meta property="article:section" content="News">'
    )
    found = find_section(page, "Rail strike ends")
    assert found is not None
    assert (found.value, found.witness) == ("Courts", "breadcrumb")
