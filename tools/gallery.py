"""Put every kind of page side by side, narrow to wide, light and dark, to be looked at.

make gallery
"""

import shutil
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, Page

from tests.archives import build_sample
from tests.browsing import browsing, find_chromium
from tests.serving import serving
from tests.site.odd import odd_bodies, odd_headlines, write_odd_site
from tests.site.stories import render
from tests.site.web import address_of, pick_kinds

FOLDER = Path(__file__).parents[1] / ".backfile" / "gallery"
WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TALL = 1800
"""How much of a page is taken, in its own pixels."""

SHRINK = 2.5
GAP, LABEL = 12, 28


class Look(NamedTuple):
    """A page to look at: where it is, and what it is an example of."""

    url: str
    what: str


def main() -> None:
    """Build three archives aside, and write the sheet and its parts."""
    path = find_chromium()
    if path is None:
        raise SystemExit("no Chromium or Chrome (sudo apt-get install chromium)")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with TemporaryDirectory() as folder, browsing(path) as browser:
        root = Path(folder)
        (root / "sample").mkdir()
        build_sample(root / "sample")
        with (
            serving(write_odd_site(root / "odd"), "/backfile/") as odd,
            serving(root / "sample" / "output", "/") as sample,
            serving(render([], root / "none"), "/") as none,
        ):
            looks = list_looks(root / "odd" / "site", odd, sample, none)
            strips = [take(browser, look) for look in looks]
    sheet = stack(strips)
    sheet.save(FOLDER / "sheet.png")
    print(f"{FOLDER / 'sheet.png'}: {len(looks)} pages, {sheet.width} × {sheet.height}")


def list_looks(site: Path, odd: str, sample: str, none: str) -> Sequence[Look]:
    """Return a page of every kind, what is odd, and what has nothing in it."""
    kinds = (
        Look(odd + address_of(name), kind or "front") for kind, (name,) in pick_kinds(site).items()
    )
    stories = (Look(odd + story.address, story.slug) for story in (*odd_headlines(), *odd_bodies()))
    return (
        *kinds,
        Look(sample, "sample: front"),
        Look(f"{sample}search/?q=ferry", "sample: search"),
        Look(f"{sample}search/?q=fery", "sample: a typing error"),
        Look(none, "empty: front"),
        Look(f"{none}topics/", "empty: topics"),
        Look(f"{none}search/", "empty: search"),
        *stories,
    )


def take(browser: Browser, look: Look) -> Image.Image:
    """Return a page at all widths and in both schemes, side by side, and keep it in a file."""
    shots = [Image.open(BytesIO(shot)) for shot in shoot(browser, look.url)]
    width = sum(shot.width + GAP for shot in shots) - GAP
    strip = Image.new("RGB", (width, LABEL + max(shot.height for shot in shots)), "#777")
    ImageDraw.Draw(strip).text((4, 4), look.what, fill="#fff", font=ImageFont.load_default(18))
    left = 0
    for shot in shots:
        strip.paste(shot, (left, LABEL))
        left += shot.width + GAP
    name = "".join(letter if letter.isalnum() else "-" for letter in look.what)
    strip.save(FOLDER / f"{name}.png")
    return strip.resize((int(strip.width / SHRINK), int(strip.height / SHRINK)))


def shoot(browser: Browser, url: str) -> Iterator[bytes]:
    """Yield pictures of a page, as PNG."""
    page: Page = browser.new_page()
    page.goto(url, wait_until="networkidle")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        tall = int(page.evaluate("document.documentElement.scrollHeight"))
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield page.screenshot(
                full_page=True, clip={"x": 0, "y": 0, "width": width, "height": min(tall, TALL)}
            )
    page.close()


def stack(strips: Sequence[Image.Image]) -> Image.Image:
    """Return pictures in two columns of about the same height."""
    columns: list[list[Image.Image]] = [[], []]
    for strip in strips:
        min(columns, key=lambda column: sum(one.height + GAP for one in column)).append(strip)
    tall = max(sum(one.height + GAP for one in column) for column in columns)
    wide = max(strip.width for strip in strips) + GAP
    sheet = Image.new("RGB", (2 * wide, tall), "#777")
    for at, column in enumerate(columns):
        top = 0
        for strip in column:
            sheet.paste(strip, (at * wide, top))
            top += strip.height + GAP
    return sheet


if __name__ == "__main__":
    main()
