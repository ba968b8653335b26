"""Saved pages as they are read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from generator.model.moments import Evidence, PartialDate

Kind: TypeAlias = Literal[
    "html", "singlefile", "mhtml", "warc", "arc", "wacz", "webarchive", "text"
]
"""The kind of a snapshot, told from its bytes."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def label_member(path: str, member: str | None) -> str:
    """Return how a page is called: its file and, in a file of many, which of them it is.

    A path in the file goes on with that of the file, `saved.zip/page.html`; an address doesn't,
    `crawl.warc.gz: https://example.com/a`.
    """
    if member is None:
        return path
    return f"{path}: {member}" if _ADDRESS.match(member) else f"{path}/{member}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotRef:
    """Which snapshot an article was read from; `member` tells it from others of its file."""

    path: str
    digest: str
    kind: Kind
    member: str | None = None

    @property
    def label(self) -> str:
        """How the snapshot is called."""
        return label_member(self.path, self.member)


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

    `path` is as the user gave it, or relative to the archive's `snapshots/`; `member` is which
    page of the file it is, where that holds many; `digest` is the SHA-256 of the file's bytes or,
    in a file of many, of the page's own, in hexadecimal; `text` is the page decoded, HTML or plain.
    What came with it is in `resources`, or in `parts` by its name in the page, where it may be
    read only when it is asked for.
    `keep` is whether a person wants it as an article, though it may look like none, and `fault` why
    it should be set aside where nobody does.
    """

    path: str
    digest: str
    kind: Kind
    text: str
    member: str | None = None
    url: str | None = None
    captured: PartialDate | None = None
    source: str | None = None
    keep: bool = False
    fault: str | None = None
    resources: tuple[Resource, ...] = ()
    parts: Mapping[str, bytes] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    @property
    def pictures(self) -> frozenset[str]:
        """The names by which the page refers to the pictures that came with it."""
        return frozenset([*(each.name for each in self.resources), *self.parts])

    @property
    def ref(self) -> SnapshotRef:
        """Which snapshot it is."""
        return SnapshotRef(path=self.path, digest=self.digest, kind=self.kind, member=self.member)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantine:
    """A file or a page in it set aside, and why, in words for its owner.

    `digest` is None for what can't be read. What does not `last` may be read another time: it only
    took too long.
    """

    path: str
    digest: str | None
    reason: str
    member: str | None = None
    lasts: bool = True

    @property
    def label(self) -> str:
        """How what was set aside is called."""
        return label_member(self.path, self.member)
