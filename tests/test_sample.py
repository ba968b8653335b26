"""The sample's snapshots are read as those who wrote them meant them.

`sample-truth.json` has what each of them says, by its path in `snapshots/`.
"""

import json
from pathlib import Path

import pytest

from generator.model import Article, Figure, Paragraph, PartialDate, Quarantine
from generator.parsing import parse_snapshot
from generator.snapshots import find_files, read_snapshots

ROOT = Path(__file__).parents[1]
TRUTH: dict[str, dict[str, object]] = json.loads(
    (Path(__file__).parent / "sample-truth.json").read_text(encoding="utf-8")
)


def parse(name: str) -> Article:
    """Return the article of a snapshot of the sample."""
    (snapshot,) = read_snapshots(ROOT / "snapshots" / name, name)
    assert not isinstance(snapshot, Quarantine), snapshot.reason
    said = parse_snapshot(snapshot)
    assert not isinstance(said, Quarantine), said.reason
    return said[0]


def describe(article: Article) -> dict[str, object]:
    """Return what an article says, in the form of the truth."""
    header = article.header
    return {
        "headline": header.headline,
        "dek": header.dek,
        "byline": list(header.byline),
        "agency": header.agency,
        "section": header.section,
        "topics": list(header.topics),
        "published": _isoformat(header.published),
        "modified": _isoformat(header.modified),
        "captured": _isoformat(header.captured),
        "language": header.language,
        "source": header.source,
        "url": header.url,
        "paragraphs": sum(isinstance(block, Paragraph) for block in article.body),
        "figures": sum(isinstance(block, Figure) for block in article.body),
        "kind": article.snapshot.kind,
    }


def _isoformat(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_a_snapshot_of_the_sample_is_read_as_it_was_meant(name: str) -> None:
    assert describe(parse(name)) == TRUTH[name]


def test_the_truth_has_every_snapshot_of_the_sample() -> None:
    folder = ROOT / "snapshots"
    files = find_files(folder).snapshots
    assert {file.relative_to(folder).as_posix() for file in files} == set(TRUTH)
