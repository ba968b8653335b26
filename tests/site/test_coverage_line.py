from hypothesis import given
from hypothesis import strategies as st

from generator.site.coverage_line import HEIGHT, LONG, draw_line
from tests.site.markup import parse, text
from tests.site.stories import make_story, read, render

PERIODS = st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.just("")


def test_stories_are_drawn_by_month_with_the_months_between_at_nothing() -> None:
    line = draw_line(["2022-11-30", "2022-11", "2023-03-01", "2023", ""])
    assert line is not None
    assert line.corners == "0,100 0,0 1,100 3,100 4,50 4,100"
    assert (line.width, line.first, line.last) == (4, "2022-11", "2023-03")
    assert (line.peak, line.most) == ("2022-11", 2)


def test_a_long_span_is_drawn_by_year_and_its_gaps_are_short_to_write() -> None:
    line = draw_line(["1823-01-01", "2023-03", "2023"])
    assert line is not None
    assert line.corners == "0,100 0,50 1,100 199,100 200,0 200,100"
    assert (line.first, line.last, line.peak, line.most) == ("1823", "2023", "2023", 2)


def test_what_lies_in_one_month_or_has_no_date_makes_no_line() -> None:
    for periods in ([], ["", ""], ["2023-09-04"], ["2023-09-04", "2023-09"], ["2023", "2023"]):
        assert draw_line(periods) is None
    assert draw_line(["2022", "2023"]) is not None


@given(st.lists(PERIODS, max_size=30))
def test_a_line_goes_from_left_to_right_within_its_frame(periods: list[str]) -> None:
    line = draw_line(periods)
    if line:
        corners = [tuple(map(int, corner.split(","))) for corner in line.corners.split()]
        across, down = zip(*corners, strict=True)
        assert list(across) == sorted(across)
        assert (across[0], across[-1], min(down), max(down)) == (0, line.width, 0, HEIGHT)
        assert line.first <= line.peak <= line.last
        assert len(line.first) == 4 or line.width < LONG


def test_a_shelf_says_in_words_what_its_line_shows(tmp_path) -> None:
    days = ["2021-03-01", "2022-12-05", "2022-12-06", "2023-02-01"]
    stories = [make_story(f"Story {day}", day, source="Daily") for day in days]
    page = read(render(stories, tmp_path), "sources/daily/")
    (line,) = parse(page).xpath("//svg")
    assert line.get("role") == "img"
    said = text(page, f"//*[@id='{line.get('aria-labelledby')}']")
    assert said == (
        "Stories by month, March 2021 to February 2023. Most in December 2022: 2 stories."
    )
    years = parse(page).xpath(f"//*[@id='{line.get('aria-describedby')}']//a")
    assert [" ".join(link.text_content().split()) for link in years] == [
        "2021 1 story",
        "2022 2 stories",
        "2023 1 story",
    ]
    assert [link.get("href").rpartition("#")[2] for link in years] == ["2021", "2022", "2023"]
    assert text(page, "//section[@id='2022']/h2") == "2022"
