"""The search page answers as one types, under the strict policy of all pages."""

import gzip
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.model import SearchAssets
from generator.search import find_hits
from generator.search.bundle import BROWSER
from tests.browsing import PageLog
from tests.conftest import ServeFolder
from tests.search.conftest import Searchable, make_searchable
from tests.search.test_hits import make_story

pytestmark = pytest.mark.browser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="{policy}">
<link rel="icon" href="data:,">
<script type="module" src="../{script}"></script>
<main data-search-manifest="../{manifest}">
<form role="search"><input type="search" name="q"><button>Search</button></form>
<p id="search-status" role="status"></p>
<ol id="search-results"></ol>
</main>
"""


def write_page(site: Path, assets: SearchAssets) -> None:
    (site / "look").mkdir(exist_ok=True)
    text = PAGE.format(policy=POLICY, script=assets.script, manifest=assets.manifest)
    (site / "look" / "index.html").write_text(text, encoding="utf-8")


@pytest.fixture
def address(coast: Searchable, coast_root: str) -> str:
    """The address of the search page of the invented coast."""
    write_page(coast.site, coast.assets)
    return f"{coast_root}look/"


@pytest.fixture
def look(page: Page, address: str) -> Page:
    """The search page, open."""
    page.goto(address)
    return page


def ask(page: Page, query: str) -> None:
    page.get_by_role("searchbox").fill(query)


def expect_hits(page: Page, coast: Searchable, query: str, limit: int = 20) -> None:
    pages = [hit.page for hit in find_hits(coast.index, query, limit)]
    shown = "[...document.querySelectorAll('#search-results li')].map((li) => li.dataset.page)"
    page.wait_for_function(f"(pages) => pages === JSON.stringify({shown})", arg=compact(pages))


def compact(pages: list[str]) -> str:
    return json.dumps(pages, separators=(",", ":"))


def test_hits_appear_while_one_types(coast: Searchable, look: Page, page_log: PageLog) -> None:
    ask(look, "night ferry")
    hits = find_hits(coast.index, "night ferry", None)
    expect(look.get_by_role("status")).to_contain_text(f"{len(hits)} stories")
    expect_hits(look, coast, "night ferry")
    first = look.locator("#search-results li").first
    assert float(first.get_attribute("data-score") or 0) == pytest.approx(hits[0].score)
    expect(first.get_by_role("link")).to_have_text(hits[0].headline)
    ask(look, "night ferry curlew")
    expect(look.get_by_role("status")).to_contain_text("with all of the words")
    expect_hits(look, coast, "night ferry curlew")
    page_log.assert_quiet()


def test_source_and_date_are_read_apart(look: Page) -> None:
    ask(look, "source:herald storm")
    facts = look.locator("#search-results li .meta").first
    expect(facts).to_have_text(re.compile(r"^Coast Herald · (undated|\d.*)$"))
    expect(facts.locator("[lang]")).to_have_attribute("lang", "en")


def test_the_query_is_kept_in_the_address(coast: Searchable, look: Page) -> None:
    ask(look, 'source:"coast herald" café')
    expect(look).to_have_url(re.compile(r"\?q=source%3A%22coast\+herald%22\+caf%C3%A9$"))
    look.goto(look.url)
    expect(look.get_by_role("searchbox")).to_have_value('source:"coast herald" café')
    expect_hits(look, coast, 'source:"coast herald" café')
    ask(look, "")
    expect(look).to_have_url(re.compile(r"/look/$"))
    expect(look.locator("#search-results li")).to_have_count(0)
    expect(look.get_by_role("status")).to_have_text("")


def test_sending_the_form_stays_on_the_page(coast: Searchable, look: Page) -> None:
    ask(look, "storm")
    look.get_by_role("button", name="Search").click()
    expect_hits(look, coast, "storm")


def test_more_is_shown_when_asked_for(coast: Searchable, look: Page) -> None:
    more = look.get_by_role("button", name="Show more")
    expect(more).to_be_hidden()
    ask(look, "harbour")
    expect_hits(look, coast, "harbour", 20)
    more.click()
    expect_hits(look, coast, "harbour", 40)
    expect(look.locator("#search-results li").nth(20).get_by_role("link")).to_be_focused()
    ask(look, "curlew zyzzyva")
    expect_hits(look, coast, "curlew zyzzyva", 20)


def test_all_is_shown_in_the_end(look: Page) -> None:
    ask(look, "byline:chloé source:post headline:zyzzyva")
    expect(look.locator("#search-results li")).to_have_count(20)
    more = look.get_by_role("button", name="Show more")
    while more.is_visible():
        before = look.locator("#search-results li").count()
        more.click()
        expect(look.locator("#search-results li").nth(before)).to_be_attached()
    total = int(re.findall(r"\d+", look.get_by_role("status").inner_text())[0])
    expect(look.locator("#search-results li")).to_have_count(total)


def test_nothing_found_says_so(look: Page) -> None:
    ask(look, "zyzzyva")
    expect(look.get_by_role("status")).to_contain_text("Nothing found for zyzzyva")


def test_offline_says_so_and_is_got_over(coast: Searchable, look: Page) -> None:
    look.wait_for_load_state("networkidle")
    look.context.set_offline(offline=True)
    ask(look, "harbour")
    expect(look.get_by_role("status")).to_contain_text("online")
    look.context.set_offline(offline=False)
    ask(look, "harbour storm")
    expect_hits(look, coast, "harbour storm")


def test_a_missing_file_says_so(look: Page) -> None:
    look.route("**/*.bfs", lambda route: route.fulfill(status=404))
    ask(look, "harbour")
    expect(look.get_by_role("status")).to_contain_text("missing")


def test_a_spoilt_file_says_so(look: Page) -> None:
    spoilt = bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255]) + b"spoilt"
    look.route("**/*.bfs", lambda route: route.fulfill(body=spoilt))
    ask(look, "harbour")
    expect(look.get_by_role("status")).to_contain_text("can’t be read")


def test_a_manifest_of_another_format_is_not_guessed_at(page: Page, address: str) -> None:
    page.route("**/manifest.*", lambda route: route.fulfill(body='{"format": 2}'))
    page.goto(f"{address}?q=harbour")
    expect(page.get_by_role("status")).to_contain_text("can’t be read")


def test_the_last_word_typed_wins(coast: Searchable, page: Page, address: str) -> None:
    """An answer that comes late is not shown over the answer to a later question."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/manifest.*", hold)
    page.goto(address)
    ask(page, "harbour")
    page.wait_for_timeout(200)
    ask(page, "curlew")
    page.wait_for_timeout(200)
    for route in held:
        route.continue_()
    expect_hits(page, coast, "curlew")
    page.wait_for_timeout(200)
    expect_hits(page, coast, "curlew")


