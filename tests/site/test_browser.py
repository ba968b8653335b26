"""Look at a small site in a real browser."""

from pathlib import Path

import pytest

from generator.site.theme import read_theme
from tests.site.samples import SAMPLE
from tests.site.stories import ROOT, render

pytestmark = pytest.mark.browser

ADDRESSES = (
    "",
    "2023/",
    "2023/12/",
    "2023/12/05/",
    "2023/12/05/the-last-ferry/",
    "2023/12/05/donau/",
    "topics/",
    "topics/ferries/",
    "undated/",
    "search/",
    "data/",
    "about/",
    "404.html",
)

NARROW = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
  .filter(e => !e.closest('pre, table, .skip, .heat'))
  .map(e => e.outerHTML.slice(0, 80))"""

SMALL = """() => [...document.querySelectorAll('nav a, button, input, .month a, .steps a, summary')]
  .filter(e => e.checkVisibility() && !e.closest('.trail'))
  .filter(e => {
    const { width, height } = e.getBoundingClientRect();
    return width && Math.min(width, height) < 24;
  })
  .map(e => e.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return render(SAMPLE, tmp_path_factory.mktemp("browser"), url="https://x.example/some-repo/")


@pytest.mark.parametrize("base", ["/", "/some-repo/"])
def test_every_page_is_quiet_under_any_base_path(page, page_log, serve_folder, site, base) -> None:
    address = serve_folder(site, base)
    for name in ADDRESSES if base != "/" else ADDRESSES[:-1]:
        page.goto(f"{address}{name}")
        assert page.locator("h1").count() == 1
    page_log.assert_quiet()


def test_no_page_is_wider_than_its_window_and_a_finger_can_hit_what_it_should(
    page, serve_folder, site
) -> None:
    address = serve_folder(site)
    for name in ADDRESSES:
        page.goto(f"{address}{name}")
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(NARROW) == [], (name, width)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
            assert width != 390 or page.evaluate(SMALL) == [], name


def test_the_list_of_tables_fits_a_phone(page, serve_folder, site) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{serve_folder(site)}data/")
    tables = page.locator("table")
    assert tables.count() == 2
    assert tables.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth)") == []
    assert page.get_by_role("link", name="undated.csv", exact=True).is_visible()


def test_the_keyboard_skips_to_the_text(page, serve_folder, site) -> None:
    page.goto(f"{serve_folder(site)}2023/12/05/the-last-ferry/")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Skip to the text"
    assert link.bounding_box()["width"] > 50
    page.keyboard.press("Enter")
    page.wait_for_url("**/#main")


def test_the_months_of_a_heat_map_can_be_reached_and_seen_by_keyboard(
    page, serve_folder, site
) -> None:
    page.goto(f"{serve_folder(site)}2023/")
    page.locator(".heat").focus()
    page.keyboard.press("Tab")
    first = page.get_by_role("link", name="December 2023, 7 stories")
    assert first.evaluate("link => link === document.activeElement")
    area = first.locator("path").last
    assert area.evaluate("path => getComputedStyle(path).strokeWidth") == "2px"
    box = area.bounding_box()
    assert min(box["width"], box["height"]) > 24
    page.keyboard.press("Enter")
    page.wait_for_url("**/2023/12/")


def test_a_month_of_a_heat_map_can_be_hit_anywhere(page, serve_folder, site) -> None:
    page.goto(f"{serve_folder(site)}2023/")
    box = page.locator(".heat a path").last.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/2023/12/")


def test_pages_can_be_used_without_a_script(chromium, serve_folder, site) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(serve_folder(site))
        page.get_by_role("link", name="Topics").first.click()
        page.get_by_role("link", name="Ferries", exact=True).click()
        page.get_by_role("link", name="The last ferry").click()
        assert page.locator("h1").inner_text() == "The last ferry"
        page.goto(serve_folder(site))
        page.get_by_role("searchbox").fill("ferry")
        page.get_by_role("button").click()
        assert page.url.endswith("/search/?q=ferry")
        page.get_by_role("link", name="Ferries", exact=True).wait_for()


def test_a_clipping_on_paper_leaves_the_site_behind(page, serve_folder, site) -> None:
    page.emulate_media(media="print")
    page.goto(f"{serve_folder(site)}2023/12/05/the-last-ferry/")
    for kept in ("h1", ".byline", ".body", ".facts"):
        assert page.locator(kept).is_visible()
    for left in (".places", ".ways", "footer", ".topics"):
        assert page.locator(left).is_hidden()


def test_a_line_holds_as_many_letters_as_an_eye_can_follow(page, serve_folder, site) -> None:
    page.goto(f"{serve_folder(site)}2023/12/05/the-last-ferry/")
    letters = page.evaluate(
        """() => {
          const text = document.querySelector('.body p').firstChild, range = document.createRange();
          range.setStart(text, 0);
          for (let n = 1; n < text.length; n++) {
            range.setEnd(text, n);
            if (range.getClientRects().length > 1) return n;
          }
        }"""
    )
    assert 55 <= letters <= 76


def test_the_style_is_small_and_asks_for_nothing() -> None:
    _, content = read_theme(ROOT / "themes/gazette").static["gazette.css"]
    style = content.decode()
    assert len(content) <= 12_000
    assert [word for word in ("url(", "@import", "http", "src:") if word in style] == []
