"""The search page answers as one types, and says what it did and what went wrong."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsing import PageLog
from tests.conftest import ServeFolder
from tests.search.pages import ask, expect_count, expect_said, make_stories, write_site
from tests.site.stories import make_story

pytestmark = pytest.mark.browser


@pytest.fixture
def look(page: Page, address: str) -> Page:
    """The search page, open."""
    page.goto(address)
    return page


def test_stories_appear_while_one_types(look: Page, page_log: PageLog) -> None:
    look.get_by_role("searchbox").press_sequentially("storm", delay=30)
    expect_said(look, "20 stories")
    expect_count(look, 10)
    first = look.locator("#search-results > li").first
    expect(first.get_by_role("link")).to_have_text("Ferry 0 in a storm")
    assert first.get_attribute("data-page") == "undated/ferry-0-in-a-storm/"
    assert first.get_attribute("data-score") == "1"
    expect(first.locator(".meta")).to_have_text("Coast Herald · undated")
    ask(look, "storm ferry")
    expect_said(look, "60 stories, 20 of them with all of the words")
    page_log.assert_quiet()


def test_a_link_of_a_result_leads_to_its_story(look: Page) -> None:
    ask(look, "storm")
    look.get_by_role("link", name="Ferry 3 in a storm").click()
    expect(look.get_by_role("heading", level=1)).to_have_text("Ferry 3 in a storm")


def test_a_quiet_line_tells_listeners_once_what_was_found(look: Page) -> None:
    said = "[role=status]"
    look.evaluate(
        """(said) => {
          const heard = (globalThis.heard = []);
          const line = document.querySelector(said);
          const hear = () => heard.push(line.textContent);
          new MutationObserver(hear).observe(line, { childList: true });
        }""",
        said,
    )
    look.get_by_role("searchbox").press_sequentially("ferry", delay=150)
    expect(look.locator(said)).to_have_text(
        "60 stories Sorted by relevance. The first 10 are shown."
    )
    assert look.evaluate("heard.length") == 1


def test_twenty_more_are_shown_when_asked_for(look: Page) -> None:
    more = look.get_by_role("button", name="Show more")
    expect(more).to_be_hidden()
    ask(look, "ferry")
    expect_count(look, 10)
    more.click()
    expect_count(look, 30)
    expect(look.locator("#search-results > li").nth(10).get_by_role("link")).to_be_focused()
    more.click()
    expect_count(look, 50)
    more.click()
    expect_count(look, 60)
    expect(more).to_be_hidden()


def test_titles_stand_as_they_come_and_in_their_places(
    tmp_path: Path, page: Page, serve_folder: ServeFolder
) -> None:
    site = write_site(make_stories(), tmp_path, late=["Ferry 3 in a storm"])
    page.goto(f"{serve_folder(site)}search/?q=storm")
    items = page.locator("#search-results > li")
    expect(items.nth(2)).to_contain_text("Ferry 6 in a storm")
    assert items.count() == 10
    assert items.nth(1).inner_text() == ""
    height = items.nth(1).bounding_box()
    assert height
    assert height["height"] > 100
    expect(items.nth(1)).to_contain_text("Ferry 3 in a storm")
    assert items.nth(1).get_attribute("data-page") == "2021/04/04/ferry-3-in-a-storm/"


SHIFTS = """globalThis.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) shifted += value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_titles_passages_and_filters_come(
    page: Page, address: str, width: int
) -> None:
    page.add_init_script(SHIFTS)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}?q=ferry")
    expect(page.locator("[data-facet=year]")).to_be_visible(visible=width > 1000)
    expect(page.locator(".passage mark").first).to_be_visible()
    assert page.evaluate("shifted") < 0.03


def test_a_title_that_is_missing_is_said(
    tmp_path: Path, page: Page, serve_folder: ServeFolder
) -> None:
    site = write_site(make_stories(), tmp_path, gone=["Ferry 3 in a storm"])
    page.goto(f"{serve_folder(site)}search/?q=storm")
    expect_said(page, "A part of the search is missing")
    expect_count(page, 0)


