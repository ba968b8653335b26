"""Articles to file, and what filing them does."""

from collections.abc import Iterable
from pathlib import Path

from generator.addresses import name_of, path_of
from generator.content import Filed, carry_out
from generator.files import digest_bytes
from generator.model import (
    Article,
    Block,
    FileStory,
    Header,
    Intent,
    Paragraph,
    PartialDate,
    Resource,
    SnapshotRef,
    Text,
)

NOW = PartialDate.fromisoformat("2023-09-05T10:00")


def says(*paragraphs: str) -> tuple[Block, ...]:
    return tuple(Paragraph((Text(text),)) for text in paragraphs)


def make_article(
    headline: str = "Trains stop",
    body: tuple[Block, ...] = says("All trains stopped on Monday."),
    published: str | None = "2023-09-04",
    snapshot: str = "trains.html",
    **header: object,
) -> Article:
    when = PartialDate.fromisoformat(published) if published else None
    return Article(
        header=Header(headline=headline, published=when, **{"captured": NOW, **header}),
        body=body,
        snapshot=SnapshotRef(path=snapshot, digest=digest_bytes(snapshot.encode()), kind="html"),
    )


def file_as(article: Article, slug: str) -> FileStory:
    published = article.header.published
    path, name = path_of(published, slug), name_of(published, slug)
    return FileStory(path=path, name=name, article=article)


def carry(root: Path, *intents: Intent, resources: Iterable[Resource] = ()) -> Filed:
    """Carry out `intents`, with `resources` for every snapshot among them."""
    stories = [intent for intent in intents if isinstance(intent, FileStory)]
    found = {story.article.snapshot.digest: tuple(resources) for story in stories}
    return carry_out(intents, root, found, parser=lambda _url: "1")


def list_files(root: Path) -> dict[str, bytes]:
    """Return the bytes of every file under `root` by its path."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
