"""The browser's modules need no page: they search in a worker, and in Node where there is one."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model import Question
from generator.search.bundle import BROWSER
from generator.search.hits import find_hits
from tests.conftest import ServeFolder
from tests.search.conftest import Searchable

QUERY = 'harbour "night ferry" source:herald'
SEARCH = """async (modules, manifest) => {
    const { open } = await import(modules);
    const index = await open(manifest);
    const { hits } = await index.search(%s, { limit: 10 });
    return hits.map(({ page, url, score }) => [page, url, score]);
}"""
NODE = shutil.which("node")


@pytest.fixture
def manifest(coast: Searchable, coast_root: str) -> str:
    return f"{coast_root}{coast.assets.manifest}"


def assert_found(found: list[list[object]], coast: Searchable) -> None:
    wanted = [[hit.page, hit.url] for hit in find_hits(coast.index, Question(text=QUERY)).hits]
    assert [hit[:2] for hit in found] == wanted


@pytest.mark.browser
def test_a_worker_searches(
    coast: Searchable, manifest: str, page: Page, serve_folder: ServeFolder, tmp_path: Path
) -> None:
    shutil.copytree(BROWSER, tmp_path / "modules")
    search = SEARCH % json.dumps(QUERY)
    work = f"({search})('./modules/index.js', {json.dumps(manifest)}).then(postMessage)"
    (tmp_path / "work.js").write_text(work)
    root = serve_folder(tmp_path)
    page.goto(f"{root}work.js")
    ask = """(address) => new Promise((done, fail) => {
        const worker = new Worker(address, { type: "module" });
        worker.onmessage = ({ data }) => done(data);
        worker.onerror = ({ message }) => fail(new Error(message));
    })"""
    assert_found(page.evaluate(ask, f"{root}work.js"), coast)


if NODE:

    @pytest.mark.parametrize("joined", [False, True])
    def test_node_searches(
        coast: Searchable, manifest: str, tmp_path: Path, *, joined: bool
    ) -> None:
        modules = BROWSER / "index.js"
        if joined:
            # Node takes them for modules only where a package says so.
            (tmp_path / "package.json").write_text('{"type": "module"}')
            for script in (coast.site / "search").glob("*.js"):
                shutil.copy(script, tmp_path)
            modules = tmp_path / Path(coast.assets.script).name
        call = f"({SEARCH % json.dumps(QUERY)})(...{json.dumps([str(modules), manifest])})"
        code = f"console.log(JSON.stringify(await {call}))"
        done = subprocess.run(
            [NODE, "--input-type=module", "--eval", code],
            check=True,
            capture_output=True,
            text=True,
        )
        assert_found(json.loads(done.stdout), coast)
