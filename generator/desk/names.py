"""Give each story a slug that no other in its folder has.

A slug comes from the headline that was captured first, so that it stays when a headline changes.
Where two stories want the same, the one captured first has it, and others take a suffix from the
digest of their identity: so names depend on what the archive holds, and not on the order in which
it came.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.desk.captures import Age
from generator.desk.sameness import Identity, digest_identity
from generator.text import fold, slugify

# Hexadecimal digits: 48 bits, for the few stories that have a headline and a day in common.
_SUFFIX = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A story's claim to a name in a folder: `given` is one that a person's file has, or had."""

    identity: Identity
    folder: str
    headline: str
    first: Age
    given: str | None = None


def give_slugs(claims: Iterable[Claim]) -> Mapping[Identity, str]:
    """Return the slug of each claim; claims to other folders don't matter to one another."""
    wanted: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    taken: set[tuple[str, str]] = set()
    given: dict[Identity, str] = {}
    for claim in claims:
        if claim.given:
            taken.add((claim.folder, claim.given))
            given[claim.identity] = claim.given
        else:
            wanted[claim.folder, want_slug(claim)].append(claim)
    for (folder, slug), rivals in wanted.items():
        given |= dict(_settle(slug, rivals, free=(folder, slug) not in taken))
    return given


def want_slug(claim: Claim) -> str:
    """Return the slug that a story would have if it were alone."""
    slug = slugify(fold(claim.headline))
    # `2023/09/` is the page of a month, so no story of 2023 can be called "09".
    return f"{slug}-news" if slug.isdigit() and len(slug) <= 2 else slug


def _settle(slug: str, rivals: Sequence[Claim], *, free: bool) -> Iterator[tuple[Identity, str]]:
    for claim in sorted(rivals, key=lambda claim: (claim.first, claim.identity)):
        suffix = digest_identity(claim.identity)[:_SUFFIX]
        yield claim.identity, slug if free else f"{slug}-{suffix}"
        free = False
