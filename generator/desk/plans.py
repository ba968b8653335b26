"""Turn the history of a story into what is to be done in `content/`.

Only what differs from what is there is to be done: the same decision twice asks for nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.addresses import name_of, path_of
from generator.blocks import plain_text
from generator.desk.captures import Capture, History
from generator.model import (
    Article,
    FileRevision,
    FileStory,
    Header,
    Intent,
    RefileStory,
    RemoveFile,
    Revision,
    Story,
)
from generator.text import squeeze


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A story as it shall be: its history under its slug, beside the files known of it."""

    known: Sequence[Story]
    history: History
    slug: str


def header_of(capture: Capture) -> Header:
    """Return the header of a capture that is shown."""
    if isinstance(capture.origin, Revision):
        raise TypeError("a revision has no header, so it is never shown")
    return capture.origin.header


def list_intents(plans: Iterable[Plan]) -> tuple[Intent, ...]:
    """Return what is to be done for some stories, in an order that a crash can't make harmful.

    Texts that are replaced are in the history first, and a place is left before it is taken.
    """
    intents = [intent for plan in plans for intent in _list_for(plan)]
    left = {intent.path for intent in intents if isinstance(intent, RefileStory | RemoveFile)}
    taken = {_target_of(intent) for intent in intents}
    wanted = (i for i in intents if not (isinstance(i, RemoveFile) and i.path in taken))
    return tuple(sorted(wanted, key=lambda intent: _urgency(intent, left)))


_ORDER = (FileRevision, RefileStory, FileStory, RemoveFile)


def _urgency(intent: Intent, left: set[str]) -> tuple[int, bool, str]:
    target = _target_of(intent)
    where = intent.path if isinstance(intent, RemoveFile) else target
    return (_ORDER.index(type(intent)), target in left, where)


def _target_of(intent: Intent) -> str:
    """Return the path that an intent writes, or ""."""
    match intent:
        case FileRevision():
            return _revision_path(intent.name, intent.revision.snapshot.digest)
        case RefileStory():
            return intent.target
        case FileStory():
            return intent.path
        case RemoveFile():
            return ""


def _list_for(plan: Plan) -> Iterator[Intent]:
    shown = plan.history.shown
    published = header_of(shown).published
    path, name = path_of(published, plan.slug), name_of(published, plan.slug)
    theirs = isinstance(shown.origin, Story) and shown.origin.edited
    if isinstance(shown.origin, Story) and theirs:
        path, name = shown.origin.path, shown.origin.name
    else:
        yield from _show(shown, path, name)
    revisions = [make_revision(capture) for capture in plan.history.past]
    yield from _keep(plan.known, name, revisions)
    yield from (
        RemoveFile(path=story.path)
        for story in plan.known
        if not story.edited and (theirs or story.path != path)
    )


def _show(shown: Capture, path: str, name: str) -> Iterator[Intent]:
    match shown.origin:
        case Article() as article:
            yield FileStory(path=path, name=name, article=article, recaptures=shown.recaptures)
        case Story(path=old, recaptures=known) if (old, known) != (path, shown.recaptures):
            again = shown.recaptures
            yield RefileStory(path=old, target=path, name=name, recaptures=again)


def _keep(known: Sequence[Story], name: str, revisions: Sequence[Revision]) -> Iterator[Intent]:
    """Yield what makes `revisions` the history called `name`, and no other of these stories."""
    there = {(story.name, kept) for story in known for kept in story.revisions}
    for revision in revisions:
        if (name, revision) not in there:
            yield FileRevision(name=name, revision=revision)
    wanted = {_revision_path(name, revision.snapshot.digest) for revision in revisions}
    for story_name, kept in there:
        path = _revision_path(story_name, kept.snapshot.digest)
        if path not in wanted:
            yield RemoveFile(path=path)


def _revision_path(name: str, digest: str) -> str:
    return f"content/revisions/{name}/{digest}.txt"


def make_revision(capture: Capture) -> Revision:
    """Return a capture as a revision, with its text a line a paragraph."""
    origin = capture.origin
    if isinstance(origin, Revision):
        return replace(origin, recaptures=capture.recaptures)
    if origin.snapshot is None:
        raise TypeError("a story without a snapshot is a person's, and always shown")
    text = plain_text(origin.body, figures=True) if isinstance(origin, Article) else origin.text
    return Revision(
        headline=squeeze(origin.header.headline),
        captured=origin.header.captured,
        published=origin.header.published,
        modified=origin.header.modified,
        snapshot=origin.snapshot,
        text="\n\n".join(filter(None, map(squeeze, text.split("\n")))),
        recaptures=capture.recaptures,
    )
