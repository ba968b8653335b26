import pytest

from generator.site.calendar_pages import PER_DAY, TOLD
from generator.site.front import PER_SECTION
from tests.site.markup import find_broken_links, parse, text, texts
from tests.site.stories import make_story, read, render

STORIES = [
    make_story("First", "2021-12-31"),
    make_story("Council meets", section="Local", source="Coast Herald", text="Long. " * 200),
    make_story("Ferry stops", section="Local"),
    make_story("Ferry starts", section="Local"),
    make_story("Cup won", section="Sport"),
    make_story("No desk"),
    make_story("Autumn", "2023-09"),
    make_story("A year", "2023"),
    *(make_story(f"Busy {n:02}", "2023-09-30") for n in range(PER_DAY + 3)),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return render(STORIES, tmp_path_factory.mktemp("calendar"))


def test_a_day_is_set_as_a_front_page(site) -> None:
    page = read(site, "2023/09/04/")
    assert text(page, "//h1") == "Monday, 4 September 2023"
    assert text(page, "//article[@class='lead']//h2") == "Council meets"
    assert texts(page, "//section/h2") == ["Local", "Sport", "Other news"]
    assert texts(page, "//section[1]//h3") == ["Ferry starts", "Ferry stops"]


def test_a_day_leads_to_the_nearest_days_with_coverage(site) -> None:
    page = read(site, "2023/09/04/")
    steps = {step.get("rel"): step.get("href") for step in parse(page).xpath("//a[@rel]")}
    assert steps == {"prev": "../../../2021/12/31/", "next": "../../../2023/09/30/"}
    assert texts(page, "//nav[@class='trail']//a") == ["2023", "September 2023"]


def test_a_calendar_is_a_table_with_headed_columns(site) -> None:
    table = parse(read(site, "2023/09/04/")).xpath("//table")[0]
    assert table.xpath("string(caption)") == "September 2023"
    assert table.xpath("thead//th/@scope") == ["col"] * 7
    assert table.xpath("thead//th/@abbr")[0] == "Monday"
    assert table.xpath("tbody//a[@aria-current='page']/@href") == ["../../../2023/09/04/"]
    assert [" ".join(link.text_content().split()) for link in table.xpath("tbody//a")] == [
        "4 5 stories",
        f"30 {PER_DAY + 3} stories",
    ]


def test_a_month_lists_its_days_and_leads_on_from_a_long_one(site) -> None:
    page = read(site, "2023/09/")
    assert texts(page, "//section/h2") == [
        "4 September 2023",
        "30 September 2023",
        "Some time in September 2023",
    ]
    assert len(parse(page).xpath("//section[2]//article")) == TOLD
    assert len(parse(page).xpath("//section[2]//ul[@class='heads']/li")) == PER_DAY - TOLD
    assert text(page, "//p[@class='more']") == f"All {PER_DAY + 3} stories of 30 September 2023"
    assert text(page, "//section[3]//h3") == "Autumn"


def test_a_year_shows_twelve_months_shaded_by_the_number_of_stories(site) -> None:
    page = read(site, "2023/")
    assert len(parse(page).xpath("//table")) == 12
    assert parse(page).xpath("//td/@class") == ["c3", "c4"]
    assert parse(page).xpath("//svg//a/path/@class") == ["c3", "c4"]
    assert texts(page, "//table/caption[a]") == ["September 2023"]
    assert text(page, "//section//h3") == "A year"
    assert texts(page, "//ul[@class='steps']//a") == ["Earlier year 2021"]


@pytest.mark.parametrize(("headline", "date"), [("04", "2023-09"), ("09", "2023")])
def test_a_story_that_is_called_like_a_day_or_month_is_not_in_its_way(
    tmp_path, headline: str, date: str
) -> None:
    story = make_story(headline, date)
    site = render([story, make_story("A", "2023-09-04")], tmp_path)
    assert text(read(site, story.address), "//h1") == headline
    assert text(read(site, "2023/09/"), "//h1") == "September 2023"
    assert text(read(site, "2023/09/04/"), "//h1") == "Monday, 4 September 2023"


def test_only_periods_with_coverage_have_a_page(site) -> None:
    listed = {path.parent.relative_to(site).as_posix() for path in site.glob("2*/**/index.html")}
    stories = {story.address.rstrip("/") for story in STORIES}
    assert listed - stories == {
        "2021", "2021/12", "2021/12/31", "2023", "2023/09", "2023/09/04", "2023/09/30",
    }  # fmt: skip


def test_a_day_of_three_hundred_stories_tells_of_the_longest_and_lists_the_others(tmp_path) -> None:
    stories = [
        make_story(f"Story {n}", section="Sport" if n % 3 else None, text="Word. " * (300 - n))
        for n in range(300)
    ]
    site = render(stories, tmp_path)
    page = read(site, "2023/09/04/")
    links = parse(page).xpath("//main//article//a/@href | //main//ul[@class='heads']//a/@href")
    assert sorted(links) == sorted(f"../../../{story.address}" for story in stories)
    assert text(page, "//article[@class='lead']//h2") == "Story 0"
    assert texts(page, "//section[1]//h3") == [f"Story {n}" for n in range(1, 13) if n % 3]
    assert len(parse(page).xpath("//section[2]//article")) == PER_SECTION
    assert len(page.encode()) < 80_000
    assert len(read(site, "").encode()) < 20_000


def test_a_month_with_more_stories_than_it_lists_stays_readable(tmp_path) -> None:
    days = [f"2023-10-{day:02}" for day in range(1, 32)]
    stories = [
        make_story(f"Story {n}", day, text="Long. " * 50)
        for day in days
        for n in range(PER_DAY + 2)
    ]
    page = read(render(stories, tmp_path), "2023/10/")
    assert len(parse(page).xpath("//section")) == 31
    assert len(page.encode()) < 80_000


def test_a_year_or_month_of_which_no_day_is_known_has_no_empty_calendar(tmp_path) -> None:
    site = render([make_story("A year", "1850"), make_story("A month", "1851-06")], tmp_path)
    year, year_of_month, month = (read(site, at) for at in ("1850/", "1851/", "1851/06/"))
    assert parse(year).xpath("//svg | //table") == []
    assert parse(year_of_month).xpath("//svg") == []
    assert texts(year_of_month, "//caption[a]") == ["June 1851"]
    assert parse(month).xpath("//table") == []
    assert [text(page, "//main//h3") for page in (year, month)] == ["A year", "A month"]


def test_the_first_and_the_last_day_there_is_have_their_pages(tmp_path) -> None:
    dates = ("0001-01-01", "1850-02-28", "2024-02-29", "9999-12-31")
    site = render([make_story("Story", date) for date in dates], tmp_path)
    assert find_broken_links(site) == set()
    for width in (4, 7, 10):
        periods = [date[:width].replace("-", "/") for date in dates]
        for before, period, after in zip(periods, periods[1:], periods[2:], strict=False):
            page, up = read(site, f"{period}/"), "../" * (period.count("/") + 1)
            steps = parse(page).xpath("//ul[@class='steps']//a/@href")
            assert steps == [f"{up}{before}/", f"{up}{after}/"]


def test_a_story_is_one_click_from_its_day_and_its_day_from_the_story(site) -> None:
    for story in STORIES:
        period = story.address.rpartition(f"{story.slug}/")[0]
        assert "../" in parse(read(site, story.address)).xpath("//main//a/@href")
        up = "../" * period.count("/")
        assert f"{up}{story.address}" in parse(read(site, period)).xpath("//main//a/@href")
