"""What is to be done with articles, and how every file ended."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from generator.model.stories import Article, Recapture, Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRevision:
    """Keep `revision` in the history of the story whose name in the tree is `name`."""

    name: str
    revision: Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStory:
    """Show `article` as the story at `path`, under `name`, which no other in the tree has.

    `aliases` are the addresses that the story had before.
    """

    path: str
    name: str
    article: Article
    recaptures: tuple[Recapture, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefileStory:
    """Keep what the story at `path` says, at `target` under `name`, with these recaptures.

    `aliases` are the addresses that the story had before.
    """

    path: str
    target: str
    name: str
    recaptures: tuple[Recapture, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFile:
    """Remove the file at `path`, whose text has been filed elsewhere."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferReading:
    """Lay `article`, a new reading of what stands at `path`, beside it for the person who edited.

    Where the page is read as it was before, there is nothing to offer.
    """

    path: str
    article: Article


Intent: TypeAlias = FileRevision | FileStory | RefileStory | RemoveFile | OfferReading
"""What is to be done in `content/`; paths are relative to the archive."""


Verdict: TypeAlias = Literal["article", "revision", "duplicate", "part", "container", "quarantined"]
"""How a file or a page in one ended.

A "part" is a picture or style that belongs to a page; a "container" is a file that holds many
pages, which are accounted for one by one.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one file or page ended.

    `detail` is the story's address, what it duplicates, what it holds, or the reason.
    """

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
