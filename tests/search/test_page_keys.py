"""The search page can be used without a mouse."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import ServeFolder
from tests.search.pages import expect_count, expect_said

pytestmark = pytest.mark.browser


@pytest.fixture
def look(page: Page, stub_site: Path, serve_folder: ServeFolder) -> Page:
    """The search page with an answer."""
    page.goto(f"{serve_folder(stub_site)}search/?q=ferry")
    expect_count(page, 10)
    expect(page.locator("#search-chart")).to_be_visible()
    return page


def test_a_slash_goes_to_the_box_from_anywhere(look: Page) -> None:
    look.keyboard.press("/")
    box = look.get_by_role("searchbox")
    expect(box).to_be_focused()
    look.keyboard.type("storm")
    expect(box).to_have_value("storm")
    look.keyboard.type("/2")
    expect(box).to_have_value("storm/2")


def test_a_slash_is_a_slash_where_one_types(look: Page) -> None:
    look.locator("input[name=from]").focus()
    look.keyboard.press("/")
    expect(look.get_by_role("searchbox")).not_to_be_focused()


def test_arrows_go_through_what_was_found_and_enter_opens_it(look: Page) -> None:
    links = look.locator("#search-results a")
    look.get_by_role("searchbox").focus()
    look.keyboard.press("ArrowDown")
    look.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    look.keyboard.press("ArrowUp")
    expect(links.nth(0)).to_be_focused()
    look.keyboard.press("ArrowUp")
    expect(look.get_by_role("searchbox")).to_be_focused()
    look.keyboard.press("ArrowDown")
    look.keyboard.press("Enter")
    expect(look.get_by_role("heading", level=1)).to_have_text("Ferry 0 in a storm")


def test_after_the_last_comes_the_button_for_more(look: Page) -> None:
    look.locator("#search-results a").last.focus()
    look.keyboard.press("ArrowDown")
    look.keyboard.press("Enter")
    expect_count(look, 30)
    expect(look.locator("#search-results a").nth(10)).to_be_focused()


def test_escape_goes_back_to_the_box_and_then_clears_it(look: Page) -> None:
    look.locator("#search-results a").nth(4).focus()
    look.keyboard.press("Escape")
    box = look.get_by_role("searchbox")
    expect(box).to_be_focused()
    expect(box).to_have_value("ferry")
    look.keyboard.press("Escape")
    expect(box).to_have_value("")
    expect_count(look, 0)


def test_boxes_are_checked_by_keys_and_keep_the_focus(look: Page) -> None:
    group = look.locator("[data-facet=source]")
    group.locator("summary").focus()
    look.keyboard.press("Enter")
    look.keyboard.press("Tab")
    look.keyboard.press("Space")
    expect_said(look, "20 stories")
    expect(group.locator("input").first).to_be_focused()
    expect(group.locator("input").first).to_be_checked()


def test_the_chart_is_moved_by_keys(look: Page) -> None:
    ends = look.get_by_role("slider")
    expect(ends).to_have_count(2)
    last = ends.last.get_attribute("aria-valuetext")
    ends.first.focus()
    for _ in range(3):
        look.keyboard.press("ArrowRight")
    expect(ends.first).to_have_attribute("aria-valuenow", "3")
    look.wait_for_url("**from=2018-05**")
    expect(ends.first).to_be_focused()
    look.keyboard.press("Home")
    expect(ends.first).to_have_attribute("aria-valuenow", "0")
    expect(ends.last).to_have_attribute("aria-valuetext", last or "")
    look.keyboard.press("End")
    expect(ends.first).to_have_attribute("aria-valuetext", last or "")
