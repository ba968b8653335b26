import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.document import read_document
from generator.parsing.jsonld import find_things, is_article, types_of
from tests.parsing.pages import snapshot

ARTICLE = {"@type": "NewsArticle", "headline": "Ferry late"}


def headlines(*scripts: str) -> list[object]:
    return [thing.get("headline") for thing in find_things(scripts) if is_article(thing)]


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(ARTICLE),
        json.dumps([{"@type": "WebSite"}, ARTICLE]),
        json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        json.dumps(ARTICLE | {"@type": ["Thing", "http://schema.org/ReportageNewsArticle"]}),
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"//<![CDATA[\n{json.dumps(ARTICLE)}\n//]]>",
        json.dumps(ARTICLE) + ";",
        '{"@type":"NewsArticle","headline":"Ferry late","keywords":["a",],}',
        '{"@type":"NewsArticle","headline":"Ferry late","text":"two\nlines\tand \\\' more"}',
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Ferry late&quot;}",
        '{"@type":"NewsArticle","headline":"Ferry late","text":"cut off he',
        '{"@type":"NewsArticle","headline":"Ferry late" "author":{}}',
        '{"@type":"WebSite"}' + json.dumps(ARTICLE),
        "\ufeff// the page in short\n" + json.dumps(ARTICLE),
        '{"schema:headline":"Ferry late","@type":"schema:NewsArticle"}',
        '{"@type":"NewsArticle","headline":["Ferry late"]}',
        '{"@type":"NewsArticle","headline":{"@value":"Ferry late"}}',
    ],
)
def test_an_article_is_found_in_whatever_it_is_wrapped(script: str) -> None:
    assert headlines(script) == ["Ferry late"]


@pytest.mark.parametrize(
    "rest",
    [
        '"text": "She said "No, and again no", then left", "author": {"name": "Jo Roe"}}',
        '"text": , "author": {"name": "Jo Roe"}}',
        '"author": {"name": "Jo Roe"}, "keywords": ["quays", "boa',
        '"author": {"name": "Jo Roe"}, "keywords":',
        '"author": {"name": "Jo Roe"',
    ],
)
def test_all_that_a_broken_script_says_is_read(rest: str) -> None:
    (article,) = find_things(['{"@type": "NewsArticle", "headline": "Ferry late", ' + rest])
    assert article["headline"] == "Ferry late"
    assert article["author"] == {"name": "Jo Roe"}


def test_what_is_referred_to_is_put_in_its_place() -> None:
    graph = [ARTICLE | {"author": [{"@id": "#p"}]}, {"@type": "Person", "@id": "#p", "name": "Jo"}]
    article, _ = find_things([json.dumps({"@graph": graph})])
    assert article["author"][0]["name"] == "Jo"


@pytest.mark.parametrize("script", ["[" * 200_000, '{"a":' * 100_000, "", "null", "7", '"x"', "{}"])
def test_what_says_nothing_gives_nothing(script: str) -> None:
    assert find_things([script]) == ()


def test_only_so_many_things_are_looked_at() -> None:
    assert len(find_things([json.dumps([ARTICLE] * 5_000)])) == 1_000


VALUES = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@id", "@graph", "mainEntity", "x"]), inner)
    ),
    max_leaves=15,
)


@given(VALUES, st.integers(0, 60))
def test_no_json_is_too_strange(value: object, cut: int) -> None:
    for thing in find_things([json.dumps(value), json.dumps(value)[:cut]]):
        assert types_of(thing)


def test_blocks_that_tell_one_article_complete_each_other() -> None:
    blocks = [
        {"@type": "WebPage", "headline": "The Echo", "author": "Nobody"},
        {"@type": "NewsArticle", "headline": "East quay closes", "author": [], "keywords": "Quays"},
        {"@type": "Article", "headline": "East quay closes", "author": {"name": "Jo Roe"}},
        {"@type": "Article", "headline": "Swans meet", "articleSection": "Nature"},
    ]
    page = "".join(
        f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks
    )
    article = read_document(snapshot(page)).article
    assert article["author"] == {"name": "Jo Roe"}
    assert article["keywords"] == "Quays"
    assert article["@type"] == "NewsArticle"
    assert "articleSection" not in article


SWANS = {"@type": "NewsArticle", "headline": "Swans meet", "author": {"name": "Max Doe"}}


def told(blocks: list[dict[str, object]], markup: str = "{}") -> object:
    scripts = (
        f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks
    )
    page = f"<title>East quay closes | Echo</title>{markup.format(''.join(scripts))}"
    return read_document(snapshot(page)).article


def test_the_block_with_the_headline_of_the_page_is_its_article() -> None:
    quay = {"@type": "NewsArticle", "headline": "East quay closes", "author": {"name": "Jo Roe"}}
    assert told([SWANS, quay])["headline"] == "East quay closes"
    assert told([SWANS])["headline"] == "Swans meet"
    assert told([SWANS], "<template>{}</template>") == {}


def test_a_person_is_the_author_where_another_block_names_the_outlet() -> None:
    quay = {"@type": "NewsArticle", "headline": "East quay closes"}
    person = {"@type": "Person", "name": "Jo Roe"}
    for author in ({"@type": "Organization", "name": "Echo"}, {"@type": "Person", "name": ""}):
        assert told([quay | {"author": author}, quay | {"author": person}])["author"] == person
