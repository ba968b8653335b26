"""Microdata is read as the object that JSON-LD would have, and a page can't make it long."""

from lxml.html import fromstring

from generator.parsing.document import read_document
from generator.parsing.elements import Elements
from generator.parsing.headlines import find_headline
from generator.parsing.microdata import PROPERTIES_LIMIT, find_item
from generator.parsing.moments import Reader, find_published
from generator.parsing.signs import Signs
from tests.parsing.pages import snapshot

ARTICLE = 'itemscope itemtype="https://schema.org/NewsArticle"'


def item(body: str, scope: str = ARTICLE) -> dict[str, object]:
    page = f"<html><body><main {scope}>{body}</main></body></html>"
    return dict(find_item(Elements(fromstring(page))))


def test_what_readers_see_is_taken_before_addresses_and_what_is_for_machines_before_both() -> None:
    assert item(
        '<h1 itemprop="headline">Ferry <i>late</i></h1>'
        '<a itemprop="articleSection" href="/harbour">Harbour</a>'
        '<a itemprop="discussionUrl" href="/talk"><img></a>'
        '<time itemprop="datePublished" datetime="2021-05-06T07:08Z">Thursday</time>'
        '<meta itemprop="dateModified" content="2021-05-07">'
        '<meta itemprop="isPartOf">'
    ) == {
        "@type": ["https://schema.org/NewsArticle"],
        "headline": "Ferry late",
        "articleSection": "Harbour",
        "discussionUrl": "/talk",
        "datePublished": "2021-05-06T07:08Z",
        "dateModified": "2021-05-07",
    }


def test_items_within_an_item_keep_their_own_names() -> None:
    publisher = '<b itemprop="publisher" itemscope><meta itemprop="name" content="The Echo"></b>'
    writer = '<p itemprop="author" itemscope itemtype="Person"><b itemprop="name">Jo Roe</b></p>'
    card = '<div itemscope itemtype="https://schema.org/Article"><p itemprop="name">Swans</p></div>'
    found = item(publisher + writer + writer.replace("Jo", "Al") + card)
    assert "name" not in found
    assert found["publisher"] == {"@type": [], "name": "The Echo"}
    assert [one["name"] for one in found["author"]] == ["Jo Roe", "Al Roe"]


def test_links_that_are_all_an_element_says_are_a_list() -> None:
    links = '<a href="/a">Boats</a>, <a href="/b">Quays</a>'
    assert item(f'<p itemprop="articleSection">{links}</p>')["articleSection"] == ["Boats", "Quays"]
    named = item(f'<p itemprop="articleSection">In {links}</p>')
    assert named["articleSection"] == "In Boats, Quays"


def test_the_article_is_the_one_with_the_heading_or_with_all_others_in_it() -> None:
    card = f'<div {ARTICLE}><h3 itemprop="headline">Swans</h3></div>'
    assert item(card, scope="")["headline"] == "Swans"
    assert item(card + card, scope="") == {}
    own = f'<div {ARTICLE}><h1 itemprop="headline">Ferry</h1></div>'
    assert item(card + own, scope="")["headline"] == "Ferry"
    assert item("<h1>Soup</h1>", scope='itemscope itemtype="https://schema.org/Recipe"') == {}


def test_the_text_itself_and_what_is_as_long_are_left_to_the_page() -> None:
    assert set(item('<div itemprop="articleBody"><p>x</p></div>')) == {"@type"}
    assert set(item(f'<div itemprop="about">{"<b>x</b>" * 200}</div>')) == {"@type"}


def test_hostile_pages_are_read_within_limits() -> None:
    nested = '<div itemprop="about" itemscope>' * 200 + "</div>" * 200
    assert item(nested)["about"]["about"]["about"] == {"@type": []}
    many = item('<p itemprop="about">x</p>' * (PROPERTIES_LIMIT * 3))
    assert len(many["about"]) == PROPERTIES_LIMIT
    assert set(item(f'<p itemprop="{"about " * 9000}">x</p>')) == {"@type", "about"}


def test_json_ld_is_trusted_before_microdata() -> None:
    script = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry"}</script>'
    )
    page = f'{script}<main {ARTICLE}><h2 itemprop="headline">Boat</h2></main>'
    document = read_document(snapshot(page))
    assert (document.article["headline"], document.told_in) == ("Ferry", "JSON-LD")


def test_a_heading_marked_as_the_headline_is_what_the_newsroom_wrote() -> None:
    shared = '<meta property="og:title" content="Ferry news: boat is late again - The Echo">'

    def headline(heading: str) -> tuple[str, str]:
        found = find_headline(read_document(snapshot(f"{shared}<h1>x</h1>{heading}")), ["The Echo"])
        assert found is not None
        return found.value, found.witness

    assert headline('<h1 itemprop="headline">Late again</h1>') == (
        "Late again",
        "itemprop headline, h1",
    )
    assert headline('<h2 itemprop="headline">Swans meet</h2>')[1] == "og:title"
    same = headline('<h1 itemprop="headline">Ferry news : boat is late again — The Echo</h1>')
    assert same == ("Ferry news: boat is late again", "og:title")


def test_meta_elements_know_the_zone_better_than_microdata() -> None:
    page = (
        f'<meta property="article:published_time" content="2021-05-06T07:08-04:00"><main {ARTICLE}>'
        '<meta itemprop="datePublished" content="2021-05-06T07:08+00:00"></main>'
    )
    dated = find_published(read_document(snapshot(page)), Signs(), Reader())
    assert dated is not None
    assert dated.date.isoformat() == "2021-05-06T07:08-04:00"


RDFA = """
<body vocab="https://schema.org/"><article typeof="schema:NewsArticle">
<h1 property="headline">East quay closes</h1>
<span property="author" typeof="Person"><a property="name" href="/jo">Jo Roe</a></span>
<time property="schema:datePublished" datetime="2022-05-04T10:15:00+02:00">4 May</time>
<a property="http://schema.org/keywords" href="/t">Quays</a> <meta property="og:title" content="X">
</article></body>
"""


def test_an_article_in_rdfa_is_read_alike() -> None:
    document = read_document(snapshot(f"<html>{RDFA}</html>"))
    assert document.told_in == "RDFa"
    assert document.article["headline"] == "East quay closes"
    assert document.article["author"] == {"@type": ["Person"], "name": "Jo Roe"}
    assert document.article["datePublished"] == "2022-05-04T10:15:00+02:00"
    assert document.article["keywords"] == "Quays"


def test_rdfa_of_other_vocabularies_is_no_article() -> None:
    page = '<div typeof="sioc:Item foaf:Document"><h1 property="dc:title">East quay</h1></div>'
    assert read_document(snapshot(page)).article == {}
