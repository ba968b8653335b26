"""Which filed articles are to be read again, since the parser or a rule for their site has changed.

A file in `content/` says what its page was read by. What has been tried since, though the file
stays as it was (a person has edited it, or its page would now be set aside), is noted in the
state, and so is what a command has begun: one that was cut short is done again from the start.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from generator.files import write_text
from generator.model import Story
from generator.parsing import Guides
from generator.rules import name_reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The snapshots to read again by digest, each with what it will have been read by.

    `homes` are the addresses of their stories; `tried` are those that were read so without a change
    to their file.
    """

    file: Path
    readings: Mapping[str, str]
    homes: Mapping[str, str]
    tried: Mapping[str, str]

    @property
    def digests(self) -> AbstractSet[str]:
        """The digests of the snapshots."""
        return self.readings.keys()

    def begin(self) -> None:
        """Note what is to be read again before anything is changed."""
        if self.readings:
            _write(self.file, self.tried, begun=sorted(self.readings))

    def finish(self, read: AbstractSet[str]) -> None:
        """Note that what was to be read has been read, as far as it could be."""
        if self.readings:
            done = {digest: how for digest, how in self.readings.items() if digest in read}
            _write(self.file, {**self.tried, **done}, begun=[])


def find_due(state: Path, stories: Iterable[Story], guides: Guides) -> Due:
    """Return what is to be read again of `stories`, read by other rules or another parser."""
    file = state / "readings.json"
    tried, begun = _read(file)
    readings: dict[str, str] = {}
    homes: dict[str, str] = {}
    kept: dict[str, str] = {}
    for story in stories:
        how = name_reading(guides, story.header.url)
        cut_short = not begun.isdisjoint(story.digests)
        if story.snapshot and (story.parser != how or cut_short):
            known = {digest for digest in story.digests if tried.get(digest) == how}
            # Cut short, a story may be read half anew: then it is done again from the start.
            due = story.digests if cut_short else story.digests - known
            kept |= dict.fromkeys(known, how)
            readings |= dict.fromkeys(due, how)
            homes |= dict.fromkeys(due, story.address)
    return Due(file=file, readings=readings, homes=homes, tried=kept)


def tell_changes(
    before: Sequence[Story], after: Sequence[Story], read: Collection[str]
) -> Iterator[str]:
    """Yield how many stories have been read again, and how many of them say something new.

    `read` are the digests of the snapshots that were.
    """
    if not read:
        return
    digests = frozenset(read)
    # By which parser a story was read is no news to its readers.
    known = {replace(story, parser=None) for story in before}
    again = [story for story in after if not digests.isdisjoint(story.digests)]
    ours = [story for story in again if not story.edited]
    changed = sum(replace(story, parser=None) not in known for story in ours)
    if ours:
        what = "1 article was" if len(ours) == 1 else f"{len(ours):,} articles were"
        how = "says" if changed == 1 else "say"
        yield (
            f"{what} read again, by another version or other rules than before:"
            f" {changed:,} {how} something new"
        )


def tell_offers(offers: Sequence[str], told: Iterable[str]) -> Iterator[str]:
    """Yield a reminder of new readings that nobody has taken or deleted, unless all were `told`."""
    said = "".join(told)
    if any(offer not in said for offer in offers):
        what = "a new reading waits" if len(offers) == 1 else f"{len(offers):,} new readings wait"
        yield f"{what} in content/offers/ to be taken or deleted (docs/using.md says how)"


def _read(file: Path) -> tuple[dict[str, str], frozenset[str]]:
    """Return what was tried and what was begun; what is damaged or missing is nothing."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        tried = {str(digest): str(how) for digest, how in said["tried"].items()}
        return tried, frozenset(map(str, said["begun"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}, frozenset()


def _write(file: Path, tried: Mapping[str, str], *, begun: Sequence[str]) -> None:
    said = {"begun": begun, "tried": dict(sorted(tried.items()))}
    write_text(file, json.dumps(said, indent=0))
