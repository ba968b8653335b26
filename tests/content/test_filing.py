from dataclasses import replace
from pathlib import Path

import pytest

from generator.content import read_stories
from generator.model import (
    Evidence,
    Figure,
    FileRevision,
    PartialDate,
    Quotation,
    Recapture,
    RefileStory,
    RemoveFile,
    Resource,
    Revision,
    SnapshotRef,
)
from tests.content.articles import carry, file_as, list_files, make_article, says
from tests.content.test_media import paint

PATH = "content/articles/2023/09/04/trains-stop.md"
NAME = "2023-09-04-trains-stop"
OTHER = "f" * 64
SEEN = Recapture(seen=PartialDate.fromisoformat("2023-09-04"), digest=OTHER)
PICTURE = Resource(name="a.png", data=paint("PNG"))
REVISION = Revision(
    headline="Trains may stop",
    captured=PartialDate.fromisoformat("2023-09-04T08:00"),
    published=PartialDate.fromisoformat("2023-09-04"),
    modified=None,
    snapshot=SnapshotRef(path="early.html", digest=OTHER, kind="text"),
    text="They may.\n\nKey: no key",
    recaptures=(Recapture(seen=None, digest="e" * 64),),
)


def shows(*figures: Figure) -> tuple[Quotation]:
    return (Quotation(figures),)


def test_an_article_is_filed_as_a_person_would_write_it(tmp_path: Path) -> None:
    article = make_article(byline=("Jane Roe",), section="Business", source="The Example")
    filed = carry(tmp_path, file_as(article, "trains-stop"))
    assert filed.paths == (PATH,)
    assert (
        (tmp_path / PATH).read_text(encoding="utf-8")
        == f"""\
Title: Trains stop
Date: 2023-09-04
Slug: 2023-09-04-trains-stop
Authors: Jane Roe;
Category: § Business
Source: The Example
Captured: 2023-09-05T10:00
Snapshot: {article.snapshot.digest}
Snapshot_path: trains.html
Snapshot_kind: html
Parser: 1
Generated: 8f4c

All trains stopped on Monday.
""".replace("8f4c", _digest_in(tmp_path / PATH))
    )


