import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.snapshots import find_files


def fill(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")


def names(root: Path, paths: tuple[Path, ...]) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


def test_the_folder_beside_a_page_holds_its_parts(tmp_path: Path) -> None:
    fill(tmp_path, "b.html", "b_files/x.png", "b_files/deep/y.css", "a/c.htm", "a/c-Dateien/z.jpg")
    listing = find_files(tmp_path)
    assert names(tmp_path, listing.snapshots) == ["a/c.htm", "b.html"]
    assert names(tmp_path, listing.parts_of(tmp_path / "b.html")) == [
        "b_files/deep/y.css",
        "b_files/x.png",
    ]
    assert names(tmp_path, listing.parts_of(tmp_path / "a/c.htm")) == ["a/c-Dateien/z.jpg"]


@pytest.mark.parametrize(
    "folder",
    ["Märkte_files", "Märkte-Dateien", "Märkte_fichiers", "Märkte_archivos", "Märkte.files"],
)
def test_browsers_name_the_folder_in_their_language(tmp_path: Path, folder: str) -> None:
    fill(tmp_path, "Märkte.html.gz", f"{folder}/x.png")
    assert names(tmp_path, find_files(tmp_path).snapshots) == ["Märkte.html.gz"]


@pytest.mark.parametrize("folder", ["page", "page-archive", "page_2", "other_files", "_files"])
def test_other_folders_hold_pages_of_their_own(tmp_path: Path, folder: str) -> None:
    fill(tmp_path, "page.html", f"{folder}/inner.html")
    assert f"{folder}/inner.html" in names(tmp_path, find_files(tmp_path).snapshots)


def test_a_frame_belongs_to_the_page_whose_folder_it_is_in(tmp_path: Path) -> None:
    fill(tmp_path, "p.html", "p_files/frame.html", "p_files/frame_files/x.png")
    listing = find_files(tmp_path)
    assert names(tmp_path, listing.snapshots) == ["p.html"]
    assert len(listing.parts_of(tmp_path / "p.html")) == 2


def test_sidecars_hidden_files_and_the_manifest_are_left_out(tmp_path: Path) -> None:
    fill(
        tmp_path,
        "p.html",
        "p.html.backfile.toml",
        ".DS_Store",
        ".git/x",
        "Thumbs.db",
        "manifest-sha256.txt",
    )
    assert names(tmp_path, find_files(tmp_path).snapshots) == ["p.html"]


def test_one_file_is_listed_with_its_parts(tmp_path: Path) -> None:
    fill(tmp_path, "p.html", "p_files/x.png", "q.html")
    listing = find_files(tmp_path / "p.html")
    assert listing.snapshots == (tmp_path / "p.html",)
    assert listing.parts_of(tmp_path / "p.html") == (tmp_path / "p_files/x.png",)


def test_a_link_to_a_folder_is_accounted_for_and_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "in/p.html", "out/secret.html")
    (tmp_path / "in/p_files").symlink_to(tmp_path / "out")
    assert names(tmp_path / "in", find_files(tmp_path / "in").snapshots) == ["p.html", "p_files"]
    assert find_files(tmp_path / "in/p.html").parts == {}


def test_a_folder_that_can_not_be_looked_into_is_accounted_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "p.html", "shut/q.html")
    look = os.scandir

    def refuse(folder: str) -> object:
        if str(folder).endswith("shut"):
            raise PermissionError(13, "Permission denied", folder)
        return look(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert names(tmp_path, find_files(tmp_path).snapshots) == ["p.html", "shut"]


NAMES = st.sampled_from(["p.html", "p_files", "p.htm", "q", "q.txt", "x-Dateien", "x.html.gz"])


@given(st.sets(st.lists(NAMES, min_size=1, max_size=3).map("/".join), max_size=8))
def test_every_file_is_a_snapshot_or_the_part_of_one(
    tmp_path_factory: pytest.TempPathFactory, paths: set[str]
) -> None:
    root = tmp_path_factory.mktemp("listed")
    for path in sorted(paths, key=lambda path: (-path.count("/"), path)):
        with contextlib.suppress(OSError):  # where a folder already has the name
            fill(root, path)
    listing = find_files(root)
    parts = [part for found in listing.parts.values() for part in found]
    assert sorted([*listing.snapshots, *parts]) == sorted(f for f in root.rglob("*") if f.is_file())
    assert set(listing.parts) <= set(listing.snapshots)
