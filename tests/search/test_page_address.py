"""All that is asked stands in the address, and back and forward go through it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.search.pages import ask, expect_count, expect_said

pytestmark = pytest.mark.browser


def test_the_question_is_kept_in_the_address(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, 'source:"coast herald" café')
    expect(page).to_have_url(re.compile(r"\?q=source%3A%22coast\+herald%22\+caf%C3%A9$"))
    page.goto(page.url)
    expect(page.get_by_role("searchbox")).to_have_value('source:"coast herald" café')
    ask(page, "")
    expect(page).to_have_url(address)


def test_an_address_says_all_that_is_asked(page: Page, address: str) -> None:
    page.goto(
        f"{address}?q=ferry&sort=newest&from=2019&to=2021-06"
        "&source=Coast+Herald&source=The+North+Post&section=Local&topic=Topic+1"
        "&byline=Ada+Byrne&year=2020&year=2021"
    )
    expect_said(page, "stories")
    expect(page.get_by_role("combobox")).to_have_value("newest")
    expect(page.locator("input[name=from]")).to_have_value("2019-01-01")
    expect(page.locator("input[name=to]")).to_have_value("2021-06-30")
    expect(page.locator("[data-facet] input:checked")).to_have_count(7)
    for published in page.locator("#search-results time").evaluate_all(
        "times => times.map((time) => time.dateTime)"
    ):
        assert "2020" <= published <= "2021-07"
    expect(page.locator("#search-narrow > summary")).to_have_text("Narrow the results (8 filters)")


@pytest.mark.parametrize(
    "nonsense",
    ["sort=loudest", "from=yesterday&to=2020-13", "source=", "colour=red", "year=%F0%9F%A6%8A"],
)
def test_what_an_address_cannot_ask_does_no_harm(page: Page, address: str, nonsense: str) -> None:
    page.goto(f"{address}?q=ferry&{nonsense}")
    expect_said(page, "with these filters" if "year" in nonsense else "60 stories")


def test_the_address_of_an_endless_question_is_one_that_servers_take(
    page: Page, address: str
) -> None:
    page.goto(address)
    ask(page, "ferry " * 20_000)
    expect_said(page, "60 stories")
    expect(page).to_have_url(re.compile(r"\?q=ferry\+ferry"))
    assert len(page.url) < 6_000
    page.reload()
    expect_said(page, "60 stories")


def test_filters_need_no_words(page: Page, address: str) -> None:
    page.goto(f"{address}?source=Coast+Herald")
    expect_said(page, "20 stories")
    page.goto(f"{address}?from=2019-03")
    expect_said(page, "stories")


def test_back_and_forward_go_from_question_to_question(page: Page, address: str) -> None:
    page.goto(address)
    box = page.get_by_role("searchbox")
    ask(page, "ferry")
    box.press("Enter")
    expect_said(page, "60 stories")
    ask(page, "storm")
    expect_said(page, "20 stories")
    page.get_by_role("combobox").select_option("oldest")
    expect(page).to_have_url(re.compile("sort=oldest"))
    page.go_back()
    expect(page.get_by_role("combobox")).to_have_value("relevance")
    expect(box).to_have_value("storm")
    page.go_back()
    expect(box).to_have_value("ferry")
    expect_said(page, "60 stories")
    page.go_forward()
    expect(box).to_have_value("storm")
    expect_said(page, "20 stories")


def test_letters_of_one_question_are_one_step(page: Page, address: str) -> None:
    page.goto(address)
    before = page.evaluate("history.length")
    page.get_by_role("searchbox").press_sequentially("ferry", delay=150)
    expect_said(page, "60 stories")
    assert page.evaluate("history.length") == before


def test_the_address_changes_when_typing_pauses_and_not_at_every_key(
    page: Page, address: str
) -> None:
    """Safari throws after a hundred changes in half a minute, and icons are asked for at each."""
    page.goto(address)
    page.evaluate(
        """() => {
          globalThis.changes = 0;
          for (const name of ["pushState", "replaceState"]) {
            const change = history[name];
            history[name] = (...said) => (changes++, change.apply(history, said));
          }
        }"""
    )
    page.get_by_role("searchbox").press_sequentially("ferry storm ferry storm", delay=10)
    expect(page).to_have_url(f"{address}?q=ferry+storm+ferry+storm")
    assert page.evaluate("changes") < 6


def test_a_question_is_kept_however_soon_it_is_sent(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").press_sequentially("storm")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}?q=storm")
    expect_said(page, "20 stories")


def test_a_question_in_the_place_of_another_is_a_step(page: Page, address: str) -> None:
    page.goto(address)
    box = page.get_by_role("searchbox")
    ask(page, "ferry")
    expect_said(page, "60 stories")
    ask(page, "storm")
    expect_said(page, "20 stories")
    page.go_back()
    expect(box).to_have_value("ferry")
    expect_said(page, "60 stories")


def test_a_question_that_has_stood_is_a_step_of_its_own(page: Page, address: str) -> None:
    page.goto(address)
    box = page.get_by_role("searchbox")
    box.press_sequentially("storm")
    expect(page.locator("[role=status]")).to_contain_text("20 stories")
    page.wait_for_timeout(400)
    box.press_sequentially(" ferry")
    expect_said(page, "60 stories")
    page.go_back()
    expect(box).to_have_value("storm")


def test_coming_back_from_a_story_shows_as_many_as_before(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ferry")
    page.get_by_role("button", name="Show more").click()
    expect_count(page, 30)
    page.locator("#search-results a").nth(25).click()
    expect(page.locator("article h1")).to_be_visible()
    page.go_back()
    expect_count(page, 30)


def test_the_form_of_any_page_asks_without_a_script(page: Page, address: str) -> None:
    page.goto(f"{address}../topics/")
    page.get_by_role("searchbox").fill("storm")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(f"{address}?q=storm")
    expect_said(page, "20 stories")
