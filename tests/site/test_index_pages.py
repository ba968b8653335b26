from itertools import chain

from generator.site.index_pages import BARE, LARGEST
from generator.site.shelves import INDEX_WHOLE
from tests.site.markup import find_broken_links, find_faults, parse, text, texts
from tests.site.stories import make_story, read, render

LONG = "Perpetual " * 30
HARD = (LONG, "عبّارات", "🚂 Rail", "港", "Ⅷ", "C++", "C", "Main", "<b>&", "𞤀𞤣𞤤𞤢𞤥", "?!")


def test_an_index_lists_names_by_letter_with_their_numbers_or_their_stories(tmp_path) -> None:
    stories = [
        make_story("A ferry", topics=("Rail", "rivers", "1968")),
        make_story("B", topics=("Rail", "Rivers")),
        make_story("C", None, topics=("Rail", "Rivers", "1968"), language="ar"),
    ]
    page = read(render(stories, tmp_path), "topics/")
    assert texts(page, "//section/h2") == ["0–9", "R"]
    assert texts(page, "//section[2]//li") == ["Rail 3 stories", "rivers 3 stories"]
    (folded,) = parse(page).xpath("//li[@id='1968']")
    assert [" ".join(said.split()) for said in folded.itertext()] == [
        *("1968", "A ferry", "", "4 September 2023", "C", "", "Without a date")
    ]
    links = folded.xpath(".//a")
    assert [link.get("href") for link in links] == ["../2023/09/04/a-ferry/", "../undated/c/"]
    assert (links[1].get("lang"), links[1].get("dir")) == ("ar", "rtl")


def test_a_setting_says_from_how_many_stories_a_topic_has_a_page(tmp_path) -> None:
    stories = [make_story("A", topics=("Rail",)), make_story("B", topics=("Rail", "Cup"))]
    for least, pages in ((1, {"rail", "cup"}), (2, {"rail"}), (3, set())):
        site = render(stories, tmp_path / str(least), listing_from=least)
        assert {path.parent.name for path in site.glob("topics/*/index.html")} == pages
        assert find_broken_links(site) == set()


def test_names_of_any_kind_hold_in_an_index_and_on_a_page(tmp_path) -> None:
    stories = [
        make_story(f"Story {n}", topics=HARD[: len(HARD) - n * 4], byline=HARD, source=HARD[n])
        for n in range(3)
    ]
    site = render(stories, tmp_path)
    assert find_broken_links(site) == set()
    for path in site.rglob("*.html"):
        assert find_faults(path.read_text(encoding="utf-8")) == []
    assert len(parse(read(site, "topics/")).xpath("//li[ancestor::section]")) == len(HARD) - 1
    assert text(read(site, "bylines/"), "//section[h2='#']//li/a") == "𞤀𞤣𞤤𞤢𞤥"


def test_a_long_index_has_a_bar_of_letters(tmp_path) -> None:
    names = tuple(f"{letter} name" for letter in "abcdefghijklmnopqrstuvwxyz")
    site = render([make_story("A", topics=names[:BARE], byline=names)], tmp_path)
    assert parse(read(site, "topics/")).xpath("//main//nav") == []
    bar = parse(read(site, "bylines/")).xpath("//main//nav//a")
    assert [link.text for link in bar] == [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert bar[1].get("href") == "../bylines/#_b"


def test_ten_thousand_topics_have_a_page_a_letter(tmp_path) -> None:
    names = [f"{'ABC港'[n % 4]}{n}" for n in range(10_000)]
    stories = [make_story(f"Story {n}", topics=(*names[n::500], "Rail")) for n in range(500)]
    site = render(stories, tmp_path)
    page = read(site, "topics/")
    assert texts(page, "//main//nav//a") == ["A", "B", "C", "G", "R"]
    assert texts(page, "//main//li[span]")[0] == "Rail 500 stories"
    assert len(texts(page, "//main//li[span]")) == LARGEST
    assert len(page.encode()) < 20_000
    letters = [read(site, f"topics/_{letter}/") for letter in "abcgr"]
    listed = chain.from_iterable(parse(page).xpath("//section//li") for page in letters)
    assert len([*listed]) == len(names) + 1 > INDEX_WHOLE
    assert text(letters[0], "//h1") == "Topics, A"
    assert texts(letters[0], "//main//a[@aria-current]") == ["A"]
    assert texts(letters[0], "//nav[@class='trail']//a") == ["Topics"]
    (link,) = parse(read(site, stories[0].address)).xpath("//a[.='A0']/@href")
    assert link.endswith("/topics/_a/#a0")
    assert parse(letters[0]).xpath("//li[@id='a0']//a/@href") == ["../../2023/09/04/story-0/"]