def test_an_endless_question_is_not_said_again_in_full(look: Page) -> None:
    ask(look, "zyzzyva" * 700)
    expect_said(look, "Nothing found for zyzzyva")
    said = look.locator("#search-status").inner_text()
    assert "…" in said
    assert len(said) < 300


def test_one_story_is_said_to_be_one(tmp_path: Path, page: Page, serve_folder: ServeFolder) -> None:
    site = write_site([make_story("Alone")], tmp_path)
    page.goto(f"{serve_folder(site)}search/?q=alone")
    expect(page.locator("#search-status")).to_have_text("1 story")
    expect(page.get_by_role("combobox")).to_be_hidden()


def test_thousands_are_counted_and_twenty_are_listed(
    tmp_path: Path, page: Page, serve_folder: ServeFolder
) -> None:
    site = write_site([make_story("Alone")], tmp_path)
    page.route(
        "**/manifest.json",
        lambda route: route.fulfill(
            json={
                "stories": [
                    {"page": f"{n}/", "headline": f"Ferry {n}", "words": ["ferry"], "topic": []}
                    for n in range(10_000)
                ]
            }
        ),
    )
    page.goto(f"{serve_folder(site)}search/?q=ferry")
    expect_said(page, "10,000 stories")
    expect_count(page, 10)


def test_before_a_question_there_are_years_and_topics(look: Page) -> None:
    expect(look.locator("#search-bar")).to_be_hidden()
    expect(look.get_by_role("heading", name="By year")).to_be_visible()
    ask(look, "ferry")
    expect_count(look, 10)
    expect(look.get_by_role("heading", name="By year")).to_be_hidden()
    ask(look, "")
    expect_count(look, 0)
    expect(look.get_by_role("heading", name="By year")).to_be_visible()
    expect(look.locator("aside")).to_be_hidden()


def test_nothing_found_says_so_and_what_to_try(look: Page) -> None:
    ask(look, "zyzzyva")
    expect_said(look, "Nothing found for zyzzyva. Try fewer or other words")
    expect(look.get_by_role("heading", name="By year")).to_be_visible()


def test_another_spelling_is_offered_and_taken(look: Page) -> None:
    ask(look, "ferri")
    expect(look.locator("#search-hint")).to_have_text("Did you mean ferry?")
    look.get_by_role("link", name="ferry", exact=True).click()
    expect(look.get_by_role("searchbox")).to_have_value("ferry")
    expect_count(look, 10)
    expect(look.locator("#search-hint")).to_be_hidden()


def test_a_question_that_could_not_be_read_has_a_note(look: Page) -> None:
    ask(look, "((ferry")
    expect(look.locator("#search-notes")).to_contain_text("its words were looked for")
    ask(look, "ferry")
    expect(look.locator("#search-notes li")).to_have_count(0)


def test_offline_says_so_and_is_got_over(page: Page, address: str) -> None:
    page.route("**/manifest.json", lambda route: route.abort("internetdisconnected"))
    page.goto(f"{address}?q=ferry")
    expect_said(page, "online")
    page.unroute("**/manifest.json")
    page.get_by_role("button", name="Try again").click()
    expect_count(page, 10)


def test_being_online_again_is_noticed(page: Page, address: str) -> None:
    page.route("**/manifest.json", lambda route: route.abort("internetdisconnected"))
    page.goto(f"{address}?q=ferry")
    expect_said(page, "online")
    page.unroute("**/manifest.json")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect_count(page, 10)


def test_an_old_manifest_says_to_reload_the_page(page: Page, address: str) -> None:
    page.route("**/manifest.json", lambda route: route.fulfill(status=404))
    page.goto(f"{address}?q=ferry")
    expect_said(page, "may have just been updated")
    page.unroute("**/manifest.json")
    page.get_by_role("button", name="Reload the page").click()
    expect_count(page, 10)


