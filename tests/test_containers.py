"""The same page is the same article, whatever it was saved in, and each page is accounted for."""

import base64
import gzip
import io
import json
import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator import workers
from generator.model import Quarantine
from generator.parsing import NO_GUIDES, render_record
from generator.snapshots import Span
from generator.snapshots.encodings import decode
from tests.archives import run, write_files
from tests.conftest import MakeArchive
from tests.snapshots.containers import make_mhtml, make_webarchive
from tests.snapshots.warcs import make_arc, make_wacz, make_warc
from tests.snapshots.zips import make_zip
from tests.test_cli import make_page

URL = "https://gazette.example/2023/09/crane"
WORDS = (
    "The board of the harbour keeps the crane, by six votes to three, for another ten years. " * 2
)

_CANONICAL = re.compile(r"<link rel=.?canonical[^>]*>")


def make_picture(shade: int = 90) -> bytes:
    out = io.BytesIO()
    pixels = bytes((x * y + shade) % 256 for y in range(200) for x in range(320))
    Image.frombytes("L", (320, 200), pixels).save(out, "PNG")
    return out.getvalue()


def make_story(number: int = 1, src: str = "/quay.png") -> str:
    """Return a page with a picture, whose text differs with `number`."""
    return f"""<!DOCTYPE html><html lang="en"><head>
<title>Crane {number} stays | The Gazette</title>
<link rel="canonical" href="{URL}{number}"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2023-09-04T14:11:00+02:00"></head><body>
<article><h1>Crane {number} stays</h1><p>{WORDS}</p><figure><img src="{src}" width="320"
height="200"><figcaption>The crane {number} at dusk</figcaption></figure><p>“It is no
ornament”, said Jo Roe. {WORDS}</p></article></body></html>"""


def make_singlefile(page: str) -> bytes:
    """Return what SingleFile saves of a page: with a note, and the pictures within it."""
    note = (
        f"<!--\n Page saved with SingleFile \n url: {URL}1 \n"
        " saved date: Mon Sep 04 2023 14:11:05 GMT+0200 (Central European Summer Time)\n-->"
    )
    picture = base64.b64encode(make_picture()).decode()
    page = page.replace("p_files/quay.png", f"data:image/png;base64,{picture}")
    return page.replace("<head>", f"{note}<head>", 1).encode()


def read_records(folder: Path, *names: str) -> list[dict[str, Any]]:
    """Return the records of what is in some files, without what tells where it was saved."""
    records = []
    for batch in workers.parse_files([(folder / name, name) for name in names], jobs=1):
        for parsed in batch.results:
            assert not isinstance(parsed, Quarantine), parsed
            for article in parsed.articles if isinstance(parsed, workers.Parsed) else ():
                record = render_record(article)
                for key in ("captured", "snapshot"):
                    record.pop(key)
                record["evidence"] = {
                    field: witness
                    for field, witness in record["evidence"].items()
                    if field not in ("captured", "url")
                }
                records.append(record)
    return records


# ── The same article ─────────────────────────────────────────────────────────────────────────

PICTURES = {"https://gazette.example/quay.png": make_picture()}
PAGE = make_story(src="p_files/quay.png")
ONE_PAGE: Mapping[str, Callable[[], bytes]] = {
    "html.gz": lambda: gzip.compress(PAGE.encode()),
    "zip": lambda: make_zip({"p.html": PAGE, "p_files/quay.png": make_picture()}),
    "zip.gz": lambda: gzip.compress(make_zip({"p.html": PAGE})),
    "zip in a zip": lambda: make_zip(
        {"in.zip": make_zip({"deep/p.html.gz": ONE_PAGE["html.gz"]()})}
    ),
    "named .pdf": PAGE.encode,
    "UTF-16": lambda: PAGE.encode("utf-16"),
    "MHTML": lambda: make_mhtml(f"{URL}1", make_story(src="p_files/quay.png"), PICTURES),
    "MHTML in a zip": lambda: make_zip({"p.mhtml": ONE_PAGE["MHTML"]()}),
    "web archive": lambda: make_webarchive(f"{URL}1", PAGE, PICTURES),
    "SingleFile": lambda: make_singlefile(PAGE),
    "WARC": lambda: make_warc({f"{URL}1": PAGE, **PICTURES}, gzipped=False),
    "WARC.gz": lambda: make_warc({f"{URL}1": PAGE, **PICTURES}),
    "WARC.gz in a zip": lambda: make_zip({"crawl.warc.gz": make_warc({f"{URL}1": PAGE})}),
    "WARC gzipped twice": lambda: gzip.compress(make_warc({f"{URL}1": PAGE})),
    "ARC.gz": lambda: make_arc({f"{URL}1": PAGE, **PICTURES}),
    "WACZ": lambda: make_wacz({f"{URL}1": PAGE, **PICTURES}),
    "WACZ in a zip": lambda: make_zip({"crawl.wacz": make_wacz({f"{URL}1": PAGE})}),
}


