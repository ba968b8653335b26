import time
from datetime import date, timedelta
from unittest import mock
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Settings
from generator.site import shelf_pages
from generator.site.atom_feed import ATOM
from generator.site.feed import Press, make_feeds
from generator.site.json_feed import JSON_FEED
from generator.site.pages import PageJob
from generator.site.render import group_stories
from generator.site.shelf_pages import NEWEST, WHOLE, make_shelf_pages
from tests.site.markup import find_broken_links, find_faults, parse, text, texts
from tests.site.stories import in_order, make_story, read, render


def make_stories(count: int, date: str | None, **said):
    return [make_story(f"{date} story {n:03}", date, **said) for n in range(count)]


def test_a_short_listing_shows_its_stories_by_year_the_newest_first(tmp_path) -> None:
    stories = [
        make_story(name, date, topics=("Rail",), source="Coast Herald")
        for name, date in [("A", "2021-02-03"), ("B", "2021-02-04"), ("C", "2023"), ("D", None)]
    ]
    page = read(render(stories, tmp_path), "topics/rail/")
    assert text(page, "//h1") == "Rail"
    assert text(page, "//header[@class='head']/p[@class='meta']") == "4 stories Feed"
    assert texts(page, "//section/h2") == ["2023", "2021", "Without a date"]
    assert texts(page, "//section[2]//h3") == ["B", "A"]
    assert texts(page, "//section[2]//article[1]/p") == [
        "The harbour council met on Monday and agreed on nothing at all.",
        "Coast Herald 4 February 2021",
    ]


SPLIT = (
    *make_stories(3, "2021-05-05", source="Daily"),
    *make_stories(WHOLE + 1, "2022-03-04", source="Daily"),
    *make_stories(5, "2022-07-01", source="Daily"),
    *make_stories(2, "2022", source="Daily"),
    *make_stories(2, None, source="Daily"),
)


@pytest.fixture(scope="module")
def split_site(tmp_path_factory):
    return render(SPLIT, tmp_path_factory.mktemp("split"))


def test_a_long_listing_is_split_by_year_then_by_month_then_by_day(split_site) -> None:
    pages = sorted(
        path.parent.relative_to(split_site / "sources/daily").as_posix()
        for path in (split_site / "sources/daily").rglob("index.html")
    )
    assert pages == [".", "2021", "2022", "2022/03", "2022/03/04", "2022/07"]


def test_the_first_page_of_a_split_listing_leads_to_its_parts(split_site) -> None:
    page = read(split_site, "sources/daily/")
    assert texts(page, "//ul[@class='strip']//a") == ["2021 3 stories", "2022 128 stories"]
    assert len(parse(page).xpath("//main/section[1]//article")) == NEWEST
    assert texts(page, "//main/section/h2") == ["2022", "Without a date"]


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


def test_a_part_leads_up_and_back_and_the_first_page_to_every_part(split_site) -> None:
    def steps(part: str) -> list[str]:
        page = read(split_site, f"sources/daily/{part}")
        return texts(page, "//ul[@class='steps']//a")

    assert steps("") == []
    assert steps("2021/") == ["Up to Daily"]
    assert steps("2022/") == ["Earlier 2021", "Up to Daily"]
    assert steps("2022/03/") == ["Earlier 2021", "Up to Daily, 2022"]
    assert steps("2022/03/04/") == ["Earlier 2021", "Up to Daily, March 2022"]
    assert steps("2022/07/") == ["Earlier March 2022", "Up to Daily, 2022"]
    page = read(split_site, "sources/daily/")
    assert texts(page, "//details//h2") == ["2022", "March 2022"]
    assert texts(page, "//details//li") == ["March 121 stories", "July 5 stories", "4 121 stories"]


def find_reached(site, folder: str) -> dict[str, set[str]]:
    """Return the addresses that each page of a folder of the site links to."""
    reached = {}
    for path in (site / folder).rglob("index.html"):
        address = path.parent.relative_to(site).as_posix() + "/"
        links = parse(path.read_text(encoding="utf-8")).xpath("//main//a/@href")
        reached[address] = {urljoin(f"/{address}", link).lstrip("/") for link in links}
    return reached


def test_any_story_is_three_steps_from_any_other_of_its_source(split_site) -> None:
    reached = find_reached(split_site, "sources")
    first = reached["sources/daily/"]
    near = first.union(*(reached.get(address, set()) for address in first))
    assert {story.address for story in SPLIT} <= near
    for story in (SPLIT[0], SPLIT[50], SPLIT[-1]):
        links = parse(read(split_site, story.address)).xpath("//a/@href")
        assert "sources/daily/" in {urljoin(f"/{story.address}", link)[1:] for link in links}


