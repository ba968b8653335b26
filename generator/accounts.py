"""What is known already of how the files on the shelf ended, so that only new ones are read.

Articles, revisions and duplicates are told from `content/`. Quarantined files leave nothing
there, nor does a file of many pages say from outside what they are, so a ledger keeps both. It
only saves work: a line is keyed by all that it depends on, and an archive without the ledger
comes to the same verdicts again.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from generator.files import digest_bytes, digest_file
from generator.ledger import Line, PageLine
from generator.model import (
    Article,
    Outcome,
    Quarantine,
    SnapshotRef,
    Standing,
    Story,
    Verdict,
    label_member,
)
from generator.snapshots.shelf import SIDECAR, is_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A file on the shelf; `name` is its path from `snapshots/`.

    `key` is the digest of all that its line in the ledger depends on: the bytes, what is said of
    them beside it, and the parser with the rules that it follows. Both are None for a file that
    can't be read.
    """

    name: str
    digest: str | None
    key: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """How the snapshot with some digest ended, and at which address.

    `label` is how that snapshot is called, and `path` its file; `standing` is how well it is known
    when and from where that was saved, None where no better knowledge would change anything.
    """

    verdict: Verdict
    address: str
    path: str | None = None
    label: str | None = None
    standing: Standing | None = None


def find_digest(path: Path) -> str | None:
    """Return the digest of a file, or None where it is no file that can be read."""
    try:
        return digest_file(path) if is_plain(path) else None
    except OSError:
        return None


def look_at_file(folder: Path, name: str, digest: str | None, reader: str) -> Shelved:
    """Return what is to be known of a file on the shelf; `digest` is given where it is known."""
    digest = digest or find_digest(folder / name)
    said = find_digest(folder / f"{name}{SIDECAR}")
    key = digest_bytes(f"{digest} {said} {reader}".encode()) if digest else None
    return Shelved(name=name, digest=digest, key=key)


def find_filed(stories: Iterable[Story]) -> dict[str, Filed]:
    """Return how the snapshots that `content/` knows of ended, by digest."""
    # Of a digest that is met twice the last counts, and of a story its article comes last.
    return {digest: filed for story in stories for digest, filed in _filed_under(story)}


def _filed_under(story: Story) -> Iterator[tuple[str, Filed]]:
    address = story.address
    again = [*story.recaptures, *(r for text in story.revisions for r in text.recaptures)]
    for recapture in again:
        yield recapture.digest, Filed(verdict="duplicate", address=address)
    for revision in story.revisions:
        yield _file_under(revision.snapshot, "revision", address)
    if story.snapshot:
        standing = None if story.edited else story.standing
        yield _file_under(story.snapshot, "article", address, standing)


def _file_under(
    ref: SnapshotRef, verdict: Verdict, address: str, standing: Standing | None = None
) -> tuple[str, Filed]:
    filed = Filed(
        verdict=verdict, address=address, path=ref.path, label=ref.label, standing=standing
    )
    return ref.digest, filed


# ── Settling ─────────────────────────────────────────────────────────────────────────────────


class Accounts:
    """How files ended, as far as it is known, and which of those with the same bytes is the one.

    `there` are the names of all files on the shelf. Of snapshots with the same bytes, the one that
    `content/` names is the snapshot; where it names none, the first that is met. The others are its
    duplicates. Those with a digest in `due` are to be read as if they were new.
    """

    def __init__(
        self,
        there: Collection[str | None],
        filed: Mapping[str, Filed],
        ledger: Mapping[str, Line],
        due: AbstractSet[str] = frozenset(),
    ) -> None:
        self._due = {digest: known for digest, known in filed.items() if digest in due}
        self._filed = {digest: known for digest, known in filed.items() if digest not in due}
        self._ledger = ledger
        self._firsts: dict[str, str] = {
            digest: known.label
            for digest, known in filed.items()
            # Once its file is gone, the first that is met takes its place.
            if known.label and known.path in there
        }
        self._standings = {digest: known.standing for digest, known in self._filed.items()}

    def settle(self, files: Sequence[Shelved]) -> dict[str, tuple[Outcome, ...]]:
        """Return the outcomes of each file that needs no reading, and of its pages, by name."""
        found = {file.name: tuple(self._find_outcomes(file)) for file in files}
        return {name: outcomes for name, outcomes in found.items() if outcomes}

    def meet(self, label: str, digest: str, what: str = "page") -> Outcome | None:
        """Return the outcome of a snapshot that was met; None if it is new."""
        first = self._firsts.setdefault(digest, label)
        if first != label:
            return Outcome(path=label, verdict="duplicate", detail=f"the same {what} as {first}")
        if known := self._filed.get(digest):
            return Outcome(path=label, verdict=known.verdict, detail=known.address)
        return None

    def improve(self, article: Article) -> bool:
        """Tell whether an article knows better when and from where its snapshot was saved.

        Then that is the snapshot, and what was met before is a duplicate of it.
        """
        ref, standing = article.snapshot, article.standing
        known = self._standings.setdefault(ref.digest, standing)
        if known is None or standing <= known:
            return False
        self._standings[ref.digest] = standing
        self._firsts[ref.digest] = ref.label
        return True

    def is_due(self, digest: str | None) -> bool:
        """Tell whether a snapshot has been filed, and is read again."""
        return digest in self._due

    def keep(self, digest: str) -> str:
        """Let a snapshot be what it was, though it was to be read again; return its address."""
        known = self._filed[digest] = self._due[digest]
        return known.address

    def knows(self, file: Shelved) -> bool:
        """Tell whether a file, if it is what it was, has been filed."""
        line = self._ledger.get(file.key or "")
        return file.digest in self._filed or bool(line and line.pages)

    def _find_outcomes(self, file: Shelved) -> Iterator[Outcome]:
        if file.digest is None or file.key is None:
            return
        line = self._ledger.get(file.key)
        if line and line.reason:
            yield Outcome(path=file.name, verdict="quarantined", detail=line.reason)
            return
        # By its key: a copy of which more is said beside it is read too, and may be better.
        first = self._firsts.setdefault(file.key, file.name)
        if file.digest in self._filed and (known := self.meet(file.name, file.digest, "file")):
            yield known
        elif first != file.name:
            detail = f"the same file as {first}"
            yield Outcome(path=file.name, verdict="duplicate", detail=detail)
        elif line:
            yield from self.tell(file.name, line)

    def tell(self, name: str, line: Line) -> Iterator[Outcome]:
        """Yield how a file of many pages ended, and each of them; nothing if one is to be read."""
        if not all(page.reason or page.digest in self._filed for page in line.pages):
            return
        yield Outcome(path=name, verdict="container", detail=line.describe())
        for page in line.pages:
            label = label_member(name, page.member)
            if page.reason:
                yield Outcome(path=label, verdict="quarantined", detail=page.reason)
            elif outcome := self.meet(label, page.digest or ""):
                yield outcome


