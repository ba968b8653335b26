import pytest

from generator.site.single_pages import FRONT_EARLIER, FRONT_SECTION, FRONT_SECTIONS
from tests.site.markup import parse, text, texts
from tests.site.stories import SEARCH, make_page, make_story, read, render, write

STORIES = [
    make_story("Yesterday", "2022-09-03", topics=("Rail",)),
    *(make_story(f"Local {n}", section="Local", source="Coast Herald") for n in range(9)),
    make_story("Sport", section="Sport", topics=("Rail", "Cup")),
    make_story("No date", None),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("single")
    return render(STORIES, root, title="The Clippings", description="News of the harbour.")


def test_the_front_page_names_the_archive_and_sets_its_latest_day(site) -> None:
    page = read(site, "")
    assert text(page, "//h1") == "The Clippings"
    assert text(page, "//p[@class='motto']") == "News of the harbour."
    assert text(page, "//header[@class='folio']") == "Monday, 4 September 2023"
    assert texts(page, "//div[@class='columns']//h2") == ["Local", "Sport"]
    assert len(parse(page).xpath("//div[@class='columns']/section[1]/article")) == FRONT_SECTION
    assert text(page, "//p[@class='more']") == "All 10 stories of 4 September 2023"


def test_the_front_page_leads_into_the_archive(site) -> None:
    page = read(site, "")
    assert texts(page, "//ul[@class='strip']//a") == ["2022 1 story", "2023 10 stories"]
    assert texts(page, "//section[h2/a='Topics']//li") == ["Rail 2 stories", "Cup 1 story"]
    assert texts(page, "//section[h2/a='Sources']//li") == ["Coast Herald 9 stories"]
    assert texts(page, "//section[h2/a='Undated']//h3") == ["No date"]


def test_the_front_page_looks_back_on_the_archives_latest_day(tmp_path) -> None:
    years = {2020: 1, 2021: 5, 2022: 2, 2023: 1}
    stories = [
        make_story(f"{year}, {n}", f"{year}-09-04", text="Word. " * (n + 1))
        for year, count in years.items()
        for n in range(count)
    ]
    page = read(render([*stories, make_story("Near", "2019-09-03")], tmp_path), "")
    assert texts(page, "//section[h2='On this day']//h3") == [
        "2022, 1", "2022, 0", "2021, 4", "2021, 3", "2020, 0",
    ]  # fmt: skip


def test_the_front_page_says_so_where_only_days_near_the_latest_have_news(tmp_path) -> None:
    stories = [make_story("Near", "2021-09-05"), make_story("Far", "2022-09-14")]
    page = read(render([*stories, make_story("Latest")], tmp_path), "")
    assert texts(page, "//section[h2='Around this day in earlier years']//h3") == ["Near"]


def test_an_archive_of_one_year_does_not_look_back(tmp_path) -> None:
    page = read(render([make_story("Only", "2023-09-04")], tmp_path), "")
    assert texts(page, "//main//h2") == ["Monday, 4 September 2023", "Only", "By year"]


def test_the_front_page_of_a_great_archive_stays_short(tmp_path) -> None:
    stories = [
        make_story(f"Story {year} {n}", f"{year}-09-04", section=f"Section {n % 20}")
        for year in range(1990, 2020)
        for n in range(60)
    ]
    page = read(render(stories, tmp_path, search=None), "")
    assert len(parse(page).xpath("//div[@class='columns']/section")) == FRONT_SECTIONS
    assert len(texts(page, "//section[h2='On this day']//h3")) == FRONT_EARLIER
    assert len(page.encode()) < 40_000


def test_the_search_box_asks_the_search_page_without_a_script(site) -> None:
    (form,) = parse(read(site, "")).xpath("//form[@role='search']")
    assert (form.get("action"), form.get("method")) == ("./search/", None)
    assert form.xpath(".//input[@type='search']/@name") == ["q"]


def test_an_empty_archive_says_what_to_do(tmp_path) -> None:
    page = read(render([], tmp_path), "")
    assert "backfile add" in text(page, "//pre")
    assert parse(page).xpath("//main//a") == []


def test_an_archive_of_undated_stories_shows_them_on_its_front_page(tmp_path) -> None:
    page = read(render([make_story("No date", None)], tmp_path), "")
    assert texts(page, "//main//h3") == ["No date"]
    assert "backfile add" not in page


def test_the_search_page_is_what_the_script_expects(site) -> None:
    tree = parse(read(site, "search/"))
    assert tree.xpath("//main/@data-search-manifest") == [f"../{SEARCH.manifest}"]
    assert tree.xpath("//script[@type='module']/@src") == [f"../{SEARCH.script}"]
    assert tree.xpath("//main//@data-said") == [SEARCH.said]
    (form,) = tree.xpath("//main//form[@role='search']")
    assert form.xpath(".//input[@name='q']/@type") == ["search"]
    assert len(tree.xpath("//p[@id='search-status'] | //p[@role='status']")) == 2
    assert tree.xpath("//ol[@id='search-results']")
    assert tree.xpath("//noscript//text()")
    assert "../topics/#rail" in tree.xpath("//main//a/@href")


def test_an_archive_without_search_has_no_search_box(tmp_path) -> None:
    site = render(STORIES, tmp_path, search=None)
    for address in ("", "search/", "2023/09/04/", "404.html"):
        tree = parse(read(site, address))
        assert tree.xpath("//form | //script[@src] | //main/@data-search-manifest") == []
    assert "../topics/#rail" in parse(read(site, "search/")).xpath("//main//a/@href")


def test_an_archive_without_an_about_page_gets_one(site) -> None:
    page = read(site, "about/")
    assert "The Clippings keeps saved copies" in page
    assert texts(page, "//dl/dt") == ["Stories", "Sources", "From", "To", "Data"]
    assert texts(page, "//dl/dd") == [
        "12",
        "1",
        "3 September 2022",
        "4 September 2023",
        "CSV and JSON Lines",
    ]


def test_the_owners_own_pages_stand_at_their_names(tmp_path) -> None:
    pages = (
        make_page("about", "Who we are", "<p>Friends of the library.</p>"),
        make_page("thanks", "Thanks & <regards>", "<p>To Ada.</p>"),
    )
    site = render([], tmp_path, pages=pages)
    about, thanks = read(site, "about/"), read(site, "thanks/")
    assert text(about, "//h1") == "Who we are"
    assert text(about, "//div[@class='body']") == "Friends of the library."
    assert texts(about, "//dl/dt") == ["Stories", "Sources", "Data"]
    assert text(thanks, "//h1") == "Thanks & <regards>"
    assert texts(about, "//footer//a") == ["Undated", "Data", "Thanks & <regards>", "Feed"]


def test_an_own_page_that_takes_a_name_of_the_site_is_left_out_and_told(tmp_path) -> None:
    slugs = ("topics", "search", "2023", "theme", "data", "mine")
    told = write([make_story("A")], tmp_path, pages=[make_page(slug) for slug in slugs])
    assert told == tuple(
        f"content/pages/{slug}.md: left out, since the site has a page of this name: rename it"
        for slug in slugs[:-1]
    )
    front = read(tmp_path / "site", "")
    assert texts(front, "//footer//a") == ["Undated", "Data", "Mine", "Feed"]


def test_the_page_for_what_is_not_there_works_at_any_address(tmp_path) -> None:
    site = render(STORIES, tmp_path, url="https://x.example/some/repo/")
    tree = parse(read(site, "404.html"))
    links = tree.xpath(
        "//body//a/@href[. != '#main'] | //link[@rel='stylesheet']/@href | //form/@action"
    )
    assert links
    assert {link for link in links if not link.startswith("/some/repo/")} == set()
    assert tree.xpath("//link[@rel='canonical']") == []
