"""A real search page over a stub of the index, so that the page can be tried by itself."""

import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from generator.model import SearchAssets, Story
from generator.search.bundle import BROWSER
from tests.site.stories import make_story, render

STUB = Path(__file__).with_name("stub") / "index.js"
ASSETS = SearchAssets(script="search/page.js", manifest="search/manifest.json")

SOURCES = ("Coast Herald", "Harbour Gazette", "The North Post")
TOPICS = tuple(f"Topic {number}" for number in range(1, 24))
TEXT = """The council met on Monday, and nobody had much to say of the weather.

Long before that, a ferry left the quay with a cargo of lamps, and the harbour was dark by then."""


def make_stories(count: int = 60) -> list[Story]:
    """Return stories of five years: all tell of a ferry, some of them of a storm, too."""
    return [
        make_story(
            f"Ferry {number} in a storm" if number % 3 == 0 else f"Ferry {number}",
            f"{2018 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
            if number % 20
            else None,
            text=TEXT,
            source=SOURCES[number % 3],
            section=("Local", "Sport")[number % 2],
            topics=(TOPICS[number % 23], TOPICS[0]),
            byline=("Ada Byrne",),
        )
        for number in range(count)
    ]


def write_site(stories: Sequence[Story], root: Path, **manifest: Any) -> Path:
    """Render a site whose search page has the modules as they are, but for a stub of the index."""
    site = render(stories, root, search=ASSETS)
    shutil.copytree(BROWSER, site / "search", dirs_exist_ok=True)
    shutil.copy(STUB, site / "search")
    said = {"stories": [_describe(story) for story in stories], **manifest}
    (site / "search" / "manifest.json").write_text(json.dumps(said), encoding="utf-8")
    return site


def _describe(story: Story) -> dict[str, Any]:
    header = story.header
    return {
        "page": story.address,
        "headline": header.headline,
        "source": header.source,
        "published": header.published and header.published.isoformat(),
        "section": header.section,
        "topic": header.topics,
        "byline": header.byline,
        "words": sorted(set(re.findall(r"\w+", f"{header.headline} {story.text}".lower()))),
    }


def ask(page: Page, query: str) -> None:
    """Type into the box, all at once."""
    page.get_by_role("searchbox").fill(query)


def expect_count(page: Page, number: int) -> None:
    """Wait until so many stories are listed."""
    expect(page.locator("#search-results > li")).to_have_count(number)


def expect_said(page: Page, text: str) -> None:
    """Wait until the line above the list says this."""
    expect(page.locator("#search-status")).to_contain_text(text)