@pytest.mark.parametrize("kind", ONE_PAGE)
def test_a_page_is_the_same_article_whatever_it_was_saved_in(tmp_path: Path, kind: str) -> None:
    name = "page.pdf" if kind == "named .pdf" else "page.bin"
    write_files(tmp_path, {"page.html": PAGE, name: ONE_PAGE[kind]()})
    plain, packed = read_records(tmp_path, "page.html"), read_records(tmp_path, name)
    for record in (*plain, *packed):
        # A file that was saved alone knows no more of its picture than where it was.
        record["figures"] = [figure["caption"] for figure in record["figures"]]
    assert packed == plain
    assert plain[0]["headline"] == "Crane 1 stays"


SAVED = "2026-11-04T12:11:05Z"
"""Later than any of the real pages: a page isn't published after it was saved."""


def save_real_page(page: str, url: str) -> Mapping[str, bytes]:
    """Return a real page in each kind of file, by the name of the file."""
    at = max(0, page.lower().find("<html"))
    note = f"<!--\n Page saved with SingleFile \n url: {url} \n saved date: {SAVED}\n-->"
    mark = f"<!-- saved from url=({len(url):04d}){url} -->\n"
    return {
        "page.html": (page[:at] + mark + page[at:]).encode(),
        "single.html": (page[:at] + note + page[at:]).encode(),
        "page.mhtml": make_mhtml(url, page, {}, "Wed, 04 Nov 2026 12:11:05 +0000"),
        "page.webarchive": make_webarchive(url, page, {}),
        "page.warc.gz": make_warc({url: page}, time=SAVED),
        "page.arc": make_arc({url: page}, time=SAVED),
        "page.wacz": make_wacz({url: page}, time=SAVED),
    }


@pytest.mark.shared
def test_a_real_page_is_the_same_article_whatever_it_was_saved_in(
    shared: Path, tmp_path: Path
) -> None:
    for file in sorted((shared / "pages" / "publishers").glob("*.html.gz"))[::8]:
        truth = json.loads(
            file.with_name(file.name.replace(".html.gz", ".json")).read_text("utf-8")
        )
        page = decode(gzip.decompress(file.read_bytes()))
        files = save_real_page(page, truth["url"])
        write_files(tmp_path, files)
        plain, *others = read_records(tmp_path, *files)
        for name, packed in zip(list(files)[1:], others, strict=True):
            assert packed == plain, f"{file.name} as {name}"


@given(
    numbers=st.lists(st.integers(1, 60), min_size=1, max_size=6, unique=True),
    nested=st.booleans(),
)
def test_many_pages_in_a_zip_file_are_the_articles_that_they_are_alone(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], nested: bool
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    files = {f"{number:02}.html": make_story(number) for number in sorted(numbers)}
    packed = make_zip({"in.zip": make_zip(files)} if nested else files)
    write_files(folder, {**files, "all.zip": packed})
    assert parse_in_process(folder, ["all.zip"]) == parse_in_process(folder, list(files))


def parse_in_process(folder: Path, names: list[str]) -> list[dict[str, object]]:
    records = []
    for name in names:
        for parsed in workers.parse_span(folder / name, name, NO_GUIDES, Span()):
            assert isinstance(parsed, workers.Parsed)
            records += [render_record(article) for article in parsed.articles]
    for record in records:
        del record["captured"], record["snapshot"], record["evidence"]
    return records


# ── Accounts ─────────────────────────────────────────────────────────────────────────────────


def read_tree(root: Path, *parts: str) -> dict[str, bytes]:
    files = (path for part in parts for path in sorted((root / part).rglob("*")))
    return {str(path.relative_to(root)): path.read_bytes() for path in files if path.is_file()}


