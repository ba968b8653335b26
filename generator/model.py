"""The records that pass between stages: frozen, complete when made, and free of behaviour.

    file ──read──> Snapshot ──parse──> Article ──decide, write──> content/ ──read──> Story
                └> Quarantine      └> Quarantine

Words are those of schema.org `NewsArticle`, RFC 7089 (Memento) and newsrooms.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["html", "singlefile", "text"]
"""The kind of a snapshot, told from its bytes."""


class Precision(StrEnum):
    """How much of a moment is known; `MINUTE` stands for a minute or finer."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


_WIDTH = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A moment as precisely as it is known, in the zone of whoever said it.

    `moment` is naive where the zone is unknown. Parts finer than `precision` are at their least.
    """

    moment: datetime
    precision: Precision

    def isoformat(self) -> str:
        """Return ISO 8601 as long as what is known: `2023`, `2023-09`, `2023-09-04T14:11+02:00`.

        Seconds are written only where they are not zero.
        """
        if self.precision in _WIDTH:
            return self.moment.isoformat()[: _WIDTH[self.precision]]
        exact = self.moment.second or self.moment.microsecond
        return self.moment.isoformat(timespec="seconds" if exact else "minutes")

    @classmethod
    def fromisoformat(cls, text: str) -> "PartialDate":
        """Read what `isoformat` writes; raise ValueError for anything else."""
        if len(text) == 4:
            return cls(moment=datetime.fromisoformat(f"{text}-01-01"), precision=Precision.YEAR)
        if len(text) == 7:
            return cls(moment=datetime.fromisoformat(f"{text}-01"), precision=Precision.MONTH)
        precision = Precision.DAY if len(text) == 10 else Precision.MINUTE
        return cls(moment=datetime.fromisoformat(text), precision=precision)

    @property
    def day(self) -> date | None:
        """The calendar day in the publisher's own zone, or None where it isn't known."""
        known = self.precision in (Precision.DAY, Precision.MINUTE)
        return self.moment.date() if known else None

    @property
    def instant(self) -> datetime:
        """The moment as one that can be compared: a zone that is unknown is taken for UTC."""
        return self.moment if self.moment.tzinfo else self.moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a field's value came from: `Evidence(field="headline", witness="JSON-LD headline")`."""

    field: str
    witness: str


# ── Snapshots ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file that came with a snapshot, under the name by which the page refers to it.

    The bytes stand in `data`, or in the file `path`, which is inside the page's own folder.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One saved page: its text, where it is from, and when it was saved.

    `path` is as the user gave it, or relative to the archive's `snapshots/`; `digest` is the
    SHA-256 of the file's bytes, in hexadecimal; `text` is the page decoded, HTML or plain.
    """

    path: str
    digest: str
    kind: Kind
    text: str
    url: str | None = None
    captured: PartialDate | None = None
    source: str | None = None
    resources: tuple[Resource, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantine:
    """A file set aside, and why, in words for its owner; `digest` is None if it can't be read."""

    path: str
    digest: str | None
    reason: str


# ── The body of an article: blocks of inlines ────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text set in italics."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Text set in bold."""

    inlines: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an absolute http or https `url`."""

    url: str
    inlines: tuple["Inline", ...]


Inline: TypeAlias = Text | Emphasis | Strong | Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A subhead; `level` is 2 to 6, since the headline is 1."""

    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted blocks."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list whose items are runs of blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its words; `src` names a resource of the snapshot, a `data:` URI or a URL.

    `src` is None where the words are there and the picture isn't, as in a pasted page.
    """

    src: str | None
    alt: str = ""
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells of inlines; the first row is the head."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose spaces and line ends count."""

    text: str


Block: TypeAlias = Paragraph | Heading | Quotation | ItemList | Figure | Table | Preformatted


