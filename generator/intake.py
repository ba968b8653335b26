"""Take in what is on the archive's shelf: read, decide, file, and account for every file.

What is known already is not read again, so that a day's additions cost in proportion to the day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import content
from generator.accounts import (
    Accounts,
    Filed,
    Notebook,
    Shelved,
    find_digest,
    find_filed,
    look_at_file,
)
from generator.batches import Filing, file_in_batches, find_given_out
from generator.config import Archive
from generator.ledger import Line, ledger_file, read_ledger, write_ledger
from generator.model import (
    FILE_TIME,
    Decision,
    Evidence,
    Outcome,
    Quarantine,
    Report,
    Story,
)
from generator.rereading import find_due, tell_changes, tell_offers
from generator.rules import name_reader, read_guides
from generator.snapshots import Listing, find_files
from generator.snapshots.shelf import (
    has_room_beside,
    read_manifest,
    write_manifest,
    write_sidecar,
)
from generator.snapshots.sidecars import read_sidecar
from generator.workers import Batch, Parsed, Work, default_jobs, parse_files

OnFile = Callable[[int, int], None]
"""Is told how many files are done, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shelf:
    """What is on the shelf, by path from it: the files to account for, and their parts.

    `parts` leads from each part to its page; `manifest` from what was there before to digests;
    `reader` tells the parser and the rules that it follows from others.
    """

    folder: Path
    reader: str
    files: tuple[Shelved, ...]
    parts: Mapping[str, str]
    manifest: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """How the files ended, and whether `content/` has changed by it."""

    report: Report
    changed: bool


def take_in(
    archive: Archive,
    stories: Sequence[Story],
    *,
    only: Sequence[str] | None = None,
    jobs: int | None = None,
    on_file: OnFile,
) -> TakenIn:
    """File what the snapshots of the archive say, and account for each of them and their parts.

    `stories` are what `content/` holds. With `only`, account for the snapshots of these names and
    no others.
    """
    archive.snapshots.mkdir(exist_ok=True)
    content.sweep_offers(archive.root)
    guides, ledger = read_guides(archive), read_ledger(ledger_file(archive.state))
    listing = find_files(archive.snapshots)
    names = [_name(path, archive.snapshots) for path in listing.snapshots]
    due = find_due(archive.state, stories, guides)
    accounts = Accounts(frozenset(names), find_filed(stories), ledger, due.digests)
    chosen = names if only is None else only
    shelf = _look_at(listing, archive.snapshots, chosen, accounts, name_reader(guides))
    settled = accounts.settle(shelf.files)
    new = [file for file in shelf.files if file.name not in settled]
    # New readings of one story have to come together (see `file_in_batches`).
    new.sort(key=lambda file: due.homes.get(file.digest or "", ""))
    notebook = Notebook(accounts)
    due.begin()
    parse = partial(parse_files, jobs=jobs or default_jobs(), guides=guides)
    parsed = _read(shelf.folder, [file.name for file in new], parse, on_file, notebook)
    filing = Filing(
        archive=archive,
        guides=guides,
        given_out=find_given_out(archive, stories),
        homes=due.homes,
    )
    # Here all is read and filed, batch by batch: `parsed` is lazy, and fills the notebook.
    decisions = list(file_in_batches(filing, parsed, stories))
    # Noted last: what a crash keeps out of the ledger is only read again, and never lost.
    ledger = _remember(archive, shelf, ledger, notebook)
    due.finish(notebook.seen)
    after = content.read_stories(archive.root)[0] if notebook.seen else stories
    filed = find_filed(after)
    # What is the same as a file that has now been set aside is set aside with it.
    again = Accounts(frozenset(names), filed, ledger).settle(shelf.files)
    outcomes = [
        *(outcome for name in settled for outcome in again[name]),
        *_tell(decisions, notebook, filed),
        *notebook.outcomes(),
        *(Outcome(path=part, verdict="part", detail=page) for part, page in shelf.parts.items()),
    ]
    outcomes.sort(key=lambda outcome: (outcome.path, outcome.verdict))
    notes = [*tell_changes(stories, after, notebook.again.values()), *notebook.kept.values()]
    notes += (note for decision in decisions for note in decision.notes)
    notes += tell_offers(content.find_offers(archive.root), notes)
    return TakenIn(
        report=Report(outcomes=tuple(outcomes), notes=tuple(dict.fromkeys(notes))),
        changed=any(decision.intents for decision in decisions),
    )


