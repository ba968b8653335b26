"""Render the site: read this from top to bottom to know what is in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.config import Archive, Settings
from generator.model import Page, SearchAssets, Story
from generator.site.articles import Cutter
from generator.site.atom_feed import ATOM
from generator.site.calendar_pages import make_calendar_pages
from generator.site.cards import find_language, make_cards
from generator.site.data_files import make_data_page, render_data
from generator.site.engine import run_pelican
from generator.site.feed import Press, make_feeds
from generator.site.foreign import ForeignLook
from generator.site.json_feed import JSON_FEED
from generator.site.look import Look
from generator.site.media import copy_media
from generator.site.opensearch import render_opensearch
from generator.site.pages import Edition, PageJob, find_way
from generator.site.periods import cover
from generator.site.plugin import Plugin
from generator.site.relations import relate
from generator.site.shelf_pages import make_shelf_pages
from generator.site.shelves import shelve
from generator.site.single_pages import find_taken, link_own, make_single_pages
from generator.site.sitemap import render_sitemaps
from generator.site.stubs import recall_shelves, render_stubs
from generator.site.theme import read_theme
from generator.site.theme_places import theme_path
from generator.site.time_maps import FILE, render_time_map
from generator.site.words import direction_of, read_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """What there is to a site besides its stories, and how many workers print it.

    `search` names what the search page loads, if it can search; `pages` are the owner's own.
    """

    search: SearchAssets | None = None
    pages: Sequence[Page] = ()
    jobs: int = 1


def render_site(
    stories: Sequence[Story], archive: Archive, stage: Path, options: SiteOptions = SiteOptions()
) -> tuple[str, ...]:
    """Write the site of `stories` into the folder `stage`: pages, style, pictures, feeds, sitemap.

    `stories` are in the archive's order. Return what was left out, and why. Raise ThemeError for
    a theme that is missing or broken.
    """
    theme = read_theme(theme_path(archive.settings.theme, archive.root), archive.root)
    search, taken = options.search, find_taken(options.pages)
    pages = [page for page in options.pages if page not in taken]
    # Before anything is written, since the site that is published tells which lists had pages.
    edition = recall_shelves(group_stories(stories, archive.settings), archive)
    listings = [
        *make_single_pages(edition, pages),
        *make_calendar_pages(edition),
        *make_shelf_pages(edition),
        make_data_page(edition),
    ]
    cutter = _make_cutter(edition)
    look = ForeignLook(theme, cutter, search) if theme.foreign else Look(theme, cutter)
    listings = [*look.set_pages(listings)]
    plugin = Plugin(stories=stories, cards=edition.cards, pages=listings, look=look)
    stage.mkdir(parents=True, exist_ok=True)
    shown = {
        **_show(edition, search),
        "policy": look.policy,
        "own": link_own(pages),
        "static": _name_static(look.static),
    }
    told = run_pelican(plugin, archive, stage, shown, options.jobs)
    _write_static(look.static, stage)
    copy_media(_bodies(stories, pages), archive.content, stage)
    _write_feeds(edition, stage)
    _write_sitemap(stories, listings, archive.settings, stage)
    _write_data_and_time_maps(stories, archive.settings, stage)
    # Last, when all addresses are taken that a page which only leads on has to give way to.
    stubs, blocked = render_stubs(edition, (page.address for page in listings))
    for name, text in stubs.items():
        _write(stage / name, text.encode())
    if search:
        described = render_opensearch(archive.settings, edition.words.language)
        _write(stage / "opensearch.xml", described.encode())
    why = "left out, since the site has a page of this name: rename it"
    return (*(f"{page.path}: {why}" for page in taken), *blocked, *look.problems, *told)


def group_stories(stories: Sequence[Story], settings: Settings) -> Edition:
    """Return the archive, grouped once for all of its pages."""
    words = read_words(settings.language)
    cards = make_cards(stories, words, settings.language)
    return Edition(
        settings=settings,
        words=words,
        stories=stories,
        cards=cards,
        coverage=cover(cards),
        shelves=shelve(stories, cards, settings.listing_from),
    )


def _make_cutter(edition: Edition) -> Cutter:
    return Cutter(
        settings=edition.settings,
        words=edition.words,
        shelves=edition.shelves,
        relations=relate(edition.stories, edition.cards),
    )


def _show(edition: Edition, search: SearchAssets | None) -> dict[str, object]:
    """Return what every template sees; nothing of it changes when stories arrive."""
    settings, words = edition.settings, edition.words
    return {
        "site": settings,
        "direction": direction_of(words.language),
        "own_lang": find_language(settings.language, words),
        "own_direction": direction_of(settings.language),
        "search": search,
        "words": words.text,
        "say": words,
        "way": find_way,
    }


def _bodies(stories: Sequence[Story], pages: Sequence[Page]) -> Iterable[str]:
    yield from (story.html for story in stories)
    yield from (page.html for page in pages)


def _name_static(static: Mapping[str, tuple[str, bytes]]) -> dict[str, str]:
    return {name: target for name, (target, _) in static.items()}


def _write_static(static: Mapping[str, tuple[str, bytes]], stage: Path) -> None:
    for name, content in static.values():
        _write(stage / name, content)


def _write_feeds(edition: Edition, stage: Path) -> None:
    """Write each feed in both forms, beside the page that it belongs to."""
    presses = {form.file: Press(form, edition.settings) for form in (ATOM, JSON_FEED)}
    for feed in make_feeds(edition):
        for file, press in presses.items():
            _write(stage / feed.home / file, press.print(feed).encode())


def _write_sitemap(
    stories: Sequence[Story], listings: Sequence[PageJob], settings: Settings, stage: Path
) -> None:
    changed: dict[str, str | None] = {
        page.address: None for page in listings if page.address != "404.html"
    }
    changed |= {story.address: _changed(story) for story in stories}
    # Without it, GitHub Pages would leave out folders such as `topics/_a/`.
    files = {".nojekyll": "", **render_sitemaps(changed, settings.site_url)}
    for name, text in files.items():
        _write(stage / name, text.encode())


def _changed(story: Story) -> str | None:
    """Return the day on which a story was last changed by its publisher or saved by us."""
    header = story.header
    known = (header.modified or header.published, header.captured)
    return max((when.isoformat()[:10] for when in known if when and when.day), default=None)


def _write_data_and_time_maps(stories: Sequence[Story], settings: Settings, stage: Path) -> None:
    for name, text in render_data(stories, settings).items():
        _write(stage / name, text.encode())
    for story in stories:
        if time_map := render_time_map(story, settings):
            _write(stage / story.address / FILE, time_map.encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
