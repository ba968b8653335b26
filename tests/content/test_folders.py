"""A canary stands beside the archive, and no link in `content/` brings it in."""

import os
from pathlib import Path

import pytest

from generator.content import read_pages, read_stories
from generator.content.folders import read_folder
from tests.archives import write_files

CANARY = "Title: Canary\nDate: 2023\nSnapshot: " + "c" * 64 + "\n\nCanary\n"


def name_files(root: Path) -> tuple[list[str], dict[str, str]]:
    """Return what is read of `root` and what is left out, by their names."""
    files, left_out = read_folder(root, root)
    said = {path.relative_to(root).as_posix(): why for path, why in left_out}
    return [path.relative_to(root).as_posix() for path in files], said


def test_plain_files_are_found_by_path(tmp_path: Path) -> None:
    write_files(tmp_path, {"b/a.md": "", "a.md": "", "b/.c.md": "", ".d/e.md": ""})
    assert name_files(tmp_path) == (["a.md", "b/a.md"], {})
    assert name_files(tmp_path / "none") == ([], {})


def test_only_links_that_stay_are_followed_and_only_to_files(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"root/own.md": "", "elsewhere/canary.md": ""}) / "root"
    (root / "alias.md").symlink_to("own.md")
    (root / "out.md").symlink_to("../elsewhere/canary.md")
    (root / "chain.md").symlink_to("out.md")
    (root / "loop.md").symlink_to("loop.md")
    (root / "gone.md").symlink_to("nowhere.md")
    (root / "round").symlink_to(".")
    (root / "folder").symlink_to("../elsewhere")
    os.mkfifo(root / "pipe.md")
    out = "left out, since it is a link that leads out of root/"
    assert name_files(root) == (
        ["alias.md", "own.md"],
        {
            "chain.md": out,
            "folder": out,
            "gone.md": "left out, since it is no plain file",
            "loop.md": out,
            "out.md": out,
            "pipe.md": "left out, since it is no plain file",
            "round": "left out, since it is a link to a folder",
        },
    )


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert read_folder(tmp_path / "file", tmp_path).left_out == (
        (tmp_path / "file", "left out, since it can't be read (Not a directory)"),
    )


@pytest.mark.parametrize("linked", ["articles/link.md", "articles/2023", "articles"])
def test_no_article_comes_from_elsewhere(tmp_path: Path, linked: str) -> None:
    told = link(tmp_path, linked)
    assert read_stories(tmp_path) == ((), (told,))


@pytest.mark.parametrize("linked", ["pages/mine.md", "pages/more", "pages"])
def test_no_page_comes_from_elsewhere(tmp_path: Path, linked: str) -> None:
    told = link(tmp_path, linked)
    assert read_pages(tmp_path) == ((), (told,))


@pytest.mark.parametrize("linked", ["revisions/2023-xx-xx-a/c.txt", "revisions/2023-xx-xx-a"])
def test_no_revision_comes_from_elsewhere(tmp_path: Path, linked: str) -> None:
    write_files(tmp_path, {"content/articles/a.md": "Title: A\nDate: 2023\n\ntext\n"})
    told = link(tmp_path, linked)
    ((story,), problems) = read_stories(tmp_path)
    assert (story.revisions, problems) == ((), (told,))


def link(root: Path, name: str) -> str:
    """Make `name` in `content/` a link to canaries outside, and return what is to be told of it."""
    write_files(root, {"elsewhere/canary.md": CANARY, "elsewhere/canary.txt": CANARY})
    suffix = Path(name).suffix
    target = root / "elsewhere" / (f"canary{suffix}" if suffix else "")
    (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "content" / name).symlink_to(target)
    return f"content/{name}: left out, since it is a link that leads out of content/"
