"""Keep a second copy of the site in a folder of a person's choice, to be opened without a server.

    site ──copy, settle pages──> aside ──take its place──> folder

The copy is written beside its folder and takes that one's place when it is whole. A list in it
names all of its files: a folder with anything else in it is somebody's own and is left alone.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

from generator.errors import BackfileError, UsageError
from generator.files import digest_bytes, write_text
from generator.publish.stage import KEPT, walk
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
    # An empty folder counts as well: nobody but its owner knows what it is for.
    empty = (Path(at).relative_to(folder) for at, *inside in os.walk(folder) if not any(inside))
    there = {*walk(folder), *(path.as_posix() for path in empty if path.parts)}
    # The walk passes these over, but a copy that takes the folder's place would not.
    there |= {name for name in KEPT if os.path.lexists(folder / name)}
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


def write_portable(site: Path, search: Path, folder: Path, script: str | None) -> None:
    """Make `folder` a copy of the site in `site` that works without a server.

    `search` holds what stands in for the site's own search, and `script` is the name of its plain
    script, if there is one. `folder` has passed `check_portable`. Raise BackfileError where it
    can't be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        # Another archive may be at work on another folder beside this one.
        prefix = f".backfile-portable-{digest_bytes(os.fsencode(folder.name))[:12]}-"
        # Beside it is on the same disk, where a rename is one step.
        work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=prefix))
        try:
            _copy(site, search, work / "new", script)
            _take_place(work / "new", folder, work / "old")
        finally:
            shutil.rmtree(work, ignore_errors=True)
        _sweep(folder.parent, prefix)
    except OSError as error:
        raise BackfileError(f"the copy can't be written ({error.strerror})", folder) from None


def _copy(site: Path, search: Path, new: Path, script: str | None) -> None:
    sources = {name: site / name for name in walk(site) if not _is_served(name)}
    sources |= {f"search/{name}": search / name for name in walk(search)}
    for name, source in sources.items():
        target = new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".html"):
            page = source.read_text(encoding="utf-8")
            target.write_text(settle_page(page, script), encoding="utf-8", newline="\n")
        else:
            shutil.copyfile(source, target)
    text = json.dumps({"kind": _KIND, "files": sorted(sources)}, indent=1)
    write_text(new / LIST, f"{text}\n")


def _is_served(name: str) -> bool:
    """Tell whether a file of the site means nothing on a disk."""
    search = name.startswith("search/") and not name.endswith(".html")
    return search or name in LEFT_OUT or name.startswith("sitemap") or name.endswith("/timemap.txt")


def _take_place(new: Path, folder: Path, old: Path) -> None:
    """Put the new copy where the old one is; that goes only when the new one is there."""
    if folder.exists():
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if old.exists():
            old.rename(folder)
        raise


def _sweep(place: Path, prefix: str) -> None:
    """Remove what a command that was killed has left beside the folder, now that that is whole."""
    for left in place.glob(f"{prefix}*"):
        shutil.rmtree(left, ignore_errors=True)


def _read_list(folder: Path) -> frozenset[str]:
    """Return the files that the list in `folder` names; without one of ours, none."""
    try:
        said = json.loads((folder / LIST).read_text(encoding="utf-8"))
        return frozenset(map(str, said["files"])) if said["kind"] == _KIND else frozenset()
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()
