"""What was found can be narrowed: by boxes with numbers, by a chart, by dates."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.conftest import ServeFolder
from tests.search.pages import ask, expect_count, expect_said

pytestmark = pytest.mark.browser


@pytest.fixture
def look(page: Page, stub_site: Path, serve_folder: ServeFolder) -> Page:
    """The search page with an answer."""
    page.goto(f"{serve_folder(stub_site)}search/?q=ferry")
    expect(page.locator("#search-chart")).to_be_visible()
    return page


def open_group(page: Page, name: str) -> Locator:
    group = page.locator(f"[data-facet={name}]")
    group.locator("summary").click()
    return group


def test_titles_come_before_boxes(page: Page, stub_site: Path, serve_folder: ServeFolder) -> None:
    held: list[Route] = []
    page.route("**/more.js", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(f"{serve_folder(stub_site)}search/?q=ferry")
    expect_count(page, 10)
    expect(page.locator("#search-chart")).to_be_hidden()
    held[0].continue_()
    expect(page.locator("#search-chart")).to_be_visible()
    expect_count(page, 10)


def test_boxes_have_numbers_and_narrow_what_was_found(look: Page) -> None:
    group = open_group(look, "section")
    expect(group.locator("li")).to_have_text([re.compile(r"Local\s+30"), re.compile(r"Sport\s+30")])
    group.get_by_label("Sport").check()
    expect_said(look, "30 stories")
    expect(look).to_have_url(re.compile(r"\?q=ferry&section=Sport$"))


def test_a_second_box_of_a_group_widens_it(look: Page) -> None:
    group = open_group(look, "source")
    group.get_by_label("Coast Herald").check()
    expect_said(look, "20 stories")
    expect(group.locator("li")).to_have_count(3)
    group.get_by_label("The North Post").check()
    expect_said(look, "40 stories")
    group.get_by_label("Coast Herald").uncheck()
    expect_said(look, "20 stories")


def test_ten_boxes_stand_open_and_more_on_demand(look: Page) -> None:
    group = open_group(look, "topic")
    expect(group.get_by_role("checkbox")).to_have_count(10)
    group.get_by_role("button", name="13 more").click()
    expect(group.get_by_role("checkbox")).to_have_count(23)
    expect(group.get_by_role("checkbox").nth(10)).to_be_focused()
    expect(group.get_by_role("button")).to_be_hidden()


def test_years_stand_in_their_order(look: Page) -> None:
    years = open_group(look, "year").locator("label > span:first-of-type")
    expect(years).to_have_text(["2022", "2021", "2020", "2019", "2018"])


def test_a_filter_that_leaves_nothing_can_be_taken_away(look: Page) -> None:
    open_group(look, "section").get_by_label("Sport").check()
    ask(look, "zyzzyva")
    expect_said(look, "Nothing found for zyzzyva with these filters")
    expect(look.locator("[data-facet=section] input")).to_be_checked()
    look.get_by_role("button", name="Take all filters away").click()
    expect_said(look, "Nothing found for zyzzyva. Try")
    expect(look.locator("aside")).to_be_hidden()


def test_dragging_over_the_chart_takes_the_months_between(look: Page) -> None:
    bars = look.locator(".bars")
    box = bars.bounding_box()
    assert box is not None
    said = look.locator("#search-chart .meta")
    expect(said).to_contain_text("57 stories")
    width = box["width"] / look.locator(".bars rect").count()
    look.mouse.move(box["x"] + 12.5 * width, box["y"] + 20)
    look.mouse.down()
    look.mouse.move(box["x"] + 23.5 * width, box["y"] + 20, steps=4)
    expect(said).to_contain_text("February 2019 to January 2020")
    look.mouse.up()
    expect(look).to_have_url(re.compile(r"from=2019-02&to=2020-01$"))
    expect_said(look, "12 stories")
    expect(look.locator("input[name=to]")).to_have_value("2020-01-31")
    expect(look.locator(".bars rect.in")).to_have_count(12)
    look.go_back()
    expect_said(look, "60 stories")
    expect(look.locator(".bars rect:not(.in)")).to_have_count(0)


def test_one_bar_is_taken_by_a_click_and_let_go_by_another(look: Page) -> None:
    expect(look.locator("#search-chart .meta")).to_contain_text("57 stories")
    look.locator(".bars").click(position={"x": 100, "y": 20})
    expect(look.locator(".bars rect.in")).to_have_count(1)
    expect(look).to_have_url(re.compile(r"from=(\d{4}-\d\d)&to=\1$"))
    look.locator(".bars").click(position={"x": 100, "y": 20})
    expect(look).to_have_url(re.compile(r"\?q=ferry$"))


def test_dates_can_be_typed(look: Page) -> None:
    look.locator("input[name=from]").fill("2021-05-01")
    expect(look).to_have_url(re.compile(r"from=2021-05-01$"))
    look.locator("input[name=to]").fill("2021-12-31")
    expect(look).to_have_url(re.compile(r"from=2021-05-01&to=2021-12-31$"))
    expect(look.locator(".bars rect.in")).to_have_count(8)


@pytest.mark.parametrize(("width", "open_"), [(1280, True), (400, False)])
def test_filters_are_folded_where_there_is_no_room(look: Page, width: int, open_: bool) -> None:
    look.set_viewport_size({"width": width, "height": 800})
    fold = look.locator("#search-narrow > summary")
    expect(fold).to_be_visible(visible=not open_)
    expect(look.locator("#search-chart")).to_be_visible(visible=open_)
    if not open_:
        fold.click()
        expect(look.locator("#search-chart")).to_be_visible()


def test_stories_can_be_put_in_the_order_of_their_days(look: Page) -> None:
    days = "times => times.map((time) => time.dateTime)"
    look.get_by_role("combobox").select_option("newest first")
    expect(look.locator("#search-results time").first).to_have_attribute(
        "datetime", re.compile("2022-12")
    )
    newest = look.locator("#search-results time").evaluate_all(days)
    assert newest == sorted(newest, reverse=True)
    look.get_by_role("combobox").select_option("oldest first")
    expect(look).to_have_url(re.compile("sort=oldest"))