MANY = {
    "a.html": make_story(1, "a_files/q.png"),
    "a_files/q.png": make_picture(),
    "b.html": make_story(2),
    "again.html": make_story(2),
    "empty.html": "",
    "x.pdf": b"%PDF-1.7",
    "more.zip": make_zip({"c.html": make_story(3), "d.mhtml": make_mhtml(URL, make_story(4), {})}),
}


def add(root: Path, *paths: Path) -> dict[str, Any]:
    done = run("add", *paths, "--json", cwd=root, code=None)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def verdicts(report: dict[str, Any]) -> dict[str, str]:
    return {each["path"]: each["verdict"] for each in report["files"]}


def test_each_page_in_a_file_is_accounted_for(make_archive: MakeArchive, tmp_path: Path) -> None:
    root = make_archive({})
    write_files(tmp_path / "in", {"many.zip": make_zip(MANY), "b.html": make_story(2)})
    report = add(root, tmp_path / "in")
    assert verdicts(report) == {
        "b.html": "article",
        "many.zip": "container",
        "many.zip/a.html": "article",
        "many.zip/again.html": "duplicate",
        "many.zip/b.html": "duplicate",
        "many.zip/empty.html": "quarantined",
        "many.zip/more.zip/c.html": "article",
        "many.zip/more.zip/d.mhtml": "article",
        "many.zip/x.pdf": "quarantined",
    }
    assert sum(report["counts"].values()) == len(report["files"])
    details = {each["path"]: each["detail"] for each in report["files"]}
    assert details["many.zip"] == "7 pages"
    assert details["many.zip/again.html"] == "the same page as b.html"
    (file,) = (root / "content/articles").rglob("crane-1-stays.md")
    assert "Snapshot_path: many.zip\nSnapshot_member: a.html\n" in file.read_text()
    assert len(list((root / "content/media").iterdir())) == 1