class Notebook:
    """Keeps what becomes known of new files as they are read, page by page.

    `again` are the digests of the snapshots that were filed before and read again, by label; `kept`
    those that would now be set aside, by digest, each with what to say of it.
    """

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._pages: dict[str, list[PageLine]] = {}
        self._passed: Counter[str] = Counter()
        self._unsure: set[str] = set()
        self._outcomes: list[Outcome] = []
        self.again: dict[str, str] = {}
        self.kept: dict[str, str] = {}

    @property
    def seen(self) -> frozenset[str]:
        """The digests of all snapshots that were filed before and have been read again."""
        return frozenset([*self.again.values(), *self.kept])

    def note_page(self, article: Article) -> bool:
        """Note a page that holds an article; tell whether it is news: new, or better known."""
        snapshot = article.snapshot
        line = PageLine(snapshot.member, snapshot.digest, None)
        self._pages.setdefault(snapshot.path, []).append(line)
        what = "page" if snapshot.member else "file"
        better = self._accounts.improve(article)
        outcome = self._accounts.meet(snapshot.label, snapshot.digest, what)
        if outcome is None or better:
            if self._accounts.is_due(snapshot.digest):
                self.again[snapshot.label] = snapshot.digest
            return True
        self._outcomes.append(outcome)
        return False

    def note_quarantine(self, quarantine: Quarantine) -> None:
        """Note what is set aside; if that needn't last, the file is read again the next time."""
        digest, kept = quarantine.digest, self._keep(quarantine)
        line = PageLine(quarantine.member, digest, None if kept else quarantine.reason)
        self._pages.setdefault(quarantine.path, []).append(line)
        if not quarantine.lasts:
            self._unsure.add(quarantine.path)

    def _keep(self, quarantine: Quarantine) -> bool:
        """Keep what was filed of a snapshot, if there is any; tell whether there is."""
        digest = quarantine.digest
        if digest is None or not self._accounts.is_due(digest):
            return False
        address = self._accounts.keep(digest)
        self.kept[digest] = (
            f"{address}: kept as it is, though {quarantine.label} would now be set aside:"
            f" {quarantine.reason}"
        )
        if outcome := self._accounts.meet(quarantine.label, digest):
            self._outcomes.append(outcome)
        return True

    def note_passed(self, name: str, count: int) -> None:
        """Note how much in a file is no page."""
        self._passed[name] += count

    def lines(self) -> Iterator[tuple[str, Line]]:
        """Yield what is to be known of each file the next time."""
        for name, pages in self._pages.items():
            line = self._make_line(name, pages)
            if name not in self._unsure and line != Line():
                yield name, line

    def _make_line(self, name: str, pages: Sequence[PageLine]) -> Line:
        """Return the line of a file of many pages, or of one that is set aside, or an empty one."""
        if any(page.member for page in pages):
            return Line(pages=tuple(pages), passed=self._passed[name])
        return Line(reason="; ".join(page.reason for page in pages if page.reason) or None)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield the outcomes of all that is known already or set aside, and of files of many."""
        yield from self._outcomes
        for name, pages in self._pages.items():
            line = self._make_line(name, pages)
            if line.reason:
                yield Outcome(path=name, verdict="quarantined", detail=line.reason)
            for page in line.pages:
                if page.reason:
                    label = label_member(name, page.member)
                    yield Outcome(path=label, verdict="quarantined", detail=page.reason)
            if line.pages:
                yield Outcome(path=name, verdict="container", detail=line.describe())
