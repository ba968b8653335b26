"""Saved pages are read: each folder of the corpus is a page, and what has to be read of it.

`BACKFILE_GOLDEN=1` writes what is expected again, for a person to look at.
"""

import json
import os
from pathlib import Path

import pytest

from generator.model import Article, Quarantine
from generator.parsing import parse_snapshot
from generator.snapshots import read_snapshots
from tests.parsing.describing import describe

CORPUS = Path(__file__).parents[1] / "corpus"
CASES = sorted(folder for folder in CORPUS.glob("page-*") if folder.is_dir())


def read(html: str, folder: Path) -> Article | Quarantine:
    """Return the one article of a page saved in `folder`."""
    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    (snapshot,) = read_snapshots(file, file.name)
    assert not isinstance(snapshot, Quarantine)
    said = parse_snapshot(snapshot)
    return said if isinstance(said, Quarantine) else said[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_saved_page_is_read(case: Path) -> None:
    (snapshot,) = read_snapshots(case / "source.html", "source.html")
    (article,) = parse_snapshot(snapshot)
    found = describe(article)
    expected = case / "expected.json"
    if os.environ.get("BACKFILE_GOLDEN"):
        text = json.dumps(found, indent=2, ensure_ascii=False)
        expected.write_text(f"{text}\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


def test_every_case_is_whole() -> None:
    for case in CASES:
        assert {file.name for file in case.iterdir()} == {"source.html", "expected.json"}