def test_a_settled_file_is_not_read_again_and_the_ledger_only_saves_work(
    make_archive: MakeArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_archive({})
    write_files(tmp_path / "in", {"many.zip": make_zip(MANY)})
    first = add(root, tmp_path / "in")
    build = run("build", cwd=root)
    tree = read_tree(root, "content", "snapshots", "output")
    again = run("build", cwd=root)
    assert (again.stdout, again.stderr) == (build.stdout, build.stderr)
    ledger = (root / ".backfile/ledger.json").read_bytes()
    shutil.rmtree(root / ".backfile")
    anew = run("build", cwd=root)
    assert (anew.stdout, anew.stderr) == (build.stdout, build.stderr)
    assert read_tree(root, "content", "snapshots", "output") == tree
    assert (root / ".backfile/ledger.json").read_bytes() == ledger
    assert verdicts(add(root, tmp_path / "in")) == {str(tmp_path / "in/many.zip"): "duplicate"}
    assert Counter(verdicts(first).values())["article"] == 4
    shutil.rmtree(root / "content")
    shutil.rmtree(root / "output")
    run("build", cwd=root)
    assert read_tree(root, "content", "snapshots", "output") == tree


def test_the_same_page_in_two_files_is_one_snapshot(
    make_archive: MakeArchive, tmp_path: Path
) -> None:
    root = make_archive({})
    one = write_files(tmp_path, {"one.zip": make_zip({"a.html": make_story(1)})}) / "one.zip"
    add(root, one)
    tree = read_tree(root, "content")
    write_files(
        tmp_path,
        {
            "two.zip": make_zip({"x.html": make_story(1), "y.html": make_story(5)}),
            "a.html": make_story(1),
        },
    )
    assert verdicts(add(root, tmp_path / "two.zip", tmp_path / "a.html")) == {
        "a.html": "duplicate",
        "two.zip": "container",
        "two.zip/x.html": "duplicate",
        "two.zip/y.html": "article",
    }
    assert tree.items() <= read_tree(root, "content").items()


@pytest.mark.parametrize("canonical", [True, False])
def test_a_page_and_its_record_in_a_crawl_are_filed_by_the_record_in_any_order(
    make_archive: MakeArchive, tmp_path: Path, *, canonical: bool
) -> None:
    page = make_story(1) if canonical else _CANONICAL.sub("", make_story(1))
    assert ("canonical" in page) is canonical
    crawl = make_warc({f"{URL}1": page})
    saved = write_files(tmp_path, {"a.html": page, "b.warc.gz": crawl, "c.html": page})
    orders = [
        [["a.html"], ["b.warc.gz"]],
        [["b.warc.gz"], ["a.html"]],
        [["a.html", "b.warc.gz"]],
        [["b.warc.gz", "c.html"], ["a.html"]],
    ]
    trees = []
    for number, portions in enumerate(orders):
        root = make_archive({}, name=f"archive-{number}")
        for portion in portions:
            add(root, *(saved / name for name in portion))
        trees.append(read_tree(root, "content"))
        run("build", "--no-search", cwd=root)
        assert read_tree(root, "content") == trees[-1]
    assert all(tree == trees[0] for tree in trees)
    (article,) = (text.decode() for name, text in trees[0].items() if name.endswith(".md"))
    assert f"Original: {URL}1\n" in article
    assert "Captured: 2023-09-04T12:11:05" in article
    assert "b.warc.gz" in article


def test_a_file_without_a_page_says_so(make_archive: MakeArchive, tmp_path: Path) -> None:
    root = make_archive({})
    write_files(tmp_path, {"a.zip": make_zip({"q.png": make_picture()}), "b.zip": make_zip({})})
    report = add(root, tmp_path / "a.zip", tmp_path / "b.zip")
    assert verdicts(report) == {"a.zip": "quarantined", "b.zip": "quarantined"}
    assert {each["detail"] for each in report["files"]} == {"there is no page in it"}


def test_an_address_is_given_to_one_page_only(make_archive: MakeArchive, tmp_path: Path) -> None:
    root = make_archive({})
    write_files(tmp_path, {"many.zip": make_zip(MANY), "one.zip": make_zip({"b.html": PAGE})})
    done = run("add", tmp_path / "many.zip", "--url", URL, cwd=root, code=2)
    assert "--url names one page" in done.stderr
    assert list((root / "snapshots").iterdir()) == []
    run("add", tmp_path / "one.zip", "--url", f"{URL}7", cwd=root)
    assert f"Original: {URL}1\n" in next((root / "content").rglob("crane*.md")).read_text()


def test_the_file_time_is_kept_for_what_knows_no_other(
    make_archive: MakeArchive, tmp_path: Path
) -> None:
    root = make_archive({})
    file = write_files(tmp_path, {"a.zip": make_zip({"a.html": make_story(1)})}) / "a.zip"
    os.utime(file, (1_700_000_000, 1_700_000_000))
    add(root, file)
    said = (root / "snapshots/a.zip.backfile.toml").read_text()
    assert 'captured = "2023-11-14T22:13:20+00:00"' in said
    before = read_tree(root, "content", "snapshots")
    run("build", cwd=root)
    shutil.rmtree(root / ".backfile")
    os.utime(root / "snapshots/a.zip")
    run("build", cwd=root)
    assert read_tree(root, "content", "snapshots") == before


def test_parse_says_which_page_of_a_file_it_is(tmp_path: Path) -> None:
    write_files(tmp_path, {"many.zip": make_zip(MANY)})
    done = run("parse", "--jsonl", "many.zip", cwd=tmp_path, code=3)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["snapshot"]["member"] for record in records] == [
        "a.html",
        "again.html",
        "b.html",
        "more.zip/c.html",
        "more.zip/d.mhtml",
    ]
    assert {record["snapshot"]["path"] for record in records} == {"many.zip"}
    assert "quarantined: many.zip/x.pdf: a PDF" in done.stderr


