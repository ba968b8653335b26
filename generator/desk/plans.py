"""Turn the history of a story into what is to be done in `content/`.

Only what differs from what is there is to be done: the same decision twice asks for nothing.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from generator.addresses import address_of, name_of, path_of
from generator.blocks import plain_text
from generator.desk.captures import Capture, History
from generator.model import (
    Article,
    FileRevision,
    FileStory,
    Header,
    Intent,
    OfferReading,
    RefileStory,
    RemoveFile,
    Revision,
    Story,
)
from generator.text import squeeze


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A story as it shall be: its history under its slug, beside the files known of it.

    `offered` is a new reading of what a person has edited.
    """

    known: Sequence[Story]
    history: History
    slug: str
    offered: Article | None = None

    @property
    def edited(self) -> Story | None:
        """The story whose file a person has edited, if it is the one shown."""
        origin = self.history.shown.origin
        return origin if isinstance(origin, Story) and origin.edited else None

    @property
    def address(self) -> str:
        """Where the story shall stand in the site."""
        if self.edited:
            return self.edited.address
        return address_of(header_of(self.history.shown).published, self.slug)


def header_of(capture: Capture) -> Header:
    """Return the header of a capture that is shown."""
    if isinstance(capture.origin, Revision):
        raise TypeError("a revision has no header, so it is never shown")
    return capture.origin.header


def list_intents(
    plans: Sequence[Plan], given_out: AbstractSet[str] = frozenset()
) -> tuple[Intent, ...]:
    """Return what is to be done for some stories, in an order that a crash can't make harmful.

    Texts that are replaced are in the history first, and a place is left before it is taken. A
    story that leaves an address in `given_out` keeps it as an alias, unless another comes there.
    """
    lasting = given_out - {plan.address for plan in plans}
    intents = [intent for plan in plans for intent in _list_for(plan, lasting)]
    left = {intent.path for intent in intents if isinstance(intent, RefileStory | RemoveFile)}
    taken = {_target_of(intent) for intent in intents}
    # Removals come last, and would take what another story has put in that place.
    wanted = (i for i in intents if not (isinstance(i, RemoveFile) and i.path in taken))
    return tuple(sorted(wanted, key=lambda intent: _urgency(intent, left)))


_ORDER = (FileRevision, RefileStory, FileStory, OfferReading, RemoveFile)


def _urgency(intent: Intent, left: set[str]) -> tuple[int, bool, str]:
    target = _target_of(intent)
    where = intent.path if isinstance(intent, RemoveFile | OfferReading) else target
    # Within a kind, whoever goes where nobody has to leave comes first.
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
        case RemoveFile() | OfferReading():
            return ""


def note_left(plans: Sequence[Plan], given_out: AbstractSet[str]) -> Iterator[str]:
    """Yield which addresses are lost, since the file that should tell them is a person's."""
    taken = {plan.address for plan in plans}
    for plan in plans:
        if theirs := plan.edited:
            for address in sorted((_left_by(plan) & given_out) - taken - {*theirs.aliases}):
                line = f"Aliases: {address.rstrip('/')}"
                yield f'{theirs.path}: add "{line}" to lead readers on from where it stood too'


def _left_by(plan: Plan) -> set[str]:
    return {story.address for story in plan.known if not story.edited}


def _find_aliases(plan: Plan, lasting: AbstractSet[str]) -> tuple[str, ...]:
    """Return the addresses that a story had before, and those of `lasting` that it leaves now."""
    kept = {alias for story in plan.known for alias in story.aliases}
    return tuple(sorted((kept | (_left_by(plan) & lasting)) - {plan.address}))


def _list_for(plan: Plan, lasting: AbstractSet[str]) -> Iterator[Intent]:
    shown, theirs = plan.history.shown, plan.edited
    published = header_of(shown).published
    path, name = path_of(published, plan.slug), name_of(published, plan.slug)
    if theirs:
        path, name = theirs.path, theirs.name
        if plan.offered:
            yield OfferReading(path=path, article=plan.offered)
    else:
        yield from _show(shown, path, name, _find_aliases(plan, lasting))
    revisions = [make_revision(capture) for capture in plan.history.past]
    yield from _keep(plan.known, name, revisions)
    yield from (
        RemoveFile(path=story.path)
        for story in plan.known
        if not story.edited and (theirs or story.path != path)
    )


def _show(shown: Capture, path: str, name: str, aliases: tuple[str, ...]) -> Iterator[Intent]:
    origin, again = shown.origin, shown.recaptures
    if isinstance(origin, Article):
        yield FileStory(path=path, name=name, article=origin, recaptures=again, aliases=aliases)
    elif isinstance(origin, Story):
        there = (origin.path, origin.recaptures, origin.aliases)
        if there != (path, again, aliases):
            yield RefileStory(
                path=origin.path, target=path, name=name, recaptures=again, aliases=aliases
            )


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
