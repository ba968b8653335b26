"""Read and parse real saved pages, beside trafilatura alone on the same pages, in one process.

    make bench      or      python -m benchmarks.parse

trafilatura finds the text and some metadata; what Backfile does over it is what is measured.
"""

import gzip
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from benchmarks.measure import get_shared
from generator.model import Snapshot
from generator.parsing import parse_snapshot
from generator.snapshots import read_snapshots

ROUNDS = 3


def parse_ours(path: Path) -> None:
    """Read one file and parse what is in it."""
    for snapshot in read_snapshots(path, path.name):
        if isinstance(snapshot, Snapshot):
            parse_snapshot(snapshot)


def parse_theirs(path: Path) -> None:
    """Let trafilatura extract one file."""
    page = path.read_bytes().decode("utf-8", errors="replace")
    trafilatura.bare_extraction(page, with_metadata=True)


def time_pages(parse: Callable[[Path], None], pages: Sequence[Path]) -> float:
    """Return the processor seconds that `parse` takes over all pages."""
    started = time.process_time()
    for page in pages:
        parse(page)
    return time.process_time() - started


def unpack(folder: Path) -> list[Path]:
    """Write the real pages, unpacked, to `folder`: unpacking is not what is measured."""
    pages = []
    for source in sorted((get_shared() / "pages").glob("*/*.html.gz")):
        pages.append(folder / f"{source.parent.name}-{source.name.removesuffix('.gz')}")
        pages[-1].write_bytes(gzip.decompress(source.read_bytes()))
    return pages


def main() -> None:
    """Print pages a second of both, and their ratio, each the median of a few rounds."""
    with tempfile.TemporaryDirectory() as name:
        pages = unpack(Path(name))
        time_pages(parse_ours, pages[:1])
        time_pages(parse_theirs, pages[:1])
        rounds = [
            (time_pages(parse_ours, pages), time_pages(parse_theirs, pages)) for _ in range(ROUNDS)
        ]
    ours = len(pages) / statistics.median(ours for ours, _ in rounds)
    theirs = len(pages) / statistics.median(theirs for _, theirs in rounds)
    print(f"{len(pages)} real pages, one process, median of {ROUNDS} rounds")
    print(f"  Backfile     {ours:6.1f} pages a second")
    print(f"  trafilatura  {theirs:6.1f} pages a second   {theirs / ours:.2f} times ours\n")


if __name__ == "__main__":
    main()