def test_files_that_a_server_has_inflated_are_read(
    coast: Searchable, page: Page, address: str
) -> None:
    def inflate(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        content = (coast.site / "search" / name).read_bytes()
        route.fulfill(body=gzip.decompress(content))

    page.route("**/*.bfs", inflate)
    page.goto(f"{address}?q=%22night+ferry%22")
    expect_hits(page, coast, '"night ferry"')


def test_a_word_that_no_story_has_costs_little(coast: Searchable, look: Page) -> None:
    look.wait_for_load_state("networkidle")
    asked: list[str] = []
    look.on("request", lambda request: asked.append(request.url))
    ask(look, "zyzzyva")
    expect(look.get_by_role("status")).to_contain_text("Nothing found")
    assert len(asked) <= 1


def test_words_of_a_page_stay_words(
    tmp_path: Path, page: Page, page_log: PageLog, serve_folder: ServeFolder
) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    story = make_story("a", hostile, hostile, source=hostile, url="javascript:alert(3)")
    made = make_searchable([story], tmp_path)
    write_page(made.site, made.assets)
    root = serve_folder(made.site)
    page.goto(f"{root}look/?q=onerror+%22%3Cscript%3E")
    link = page.locator("#search-results li a")
    expect(link).to_have_text(hostile)
    assert link.get_attribute("href") == f"{root}undated/a/"
    assert page.locator("main :is(img, script)").count() == 0
    expect(page.locator("#search-results li")).to_contain_text("undated")
    page_log.assert_quiet()


@pytest.mark.parametrize(
    ("iso", "language", "said"),
    [
        ("2019", "en", "2019"),
        ("2023-09", "en", "September 2023"),
        ("2023-09-04", "en", "4 September 2023"),
        ("2023-09-04T23:11-11:00", "en", "4 September 2023"),
        ("0987-09-04", "de", "4. September 987"),
        ("2023-09-04", "en-US", "September 4, 2023"),
        ("some day", "en", "some day"),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(
    page: Page, serve_folder: ServeFolder, iso: str, language: str, said: str
) -> None:
    root = serve_folder(BROWSER)
    page.goto(f"{root}dates.js")
    say = "async ([root, ...of]) => (await import(`${root}dates.js`)).describeDate(...of)"
    assert page.evaluate(say, [root, iso, language]) == said
