"""Themes that were made for Pelican and know nothing of us."""

from pathlib import Path

import pytest

from generator.site.foreign_pages import LATEST
from tests.site.markup import find_broken_links, parse, texts
from tests.site.samples import SAMPLE
from tests.site.stories import SEARCH, make_page, make_story, read, render, write

KNOWN = ("simple", "notmyidea")
PAGES = (
    "",
    "2023/",
    "2023/12/",
    "2023/12/05/",
    "2022/09/",
    "2023/12/05/the-last-ferry/",
    "undated/a-notice-without-a-date/",
    "topics/",
    "topics/ferries/",
    "sections/",
    "sections/local/",
    "sources/",
    "sources/the-coast-herald/",
    "bylines/",
    "bylines/ada-byrne/",
    "undated/",
    "search/",
    "about/",
    "mine/",
    "archives.html",
    "404.html",
)


def render_sample(theme: str, root: Path) -> Path:
    page = make_page("mine", "A page of mine", "<p>My own words.</p>")
    return render(
        SAMPLE,
        root,
        pages=[page],
        theme=theme,
        title="The Quay",
        url="https://quay.example/papers/",
    )


@pytest.fixture(scope="module", params=KNOWN)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render_sample(request.param, tmp_path_factory.mktemp(request.param))


def make_theme(root: Path, name: str = "theirs", **files: str) -> Path:
    """Write a theme of these files; `base_html` is the template base.html, `css` a style."""
    folder = root / "archive/themes" / name
    for file, text in files.items():
        stem, _, kind = file.rpartition("_")
        place = folder / ("templates" if kind == "html" else "static") / f"{stem}.{kind}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def test_every_kind_of_page_is_there_in_the_themes_own_frame(site: Path) -> None:
    for address in PAGES:
        tree = parse(read(site, address))
        assert tree.xpath("//footer//a[contains(@href, 'getpelican.com')]"), address
        assert "The Quay" in tree.text_content(), address


def test_no_link_is_broken_wherever_the_site_stands(site: Path) -> None:
    assert find_broken_links(site, "/papers/") == set()
    assert {page for page, _ in find_broken_links(site)} <= {"404.html"}


def test_a_story_has_its_words_its_dates_and_says_that_it_is_a_copy(site: Path) -> None:
    page = read(site, "2023/12/05/the-last-ferry/")
    shown = " ".join(parse(page).text_content().split())
    for words in (
        "The last ferry",
        "nobody was on it but the crew",
        "5 December 2023, 06:45 UTC+1",
        "This is an archived copy of a story first published by The Coast Herald.",
        "Ada Byrne",
        "Town council",
    ):
        assert words in shown
    original = "https://coastherald.example/local/the-last-ferry?page=all"
    assert parse(page).xpath("//aside//a[@href=$url]", url=original)


def test_no_date_is_shown_that_nobody_knows(site: Path) -> None:
    undated = read(site, "undated/a-notice-without-a-date/")
    assert "1970" not in undated
    assert "Without a date" in undated
    year = parse(read(site, "2022/the-year-in-storms/")).text_content()
    assert "January" not in year


def test_every_page_has_one_policy_before_all_else(site: Path) -> None:
    for file in site.rglob("*.html"):
        head = parse(file.read_text(encoding="utf-8")).xpath("//head/*")
        assert (head[0].get("charset"), head[1].get("http-equiv")) == (
            "utf-8",
            "Content-Security-Policy",
        )
        assert head[1].get("content").startswith("default-src 'none'; script-src 'self'; ")
        assert [tag.get("content") for tag in head if tag.get("name") == "robots"] == ["noindex"]


def test_the_search_page_has_what_its_script_needs(site: Path) -> None:
    tree = parse(read(site, "search/"))
    (main,) = tree.xpath("//main")
    assert main.get("data-search-manifest") == f"../{SEARCH.manifest}"
    assert main.xpath(".//form[@role='search']")
    assert main.xpath(".//*[@id='search-results']")
    assert tree.xpath("//script[@type='module']/@src") == [f"../{SEARCH.script}"]


def test_a_theme_is_found_beside_the_archive_or_in_it(tmp_path) -> None:
    make_theme(tmp_path, base_html="<main>{% block content %}{% endblock %}</main>")
    for name in ("theirs", "themes/theirs", "./themes/theirs"):
        site = render([make_story("A")], tmp_path, theme=name)
        assert "<main>" in read(site, "2023/09/04/a/")


@pytest.mark.parametrize("block", ["content", "main", "body", "stuff_of_the_page"])
def test_what_a_theme_lacks_is_set_in_its_own_frame(tmp_path, block: str) -> None:
    frame = f"<html><head></head><body><b>frame</b>{{% block {block} %}}{{% endblock %}}</body>"
    page = (
        f'{{% extends "frame.html" %}}{{% block {block} %}}{{{{ page.content }}}}{{% endblock %}}'
    )
    make_theme(tmp_path, frame_html=frame, page_html=page)
    site = render_sample("theirs", tmp_path)
    for address in PAGES:
        assert "<b>frame</b>" in read(site, address), address
    assert texts(read(site, "2023/12/05/"), "//h1") == ["Tuesday, 5 December 2023"]
    assert "My own words." in read(site, "mine/")
    assert find_broken_links(site, "/papers/") == set()


def test_a_theme_without_a_frame_leaves_our_pages_plain(tmp_path) -> None:
    make_theme(tmp_path, article_html="<html><body>{{ article.content }}</body></html>")
    site = render_sample("theirs", tmp_path)
    assert texts(read(site, "2023/12/05/"), "//h1") == ["Tuesday, 5 December 2023"]
    assert "nobody was on it" in read(site, "2023/12/05/the-last-ferry/")
    assert find_broken_links(site, "/papers/") == set()


def test_the_front_page_has_the_latest_and_the_ways_into_the_rest(tmp_path) -> None:
    stories = [make_story(f"Story {n}", f"2023-01-{n + 1:02}") for n in range(LATEST + 3)]
    front = read(render(stories, tmp_path, theme="simple"), "")
    shown = texts(front, "//article//h2")
    assert shown == [f"Story {n}" for n in reversed(range(3, LATEST + 3))]
    assert parse(front).xpath("//a[@href='./2023/']")


def test_a_theme_that_would_load_from_elsewhere_does_not_and_is_told_of(tmp_path) -> None:
    frame = (
        '<head><link rel="preconnect" href="https://fonts.example">'
        '<link rel="stylesheet" href="//cdn.example/a.css"></head>'
        '<script src="https://cdn.example/a.js"></script>{% block content %}{% endblock %}'
    )
    make_theme(tmp_path, base_html=frame, a_css="@import url(https://css.example/x.css);")
    told = write([make_story("A")], tmp_path, theme="theirs")
    assert "cdn.example, css.example, fonts.example" in told[0]
    page = read(tmp_path / "site", "2023/09/04/a/")
    assert ".example" not in page
    assert write([make_story("A")], tmp_path, theme="theirs", csp="theme") == ()
    page = read(tmp_path / "site", "2023/09/04/a/")
    assert "https://cdn.example/a.js" in page
    assert (
        "script-src 'self' https://cdn.example https://css.example https://fonts.example;" in page
    )
