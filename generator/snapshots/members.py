"""What the readers of files with pages inside yield: pages, and what of them can't be read.

A reader is told where to start and yields in the order of the file. Each item knows where reading
goes on after it, so that a file of any size can be read in portions, by one worker after another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.errors import SnapshotError
from generator.model import Kind, PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A page in a file: its bytes as they were sent, and what the file says of it.

    `name` tells it from the others of its file and is the same whenever the file is read: the
    path in a zip, address and time in a WARC; it is None in a file that is one page. `charset` is
    what the transport said; `witness` names where address and time stand. `parts` are the
    pictures that came along, by absolute address or by `cid:`. `fault` is why it should be set
    aside, unless a person wants to keep it. `end` is where reading goes on.
    """

    kind: Kind
    data: bytes
    name: str | None = None
    charset: str | None = None
    url: str | None = None
    captured: PartialDate | None = None
    witness: str | None = None
    parts: Mapping[str, bytes] = field(default_factory=dict)
    fault: str | None = None
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A part of a file that can't be read, and why, in words for its owner.

    `digest` is that of its bytes, where they can be had.
    """

    reason: str
    name: str | None = None
    digest: str | None = None
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What of a file is no page: `count` of pictures, styles, scripts, requests and the like."""

    count: int
    end: int = 0


Item: TypeAlias = Member | Broken | Passed
"""What a reader yields."""


def too_large(limit: int) -> SnapshotError:
    """Return the error for what has more than `limit` bytes."""
    return SnapshotError(f"too large: more than {limit // 2**20} MB")
