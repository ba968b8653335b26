"""Take the pictures of the README: the sample archive in the tests' browser.

make screenshot
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from tests.archives import build_sample
from tests.browsing import browsing, find_chromium
from tests.serving import serving

ROOT = Path(__file__).parents[1]
SIZE = {"width": 1200, "height": 840}
PICTURES = {"screenshot": "", "search": "search/?q=ferry+strike"}
"""The pictures, and the page that each of them shows."""


def open_page(browser: Browser, address: str, *, dark: bool) -> Page:
    """Return a page at `address`, light or dark, when all of it is there."""
    page = browser.new_page(
        viewport={"width": SIZE["width"], "height": SIZE["height"]},
        color_scheme="dark" if dark else "light",
    )
    page.goto(address, wait_until="networkidle")
    return page


def main() -> None:
    """Build the sample aside, and write each picture into docs/, with its dark twin."""
    path = find_chromium()
    if path is None:
        raise SystemExit("no Chromium or Chrome (sudo apt-get install chromium)")
    with TemporaryDirectory() as folder, browsing(path) as browser:
        build_sample(Path(folder))
        take_pictures(browser, Path(folder) / "output")


def take_pictures(browser: Browser, site: Path) -> None:
    """Write the pictures of the pages of `site`."""
    with serving(site, "/") as address:
        for name, where in PICTURES.items():
            for file, dark in ((f"{name}.png", False), (f"{name}-dark.png", True)):
                page = open_page(browser, f"{address}{where}", dark=dark)
                page.screenshot(path=ROOT / "docs" / file)
                print(f"docs/{file}")


if __name__ == "__main__":
    main()
