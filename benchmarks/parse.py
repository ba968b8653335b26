"""Read and parse real saved pages by the whole command, beside trafilatura on the same pages.

    make bench      or      python -m benchmarks.parse

What is measured are the processor seconds of the command and its workers, less those of a call
for one page; trafilatura finds the text and some metadata, in a process that has started before.
"""

import gzip
import itertools
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import trafilatura

from benchmarks.measure import Cost, get_shared, measure

ROUNDS = 5
MANY = 3_000
"""Pages over which one worker is timed beside two."""

BACKFILE = Path(sys.executable).with_name("backfile")
_MB = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Pages a second of both in one round, and the bytes of our largest process."""

    ours: float
    theirs: float | None
    largest: int


def unpack(kind: str, folder: Path) -> list[Path]:
    """Write the real pages of a kind to `folder`: unpacking is not what is measured."""
    folder.mkdir()
    pages = []
    for source in sorted((get_shared() / "pages" / kind).iterdir()):
        if source.name.endswith(".html.gz"):
            pages.append(folder / source.name.removesuffix(".gz"))
            pages[-1].write_bytes(gzip.decompress(source.read_bytes()))
        elif source.suffix == ".txt":
            pages.append(Path(shutil.copy(source, folder)))
    return pages


def call(pages: Sequence[Path], work: Path, *options: str) -> Cost:
    """Run the command over some pages."""
    listed = work / "pages.txt"
    listed.write_bytes(b"\n".join(map(os.fsencode, pages)))
    words = ("parse", "--jsonl", "--no-publishers", "--files-from", listed)
    return measure([BACKFILE, *words, *options], work)


def time_theirs(pages: Sequence[Path]) -> float:
    """Return the processor seconds that trafilatura takes over all pages."""
    texts = [page.read_bytes().decode("utf-8", errors="replace") for page in pages]
    trafilatura.bare_extraction(texts[0], with_metadata=True)
    started = time.process_time()
    for text in texts:
        trafilatura.bare_extraction(text, with_metadata=True)
    return time.process_time() - started


def run_rounds(pages: Sequence[Path], work: Path) -> Iterator[Round]:
    """Yield what both do, in turns, so that what else the machine does slows down both."""
    count = len(pages)
    for _ in range(ROUNDS):
        start, whole = call(pages[:1], work), call(pages, work)
        markup = pages[0].suffix == ".html"
        yield Round(
            ours=count / (whole.processor - start.processor),
            theirs=count / time_theirs(pages) if markup else None,
            largest=whole.largest,
        )


def print_rounds(kind: str, rounds: Sequence[Round]) -> None:
    """Print the medians of some rounds, and of their ratios."""
    ours = statistics.median(each.ours for each in rounds)
    line = f"  {kind:11}Backfile {ours:6.1f} pages a second"
    both = [(each.ours, each.theirs) for each in rounds if each.theirs]
    if both:
        theirs = statistics.median(theirs for _, theirs in both)
        ratio = statistics.median(ours / theirs for ours, theirs in both)
        line += f"   trafilatura {theirs:6.1f}   {ratio:.2f} times"
    print(line, flush=True)


def repeat(pages: Sequence[Path], folder: Path) -> list[Path]:
    """Give `MANY` names to some pages, one after another."""
    folder.mkdir()
    many = []
    for number, page in zip(range(MANY), itertools.cycle(pages), strict=False):
        many.append(folder / f"{number:05}-{page.name}")
        os.link(page, many[-1])
    return many


def main() -> None:
    """Print pages a second of each kind, what a second worker is worth, and the most memory."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        print(f"Whole command, processor seconds, medians of {ROUNDS} rounds")
        kinds = {kind: unpack(kind, work / kind) for kind in ("articles", "publishers", "pasted")}
        rounds = {kind: list(run_rounds(pages, work)) for kind, pages in kinds.items()}
        for kind, each in rounds.items():
            print_rounds(kind, each)
        largest = max(each.largest for every in rounds.values() for each in every)
        many = repeat([page for pages in kinds.values() for page in pages], work / "many")
        one, two = (call(many, work, "--jobs", jobs).seconds for jobs in ("1", "2"))
        print(f"  {MANY} pages: {one:.1f} s with one worker, {two:.1f} s with two: {one / two:.2f}")
        print(f"  The largest process held {largest / _MB:.0f} MB\n")


if __name__ == "__main__":
    main()
