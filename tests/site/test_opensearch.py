"""A browser can add the archive's search to its own."""

from xml.etree import ElementTree as ET

import pytest

from generator.config import Settings
from generator.site.opensearch import NAME_LIMIT, render_opensearch
from tests.site.markup import parse
from tests.site.stories import make_story, read, render

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def describe(**settings: str) -> ET.Element:
    return ET.fromstring(render_opensearch(Settings(**settings), "en"))


def test_addresses_are_those_of_the_site() -> None:
    urls = describe(url="https://pier.example/archive/").findall(f"{SPACE}Url")
    assert [url.get("template") for url in urls] == [
        "https://pier.example/archive/search/?q={searchTerms}",
        "https://pier.example/archive/opensearch.xml",
    ]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Pier & <Quay>", "Pier & <Quay>"),
        ("The Harbour Archive of the North", "The Harbour"),
        ("Donaudampfschifffahrt", "Donaudampfschiff"),
        ("漁" * 40, "漁" * NAME_LIMIT),
    ],
)
def test_a_long_title_is_cut_between_words(title: str, short: str) -> None:
    assert describe(title=title).findtext(f"{SPACE}ShortName") == short


def test_pages_lead_to_it_where_there_is_a_search(tmp_path) -> None:
    link = "//link[@rel='search']/@href"
    site = render([make_story("A")], tmp_path / "with")
    assert parse(read(site, "")).xpath(link) == ["./opensearch.xml"]
    assert parse(read(site, "search/")).xpath(link) == ["../opensearch.xml"]
    assert (site / "opensearch.xml").is_file()
    without = render([make_story("A")], tmp_path / "without", search=None)
    assert parse(read(without, "")).xpath(link) == []
    assert not (without / "opensearch.xml").exists()