def test_no_page_of_an_earlier_part_changes_when_a_later_story_arrives(
    split_site, tmp_path
) -> None:
    later = make_story("Later", "2023-01-01", source="Daily", topics=("New",))
    after = render([*SPLIT, later], tmp_path)
    parts = [*(split_site / "sources/daily").glob("*/**/index.html")]
    assert len(parts) == 5
    for path in parts:
        assert (after / path.relative_to(split_site)).read_bytes() == path.read_bytes()


DATES = st.dates(min_value=date(2021, 1, 1), max_value=date(2023, 12, 31)).map(str)
PERIODS = st.builds(lambda day, width: day[:width], DATES, st.sampled_from([4, 7, 10, 10, 10]))


def make_parts(published: list[str]) -> dict[str, PageJob]:
    """Return the pages of a source's parts by their addresses within it, three stories a page."""
    stories = [make_story(f"Story {n}", when, source="D") for n, when in enumerate(published)]
    with mock.patch.multiple(shelf_pages, WHOLE=3, NEWEST=2):
        pages = [*make_shelf_pages(group_stories(in_order(stories), Settings()))]
    return {
        page.address.removeprefix("sources/d/"): page
        for page in pages
        if page.address.startswith("sources/d/2")
    }


@settings(max_examples=100, deadline=None)
@given(st.lists(PERIODS, min_size=3, max_size=25), DATES)
def test_parts_of_earlier_periods_stay_whatever_arrives_later(
    published: list[str], later: str
) -> None:
    later = max([*published, later])
    before, after = make_parts(published), make_parts([*published, later])
    for address, page in before.items():
        period = "-".join(part for part in address.split("/") if part.isdecimal())
        if period < later[: len(period)]:
            assert after[address] == page


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


def test_a_listing_without_stories_counts_none(tmp_path) -> None:
    page = read(render([make_story("A")], tmp_path), "undated/")
    assert texts(page, "//header[@class='head']/p") == ["Every story here has a date."]


def test_an_index_without_names_says_so(tmp_path) -> None:
    page = read(render([make_story("A")], tmp_path), "bylines/")
    assert text(page, "//p[@class='dek']") == "No story here names who wrote it."


def test_a_listing_names_the_topics_that_its_stories_share(tmp_path) -> None:
    stories = [
        make_story(name, topics=("Rail", *more), source="Daily")
        for name, more in (("A", ("Cup",)), ("B", ("Cup", "Fire")), ("C", ("Cup",)))
    ]
    site = render(stories, tmp_path)
    shared = "//section[h2='Topics of the same stories']"
    page = read(site, "topics/rail/")
    assert texts(page, f"{shared}//li") == ["Cup 3 stories", "Fire 1 story"]
    assert parse(page).xpath(f"{shared}//a/@href") == ["../../topics/cup/", "../../topics/#fire"]
    assert texts(read(site, "sources/daily/"), f"{shared}//li") == [
        "Cup 3 stories",
        "Rail 3 stories",
        "Fire 1 story",
    ]


@pytest.mark.parametrize("count", [1, WHOLE, WHOLE + 1])
def test_a_listing_is_split_when_it_is_longer_than_a_page(tmp_path, count: int) -> None:
    days = [str(date(2020, 1, 1) + timedelta(days=9 * n)) for n in range(count)]
    stories = [make_story(f"Story {n}", day, source="D") for n, day in enumerate(days)]
    site = render(stories, tmp_path)
    pages = [*(site / "sources/d").rglob("index.html")]
    assert len(pages) == 1 if count <= WHOLE else 5
    assert [find_faults(path.read_text(encoding="utf-8")) for path in pages] == [[]] * len(pages)
    assert find_broken_links(site) == set()


def test_ten_thousand_stories_on_fifteen_hundred_topics_are_shelved_in_seconds() -> None:
    stories = [
        make_story(
            f"Story {n}",
            str(date(2000, 1, 1) + timedelta(days=n)),
            source="Daily",
            topics=tuple(f"Topic {(n * 7 + k * k * 31) % 1500}" for k in range(5)),
        )
        for n in range(10_000)
    ]
    start = time.process_time()
    edition = group_stories(stories, Settings())
    pages = [*make_shelf_pages(edition)]
    atom, as_json = (Press(form, edition.settings) for form in (ATOM, JSON_FEED))
    sizes = [len(atom.print(feed)) + len(as_json.print(feed)) for feed in make_feeds(edition)]
    assert time.process_time() - start < 10
    assert len(sizes) == 1 + 1500 + 1
    (daily,) = [page for page in pages if page.address == "sources/daily/"]
    assert len(daily.values["parts"]) == 28
