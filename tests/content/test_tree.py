from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content import read_pages, read_stories
from generator.model import Figure, FileRevision, PartialDate, Recapture, Resource
from tests.archives import write_files
from tests.content.articles import carry, file_as, make_article, says
from tests.content.test_filing import NAME, REVISION
from tests.content.test_media import paint


def test_an_empty_archive_has_no_stories(tmp_path: Path) -> None:
    assert read_stories(tmp_path) == ((), ())
    assert read_pages(tmp_path) == ((), ())


def test_a_story_is_all_that_was_filed(tmp_path: Path) -> None:
    article = make_article(
        "Züge stehen",
        (*says("All trains stopped."), Figure("a.png", "A train", "At rest", "AP")),
        dek="Drivers & <guards>",
        byline=("Roe, Jane",),
        topics=("Rail",),
    )
    carry(
        tmp_path,
        file_as(article, "zuge-stehen"),
        resources=[Resource(name="a.png", data=paint("PNG"))],
    )
    ((story,), problems) = read_stories(tmp_path)
    assert problems == ()
    assert story.path == "content/articles/2023/09/04/zuge-stehen.md"
    assert (story.slug, story.name) == ("zuge-stehen", "2023-09-04-zuge-stehen")
    assert story.address == "2023/09/04/zuge-stehen/"
    assert story.header == article.header
    assert story.snapshot == article.snapshot
    assert story.text == "All trains stopped.\n\nAt rest\nAP"
    assert '<figure><img src="../../../../media/' in story.html
    assert 'width="64" height="48"' in story.html
    assert not story.edited


def test_stories_stand_by_date_then_slug(tmp_path: Path) -> None:
    dates = ["2024-01-01", "2023-09-04T10:00", None, "2023-09-04", "2023", "2023-09", "2023-09-04"]
    for number, published in enumerate(dates):
        article = make_article(published=published, snapshot=str(number))
        carry(tmp_path, file_as(article, f"x{number}"))
    slugs = [story.slug for story in read_stories(tmp_path)[0]]
    assert slugs == ["x2", "x4", "x5", "x3", "x6", "x1", "x0"]


def test_the_digests_of_all_captures_are_known(tmp_path: Path) -> None:
    article = make_article()
    carry(tmp_path, file_as(article, "trains-stop"), FileRevision(name=NAME, revision=REVISION))
    [story] = read_stories(tmp_path)[0]
    assert story.digests == {
        article.snapshot.digest,
        REVISION.snapshot.digest,
        REVISION.recaptures[0].digest,
    }


def test_a_story_without_a_day_is_addressed_by_what_is_known(tmp_path: Path) -> None:
    carry(tmp_path, file_as(make_article(published=None), "a"))
    carry(tmp_path, file_as(make_article(published="2023-09", snapshot="b"), "b"))
    stories, _ = read_stories(tmp_path)
    assert [story.address for story in stories] == ["undated/a/", "2023/09/b/"]
    assert stories[0].header.published is None
    assert stories[1].header.published == PartialDate.fromisoformat("2023-09")


BY_HAND = """\
Title: Written by hand
Date: 4 September 2023
Category: Letters
Mood: calm

A *letter* to the [editor](https://example.org/).
"""


