"""Zip files: each page in them is a snapshot, and what belongs to it comes with it."""

import gzip
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.files import digest_bytes
from generator.model import Evidence, Quarantine, Snapshot
from generator.snapshots import Passed, Span, opening, plan_portions, read_snapshots, zipped
from tests.snapshots.containers import GIF, make_mhtml
from tests.snapshots.zips import make_timed_zip, make_zip, overlap

PAGE = "<!DOCTYPE html><html><head><title>Ferry late</title></head><body><p>It was late.</p></body>"
WITH_PICTURE = PAGE.replace("<p>", '<img src="p_files/quay%20a.gif"><p>')


def save(folder: Path, data: bytes, name: str = "saved.zip") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def read(file: Path) -> dict[str | None, Snapshot]:
    found = [each for each in read_snapshots(file, "saved.zip") if not isinstance(each, Passed)]
    assert all(isinstance(each, Snapshot) for each in found), found
    return {each.member: each for each in found if isinstance(each, Snapshot)}


def reasons(file: Path) -> dict[str, str]:
    found = read_snapshots(file, "saved.zip")
    return {each.label: each.reason for each in found if isinstance(each, Quarantine)}


# ── Pages ────────────────────────────────────────────────────────────────────────────────────


def test_each_page_is_a_snapshot_by_its_own_name_and_digest(tmp_path: Path) -> None:
    packed = gzip.compress(PAGE.encode(), mtime=0)
    inner = make_zip({"deep/c.html": f"{PAGE}c", "d.html": f"{PAGE}d"})
    files = {"b.txt": "Ferry late\n\nIt was.", "a.html": PAGE, "e.gz": packed, "in.zip": inner}
    found = read(save(tmp_path, make_zip(files)))
    assert {name: each.kind for name, each in found.items()} == {
        "a.html": "html",
        "b.txt": "text",
        "e.gz": "html",
        "in.zip/d.html": "html",
        "in.zip/deep/c.html": "html",
    }
    assert found["a.html"].digest == digest_bytes(PAGE.encode())
    assert found["e.gz"].digest == digest_bytes(packed)
    assert found["in.zip/d.html"].digest == digest_bytes(f"{PAGE}d".encode())
    assert found["in.zip/d.html"].ref.label == "saved.zip/in.zip/d.html"


@pytest.mark.parametrize("name", ["saved.zip", "page.html", "saved"])
def test_a_zip_file_is_one_whatever_it_is_called_and_packed_in(tmp_path: Path, name: str) -> None:
    data = make_zip({"a.html": PAGE})
    assert list(read(save(tmp_path, data, name))) == ["a.html"]
    assert list(read(save(tmp_path, gzip.compress(data), name))) == ["a.html"]


def test_two_files_of_one_name_are_both_there(tmp_path: Path) -> None:
    file = save(tmp_path, make_zip({"a.html": PAGE}))
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile(file, "a") as box:
        box.writestr("a.html", f"{PAGE}2")
    assert list(read(file)) == ["a.html", "a.html (2)"]


def test_what_a_system_adds_is_nobodys(tmp_path: Path) -> None:
    files = {"a.html": PAGE, "__MACOSX/._a.html": b"\0\5\x16\7", ".DS_Store": b"x", "x/": b""}
    assert list(read(save(tmp_path, make_zip(files)))) == ["a.html"]
    assert reasons(tmp_path / "saved.zip") == {}


def test_parts_of_pages_are_counted_and_no_snapshots(tmp_path: Path) -> None:
    files = {
        "p.html": PAGE,
        "p_files/frame.html": PAGE,
        "img/quay.gif": GIF,
        "css/style.css": "p { color: red }",
        "js/run.js": "run()",
        "js/page.js": PAGE,
        "font": b"wOF2\0",
    }
    found = list(read_snapshots(save(tmp_path, make_zip(files)), "saved.zip"))
    assert sum(each.count for each in found if isinstance(each, Passed)) == 4
    assert [each.member for each in found if isinstance(each, Snapshot)] == ["js/page.js", "p.html"]