def test_pages_of_a_crawl_are_filed_with_their_pictures(
    make_archive: MakeArchive, tmp_path: Path
) -> None:
    root = make_archive({})
    pages = {f"{URL}{number}": make_story(number) for number in range(1, 4)}
    crawl = make_warc({**pages, **PICTURES, f"{URL}9": "<html><body>Nothing.</body></html>"})
    write_files(tmp_path, {"crawl.warc.gz": crawl + b"\x1f\x8b\x08cut"})
    report = add(root, tmp_path / "crawl.warc.gz")
    details = {each["path"]: each["detail"] for each in report["files"]}
    verdicts_of = verdicts(report)
    label = f"crawl.warc.gz: {URL}2 2023-09-04T12:11:05Z"
    assert verdicts_of[label] == "article"
    assert verdicts_of[f"crawl.warc.gz: {URL}9 2023-09-04T12:11:05Z"] == "quarantined"
    assert Counter(each["verdict"] for each in report["files"]) == {
        "container": 1,
        "article": 3,
        "quarantined": 2,
    }
    assert "4 pages, and 1 part or request" in str(report["files"])
    assert details[label] == "2023/09/04/crane-2-stays/"
    assert len(list((root / "content/media").iterdir())) == 1
    tree = read_tree(root, "content", "snapshots")
    build = run("build", cwd=root)
    assert "crawl.warc.gz: its gzip is damaged" in build.stderr
    shutil.rmtree(root / ".backfile")
    assert run("build", cwd=root).stderr == build.stderr
    assert read_tree(root, "content", "snapshots") == tree
    text = next((root / "content/articles").rglob("crane-2-stays.md")).read_text()
    assert "Captured_evidence: WARC record" in text
    assert f"Snapshot_member: {URL}2 2023-09-04T12:11:05Z" in text


# ── Workers ──────────────────────────────────────────────────────────────────────────────────


def test_a_page_that_kills_its_worker_costs_that_page_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = workers.parse_snapshot

    def die(snapshot: Any, guides: Any) -> Any:
        if snapshot.member == "2.html":
            os._exit(9)
        return parse(snapshot, guides)

    monkeypatch.setattr(workers, "parse_snapshot", die)
    pages = {f"{number}.html": make_story(number) for number in range(1, 5)}
    file = write_files(tmp_path, {"many.zip": make_zip(pages)}) / "many.zip"
    batches = list(workers.parse_files([(file, "many.zip")], jobs=2))
    results = [result for batch in batches for result in batch.results]
    names = [
        result.member if isinstance(result, Quarantine) else result.articles[0].snapshot.member
        for result in results
        if not isinstance(result, workers.Passed)
    ]
    assert names == ["1.html", "2.html", "3.html", "4.html"]
    (lost,) = (result for result in results if isinstance(result, Quarantine))
    assert "ended its worker" in lost.reason
    assert not lost.lasts
    assert [batch.last for batch in batches] == [False, True]


def test_only_the_pictures_of_the_article_leave_the_worker(tmp_path: Path) -> None:
    page = make_story(1, "p_files/q.png").replace(
        "<article>", '<nav><a href="/"><img src="p_files/logo.png"></a></nav><article>'
    )
    files = {"p.html": page, "p_files/q.png": make_picture(), "p_files/logo.png": make_picture(9)}
    file = write_files(tmp_path, {"p.zip": make_zip(files)}) / "p.zip"
    (batch, _) = workers.parse_files([(file, "p.zip")], jobs=1)
    (parsed,) = (each for each in batch.results if isinstance(each, workers.Parsed))
    assert [each.name for each in parsed.resources] == ["p_files/q.png"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_is_that_of_the_files_and_of_the_pages_in_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr("generator.snapshots.portions.PAGES_LIMIT", 1)
    pages = {f"{number}.html": make_page(f"Crane {number} stays", number) for number in range(1, 9)}
    write_files(tmp_path, {"x.zip": make_zip(pages), **pages})
    names = ["x.zip", *pages]
    found = []
    for batch in workers.parse_files([(tmp_path / name, name) for name in names], jobs=jobs):
        found += [each.articles[0].snapshot.label for each in batch.results]
    assert found == [f"x.zip/{name}" for name in pages] + list(pages)


def test_a_file_with_two_faults_is_one_file_that_is_set_aside(make_archive: MakeArchive) -> None:
    package = {"profile": "data-package", "resources": [{"path": "indexes/x.cdx", "hash": "x"}]}
    crawl = make_zip({"datapackage.json": json.dumps(package), "pages/pages.jsonl": "{}"})
    root = make_archive({"crawl.wacz": crawl})
    reports = [run("build", cwd=root).stderr for _ in range(2)]
    assert reports[0] == reports[1]
    (line,) = (line for line in reports[0].splitlines() if "crawl.wacz" in line)
    assert "without a WARC file in it; indexes/x.cdx" in line
