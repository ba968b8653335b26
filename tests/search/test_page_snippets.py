"""Passages with the words marked come from the pages of the stories themselves."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.search.bundle import BROWSER
from tests.browsing import PageLog
from tests.conftest import ServeFolder
from tests.search.pages import ask, expect_count

pytestmark = pytest.mark.browser

CHOOSE = """async ([root, paragraphs, word]) => {
  const { choosePassage } = await import(`${root}passages.js`);
  const place = ({ index }) => [index, index + word.length];
  const find = (text) => Array.from(text.matchAll(word), place);
  const marks = paragraphs.map(find);
  const say = ({ text, marked }) => (marked ? `[${text}]` : text);
  return choosePassage(paragraphs, marks).map(say).join("");
}"""


def test_a_passage_has_the_words_marked(page: Page, address: str, page_log: PageLog) -> None:
    page.goto(f"{address}?q=cargo+lamps")
    passage = page.locator(".passage").first
    expect(passage).to_have_text(
        "Long before that, a ferry left the quay with a cargo of lamps, "
        "and the harbour was dark by then."
    )
    expect(passage.locator("mark")).to_have_text(["cargo", "lamps"])
    expect(passage).to_have_attribute("lang", "en")
    ask(page, "weather lamps")
    expect(passage.locator("mark")).to_have_text(["weather"])
    page_log.assert_quiet()


def test_only_pages_of_results_in_view_are_read(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{address}?q=ferry")
    expect(page.locator(".passage mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    read = [url for url in asked if "/ferry-" in url]
    assert 1 <= len(read) <= 8
    page.locator("#search-results > li").last.scroll_into_view_if_needed()
    expect(page.locator(".passage mark").last).to_be_visible()
    page.wait_for_load_state("networkidle")
    read = [url for url in asked if "/ferry-" in url]
    assert len(read) == len(set(read)) <= 20


def test_a_page_that_is_gone_leaves_its_title(
    stub_site: Path, tmp_path: Path, page: Page, serve_folder: ServeFolder
) -> None:
    shutil.copytree(stub_site, tmp_path / "site")
    shutil.rmtree(tmp_path / "site" / "undated")
    page.goto(f"{serve_folder(tmp_path / 'site')}search/?q=ferry")
    expect_count(page, 10)
    expect(page.locator(".passage mark").first).to_be_visible()
    gone = page.locator("[data-page^=undated]").first
    expect(gone.get_by_role("link")).to_be_visible()
    expect(gone.locator(".passage")).to_have_text("")


LONG = " ".join(f"word{number}" for number in range(200))


@pytest.mark.parametrize(
    ("paragraphs", "word", "passage"),
    [
        (["One two three."], "two", "One [two] three."),
        (["One two.", "Two two two."], "two", "Two [two] [two]."),
        (["Nothing here.", "Nor here."], "zzz", "Nothing here."),
        ([], "zzz", ""),
        (
            [LONG],
            "word150",
            "… word144 word145 word146 word147 word148 word149 [word150] word151 word152 "
            "word153 word154 word155 word156 word157 word158 word159 word160 word161 word162 "
            "word163 word164 …",
        ),
        (["漁" * 80 + "港" + "漁" * 300], "港", "… " + "漁" * 50 + "[港]" + "漁" * 119 + " …"),
    ],
)
def test_the_passage_with_most_of_the_words_is_chosen(
    page: Page, serve_folder: ServeFolder, paragraphs: list[str], word: str, passage: str
) -> None:
    root = serve_folder(BROWSER)
    page.goto(f"{root}passages.js")
    assert page.evaluate(CHOOSE, [root, paragraphs, word]) == passage
