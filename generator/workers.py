"""Read and parse many files side by side, in workers that may die without harm.

A page that crashes its worker, fills its memory or takes too long costs that page only. A file of
many pages is read in portions; one that fails is read again page by page.
"""

import gc
import os
import resource
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar
from urllib.parse import unquote

from pebble import ProcessExpired, ProcessPool

from generator.blocks import find_figures
from generator.errors import SnapshotError
from generator.model import Article, Quarantine, Resource, Snapshot
from generator.parsing import NO_GUIDES, Guides, parse_snapshot
from generator.snapshots import Passed, Portion, Span, holds_one_page, plan_portions, read_snapshots

TIME_LIMIT = 60
"""Seconds that one file or one portion may take."""

SCAN_SPEED = 10 << 20
"""The bytes a second, at least, at which a file is gone through on any machine."""

MEMORY_LIMIT = 4 << 30
"""Bytes of address space that one worker may have, the program's own included."""

GROUP_FILES = 8
GROUP_BYTES = 4 << 20
"""The files that a worker is handed at once at most, and the bytes after which no more are."""

PICTURES_LIMIT = 64 << 20
"""The most bytes of the pictures of one page."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What one snapshot came to: articles with the resources they refer to, or all `rendered`."""

    articles: tuple[Article, ...] = ()
    resources: tuple[Resource, ...] = ()
    rendered: tuple[str, ...] = ()


Render: TypeAlias = Callable[[Article], str]
"""What is made of an article by the worker that read it, a function of a module."""

Result: TypeAlias = tuple[Parsed | Quarantine | Passed, ...]

Work: TypeAlias = Sequence[tuple[Path, str]]
"""Files to read, each with the name under which it is reported."""


class Batch(NamedTuple):
    """What some of the pages of a file came to, in their order; `last` says that no more follow."""

    name: str
    results: Result
    last: bool


class Start(NamedTuple):
    """What is known of a file at first: its portions, or all that there is to know."""

    portions: tuple[Portion, ...] = ()
    results: Result = ()


