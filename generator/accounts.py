"""What is known already of how the files on the shelf ended, so that only new ones are read.

Articles, revisions and duplicates are told from `content/`. Quarantined files leave nothing
there, so a ledger keeps their reasons. It only saves work: a line is keyed by all that a
quarantine depends on, and an archive without the ledger comes to the same verdicts again.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.files import digest_bytes, digest_file, write_text
from generator.model import Outcome, Story, Verdict
from generator.snapshots.shelf import SIDECAR, is_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A file on the shelf; `name` is its path from `snapshots/`.

    `key` is the digest of all that a quarantine depends on: the bytes, what is said of them
    beside it, and the parser. Both are None for a file that can't be read.
    """

    name: str
    digest: str | None
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """How the snapshot with some digest ended, and at which address."""

    verdict: Verdict
    address: str
    path: str | None = None


def find_digest(path: Path) -> str | None:
    """Return the digest of a file, or None where it is no file that can be read."""
    try:
        return digest_file(path) if is_plain(path) else None
    except OSError:
        return None


def look_at_file(folder: Path, name: str, digest: str | None, parser: str) -> Shelved:
    """Return what is to be known of a file on the shelf; `digest` is given where it is known."""
    digest = digest or find_digest(folder / name)
    said = find_digest(folder / f"{name}{SIDECAR}")
    key = digest_bytes(f"{digest} {said} {parser}".encode()) if digest else None
    return Shelved(name=name, digest=digest, key=key)


def find_filed(stories: Iterable[Story]) -> dict[str, Filed]:
    """Return how the snapshots that `content/` knows of ended, by digest."""
    return {digest: filed for story in stories for digest, filed in _filed_under(story)}


def _filed_under(story: Story) -> Iterator[tuple[str, Filed]]:
    address = story.address
    again = [*story.recaptures, *(r for text in story.revisions for r in text.recaptures)]
    for recapture in again:
        yield recapture.digest, Filed(verdict="duplicate", address=address)
    for revision in story.revisions:
        path = revision.snapshot.path
        yield revision.snapshot.digest, Filed(verdict="revision", address=address, path=path)
    if shown := story.snapshot:
        yield shown.digest, Filed(verdict="article", address=address, path=shown.path)


def settle(
    files: Sequence[Shelved],
    there: Collection[str | None],
    filed: Mapping[str, Filed],
    ledger: Mapping[str, str],
) -> dict[str, Outcome]:
    """Return the outcome of each file that needs no reading, by name.

    `there` are the names of all files on the shelf. Of files with the same bytes, the one that
    `content/` names is the snapshot; where it names none, the first of those of which the same is
    said. The others are its duplicates.
    """
    firsts: dict[str | None, str | None] = {
        digest: known.path for digest, known in filed.items() if known.path in there
    }
    for file in files:
        firsts.setdefault(file.key, file.name)
    found = {file.name: _find_outcome(file, firsts, filed, ledger) for file in files}
    return {name: outcome for name, outcome in found.items() if outcome}


def _find_outcome(
    file: Shelved,
    firsts: Mapping[str | None, str | None],
    filed: Mapping[str, Filed],
    ledger: Mapping[str, str],
) -> Outcome | None:
    if file.digest is None or file.key is None:
        return None
    if reason := ledger.get(file.key):
        return Outcome(path=file.name, verdict="quarantined", detail=reason)
    first = firsts.get(file.digest) or firsts[file.key]
    if first != file.name:
        detail = f"the same file as {first}"
        return Outcome(path=file.name, verdict="duplicate", detail=detail)
    if known := filed.get(file.digest):
        return Outcome(path=file.name, verdict=known.verdict, detail=known.address)
    return None


def read_ledger(file: Path) -> dict[str, str]:
    """Return the reason for each key that `file` keeps; a damaged or missing ledger is empty."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(key): str(reason) for key, reason in rows.items()} if isinstance(rows, dict) else {}


def write_ledger(file: Path, ledger: Mapping[str, str]) -> None:
    """Write the ledger, sorted by key."""
    write_text(file, json.dumps(dict(sorted(ledger.items())), ensure_ascii=False, indent=0))
