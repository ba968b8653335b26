"""A file read into the snapshots that it holds, and the reasons why parts of it hold none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.errors import SnapshotError
from generator.files import digest_file
from generator.model import FILE_TIME, Evidence, PartialDate, Precision, Quarantine, Snapshot
from generator.snapshots.encodings import decode
from generator.snapshots.many import open_plain
from generator.snapshots.members import Broken, Member, Passed
from generator.snapshots.notes import SavingNote, find_note
from generator.snapshots.opening import Found, Page, open_file
from generator.snapshots.replays import Replay, undo_replay
from generator.snapshots.resources import find_parts, find_resources
from generator.snapshots.shelf import SIDECAR, Said
from generator.snapshots.sidecars import read_sidecar
from generator.snapshots.signatures import find_foreign_text, is_markup
from generator.text import squeeze

TEXT_LIMIT = 4 * 1024 * 1024
"""The most characters of a pasted text, which is some hundred times what a page says."""

NAME_LIMIT = 4_200
"""The most characters of a page's name in its file: an address and a time."""

_MANY = (
    "more than one page is in it, so they can't all have the address that is said of it: take that"
    f" out of the {SIDECAR} file beside it"
)


class Span(NamedTuple):
    """From where to where a file is read; without an `end`, to its own."""

    start: int = 0
    end: int | None = None


Read: TypeAlias = Snapshot | Quarantine | Passed
"""What became of a part of a file."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file that is being read: where it is, how it is called, and what is said of it."""

    path: Path
    name: str
    said: Said


def read_snapshots(path: Path, name: str, span: Span = Span()) -> Iterator[Read]:  # noqa: B008
    """Yield the snapshots in the file `path`, reported as `name`, and what of it is set aside.

    Kinds are told from the bytes. Nothing is raised for bad input: what can't be used ends as a
    Quarantine, with a reason in words for its owner.
    """
    try:
        file = _File(path, name, _read_said(path))
        for found in open_file(path, span.start):
            if span.end is not None and _end_of(found) > span.end:
                return
            yield _read(found, file)
    except SnapshotError as error:
        # The portions of a file meet the same fault, and the first one tells it.
        if span.start == 0:
            yield Quarantine(path=name, digest=_find_digest(path), reason=str(error))


def holds_one_page(path: Path) -> bool:
    """Tell whether there is no more than one page in a file."""
    pages = (found for found in open_file(path) if isinstance(found, Page))
    return len(list(islice(pages, 2))) < 2


def _read_said(path: Path) -> Said:
    """Return what is said of a file beside it; an address is said of one page only."""
    said = read_sidecar(path)
    if said.url and not holds_one_page(path):
        raise SnapshotError(_MANY)
    return said


def _end_of(found: Found) -> int:
    return found.member.end if isinstance(found, Page) else found.end


def _find_digest(path: Path) -> str | None:
    try:
        with open_plain(path):
            return digest_file(path)
    except (SnapshotError, OSError):
        return None


def _read(found: Found, file: _File) -> Read:
    if isinstance(found, Passed):
        return found
    if isinstance(found, Broken):
        digest, member, reason = found.digest, found.name, found.reason
    else:
        try:
            return _read_page(found, file)
        except SnapshotError as error:
            digest, member, reason = found.digest, found.member.name, str(error)
    return Quarantine(path=file.name, digest=digest, reason=reason, member=_call(member))


def _call(member: str | None) -> str | None:
    """Return the name of a page as it can be written on a line and read back."""
    return squeeze(member)[:NAME_LIMIT] or "page without a name" if member is not None else None


def _read_page(page: Page, file: _File) -> Snapshot:
    member = page.member
    text = decode(member.data, member.charset)
    # A crawl or a mail says of itself which part is a page: there one end tag is enough.
    plain = not is_markup(text) and (member.kind == "html" or "</" not in text)
    _check_text(text, plain=plain)
    note = SavingNote(kind="text") if plain else find_note(text, member.url)
    text, parts = _undo_replay(text, member, note.replay)
    said = page.said.over(file.said)
    facts = _find_facts(page, said, note, file.path)
    return Snapshot(
        path=file.name,
        member=_call(member.name),
        digest=page.digest,
        kind=note.kind if plain or member.kind == "html" else member.kind,
        text=text,
        url=facts.url,
        captured=facts.captured,
        source=said.source,
        keep=said.keep,
        fault=member.fault,
        # What lies beside a file of many pages belongs to none of them.
        resources=() if plain or member.name else find_resources(text, file.path),
        parts={} if plain else find_parts(text, facts.url, parts),
        evidence=facts.evidence,
    )


def _undo_replay(
    text: str, member: Member, replay: Replay | None
) -> tuple[str, Mapping[str, bytes]]:
    """Return a page and its pictures with the addresses that they had before an archive."""
    if replay is None:
        return text, member.parts
    parts = member.parts
    if member.kind != "html":  # Those of a zip file are named by their paths.
        parts = {undo_replay(name, replay): parts[name] for name in parts}
    return undo_replay(text, replay), parts


def _check_text(text: str, *, plain: bool) -> None:
    """Raise SnapshotError for what nobody wrote to be read."""
    if not text.strip():
        raise SnapshotError("empty")
    if what := find_foreign_text(text):
        raise SnapshotError(what)
    if plain and len(text) > TEXT_LIMIT:
        raise SnapshotError("too large: a text of more than 4 million characters")


# ── When, and from where ─────────────────────────────────────────────────────────────────────


class _Facts(NamedTuple):
    """From where a page was saved, when, and how both are known."""

    url: str | None
    captured: PartialDate | None
    evidence: tuple[Evidence, ...]


def _find_facts(page: Page, said: Said, note: SavingNote, path: Path) -> _Facts:
    """Return what is said of a page: by a person, by its file, by itself, by the disk."""
    member, by_member = page.member, page.member.witness or "the file that it is in"
    by_person = said.captured_by or "sidecar"
    by_disk = by_person == FILE_TIME
    # When an archive's replay was saved, and from where, says nothing of the page.
    own = not note.replay
    urls = ((said.url, "sidecar"), (own and member.url, by_member), (note.url, note.witness))
    times = (
        (None if by_disk else said.captured, by_person),
        (own and member.captured, by_member),
        (note.captured, note.witness),
        (page.saved, "time in the zip file"),
        (said.captured, by_person),
        # A copy or a clone has another, so the first one is kept in the sidecar: see above.
        (_find_file_time(path), FILE_TIME),
    )
    url, url_by = next(((url, by) for url, by in urls if url), (None, None))
    captured, captured_by = next(((time, by) for time, by in times if time), (None, None))
    by_sidecar = "sidecar" if said.source else None
    witnesses = {"captured": captured_by, "source": by_sidecar, "url": url_by}
    evidence = (Evidence(field=name, witness=found) for name, found in witnesses.items() if found)
    return _Facts(url, captured, tuple(evidence))


def _find_file_time(path: Path) -> PartialDate | None:
    """Return when the file was last written, which is when it was saved, if nobody touched it."""
    try:
        moment = datetime.fromtimestamp(int(path.stat().st_mtime), UTC)
    except (OSError, ValueError, OverflowError):
        return None
    return PartialDate(moment=moment, precision=Precision.MINUTE)
