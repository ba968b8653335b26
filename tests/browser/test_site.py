"""The sample archive in a real browser, at the root of a host and under a base path."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.config import read_archive
from tests.archives import Built, run
from tests.browsing import PageLog
from tests.conftest import ServeFolder

pytestmark = pytest.mark.browser

BASES = pytest.mark.parametrize("base", ["/", "/some-repo/"])
HITS = "li[data-page][data-score]"
PHONE = {"width": 375, "height": 740}


def find_page(site: Path, pattern: str) -> str:
    """Return the address of the first page, in order, that is `pattern` deep in the site."""
    return min(path.parent.relative_to(site).as_posix() for path in site.glob(pattern)) + "/"


def name_pages(site: Path) -> dict[str, str]:
    """Return one page of every sort, by what it is."""
    return {
        "home": "",
        "year": find_page(site, "[12]???/index.html"),
        "month": find_page(site, "[12]???/??/index.html"),
        "day": find_page(site, "[12]???/??/??/index.html"),
        "article": find_page(site, "[12]???/??/??/*/index.html"),
        "undated article": find_page(site, "undated/*/index.html"),
        "topics": "topics/",
        "topic": find_page(site, "topics/*/index.html"),
        "sections": "sections/",
        "section": find_page(site, "sections/*/index.html"),
        "sources": "sources/",
        "source": find_page(site, "sources/*/index.html"),
        "bylines": "bylines/",
        "byline": find_page(site, "bylines/*/index.html"),
        "undated": "undated/",
        "about": "about/",
        "search": "search/",
    }


@BASES
def test_every_sort_of_page_opens_without_a_fault(
    sample_site: Built, page: Page, page_log: PageLog, serve_folder: ServeFolder, base: str
) -> None:
    root = serve_folder(sample_site.output, base)
    for what, address in name_pages(sample_site.output).items():
        page.goto(root + address, wait_until="networkidle")
        assert page.locator("h1").count() == 1, what
        assert page.locator("html[lang]").count() == 1, what
        page_log.assert_quiet()


@BASES
def test_a_reader_finds_an_article_by_its_day_and_by_its_topic(
    sample_site: Built, page: Page, page_log: PageLog, serve_folder: ServeFolder, base: str
) -> None:
    root = serve_folder(sample_site.output, base)
    for kind in ("day", "topic"):
        page.goto(root + name_pages(sample_site.output)[kind])
        link = page.locator("main article a, main li a").first
        headline = link.inner_text()
        link.click()
        expect(page.locator("h1")).to_contain_text(headline)
    page_log.assert_quiet()


def pick_words(site: Path) -> list[str]:
    """Return a long word of each of the first few headlines: something that is there to find."""
    pages = sorted(site.glob("[12]???/??/??/*/index.html"))[::9][:4]
    heads = [LexborHTMLParser(path.read_text("utf-8")).css_first("h1").text() for path in pages]
    return [max(re.findall(r"[A-Za-z]+", head), key=len).lower() for head in heads]


@BASES
def test_the_search_page_finds_what_the_command_finds(
    sample_site: Built, page: Page, page_log: PageLog, serve_folder: ServeFolder, base: str
) -> None:
    root = serve_folder(sample_site.output, base)
    page.goto(f"{root}search/")
    for word in pick_words(sample_site.output):
        page.locator("input[type=search]").first.fill(word)
        done = run("search", word, "--json", "--limit", "10", cwd=sample_site.root)
        wanted = [hit["page"] for hit in json.loads(done.stdout)]
        assert wanted, word
        expect(page.locator(HITS).first).to_have_attribute("data-page", wanted[0])
        shown = [hit.get_attribute("data-page") for hit in page.locator(HITS).all()]
        assert shown[: len(wanted)] == wanted, word
    page_log.assert_quiet()


def test_a_search_can_be_sent_to_somebody(
    sample_site: Built, page: Page, page_log: PageLog, serve_folder: ServeFolder
) -> None:
    word = pick_words(sample_site.output)[0]
    page.goto(f"{serve_folder(sample_site.output)}search/?q={word}")
    expect(page.locator("input[type=search]").first).to_have_value(word)
    page.locator(HITS).first.locator("a").first.click()
    page.wait_for_load_state("networkidle")
    assert word in page.locator("main").inner_text().lower()
    page_log.assert_quiet()


def test_a_missing_page_is_a_404_of_the_site(
    sample_site: Built, page: Page, page_log: PageLog, serve_folder: ServeFolder
) -> None:
    archive = read_archive(sample_site.root)
    address = f"{serve_folder(sample_site.output, archive.settings.base_path)}1066/10/14/none/"
    assert page.goto(address).status == 404
    assert page.locator("h1").count() == 1
    assert page_log.failed == [f"404 {address}"]
    page.locator("header a").first.click()
    page_log.forget()
    page.reload()
    page_log.assert_quiet()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_a_phone(
    sample_site: Built, chromium: Browser, serve_folder: ServeFolder, scheme: str
) -> None:
    root = serve_folder(sample_site.output)
    with chromium.new_context(viewport=PHONE, color_scheme=scheme) as context:
        page = context.new_page()
        for what, address in name_pages(sample_site.output).items():
            page.goto(root + address)
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= PHONE["width"], what


def test_without_scripts_every_way_in_is_there(
    sample_site: Built, chromium: Browser, serve_folder: ServeFolder
) -> None:
    root = serve_folder(sample_site.output)
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{root}search/")
        page.locator("main a[href*='topics/']").first.click()
        page.locator("main a").first.click()
        assert page.locator("h1").count() == 1


# ── What needs no browser ────────────────────────────────────────────────────────────────────


def test_every_link_within_the_site_leads_to_a_file(sample_site: Built) -> None:
    site = sample_site.output
    missing = set()
    for file in sorted(site.rglob("index.html")):
        here = file.parent.relative_to(site).as_posix().strip(".")
        base = f"http://site/{here}/" if here else "http://site/"
        tree = LexborHTMLParser(file.read_text("utf-8"))
        for name in ("href", "src"):
            for node in tree.css(f"[{name}]"):
                target = urlsplit(urljoin(base, node.attributes[name]))
                path = unquote(target.path).lstrip("/")
                path += "index.html" if not path or path.endswith("/") else ""
                if target.hostname == "site" and not (site / path).is_file():
                    missing.add(f"{here}: {node.attributes[name]}")
    assert sorted(missing) == []


def test_every_page_carries_the_policy_and_no_code_of_its_own(sample_site: Built) -> None:
    for file in sorted(sample_site.output.rglob("*.html")):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        policy = tree.css_first("meta[http-equiv='Content-Security-Policy']").attributes["content"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        scripted = "script-src 'self'" in policy
        assert scripted == ("require-trusted-types-for 'script'" in policy)
        assert scripted == bool(tree.css("script[src]"))
        assert not tree.css("style, [style]")
        plain = [node for node in tree.css("script") if not node.attributes.get("src")]
        assert {node.attributes.get("type") for node in plain} <= {"application/ld+json"}