def _tell(
    decisions: Iterable[Decision], notebook: Notebook, filed: Mapping[str, Filed]
) -> Iterator[Outcome]:
    """Yield how what was read has ended; what was filed before ends as if it had been left."""
    for outcome in (outcome for decision in decisions for outcome in decision.outcomes):
        known = filed.get(notebook.again.get(outcome.path, ""))
        if known and known.label in (None, outcome.path):
            yield replace(outcome, verdict=known.verdict, detail=known.address)
        else:
            yield outcome


def _look_at(
    listing: Listing, folder: Path, names: Sequence[str], accounts: Accounts, reader: str
) -> _Shelf:
    """Look at the shelf; a file is hashed unless what the manifest says it is has been filed."""
    manifest = read_manifest(folder)
    files = []
    for name in names:
        digest = manifest.get(name)
        file = look_at_file(folder, name, digest, reader)
        if digest and not accounts.knows(file):
            file = look_at_file(folder, name, None, reader)
        files.append(file)
    parts = ((name, part) for name in names for part in listing.parts_of(folder / name))
    return _Shelf(
        folder=folder,
        reader=reader,
        files=tuple(files),
        parts={_name(part, folder): name for name, part in parts},
        manifest=manifest,
    )


def _read(
    folder: Path,
    names: Sequence[str],
    parse: Callable[[Work], Iterator[Batch]],
    on_file: OnFile,
    notebook: Notebook,
) -> Iterator[Parsed]:
    """Read and parse new files, and yield what is new in them.

    A file time that serves as capture time is kept beside them.
    """
    done = 0
    for batch in parse([(folder / name, name) for name in names]):
        for result in batch.results:
            if isinstance(result, Parsed):
                _keep_file_time(folder / batch.name, result)
                if notebook.note_page(result.articles[0]):
                    yield result
            elif isinstance(result, Quarantine):
                notebook.note_quarantine(result)
            else:
                notebook.note_passed(batch.name, result.count)
        done += batch.last
        on_file(done, len(names))


def _keep_file_time(snapshot: Path, parsed: Parsed) -> None:
    for article in parsed.articles if has_room_beside(snapshot) else ():
        by_file_time = Evidence(field="captured", witness=FILE_TIME) in article.evidence
        said = read_sidecar(snapshot)
        if by_file_time and said.captured is None:
            captured = article.header.captured
            write_sidecar(snapshot, replace(said, captured=captured, captured_by=FILE_TIME))


def _remember(
    archive: Archive, shelf: _Shelf, ledger: Mapping[str, Line], notebook: Notebook
) -> dict[str, Line]:
    """Write down the digests of what is new on the shelf; return the ledger with what is new."""
    new_ledger = dict(ledger)
    digests_of = {file.name: file.digest for file in shelf.files}
    for name, line in notebook.lines():
        # What is said beside a file may only now have been written.
        shelved = look_at_file(shelf.folder, name, digests_of[name], shelf.reader)
        if shelved.key:
            new_ledger[shelved.key] = line
    file = ledger_file(archive.state)
    if new_ledger != ledger or not file.exists():
        write_ledger(file, new_ledger)
    digests = digests_of | {
        part: shelf.manifest.get(part) or find_digest(shelf.folder / part) for part in shelf.parts
    }
    manifest = {**shelf.manifest, **{name: digest for name, digest in digests.items() if digest}}
    if manifest != shelf.manifest:
        write_manifest(shelf.folder, manifest)
    return new_ledger


def _name(path: Path, shelf: Path) -> str:
    return path.relative_to(shelf).as_posix()
