"""An archive's page gets small scripts, with the stemmers and stop words of its languages."""

import gzip
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.config import Archive, Settings
from generator.search.bundle import LICENCE, bundle
from generator.search.plain import bundle_plain
from generator.site import SiteOptions, render_site
from tests.browsing import PageLog
from tests.conftest import ServeFolder
from tests.search.conftest import Searchable, make_searchable
from tests.search.node import NODE, needs_node
from tests.search.pages import ask, expect_count
from tests.site.stories import make_story, write


@pytest.mark.parametrize("stemmer", [None, "english", "turkish"])
def test_a_page_gets_the_stemmer_and_stop_words_of_its_language(stemmer: str | None) -> None:
    files = bundle([stemmer] if stemmer else [])
    script = next(iter(files.values()))
    found = re.findall(r"(?:const|var) (\w+)Stemmer=function", script)
    assert found == (["Base", stemmer.title()] if stemmer else [])
    assert re.findall(r"(\w+):\s*\"[\w ]{200}", script) == ([stemmer] if stemmer else [])
    assert ("Redistribution" in files.get(LICENCE, "")) == bool(stemmer)
    assert (LICENCE in script) == bool(stemmer)


def test_other_languages_have_a_script_of_their_own() -> None:
    files = bundle(["english", "turkish", "french"])
    page, more, tongues, licence = files
    assert (page[:5], more[:5], tongues[:8], licence) == ("page.", "more.", "tongues.", LICENCE)
    assert len({name.split(".")[1] for name in (page, more, tongues)}) == 1
    assert "TurkishStemmer" in files[tongues]
    assert "TurkishStemmer" not in files[page]
    assert f'"./{page}"' in files[tongues]
    assert f'import("./{tongues}")' in files[page]
    assert f'import("./{more}")' in files[page]
    assert f'from"./{page}"' in files[more]


def test_the_page_asks_for_other_languages_at_once(tmp_path: Path) -> None:
    """Its script alone would ask a round later."""
    stories = [make_story("Harbour", language="en"), make_story("Hafen", language="de")]
    assets = make_searchable(stories, tmp_path).assets
    (ahead,) = (tmp_path / "site" / "search").glob("tongues.*.js")
    assert assets.tongues == f"search/{ahead.name}"
    write(stories, tmp_path, search=assets)
    page = LexborHTMLParser((tmp_path / "site" / "search" / "index.html").read_bytes())
    (link,) = page.css("link[rel=modulepreload]")
    assert link.attributes["href"] == f"../{assets.tongues}"


def test_names_of_scripts_change_with_any_of_them() -> None:
    assert list(bundle(["english"])) == list(bundle(["english"]))
    assert not {*bundle(["english"])} & {*bundle(["danish"])} - {LICENCE}


@pytest.mark.parametrize("stemmer", [None, "english"])
def test_scripts_are_small(stemmer: str | None) -> None:
    sizes = [
        len(gzip.compress(text.encode(), 9)) for text in bundle([stemmer] * bool(stemmer)).values()
    ]
    page, more, *_ = sizes
    assert page <= (15_680 if stemmer else 12_530)
    assert more <= 6_800


@pytest.mark.parametrize("stemmers", [[], ["english"], ["english", "german"]])
def test_a_copy_on_a_disk_gets_one_plain_script(stemmers: list[str]) -> None:
    script = bundle_plain(stemmers)
    assert not re.findall(r"(?:^|[;}])(?:import|export)\b|\bimport\(", script, re.MULTILINE)
    assert [name for name in ("English", "German") if f"{name}Stemmer=function" in script] == [
        name.title() for name in stemmers
    ]


@needs_node
def test_scripts_are_valid(tmp_path) -> None:
    texts = {name: text for name, text in bundle(["english", "german"]).items() if name != LICENCE}
    for name, text in {**texts, "plain.js": bundle_plain(["english", "german"])}.items():
        path = tmp_path / f"{name}.mjs"
        path.write_text(text, encoding="utf-8")
        subprocess.run([NODE, "--check", path], check=True)


@pytest.fixture(scope="module")
def coast_site(coast: Searchable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site of the coast, with its scripts as readers load them."""
    folder = tmp_path_factory.mktemp("coast_site")
    site = shutil.copytree(coast.site, folder / "site")
    archive = Archive(root=folder, settings=Settings(title="Coast", description="News."))
    archive.content.mkdir()
    stories = [replace(story, html=f"<p>{story.text}</p>") for story in coast.stories]
    render_site(stories, archive, site, SiteOptions(search=coast.assets))
    return site


@pytest.mark.browser
def test_a_first_query_asks_for_nothing_but_words_and_titles(
    coast_site: Path, page: Page, serve_folder: ServeFolder
) -> None:
    """The manifest and the lengths of stories are in the page."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.route("**/more.*.js", lambda route: route.abort())
    page.goto(f"{serve_folder(coast_site)}search/?q=ferry")
    expect_count(page, 10)
    expect(page.locator("#search-notes")).to_contain_text("could not be loaded")
    kinds = {
        re.split(r"[\d.]", name)[0] for name in asked if name.endswith((".bfs", ".js", ".json"))
    }
    assert kinds == {"page", "w", "c", "more"}


@pytest.mark.browser
def test_the_whole_page_works_by_its_scripts(
    coast_site: Path, page: Page, page_log: PageLog, serve_folder: ServeFolder
) -> None:
    """Filters, the chart, passages and spelling come from the scripts as a site has them."""
    page.goto(f"{serve_folder(coast_site)}search/?q=ferry")
    expect_count(page, 10)
    expect(page.locator(".passage mark").first).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(2)
    ask(page, "ferrx")
    page.locator("#search-hint a").click()
    expect_count(page, 10)
    ask(page, '"the harbour" OR stor* date:[2000 TO *]')
    expect_count(page, 10)
    page.goto(f"{page.url}&source=Coast+Herald&sort=oldest&from=2001-02")
    expect(page.locator("input[name=from]")).to_have_value("2001-02-01")
    page_log.assert_quiet()
