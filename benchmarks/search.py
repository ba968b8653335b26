"""Measure search as a reader has it and as its owner pays for it, beside Pagefind in the same run.

    python -m benchmarks.search bytes [--articles 10000] [--queries 2]
        what a first query moves, our side alone, without article pages; the quick one

Kilobytes are 1,000 bytes as sent, the search page's HTML and script included, its style left out.
"""

import argparse
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser
from rich.console import Console
from rich.table import Table

from benchmarks import articles, sites
from benchmarks.hosting import Host, hosting
from benchmarks.reading import Answered, ask_first, ask_next, reader
from tests.browsing import browsing, find_chromium


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Yield a browser; end the program with a word to its user where there is none."""
    path = find_chromium()
    if not path:
        raise SystemExit("no Chromium to search with")
    with browsing(path) as browser:
        yield browser


def ask_all(
    browser: Browser, host: Host, queries: Mapping[str, Sequence[str]], each: int
) -> dict[str, list[tuple[Answered, Answered]]]:
    """Return what a first query and one after it took, for `each` queries of every class."""
    found: dict[str, list[tuple[Answered, Answered]]] = {}
    for name, texts in queries.items():
        for first, second in zip(texts[:each], texts[each : 2 * each], strict=False):
            with reader(browser, rounds=True) as page:
                pair = ask_first(page, host, first), ask_next(page, host, second)
            found.setdefault(name, []).append(pair)
    return found


def show_bytes(found: Mapping[str, list[tuple[Answered, Answered]]]) -> Table:
    """Return a table of what readers moved, medians by class of query."""
    heads = ("kB", "requests", "to the first title", "rounds", "then kB", "next kB", "next ms")
    table = Table("a first query", *heads, box=None)
    for name, pairs in found.items():
        firsts, seconds = zip(*pairs, strict=True)
        table.add_row(
            name,
            f"{_median([one.bytes for one in firsts]) / 1e3:.1f}",
            f"{_median([one.requests for one in firsts]):.0f}",
            f"{_median([one.first for one in firsts]):.0f}",
            f"{_median([one.rounds for one in firsts]):.0f}",
            f"{_median([sum(x.bytes for x in one.later) for one in firsts]) / 1e3:.1f}",
            f"{_median([one.bytes for one in seconds]) / 1e3:.1f}",
            f"{_median([one.script for one in seconds]):.0f}",
        )
    return table


def _median(values: Sequence[float]) -> float:
    return statistics.median(values)


def run_bytes(count: int, each: int) -> None:
    """Print what our own side moves for `count` articles, over `each` queries of every class."""
    with tempfile.TemporaryDirectory(prefix="backfile-benchmark-") as name:
        work = Path(name)
        stories = articles.make_stories(articles.read_articles(count))
        assets = sites.write_index(stories, work / "index", work / "site")
        folder = sites.write_ours(stories, work, assets, pages=False)
        with open_chromium() as browser, hosting(folder) as host:
            found = ask_all(browser, host, articles.read_queries(), each)
    Console(width=120).print(show_bytes(found))


def main() -> None:
    """Print what was asked for."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ask.add_argument("what", choices=["bytes"])
    ask.add_argument("--articles", type=int, default=10_000)
    ask.add_argument("--queries", type=int, default=2, help="of each class")
    told = ask.parse_args()
    run_bytes(told.articles, told.queries)


if __name__ == "__main__":
    main()
