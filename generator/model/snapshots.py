"""Saved pages as they are read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from generator.model.moments import Evidence, PartialDate

Kind: TypeAlias = Literal[
    "html", "singlefile", "mhtml", "warc", "arc", "wacz", "webarchive", "text"
]
"""The kind of a snapshot, told from its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotRef:
    """Which snapshot an article was read from."""

    path: str
    digest: str
    kind: Kind


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
