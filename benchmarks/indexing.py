"""Index and export a pickle of stories, in a process of its own, and say what that took.

    python -m benchmarks.indexing STORIES STATE STAGE JOBS

What an earlier run left in STATE is made use of, as in an archive's own folder of state.
"""

import json
import pickle
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.measure import ROOT, measure
from generator.model import SearchAssets, Story
from generator.search.build import export, write_index

SAID = "indexing.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexing:
    """What indexing took: seconds by the clock and of the processors, and bytes at its peak.

    The seconds are those of indexing and exporting alone; the peak holds the stories as well.
    """

    seconds: float
    processor: float
    peak: int
    assets: SearchAssets


def index_stories(
    stories: Sequence[Story], work: Path, name: str = "site", jobs: int = 2
) -> Indexing:
    """Index and export `stories` into `work`/`name`, with the state that is in `work`, if any."""
    pickled = work / "stories.pickle"
    pickled.write_bytes(pickle.dumps(stories))
    (work / name).mkdir(exist_ok=True)
    module = ["env", f"PYTHONPATH={ROOT}", sys.executable, "-m", "benchmarks.indexing"]
    cost = measure([*module, pickled, work / "index", work / name, str(jobs)], work)
    said = json.loads((work / SAID).read_text(encoding="utf-8"))
    return Indexing(
        seconds=said["seconds"],
        processor=said["processor"],
        peak=cost.peak,
        assets=SearchAssets(**said["assets"]),
    )


def count_changed(before: Path, after: Path) -> int:
    """Return how many bytes are in files of `after` that `before` hasn't, or has otherwise."""
    return sum(
        path.stat().st_size
        for path in after.rglob("*")
        if path.is_file() and not _is_same(path, before / path.relative_to(after))
    )


def _is_same(path: Path, other: Path) -> bool:
    return other.is_file() and other.read_bytes() == path.read_bytes()


def _used() -> float:
    """Return the processor seconds that this process and those it has waited for have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Index what is named, and leave what it took beside it."""
    pickled, state, stage = map(Path, sys.argv[1:4])
    with pickled.open("rb") as file:
        stories = pickle.load(file)  # noqa: S301 - our own
    started, used = time.perf_counter(), _used()
    write_index(stories, state, "en", int(sys.argv[4]))
    assets = export(state, stage)
    seconds, processor = time.perf_counter() - started, _used() - used
    said = {"seconds": seconds, "processor": processor, "assets": asdict(assets)}
    (pickled.parent / SAID).write_text(json.dumps(said), encoding="utf-8")


if __name__ == "__main__":
    main()
