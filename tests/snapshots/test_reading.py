import gzip
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.files import digest_bytes
from generator.model import Evidence, Quarantine, Snapshot
from generator.snapshots import opening, reading
from generator.snapshots.reading import read_snapshots

PAGE = "<!DOCTYPE html><html><head><title>Ferry late</title></head><body><p>It was late.</p></body>"
SAVED_FROM = f"<!-- saved from url=(0027)https://example.com/ferry -->\n{PAGE}"


def save(folder: Path, data: bytes | str, name: str = "page.html") -> Path:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    os.utime(file, (1_693_829_460, 1_693_829_460))
    return file


def read(file: Path) -> Snapshot:
    (snapshot,) = read_snapshots(file, file.name)
    assert isinstance(snapshot, Snapshot), snapshot
    return snapshot


def reason(file: Path) -> str:
    (quarantine,) = read_snapshots(file, "the/name.html")
    assert isinstance(quarantine, Quarantine)
    assert quarantine.member is None
    assert quarantine.path == "the/name.html"
    return quarantine.reason


# ── Kinds are told from the bytes ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page", "page.pdf"])
def test_the_name_of_a_file_does_not_matter(tmp_path: Path, name: str) -> None:
    assert read(save(tmp_path, PAGE, name)).kind == "html"
    assert read(save(tmp_path, "Ferry late\n\nIt was late.", name)).kind == "text"


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page.zip", "page.mhtml"])
def test_what_is_no_page_is_none_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    assert "a PDF" in reason(save(tmp_path, b"%PDF-1.7\n", name))
    assert "an image" in reason(save(tmp_path, b"\x89PNG\r\n\x1a\n", name))
    assert read(save(tmp_path, gzip.compress(PAGE.encode()), name)).text == PAGE


def test_a_gzipped_page_is_read_and_told_by_the_digest_of_its_file(tmp_path: Path) -> None:
    packed = gzip.compress(gzip.compress(PAGE.encode(), mtime=0), mtime=0)
    snapshot = read(save(tmp_path, packed, "page.html.gz"))
    assert snapshot.text == PAGE
    assert snapshot.digest == digest_bytes(packed)


def test_a_page_that_stands_below_a_note_is_a_page(tmp_path: Path) -> None:
    assert read(save(tmp_path, f"saved by me\n\n{PAGE}")).kind == "html"


@pytest.mark.parametrize("word", ["MZANSI", "ID3", "WARC/1.1", "filedesc:", "BZh9", "Rar!"])
def test_a_text_may_begin_as_files_of_other_kinds_do(tmp_path: Path, word: str) -> None:
    text = f"{word} is on everyone's lips\n\nThe queues were long before dawn, and so was the talk."
    assert read(save(tmp_path, text, "clipping.txt")).text == text


def test_a_text_on_mustard_is_no_packed_archive(tmp_path: Path) -> None:
    text = f"{'All that the fields yield. ' * 20}"[:256] + "mustard, above all, this year."
    assert read(save(tmp_path, text, "clipping.txt")).text == text


def test_words_about_markup_are_a_text(tmp_path: Path) -> None:
    assert read(save(tmp_path, "Use <b> to shout, wrote the <html> committee.")).kind == "text"


# ── When and where from ──────────────────────────────────────────────────────────────────────


def test_a_browser_leaves_the_address(tmp_path: Path) -> None:
    snapshot = read(save(tmp_path, SAVED_FROM))
    assert snapshot.url == "https://example.com/ferry"
    assert Evidence(field="url", witness="saved-from comment") in snapshot.evidence


def test_the_time_of_the_file_is_the_last_resort_and_in_utc(tmp_path: Path) -> None:
    snapshot = read(save(tmp_path, SAVED_FROM))
    assert snapshot.captured is not None
    assert snapshot.captured.isoformat() == "2023-09-04T12:11+00:00"
    assert Evidence(field="captured", witness="file time") in snapshot.evidence


def test_what_a_person_said_comes_first(tmp_path: Path) -> None:
    file = save(tmp_path, SAVED_FROM)
    said = 'url = "https://other.example/"\ncaptured = "2021-05"\nsource = "The Other"\n'
    save(tmp_path, said, "page.html.backfile.toml")
    snapshot = read(file)
    assert (snapshot.url, snapshot.source) == ("https://other.example/", "The Other")
    assert snapshot.captured is not None
    assert snapshot.captured.isoformat() == "2021-05"
    assert {said.witness for said in snapshot.evidence} == {"sidecar"}


