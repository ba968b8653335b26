"""Keep a second copy of the site in a folder of a person's choice, to be opened without a server.

    stage ──copy, settle pages──> aside ──take its place──> folder

The copy is written beside its folder and takes that one's place when it is whole. A list in it
names all of its files: a folder with anything else in it is somebody's own and is left alone.
"""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.errors import BackfileError, UsageError
from generator.files import write_text
from generator.publish.unserved import LEFT_OUT, settle_page

LIST = "portable.json"
"""The file in the copy that names all others."""

_KIND = "a Backfile archive to be opened without a server"


def check_portable(folder: Path, archive: Path) -> None:
    """Raise UsageError where `folder` can't become, or stay, a copy of the site of `archive`.

    It may be new, empty, or an earlier copy that has nothing else in it.
    """
    _check_place(folder, archive.resolve())
    if not folder.exists():
        return
    there = set(_walk(folder))
    unknown = sorted(there - {LIST, *_read_list(folder)})
    if unknown:
        what = "the folder has something of your own in it (name another, or an empty one)"
        raise UsageError(what, folder / unknown[0])


def _check_place(folder: Path, archive: Path) -> None:
    if folder.is_symlink():
        raise UsageError("the folder is a link (name the folder itself)", folder)
    if folder.exists() and not folder.is_dir():
        raise UsageError("this is a file, not a folder", folder)
    if folder.is_mount():
        raise UsageError("this is a whole disk (name a folder on it, new or empty)", folder)
    place = folder.resolve()
    if archive.is_relative_to(place):
        raise UsageError("the archive itself is in this folder (name another)", folder)
    kept = {"snapshots", "content", "rules", "themes", "withdrawn", "output", ".backfile", ".git"}
    if place.is_relative_to(archive) and place.relative_to(archive).parts[0] in kept:
        raise UsageError("the archive keeps its own files there (name another folder)", folder)


def write_portable(stage: Path, folder: Path, script: str | None) -> None:
    """Make `folder` a copy of the site in `stage` that works without a server.

    `script` is the name of the plain script that stands in for the search page's module. The
    folder has passed `check_portable`. Raise BackfileError where it can't be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.with_name(f".{folder.name}.backfile-new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        _copy(stage, aside, script)
        _take_place(aside, folder)
    except OSError as error:
        raise BackfileError(f"{error.strerror or error}: can't write", folder) from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _copy(stage: Path, aside: Path, script: str | None) -> None:
    names = sorted(name for name in _walk(stage) if not _is_for_servers(name))
    for name in names:
        target = aside / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".html"):
            page = (stage / name).read_text(encoding="utf-8")
            target.write_text(settle_page(page, script), encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(stage / name, target)
    write_text(aside / LIST, json.dumps({"kind": _KIND, "files": names}, indent=1) + "\n")


def _is_for_servers(name: str) -> bool:
    return name in LEFT_OUT or name.startswith("sitemap")


def _take_place(aside: Path, folder: Path) -> None:
    """Put the new copy where the old one is; that goes only when the new one is there."""
    old = folder.with_name(f".{folder.name}.backfile-old")
    if folder.exists():
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _read_list(folder: Path) -> frozenset[str]:
    """Return the files that the list in `folder` names; without one of ours, none."""
    try:
        said = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return frozenset(map(str, said["files"])) if said["kind"] == _KIND else frozenset()
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()


def _walk(root: Path) -> Iterator[str]:
    """Yield what is below `root` but folders, links as they are, and folders that are empty."""
    for folder, folders, files in os.walk(root):
        here = Path(folder).relative_to(root)
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*files, *links):
            yield (PurePosixPath(here) / name).as_posix()
