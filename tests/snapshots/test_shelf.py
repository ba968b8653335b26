"""Snapshots are copied onto the shelf once, and their manifest is one that anyone can check."""

import os
import subprocess
import tempfile
import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.files import digest_file
from generator.model import PartialDate
from generator.snapshots.shelf import Said, read_manifest, shelve, write_manifest, write_sidecar
from generator.snapshots.sidecars import parse_sidecar

DAY = PartialDate.fromisoformat("2023-09-05")
NAMES = st.text(min_size=1, max_size=40).filter(
    lambda name: (
        "/" not in name and "\0" not in name and name not in (".", "..") and encodable(name)
    )
)


def encodable(name: str) -> bool:
    try:
        return len(name.encode()) <= 255
    except UnicodeEncodeError:
        return False


def put(path: Path, data: bytes = b"<p>news</p>") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@given(st.dictionaries(NAMES, st.text("0123456789abcdef", min_size=64, max_size=64)))
def test_a_manifest_is_read_back_whatever_the_names(digests):
    with tempfile.TemporaryDirectory() as folder:
        write_manifest(Path(folder), digests)
        assert read_manifest(Path(folder)) == digests


def test_sha256sum_checks_names_with_line_ends_and_backslashes(tmp_path):
    names = ["plain.html", "two\nlines.html", "back\\slash.html", "ünï.html", " space .html"]
    files = [put(tmp_path / name, name.encode()) for name in names]
    write_manifest(tmp_path, {file.name: digest_file(file) for file in files})
    check = ["sha256sum", "-c", "--strict", "manifest-sha256.txt"]
    subprocess.run(check, cwd=tmp_path, check=True, capture_output=True)


def test_what_a_person_wrote_into_a_manifest_is_passed_over(tmp_path):
    put(tmp_path / "manifest-sha256.txt", b"# mine\n\n" + b"a" * 64 + b"  x.html\n")
    assert read_manifest(tmp_path) == {"x.html": "a" * 64}


def test_a_copy_keeps_its_folders_its_parts_and_its_time(tmp_path):
    page = put(tmp_path / "saved/herald/crane.html")
    part = put(tmp_path / "saved/herald/crane_files/quay.jpg")
    os.utime(page, (1_693_836_660, 1_693_836_660))
    shelf = tmp_path / "snapshots"
    root, digest = tmp_path / "saved", digest_file(page)
    name = shelve(page, root=root, parts=[part], folder=shelf, digest=digest)
    assert name == "herald/crane.html"
    assert (shelf / name).stat().st_mtime == 1_693_836_660
    assert (shelf / "herald/crane_files/quay.jpg").read_bytes() == part.read_bytes()


def test_another_page_of_the_same_name_moves_into_a_folder_with_its_parts(tmp_path):
    shelf = tmp_path / "snapshots"
    put(shelf / "crane.html", b"another")
    page = put(tmp_path / "saved/crane.html")
    part = put(tmp_path / "saved/crane_files/quay.jpg")
    root, digest = tmp_path / "saved", digest_file(page)
    name = shelve(page, root=root, parts=[part], folder=shelf, digest=digest)
    assert name == f"{digest[:12]}/crane.html"
    assert (shelf / digest[:12] / "crane_files/quay.jpg").exists()
    assert (shelf / "crane.html").read_bytes() == b"another"


@given(source=st.text(max_size=30), url=st.text(max_size=30))
def test_what_is_said_of_a_page_is_read_back_from_its_sidecar(source, url):
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "a.html")
        captured = PartialDate.fromisoformat("2023-09-05T10:00+02:00")
        write_sidecar(page, Said(url=url, source=source, captured=captured))
        said = tomllib.loads(Path(folder, "a.html.backfile.toml").read_text(encoding="utf-8"))
    assert said.pop("captured") == "2023-09-05T10:00+02:00"
    assert said == {key: value for key, value in (("url", url), ("source", source)) if value}


def test_that_a_page_is_to_be_kept_is_read_back(tmp_path):
    write_sidecar(tmp_path / "a.html", Said(keep=True))
    data = (tmp_path / "a.html.backfile.toml").read_bytes()
    assert parse_sidecar(data) == Said(keep=True)


def test_what_is_said_now_goes_over_what_was_said_before():
    before = Said(url="https://a.example/x", captured=DAY, captured_by="file time", keep=True)
    now = Said(source="The Echo").over(before)
    assert (now.url, now.source, now.captured_by, now.keep) == (
        "https://a.example/x",
        "The Echo",
        "file time",
        True,
    )
    later = Said(captured=PartialDate.fromisoformat("2024")).over(before)
    assert (later.captured_by, later.url) == (None, "https://a.example/x")


def test_where_nothing_is_said_no_sidecar_is_written(tmp_path):
    write_sidecar(tmp_path / "a.html", Said())
    assert list(tmp_path.iterdir()) == []
