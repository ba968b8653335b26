"""Read `content/`: the stories that it holds, their revisions, and a person's own pages.

Reading never fails for what a person has done to a file: what can be shown is shown, and what
should be mended is told, file by file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from generator.addresses import LONGEST_SLUG, address_of, find_address, name_of, path_of
from generator.content.header import parse_label
from generator.content.reader import CONTENT, Reader, make_reader
from generator.model import Page, Revision, SnapshotRef, Story
from generator.text import slugify

ARTICLES = f"{CONTENT}/articles"
REVISIONS = f"{CONTENT}/revisions"
MEDIA = f"{CONTENT}/media"
PAGES = f"{CONTENT}/pages"
SUFFIX = ".md"
"""How the name of an article or a page ends."""


def read_stories(root: Path) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """Return the stories of the archive at `root` by date, then slug, and what is to be mended.

    Undated stories come first. A date of which less is known comes before those within it.
    """
    reader = make_reader(root)
    shelf = _Shelf(reader, _find_histories(reader))
    found: dict[str, Story] = {}
    for path in reader.find_files(ARTICLES, SUFFIX):
        story = shelf.read_story(path)
        if story is None:
            continue
        if first := found.get(story.address):
            reader.tell(path, f"left out, since {first.path} has the same address: rename one")
        else:
            found[story.address] = story
    return tuple(sorted(found.values(), key=_order)), tuple(reader.problems)


def read_pages(root: Path) -> tuple[tuple[Page, ...], tuple[str, ...]]:
    """Return a person's own pages by slug, and what is to be mended."""
    reader = make_reader(root)
    found: dict[str, Page] = {}
    for page in _read_pages(reader):
        if first := found.get(page.slug):
            reader.tell(
                root / page.path, f"left out, since {first.path} has the same address: rename one"
            )
        else:
            found[page.slug] = page
    return tuple(found[slug] for slug in sorted(found)), tuple(reader.problems)


def _read_pages(reader: Reader) -> Iterator[Page]:
    for path in reader.find_files(PAGES, SUFFIX):
        document = reader.read_document(path)
        if document is None:
            continue
        slug, where = slugify(path.stem), path.relative_to(reader.root).as_posix()
        title = parse_label(document.lines)[0].header.headline or _spell_out(path)
        html = reader.read_body(path, document.body, f"{slug}/").html
        yield Page(slug=slug, path=where, title=title, html=html)


def _order(story: Story) -> tuple[str, str]:
    published = story.header.published
    return (published.isoformat() if published else "", story.slug)


def _spell_out(path: Path) -> str:
    """Return a file's name as words, where no better headline is to be had."""
    return path.stem.replace("-", " ").replace("_", " ").strip().capitalize()


def _find_histories(reader: Reader) -> Mapping[str, list[Path]]:
    """Return the files of revisions by the name of their story."""
    found: dict[str, list[Path]] = {}
    for path in reader.find_files(REVISIONS, ".txt"):
        found.setdefault(path.parent.name, []).append(path)
    return found


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Puts stories together with their histories."""

    reader: Reader
    histories: Mapping[str, list[Path]]

    def read_story(self, path: Path) -> Story | None:
        """Return the story in the file at `path`, or None where it can't be read."""
        document = self.reader.read_document(path)
        if document is None:
            return None
        label, problems = parse_label(document.lines)
        for problem in problems:
            self.reader.tell(path, problem)
        slug = slugify(path.stem, LONGEST_SLUG)
        where = path.relative_to(self.reader.root).as_posix()
        published = label.header.published
        address = address_of(published, slug)
        body = self.reader.read_body(path, document.body, address)
        headline = label.header.headline or _spell_out(path)
        name = label.name or name_of(published, slug)
        # A file that stands elsewhere than its date and name say has been moved by a person.
        at_home = path_of(published, slug) == where and name_of(published, slug) == name
        return Story(
            path=where,
            slug=slug,
            address=address,
            header=replace(label.header, headline=headline),
            html=body.html,
            text=body.text,
            opening=body.opening,
            snapshot=label.snapshot,
            revisions=tuple(self._read_revisions(name, label.snapshot)),
            recaptures=label.recaptures,
            evidence=label.evidence,
            edited=not (document.generated and at_home),
            name=name,
            # Whoever corrects a date, or renames a file, leaves the name that it was given.
            aliases=tuple(sorted({*label.aliases, find_address(name) or address} - {address})),
            parser=label.parser,
        )

    def _read_revisions(self, name: str, shown: SnapshotRef | None) -> list[Revision]:
        """Return the revisions of a story, oldest first, without the capture that is shown."""
        found = (self._read_revision(path) for path in self.histories.get(name, ()))
        kept = (one for one in found if one and one.snapshot != shown)
        return sorted(kept, key=lambda one: (_first_seen(one), one.snapshot.digest))

    def _read_revision(self, path: Path) -> Revision | None:
        document = self.reader.read_document(path)
        if document is None:
            return None
        label, _ = parse_label(document.lines)
        if label.snapshot is None:
            self.reader.tell(path, "left out, since it has no line Snapshot: with a digest")
            return None
        return Revision(
            headline=label.header.headline or _spell_out(path),
            captured=label.header.captured,
            published=label.header.published,
            modified=label.header.modified,
            snapshot=label.snapshot,
            text=document.body,
            recaptures=label.recaptures,
        )


def _first_seen(revision: Revision) -> datetime:
    known = revision.captured or revision.modified or revision.published
    return known.instant if known else datetime.min.replace(tzinfo=UTC)
