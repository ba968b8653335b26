"""What the owner of an archive pays for its search: to index all of it, and to add to it."""

import gzip
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks import articles, sites
from benchmarks.indexing import Indexing, count_changed, index_stories
from benchmarks.measure import measure, measure_folder
from generator.model import PartialDate, Story

ADDED = 10
GB = 1e9
MB = 1e6


def measure_ours(stories: Sequence[Story], work: Path, *, pages: bool) -> dict[str, float]:
    """Return rows on indexing `stories`, and leave the site in `work`/site, ready to be searched.

    With `pages` the site has its article pages as well.
    """
    work.mkdir(exist_ok=True)
    alone = index_stories(stories, work, jobs=1)
    shutil.rmtree(work / "index")
    shutil.rmtree(work / "site")
    whole = index_stories(stories, work)
    size = measure_folder(work / "site" / "search")
    rows = {
        **_show_cost(alone, whole),
        "files of the index": size.files,
        "MB of the index": size.bytes / MB,
    }
    rows["kB of script"] = _weigh(work / "site" / whole.assets.script)
    rows |= _add(stories, work, size.bytes)
    sites.write_ours(stories if pages else stories[:1], work, whole.assets)
    return rows


def _show_cost(alone: Indexing, shared: Indexing) -> dict[str, float]:
    return {
        "index and export, processor s": alone.processor,
        "index and export, s": alone.seconds,
        "the same with 2 jobs, s": shared.seconds,
        "GB at the peak": alone.peak / GB,
        "GB at the peak with 2 jobs": shared.peak / GB,
    }


def _weigh(path: Path) -> float:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0)) / 1e3


def _add(stories: Sequence[Story], work: Path, size: int) -> dict[str, float]:
    """Return rows on adding ten stories of the day after the last, and ten of any day."""
    last = stories[-1].header.published
    later = [_copy(story, number, last) for number, story in enumerate(stories[:ADDED])]
    state = work / "index"
    shutil.copytree(state, work / "kept")
    at_end = index_stories([*stories, *later], work, "after")
    changed = count_changed(work / "site", work / "after")
    shutil.rmtree(state)
    (work / "kept").rename(state)
    step = len(stories) // ADDED
    between = [_copy(story, number) for number, story in enumerate(stories[::step])]
    everywhere = sorted([*stories, *between], key=_order)
    scattered = index_stories(everywhere, work, "scattered")
    return {
        "add 10 after the last, s": at_end.seconds,
        "add 10 after the last, % of bytes changed": 100 * changed / size,
        "add 10 anywhere, s": scattered.seconds,
    }


def _copy(story: Story, number: int, day: PartialDate | None = None) -> Story:
    """Return a story like another, of the day after `day` or of its own."""
    published = story.header.published
    if day:
        published = replace(day, moment=day.moment + timedelta(days=1, minutes=number))
    header = replace(story.header, published=published)
    slug = f"{story.slug}-again"
    address = f"{published.moment:%Y/%m/%d}/{slug}/" if published else story.address
    return replace(story, header=header, slug=slug, address=address, name=f"{slug}-{number}")


def _order(story: Story) -> tuple[str, str]:
    published = story.header.published
    return (published.isoformat() if published else "", story.slug)


def measure_peer(said: Sequence[Mapping[str, Any]], folder: Path) -> dict[str, float]:
    """Return rows on indexing the same articles with Pagefind, and leave its site in `folder`."""
    articles.write_pages(said, folder)
    cost = measure([*sites.get_pagefind(), "--site", folder], folder)
    size = measure_folder(folder / "pagefind")
    sites.write_peer(folder)
    script = [*(folder / "pagefind").glob("pagefind*.js"), *(folder / "pagefind").glob("wasm.en*")]
    needed = [path for path in script if path.stem in ("pagefind", "pagefind-worker", "wasm.en")]
    return {
        "index and export, processor s": cost.processor,
        "index and export, s": cost.seconds,
        "the same with 2 jobs, s": cost.seconds,
        "GB at the peak": cost.peak / GB,
        "GB at the peak with 2 jobs": cost.peak / GB,
        "files of the index": size.files,
        "MB of the index": size.bytes / MB,
        "kB of script": sum(map(_weigh, needed)),
        "add 10 after the last, s": cost.seconds,
        "add 10 anywhere, s": cost.seconds,
    }
