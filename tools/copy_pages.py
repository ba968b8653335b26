"""Copy saved pages as a person would: all that the tests' browser shows of them, as text.

python -m tools.copy_pages OUT FOLDER...      of <id>.html.gz and <id>.json writes OUT/<id>.txt
                                              and OUT/<id>.json, for `tools.grow_trees`

No script runs and nothing is loaded.
"""

import gzip
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from tests.browsing import browsing, find_chromium

SECONDS = 20


def copy_page(page: Page, html: Path) -> str:
    """Return the text that a page shows."""
    page.goto(html.as_uri(), wait_until="domcontentloaded", timeout=1000 * SECONDS)
    return str(page.evaluate("() => document.body.innerText"))


def main(out: Path, folders: Sequence[Path]) -> None:
    """Write the text and the truth of the pages of all folders that aren't there yet."""
    path = find_chromium()
    if path is None:
        raise SystemExit("no Chromium or Chrome (sudo apt-get install chromium)")
    out.mkdir(parents=True, exist_ok=True)
    pages = [file for folder in folders for file in sorted(folder.glob("*.html.gz"))]
    with TemporaryDirectory() as folder, browsing(path) as browser:
        page = browser.new_context(java_script_enabled=False, offline=True).new_page()
        for file in pages:
            name = file.name.removesuffix(".html.gz")
            html, text = Path(folder) / "page.html", out / f"{name}.txt"
            if not text.exists():
                html.write_bytes(gzip.decompress(file.read_bytes()))
                text.write_text(copy_page(page, html), encoding="utf-8")
                shutil.copy(file.with_name(f"{name}.json"), out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
