"""Score the bodies that are read from real pages, beside trafilatura's, and say what is missed.

    python -m benchmarks.bodies            print scores, intervals, and kinds of failure
    python -m benchmarks.bodies --write    write them into docs/parsing.md as well

A body is compared with the truth by its shingles of four words, as the article-extraction-benchmark
does; where the truth has the body with and without its dek, the better of the two counts.
"""

import gzip
import json
import random
import re
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

import trafilatura

from benchmarks.failures import Failure, find_failures, render_failures
from benchmarks.measure import ROOT, get_shared
from benchmarks.shingles import Score, f1_of, score_body
from generator.blocks import plain_text
from generator.model import Article, Snapshot
from generator.parsing import parse_snapshot
from generator.snapshots import read_snapshots

SETS = ("articles", "publishers")
DRAWS = 10_000
DOCUMENT = ROOT / "docs" / "parsing.md"

_MARKS = re.compile(r"(<!-- measured -->\n).*?(<!-- /measured -->)", re.DOTALL)

Reader: TypeAlias = Callable[[Path], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A saved page and the texts that are right for it."""

    name: str
    path: Path
    truths: tuple[str, ...]


def read_ours(path: Path) -> str:
    """Return the body that Backfile reads, empty where it takes the page for no article."""
    for snapshot in read_snapshots(path, path.name):
        articles = parse_snapshot(snapshot) if isinstance(snapshot, Snapshot) else ()
        if isinstance(articles, tuple) and articles and isinstance(articles[0], Article):
            return plain_text(articles[0].body, figures=False)
    return ""


def read_theirs(path: Path, *, fast: bool) -> str:
    """Return the body that trafilatura reads."""
    return trafilatura.extract(path.read_bytes(), include_comments=False, fast=fast) or ""


READERS: Mapping[str, Reader] = {
    "Backfile": read_ours,
    "trafilatura": partial(read_theirs, fast=False),
    "trafilatura, fast": partial(read_theirs, fast=True),
}


def unpack(name: str, folder: Path) -> Iterator[Page]:
    """Write the pages of one set to `folder`, and yield them with their truths."""
    for source in sorted((get_shared() / "pages" / name).glob("*.json")):
        truth = json.loads(source.read_text(encoding="utf-8"))
        if not truth.get("body_text"):
            continue
        page = folder / f"{source.stem}.html"
        page.write_bytes(gzip.decompress(source.with_suffix(".html.gz").read_bytes()))
        texts = dict.fromkeys([truth["body_text"], truth.get("body_text_with_dek")])
        yield Page(name=source.stem, path=page, truths=tuple(filter(None, texts)))


def average(scores: Sequence[Score]) -> float:
    """Return the F1 of mean precision and mean recall."""
    means = (statistics.fmean(part) for part in zip(*scores, strict=True))
    return f1_of(Score(*means))


def find_interval(ours: Sequence[Score], theirs: Sequence[Score]) -> tuple[float, float]:
    """Return between what lies the difference of two averages in 95% of draws of the pages.

    This is the paired bootstrap (Efron and Tibshirani 1993, chapter 13): each draw takes as many
    pages as there are, with replacement, and scores both readers on the same pages.
    """
    chance = random.Random(3)  # noqa: S311 - the same draws on every run
    drawn = sorted(
        average([ours[at] for at in draw]) - average([theirs[at] for at in draw])
        for draw in (chance.choices(range(len(ours)), k=len(ours)) for _ in range(DRAWS))
    )
    return drawn[round(0.025 * DRAWS)], drawn[round(0.975 * DRAWS)]


def measure_set(name: str, folder: Path) -> tuple[list[str], list[Failure]]:
    """Return the lines of a table on one set, and where our readings of it fall short."""
    pages = list(unpack(name, folder))
    said = {reader: [read(page.path) for page in pages] for reader, read in READERS.items()}
    scores = {
        reader: [score_body(page.truths, text) for page, text in zip(pages, texts, strict=True)]
        for reader, texts in said.items()
    }
    rows = [_render_row(name, len(pages), reader, scores) for reader in READERS]
    failures = [
        failure
        for page, text in zip(pages, said["Backfile"], strict=True)
        for failure in find_failures(page.name, page.truths, text)
    ]
    return rows, failures


def _render_row(name: str, count: int, reader: str, scores: Mapping[str, Sequence[Score]]) -> str:
    ours = scores["Backfile"]
    precision, recall = (statistics.fmean(part) for part in zip(*scores[reader], strict=True))
    row = f"| {name}, {count} | {reader} | {precision:.4f} | {recall:.4f} "
    row += f"| {average(scores[reader]):.4f} "
    if reader == "Backfile":
        return f"{row}| |"
    low, high = find_interval(ours, scores[reader])
    return f"{row}| {average(ours) - average(scores[reader]):+.4f} ({low:+.4f} to {high:+.4f}) |"


def render_report() -> str:
    """Return two tables in Markdown: the scores, and the kinds of failure that remain."""
    rows: list[str] = []
    failures: list[Failure] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in SETS:
            more, missed = measure_set(name, Path(folder))
            rows += more
            failures += missed
    head = "| pages | reader | precision | recall | F1 | Backfile's lead (95% interval) |\n"
    table = f"{head}|---|---|--:|--:|--:|--:|\n" + "\n".join(rows)
    return f"{table}\n\n{render_failures(failures)}\n"


def main() -> None:
    """Print the report, and write it into the document where asked to."""
    report = render_report()
    print(report)
    if "--write" in sys.argv[1:]:
        text = DOCUMENT.read_text(encoding="utf-8")
        DOCUMENT.write_text(_MARKS.sub(rf"\g<1>\n{report}\n\g<2>", text), encoding="utf-8")


if __name__ == "__main__":
    main()
