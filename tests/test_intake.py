"""Snapshots come into the archive in portions, and the archive is the same."""

import json
import os
import shutil

import pytest

from generator import batches, intake, workers
from generator.config import read_archive
from generator.model import Quarantine
from tests.archives import run, write_files
from tests.test_cli import make_page


def take_in(root):
    archive = read_archive(root)
    stories, _ = intake.content.read_stories(root)
    return intake.take_in(archive, stories, jobs=2, on_file=lambda _done, _total: None)


def read_content(root):
    files = sorted((root / "content").rglob("*"))
    return {path.relative_to(root): path.read_bytes() for path in files if path.is_file()}


PAGES = {
    "a.html": make_page(),
    "b.html": make_page(extra="It was six to three."),
    "c.html": make_page("Ferry late", 5),
    "d.html": make_page("Ferry early", 6),
    "e.html": make_page(),
    "f.html": "",
}


@pytest.fixture
def shelf(make_archive):
    def fill(name):
        root = make_archive({}, name=name)
        write_files(root / "snapshots", PAGES)
        for number, file in enumerate(sorted((root / "snapshots").iterdir())):
            os.utime(file, (1_700_000_000 + number, 1_700_000_000 + number))
        return root

    return fill


def test_small_batches_and_one_large_one_give_the_same_tree(shelf, monkeypatch):
    whole = shelf("whole")
    report = take_in(whole).report
    parts = shelf("parts")
    monkeypatch.setattr(batches, "BATCH_WEIGHT", 1)
    take_in(parts)
    assert read_content(parts) == read_content(whole)
    assert [outcome.verdict for outcome in report.outcomes].count("article") == 3


def test_a_second_look_says_the_same_and_changes_nothing(shelf):
    root = shelf("archive")
    first = take_in(root)
    before = read_content(root)
    second = take_in(root)
    assert first.changed
    assert not second.changed
    assert second.report.outcomes == first.report.outcomes
    assert read_content(root) == before


def test_the_file_time_is_written_down_before_a_copy_loses_it(shelf):
    root = shelf("archive")
    take_in(root)
    said = (root / "snapshots/c.html.backfile.toml").read_text()
    assert 'captured = "2023-11-14T22:13:22+00:00"' in said
    assert 'captured_by = "file time"' in said
    before = read_content(root)
    for path in (root / "content/articles").rglob("*.md"):
        path.unlink()
    for path in (root / "snapshots").iterdir():
        os.utime(path)
    take_in(root)
    assert read_content(root) == before


def read_files(folder, *names):
    results = {}
    for batch in workers.parse_files([(folder / name, name) for name in names], jobs=1):
        results.setdefault(batch.name, []).extend(batch.results)
    return results


def test_a_page_that_kills_its_worker_is_set_aside_and_the_rest_goes_on(tmp_path, monkeypatch):
    def read(path, name, span):
        if name == "deadly":
            os._exit(9)
        return (Quarantine(path=name, digest="d", reason="read"),)

    monkeypatch.setattr(workers, "read_snapshots", read)
    # So many that they are handed over several at once.
    names = [*(f"before {n}" for n in range(20)), "deadly", *(f"after {n}" for n in range(20))]
    results = read_files(tmp_path, *names)
    assert list(results) == names
    assert "ended its worker" in results.pop("deadly")[0].reason
    assert {result.reason for [result] in results.values()} == {"read"}


def test_a_page_that_takes_too_long_is_set_aside_and_the_rest_goes_on(tmp_path, monkeypatch):
    def read(path, name, span):
        while name == "endless":
            pass
        return (Quarantine(path=name, digest="d", reason="read"),)

    monkeypatch.setattr(workers, "read_snapshots", read)
    monkeypatch.setattr(workers, "TIME_LIMIT", 1)
    results = read_files(tmp_path, "endless", "fine")
    assert "took longer" in results["endless"][0].reason
    assert results["fine"][0].reason == "read"


def test_a_page_that_wants_all_memory_is_set_aside(tmp_path, monkeypatch):
    def read(path, name, span):
        return (Quarantine(path=name, digest=bytearray(64 << 30).hex(), reason="read"),)

    monkeypatch.setattr(workers, "read_snapshots", read)
    [result] = read_files(tmp_path, "big")["big"]
    assert "more memory" in result.reason


def test_an_archive_is_built_without_its_snapshots(make_archive):
    root = make_archive({"a.html": make_page()})
    for path in (root / "snapshots").iterdir():
        path.unlink()
    (root / "snapshots").rmdir()
    run("build", cwd=root)
    assert (root / "output/2023/09/04/board-keeps-the-crane/index.html").exists()


FRONT = "<title>The Echo</title><h1>Harbour</h1>" + "".join(
    f'<h2><a href="/a/{n}">Quay {n} closes once again</a></h2><p>It was said at meeting {n}, which '
    "lasted until midnight, of people who had not been asked.</p>"
    for n in range(12)
)


def test_a_front_that_is_added_to_be_kept_stays_kept(make_archive, tmp_path):
    root = make_archive({})
    page = write_files(tmp_path / "saved", {"front.html": FRONT}) / "front.html"
    set_aside = run("add", page, cwd=root, code=3)
    assert "--keep" in set_aside.stdout + set_aside.stderr
    run("add", page, "--keep", "--source", "The Echo", cwd=root)
    sidecar = root / "snapshots/front.html.backfile.toml"
    assert "keep = true" in sidecar.read_text(encoding="utf-8")
    kept = read_content(root)
    assert any("articles" in path.parts for path in kept)
    run("add", page, cwd=root)
    run("build", "--clean", "--no-search", "--strict", cwd=root)
    assert read_content(root) == kept


