"""A copy of the site for a disk takes a folder that is new, empty or its own, and no other."""

import shutil
from pathlib import Path

import pytest

from generator.errors import BackfileError, UsageError
from generator.publish.portable import LIST, check_portable, write_portable

PAGE = '<meta http-equiv="Content-Security-Policy" content="x"><a href="2023/">2023</a>'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive whose site is on the stage."""
    stage = tmp_path / "archive" / ".backfile" / "stage"
    for name in ("2023", "search", "media"):
        (stage / name).mkdir(parents=True)
    (stage / "index.html").write_text(PAGE)
    (stage / "2023" / "index.html").write_text(PAGE)
    (stage / "media" / "a.png").write_bytes(b"\x89PNG\xff")
    for name in ("404.html", ".nojekyll", "sitemap.xml", "search/w0.bfs", "search/page.1.js"):
        (stage / name).write_text("served")
    (tmp_path / "search").mkdir()
    (tmp_path / "search" / "disk.2.js").write_text("disk")
    return tmp_path / "archive"


def write(archive: Path, folder: Path) -> None:
    check_portable(folder, archive)
    stage = archive / ".backfile" / "stage"
    write_portable(stage, archive.parent / "search", folder, "disk.2.js")


def list_files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_the_copy_has_pages_and_pictures_and_its_own_search(archive: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    write(archive, stick)
    kept = ["2023/index.html", "index.html", "media/a.png", LIST, "search/disk.2.js"]
    assert list_files(stick) == kept
    assert 'href="2023/index.html"' in (stick / "index.html").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "search", "stick"]


def test_a_copy_takes_the_place_of_an_earlier_one(archive: Path, tmp_path: Path) -> None:
    stick = tmp_path / "new" / "stick"
    write(archive, stick)
    (archive / ".backfile" / "stage" / "2023" / "index.html").unlink()
    write(archive, stick)
    assert list_files(stick) == ["index.html", "media/a.png", LIST, "search/disk.2.js"]
    assert [path.name for path in stick.parent.iterdir()] == ["stick"]


def test_an_empty_folder_can_be_taken(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    write(archive, tmp_path / "stick")
    assert (tmp_path / "stick" / "index.html").is_file()


def test_a_folder_with_something_else_in_it_is_left_alone(archive: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    write(archive, stick)
    (stick / "2023" / "notes.txt").write_text("mine")
    before = list_files(stick)
    with pytest.raises(UsageError, match=r"something of your own.*notes\.txt"):
        write(archive, stick)
    assert list_files(stick) == before


def test_a_repository_that_keeps_the_copy_is_not_lost(archive: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    write(archive, stick)
    (stick / ".git").mkdir()
    (stick / ".git" / "HEAD").write_text("ref: refs/heads/main")
    with pytest.raises(UsageError, match=r"something of your own.*\.git"):
        write(archive, stick)
    assert (stick / ".git" / "HEAD").is_file()


@pytest.mark.parametrize("said", ["", "[]", '{"kind": "other", "files": ["mine.txt"]}', "[" * 9999])
def test_a_list_that_is_not_ours_vouches_for_nothing(
    archive: Path, tmp_path: Path, said: str
) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "mine.txt").write_text("mine")
    (tmp_path / "stick" / LIST).write_text(said)
    with pytest.raises(UsageError, match=r"mine\.txt"):
        check_portable(tmp_path / "stick", archive)


def test_an_empty_folder_within_a_copy_counts_as_somebodys_own(
    archive: Path, tmp_path: Path
) -> None:
    write(archive, tmp_path / "stick")
    (tmp_path / "stick" / "mine").mkdir()
    with pytest.raises(UsageError, match="mine"):
        check_portable(tmp_path / "stick", archive)


@pytest.mark.parametrize("name", ["", "..", "output", "content/articles", ".backfile", "snapshots"])
def test_the_archives_own_folders_are_refused(archive: Path, name: str) -> None:
    with pytest.raises(UsageError):
        check_portable(archive / name, archive)


def test_a_file_a_link_and_a_disk_are_refused(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for place in (tmp_path / "file", tmp_path / "link", Path("/proc")):
        with pytest.raises(UsageError):
            check_portable(place, archive)


def test_a_folder_within_the_archive_may_be_named(archive: Path) -> None:
    check_portable(archive / "stick", archive)


def test_what_cannot_be_written_is_said_and_leaves_nothing(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(BackfileError, match="the copy can't be written"):
        write(archive, tmp_path / "file" / "stick")
    assert (tmp_path / "file").read_text() == "mine"


def test_the_old_copy_stays_where_the_new_one_fails(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    write(archive, stick)
    before = list_files(stick)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(BackfileError, match="No space left"):
        write(archive, stick)
    assert list_files(stick) == before


def test_what_a_killed_build_left_beside_the_copy_is_swept(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, other = tmp_path / "stick", tmp_path / "other"
    rename = Path.rename

    def die(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise KeyboardInterrupt
        return rename(self, target)

    for folder in (stick, other):
        write(archive, folder)
        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", die)
            patch.setattr(shutil, "rmtree", lambda *_args, **_named: None)
            with pytest.raises(KeyboardInterrupt):
                write(archive, folder)
        assert not folder.exists()
    assert len(list(tmp_path.glob(".backfile-portable-*"))) == 2
    write(archive, stick)
    assert (stick / LIST).is_file()
    assert len(list(tmp_path.glob(".backfile-portable-*"))) == 1
