"""Read `content/`: the stories that it holds, their revisions, and a person's own pages.

Reading never fails for what a person has done to a file: what can be shown is shown, and what
should be mended is told, file by file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from generator.addresses import address_of, name_of, path_of
from generator.content.document import Document, parse_document, read_text
from generator.content.header import parse_label
from generator.content.html import Measure, read_markdown
from generator.content.media import make_measure
from generator.model import Page, Revision, SnapshotRef, Story
from generator.text import slugify

ARTICLES = "content/articles"
REVISIONS = "content/revisions"
MEDIA = "content/media"
PAGES = "content/pages"


def read_stories(root: Path) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """Return the stories of the archive at `root` by date, then slug, and what is to be mended.

    Undated stories come first. A date of which less is known comes before those within it.
    """
    shelf = _Shelf(root, make_measure(root / MEDIA), _find_histories(root))
    found: dict[str, Story] = {}
    for path in find_files(root / ARTICLES, ".md"):
        story = shelf.read_story(path)
        if story is None:
            continue
        if first := found.get(story.address):
            shelf.tell(path, f"left out, since {first.path} has the same address: rename one")
        else:
            found[story.address] = story
    return tuple(sorted(found.values(), key=_order)), tuple(shelf.problems)


def read_pages(root: Path) -> tuple[Page, ...]:
    """Return a person's own pages by slug; one that can't be read as text is passed over."""
    measure = make_measure(root / MEDIA)
    pages: dict[str, Page] = {}
    for path in find_files(root / PAGES, ".md"):
        try:
            document = parse_document(read_text(path))
        except (OSError, UnicodeDecodeError):
            continue
        slug = slugify(path.stem)
        title = parse_label(document.lines)[0].header.headline or _spell_out(path)
        html = read_markdown(document.body, f"{slug}/", measure).html
        pages.setdefault(slug, Page(slug=slug, title=title, html=html))
    return tuple(pages[slug] for slug in sorted(pages))


def known_digests(stories: Iterable[Story]) -> frozenset[str]:
    """Return the digest of every snapshot that `stories` show, keep or remember."""
    return frozenset[str]().union(*(story.digests for story in stories))


def _order(story: Story) -> tuple[str, str]:
    published = story.header.published
    return (published.isoformat() if published else "", story.slug)


def _spell_out(path: Path) -> str:
    """Return a file's name as words, where no better headline is to be had."""
    return path.stem.replace("-", " ").replace("_", " ").strip().capitalize()


def find_files(folder: Path, suffix: str) -> list[Path]:
    """Return the files of a kind in `folder`, sorted by path; hidden ones are not ours to read."""
    found = (path for path in folder.rglob(f"*{suffix}") if not path.name.startswith("."))
    return sorted(path for path in found if path.is_file())


def _find_histories(root: Path) -> Mapping[str, list[Path]]:
    """Return the files of revisions by the name of their story."""
    found: dict[str, list[Path]] = {}
    for path in find_files(root / REVISIONS, ".txt"):
        found.setdefault(path.parent.name, []).append(path)
    return found


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Reads the stories of one archive, and collects what a person should mend."""

    root: Path
    measure: Measure
    histories: Mapping[str, list[Path]]
    problems: list[str] = field(default_factory=list)

    def tell(self, path: Path, problem: str) -> None:
        self.problems.append(f"{path.relative_to(self.root).as_posix()}: {problem}")

    def read_story(self, path: Path) -> Story | None:
        """Return the story in the file at `path`, or None where it can't be read."""
        document = self._read(path)
        if document is None:
            return None
        label, problems = parse_label(document.lines)
        for problem in problems:
            self.tell(path, problem)
        slug, where = slugify(path.stem), path.relative_to(self.root).as_posix()
        published = label.header.published
        address = address_of(published, slug)
        body = read_markdown(document.body, address, self.measure)
        headline = label.header.headline or _spell_out(path)
        name = label.name or name_of(published, slug)
        at_home = path_of(published, slug) == where and name_of(published, slug) == name
        return Story(
            path=where,
            slug=slug,
            address=address,
            header=replace(label.header, headline=headline),
            html=body.html,
            text=body.text,
            snapshot=label.snapshot,
            revisions=tuple(self._read_revisions(name, label.snapshot)),
            recaptures=label.recaptures,
            evidence=label.evidence,
            edited=not (document.generated and at_home),
            name=name,
        )

    def _read_revisions(self, name: str, shown: SnapshotRef | None) -> list[Revision]:
        """Return the revisions of a story, oldest first, without the capture that is shown."""
        found = (self._read_revision(path) for path in self.histories.get(name, ()))
        kept = (one for one in found if one and one.snapshot != shown)
        return sorted(kept, key=lambda one: (_first_seen(one), one.snapshot.digest))

    def _read_revision(self, path: Path) -> Revision | None:
        document = self._read(path)
        if document is None:
            return None
        label, _ = parse_label(document.lines)
        if label.snapshot is None:
            self.tell(path, "left out, since it has no line Snapshot: with a digest")
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

    def _read(self, path: Path) -> Document | None:
        try:
            return parse_document(read_text(path))
        except UnicodeDecodeError:
            self.tell(path, "left out, since it is no UTF-8 text: save it as UTF-8")
        except OSError as error:
            self.tell(path, f"left out, since it can't be read ({error.strerror})")
        return None


def _first_seen(revision: Revision) -> datetime:
    known = revision.captured or revision.modified or revision.published
    return known.instant if known else datetime.min.replace(tzinfo=UTC)
