"""A file is written whole or not at all."""

import hashlib

import pytest

from generator import files
from generator.files import digest_bytes, digest_file, write_file, write_text


def test_a_crash_while_writing_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch):
    target = tmp_path / "article.md"
    write_text(target, "old")

    def crash(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", crash)
    with pytest.raises(OSError, match="No space"):
        write_text(target, "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_folders_are_made_and_line_ends_kept(tmp_path):
    write_text(tmp_path / "a/b/c.txt", "ü\n")
    assert (tmp_path / "a/b/c.txt").read_bytes() == "ü\n".encode()


def test_digests_are_those_of_sha256(tmp_path):
    write_file(tmp_path / "x", b"news")
    expected = hashlib.sha256(b"news").hexdigest()
    assert digest_bytes(b"news") == digest_file(tmp_path / "x") == expected
