"""A saved page in a clone bears the time at which it was committed."""

import os
import subprocess
from pathlib import Path

import pytest

from tools.commit_times import main


def commit(repository: Path, name: str, text: str, moment: str) -> None:
    (repository / name).parent.mkdir(parents=True, exist_ok=True)
    (repository / name).write_text(text)
    env = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["add", "."], [*who, "commit", "--quiet", "--message", "Add"]):
        subprocess.run(["git", *words], cwd=repository, env=env, check=True)


def test_the_first_commit_of_a_page_is_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subprocess.run(["git", "init", "--quiet", "."], cwd=tmp_path, check=True)
    commit(tmp_path, "snapshots/Ärger am Kai – Teil 1.html", "one", "1000000000 +0200")
    commit(tmp_path, "snapshots/deep/two.html", "two", "1100000000 +0000")
    commit(tmp_path, "snapshots/Ärger am Kai – Teil 1.html", "once more", "1200000000 +0000")
    latin = os.fsdecode(b"latin-\xe9.html")
    commit(tmp_path, f"snapshots/{latin}", "three", "1150000000 +0000")
    commit(tmp_path, "notes.txt", "not a page", "1300000000 +0000")
    (tmp_path / "snapshots" / "new.html").write_text("not committed")
    before = (tmp_path / "notes.txt").stat().st_mtime
    monkeypatch.chdir(tmp_path)
    main()
    times = {p.name: p.stat().st_mtime for p in (tmp_path / "snapshots").rglob("*.html")}
    assert times.pop("new.html") > 1_300_000_000
    assert times.pop(latin) == 1_150_000_000
    assert times == {"Ärger am Kai – Teil 1.html": 1_000_000_000, "two.html": 1_100_000_000}
    assert (tmp_path / "notes.txt").stat().st_mtime == before