def test_a_wrong_sidecar_sets_the_page_aside_with_every_fault(tmp_path: Path) -> None:
    file = save(tmp_path, PAGE)
    said = 'ulr = "x"\nurl = "javascript:alert(1)"\ncaptured = "soon"\nsource = 7\nkeep = "yes"\n'
    save(tmp_path, said, "page.html.backfile.toml")
    for word in ('"ulr"', '"url"', '"captured"', '"source"', '"keep"'):
        assert word in reason(file)


@pytest.mark.parametrize("said", [b"url = ", b"\xff\xfe\x00", b"a = " + b"[" * 5000])
def test_a_broken_sidecar_is_told(tmp_path: Path, said: bytes) -> None:
    file = save(tmp_path, PAGE)
    save(tmp_path, said, "page.html.backfile.toml")
    assert "not valid TOML" in reason(file)


# ── What can't be read ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n", "a PDF: save the page itself as HTML"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0", "an image"),
        (b"PK\x03\x04rest", "its zip is damaged"),
        (b"From: <Saved by Blink>\r\nContent-Type: multipart/related;\r\n\r\n", "broken MHTML"),
        (b"bplist00\xd1", "a property list without a page"),
        (b"{\\rtf1 hello}", "an office document"),
        (b'{"headline": "x"}', "JSON data"),
        (b'title,url,tags\n"Ferry, late",https://a.example/,\nQuay,https://b.example/,x\n', "CSV"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "RSS data"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG data"),
        (bytes(range(256)) * 9, "encoding can't be told"),
        (b"\x1f\x8b\x08\x00cut", "its gzip is damaged"),
        (gzip.compress(PAGE.encode(), mtime=0)[:-12], "its gzip is damaged"),
    ],
)
def test_a_file_that_is_no_page_says_what_it_is(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in reason(save(tmp_path, data))


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "FILE_LIMIT", 1_000_000)
    bomb = gzip.compress(b" " * 1_100_000)
    assert len(bomb) < 2_000
    assert "too large" in reason(save(tmp_path, bomb))
    nested = PAGE.encode()
    for _ in range(6):
        nested = gzip.compress(nested)
    assert "more than 4 times" in reason(save(tmp_path, nested))


def test_a_file_over_the_limit_keeps_its_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "FILE_LIMIT", 5_000)
    file = save(tmp_path, PAGE * 100)
    (quarantine,) = read_snapshots(file, "x")
    assert quarantine == Quarantine(
        path="x", digest=digest_bytes(file.read_bytes()), reason="too large: more than 0 MB"
    )


def test_a_text_larger_than_any_clipping_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "TEXT_LIMIT", 10)
    assert "too large" in reason(save(tmp_path, "a text of more than ten"))


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    file = save(tmp_path, PAGE)
    monkeypatch.setattr(os, "open", refuse)
    assert "can't be read (Permission denied)" in reason(file)


def test_no_pipe_is_waited_for_and_no_folder_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert "a pipe or a device" in reason(tmp_path / "pipe.html")
    assert "a folder" in reason(tmp_path)
    assert "can't be read (No such file" in reason(tmp_path / "missing.html")


def test_a_link_is_followed_only_within_its_folder(tmp_path: Path) -> None:
    outside = save(tmp_path, PAGE, "outside.html")
    inside = tmp_path / "inside"
    inside.mkdir()
    save(inside, PAGE, "real.html")
    (inside / "near.html").symlink_to("real.html")
    (inside / "far.html").symlink_to(outside)
    (inside / "round.html").symlink_to("round.html")
    assert read(inside / "near.html").text == PAGE
    assert "leads elsewhere" in reason(inside / "far.html")
    assert "can't be read" in reason(inside / "round.html")


@given(data=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-16")))
def test_no_bytes_are_too_strange(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = save(tmp_path_factory.getbasetemp(), data)
    (found,) = read_snapshots(file, "x")
    assert found.digest == digest_bytes(data)
    assert isinstance(found, Snapshot) or found.reason
