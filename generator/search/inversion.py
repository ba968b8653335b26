"""Turn stories inside out: for each word of each field, which documents have it, and where.

Stories are read in runs of some megabytes, by several workers where there is more than one job.
"""

import ctypes
from collections.abc import Iterator, Sequence

from generator.model import Story
from generator.search.forks import run_tasks
from generator.search.joining import join_runs, share_names
from generator.search.postings import Inverted
from generator.search.runs import invert_run
from generator.search.tokens import Vocabulary, read_text

RUN_LIMIT = 4_000_000
"""The characters of a run, after which the next story begins another."""


def invert(stories: Sequence[Story], language: str, jobs: int = 1) -> Inverted:
    """Return the words of `stories`, which become the documents from 0 on.

    `language` is that of the archive, for stories that don't say their own.
    """
    return invert_parts([stories], language, jobs)[0]


def invert_parts(
    parts: Sequence[Sequence[Story]], language: str, jobs: int
) -> tuple[Inverted, ...]:
    """Return the words of each of the parts, whose documents are numbered from 0.

    All that is of more than one run is read by workers, since what they learn goes with them.
    """
    cuts = [(part, run) for part, stories in enumerate(parts) for run in _cut(stories)]
    vocabulary = Vocabulary(language)
    texts = ([read_text(story) for story in parts[part][run]] for part, run in cuts)
    workers = min(jobs, len(cuts)) if len(cuts) > 1 else 0
    runs: list[list[Inverted]] = [[] for _ in parts]
    known: dict[str, str] = {}
    done = run_tasks(lambda given: invert_run(given, vocabulary), texts, workers)
    for (part, _), inverted in zip(cuts, done, strict=True):
        runs[part].append(share_names(inverted, known))
    joined = tuple(join_runs(runs.pop(0)) for _ in parts)
    _trim_heap()
    return joined


def _cut(stories: Sequence[Story]) -> Iterator[slice]:
    """Yield the runs of `stories`."""
    start = size = 0
    for number, story in enumerate(stories, 1):
        size += len(story.text)
        if size >= RUN_LIMIT or number == len(stories):
            yield slice(start, number)
            start, size = number, 0


def _trim_heap() -> None:
    """Have the C library give back what is free, where it can: arrays of runs leave it in holes."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim:
        trim(0)
