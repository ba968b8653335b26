from pathlib import Path

import pytest

from generator.desk import decide
from generator.model import FileStory
from tests.desk.newsroom import URL, add, capture, read_all, read_one, verdicts

FIRST = capture("1.html", "All trains stop.", captured="2023-09-04T08:00")
LATER = capture("2.html", "Some trains run.", captured="2023-09-05T08:00")
AGAIN = capture("3.html", "All  trains stop.", captured="2023-09-04T12:00")


def test_an_article_makes_a_story(tmp_path: Path) -> None:
    decision = add(tmp_path, FIRST)
    assert [(o.path, o.verdict, o.detail) for o in decision.outcomes] == [
        ("1.html", "article", "2023/09/04/trains-stop/")
    ]
    assert read_one(tmp_path).address == "2023/09/04/trains-stop/"


def test_nothing_is_touched_while_deciding(tmp_path: Path) -> None:
    decide([FIRST, LATER], ())
    assert list(tmp_path.iterdir()) == []


def test_a_changed_text_is_a_revision_and_the_latest_is_shown(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    decision = add(tmp_path, LATER)
    assert verdicts(decision) == ["revision"]
    story = read_one(tmp_path)
    assert story.text == "Some trains run."
    assert [revision.text for revision in story.revisions] == ["All trains stop."]
    assert story.revisions[0].snapshot == FIRST.snapshot


def test_an_older_capture_joins_the_history(tmp_path: Path) -> None:
    add(tmp_path, LATER)
    assert verdicts(add(tmp_path, FIRST)) == ["revision"]
    assert read_one(tmp_path).text == "Some trains run."
    assert [revision.text for revision in read_one(tmp_path).revisions] == ["All trains stop."]


def test_the_same_text_again_is_a_duplicate_that_is_remembered(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    decision = add(tmp_path, AGAIN)
    assert [(o.verdict, o.detail) for o in decision.outcomes] == [("duplicate", "1.html")]
    story = read_one(tmp_path)
    assert story.snapshot == AGAIN.snapshot
    assert [recapture.digest for recapture in story.recaptures] == [FIRST.snapshot.digest]
    assert story.revisions == ()
    assert story.digests == {FIRST.snapshot.digest, AGAIN.snapshot.digest}


def test_the_same_bytes_are_one_snapshot(tmp_path: Path) -> None:
    twin = capture("copy.html", data="1.html", url="https://example.org/other")
    decision = add(tmp_path, FIRST, twin)
    assert [(o.verdict, o.detail) for o in decision.outcomes] == [
        ("article", "2023/09/04/trains-stop/"),
        ("duplicate", "1.html"),
    ]
    assert verdicts(add(tmp_path, twin)) == ["duplicate"]
    assert read_one(tmp_path).recaptures == ()


def test_every_article_has_one_outcome_in_its_place(tmp_path: Path) -> None:
    decision = add(tmp_path, AGAIN, LATER, FIRST, FIRST)
    assert [(o.path, o.verdict) for o in decision.outcomes] == [
        ("3.html", "revision"),
        ("2.html", "article"),
        ("1.html", "duplicate"),
        ("1.html", "duplicate"),
    ]


def test_a_new_story_given_twice_is_counted_once(tmp_path: Path) -> None:
    assert verdicts(add(tmp_path, FIRST, FIRST)) == ["article", "duplicate"]


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    add(tmp_path, FIRST, LATER, AGAIN)
    decision = decide([LATER, AGAIN, FIRST], read_all(tmp_path))
    assert verdicts(decision) == ["duplicate"] * 3
    assert all(isinstance(intent, FileStory) for intent in decision.intents)
    before = read_all(tmp_path)
    add(tmp_path, LATER, AGAIN, FIRST)
    assert read_all(tmp_path) == before


def test_nothing_new_asks_for_nothing(tmp_path: Path) -> None:
    add(tmp_path, FIRST, LATER, AGAIN)
    assert decide((), read_all(tmp_path)).intents == ()


def test_a_text_that_came_back_is_shown_again(tmp_path: Path) -> None:
    back = capture("4.html", "All trains stop.", captured="2023-09-06T08:00")
    add(tmp_path, FIRST, LATER)
    assert verdicts(add(tmp_path, back)) == ["duplicate"]
    story = read_one(tmp_path)
    assert story.text == "All trains stop."
    assert [revision.text for revision in story.revisions] == ["Some trains run."]
    assert [recapture.digest for recapture in story.recaptures] == [FIRST.snapshot.digest]


def test_a_capture_of_unknown_time_counts_from_what_it_says_of_itself(tmp_path: Path) -> None:
    corrected = capture("5.html", "Trains ran.", captured=None, modified="2023-09-07")
    add(tmp_path, corrected, LATER)
    assert read_one(tmp_path).text == "Trains ran."


def test_the_address_stays_when_the_headline_changes(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    add(tmp_path, capture("2.html", headline="Trains run again", captured="2023-09-05"))
    story = read_one(tmp_path)
    assert (story.header.headline, story.slug) == ("Trains run again", "trains-stop")


def test_an_agency_text_is_a_story_in_each_outlet(tmp_path: Path) -> None:
    outlets = [f"https://{outlet}.example/rail" for outlet in ("one", "two", "three")]
    add(tmp_path, *(capture(url, url=url, source=url) for url in outlets))
    assert {story.header.url for story in read_all(tmp_path)} == set(outlets)


def test_stories_of_one_headline_keep_apart_whatever_comes_first(tmp_path: Path) -> None:
    other = capture("b.html", "Buses too.", url="https://example.org/b", captured="2023-09-05")
    add(tmp_path, FIRST)
    add(tmp_path, other)
    first, second = (story.slug for story in read_all(tmp_path))
    assert first == "trains-stop"
    assert second.startswith("trains-stop-")
    assert len(second) == len("trains-stop-") + 12


def test_a_story_that_was_first_takes_the_name_from_one_that_came_first(tmp_path: Path) -> None:
    other = capture("b.html", "Buses too.", url="https://example.org/b", captured="2023-09-05")
    add(tmp_path, other)
    add(tmp_path, FIRST)
    first, second = read_all(tmp_path)
    assert (first.slug, first.header.url) == ("trains-stop", URL)
    assert second.slug.startswith("trains-stop-")


def test_a_corrected_date_moves_the_story_with_its_history(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    moved = capture("2.html", "Trains ran.", published="2023-09-03", captured="2023-09-06")
    add(tmp_path, moved)
    story = read_one(tmp_path)
    assert story.address == "2023/09/03/trains-stop/"
    assert [revision.text for revision in story.revisions] == ["All trains stop."]
    folders = [path.name for path in (tmp_path / "content/revisions").iterdir()]
    assert folders == ["2023-09-03-trains-stop"]


def edit(root: Path, old: str = "All trains", new: str = "Nearly all trains") -> Path:
    path = root / read_one(root).path
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return path


def test_a_persons_edit_wins_over_a_new_text_which_joins_the_history(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    edited = edit(tmp_path).read_bytes()
    decision = add(tmp_path, LATER)
    assert verdicts(decision) == ["revision"]
    assert decision.notes == (
        "content/articles/2023/09/04/trains-stop.md: edited by hand, so it stays as it is; the"
        " new text of 2.html joins its history",
    )
    story = read_one(tmp_path)
    assert (story.text, story.edited) == ("Nearly all trains stop.", True)
    assert [revision.text for revision in story.revisions] == ["Some trains run."]
    assert (tmp_path / story.path).read_bytes() == edited


def test_a_new_reading_of_an_edited_story_changes_nothing(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    edit(tmp_path)
    before = read_all(tmp_path)
    assert verdicts(add(tmp_path, FIRST)) == ["duplicate"]
    assert read_all(tmp_path) == before


def test_an_edited_date_keeps_the_history(tmp_path: Path) -> None:
    add(tmp_path, FIRST, LATER)
    edit(tmp_path, "Date: 2023-09-04", "Date: 2023-09-02")
    third = capture("4.html", "No trains.", captured="2023-09-07")
    add(tmp_path, third)
    story = read_one(tmp_path)
    assert story.address == "2023/09/02/trains-stop/"
    assert [r.text for r in story.revisions] == ["All trains stop.", "No trains."]


def test_a_name_that_a_person_has_given_is_not_taken(tmp_path: Path) -> None:
    add(
        tmp_path,
        capture("b.html", "Buses too.", url="https://example.org/b", captured="2023-09-05"),
    )
    edit(tmp_path, "Buses", "Trams")
    add(tmp_path, FIRST)
    slugs = {story.header.url: story.slug for story in read_all(tmp_path)}
    assert slugs["https://example.org/b"] == "trains-stop"
    assert slugs[URL].startswith("trains-stop-")


def test_a_better_reading_of_a_snapshot_replaces_what_it_said(tmp_path: Path) -> None:
    add(tmp_path, FIRST, LATER)
    better = capture("2.html", "Some trains run on the north line.", captured="2023-09-05T08:00")
    assert verdicts(add(tmp_path, better)) == ["duplicate"]
    story = read_one(tmp_path)
    assert story.text == "Some trains run on the north line."
    assert [revision.text for revision in story.revisions] == ["All trains stop."]


def test_what_an_interrupted_command_left_is_made_whole(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    old = (tmp_path / read_one(tmp_path).path).read_bytes()
    moved = capture("2.html", "Trains ran.", published="2023-09-03", captured="2023-09-06")
    add(tmp_path, moved)
    left = tmp_path / "content/articles/2023/09/04/trains-stop.md"
    left.parent.mkdir(parents=True)
    left.write_bytes(old)
    assert len(read_all(tmp_path)) == 2
    add(tmp_path)
    story = read_one(tmp_path)
    assert story.address == "2023/09/03/trains-stop/"
    assert [revision.text for revision in story.revisions] == ["All trains stop."]


def test_no_story_takes_the_address_of_a_month(tmp_path: Path) -> None:
    add(tmp_path, capture("1.html", headline="09", published="2023"))
    assert read_one(tmp_path).address == "2023/09-news/"


@pytest.mark.parametrize("published", ["2023", "2023-09", None])
def test_stories_of_any_precision_have_a_place(tmp_path: Path, published: str | None) -> None:
    add(tmp_path, capture("1.html", published=published))
    assert verdicts(add(tmp_path, capture("1.html", published=published))) == ["duplicate"]


def test_copies_that_a_person_has_made_and_edited_all_stay(tmp_path: Path) -> None:
    add(tmp_path, FIRST, LATER)
    path = edit(tmp_path, "Some trains", "A few trains")
    copy = path.with_name("copy.md")
    copy.write_bytes(path.read_bytes())
    add(tmp_path, capture("4.html", "No trains.", captured="2023-09-07"))
    assert {story.slug for story in read_all(tmp_path)} == {"copy", "trains-stop"}
    assert copy.read_bytes() == path.read_bytes()
    shown = {story.slug: [r.text for r in story.revisions] for story in read_all(tmp_path)}
    assert shown["trains-stop"] == ["All trains stop.", "No trains."]


def test_a_file_of_a_persons_own_is_a_story_that_captures_join(tmp_path: Path) -> None:
    own = tmp_path / "content/articles/own.md"
    own.parent.mkdir(parents=True)
    own.write_text(f"Title: Mine\nDate: 2023-09-04\nOriginal: {URL}\n\nMy own words.\n")
    assert verdicts(add(tmp_path, FIRST, LATER)) == ["revision", "revision"]
    story = read_one(tmp_path)
    assert (story.text, len(story.revisions)) == ("My own words.", 2)
    assert add(tmp_path, FIRST).intents == ()


def test_two_stories_can_change_places(tmp_path: Path) -> None:
    urls = ["https://example.org/one", "https://example.org/two"]
    names = ["Trains stop", "Trains run"]
    for url, name in zip(urls, names, strict=True):
        add(tmp_path, capture(url, "Now.", headline=name, url=url, captured="2023-09-05"))
    add(
        tmp_path,
        *(
            capture(f"{url}#", "Then.", headline=name, url=url, captured="2023-09-04")
            for url, name in zip(urls, reversed(names), strict=True)
        ),
    )
    assert [
        (story.slug, story.header.url, story.header.headline) for story in read_all(tmp_path)
    ] == [
        ("trains-run", urls[0], "Trains stop"),
        ("trains-stop", urls[1], "Trains run"),
    ]