def test_an_article_of_a_persons_own_is_a_story(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/articles/My Letter.md": BY_HAND})
    ((story,), problems) = read_stories(tmp_path)
    assert problems == ()
    assert (story.address, story.header.section) == ("2023/09/04/my-letter/", "Letters")
    assert (story.edited, story.snapshot) == (True, None)
    assert story.text == "A letter to the editor."


@pytest.mark.parametrize(
    ("change", "edited"),
    [
        (lambda text: text, False),
        (lambda text: text + "\n", True),
        (lambda text: text.replace("Monday", "Tuesday"), True),
        (lambda text: text.replace("Title: Trains", "Title: All trains"), True),
        (
            lambda text: "".join(line for line in text.splitlines(True) if "Generated" not in line),
            True,
        ),
    ],
)
def test_a_person_has_edited_a_file_that_is_not_as_it_was_generated(
    tmp_path: Path, change: Callable[[str], str], edited: bool
) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    file = tmp_path / "content/articles/2023/09/04/trains-stop.md"
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert read_stories(tmp_path)[0][0].edited is edited


def test_a_file_that_a_person_has_moved_is_theirs(tmp_path: Path) -> None:
    carry(
        tmp_path, file_as(make_article(), "trains-stop"), FileRevision(name=NAME, revision=REVISION)
    )
    file = tmp_path / "content/articles/2023/09/04/trains-stop.md"
    file.rename(file.with_name("no-trains.md"))
    ((story,), _) = read_stories(tmp_path)
    assert (story.edited, story.address) == (True, "2023/09/04/no-trains/")
    assert story.revisions == (REVISION,)


TRAINS = "content/articles/2023/09/04/trains-stop.md"


@pytest.mark.parametrize(
    ("date", "moved", "address"),
    [
        ("2023-09-05", None, "2023/09/05/trains-stop/"),
        ("2023-09-05", "content/articles/2023/09/05/trains-stop.md", "2023/09/05/trains-stop/"),
        ("2023-09-04", "content/articles/2023/09/04/no-trains.md", "2023/09/04/no-trains/"),
        ("2022-01-01", "content/articles/No Trains.md", "2022/01/01/no-trains/"),
        ("2023-09-04\nDate_precision: month", None, "2023/09/trains-stop/"),
    ],
)
def test_a_story_that_a_person_moves_remembers_where_it_stood(
    tmp_path: Path, date: str, moved: str | None, address: str
) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    file = tmp_path / TRAINS
    text = file.read_text(encoding="utf-8").replace("Date: 2023-09-04", f"Date: {date}")
    file.unlink()
    write_files(tmp_path, {moved or TRAINS: text})
    ((story,), problems) = read_stories(tmp_path)
    assert problems == ()
    assert (story.address, story.aliases) == (address, ("2023/09/04/trains-stop/",))


def test_a_corrected_headline_moves_nothing(tmp_path: Path) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    file = tmp_path / TRAINS
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Title: Trains stop", "Title: No trains"), encoding="utf-8")
    ((story,), _) = read_stories(tmp_path)
    assert (story.header.headline, story.aliases) == ("No trains", ())
    assert story.address == "2023/09/04/trains-stop/"


def test_aliases_are_read_and_those_that_lead_nowhere_told(tmp_path: Path) -> None:
    good = "Title: x\nDate: 2023-09-04\n"
    aliases = "Aliases: 2023/09/04/mine, 2023/09/03/mine; ../../etc/passwd; topics/rail\n"
    write_files(tmp_path, {"content/articles/mine.md": f"{good}{aliases}\ntext\n"})
    ((story,), problems) = read_stories(tmp_path)
    assert story.aliases == ("2023/09/03/mine/",)
    assert [problem.split('"')[1] for problem in problems] == ["../../etc/passwd", "topics/rail"]


def test_what_should_be_mended_is_told_by_file(tmp_path: Path) -> None:
    good = "Title: x\nDate: 2023-09-04\n\ntext\n"
    write_files(
        tmp_path,
        {
            "content/articles/a.md": good,
            "content/articles/b/A.md": good,
            "content/articles/latin.md": "Title: Zürich\n".encode("latin-1"),
            "content/articles/no-title.md": "Date: 2023\n\ntext",
            "content/articles/.hidden.md": "x",
            "content/articles/.trash/old.md": good,
            "content/articles/LOUD.MD": good,
            "content/articles/long.markdown": good,
        },
    )
    stories, problems = read_stories(tmp_path)
    assert [story.header.headline for story in stories] == ["No title", "x"]
    assert problems == (
        "content/articles/LOUD.MD: left out, since its name doesn't end in .md: rename it",
        "content/articles/b/A.md: left out, since content/articles/a.md has the same address:"
        " rename one",
        "content/articles/latin.md: left out, since it is no UTF-8 text: save it as UTF-8",
        "content/articles/long.markdown: left out, since its name doesn't end in .md: rename it",
        'content/articles/no-title.md: no headline: add a line "Title: …" at the top',
    )


def test_a_revision_without_a_snapshot_is_told(tmp_path: Path) -> None:
    carry(tmp_path, file_as(make_article(), "trains-stop"))
    write_files(tmp_path, {f"content/revisions/{NAME}/x.txt": "Title: x\nDate: 2023\n\ntext"})
    (_, problems) = read_stories(tmp_path)
    assert problems == (
        f"content/revisions/{NAME}/x.txt: left out, since it has no line Snapshot: with a digest",
    )


@pytest.mark.parametrize(
    "text", ["", "\n", "Title:", "Title: x", "---\nTitle: x\n---\n\nx", "no label\n\nat all", "\0"]
)
def test_no_file_is_too_odd_to_be_read(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"content/articles/odd.md": text, "content/pages/odd.md": text})
    stories, _ = read_stories(tmp_path)
    assert len(stories) == 1
    assert len(read_pages(tmp_path)[0]) == 1


