"""Decide what new articles make of an archive, without touching it.

An article starts a story, or joins the story of its identity as a new text or as one more capture
of a text that is there. Adding the same articles in any order and in any portions comes to the
same archive, and adding them again changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.addresses import folder_of, split_address
from generator.desk.captures import Capture, History, capture_article, captures_of, sort_captures
from generator.desk.names import Claim, give_slugs
from generator.desk.outcomes import note_edits, tell_outcomes
from generator.desk.plans import Plan, header_of, list_intents, note_left
from generator.desk.sameness import Identity, identify
from generator.model import Article, Decision, Outcome, Story


@dataclass(slots=True)
class _Case:
    """What is known of the story of one identity, and what has arrived for it."""

    stories: list[Story] = field(default_factory=list)
    arrived: list[Capture] = field(default_factory=list)

    @property
    def folders(self) -> set[str]:
        """Where its stories stand, and where those have stood that a person has moved."""
        left = [alias for story in self.stories if story.edited for alias in story.aliases]
        return {split_address(a)[0] for a in (*left, *(story.address for story in self.stories))}

    def is_open(self) -> bool:
        """Tell whether there is anything to decide: new captures, or one story in two files."""
        return bool(self.arrived) or sum(not story.edited for story in self.stories) > 1


@dataclass(frozen=True, slots=True)
class _Ruling:
    """A case decided: what was known of it, and the history that it is now."""

    case: _Case
    known: tuple[Capture, ...]
    history: History

    @property
    def folders(self) -> set[str]:
        """Where its stories stood, and where the story stands now."""
        return self.case.folders | {folder_of(header_of(self.history.shown).published)}


_Cases: TypeAlias = dict[Identity, _Case]
_Key: TypeAlias = tuple[str, str, Identity]


def decide(
    articles: Sequence[Article],
    stories: Sequence[Story],
    given_out: AbstractSet[str] = frozenset(),
    again: AbstractSet[str] = frozenset(),
) -> Decision:
    """Return what is to be done so that the archive of `stories` holds `articles` too.

    The outcomes are those of the articles, in their order. A story keeps an address in
    `given_out`, under which readers may know it, as an alias where it leaves it. What is known of
    the snapshots with a digest in `again` gives way to what these articles say of them.
    """
    cases: _Cases = defaultdict(_Case)
    for story in stories:
        cases[identify(story.header)].stories.append(story)
    keyed = [(_key(article), article) for article in articles]
    # What other batches are to bring is left as it is until then.
    again = again & {article.snapshot.digest for article in articles}
    outcomes = dict(_assign(keyed, cases, stories, again))
    rulings = _rule_all(cases, again)
    slugs = give_slugs(_claim_all(rulings))
    plans = {
        identity: Plan(
            known=ruling.case.stories,
            history=ruling.history,
            slug=slugs[identity],
            offered=_find_offered(ruling),
        )
        for identity, ruling in rulings.items()
    }
    notes = list(note_left(tuple(plans.values()), given_out))
    for identity, ruling in rulings.items():
        address = plans[identity].address
        told = list(tell_outcomes(ruling.case.arrived, ruling.known, ruling.history, address))
        notes += note_edits(told, ruling.history)
        outcomes |= {(capture.path, capture.digest, identity): out for capture, out in told}
    return Decision(
        intents=list_intents(tuple(plans.values()), given_out),
        outcomes=tuple(_in_order([key for key, _ in keyed], outcomes)),
        notes=tuple(sorted(notes)),
    )


def _key(article: Article) -> _Key:
    return (article.snapshot.label, article.snapshot.digest, identify(article.header))


def _find_offered(ruling: _Ruling) -> Article | None:
    """Return the new reading of the snapshot of a file that a person has edited."""
    theirs = ruling.history.shown
    found = (one.origin for one in ruling.case.arrived if one.digest == theirs.digest)
    return next((one for one in found if isinstance(one, Article) and one != theirs.origin), None)


def _assign(
    keyed: Sequence[tuple[_Key, Article]],
    cases: _Cases,
    stories: Sequence[Story],
    again: AbstractSet[str],
) -> Iterator[tuple[_Key, Outcome]]:
    """Give each article to the case of its identity; yield the outcome of those of no news.

    The same bytes are one snapshot, wherever they lie and whatever was said of them elsewhere: the
    one of which it is known best when and from where it was saved.
    """
    holders = {digest: story for story in stories for digest in story.digests}
    first: dict[str, str] = {}
    for key, article in sorted(keyed, key=_precedence):
        path, digest, identity = key
        if first.setdefault(digest, path) != path:
            yield key, Outcome(path=path, verdict="duplicate", detail=first[digest])
        elif digest in holders and digest in again:
            yield key, Outcome(path=path, verdict="duplicate", detail=holders[digest].address)
            home = _find_home(holders[digest], cases, key)
            cases[home].arrived.append(capture_article(article))
        elif digest in holders and _takes_over(article, holders[digest]):
            _move(holders[digest], cases, identity)
            cases[identity].arrived.append(capture_article(article))
        # Its story goes by another identity, as where a person has mended the address.
        elif identity not in cases and digest in holders:
            detail = holders[digest].address
            yield key, Outcome(path=path, verdict="duplicate", detail=detail)
        else:
            cases[identity].arrived.append(capture_article(article))


def _precedence(keyed: tuple[_Key, Article]) -> tuple[bool, bool, _Key]:
    key, article = keyed
    return (not article.standing.dated, not article.standing.placed, key)


def _takes_over(article: Article, holder: Story) -> bool:
    """Tell whether a story is nothing but the snapshot of an article, which knows more of it."""
    alone = holder.digests == {article.snapshot.digest} and not holder.edited
    return alone and article.standing > holder.standing


def _find_home(holder: Story, cases: _Cases, key: _Key) -> Identity:
    """Return the story that a new reading belongs to; what it shows moves there with it.

    What a person has edited may say otherwise than any page, and stays the home of its captures.
    """
    _, digest, identity = key
    known = identify(holder.header)
    if holder.edited:
        return known
    shows = holder.snapshot is not None and holder.snapshot.digest == digest
    if shows and known != identity:
        _move(holder, cases, identity)
    return identity


def _move(story: Story, cases: _Cases, identity: Identity) -> None:
    """Make a story one of another identity."""
    cases[identify(story.header)].stories.remove(story)
    cases[identity].stories.append(story)


def _rule_all(cases: _Cases, again: AbstractSet[str]) -> dict[Identity, _Ruling]:
    """Decide the open cases, and look again at those that may contend with them for a name."""
    rulings = {one: _rule(case, again) for one, case in cases.items() if _is_open(case, again)}
    folders = {folder for ruling in rulings.values() for folder in ruling.folders}
    near = {
        identity: _rule(case, again)
        for identity, case in cases.items()
        if identity not in rulings and case.stories and case.folders & folders
    }
    return rulings | near


def _is_open(case: _Case, again: AbstractSet[str]) -> bool:
    return case.is_open() or any(not again.isdisjoint(story.digests) for story in case.stories)


def _rule(case: _Case, again: AbstractSet[str]) -> _Ruling:
    known = tuple(capture for story in case.stories for capture in captures_of(story))
    here = {capture.digest for capture in case.arrived}
    old = tuple(_forget(one, again) for one in known if not _has_left(one, again - here))
    return _Ruling(case, known, sort_captures(old, case.arrived))


def _has_left(capture: Capture, gone: AbstractSet[str]) -> bool:
    """Tell whether a capture has been read anew as one of another story."""
    return capture.digest in gone and not _is_theirs(capture)


def _forget(capture: Capture, again: AbstractSet[str]) -> Capture:
    """Return a capture without those that said the same, and may not any more."""
    if _is_theirs(capture):
        return capture
    kept = tuple(one for one in capture.recaptures if one.digest not in again)
    return replace(capture, recaptures=kept)


def _is_theirs(capture: Capture) -> bool:
    return isinstance(capture.origin, Story) and capture.origin.edited


def _claim_all(rulings: Mapping[Identity, _Ruling]) -> Iterator[Claim]:
    """Yield a claim for each story, and for the places that a person's stories have left.

    Nobody is to come there, but whoever stands there stays.
    """
    stands = {story.address for ruling in rulings.values() for story in ruling.case.stories}
    for identity, ruling in rulings.items():
        first, shown = ruling.history.first, ruling.history.shown
        edited = [story for story in ruling.case.stories if story.edited]
        yield Claim(
            identity=identity,
            folder=folder_of(header_of(shown).published),
            headline=first.headline,
            first=first.first_age,
            given=edited[0].slug if edited else None,
        )
        copies = [copy.address for copy in edited[1:]]
        left = [alias for story in edited for alias in story.aliases if alias not in stands]
        for address in (*copies, *left):
            folder, slug = split_address(address)
            yield Claim(
                identity=(*identity, address),
                folder=folder,
                headline=first.headline,
                first=first.first_age,
                given=slug,
            )


def _in_order(keys: Sequence[_Key], outcomes: Mapping[_Key, Outcome]) -> Iterator[Outcome]:
    """Yield the outcome of each article; one that is given twice is a duplicate of itself."""
    seen: set[_Key] = set()
    for key in keys:
        outcome = outcomes[key]
        yield replace(outcome, verdict="duplicate") if key in seen else outcome
        seen.add(key)
