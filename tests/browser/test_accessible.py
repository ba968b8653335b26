"""Every kind of page is open to everybody: axe-core's rules, narrow windows, large text."""

import itertools
import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.archives import Built
from tests.browsing import PageLog
from tests.conftest import ServeFolder
from tests.site.odd import ADDRESS, make_odd, odd_bodies, odd_headlines
from tests.site.stories import write_stubs
from tests.site.web import address_of, complete, pick_kinds

pytestmark = pytest.mark.browser

BASE = urlsplit(ADDRESS).path

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BY_WIDTH = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
"""The rules whose answer may change with the width of the window; that is so of no others."""
BY_SCHEME = ["color-contrast", "link-in-text-block"]
"""The rules whose answer may change with the colours."""

Way: TypeAlias = tuple[int, str, dict[str, object]]

WAYS: Sequence[Way] = (
    (360, "light", {"type": "tag", "values": TAGS}),
    (1280, "dark", {"type": "rule", "values": BY_SCHEME}),
    (1280, "light", {"type": "rule", "values": BY_WIDTH}),
)
"""The width of the window, its colours, and what to try in it."""

RUN = """rules => axe.run(document, { runOnly: rules, resultTypes: ["violations"] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) =>
      `${id}: ${target.join(" ")} (${[...any, ...all, ...none].map(c => c.message).join("; ")})`)))
"""

WIDE = """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest("pre, table"))
    .map(e => e.outerHTML.slice(0, 80))"""

QUIET = """() => [
  ...[...document.querySelectorAll("[style], style")].map(e => e.outerHTML.slice(0, 80)),
  ...[...document.scripts].filter(e => e.type != "application/ld+json")
    .filter(e => !e.closest("head") || !document.querySelector("#search-results"))
    .map(e => e.outerHTML),
  ...performance.getEntriesByType("resource").map(e => e.name)
    .filter(name => !name.startsWith(location.origin)),
]"""


@pytest.fixture(scope="module")
def open_page(chromium: Browser) -> Iterator[Page]:
    """A page that a test may add its own script and style to.

    The policy of our pages keeps these out as it does any other, so it is set aside.
    """
    with chromium.new_context(bypass_csp=True) as context:
        yield context.new_page()


def find_barriers(page: Page, ways: Sequence[Way] = WAYS) -> list[str]:
    """Return what axe-core finds on the page as it is now, narrow and wide, light and dark."""
    found = []
    page.evaluate(AXE)
    for width, scheme, rules in ways:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} px, {scheme}: {said}" for said in page.evaluate(RUN, rules)]
    return found


def test_no_kind_of_page_keeps_anybody_out(
    odd_site: Path, open_page: Page, serve_folder: ServeFolder
) -> None:
    root, found = serve_folder(odd_site, BASE), {}
    for kind, (name, *_) in pick_kinds(odd_site).items():
        open_page.goto(root + address_of(name))
        found[kind] = find_barriers(open_page)
    assert {kind: barriers for kind, barriers in found.items() if barriers} == {}


def test_no_story_however_odd_keeps_anybody_out(
    odd_site: Path, open_page: Page, serve_folder: ServeFolder
) -> None:
    root, found = serve_folder(odd_site, BASE), {}
    for story in (*odd_headlines(), *odd_bodies()):
        open_page.goto(root + story.address)
        found[story.address] = find_barriers(open_page, WAYS[:1])
    assert {address: barriers for address, barriers in found.items() if barriers} == {}


def test_a_page_that_leads_on_keeps_nobody_out(tmp_path: Path, open_page: Page) -> None:
    for stub in write_stubs(tmp_path):
        text = stub.read_text(encoding="utf-8")
        page, at_once = re.subn(r'<meta http-equiv="refresh" content="0; [^>]*>', "", text)
        assert at_once == 1
        open_page.set_content(page)
        assert find_barriers(open_page) == []


def test_what_keeps_people_out_is_found(open_page: Page) -> None:
    open_page.set_content("<title>A</title><main><h1>A</h1><input><p style='color: #ccc'>Faint")
    found = " ".join(find_barriers(open_page))
    assert "html-has-lang" in found
    assert "label: input" in found
    assert "dark: color-contrast: p" in found


def test_the_answers_to_a_search_keep_nobody_out(
    sample_site: Built, open_page: Page, serve_folder: ServeFolder
) -> None:
    root = serve_folder(sample_site.output)
    for query in ("ferry", "fery", "nothingatall", "date:[2023"):
        open_page.goto(f"{root}search/?q={query}", wait_until="networkidle")
        expect(open_page.locator("#search-status, [role=status]").first).to_be_attached()
        assert find_barriers(open_page) == [], query


def test_no_story_is_wider_than_its_window(
    odd_site: Path, open_page: Page, serve_folder: ServeFolder
) -> None:
    root, odd = serve_folder(odd_site, BASE), [complete(story.address) for story in make_odd()]
    kinds = pick_kinds(odd_site, each=2)
    names = {*itertools.chain(*kinds.values()), *(name for name in odd if "notice-" not in name)}
    found = {}
    for name in sorted(names):
        open_page.goto(root + address_of(name))
        open_page.set_viewport_size({"width": 360, "height": 800})
        found[f"{name} at 360"] = open_page.evaluate(WIDE)
        open_page.set_viewport_size({"width": 1280, "height": 800})
        open_page.add_style_tag(content=":root {font-size: 200%}")
        found[f"{name} with large text"] = open_page.evaluate(WIDE)
    assert {name: wide for name, wide in found.items() if wide} == {}


def test_no_kind_of_page_runs_styles_or_asks_for_anything_of_another(
    odd_site: Path, page: Page, page_log: PageLog, serve_folder: ServeFolder
) -> None:
    root = serve_folder(odd_site, BASE)
    for names in pick_kinds(odd_site).values():
        page.goto(root + address_of(names[0]), wait_until="load")
        assert page.evaluate(QUIET) == [], names
    page_log.assert_quiet()
