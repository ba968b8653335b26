"""Sort the captures of one story: which is shown, which are its history, which say the same.

The outcome depends on the captures alone and not on the order in which they arrived: those of one
text are one, the latest of them stands for it, and the text captured last is shown. A file that a
person has edited is shown whatever comes.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeAlias

from generator.blocks import plain_text
from generator.desk.sameness import digest_wording
from generator.model import Article, Header, PartialDate, Recapture, Revision, Story

Age: TypeAlias = tuple[datetime, str]
"""When something was seen, then its digest, so that no two are of an age."""

# What has no date at all is never taken for the latest.
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One capture, from wherever it is known, and the earlier ones that say the same."""

    headline: str
    wording: str
    seen: PartialDate | None
    digest: str
    path: str
    origin: Article | Revision | Story
    recaptures: tuple[Recapture, ...] = ()

    @property
    def age(self) -> Age:
        """When this capture was made."""
        return _age(self.seen, self.digest)

    @property
    def first_age(self) -> Age:
        """When its text was captured first."""
        return min([self.age, *(_age(one.seen, one.digest) for one in self.recaptures)])


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The captures of one story, one for each text: the one shown, and the others by age."""

    shown: Capture
    past: tuple[Capture, ...] = ()

    @property
    def first(self) -> Capture:
        """The capture of the text that was captured first."""
        return min((self.shown, *self.past), key=lambda capture: capture.first_age)


def capture_article(article: Article) -> Capture:
    """Return what a new article is as a capture."""
    headline = article.header.headline
    return Capture(
        headline=headline,
        wording=digest_wording(headline, plain_text(article.body, figures=True)),
        seen=_seen(article.header),
        digest=article.snapshot.digest,
        path=article.snapshot.label,
        origin=article,
    )


def capture_story(story: Story) -> Capture:
    """Return what a story shows as a capture."""
    snapshot = story.snapshot
    return Capture(
        headline=story.header.headline,
        wording=digest_wording(story.header.headline, story.text),
        seen=_seen(story.header),
        digest=snapshot.digest if snapshot else "",
        path=snapshot.label if snapshot else story.path,
        origin=story,
        recaptures=story.recaptures,
    )


def capture_revision(revision: Revision) -> Capture:
    """Return what a revision is as a capture."""
    return Capture(
        headline=revision.headline,
        wording=digest_wording(revision.headline, revision.text),
        seen=_seen(revision),
        digest=revision.snapshot.digest,
        path=revision.snapshot.label,
        origin=revision,
        recaptures=revision.recaptures,
    )


def captures_of(story: Story) -> list[Capture]:
    """Return all that is known of a story's captures."""
    return [capture_story(story), *map(capture_revision, story.revisions)]


def sort_captures(known: Iterable[Capture], arrived: Iterable[Capture]) -> History:
    """Return the history that what is known of a story and new captures make."""
    known = tuple(known)
    theirs = [c for c in known if isinstance(c.origin, Story) and c.origin.edited]
    old = [capture for capture in known if capture not in theirs]
    if theirs:
        return _sort_beside(theirs[0], old, arrived)
    texts = _merge(old, arrived)
    # The look of a revision isn't kept, so it can't be shown; what can is never the earlier.
    showable = [text for text in texts if not isinstance(text.origin, Revision)]
    return History(shown=showable[-1], past=tuple(t for t in texts if t is not showable[-1]))


def _sort_beside(theirs: Capture, old: Iterable[Capture], arrived: Iterable[Capture]) -> History:
    """Return the history of a story that a person has edited: it is shown, all else is past."""
    same = {theirs.digest, *(recapture.digest for recapture in theirs.recaptures)}
    other = [c for c in arrived if c.digest not in same and c.wording != theirs.wording]
    return History(shown=theirs, past=_merge(old, other))


def _merge(old: Iterable[Capture], arrived: Iterable[Capture]) -> tuple[Capture, ...]:
    """Return one capture for each text, by age; what arrives replaces an older reading of it."""
    new = {capture.digest: capture for capture in arrived}
    texts: dict[str, list[Capture]] = defaultdict(list)
    for capture in old:
        reading = new.get(capture.digest, capture)
        # What is read again may say something else by now, and speaks for itself.
        others = tuple(one for one in capture.recaptures if one.digest not in new)
        texts[reading.wording].append(replace(reading, recaptures=others))
    read_again = {capture.digest for captures in texts.values() for capture in captures}
    for capture in new.values():
        if capture.digest not in read_again:
            texts[capture.wording].append(capture)
    return tuple(sorted(map(_stand_for, texts.values()), key=lambda capture: capture.age))


def _stand_for(captures: Sequence[Capture]) -> Capture:
    """Return the latest of some captures that say the same, which remembers the others."""
    latest = max(captures, key=lambda capture: capture.age)
    others = {one.digest: one for capture in captures for one in capture.recaptures}
    others |= {c.digest: Recapture(seen=c.seen, digest=c.digest) for c in captures}
    others.pop(latest.digest)
    by_age = sorted(others.values(), key=lambda one: _age(one.seen, one.digest))
    return replace(latest, recaptures=tuple(by_age))


def _seen(what: Header | Revision) -> PartialDate | None:
    """Return when a capture was made, or else the last moment that it tells of itself."""
    return what.captured or what.modified or what.published


def _age(seen: PartialDate | None, digest: str) -> Age:
    # Files keep whole seconds.
    return (seen.instant.replace(microsecond=0) if seen else _LONG_AGO, digest)