@pytest.mark.parametrize("folder", ["", "in/"])
def test_pictures_are_found_where_the_page_says(tmp_path: Path, folder: str) -> None:
    files = {f"{folder}p.html": WITH_PICTURE, f"{folder}p_files/quay a.gif": GIF}
    (page,) = read(save(tmp_path, make_zip(files))).values()
    assert dict(page.parts) == {"p_files/quay%20a.gif": GIF}
    (page,) = read(save(tmp_path, make_zip({"x.zip": make_zip(files)}))).values()
    assert dict(page.parts) == {"p_files/quay%20a.gif": GIF}


def test_a_page_leads_to_no_picture_outside_of_the_zip_file(tmp_path: Path) -> None:
    save(tmp_path, GIF, "quay.gif")
    page = PAGE.replace("<p>", '<img src="../../quay.gif"><img src="quay.gif"><p>')
    (found,) = read(save(tmp_path, make_zip({"p.html": page}))).values()
    assert dict(found.parts) == {}
    assert found.resources == ()


def test_mhtml_in_a_zip_file_keeps_its_pictures_address_and_time(tmp_path: Path) -> None:
    url = "https://example.com/ferry"
    page = PAGE.replace("<p>", '<img src="/quay.gif"><p>')
    date = "Mon, 4 Sep 2023 12:11:00 -0000"
    data = make_mhtml(url, page, {"https://example.com/quay.gif": GIF}, date)
    (found,) = read(save(tmp_path, make_zip({"p.mhtml": data}))).values()
    assert (found.kind, found.url, dict(found.parts)) == ("mhtml", url, {"/quay.gif": GIF})
    assert Evidence(field="captured", witness="MHTML header") in found.evidence


# ── Names ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\news\\a.html", "C:/news/a.html"),
        ("a\x1b[31m\u202eb.html", "a\ufffd[31m\ufffdb.html"),
        ("a  b / c.html", "a b/c.html"),
        ("Märkte.html", "Märkte.html"),
        ("x" * 2_000, "…" + "x" * 299),
    ],
)
def test_a_name_is_but_a_label(tmp_path: Path, name: str, shown: str) -> None:
    assert list(read(save(tmp_path, make_zip({name: PAGE})))) == [shown]
    assert [path.name for path in tmp_path.iterdir()] == ["saved.zip"]


