"""The copy of the sample archive that `build --portable` writes, opened from a disk."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from selectolax.lexbor import LexborHTMLParser

from tests.archives import copy_sample, run
from tests.browsing import PageLog
from tests.conftest import MakeOnce
from tests.firefox import find_firefox, running

pytestmark = pytest.mark.browser

HITS = "#search-results li[data-page]"


def copy_archive(root: Path) -> Path:
    (root / "archive").mkdir()
    copy_sample(root / "archive")
    return root / "archive"


def build_copy(root: Path) -> None:
    run("build", "--portable", root / "a stick", cwd=copy_archive(root))


@pytest.fixture(scope="session")
def stick(make_once: MakeOnce) -> Path:
    """A copy in a folder whose name has a space, as one on a stick may."""
    return make_once("portable", build_copy) / "a stick"


@pytest.fixture
def from_disk(context: BrowserContext) -> Iterator[tuple[Page, PageLog]]:
    """An empty page, and a log of what goes wrong on it; each file is of another origin here."""
    page, log = context.new_page(), PageLog()
    log.watch(page)
    yield page, log
    assert (log.errors, log.failed, log.ran) == ([], [], [])
    assert [url for url in log.outside if not url.startswith("file:")] == []


def find_links(page: Path) -> Iterator[str]:
    """Yield all that a page names by address, but what its script alone reads."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    for name in ("href", "src", "action", "poster", "srcset"):
        yield from (str(node.attributes[name]) for node in tree.css(f"[{name}]"))


def test_every_link_names_a_file_of_the_copy(stick: Path) -> None:
    pages = sorted(stick.rglob("*.html"))
    seen = set()
    for page in pages:
        for link in find_links(page):
            address = urlsplit(urljoin(page.as_uri(), link))
            if address.scheme == "file":
                target = Path(unquote(address.path))
                assert target.is_file(), f"{page.relative_to(stick)}: {link}"
                assert target.is_relative_to(stick)
                seen.add(target)
    lost = {page.relative_to(stick).as_posix() for page in pages} - {
        page.relative_to(stick).as_posix() for page in seen
    }
    # Nothing leads to a page that only says where a story has moved to.
    assert all('http-equiv="refresh"' in (stick / name).read_text() for name in lost)


def test_it_has_no_module_and_nothing_for_servers(stick: Path) -> None:
    assert not [*stick.rglob("*.bfs"), *stick.rglob("*.json.gz"), *stick.glob("sitemap*")]
    assert not (stick / "404.html").exists()
    for page in stick.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert 'type="module"' not in text
        assert "connect-src" not in text
        assert ("trusted-types backfile" in text) == ("<script defer" in text)
    assert "<script defer" in (stick / "search/index.html").read_text(encoding="utf-8")


def test_one_walks_about_in_it(stick: Path, from_disk: tuple[Page, PageLog]) -> None:
    page, _ = from_disk
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("link", name="2023").first.click()
    expect(page).to_have_url((stick / "2023" / "index.html").as_uri())
    page.locator("main h2 a, main td a").first.click()
    page.locator(".nameplate a").click()
    expect(page).to_have_url((stick / "index.html").as_uri())


def test_it_is_searched_from_the_box_on_its_first_page(
    stick: Path, from_disk: tuple[Page, PageLog]
) -> None:
    page, _ = from_disk
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("searchbox").first.fill("ferry strike")
    page.keyboard.press("Enter")
    expect(page.locator(HITS).first).to_be_visible()
    expect(page.locator(f"{HITS} mark").first).to_be_visible()
    expect(page.locator("#search-narrow")).to_be_attached()
    headline = page.locator(f"{HITS} h2 a").first.inner_text()
    page.locator(f"{HITS} h2 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)


@pytest.mark.parametrize(
    "query", ["ferry", '"the ferry"', "harb*", "headline:ferry -storm", "fery~"]
)
def test_it_finds_what_the_command_finds(
    stick: Path, from_disk: tuple[Page, PageLog], query: str
) -> None:
    page, _ = from_disk
    page.goto((stick / "search" / "index.html").as_uri())
    page.get_by_role("searchbox").fill(query)
    expect(page.locator(HITS).first).to_be_visible()
    page.wait_for_timeout(300)
    found = page.locator(HITS).evaluate_all("items => items.map((item) => item.dataset.page)")
    archive = stick.parent / "archive"
    said = run("search", query, "--json", cwd=archive).stdout
    assert found == read_pages(said)


def read_pages(said: str) -> list[str]:
    answer = json.loads(said)
    return [hit["page"] for hit in (answer["hits"] if isinstance(answer, dict) else answer)]


def test_it_is_searched_in_firefox(stick: Path, tmp_path: Path) -> None:
    path = find_firefox()
    if path is None:
        pytest.skip("no Firefox (sudo apt-get install firefox-esr)")
    with running(path, tmp_path / "profile") as firefox:
        firefox.open((stick / "search" / "index.html").as_uri() + "?q=ferry")
        assert firefox.wait_for(
            "return document.querySelector('#search-results a')?.href"
        ).endswith("/index.html")
        firefox.wait_for("return document.querySelector('#search-results mark')?.textContent")


def test_a_missing_file_is_said(stick: Path, context: BrowserContext, tmp_path: Path) -> None:
    shutil.copytree(stick, tmp_path / "stick")
    for file in (tmp_path / "stick" / "search").glob("*/w*.js"):
        file.unlink()
    page = context.new_page()
    page.goto((tmp_path / "stick" / "search" / "index.html").as_uri() + "?q=ferry")
    expect(page.locator("#search-status")).not_to_be_empty()
    expect(page.locator(HITS)).to_have_count(0)


def test_the_same_archive_gives_the_same_copy(stick: Path, tmp_path: Path) -> None:
    run("build", "--portable", tmp_path / "again", cwd=stick.parent / "archive")
    for path in stick.rglob("*"):
        if path.is_file():
            again = tmp_path / "again" / path.relative_to(stick)
            assert again.read_bytes() == path.read_bytes(), path


def test_without_search_the_copy_has_none(stick: Path, tmp_path: Path) -> None:
    root = copy_archive(tmp_path)
    run("build", "--no-search", "--portable", tmp_path / "stick", cwd=root)
    assert [path.name for path in (tmp_path / "stick" / "search").iterdir()] == ["index.html"]


def test_a_folder_of_ones_own_is_refused_before_anything_is_built(tmp_path: Path) -> None:
    root = copy_archive(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    said = run("build", "--portable", tmp_path / "mine", cwd=root, code=2)
    assert "letter.txt" in said.stderr
    assert not (root / "output").exists()
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
