"""Two builds give the same bytes, wherever and however often, and other programs agree."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archives import Built, build_sample, copy_sample, run

ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
}
"""An environment unlike the one that the tests run in."""


def digest_tree(root: Path) -> dict[str, str]:
    """Return the digest of every file below `root`, by its path there."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def find_differences(one: Path, other: Path) -> list[str]:
    """Return the files that are not the same in two folders, or not in both."""
    here, there = digest_tree(one), digest_tree(other)
    return sorted(name for name in here | there if here.get(name) != there.get(name))


def test_a_build_elsewhere_gives_the_same_bytes(sample_site: Built, tmp_path: Path) -> None:
    copy_sample(tmp_path)
    run("build", "--jobs", "1", cwd=tmp_path, env=ELSEWHERE)
    for part in ("output", "content", "snapshots"):
        assert find_differences(tmp_path / part, sample_site.root / part) == []


def test_what_the_repository_holds_is_what_the_build_makes(sample_site: Built) -> None:
    here = Path(__file__).parents[1]
    for part in ("content", "snapshots"):
        assert find_differences(sample_site.root / part, here / part) == []


def test_content_is_made_again_from_the_snapshots_alone(sample_site: Built, tmp_path: Path) -> None:
    copy_sample(tmp_path)
    for part in ("articles", "revisions", "media"):
        shutil.rmtree(tmp_path / "content" / part, ignore_errors=True)
    run("build", cwd=tmp_path)
    assert find_differences(tmp_path / "content", sample_site.root / "content") == []


def test_the_site_is_made_again_from_content_alone(sample_site: Built, tmp_path: Path) -> None:
    shutil.copy2(sample_site.root / "backfile.toml", tmp_path)
    shutil.copytree(sample_site.root / "content", tmp_path / "content")
    assert run("build", "--strict", cwd=tmp_path).stderr == ""
    assert find_differences(tmp_path / "output", sample_site.output) == []


def test_a_second_build_changes_nothing(tmp_path: Path) -> None:
    build_sample(tmp_path)
    files = [
        path for path in tmp_path.rglob("*") if path.is_file() and ".backfile" not in path.parts
    ]
    before = {path: path.stat().st_mtime_ns for path in files}
    run("build", cwd=tmp_path)
    after = {path: path.stat().st_mtime_ns for path in before if path.exists()}
    assert after == before


def test_the_snapshots_are_what_the_manifest_says(sample_site: Built) -> None:
    done = subprocess.run(
        ["sha256sum", "-c", "manifest-sha256.txt"],
        cwd=sample_site.root / "snapshots",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count(": OK") >= 40


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_stock_pelican_builds_the_content(sample_site: Built, tmp_path: Path, theme: str) -> None:
    pelican = [sys.executable, "-m", "pelican"]
    done = subprocess.run(
        [*pelican, sample_site.root / "content", "-o", tmp_path / "out", "-t", theme],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not re.search(r"\b(ERROR|CRITICAL)\b", done.stdout + done.stderr), done.stderr
    articles = len(list((sample_site.root / "content" / "articles").rglob("*.md")))
    assert len(list((tmp_path / "out").glob("[12]*.html"))) <= articles
    assert f"Processed {articles} articles" in done.stdout + done.stderr