def test_a_slug_that_climbs_out_of_the_tree_leads_nowhere(tmp_path: Path) -> None:
    text = "Title: x\nDate: 2023\nSlug: ../../../secret\n\ntext"
    write_files(tmp_path, {"content/articles/x.md": text, "secret/x.txt": "Title: secret\n\nx"})
    ((story,), _) = read_stories(tmp_path)
    assert (story.revisions, story.slug) == ((), "x")


ABOUT = """\
---
Title: About us
Date: 2023
---
# Who

<b>We</b> keep [it](../2023/).
"""


def test_pages_of_a_persons_own_are_safe_to_show(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "content/pages/about.md": ABOUT,
            "content/pages/the_house.md": "No label here.\n",
            "content/pages/broken.md": b"\xff",
        },
    )
    (about, house), problems = read_pages(tmp_path)
    assert (about.slug, about.path, about.title) == ("about", "content/pages/about.md", "About us")
    assert (
        about.html == '<h2>Who</h2>\n<p>&lt;b&gt;We&lt;/b&gt; keep <a href="../2023/">it</a>.</p>\n'
    )
    assert (house.slug, house.title) == ("the-house", "The house")
    assert house.html == "<p>No label here.</p>\n"
    assert problems == (
        "content/pages/broken.md: left out, since it is no UTF-8 text: save it as UTF-8",
    )


def test_two_pages_of_one_address_are_told(tmp_path: Path) -> None:
    write_files(
        tmp_path, {"content/pages/The House.md": "one", "content/pages/the_house.md": "two"}
    )
    (page,), problems = read_pages(tmp_path)
    assert page.html == "<p>one</p>\n"
    assert problems == (
        "content/pages/the_house.md: left out, since content/pages/The House.md has the same"
        " address: rename one",
    )


def test_a_picture_that_is_not_there_is_told_by_file(tmp_path: Path) -> None:
    text = "Title: x\nDate: 2023\n\n![t](../media/x.png)\n*Words.*\n"
    write_files(tmp_path, {"content/articles/a.md": text, "content/pages/b.md": text})
    ((story,), told), ((page,), told_too) = read_stories(tmp_path), read_pages(tmp_path)
    assert story.html == page.html == "<figure><figcaption>Words.</figcaption></figure>\n"
    why = "shown without a picture, since content/media/ has no picture ../media/x.png"
    assert told == (f"content/articles/a.md: {why}",)
    assert told_too == (f"content/pages/b.md: {why}",)


def test_a_recapture_is_read_with_its_time(tmp_path: Path) -> None:
    seen = Recapture(seen=PartialDate.fromisoformat("2023-09-04T08:00+02:00"), digest="d" * 64)
    carry(tmp_path, replace(file_as(make_article(), "trains-stop"), recaptures=(seen,)))
    assert read_stories(tmp_path)[0][0].recaptures == (seen,)
