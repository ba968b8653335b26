"""Read and parse many files side by side, in workers that may die without harm.

A page that crashes its worker, fills its memory or takes too long costs that page only.
"""

import os
import resource
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pebble import ProcessExpired, ProcessPool

from generator.model import Article, Quarantine, Resource
from generator.parsing import NO_GUIDES, Guides, parse_snapshot
from generator.snapshots import read_snapshots

TIME_LIMIT = 60
"""Seconds that one file may take."""

MEMORY_LIMIT = 4 << 30
"""Bytes of address space that one worker may have, the program's own included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What one snapshot of a file came to: its articles with the resources they refer to."""

    articles: tuple[Article, ...]
    resources: tuple[Resource, ...] = ()


Result: TypeAlias = tuple[Parsed | Quarantine, ...]

Work: TypeAlias = Sequence[tuple[Path, str]]
"""Files to read, each with the name under which it is reported."""


def default_jobs() -> int:
    """Return how many workers this process may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parse_file(path: Path, name: str, guides: Guides) -> Result:
    """Read the file at `path`, reported as `name`, and parse each snapshot in it.

    `guides` are asked about the sites of its pages.
    """
    results: list[Parsed | Quarantine] = []
    for snapshot in read_snapshots(path, name):
        if isinstance(snapshot, Quarantine):
            results.append(snapshot)
            continue
        said = parse_snapshot(snapshot, guides)
        if isinstance(said, Quarantine):
            results.append(said)
        else:
            results.append(Parsed(articles=said, resources=snapshot.resources))
    return tuple(results)


def parse_files(files: Work, jobs: int, guides: Guides = NO_GUIDES) -> Iterator[tuple[str, Result]]:
    """Yield each file's name with its result, in the order of `files`.

    At most a few files a worker are in the air, so that memory doesn't grow with their number.
    """
    with ProcessPool(max_workers=min(jobs, len(files) or 1), initializer=_limit_memory) as pool:
        waiting: deque[tuple[str, Future[Result]]] = deque()
        try:
            for path, name in files:
                task = pool.schedule(parse_file, (path, name, guides), timeout=TIME_LIMIT)
                waiting.append((name, task))
                if len(waiting) >= 8 * jobs:
                    yield _collect(*waiting.popleft())
            while waiting:
                yield _collect(*waiting.popleft())
        except BaseException:
            pool.stop()
            raise


def _collect(name: str, future: "Future[Result]") -> tuple[str, Result]:
    try:
        return name, future.result()
    except TimeoutError:
        reason = f"it took longer than {TIME_LIMIT} seconds to read"
    except MemoryError:
        reason = "it needs more memory to read than a page may take"
    except ProcessExpired:
        reason = "reading it ended its worker (it may be damaged, or too large)"
    except OSError as error:
        reason = f"it can't be read ({error.strerror or error})"
    return name, (Quarantine(path=name, digest=None, reason=reason),)


def _limit_memory() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
