"""What snapshots say, and what the archive keeps of it."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.body import Block
from generator.model.moments import FILE_TIME, Evidence, PartialDate
from generator.model.snapshots import SnapshotRef


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

    @property
    def changed(self) -> PartialDate | None:
        """When the publisher last changed it, or None where that is the minute of publishing."""
        same = self.published and self.modified and self.modified.is_same(self.published)
        return None if same else self.modified


class Standing(NamedTuple):
    """How well it is known when a snapshot was saved, and from where; the greater, the better.

    `dated` is whether more than the time of a file says when, `placed` whether an address is known.
    """

    dated: bool
    placed: bool


def _weigh(header: Header, evidence: tuple[Evidence, ...]) -> Standing:
    by_disk = Evidence(field="captured", witness=FILE_TIME) in evidence
    return Standing(header.captured is not None and not by_disk, header.url is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A card on the page that leads to another article."""

    headline: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one snapshot says."""

    header: Header
    body: tuple[Block, ...]
    snapshot: SnapshotRef
    related: tuple[Related, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def standing(self) -> Standing:
        """How well it is known when the snapshot was saved, and from where."""
        return _weigh(self.header, self.evidence)


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
    reader of the body reads, blocks apart by blank lines, and `opening` how that begins, without
    what is said of pictures. `edited` says that a person has changed or moved the file. `evidence`
    tells where its times are from. `name` is the one that no other story has in the tree
    (`2023-09-04-rail-strike`), under which its revisions are kept. `aliases` are the addresses
    that it had before. `parser` is what its snapshot was read by.
    """

    path: str
    slug: str
    address: str
    header: Header
    html: str
    text: str
    snapshot: SnapshotRef | None
    opening: str = ""
    revisions: tuple[Revision, ...] = ()
    recaptures: tuple[Recapture, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    edited: bool = False
    name: str = ""
    aliases: tuple[str, ...] = ()
    parser: str | None = None

    @property
    def standing(self) -> Standing:
        """How well it is known when the snapshot that is shown was saved, and from where."""
        return _weigh(self.header, self.evidence)

    @property
    def digests(self) -> frozenset[str]:
        """The digests of all snapshots of the story: the one shown, revisions, recaptures."""
        kept = [self.snapshot, *(revision.snapshot for revision in self.revisions)]
        again = [*self.recaptures, *(one for r in self.revisions for one in r.recaptures)]
        return frozenset(one.digest for one in (*kept, *again) if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a person's own, such as *About*; `html` is safe to show at `slug`/ in the site.

    `path` is the file, relative to the archive.
    """

    slug: str
    path: str
    title: str
    html: str