# ── Articles and stories ─────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is said of an article, apart from its body.

    `byline` holds people in order; `credits` what else a byline names (desk, outlet, agency);
    `published` and `modified` are the publisher's times; `language` is a BCP 47 tag.
    """

    headline: str
    dek: str | None = None
    kicker: str | None = None
    byline: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    agency: str | None = None
    dateline: str | None = None
    section: str | None = None
    topics: tuple[str, ...] = ()
    published: PartialDate | None = None
    modified: PartialDate | None = None
    captured: PartialDate | None = None
    language: str | None = None
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A card on the page that leads to another article."""

    headline: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotRef:
    """Which snapshot an article was read from."""

    path: str
    digest: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one snapshot says."""

    header: Header
    body: tuple[Block, ...]
    snapshot: SnapshotRef
    related: tuple[Related, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recapture:
    """A further capture of a text that another snapshot stands for.

    `seen` is when it was captured or, where that isn't known, when the publisher last changed it.
    """

    seen: PartialDate | None
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One capture of a story whose text differs from the one shown.

    `recaptures` are the other captures of the same text.
    """

    headline: str
    captured: PartialDate | None
    snapshot: SnapshotRef
    text: str
    published: PartialDate | None = None
    modified: PartialDate | None = None
    recaptures: tuple[Recapture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article as it stands in `content/`, with the captures of it that are not shown.

    `path` is the file, relative to the archive; `address` the page's folder in the site
    (`2023/09/04/rail-strike/`, `undated/rail-strike/`), whose last part is `slug`. `html` is the
    body, safe to show, whose links to media are relative to that folder; `text` is all that a
    reader of the body reads, blocks apart by blank lines. `edited` says that a person has changed
    or moved the file. `evidence` tells where its times are from. `name` is the one that no other
    story has in the tree (`2023-09-04-rail-strike`), under which its revisions are kept.
    """

    path: str
    slug: str
    address: str
    header: Header
    html: str
    text: str
    snapshot: SnapshotRef | None
    revisions: tuple[Revision, ...] = ()
    recaptures: tuple[Recapture, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    edited: bool = False
    name: str = ""

    @property
    def digests(self) -> frozenset[str]:
        """The digests of all snapshots of the story: the one shown, revisions, recaptures."""
        kept = [self.snapshot, *(revision.snapshot for revision in self.revisions)]
        again = [*self.recaptures, *(one for r in self.revisions for one in r.recaptures)]
        return frozenset(one.digest for one in (*kept, *again) if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a person's own, such as *About*; `html` is safe to show at `slug`/ in the site."""

    slug: str
    title: str
    html: str


# ── What the desk decides ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRevision:
    """Keep `revision` in the history of the story whose name in the tree is `name`."""

    name: str
    revision: Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStory:
    """Show `article` as the story at `path`, under `name`, which no other in the tree has."""

    path: str
    name: str
    article: Article
    recaptures: tuple[Recapture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefileStory:
    """Keep what the story at `path` says, at `target` under `name`, with these recaptures."""

    path: str
    target: str
    name: str
    recaptures: tuple[Recapture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFile:
    """Remove the file at `path`, whose text has been filed elsewhere."""

    path: str


Intent: TypeAlias = FileRevision | FileStory | RefileStory | RemoveFile
"""What is to be done in `content/`; paths are relative to the archive."""


# ── Search ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A story that a query found: `page` is its address in the site, `url` the original's."""

    page: str
    url: str | None
    headline: str
    source: str | None
    published: str | None
    score: float
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAssets:
    """What the search page loads, by name from the root of the site."""

    script: str
    manifest: str


# ── What a command reports ───────────────────────────────────────────────────────────────────

Verdict: TypeAlias = Literal["article", "revision", "duplicate", "part", "quarantined"]
"""How a file ended; "part" is a picture or style that belongs to a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one file ended: `detail` is the story's address, what it duplicates, or the reason."""

    path: str
    verdict: Verdict
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is to be done for some articles, in this order, and how each of them ended.

    There is one outcome for each article; `notes` are what a person should know besides.
    """

    intents: tuple[Intent, ...]
    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How every file ended, in the order of their paths, and what a person should know besides."""

    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...] = field(default=())
