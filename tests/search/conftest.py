"""The invented corpus, indexed and exported once, and a browser that searches it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from generator.model import SearchAssets, Story
from generator.search.build import export, write_index
from tests.conftest import MakeOnce, ServeFolder
from tests.search.corpus import make_corpus
from tests.search.pages import make_stories, write_site

QUERIES: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("queries.json").read_text(encoding="utf-8")
)

SEARCH = """async ([script, manifest, queries]) => {
    const { open } = await import(script);
    const index = await open(manifest);
    const answers = [];
    for (const query of JSON.parse(queries)) {
        const { total, whole, hits } = await index.search(query, { limit: Infinity });
        answers.push({ total, whole, hits: hits.map(({ page, score }) => [page, score]) });
    }
    return answers;
}"""


@dataclass(frozen=True)
class Searchable:
    """Stories, their index, and what was exported of it."""

    stories: Sequence[Story]
    index: Path
    site: Path
    assets: SearchAssets


def make_searchable(stories: Sequence[Story], folder: Path, language: str = "en") -> Searchable:
    write_index(stories, folder / "index", language)
    assets = export(folder / "index", folder / "site")
    (folder / "site" / "blank.html").write_text("<!doctype html><title>blank</title>")
    return Searchable(stories, folder / "index", folder / "site", assets)


def search_in_browser(
    page: Page, root: str, assets: SearchAssets, queries: Sequence[str]
) -> list[dict[str, Any]]:
    """Return what the exported script finds for each query: total, whole, pages with scores."""
    page.goto(f"{root}blank.html")
    # Not every query is valid Unicode, so they travel as escapes.
    asked = [f"{root}{assets.script}", f"{root}{assets.manifest}", json.dumps(list(queries))]
    answers: list[dict[str, Any]] = page.evaluate(SEARCH, asked)
    return answers


@pytest.fixture(scope="session")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Searchable:
    """The invented coast."""
    return make_searchable(make_corpus(), tmp_path_factory.mktemp("coast"))


@pytest.fixture
def coast_root(coast: Searchable, serve_folder: ServeFolder) -> str:
    """The address at which the invented coast is served."""
    return serve_folder(coast.site)


@pytest.fixture(scope="session")
def stub_site(make_once: MakeOnce) -> Path:
    """A site of sixty stories over a stub of the index, to be looked at."""
    meant = {"ferri": "ferry"}
    return make_once("stub", lambda root: write_site(make_stories(), root, meant=meant)) / "site"


@pytest.fixture
def address(stub_site: Path, serve_folder: ServeFolder) -> str:
    """The address of the search page of that site."""
    return f"{serve_folder(stub_site)}search/"
