"""Write what the desk has decided into `content/`.

The order keeps whole what a crash leaves: histories first, then the stories whose text they keep,
then the removal of what has been filed elsewhere. A file that a person has edited is neither
overwritten nor removed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from generator.blocks import find_figures
from generator.content.document import Document, parse_document, read_text, render_document
from generator.content.folders import read_folder
from generator.content.header import Label, parse_label
from generator.content.markdown import render_markdown
from generator.content.media import Picture, find_picture, read_picture
from generator.content.offers import OFFERS, write_offer
from generator.content.reader import CONTENT
from generator.content.tree import ARTICLES, MEDIA, PAGES, REVISIONS, SUFFIX
from generator.files import write_file, write_text
from generator.model import (
    Article,
    FileRevision,
    FileStory,
    Header,
    Intent,
    OfferReading,
    RefileStory,
    RemoveFile,
    Resource,
)

_WRITERS = 8
"""How many files are written side by side, since each waits for the disk."""

_MEDIA_NAME = re.compile(r"\b[0-9a-f]{64}\.(?:jpg|png)\b")

_Intent = TypeVar("_Intent", FileRevision, FileStory, RefileStory, OfferReading, RemoveFile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """Which files were written or removed, from the root, and what a person should know."""

    paths: tuple[str, ...]
    notes: tuple[str, ...]


def carry_out(
    intents: Iterable[Intent],
    root: Path,
    resources: Mapping[str, Sequence[Resource]],
    *,
    parser: Callable[[str | None], str],
) -> Filed:
    """Do what `intents` say in the archive at `root`; doing it again changes nothing.

    `resources` are the files that came with each snapshot, by its digest; `parser` says by what a
    page of some address was read. Raise OSError where the disk can't take a file.
    """
    intents = tuple(intents)
    cabinet = _Cabinet(root, resources, parser)
    with ThreadPoolExecutor(_WRITERS) as pool:
        # `list` waits for all of them, and raises what went wrong in any.
        list(pool.map(cabinet.file_revision, _only(FileRevision, intents)))
        cabinet.refile_stories(tuple(_only(RefileStory, intents)))
        list(pool.map(cabinet.file_story, _only(FileStory, intents)))
    for offer in _only(OfferReading, intents):
        cabinet.offer_reading(offer)
    for intent in _only(RemoveFile, intents):
        cabinet.remove_file(intent)
    cabinet.drop_media()
    return Filed(paths=tuple(sorted(cabinet.paths)), notes=tuple(sorted(cabinet.notes)))


def _only(kind: type[_Intent], intents: Sequence[Intent]) -> Iterator[_Intent]:
    return (intent for intent in intents if isinstance(intent, kind))


@dataclass(frozen=True, slots=True)
class _Cabinet:
    """Files into one archive, and remembers what it did and which pictures lost a place."""

    root: Path
    resources: Mapping[str, Sequence[Resource]]
    parser: Callable[[str | None], str]
    # Shared by the threads: to add to a set is one step of the interpreter.
    paths: set[str] = field(default_factory=set)
    notes: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)

    def file_revision(self, intent: FileRevision) -> None:
        """Write a revision: the label of an article's file, in short, and the plain text."""
        revision = intent.revision
        label = Label(
            header=Header(
                headline=revision.headline,
                published=revision.published,
                modified=revision.modified,
                captured=revision.captured,
            ),
            name=intent.name,
            snapshot=revision.snapshot,
            recaptures=revision.recaptures,
        )
        path = f"{REVISIONS}/{intent.name}/{revision.snapshot.digest}.txt"
        self._write(path, render_document(label, revision.text))

    def file_story(self, intent: FileStory) -> None:
        """Write an article, and the pictures that it shows."""
        article = intent.article
        media = self._keep_media(intent.path, article)
        label = Label(
            header=article.header,
            name=intent.name,
            aliases=intent.aliases,
            snapshot=article.snapshot,
            recaptures=intent.recaptures,
            evidence=article.evidence,
            parser=self.parser(article.header.url),
        )
        self._write(intent.path, render_document(label, render_markdown(article.body, media)))

    def offer_reading(self, intent: OfferReading) -> None:
        """Lay a new reading beside a person's file, where it differs from the one they edited."""
        article = intent.article
        media = self._keep_media(intent.path, article)
        parser = self.parser(article.header.url)
        if offer := write_offer(self.root, intent.path, article, media, parser):
            self.paths.add(offer)
            self.notes.add(
                f"{intent.path}: edited by hand, so it stays as it is, though its page is now read"
                f" otherwise: {offer} has that"
            )

    def refile_stories(self, intents: Sequence[RefileStory]) -> None:
        """Write what stories say at their new places, or with what is newly known of them.

        One may take the place of another that moves on, so these keep their order; and two may
        change places, so all are read before any is written.
        """
        for intent, text in [(each, read_text(self.root / each.path)) for each in intents]:
            self._refile_story(intent, parse_document(text))

    def _refile_story(self, intent: RefileStory, document: Document) -> None:
        label = replace(
            parse_label(document.lines)[0],
            name=intent.name,
            aliases=intent.aliases,
            recaptures=intent.recaptures,
        )
        if document.generated:
            self._write(intent.target, render_document(label, document.body))

    def remove_file(self, intent: RemoveFile) -> None:
        """Remove a file of ours, and the folders that it leaves empty."""
        path = self.root / intent.path
        if not (old := self._read_ours(intent.path)):
            return
        path.unlink()
        self.paths.add(intent.path)
        self.dropped.update(_names_in(old))
        with suppress(OSError):
            for folder in path.parents:
                # The first that still holds something refuses, which ends the way up.
                folder.rmdir()

    def drop_media(self) -> None:
        """Remove the pictures that lost a place and have no other."""
        if not self.dropped:
            return
        shown = set(self._find_shown())
        for name in sorted(self.dropped - shown):
            (self.root / MEDIA / name).unlink(missing_ok=True)
            self.paths.add(f"{MEDIA}/{name}")

    def _find_shown(self) -> Iterator[str]:
        """Yield the names of the pictures that any file shows, whoever wrote it."""
        for part in (ARTICLES, PAGES, OFFERS):
            for path in read_folder(self.root / part, self.root / CONTENT).files:
                if path.suffix == SUFFIX or part == OFFERS:
                    yield from _names_in(path.read_text("utf-8", "replace"))

    def _write(self, path: str, text: str) -> None:
        """Write `text` to `path`, unless it is there already or a person's text is."""
        old = self._read_ours(path)
        if old is None or old == text:
            return
        write_text(self.root / path, text)
        self.paths.add(path)
        self.dropped.update(_names_in(old) - _names_in(text))

    def _read_ours(self, path: str) -> str | None:
        """Return what our file at `path` says, "" where there is none, None for a person's."""
        try:
            text = read_text(self.root / path)
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError:
            # Any text without the line `Generated:` will do.
            text = "not ours"
        if parse_document(text).generated:
            return text
        self.notes.add(f"{path}: edited by hand, so it was left as it is")
        return None

    def _keep_media(self, path: str, article: Article) -> dict[str, str]:
        """Keep the pictures of an article at `path`; return their links there by their `src`."""
        # From the file's own folder up to `content/`.
        up = "../" * (path.count("/") - 1)
        return {src: f"{up}media/{name}" for src, name in self._keep_pictures(article)}

    def _keep_pictures(self, article: Article) -> Iterator[tuple[str, str]]:
        """Yield the pictures of an article that can be kept: `src`, and the name of the file."""
        resources = self.resources.get(article.snapshot.digest, ())
        for src in dict.fromkeys(figure.src for figure in find_figures(article.body)):
            content = find_picture(src, resources) if src else None
            if not src or content is None:
                continue
            try:
                picture = read_picture(content)
            except ValueError as error:
                what = f"a picture was left out, {error} ({src.split(',')[0][:80]})"
                self.notes.add(f"{article.snapshot.label}: {what}")
                continue
            if picture:
                self._write_picture(picture)
                yield src, picture.name

    def _write_picture(self, picture: Picture) -> None:
        path = f"{MEDIA}/{picture.name}"
        if not (self.root / path).is_file():
            write_file(self.root / path, picture.content)
            self.paths.add(path)


def _names_in(text: str) -> set[str]:
    return set(_MEDIA_NAME.findall(text))