def _digest_in(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(line.split(": ")[1] for line in lines if line.startswith("Generated: "))


@pytest.mark.parametrize(
    ("published", "path"),
    [
        ("2023-09-04T14:11+02:00", "2023/09/04/trains-stop.md"),
        ("2023-09", "2023/09/trains-stop.md"),
        ("2023", "2023/trains-stop.md"),
        (None, "undated/trains-stop.md"),
    ],
)
def test_an_article_stands_under_what_is_known_of_its_date(
    tmp_path: Path, published: str | None, path: str
) -> None:
    article = make_article(published=published, body=shows(Figure("a.png")))
    carry(tmp_path, file_as(article, "trains-stop"), resources=[PICTURE])
    text = (tmp_path / "content/articles" / path).read_text(encoding="utf-8")
    (link,) = (line for line in text.split("\n") if line.startswith("> !"))
    media = (tmp_path / "content/articles" / path).parent / link[6:-1]
    assert media.resolve().is_file()


def test_filing_again_writes_nothing(tmp_path: Path) -> None:
    intents = (
        FileRevision(name=NAME, revision=REVISION),
        file_as(make_article(body=shows(Figure("a.png"))), "trains-stop"),
    )
    carry(tmp_path, *intents, resources=[PICTURE])
    before = list_files(tmp_path)
    assert carry(tmp_path, *intents, resources=[PICTURE]).paths == ()
    assert list_files(tmp_path) == before


def test_evidence_of_times_and_recaptures_are_kept(tmp_path: Path) -> None:
    times = tuple(Evidence(field=f, witness=f"meta {f}") for f in ("published", "captured"))
    article = replace(make_article(), evidence=times)
    carry(tmp_path, replace(file_as(article, "trains-stop"), recaptures=(SEEN,)))
    ((story,), problems) = read_stories(tmp_path)
    assert (story.evidence, story.recaptures, problems) == (times, (SEEN,), ())


def test_a_revision_is_kept_with_its_text(tmp_path: Path) -> None:
    story = file_as(make_article(), "trains-stop")
    filed = carry(tmp_path, story, FileRevision(name=NAME, revision=REVISION))
    assert f"content/revisions/{NAME}/{OTHER}.txt" in filed.paths
    assert read_stories(tmp_path)[0][0].revisions == (REVISION,)


def test_a_story_is_filed_under_another_name_with_what_it_says(tmp_path: Path) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    before = read_stories(tmp_path)[0][0]
    path, name = PATH.replace("trains", "all-trains"), "2023-09-04-all-trains-stop"
    refile = RefileStory(path=PATH, target=path, name=name, recaptures=(SEEN,))
    filed = carry(tmp_path, refile, RemoveFile(path=PATH))
    assert filed.paths == (path, PATH)
    ((after,), problems) = read_stories(tmp_path)
    assert (after.path, after.name, after.recaptures) == (path, name, (SEEN,))
    assert (after.header, after.text, after.edited) == (before.header, before.text, False)
    assert problems == ()


@pytest.mark.parametrize("mending", ["\nAnd more.\n", "\ufeff", None])
def test_what_a_person_has_written_is_neither_overwritten_nor_removed(
    tmp_path: Path, mending: str | None
) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    file = tmp_path / PATH
    theirs = file.read_text(encoding="utf-8") + mending if mending else "\xff\xfe not UTF-8"
    file.write_bytes(theirs.encode("utf-8" if mending else "latin-1"))
    before = list_files(tmp_path)
    better = make_article(body=says("A better reading."))
    refile = RefileStory(path=PATH, target=PATH, name=NAME)
    intents = (
        *([refile] if mending else []),
        file_as(better, "trains-stop"),
        RemoveFile(path=PATH),
    )
    filed = carry(tmp_path, *intents)
    assert list_files(tmp_path) == before
    assert filed.paths == ()
    assert filed.notes == (f"{PATH}: edited by hand, so it was left as it is",)


def test_line_ends_of_another_editor_are_no_edit(tmp_path: Path) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    file = tmp_path / PATH
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    ((story,), problems) = read_stories(tmp_path)
    assert (story.edited, story.header.headline, problems) == (False, "Trains stop", ())


def test_folders_that_are_left_empty_go_too(tmp_path: Path) -> None:
    (tmp_path / "backfile.toml").touch()
    carry(
        tmp_path, file_as(make_article(), "trains-stop"), FileRevision(name=NAME, revision=REVISION)
    )
    revision = f"content/revisions/{NAME}/{OTHER}.txt"
    carry(tmp_path, RemoveFile(path=PATH), RemoveFile(path=revision))
    assert [path.name for path in tmp_path.rglob("*")] == ["backfile.toml"]


def test_a_picture_that_no_story_shows_any_more_is_removed(tmp_path: Path) -> None:
    one = file_as(make_article(body=shows(Figure("a.png"))), "one")
    two = file_as(make_article(body=shows(Figure("a.png")), snapshot="two.html"), "two")
    carry(tmp_path, one, two, resources=[PICTURE])
    (media,) = (tmp_path / "content/media").iterdir()
    carry(tmp_path, file_as(make_article(), "one"))
    assert media.is_file()
    (tmp_path / "content/media/own.png").write_bytes(b"a person's own")
    filed = carry(tmp_path, file_as(make_article(snapshot="two.html"), "two"))
    assert f"content/media/{media.name}" in filed.paths
    assert [path.name for path in media.parent.iterdir()] == ["own.png"]


def test_a_broken_picture_leaves_the_figure_without_one_and_is_told(tmp_path: Path) -> None:
    figures = (
        Figure("a.jpg", "A train", "A caption"),
        Figure("https://example.org/b.jpg", "", "Another"),
        Figure(
            "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
            "",
            "A third",
        ),
    )
    broken = Resource(name="a.jpg", data=b"\xff\xd8\xff broken")
    dot = Resource(name="dot.gif", data=paint("GIF", (1, 1)))
    filed = carry(tmp_path, file_as(make_article(body=figures), "x"), resources=[broken, dot])
    assert filed.notes == (
        "trains.html: a picture was left out, broken, or of no kind that we read (a.jpg)",
    )
    text = (tmp_path / "content/articles/2023/09/04/x.md").read_text(encoding="utf-8")
    assert text.endswith("\n_A caption_\n\n_Another_\n\n_A third_\n")
    assert not (tmp_path / "content/media").exists()


def test_places_that_are_left_can_be_taken_in_one_go(tmp_path: Path) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    moved = PATH.replace("stop", "stop-2")
    carry(
        tmp_path,
        RefileStory(path=PATH, target=moved, name=f"{NAME}-2"),
        file_as(make_article("Trains stop", says("Another story."), snapshot="b"), "trains-stop"),
    )
    texts = {story.path: story.text for story in read_stories(tmp_path)[0]}
    assert texts == {PATH: "Another story.", moved: "All trains stopped on Monday."}
