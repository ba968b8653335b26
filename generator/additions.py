"""Add snapshots to the archive: copy them onto its shelf, and take in what is new there."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator import content
from generator.accounts import find_digest
from generator.config import Archive
from generator.errors import SnapshotError, UsageError
from generator.intake import OnFile, take_in
from generator.model import Outcome, Report, Story, Verdict
from generator.rereading import find_due
from generator.rules import read_guides
from generator.snapshots import find_files
from generator.snapshots.shelf import Said, read_manifest, shelve, write_sidecar
from generator.snapshots.sidecars import read_sidecar
from generator.workers import has_one_page


class _Read(NamedTuple):
    """The stories of `content/`, and what there is to tell of reading them."""

    stories: tuple[Story, ...]
    told: tuple[str, ...]


def add(archive: Archive, paths: Sequence[Path], said: Said, on_file: OnFile) -> Report:
    """Copy the files of `paths` into the archive and file what they say.

    Raise UsageError where a path isn't there, or where one address is given for many snapshots.
    """
    listings = {path: find_files(path) for path in paths if _is_fit(path, archive)}
    found = [(root, file) for root, listing in listings.items() for file in listing.snapshots]
    if said.url and not (len(found) == 1 and has_one_page(found[0][1])):
        raise UsageError("--url names one page: add that page alone")
    stories, told = _read_stories(archive, on_file)
    here = {digest: name for name, digest in read_manifest(archive.snapshots).items()}
    outcomes, names = [], []
    for root, file in found:
        digest, parts = find_digest(file), listings[root].parts_of(file)
        # What was set aside is read again where a person says that it is to be kept.
        if digest and (digest not in here or said.keep):
            here[digest] = here.get(digest) or _shelve(archive, root, file, parts, digest)
            _note(archive.snapshots / here[digest], said)
            names.append(here[digest])
            continue
        if digest:
            outcomes.append(_outcome(file, "duplicate", f"the same file as {here[digest]}"))
            told += _tell_unsaid(archive.snapshots / here[digest], file, said)
        else:
            outcomes.append(_outcome(file, "quarantined", _tell_unread(file)))
        outcomes += [_outcome(part, "part", str(file)) for part in parts]
    report = take_in(archive, stories, only=names, on_file=on_file).report
    return Report(outcomes=(*outcomes, *report.outcomes), notes=(*report.notes, *told))


def _read_stories(archive: Archive, on_file: OnFile) -> _Read:
    """Return what `content/` holds, read as it is read now, so that new captures compare with it.

    What was read by another version or other rules is read again first.
    """
    stories, problems = content.read_stories(archive.root)
    if not find_due(archive.state, stories, read_guides(archive)).digests:
        return _Read(stories, problems)
    taken = take_in(archive, stories, on_file=on_file)
    stories, problems = content.read_stories(archive.root)
    return _Read(stories, (*taken.report.notes, *problems))


def _is_fit(path: Path, archive: Archive) -> bool:
    if not path.exists():
        raise UsageError("no such file or folder (check how it is spelled)", path)
    if archive.root.is_relative_to(path.resolve()):
        raise UsageError("the archive itself is in there: name the folder of saved pages", path)
    return True


def _shelve(archive: Archive, root: Path, file: Path, parts: Iterable[Path], digest: str) -> str:
    """Copy a snapshot and its parts onto the shelf, unless they stand there; return its name."""
    if file.resolve().is_relative_to(archive.snapshots):
        return file.resolve().relative_to(archive.snapshots).as_posix()
    base = root if root.is_dir() else root.parent
    return shelve(file, root=base, parts=parts, folder=archive.snapshots, digest=digest)


def _note(snapshot: Path, said: Said) -> None:
    """Write what is said of a snapshot beside it, over what was said before."""
    if said != Said():
        with suppress(SnapshotError):  # What can't be read there is reported with the snapshot.
            write_sidecar(snapshot, said.over(read_sidecar(snapshot)))


def _tell_unsaid(snapshot: Path, file: Path, said: Said) -> tuple[str, ...]:
    """Return a note where something new is said of a file that has been read already."""
    try:
        known = read_sidecar(snapshot)
    except SnapshotError:
        return ()
    if said.over(known) == known:
        return ()
    return (
        f"{file}: it is here already, and what you say of it is not taken: correct "
        "its article in content/",
    )


def _tell_unread(file: Path) -> str:
    if file.is_symlink():
        return "not added, since it is a link: add what it leads to"
    return "not added, since it can't be read: look at its permissions"


def _outcome(path: str | Path, verdict: Verdict, detail: str) -> Outcome:
    return Outcome(path=str(path), verdict=verdict, detail=detail)
