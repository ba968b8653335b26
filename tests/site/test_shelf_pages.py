import pytest

from generator.site.shelf_pages import NEWEST, WHOLE
from tests.site.markup import find_broken_links, parse, text, texts
from tests.site.stories import make_story, read, render


def make_stories(count: int, date: str | None, **said):
    return [make_story(f"{date} story {n:03}", date, **said) for n in range(count)]


def test_a_short_listing_shows_its_stories_by_year_the_newest_first(tmp_path) -> None:
    stories = [
        make_story(name, date, topics=("Rail",), source="Coast Herald")
        for name, date in [("A", "2021-02-03"), ("B", "2021-02-04"), ("C", "2023"), ("D", None)]
    ]
    page = read(render(stories, tmp_path), "topics/rail/")
    assert text(page, "//h1") == "Rail"
    assert texts(page, "//section/h2") == ["2023", "2021", "Without a date"]
    assert texts(page, "//section[2]//h3") == ["B", "A"]
    assert texts(page, "//section[2]//article[1]/p") == [
        "The harbour council met on Monday and agreed on nothing at all.",
        "Coast Herald 4 February 2021",
    ]


@pytest.fixture(scope="module")
def split_site(tmp_path_factory):
    stories = [
        *make_stories(3, "2021-05-05", source="Daily"),
        *make_stories(WHOLE + 1, "2022-03-04", source="Daily"),
        *make_stories(5, "2022-07-01", source="Daily"),
        *make_stories(2, "2022", source="Daily"),
        *make_stories(2, None, source="Daily"),
    ]
    return render(stories, tmp_path_factory.mktemp("split"))


def test_a_long_listing_is_split_by_year_then_by_month_then_by_day(split_site) -> None:
    pages = sorted(
        path.parent.relative_to(split_site / "sources/daily").as_posix()
        for path in (split_site / "sources/daily").rglob("index.html")
    )
    assert pages == [".", "2021", "2022", "2022/03", "2022/03/04", "2022/07"]


def test_the_first_page_of_a_split_listing_leads_to_its_parts(split_site) -> None:
    page = read(split_site, "sources/daily/")
    assert texts(page, "//ul[@class='strip']//a") == ["2021 3 stories", "2022 128 stories"]
    assert len(parse(page).xpath("//section[1]//article")) == NEWEST
    assert texts(page, "//section/h2") == ["2022", "Without a date"]


def test_a_part_says_where_it_belongs(split_site) -> None:
    page = read(split_site, "sources/daily/2022/03/04/")
    assert text(page, "//h1") == "Daily, 4 March 2022"
    assert texts(page, "//nav[@class='trail']//a") == [
        "Sources",
        "Daily",
        "Daily, 2022",
        "Daily, March 2022",
    ]
    assert len(parse(page).xpath("//article")) == WHOLE + 1


def test_a_part_keeps_what_no_finer_part_holds(split_site) -> None:
    page = read(split_site, "sources/daily/2022/")
    assert texts(page, "//section/h2") == ["July 2022", "March 2022", "Some time in 2022"]


def test_every_story_of_a_split_listing_stands_on_a_part_without_parts(split_site) -> None:
    shown: set[str] = set()
    for path in (split_site / "sources/daily").rglob("index.html"):
        tree = parse(path.read_text(encoding="utf-8"))
        shown |= {link.rsplit("/", 2)[1] for link in tree.xpath("//h3/a/@href")}
    assert len(shown) == 133


def test_many_stories_without_a_date_are_split_by_letter(tmp_path) -> None:
    stories = [
        *(make_story(f"Apple {n}", None) for n in range(WHOLE)),
        make_story("Bread", None),
        make_story("1984", None),
    ]
    site = render(stories, tmp_path)
    page = read(site, "undated/")
    assert texts(page, "//ul[@class='strip']//a") == [
        "Under 1 1 story",
        f"Under A {WHOLE} stories",
        "Under B 1 story",
    ]
    assert text(read(site, "undated/_b/"), "//h3") == "Bread"
    assert find_broken_links(site) == set()


def test_an_index_lists_names_by_letter_with_their_numbers(tmp_path) -> None:
    stories = [
        make_story("A", topics=("Rail", "rivers", "1968")),
        make_story("B", topics=("Rail",)),
    ]
    page = read(render(stories, tmp_path), "topics/")
    assert texts(page, "//section/h2") == ["0–9", "R"]
    assert texts(page, "//section[2]//li") == ["Rail 2 stories", "rivers 1 story"]


def test_an_index_without_names_says_so(tmp_path) -> None:
    page = read(render([make_story("A")], tmp_path), "bylines/")
    assert text(page, "//p[@class='dek']") == "No story here names who wrote it."
