"""Every way through a site leads somewhere, and none of them is long."""

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.portable import write_portable
from generator.site.shelves import names_of
from tests.site.odd import ADDRESS, make_odd, make_years, write_pictures
from tests.site.stories import render, write
from tests.site.web import Sheet, complete, find_broken, find_far, find_target, read_web

BASE = urlsplit(ADDRESS).path


def find_file(site: Path, url: str) -> Path:
    """Return the file of the site that an absolute address is of."""
    assert url.startswith(ADDRESS), url
    return site / complete(urlsplit(url).path.removeprefix(BASE))


@pytest.fixture(scope="module")
def odd_web(odd_site: Path) -> Mapping[str, Sheet]:
    """Every page of the made-up archive, read once."""
    return read_web(odd_site)


def test_no_link_or_anchor_is_broken_under_a_base_path(
    odd_site: Path, odd_web: Mapping[str, Sheet]
) -> None:
    assert find_broken(odd_site, BASE, web=odd_web) == set()


def test_no_link_or_anchor_is_broken_at_the_root_of_a_host_or_on_a_disk(tmp_path: Path) -> None:
    # The ordinary years have no page and no link of a sort that the odd stories don't have.
    write_pictures(tmp_path / "archive" / "content" / "media")
    site = render([*make_odd()], tmp_path, url="https://x.example/")
    assert find_broken(site) == set()
    (tmp_path / "none").mkdir()
    shutil.rmtree(site)
    write([*make_odd()], tmp_path)
    write_portable(site, tmp_path / "none", tmp_path / "stick", None)
    assert len(read_web(tmp_path / "stick")) == len(read_web(site)) - 1  # no 404.html
    assert find_broken(tmp_path / "stick", served=False) == set()


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<a href="a/">1</a><a href="a">2</a><a href="a/#here">3</a><a href="a/#gone">4</a>'
        '<a href="#gone">5</a><img src="x.png"><a href="https://x.example/none">6</a>'
        '<a href="/a/">7</a>',
        encoding="utf-8",
    )
    (tmp_path / "a" / "index.html").write_text('<p id="here">', encoding="utf-8")
    faults = {"a", "a/#gone", "#gone", "x.png"}
    assert {link for _, link in find_broken(tmp_path)} == faults
    assert {link for _, link in find_broken(tmp_path, "/base/")} == {*faults, "/a/"}
    on_disk = {link for _, link in find_broken(tmp_path, served=False)}
    assert on_disk == {*faults, "a/", "a/#here", "/a/"}


def name_groups() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the pages of the stories of each day, topic, section and source, by its name."""
    groups: dict[str, set[str]] = defaultdict(set)
    for story in (*make_odd(), *make_years()):
        page = complete(story.address)
        groups[page.rpartition("/")[0].rpartition("/")[0]].add(page)
        for kind in ("topics", "sections", "sources"):
            for name in names_of(story, kind):
                groups[f"{kind}: {name}"].add(page)
    for name, pages in groups.items():
        yield name, frozenset(pages)


def test_every_story_is_three_clicks_from_all_others_of_its_day_topic_and_source(
    odd_web: Mapping[str, Sheet],
) -> None:
    groups = dict(name_groups())
    assert max(map(len, groups.values())) > 500
    assert list(find_far(odd_web, groups.values())) == []


def test_every_page_is_found_from_the_first(odd_web: Mapping[str, Sheet]) -> None:
    web = odd_web
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        found = {find_target(name, link) for link in web[name].links}
        pages = {complete(target[0]) for target in found if target} & web.keys() - seen
        seen |= pages
        waiting += pages
    assert web.keys() - seen == {"404.html"}


def find_feeds(site: Path) -> list[Path]:
    feeds = [*site.rglob("feed.xml"), *site.rglob("feed.atom"), *site.rglob("atom.xml")]
    assert site / "feed.xml" in feeds
    return feeds


def test_every_feed_is_sound_and_leads_to_pages(odd_site: Path) -> None:
    for file in find_feeds(odd_site):
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, (file, feed.bozo_exception)
        assert feed.entries, file
        ours = [link for link in feed.feed.links if link.rel in ("self", "alternate")]
        assert find_file(odd_site, next(link.href for link in ours if link.rel == "self")) == file
        for url in [*(link.href for link in ours), *(entry.link for entry in feed.entries)]:
            assert find_file(odd_site, url).is_file()


def test_every_json_feed_leads_to_pages(odd_site: Path) -> None:
    for file in odd_site.rglob("feed.json"):
        feed = json.loads(file.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert find_file(odd_site, feed["feed_url"]) == file
        assert find_file(odd_site, feed["home_page_url"]).is_file()
        for item in feed["items"]:
            assert item["id"]
            assert find_file(odd_site, item["url"]).is_file()


def test_every_address_of_the_sitemap_is_of_a_page(odd_site: Path) -> None:
    for file in odd_site.glob("sitemap*.xml"):
        for found in ET.fromstring(file.read_bytes()).iterfind(".//{*}loc"):
            assert find_file(odd_site, found.text).is_file()


def test_every_page_says_where_it_is(odd_site: Path) -> None:
    for file in odd_site.rglob("*.html"):
        tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
        said = [tag.attributes["content"] for tag in tree.css('meta[property="og:url"]')]
        known = [find_file(odd_site, url) for url in said]
        assert known == ([] if file.name == "404.html" or not tree.css("nav") else [file]), file