def default_jobs() -> int:
    """Return how many workers this process may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# ── In a worker ──────────────────────────────────────────────────────────────────────────────


def start_file(path: Path, name: str, guides: Guides, *, render: Render | None = None) -> Start:
    """Return the portions of a file of many pages, or what any other file came to."""
    with suppress(SnapshotError):  # Reading comes to the same, and tells it.
        if portions := plan_portions(path):
            return Start(portions=portions)
    return Start(results=parse_span(path, name, guides, Span(), render=render))


def start_files(works: Work, guides: Guides, *, render: Render | None = None) -> tuple[Start, ...]:
    """Return what is known of each of some small files: handing over each alone takes longer."""
    return tuple(start_file(path, name, guides, render=render) for path, name in works)


def parse_span(
    path: Path, name: str, guides: Guides, span: Span, *, render: Render | None = None
) -> Result:
    """Read a part of the file at `path`, reported as `name`, and parse each snapshot in it.

    `guides` are asked about the sites of its pages.
    """
    return tuple(
        _parse(found, guides, render) if isinstance(found, Snapshot) else found
        for found in read_snapshots(path, name, span)
    )


def _parse(snapshot: Snapshot, guides: Guides, render: Render | None) -> Parsed | Quarantine:
    said = parse_snapshot(snapshot, guides)
    if isinstance(said, Quarantine):
        return said
    if render:
        return Parsed(rendered=tuple(map(render, said)))
    return Parsed(articles=said, resources=tuple(_keep_pictures(snapshot, said)))


def _keep_pictures(snapshot: Snapshot, articles: Sequence[Article]) -> Iterator[Resource]:
    """Yield the pictures that the articles show: what came along besides is left behind here."""
    shown = [f.src for article in articles for f in find_figures(article.body) if f.src]
    used = frozenset([*shown, *map(unquote, shown)])
    yield from (each for each in snapshot.resources if each.name in used)
    left = PICTURES_LIMIT
    for name in dict.fromkeys(shown):
        data = snapshot.parts.get(name)
        if data is not None and len(data) <= left:
            left -= len(data)
            yield Resource(name=name, data=data)


def _begin() -> None:
    """Make a worker ready: what it has from its parent is kept, and never looked through."""
    # A search for garbage would write to all that it shares with its parent, and copy it. What is
    # made of a page goes with the page, and leaves next to none.
    gc.freeze()
    gc.set_threshold(50_000)
    _limit_memory()


def _limit_memory() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


# ── Beside the workers ───────────────────────────────────────────────────────────────────────


def has_one_page(path: Path) -> bool:
    """Tell whether a file holds no more than one page, as far as it can be read."""
    with ProcessPool(max_workers=1, initializer=_begin) as pool:
        asked: Future[bool] = pool.schedule(holds_one_page, (path,), timeout=_time_for(path))
        return _wait(asked) is not False


def parse_files(
    files: Work, jobs: int, guides: Guides = NO_GUIDES, *, render: Render | None = None
) -> Iterator[Batch]:
    """Yield what the files came to, in their order, with articles as what `render` makes of them.

    At most a few files or portions a worker are in the air, however many there are.
    """
    with ProcessPool(max_workers=jobs, initializer=_begin) as pool:
        crew = _Crew(pool, jobs, guides, render)
        waiting: deque[tuple[Work, Future[tuple[Start, ...]]]] = deque()
        try:
            for group in _group(files, jobs):
                waiting.append((group, crew.start(group)))
                if sum(len(each) for each, _ in waiting) >= 2 * GROUP_FILES * jobs:
                    yield from crew.collect(*waiting.popleft())
            while waiting:
                yield from crew.collect(*waiting.popleft())
        except BaseException:
            pool.stop()
            raise


def _group(files: Work, jobs: int) -> Iterator[Work]:
    """Yield small files together, so few that each worker gets its share of a short list."""
    most = min(GROUP_FILES, max(1, len(files) // (GROUP_FILES * jobs)))
    group: list[tuple[Path, str]] = []
    weight = 0
    for path, name in files:
        group.append((path, name))
        weight += _size_of(path)
        if len(group) == most or weight > GROUP_BYTES:
            yield group
            group, weight = [], 0
    if group:
        yield group


@dataclass(frozen=True, slots=True)
class _Crew:
    """Workers, and what is asked of them for one file after another."""

    pool: ProcessPool
    jobs: int
    guides: Guides
    render: Render | None

    def start(self, group: Work) -> "Future[tuple[Start, ...]]":
        """Have a worker begin with some files."""
        return self._ask(start_files, group[-1][0], group, self.guides)

    def _ask(self, work: Callable[..., _T], path: Path, *words: object) -> "Future[_T]":
        """Have a worker do some work, for as long as the file `path` may take."""
        options = {"render": self.render}
        future: Future[_T] = self.pool.schedule(work, words, options, timeout=_time_for(path))
        return future

    def collect(self, group: Work, started: "Future[tuple[Start, ...]]") -> Iterator[Batch]:
        """Yield what some files came to; where one of them fails, what each does alone."""
        found = _wait(started)
        for at, (path, name) in enumerate(group):
            if isinstance(found, str) and len(group) > 1:
                yield from self.collect([group[at]], self.start([group[at]]))
            else:
                yield from self._report(path, name, found if isinstance(found, str) else found[at])

    def _report(self, path: Path, name: str, first: Start | str) -> Iterator[Batch]:
        """Yield what a file came to, portion by portion."""
        nothing = True
        for results in self._read(path, name, first):
            nothing = nothing and all(isinstance(one, Passed) for one in results)
            yield Batch(name, results, last=False)
        none = Quarantine(path=name, digest=None, reason="there is no page in it")
        yield Batch(name, (none,) if nothing else (), last=True)

    def _read(self, path: Path, name: str, first: Start | str) -> Iterator[Result]:
        if isinstance(first, str):
            yield (_set_aside(name, None, first),)
        elif first.portions:
            yield from self._read_portions(path, name, first.portions)
        else:
            yield first.results

    def _read_portions(self, path: Path, name: str, cut: Sequence[Portion]) -> Iterator[Result]:
        waiting: deque[tuple[Portion, Future[Result]]] = deque()
        for portion in cut:
            span = Span(portion.start, portion.start + len(portion.names))
            waiting.append((portion, self._ask(parse_span, path, path, name, self.guides, span)))
            if len(waiting) > 2 * self.jobs:
                yield self._finish(path, name, *waiting.popleft())
        while waiting:
            yield self._finish(path, name, *waiting.popleft())

    def _finish(self, path: Path, name: str, portion: Portion, read: "Future[Result]") -> Result:
        """Return what a portion came to; where that fails, what each of its pages does alone."""
        found = _wait(read)
        if not isinstance(found, str):
            return found
        results: Result = ()
        for number, member in enumerate(portion.names, portion.start):
            each: Result | str = found
            if len(portion.names) > 1:
                span = Span(number, number + 1)
                each = _wait(self._ask(parse_span, path, path, name, self.guides, span))
            results += (_set_aside(name, member, each),) if isinstance(each, str) else each
        return results


def _time_for(path: Path) -> float:
    """Return the seconds that some work on a file may take.

    Each worker goes through a file of many pages once, to know where they are.
    """
    return TIME_LIMIT + _size_of(path) / SCAN_SPEED


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _set_aside(name: str, member: str | None, reason: str) -> Quarantine:
    """Return the quarantine of what its worker failed at, which it may not the next time."""
    return Quarantine(path=name, digest=None, reason=reason, member=member, lasts=False)


def _wait(future: "Future[_T]") -> _T | str:
    """Return what a worker was asked for, or why it failed."""
    try:
        return future.result()
    except TimeoutError:
        return f"it took longer than {TIME_LIMIT} seconds to read"
    except MemoryError:
        return "it needs more memory to read than a page may take"
    except ProcessExpired:
        return "reading it ended its worker (it may be damaged, or too large)"
    except OSError as error:
        return f"it can't be read ({error.strerror or error})"
    except SnapshotError as error:
        return str(error)
