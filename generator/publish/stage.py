"""The stage, and the journal that brings it to `output/`."""

import contextlib
import errno
import filecmp
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from generator.errors import BackfileError
from generator.files import copy_file, is_litter, write_text

KEPT = frozenset({".git"})
"""Names at the root of `output/` that are a person's own and stay as they are."""

_OURS = frozenset({".nojekyll", "data/datapackage.json", "opensearch.xml", "sitemap-pages.xml"})
"""Files of every site, by any of which a folder is known to hold one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """What is still to be done: files to bring in, in this order, then files to take away."""

    bring: tuple[str, ...]
    remove: tuple[str, ...]


def new_stage(state: Path) -> Path:
    """Return an empty folder to build the site in; what an earlier build left there is gone."""
    stage = state / "stage"
    if stage.exists():
        shutil.rmtree(stage)
    stage.mkdir(parents=True)
    return stage


def check_output(output: Path) -> None:
    """Raise BackfileError where a site can't be brought to `output`.

    What was in it would be lost: it may be new, empty, or hold an earlier site.
    """
    _check_place(output)
    there = sorted(walk(output))
    own = [name for name in there if not is_litter(PurePosixPath(name).name)]
    if own and _OURS.isdisjoint(there):
        what = "the site's folder has something of your own in it (move it elsewhere)"
        raise BackfileError(what, output / own[0])


def _check_place(output: Path) -> None:
    if output.is_symlink():
        raise BackfileError("the site's folder is a link (put a real folder in its place)", output)
    if output.exists() and not output.is_dir():
        raise BackfileError("the site's folder is a file (move it elsewhere)", output)
    if output.exists() and not os.access(output, os.W_OK | os.X_OK):
        raise BackfileError("the site's folder can't be written (look at its permissions)", output)


def publish(state: Path, output: Path) -> Journal:
    """Make `output` hold exactly the files of the stage; return what that took.

    A file whose bytes are the same is left as it is, times and all. Raise BackfileError where
    `output` is a link, since what it leads to would be emptied, or can't be written.
    """
    _check_place(output)
    output.mkdir(parents=True, exist_ok=True)
    stage = state / "stage"
    journal = compare(stage, output)
    if journal.bring or journal.remove:
        # The journal may promise only what the disk holds: it is carried out after a power cut too.
        _sync(stage / name for name in journal.bring)
        write_text(_journal_file(state), json.dumps(asdict(journal), indent=1))
    heal(state, output)
    shutil.rmtree(stage, ignore_errors=True)
    return journal


def compare(stage: Path, output: Path) -> Journal:
    """Return what would make `output` equal to `stage`."""
    staged, there = set(walk(stage)), set(walk(output))
    changed = [
        name
        for name in staged
        # By their bytes: every build writes the stage anew, so times would tell nothing.
        if name not in there or not filecmp.cmp(stage / name, output / name, shallow=False)
    ]
    return Journal(
        bring=tuple(sorted(changed, key=_pages_last)), remove=tuple(sorted(there - staged))
    )


def is_unfinished(state: Path) -> bool:
    """Tell whether an interrupted command has left a journal."""
    return _journal_file(state).is_file()


def heal(state: Path, output: Path) -> None:
    """Finish what a journal says is still to do; without one, do nothing.

    A file that the stage no longer has was brought in before the interruption.
    """
    if not is_unfinished(state):
        return
    file = _journal_file(state)
    journal = _read_journal(file)
    for name in journal.bring:
        if (state / "stage" / name).is_file():
            _bring(state / "stage" / name, output, name)
    for name in journal.remove:
        # What was a file may be a folder of the new site by now, or the other way round.
        with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (output / name).unlink()
        _prune(output, (output / name).parent)
    # Until the disk holds the new names, only the journal knows how to come by them.
    _sync(output / name for name in journal.bring)
    file.unlink()


def _read_journal(file: Path) -> Journal:
    """Return what a journal says of files in the site; a damaged one says nothing.

    An archive may come from somebody else, so a name that leads elsewhere is passed over.
    """
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        bring, remove = (tuple(filter(_is_within, said[key])) for key in ("bring", "remove"))
    except (ValueError, LookupError, TypeError, RecursionError):
        return Journal(bring=(), remove=())
    return Journal(bring=bring, remove=remove)


def _is_within(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and path.parts[:1] != (".git",)


def _journal_file(state: Path) -> Path:
    return state / "journal.json"


def walk(root: Path) -> Iterator[str]:
    """Yield the files below `root`, by their paths from it, links as files."""
    for folder, folders, files in os.walk(root):
        here = Path(folder).relative_to(root)
        if here == Path():
            folders[:] = [name for name in folders if name not in KEPT]
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        found = ((here / name).as_posix() for name in (*files, *links))
        yield from (name for name in found if name not in KEPT)


def _pages_last(name: str) -> tuple[bool, str]:
    # Feeds and the sitemap name pages, as these name scripts and pictures.
    return name.endswith((".html", ".xml")), name


def _bring(staged: Path, output: Path, name: str) -> None:
    """Move a staged file to its place, over a file, a link or a folder that stands there.

    A link on the way is replaced, not followed: nothing is written outside `output`.
    """
    target = output / name
    for parent in reversed(target.relative_to(output).parents[:-1]):
        if (output / parent).is_symlink() or (output / parent).is_file():
            (output / parent).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    try:
        staged.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The site is kept on another disk than the state.
        copy_file(staged, target)
        staged.unlink()


def _prune(output: Path, folder: Path) -> None:
    """Remove folders that have become empty, from `folder` upwards to `output`."""
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _sync(files: Iterable[Path]) -> None:
    """Have the disk hold what was written, by one call for all files where there is one."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for file in files:
        with file.open("rb") as handle:
            os.fsync(handle.fileno())
