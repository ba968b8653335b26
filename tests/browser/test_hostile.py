"""Nothing in a saved page runs, loads or leads anywhere, with the policy and without it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.config import Archive, read_archive
from generator.content import read_stories
from generator.site import render_site
from tests.archives import Built, run, write_files
from tests.attacks import OWN, make_pages, read_payloads
from tests.browsing import PageLog
from tests.conftest import MakeOnce
from tests.serving import serving
from tests.site.test_foreign_themes import find_running

pytestmark = [pytest.mark.browser, pytest.mark.shared]

TRAP = """
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...words) => { console.error(`ran: ${name}(${words.join()})`); return null; };
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`blocked: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
"""What would say that something ran, or that only the policy kept it from running."""

FIND_DANGER = """() => [...document.querySelectorAll("*")].flatMap((element) => {
  const name = element.localName;
  const found = [];
  const never = ["iframe", "frame", "object", "embed", "applet", "base", "style", "math",
                 "foreignobject", "animate", "set", "portal", "template", "audio", "video"];
  if (never.includes(name)) found.push(`<${name}>`);
  if (name === "script" && element.type !== "application/ld+json"
      && !element.src.startsWith(location.origin)) found.push("<script>");
  if (name === "meta" && /refresh/i.test(element.httpEquiv)) found.push("<meta refresh>");
  if (name === "link" && !element.href.startsWith(location.origin)
      && element.rel !== "canonical" && !element.href.startsWith("data:image/"))
    found.push(`<link ${element.rel}>`);
  for (const {name: key, value} of element.attributes) {
    if (key.startsWith("on")) found.push(`${name} ${key}=`);
    if (["style", "srcdoc", "formaction", "ping", "background", "http-equiv"].includes(key)
        && name !== "meta") found.push(`${name} ${key}=`);
    if (["href", "src", "action", "xlink:href", "poster", "srcset"].includes(key)
        && !/^(https?|mailto|data:image)$/.test(
          /^\\s*data:image\\//i.test(value) ? "data:image"
          : new URL(value, location.href).protocol.slice(0, -1)))
      found.push(`${name} ${key}=${value}`);
  }
  return found;
})"""
"""What markup of a page could do harm, whether or not it did."""


def build_attacked(root: Path, payloads: list[str]) -> None:
    saved = write_files(root / "saved", dict(make_pages(payloads)))
    run("init", root / "archive", "--yes", "--url", "https://pier.example/some-repo/", cwd=root)
    run("add", saved, cwd=root / "archive", code=None)
    run("build", cwd=root / "archive")


@pytest.fixture(scope="session")
def attacked(shared: Path, make_once: MakeOnce) -> Built:
    """An archive of pages that are full of known attacks."""
    payloads = [*OWN, *read_payloads(shared)]
    return Built(make_once("attacked", lambda root: build_attacked(root, payloads)) / "archive")


@pytest.fixture(params=[False, True], ids=["policy", "no-policy"])
def trapped(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser that tells of everything that runs, with the pages' policy or without it."""
    with chromium.new_context(bypass_csp=request.param) as context:
        context.set_default_timeout(15_000)
        context.add_init_script(TRAP)
        yield context


def find_pages(site: Path) -> list[str]:
    """Return the address of every page of a site, relative to its root."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in files)


def open_quietly(page: Page, address: str, log: PageLog) -> None:
    """Open a page, and fail where it ran anything, went anywhere, or could do so."""
    page.goto(address)
    assert page.url == address
    assert page.evaluate(FIND_DANGER) == [], address
    assert (log.errors, log.outside, log.ran) == ([], [], []), address


def test_the_attacks_are_on_the_pages(attacked: Built) -> None:
    """The other tests would hold of an empty site, too."""
    articles = list((attacked.root / "content" / "articles").rglob("*.md"))
    assert len(articles) >= 60
    words = "\n".join(path.read_text("utf-8") for path in articles)
    assert words.count("alert(1)") > 300


def test_no_page_runs_or_loads_anything(attacked: Built, trapped: BrowserContext) -> None:
    log = PageLog()
    page = trapped.new_page()
    log.watch(page)
    with serving(attacked.output, "/some-repo/") as root:
        for address in find_pages(attacked.output):
            open_quietly(page, root + address, log)
        page.wait_for_timeout(200)
    log.assert_quiet()


@pytest.mark.parametrize(
    "query", ["pier", "alert", "script", "headline:pier onerror", OWN[0], OWN[3]]
)
def test_no_search_runs_anything(attacked: Built, trapped: BrowserContext, query: str) -> None:
    log = PageLog()
    page = trapped.new_page()
    log.watch(page)
    with serving(attacked.output, "/some-repo/") as root:
        page.goto(f"{root}search/")
        page.locator("input[type=search]").first.fill(query)
        page.wait_for_timeout(600)
        assert page.evaluate(FIND_DANGER) == []
        page.goto(page.url)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(FIND_DANGER) == []
    log.assert_quiet()


@pytest.mark.parametrize("theme", ["simple", "notmyidea", "reflex"])
def test_no_page_of_another_theme_runs_anything(
    attacked: Built, chromium: Browser, tmp_path: Path, theme: str
) -> None:
    (stories, _), site, log = read_stories(attacked.root), tmp_path / "site", PageLog()
    settings = replace(read_archive(attacked.root).settings, theme=theme)
    render_site(stories[::4], Archive(attacked.root, settings), site)
    pages = find_pages(site)
    for name in pages:
        file = site / name / "index.html" if name.endswith("/") or not name else site / name
        assert find_running(file.read_text("utf-8"), own=True) == [], name
    with (
        chromium.new_context(bypass_csp=True) as context,
        serving(site, "/some-repo/") as root,
    ):
        context.add_init_script(TRAP)
        page = context.new_page()
        log.watch(page)
        for name in pages[:: len(pages) // 8]:
            page.goto(root + name)
            assert page.url == root + name
    log.assert_quiet()


def test_nothing_is_written_outside_the_site(attacked: Built) -> None:
    assert {path.name for path in attacked.root.iterdir()} <= {
        "backfile.toml", "snapshots", "content", "output", ".backfile", ".gitignore",
    }  # fmt: skip
    assert {path.name for path in attacked.root.parent.iterdir()} == {"saved", "archive"}
    assert not list(attacked.root.parent.rglob("*escaped*"))
    passwd = Path("/etc/passwd").read_bytes()[:40]
    assert not any(passwd in path.read_bytes() for path in attacked.output.rglob("*.html"))
