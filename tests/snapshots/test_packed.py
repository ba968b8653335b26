from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Evidence, Quarantine, Snapshot
from generator.snapshots import Passed, read_snapshots
from generator.snapshots.packed import is_packed_page
from tests.snapshots.containers import GIF, make_packed_singlefile

URL = "https://echo.example/quay"
PAGE = "<!DOCTYPE html><title>Größe</title><p>The quay – closed.</p><img src=images/0.gif>"
PICTURES = {"images/0.gif": GIF, "frames/0/index.html": b"<p>Buy.</p>"}
DATE = "Mon Sep 04 2023 14:11:05 GMT+0200 (Central European Summer Time)"
PACKED = make_packed_singlefile(URL, PAGE, PICTURES, DATE)


def read(folder: Path, data: bytes) -> Snapshot | Quarantine:
    file = folder / "page.html"
    file.write_bytes(data)
    (said,) = read_snapshots(file, file.name)
    assert isinstance(said, Snapshot | Quarantine)
    return said


def test_a_page_that_unpacks_itself_is_read_with_its_pictures(tmp_path: Path) -> None:
    snapshot = read(tmp_path, PACKED)
    assert isinstance(snapshot, Snapshot)
    assert (snapshot.kind, snapshot.url) == ("singlefile", URL)
    assert snapshot.text.endswith(PAGE)
    assert snapshot.captured is not None
    assert snapshot.captured.isoformat() == "2023-09-04T14:11:05+02:00"
    assert Evidence(field="captured", witness="SingleFile comment") in snapshot.evidence
    assert snapshot.parts["images/0.gif"] == GIF


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PACKED.replace(b"index.html", b"other.html"), "without its text"),
        (PACKED[: PACKED.index(b"PK") + 20], "damaged or cut off"),
    ],
)
def test_a_packed_page_that_can_not_be_read_says_why(
    tmp_path: Path, data: bytes, words: str
) -> None:
    said = read(tmp_path, data)
    assert isinstance(said, Quarantine)
    assert words in said.reason


def test_other_pages_are_not_packed() -> None:
    assert not is_packed_page(b"<html><p>data-sfz PK\3\4")
    assert not is_packed_page(b"<html data-sfz><p>PK")


@given(st.integers(0, len(PACKED)), st.integers(0, 40), st.binary(max_size=40))
def test_no_bytes_are_too_strange(
    tmp_path_factory: pytest.TempPathFactory, at: int, cut: int, noise: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "page.html"
    file.write_bytes(PACKED[:at] + noise + PACKED[at + cut :])
    # Behind the mark of a zip file, the page is one of several members.
    said = list(read_snapshots(file, file.name))
    assert said
    assert all(isinstance(one, (Snapshot, Passed)) or one.reason for one in said)
