"""Make stories as `content/` would give them, and sites of them."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.config import Archive, Settings
from generator.model import Header, Page, PartialDate, Revision, SearchAssets, SnapshotRef, Story
from generator.site import SiteOptions, render_site
from generator.text import slugify

ROOT = Path(__file__).parents[2]
SEARCH = SearchAssets(
    script="search/page.0123456789.js",
    manifest="search/manifest.json",
    said='{"sources": ["<b>"]}',
)
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def when(text: str | None) -> PartialDate | None:
    """Return a date as precise as `text` is."""
    return PartialDate.fromisoformat(text) if text else None


def make_story(headline: str, published: str | None = "2023-09-04", **said: Any) -> Story:
    """Return a story; `said` may hold any field of its header, and `text`, `body` and others."""
    text = said.pop("text", "The harbour council met on Monday and agreed on nothing at all.")
    own = {
        key: said.pop(key)
        for key in ("revisions", "recaptures", "evidence", "edited")
        if key in said
    }
    slug = said.pop("slug", None) or slugify(headline)
    folder = said.pop("folder", published[:10].replace("-", "/") if published else "undated")
    body = "".join(f"<p>{html.escape(block)}</p>\n" for block in text.split("\n\n"))
    body = said.pop("body", body)
    for key in ("modified", "captured"):
        said[key] = when(said.get(key))
    return Story(
        path=f"content/articles/{folder}/{slug}.md",
        slug=slug,
        address=f"{folder}/{slug}/",
        header=Header(headline=headline, published=when(published), **said),
        html=body,
        text=text,
        snapshot=SnapshotRef(path=f"{slug}.html", digest=DIGEST, kind="html"),
        **own,
    )


def make_revision(
    headline: str, captured: str | None, text: str = "An earlier text.", digest: str = "e" * 64
) -> Revision:
    """Return an earlier capture of a story."""
    snapshot = SnapshotRef(path="earlier.html", digest=digest, kind="html")
    return Revision(headline=headline, captured=when(captured), snapshot=snapshot, text=text)


def in_order(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Return stories by date and slug, those without a date first, as `content/` gives them."""
    return tuple(
        sorted(
            stories,
            key=lambda story: (
                story.header.published.isoformat() if story.header.published else "",
                story.slug,
            ),
        )
    )


def render(
    stories: Sequence[Story],
    root: Path,
    *,
    search: SearchAssets | None = SEARCH,
    pages: Sequence[Page] = (),
    **settings: str | int,
) -> Path:
    """Render a site of `stories` in any order; return its folder, `root`/site."""
    if search:
        (root / "site" / "search").mkdir(parents=True, exist_ok=True)
        (root / "site" / search.script).write_text("export {};\n", encoding="utf-8")
        (root / "site" / search.manifest).write_text("{}\n", encoding="utf-8")
    write(stories, root, search=search, pages=pages, **settings)
    return root / "site"


def write(
    stories: Sequence[Story],
    root: Path,
    *,
    search: SearchAssets | None = None,
    pages: Sequence[Page] = (),
    **settings: str | int,
) -> tuple[str, ...]:
    """Render a site of `stories` into `root`/site; return what was left out."""
    (root / "archive").mkdir(parents=True, exist_ok=True)
    archive = Archive(root / "archive", Settings(**settings))
    return render_site(
        in_order(stories), archive, root / "site", SiteOptions(search=search, pages=pages)
    )


def write_stubs(root: Path) -> tuple[Path, Path]:
    """Render a site in which a story has moved and a topic has lost its page; return both stubs."""
    former = root / "archive" / "content" / "former.txt"
    former.parent.mkdir(parents=True)
    former.write_text("topics/ferries/\n", encoding="utf-8")
    said = {"language": "ar", "topics": ("Ferries",)}
    moved = replace(make_story("آخر <عبّارة>", slug="a", **said), aliases=("2023/09/03/a/",))
    site = render([moved], root)
    return site / "2023/09/03/a/index.html", site / "topics/ferries/index.html"


def make_page(slug: str, title: str = "Mine", html: str = "") -> Page:
    """Return a page of the owner's own."""
    return Page(slug=slug, path=f"content/pages/{slug}.md", title=title, html=html)


def read(site: Path, address: str) -> str:
    """Return the page at an address of the site."""
    file = site / address / "index.html" if address.endswith("/") or not address else site / address
    return file.read_text(encoding="utf-8")
