"""What the benchmarks of search count with."""

import gzip
import time
import urllib.request
from pathlib import Path

import pytest

from benchmarks.hosting import Line, hosting
from benchmarks.indexing import count_changed
from benchmarks.relevance import score
from benchmarks.search import render

TEXT = b"<p>ferry</p>" * 500


def ask(address: str) -> tuple[bytes, str | None]:
    with urllib.request.urlopen(address) as answer:
        return answer.read(), answer.headers["Content-Encoding"]


def test_a_page_is_compressed_and_an_index_is_not(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(TEXT)
    (tmp_path / "w0.bfs").write_bytes(TEXT)
    with hosting(tmp_path) as host:
        page, packed = ask(host.address)
        index, plain = ask(f"{host.address}w0.bfs")
    assert (gzip.decompress(page), packed) == (TEXT, "gzip")
    assert (index, plain) == (TEXT, None)
    assert [(one.path, one.bytes) for one in host.answers] == [
        ("", len(page)),
        ("w0.bfs", len(TEXT)),
    ]
    assert not host.moving


def test_a_slow_line_is_slow(tmp_path: Path) -> None:
    (tmp_path / "w0.bfs").write_bytes(TEXT)
    started = time.perf_counter()
    with hosting(tmp_path, Line(rate=30_000, delay=0.1)) as host:
        ask(f"{host.address}w0.bfs")
    assert time.perf_counter() - started >= 0.1 + len(TEXT) / 30_000


@pytest.mark.parametrize(
    ("names", "gained"), [(["a", "b"], 1), (["x", "a"], 0.3869), (["x"], 0), (["b"], 0.6131)]
)
def test_what_is_relevant_counts_more_the_earlier_it_stands(
    names: list[str], gained: float
) -> None:
    assert score(names, {"a", "b"}) == pytest.approx(gained, abs=1e-4)


def test_a_row_has_both_sides_and_their_ratio() -> None:
    table = render([10], [{"kB": 37.04, "files": 4.0}, {"kB": 231.0}])
    assert table.splitlines()[2:] == ["| kB | 37.0 | 231 | 0.16 |", "| files | 4 |  |  |"]


def test_only_files_that_are_new_or_other_count_as_changed(tmp_path: Path) -> None:
    for name, text in (
        ("old/a", "a"),
        ("old/b", "b"),
        ("new/a", "a"),
        ("new/b", "bb"),
        ("new/c", "ccc"),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    assert count_changed(tmp_path / "old", tmp_path / "new") == 5