def test_parse_shows_what_would_be_kept(tmp_path):
    page = write_files(tmp_path, {"front.html": FRONT}) / "front.html"
    run("parse", page, cwd=tmp_path, code=3)
    assert "Quay 3 closes" in run("parse", "--keep", "--jsonl", page, cwd=tmp_path).stdout


# ── Rules ────────────────────────────────────────────────────────────────────────────────────


def write_rule(root, headline):
    rule = f'[[rule]]\nheadline = "{headline}"\n'
    write_files(root / "rules", {"ellery-post.example.toml": rule})


def test_a_page_that_was_set_aside_is_read_again_when_a_rule_changes(make_archive):
    root = make_archive({"a.html": "<html><title>Crane stays</title><body></body></html>"})
    (outcome,) = take_in(root).report.outcomes
    assert outcome.verdict == "quarantined"
    calls = []
    write_rule(root, "title")
    archive = read_archive(root)
    intake.take_in(archive, [], on_file=lambda done, total: calls.append((done, total)))
    assert calls[-1] == (1, 1)


def test_a_fault_in_a_rule_ends_the_command_before_anything_is_changed(make_archive):
    root = make_archive({"a.html": make_page()})
    write_files(root / "rules", {"ellery-post.example.toml": "[[rule]]\nhedline = 'h1'\n"})
    before = read_content(root)
    done = run("build", cwd=root, code=2)
    assert 'ellery-post.example.toml: rule 1: unknown key "hedline"' in done.stderr
    assert read_content(root) == before


# ── An address that has been a page stays one ────────────────────────────────────────────────

CRANE = "2023/09/04/board-keeps-the-crane/"
MOVED = "2023/09/03/board-keeps-the-crane/"


@pytest.fixture
def crane(make_archive):
    """An archive whose site has been built."""
    root = make_archive({})
    write_files(root / "snapshots", {"a.html": make_page(), "c.html": make_page("Ferry late", 5)})
    run("build", cwd=root)
    assert (root / "output" / CRANE / "index.html").is_file()
    return root


def read_site(root):
    files = (path for path in (root / "output").rglob("*") if path.is_file())
    return {path.relative_to(root / "output").as_posix(): path.read_bytes() for path in files}


def assert_moved(root):
    """Check that one address leads to the other, and all else of the site knows the other alone."""
    site = read_site(root)
    stub = site.pop(f"{CRANE}index.html").decode()
    assert f'content="0; url=../../../../{MOVED}"' in stub
    assert "number in the margin" in site[f"{MOVED}index.html"].decode()
    for name in ("feed.xml", "sitemap-2023.xml", "2023/09/index.html"):
        assert MOVED.removeprefix("2023/09/") in site[name].decode()
    assert [name for name, data in site.items() if CRANE.encode() in data] == []
    assert "2023/09/04/index.html" not in site
    hits = json.loads(run("search", "headline:crane", "--json", cwd=root).stdout)
    assert [hit["page"] for hit in hits] == [MOVED]


def test_a_date_that_a_person_corrects_leaves_a_page_that_leads_on(crane):
    file = crane / f"content/articles/{CRANE.rstrip('/')}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Date: 2023-09-04", "Date: 2023-09-03"), encoding="utf-8")
    done = run("build", cwd=crane)
    assert "Aliases" not in done.stdout + done.stderr
    assert_moved(crane)
    before = read_site(crane)
    for folder in ("output", ".backfile"):
        shutil.rmtree(crane / folder)
    run("build", cwd=crane)
    assert read_site(crane) == before


def test_a_headline_that_a_person_corrects_moves_nothing(crane):
    file = crane / f"content/articles/{CRANE.rstrip('/')}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Title: Board", "Title: The board"), encoding="utf-8")
    before = read_site(crane).keys()
    run("build", cwd=crane)
    pages = {name for name in read_site(crane) if name.endswith(".html")}
    assert pages == {name for name in before if name.endswith(".html")}
    page = (crane / "output" / CRANE / "index.html").read_text(encoding="utf-8")
    assert "The board keeps the crane" in page


def correct(root):
    """Put a later capture on the shelf, in which the publisher has corrected the date."""
    page = make_page().replace("2023-09-04", "2023-09-03")
    write_files(root / "snapshots", {"b.html": page})
    os.utime(root / "snapshots/b.html", (4_000_000_000, 4_000_000_000))


def test_a_date_that_a_later_capture_corrects_leaves_a_page_that_leads_on(crane):
    correct(crane)
    run("build", cwd=crane)
    assert_moved(crane)
    before = read_site(crane)
    run("build", "--clean", cwd=crane)
    assert read_site(crane) == before


def test_a_clone_of_an_archive_that_may_have_a_site_elsewhere_keeps_its_addresses(crane):
    for folder in ("output", ".backfile"):
        shutil.rmtree(crane / folder)
    correct(crane)
    run("build", cwd=crane)
    assert_moved(crane)


def test_what_was_never_a_page_leaves_none(make_archive):
    root = make_archive({})
    write_files(root / "snapshots", {"a.html": make_page(), "c.html": make_page("Ferry late", 5)})
    take_in(root)
    correct(root)
    take_in(root)
    run("build", cwd=root)
    assert f"{MOVED}index.html" in read_site(root)
    assert f"{CRANE}index.html" not in read_site(root)
