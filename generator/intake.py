"""Take in what is on the archive's shelf: read, decide, file, and account for every file.

What is known already is not read again, so that a day's additions cost in proportion to the day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator import content, desk
from generator.accounts import (
    Accounts,
    Line,
    Notebook,
    Shelved,
    find_digest,
    find_filed,
    look_at_file,
    read_ledger,
    write_ledger,
)
from generator.config import Archive
from generator.model import (
    FILE_TIME,
    Decision,
    Evidence,
    Figure,
    Outcome,
    Quarantine,
    Report,
    Story,
)
from generator.parsing import PARSER_VERSION
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

ARTICLE_WEIGHT = 20_000
BATCH_WEIGHT = 200_000_000
"""Characters held in memory before they are filed: 10,000 articles, or a few hundred pictures."""


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
    listing = find_files(archive.snapshots)
    names = [_name(path, archive.snapshots) for path in listing.snapshots]
    filed, ledger = find_filed(stories), read_ledger(_ledger_file(archive))
    accounts = Accounts(frozenset(names), filed, ledger)
    guides = read_guides(archive)
    chosen = names if only is None else only
    shelf = _look_at(listing, archive.snapshots, chosen, accounts, name_reader(guides))
    settled = accounts.settle(shelf.files)
    new = [file.name for file in shelf.files if file.name not in settled]
    notebook = Notebook(accounts)
    parse = partial(parse_files, jobs=jobs or default_jobs(), guides=guides)
    parsed = _read(shelf.folder, new, parse, on_file, notebook)
    given_out = _find_given_out(archive, stories)
    decisions = list(_file_in_batches(archive, parsed, stories, given_out))
    ledger = _remember(archive, shelf, ledger, notebook)
    # What is the same as a file that has now been set aside is set aside with it.
    again = Accounts(frozenset(names), filed, ledger).settle(shelf.files)
    outcomes = [
        *(outcome for name in settled for outcome in again[name]),
        *(outcome for decision in decisions for outcome in decision.outcomes),
        *notebook.outcomes(),
        *(Outcome(path=part, verdict="part", detail=page) for part, page in shelf.parts.items()),
    ]
    outcomes.sort(key=lambda outcome: (outcome.path, outcome.verdict))
    notes = (note for decision in decisions for note in decision.notes)
    return TakenIn(
        report=Report(outcomes=tuple(outcomes), notes=tuple(dict.fromkeys(notes))),
        changed=any(decision.intents for decision in decisions),
    )


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


def _find_given_out(archive: Archive, stories: Sequence[Story]) -> frozenset[str]:
    """Return the addresses under which readers may know these stories: the pages of the site.

    Where no command has been at work yet, as in a clone, the site may be anywhere: they are all.
    """
    site = archive.output
    unsure = not _ledger_file(archive).exists() and not (site / "index.html").exists()
    found = (story.address for story in stories)
    return frozenset(each for each in found if unsure or (site / each / "index.html").is_file())


def _file_in_batches(
    archive: Archive,
    parsed: Iterable[Parsed],
    stories: Sequence[Story],
    given_out: AbstractSet[str],
) -> Iterator[Decision]:
    """File what was parsed, a batch at a time, and yield what was decided.

    The tree is the same however the captures come in portions; only memory knows of the batches.
    """
    batch: list[Parsed] = []
    weight = 0
    for each in parsed:
        batch.append(each)
        weight += _weigh(each)
        if weight > BATCH_WEIGHT:
            yield _file(archive, batch, stories, given_out)
            stories, _ = content.read_stories(archive.root)
            batch, weight = [], 0
    yield _file(archive, batch, stories, given_out)


def _weigh(parsed: Parsed) -> int:
    """Return about how many characters are held: pictures within a page are most of it."""
    blocks = (block for article in parsed.articles for block in article.body)
    pictures = [len(block.src or "") for block in blocks if isinstance(block, Figure)]
    pictures += [len(each.data or b"") for each in parsed.resources]
    return ARTICLE_WEIGHT * len(parsed.articles) + sum(pictures)


def _file(
    archive: Archive,
    parsed: Sequence[Parsed],
    stories: Sequence[Story],
    given_out: AbstractSet[str],
) -> Decision:
    articles = [article for each in parsed for article in each.articles]
    read = [(article, each.resources) for each in parsed for article in each.articles]
    # Of several readings of the same bytes, that which the desk takes comes last.
    read.sort(key=lambda pair: pair[0].standing)
    resources = {article.snapshot.digest: came for article, came in read}
    decision = desk.decide(articles, stories, given_out)
    filed = content.carry_out(decision.intents, archive.root, resources, parser=PARSER_VERSION)
    return replace(decision, notes=(*decision.notes, *filed.notes))


def _remember(
    archive: Archive, shelf: _Shelf, ledger: Mapping[str, Line], notebook: Notebook
) -> dict[str, Line]:
    """Write down the digests of what is new on the shelf; return the ledger with what is new."""
    new_ledger = dict(ledger)
    digests_of = {file.name: file.digest for file in shelf.files}
    for name, line in notebook.lines():
        # What is said beside a file may only now have been written.
        file = look_at_file(shelf.folder, name, digests_of[name], shelf.reader)
        if file.key:
            new_ledger[file.key] = line
    if new_ledger != ledger or not _ledger_file(archive).exists():
        write_ledger(_ledger_file(archive), new_ledger)
    digests = digests_of | {
        part: shelf.manifest.get(part) or find_digest(shelf.folder / part) for part in shelf.parts
    }
    manifest = {**shelf.manifest, **{name: digest for name, digest in digests.items() if digest}}
    if manifest != shelf.manifest:
        write_manifest(shelf.folder, manifest)
    return new_ledger


def _name(path: Path, shelf: Path) -> str:
    return path.relative_to(shelf).as_posix()


def _ledger_file(archive: Archive) -> Path:
    return archive.state / "ledger.json"