def test_a_missing_part_leaves_the_lists_of_years_and_topics(look: Page) -> None:
    ask(look, "ferry")
    expect_count(look, 10)
    ask(look, "lost ferry")
    expect_said(look, "A part of the search is missing")
    expect_count(look, 0)
    expect(look.get_by_role("heading", name="By year")).to_be_visible()
    ask(look, "ferry")
    expect_count(look, 10)
    expect(look.get_by_role("button", name="Reload the page")).to_be_hidden()


def test_a_manifest_that_is_spoilt_says_so(page: Page, address: str) -> None:
    page.route("**/manifest.json", lambda route: route.fulfill(body="{"))
    page.goto(f"{address}?q=ferry")
    expect_said(page, "can’t be read")


def test_titles_stand_without_what_comes_after_them(page: Page, address: str) -> None:
    page.route("**/more.js", lambda route: route.abort())
    page.goto(f"{address}?q=ferry")
    expect_count(page, 10)
    expect(page.locator("#search-notes")).to_contain_text("could not be loaded")


def test_titles_stand_without_their_numbers(
    tmp_path: Path, page: Page, serve_folder: ServeFolder
) -> None:
    site = write_site(make_stories(), tmp_path, broken=["facets"])
    page.goto(f"{serve_folder(site)}search/?q=ferry")
    expect_count(page, 10)
    expect(page.locator(".passage mark").first).to_be_visible()
    expect(page.locator("#search-notes")).to_contain_text("could not be loaded")


def test_the_last_word_typed_wins(page: Page, address: str) -> None:
    """An answer that comes late is not shown over the answer to a later question."""
    held: list[Route] = []
    page.route("**/manifest.json", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(address)
    ask(page, "ferry")
    page.wait_for_timeout(200)
    ask(page, "slow storm")
    page.wait_for_timeout(200)
    ask(page, "storm")
    page.wait_for_timeout(200)
    for route in held:
        route.continue_()
    expect_said(page, "20 stories")
    page.wait_for_timeout(400)
    expect(page.locator("#search-status")).to_have_text("20 stories")


def test_how_much_was_found_stays_said_while_titles_are_on_their_way(
    tmp_path: Path, page: Page, serve_folder: ServeFolder
) -> None:
    site = write_site(make_stories(), tmp_path, late=["Ferry 3 in a storm"])
    page.goto(f"{serve_folder(site)}search/?q=slow+storm")
    expect(page.locator("#search-results h2")).to_have_count(10)
    expect(page.locator("#search-status")).to_have_text("20 stories with some of the words")


def test_words_of_a_page_stay_words(
    tmp_path: Path, page: Page, page_log: PageLog, serve_folder: ServeFolder
) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    said = {"source": hostile, "section": hostile, "topics": (hostile,), "byline": (hostile,)}
    story = make_story(hostile, text=hostile, slug="a", **said)
    site = write_site([story], tmp_path, meant={"onerror": hostile})
    root = serve_folder(site)
    page.goto(f"{root}search/?q=onerror")
    link = page.locator("#search-results a")
    expect(link).to_have_text(hostile)
    assert link.get_attribute("href") == f"{root}2023/09/04/a/"
    expect(page.locator(".passage")).to_have_text(hostile)
    expect(page.locator("aside")).to_be_visible()
    assert page.locator("main :is(img, script)").count() == 0
    page_log.assert_quiet()


def test_source_and_date_are_read_apart(look: Page) -> None:
    ask(look, "ferry")
    facts = look.locator("#search-results li .meta").nth(1)
    expect(facts).to_have_text(re.compile(r"^\w+ .*\w · (undated|\d.*)$"))
    expect(facts.locator("[lang]")).to_have_attribute("lang", "en")


def test_nothing_is_kept_but_in_the_address(look: Page) -> None:
    ask(look, "ferry")
    expect_count(look, 10)
    kept = "[document.cookie, localStorage.length, sessionStorage.length]"
    assert look.evaluate(kept) == ["", 0, 0]
