"""Measure search as a reader has it and as its owner pays for it, beside Pagefind in the same run.

    python -m benchmarks.search bytes [--articles 10000] [--queries 2]
        what a first query moves, our side alone, without article pages; the quick one
    python -m benchmarks.search all [--articles 10000 50000] [--queries 3] [--write]
        every row of the table in docs/measurements.md, and write it there
    python -m benchmarks.search relevance [--write]
        nDCG@10 on a public test collection

Kilobytes are 1,000 bytes as sent, the search page's HTML and script included, its style left out.
Pagefind is installed into an environment of its own.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import articles, sites
from benchmarks.asking import CLASSES, ask_pairs, measure_reading, median, open_chromium
from benchmarks.hosting import hosting
from benchmarks.keeping import measure_ours, measure_peer
from benchmarks.measure import ROOT
from benchmarks.reading import Answered
from benchmarks.relevance import score_all

DOCUMENT = ROOT / "docs" / "measurements.md"


def run_bytes(count: int, each: int) -> None:
    """Print what our own side moves for `count` articles, over `each` queries of every class."""
    heads = ("kB", "requests", "rounds", "of what, kB and requests", "later kB", "next kB, ms")
    table = Table("", *heads, box=None)
    with tempfile.TemporaryDirectory(prefix="backfile-benchmark-") as name:
        work = Path(name)
        stories = articles.make_stories(articles.read_articles(count))
        assets = sites.write_index(stories, work / "index", work / "site")
        folder = sites.write_ours(stories[:1], work, assets)
        with open_chromium() as browser, hosting(folder) as host:
            for kind, queries in read_queries(each).items():
                firsts, nexts = ask_pairs(browser, host, queries)
                later = [sum(answer.bytes for answer in one.later) for one in firsts]
                table.add_row(
                    CLASSES[kind],
                    f"{median(firsts, 'bytes') / 1e3:.1f}",
                    f"{median(firsts, 'requests'):.0f}",
                    f"{median(firsts, 'rounds'):.0f}",
                    break_down(firsts[0]),
                    f"{sorted(later)[len(later) // 2] / 1e3:.1f}",
                    f"{median(nexts, 'bytes') / 1e3:.1f}, {median(nexts, 'script'):.0f}",
                )
    Console(width=160).print(table)


def break_down(answered: Answered) -> str:
    """Return the bytes of an answer by the first letters of the names of the files it took."""
    sums: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for answer in answered.answers:
        name = answer.path.rpartition("/")[2] or "index.html"
        short = "other" if re.fullmatch(r"[0-9a-f]{12}\.bfs", name) else re.split(r"[\d.]", name)[0]
        sums[short] += answer.bytes
        counts[short] += 1
    return ", ".join(f"{name} {sums[name] / 1e3:.1f} ({counts[name]})" for name in sums)


def read_queries(each: int) -> Mapping[str, Sequence[str]]:
    """Return `each` queries of every class."""
    queries = articles.read_queries()
    return {name: queries[name][:each] for name in CLASSES}


def run_all(counts: Sequence[int], each: int) -> str:
    """Return a table in Markdown of both sides for each number of articles."""
    columns: list[dict[str, float]] = []
    for count in counts:
        said = articles.read_articles(count)
        with tempfile.TemporaryDirectory(prefix="backfile-benchmark-") as name:
            work = Path(name)
            stories = articles.make_stories(said)
            ours = measure_ours(stories, work, pages=count <= articles.FEW)
            ours |= measure_reading(
                work / "site", read_queries(each), snippets=count <= articles.FEW
            )
            theirs = measure_peer(said, work / "peer")
            theirs |= measure_reading(work / "peer", read_queries(each), snippets=False)
        columns += [ours, theirs]
        print(render(counts[: len(columns) // 2], columns), flush=True)
    return render(counts, columns)


def render(counts: Sequence[int], columns: Sequence[Mapping[str, float]]) -> str:
    """Return rows that stand in any of `columns`: ours, Pagefind's and the ratio by `counts`."""
    heads = [f"{count:,}: Backfile | Pagefind | ratio" for count in counts]
    lines = [f"| | {' | '.join(heads)} |", f"|---|{'--:|' * 3 * len(counts)}"]
    labels = dict.fromkeys(label for column in columns for label in column)
    for label in labels:
        cells = []
        for ours, theirs in zip(columns[::2], columns[1::2], strict=True):
            cells += [_show(ours.get(label)), _show(theirs.get(label))]
            cells.append(_divide(ours.get(label), theirs.get(label)))
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _show(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"


def _divide(ours: float | None, theirs: float | None) -> str:
    return f"{ours / theirs:.2f}" if ours is not None and theirs else ""


def write_report(name: str, report: str) -> None:
    """Put `report` between the marks that have its name in the document of measurements."""
    marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(marks.sub(rf"\g<1>\n{report}\n\g<2>", text), encoding="utf-8")


def main() -> None:
    """Print what was asked for."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ask.add_argument("what", choices=["bytes", "all", "relevance"])
    ask.add_argument("--articles", type=int, nargs="*")
    ask.add_argument("--queries", type=int, help="of each class")
    ask.add_argument("--write", action="store_true", help="into the documents as well")
    told = ask.parse_args()
    if told.what == "bytes":
        run_bytes((told.articles or [10_000])[0], told.queries or 2)
        return
    if told.what == "relevance":
        report = score_all()
    else:
        report = run_all(told.articles or [10_000, 50_000], told.queries or 3)
    print(report)
    if told.write:
        write_report(told.what, report)


if __name__ == "__main__":
    main()