def test_a_name_in_utf_8_that_does_not_say_so_is_read_as_it_was_meant(tmp_path: Path) -> None:
    data = make_zip({"Märkte.html": PAGE})
    old = data.replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00")
    assert list(read(save(tmp_path, old))) == ["Märkte.html"]


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=5, unique=True))
def test_no_name_is_too_strange(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    folder = tmp_path_factory.getbasetemp()
    files = {name.encode("utf-8", "replace").decode(): PAGE for name in names}
    list(read_snapshots(save(folder, make_zip(files)), "saved.zip"))


# ── When and where from ──────────────────────────────────────────────────────────────────────


def captured(snapshot: Snapshot) -> tuple[str, str]:
    (by,) = (said.witness for said in snapshot.evidence if said.field == "captured")
    assert snapshot.captured
    return snapshot.captured.isoformat(), by


def test_the_time_in_the_zip_file_comes_before_that_of_the_file(tmp_path: Path) -> None:
    (page,) = read(save(tmp_path, make_timed_zip("a.html", PAGE))).values()
    assert captured(page) == ("2023-09-04T12:11+00:00", "time in the zip file")
    local = make_zip({"a.html": PAGE}, when=(2023, 9, 4, 14, 11, 0))
    (page,) = read(save(tmp_path, local)).values()
    assert captured(page) == ("2023-09-04T14:11", "time in the zip file")
    (page,) = read(save(tmp_path, make_zip({"a.html": PAGE}))).values()
    assert captured(page)[1] == "file time"


def test_what_is_said_beside_a_page_in_the_zip_file_counts(tmp_path: Path) -> None:
    file = save(
        tmp_path,
        make_zip(
            {
                "a.html": PAGE,
                "a.html.backfile.toml": 'url = "https://example.com/a"\nsource = "The Log"',
                "b.html": PAGE,
                "c.html": PAGE,
                "c.html.backfile.toml": "source = 7",
            }
        ),
    )
    save(tmp_path, b'source = "The Other"\ncaptured = "2021"', "saved.zip.backfile.toml")
    found = [each for each in read_snapshots(file, "saved.zip") if isinstance(each, Snapshot)]
    assert [(each.source, each.url) for each in found] == [
        ("The Log", "https://example.com/a"),
        ("The Other", None),
    ]
    assert {captured(each) for each in found} == {("2021", "sidecar")}
    assert "must be text" in reasons(file)["saved.zip/c.html"]


def test_an_address_is_said_of_one_page_only(tmp_path: Path) -> None:
    save(tmp_path, b'url = "https://example.com/a"', "saved.zip.backfile.toml")
    file = save(tmp_path, make_zip({"a.html": PAGE, "style.css": "a{}"}))
    assert read(file)["a.html"].url == "https://example.com/a"
    save(tmp_path, make_zip({"a.html": PAGE, "b.html": PAGE}))
    assert list(reasons(file)) == ["saved.zip"]
    assert "more than one page" in reasons(file)["saved.zip"]
    assert list(read_snapshots(file, "saved.zip", Span(1, 2))) == []


# ── What can't be read ───────────────────────────────────────────────────────────────────────


def test_each_file_that_is_no_page_is_set_aside_under_its_name(tmp_path: Path) -> None:
    files = {"x.pdf": b"%PDF-1.7", "in.zip": make_zip({"y.rtf": b"{\\rtf1 x}"}), "ok.html": PAGE}
    found = reasons(save(tmp_path, make_zip(files)))
    assert "a PDF: save the page itself" in found["saved.zip/x.pdf"]
    assert "an office document" in found["saved.zip/in.zip/y.rtf"]
    assert len(found) == 2


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
def test_an_office_document_or_a_book_is_one(tmp_path: Path, name: str) -> None:
    file = save(tmp_path, make_zip({name: "x", "word/document.xml": "<x/>", "a.html": PAGE}))
    assert "an office document" in reasons(file)["saved.zip"]


def test_a_damaged_page_costs_that_page_only(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.html": PAGE, "b.html": f"{PAGE}b"}))
    data[60] ^= 0xFF
    found = list(read_snapshots(save(tmp_path, bytes(data)), "saved.zip"))
    assert [type(each) for each in found] == [Quarantine, Snapshot]
    assert reasons(tmp_path / "saved.zip") == {"saved.zip/a.html": "damaged in the zip file"}


def test_a_locked_page_says_so(tmp_path: Path) -> None:
    data = make_zip({"a.html": PAGE})
    locked = data.replace(b"\x14\x00\x00\x00\x08", b"\x14\x00\x01\x00\x08")
    assert "a password" in reasons(save(tmp_path, locked))["saved.zip/a.html"]


@pytest.mark.parametrize("data", [b"PK\3\4", b"PK\5\6" + b"\xff" * 18, b"PK\3\4" + b"\0" * 9])
def test_what_only_begins_as_a_zip_file_is_damaged(tmp_path: Path, data: bytes) -> None:
    assert list(reasons(save(tmp_path, data))) == ["saved.zip"]


def test_a_zip_file_that_breaks_off_is_read_up_to_the_break(tmp_path: Path) -> None:
    pages = {f"{number}.html": f"{PAGE}{number * '<p>More.'}" for number in range(4)}
    whole = make_zip(pages)
    third = whole.find(b"PK\3\4", whole.find(b"2.html"))
    for end, names in ((third - 9, ["0.html", "1.html"]), (len(whole) - 9, list(pages))):
        file = save(tmp_path, whole[:end])
        found = list(read_snapshots(file, "saved.zip"))
        assert [each.member for each in found if isinstance(each, Snapshot)] == names
        assert "damaged or cut off" in reasons(file)["saved.zip"]
        assert list(map(describe, read_by_portions(file))) == list(map(describe, found))
    assert "breaks off" in reasons(save(tmp_path, whole[: third - 9]))["saved.zip/2.html"]


# ── Bombs ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FILE_LIMIT", 1_000_000)


@pytest.mark.usefixtures("small")
def test_a_page_that_unpacks_to_too_much_is_left_packed(tmp_path: Path) -> None:
    bomb = make_zip({"a.html": b" " * 1_100_000, "b.html": PAGE})
    found = list(read_snapshots(save(tmp_path, bomb), "saved.zip"))
    assert [type(each) for each in found] == [Quarantine, Snapshot]
    assert "too large" in reasons(tmp_path / "saved.zip")["saved.zip/a.html"]
    hidden = make_zip({"in.zip": make_zip({"a.gz": gzip.compress(b" " * 1_100_000)})})
    assert "too large" in reasons(save(tmp_path, hidden))["saved.zip/in.zip/a.gz"]


def test_what_one_file_unpacks_to_is_counted_over_all_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "UNPACKED_LIMIT", 1_000_000)
    inner = make_zip({f"{number}.html": PAGE + " " * 300_000 for number in range(5)})
    found = list(read_snapshots(save(tmp_path, gzip.compress(inner)), "saved.zip"))
    assert [type(each) for each in found] == 3 * [Snapshot] + 2 * [Quarantine]


def test_zip_files_in_one_another_have_an_end(tmp_path: Path) -> None:
    nested = PAGE.encode()
    for _ in range(6):
        nested = make_zip({"x": nested})
    (reason,) = reasons(save(tmp_path, nested)).values()
    assert "packed in one another more than 4 times" in reason


def test_files_that_lie_over_one_another_are_not_read(tmp_path: Path) -> None:
    (reason,) = reasons(save(tmp_path, overlap({"a.html": PAGE}))).values()
    assert "lie over one another" in reason


def test_a_file_that_unpacks_to_many_times_its_size_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "RATIO_FLOOR", 1_000_000)
    bomb = make_zip({f"{number}.html": b" " * 1_000_000 for number in range(4)})
    assert "200 times its size" in reasons(save(tmp_path, bomb))["saved.zip"]


