"""An archive to try decisions in: real files, and captures to add to them in portions."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.content import carry_out, read_stories
from generator.desk import decide
from generator.files import digest_bytes
from generator.model import (
    Article,
    Decision,
    Header,
    Paragraph,
    PartialDate,
    SnapshotRef,
    Story,
    Text,
)

URL = "https://example.org/rail-strike"


def capture(
    path: str,
    *paragraphs: str,
    headline: str = "Trains stop",
    url: str | None = URL,
    published: str | None = "2023-09-04",
    captured: str | None = None,
    modified: str | None = None,
    source: str | None = None,
    data: str | None = None,
) -> Article:
    """Return the article of a saved page; pages of the same `data` are the same bytes."""

    def date(text: str | None) -> PartialDate | None:
        return PartialDate.fromisoformat(text) if text else None

    return Article(
        header=Header(
            headline=headline,
            published=date(published),
            modified=date(modified),
            captured=date(captured),
            source=source,
            url=url,
        ),
        body=tuple(Paragraph((Text(text),)) for text in paragraphs or ("All trains stop.",)),
        snapshot=SnapshotRef(
            path=path, digest=digest_bytes((data or path).encode("utf-8")), kind="html"
        ),
    )


def add(root: Path, *articles: Article, built: bool = False) -> Decision:
    """File articles as the commands do; fail where what is filed can't be read again.

    With `built`, readers may know of every page that there was.
    """
    stories, problems = read_stories(root)
    assert problems == ()
    decision = decide(articles, stories, {story.address for story in stories if built})
    carry_out(decision.intents, root, {}, parser=lambda _url: "1")
    assert len(decision.outcomes) == len(articles)
    return decision


def add_all(root: Path, portions: Iterable[Sequence[Article]], *, built: bool = False) -> Path:
    for portion in portions:
        add(root, *portion, built=built)
    return root


def read_all(root: Path) -> tuple[Story, ...]:
    return read_stories(root)[0]


def read_one(root: Path) -> Story:
    (story,) = read_all(root)
    return story


def verdicts(decision: Decision) -> list[str]:
    return [outcome.verdict for outcome in decision.outcomes]
