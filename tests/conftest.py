"""What the tests share: the real pages, a real browser, a server like GitHub's, archives."""

import fcntl
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page

from tests.archives import ROOT, Built, build_sample, run, write_files
from tests.browsing import PageLog, browsing, find_chromium
from tests.serving import serving
from tests.site.odd import write_odd_site

# No test asserts a time, and a machine may be busy with others.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ServeFolder = Callable[..., str]
MakeArchive = Callable[..., Path]
MakeOnce = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages beside the repository, or wherever BACKFILE_SHARED says."""
    folder = Path(os.environ.get("BACKFILE_SHARED") or ROOT / ".." / "shared").resolve()
    if not folder.is_dir():
        pytest.skip(f"no real pages in {folder} (set BACKFILE_SHARED)")
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running browser: the system's Chromium or Chrome."""
    path = find_chromium()
    if path is None:
        pytest.skip("no Chromium or Chrome (sudo apt-get install chromium)")
    with browsing(path) as browser:
        yield browser


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser without history, cookies or cache."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.set_default_timeout(15_000)
        yield context


@pytest.fixture
def page_log() -> PageLog:
    """All that `page` does wrong."""
    return PageLog()


@pytest.fixture
def page(context: BrowserContext, page_log: PageLog) -> Page:
    """An empty page, whose faults go to `page_log`."""
    page = context.new_page()
    page_log.watch(page)
    return page


@pytest.fixture
def serve_folder() -> Iterator[ServeFolder]:
    """Serve folders as GitHub Pages does: `serve_folder(folder, base="/some-repo/")` → address."""
    with ExitStack() as servers:
        yield lambda folder, base="/some-repo/": servers.enter_context(serving(folder, base))


@pytest.fixture
def make_archive(tmp_path: Path) -> MakeArchive:
    """Make an archive of saved pages: `make_archive({"a.html": "…"}, title="…")` → its folder.

    Quarantined pages don't matter here; what `add` says of them is for its own tests.
    """

    def make(files: Mapping[str, str | bytes], name: str = "archive", **settings: str) -> Path:
        root = tmp_path / name
        options = [word for key, value in settings.items() for word in (f"--{key}", value)]
        run("init", root, "--yes", *options, cwd=tmp_path)
        if files:
            saved = write_files(tmp_path / f"{name}-saved", files)
            assert run("add", saved, cwd=root, code=None).returncode in (0, 3)
        return root

    return make


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> MakeOnce:
    """Make a folder once for all tests and all of their processes: `make_once(name, make)`."""
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make_once(name: str, make: Callable[[Path], object]) -> Path:
        root, made = base / name, base / f"{name}.made"
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                root.mkdir(exist_ok=True)
                make(root)
                made.touch()
        return root

    return make_once


@pytest.fixture(scope="session")
def sample_site(make_once: MakeOnce) -> Built:
    """The repository's own archive, built: to be looked at, not to be changed."""
    return Built(make_once("sample", build_sample))


@pytest.fixture(scope="session")
def odd_site(make_once: MakeOnce) -> Path:
    """The site of a made-up archive of all that is hard to set: to be looked at, not changed."""
    return make_once("odd", write_odd_site) / "site"
