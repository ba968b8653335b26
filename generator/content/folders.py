"""Find the files of a folder that are its own: plain ones, and no link that leads out of its root.

What is published comes out of the archive. A link may stand for another file of its root, but one
that leads anywhere else would publish what nobody has put there; and a pipe has no end to read to.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Folder(NamedTuple):
    """The files below a folder, and what was left out with why, both sorted by path."""

    files: tuple[Path, ...]
    left_out: tuple[tuple[Path, str], ...]


def read_folder(folder: Path, root: Path) -> Folder:
    """Return what lies below `folder`, which is `root` or a folder in it.

    A folder that isn't there is empty, hidden files and folders are nobody's to read, and a link
    to a folder isn't followed.
    """
    if not _is_inside(folder, root):
        found = [(folder, _leads_out(root))]
    else:
        found = sorted(_walk(folder, root))
    return Folder(
        files=tuple(path for path, fault in found if not fault),
        left_out=tuple((path, f"left out, since it {fault}") for path, fault in found if fault),
    )


def is_own(file: Path, root: Path) -> bool:
    """Tell whether `file` is a plain file in `root`, wherever the links on the way to it lead."""
    return _is_inside(file, root) and file.is_file()


def _is_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _walk(folder: Path, root: Path) -> Iterator[tuple[Path, str]]:
    """Yield each file with what is wrong with it, or ""."""
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            entries = [*os.scandir(place)] if place.exists() else []
        except OSError as error:
            yield place, f"can't be read ({error.strerror})"
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(Path(entry.path))
            else:
                yield Path(entry.path), _find_fault(entry, root)


def _find_fault(entry: os.DirEntry[str], root: Path) -> str:
    if entry.is_symlink() and not _is_inside(Path(entry.path), root):
        return _leads_out(root)
    if entry.is_dir():
        return "is a link to a folder"
    return "" if entry.is_file() else "is no plain file"


def _leads_out(root: Path) -> str:
    return f"is a link that leads out of {root.name}/"