def test_a_zip_file_of_a_hundred_thousand_files_is_refused_at_once(tmp_path: Path) -> None:
    entry = make_zip({"a": b""})
    at = entry.rfind(b"PK\5\6")
    start = int.from_bytes(entry[at + 16 : at + 20], "little")
    directory = entry[start:at] * 300_000
    end = entry[at : at + 12] + len(directory).to_bytes(4, "little") + entry[at + 16 :]
    file = save(tmp_path, entry[:start] + directory + end)
    started = time.process_time()
    assert "more than 50,000 files" in reasons(file)["saved.zip"]
    assert time.process_time() - started < 5
    monkey = make_zip(dict.fromkeys(map(str, range(60_000)), b""))
    assert "more than 50,000 files" in reasons(save(tmp_path, monkey))["saved.zip"]


@given(data=st.data())
def test_no_damage_is_too_strange(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(make_zip({"a.html": PAGE, "in.zip": make_zip({"b.html": PAGE})}))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(4, len(whole)))
    file = save(tmp_path_factory.getbasetemp(), bytes(whole[:cut]))
    for found in read_snapshots(file, "saved.zip"):
        assert isinstance(found, (Snapshot, Quarantine, Passed))


# ── Portions ─────────────────────────────────────────────────────────────────────────────────


def read_by_portions(file: Path) -> Iterator[object]:
    for portion in plan_portions(file) or ():
        span = Span(portion.start, portion.start + len(portion.names))
        yield from read_snapshots(file, "saved.zip", span)


@given(
    sizes=st.lists(st.integers(0, 400), min_size=1, max_size=12),
    pages=st.integers(1, 4),
    weight=st.integers(1, 2_000),
)
def test_portions_are_the_whole(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], pages: int, weight: int
) -> None:
    files = {f"{number}.html": PAGE + " " * size for number, size in enumerate(sizes)}
    inner = make_zip({"x.html": PAGE, "y.html": PAGE})
    file = save(tmp_path_factory.getbasetemp(), make_zip({**files, "5.zip": inner, "6.gif": GIF}))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.snapshots.portions.PAGES_LIMIT", pages)
        patch.setattr("generator.snapshots.portions.BYTES_LIMIT", weight)
        parts = list(read_by_portions(file))
    whole = list(read_snapshots(file, "saved.zip"))
    assert list(map(describe, parts)) == list(map(describe, whole))


def describe(found: object) -> object:
    return found.ref if isinstance(found, Snapshot) else found
