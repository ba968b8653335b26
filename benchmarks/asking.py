"""What a reader of the archive waits for and pays: first queries, next ones, on a slow line."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.hosting import SLOW, Host, Line, hosting
from benchmarks.reading import Answered, ask_first, ask_next, reader
from tests.browsing import browsing, find_chromium

CLASSES = {
    "rare1": "a rare word",
    "common1": "a common word",
    "3words": "three words",
    "phrase": "a phrase",
}


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Yield a browser; end the program with a word to its user where there is none."""
    path = find_chromium()
    if not path:
        raise SystemExit("no Chromium to search with")
    with browsing(path) as browser:
        yield browser


def ask_pairs(
    browser: Browser, host: Host, queries: Sequence[str]
) -> tuple[list[Answered], list[Answered]]:
    """Return what each query took as a reader's first, and what the one after it did as a next."""
    firsts, nexts = [], []
    for first, second in zip(queries, [*queries[1:], queries[0]], strict=True):
        with reader(browser, rounds=True) as page:
            firsts.append(ask_first(page, host, first))
            nexts.append(ask_next(page, host, second))
    return firsts, nexts


def measure_reading(
    folder: Path, queries: Mapping[str, Sequence[str]], *, snippets: bool
) -> dict[str, float]:
    """Return the rows of a table on the site in `folder`, medians over the queries of a class.

    With `snippets`, the site has its article pages, so that those can be read.
    """
    rows: dict[str, float] = {}
    both: list[Answered] = []
    warm: list[Answered] = []
    with open_chromium() as browser:
        with hosting(folder) as host:
            for name, texts in queries.items():
                firsts, nexts = ask_pairs(browser, host, texts)
                rows[f"first query, {CLASSES[name]}, kB"] = median(firsts, "bytes") / 1e3
                both += firsts
                warm += nexts
        if snippets:
            rows["ten snippets on top, kB"] = _measure_snippets(both) / 1e3
        rows["second query, kB"] = median(warm, "bytes") / 1e3
        rows["second query, ms of script"] = median(warm, "script")
        with hosting(folder, Line(*SLOW)) as host:
            slow = {name: _ask_slowly(browser, host, texts) for name, texts in queries.items()}
    for name, asked in slow.items():
        rows[f"slow line, {CLASSES[name]}, s to the first titles"] = median(asked, "seconds")
    # Without a line to wait for, all is asked for before anything can come.
    rows["requests to the first title, most"] = max(
        one.first for asked in slow.values() for one in asked
    )
    return rows | _count_requests(both)


def median(answered: Sequence[Answered], name: str) -> float:
    """Return the median of one of the numbers of what queries took."""
    values: list[float] = [getattr(one, name) for one in answered]
    return statistics.median(values)


def _count_requests(firsts: Sequence[Answered]) -> dict[str, float]:
    return {
        "requests to all ten, most": max(one.requests for one in firsts),
        "rounds after page and manifest, most": max(one.rounds for one in firsts),
    }


def _measure_snippets(firsts: Sequence[Answered]) -> float:
    """Return the median bytes of the article pages that queries with ten hits went on to read."""
    read = [
        sum(one.bytes for one in first.later if not one.path.startswith("search/"))
        for first in firsts
        if first.titles >= 10
    ]
    return statistics.median(read)


def _ask_slowly(browser: Browser, host: Host, queries: Sequence[str]) -> list[Answered]:
    taken = []
    for query in queries:
        with reader(browser, rounds=False) as page:
            taken.append(ask_first(page, host, query))
    return taken
