"""Write the words of parts: for Whoosh, and for the browser."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from generator.forks import run_tasks
from generator.search import part, segment
from generator.search.heap import trim_heap
from generator.search.index import PARTS, RUNS
from generator.search.inversion import read_runs, write_runs
from generator.search.lengths import Lengths
from generator.search.run_files import map_run, write_run
from generator.search.tokens import Text

PartLengths: TypeAlias = Mapping[str, Lengths]
"""By the digests of parts, how long each field is in each of their documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What there is to write: parts by their digests, each of runs by their keys.

    `before` has for each part the one before it, which may have been written long ago. The runs
    with the keys `missing` are yet to be read. `language` is that of the archive, and `folder` that
    of its index.
    """

    parts: Mapping[str, Sequence[str]]
    before: Mapping[str, str]
    missing: frozenset[str]
    folder: Path
    language: str
    jobs: int


def write_words(order: Order, texts: Iterator[tuple[str, list[Text]]]) -> Iterator[PartLengths]:
    """Write the words of parts; `texts` are of the runs that are missing, by their keys.

    Yield the lengths of fields once they are known, and then go on.
    """
    runs, jobs = order.folder / RUNS, order.jobs
    write_runs(texts, runs, order.language, min(jobs, len(order.missing)) if jobs > 1 else 0)
    trim_heap()
    # In a process of its own, which gives back all that it took, and one after the other.
    joined = run_tasks(partial(_join, runs, order.parts), order.parts, 1 if jobs > 1 else 0)
    yield dict(zip(order.parts, joined, strict=True))

    def write(task: tuple[str, bool]) -> None:
        digest, exported = task
        # Not before: what its words take in memory, a worker would copy.
        mapped = map_run(runs / digest)
        if exported:
            folder, before = order.folder / PARTS, order.before.get(digest)
            known = part.read_pairs(folder / before) if before else ()
            part.write_words(mapped, folder / digest, order.language, known)
        else:
            segment.write_words(mapped, order.folder, digest)

    for tasks in _list_tasks(order):
        for _ in run_tasks(write, tasks, min(jobs, len(tasks)) if jobs > 1 else 0):
            pass


def _list_tasks(order: Order) -> list[list[tuple[str, bool]]]:
    """Return what there is to do: parts, and whether it is what is exported of them.

    What is exported takes longest, and needs that of the part before to be there.
    """
    late = [digest for digest in order.parts if order.before.get(digest) in order.parts]
    soon = [(digest, True) for digest in order.parts if digest not in late]
    tasks = [soon + [(digest, False) for digest in order.parts]]
    return tasks + [[(digest, True)] for digest in late]


def _join(folder: Path, parts: Mapping[str, Sequence[str]], digest: str) -> Lengths:
    """Keep what the runs of a part come to in a file beside them; return its lengths."""
    run = read_runs(parts[digest], folder)
    write_run(folder / digest, run)
    lengths = {name: field.lengths for name, field in run.fields.items()}
    del run
    trim_heap()
    return lengths
