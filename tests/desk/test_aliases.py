"""A story that the desk moves is still found where readers knew it."""

from pathlib import Path

from generator.desk import decide
from tests.desk.newsroom import add, add_all, capture, read_all, read_one

FIRST = capture("1.html", captured="2023-09-04T08:00")
DATED = capture("2.html", captured="2023-09-05T08:00", published="2023-09-03")
REVISED = capture("3.html", "Some run.", captured="2023-09-06T08:00", published="2023-09")


def test_a_corrected_date_leaves_an_alias(tmp_path: Path) -> None:
    add_all(tmp_path, [[FIRST], [DATED]], built=True)
    story = read_one(tmp_path)
    assert story.address == "2023/09/03/trains-stop/"
    assert story.aliases == ("2023/09/04/trains-stop/",)
    assert not story.edited


def test_an_address_that_was_no_page_yet_leaves_none(tmp_path: Path) -> None:
    add_all(tmp_path, [[FIRST], [DATED]])
    assert read_one(tmp_path).aliases == ()


def test_aliases_stay_through_later_captures(tmp_path: Path) -> None:
    add_all(tmp_path, [[FIRST], [DATED], [REVISED], [DATED]], built=True)
    story = read_one(tmp_path)
    assert story.address == "2023/09/trains-stop/"
    assert story.aliases == ("2023/09/03/trains-stop/", "2023/09/04/trains-stop/")
    assert decide((), read_all(tmp_path), {story.address}).intents == ()


def test_a_story_that_returns_stands_there_again(tmp_path: Path) -> None:
    back = capture("4.html", captured="2023-09-07T08:00")
    add_all(tmp_path, [[FIRST], [DATED], [back]], built=True)
    story = read_one(tmp_path)
    assert story.address == "2023/09/04/trains-stop/"
    assert story.aliases == ("2023/09/03/trains-stop/",)


def test_a_headline_that_was_captured_earlier_moves_the_story(tmp_path: Path) -> None:
    earlier = capture("0.html", "Talks.", headline="Trains may stop", captured="2023-09-03")
    add_all(tmp_path, [[FIRST], [earlier]], built=True)
    story = read_one(tmp_path)
    assert (story.header.headline, story.address) == ("Trains stop", "2023/09/04/trains-may-stop/")
    assert story.aliases == ("2023/09/04/trains-stop/",)


def test_a_better_witness_of_the_same_page_moves_it(tmp_path: Path) -> None:
    bare = capture("1.html", url=None, published=None)
    said = capture("1.html", published="2023-09-04", captured="2023-09-05T08:00")
    add_all(tmp_path, [[bare], [said]], built=True)
    assert read_one(tmp_path).aliases == ("undated/trains-stop/",)


def test_an_address_that_another_story_takes_is_no_alias(tmp_path: Path) -> None:
    rival = capture("0.html", url="https://example.org/other", captured="2023-09-03")
    add_all(tmp_path, [[FIRST], [rival]], built=True)
    aliases = {story.address: story.aliases for story in read_all(tmp_path)}
    assert len(aliases) == 2
    assert aliases["2023/09/04/trains-stop/"] == ()
    assert {*aliases.values()} == {()}


def test_a_file_that_a_person_edited_is_told_what_it_should_say(tmp_path: Path) -> None:
    other = capture("2.html", url="https://example.org/two", published="2023-09-03")
    add(tmp_path, FIRST, other)
    file = tmp_path / "content/articles/2023/09/04/trains-stop.md"
    text = file.read_text(encoding="utf-8").replace("rail-strike", "two")
    file.write_text(text, encoding="utf-8")
    decision = decide((), read_all(tmp_path), {"2023/09/03/trains-stop/"})
    assert decision.notes == ()
    decision = decide([other], read_all(tmp_path), {"2023/09/03/trains-stop/"})
    assert decision.notes == (
        "content/articles/2023/09/04/trains-stop.md: add"
        ' "Aliases: 2023/09/03/trains-stop" to lead readers on from where it stood too',
    )


def edit(root: Path, old: str, new: str, copy: str = "") -> None:
    """Change the file of the first story as a person would, or a copy of it."""
    file = root / "content/articles/2023/09/04/trains-stop.md"
    text = file.read_text(encoding="utf-8").replace(old, new)
    file.with_name(copy or file.name).write_text(text, encoding="utf-8")


def test_nobody_comes_where_a_person_moved_a_story_away(tmp_path: Path) -> None:
    rival = capture("0.html", "x", url="https://example.org/other", captured="2023-09-03")
    later = capture("3.html", "y", url="https://example.org/other", captured="2023-09-04")
    add(tmp_path, FIRST)
    edit(tmp_path, "Date: 2023-09-04", "Date: 2023-09-05")
    add_all(tmp_path, [[rival], [later]], built=True)
    new, moved = read_all(tmp_path)
    assert new.address.startswith("2023/09/04/trains-stop-")
    assert (moved.address, moved.aliases) == (
        "2023/09/05/trains-stop/",
        ("2023/09/04/trains-stop/",),
    )
    assert (len(new.revisions), moved.revisions) == (1, ())


def test_a_copy_of_a_file_drives_nobody_away(tmp_path: Path) -> None:
    add(tmp_path, FIRST)
    edit(tmp_path, "rail-strike", "other", copy="other.md")
    add(tmp_path, DATED, capture("4.html", url="https://example.org/third"), built=True)
    stands = {story.header.url: story.address for story in read_all(tmp_path)}
    assert stands["https://example.org/other"] == "2023/09/04/other/"
    assert stands["https://example.org/rail-strike"] == "2023/09/03/trains-stop/"


def test_long_headlines_keep_apart(tmp_path: Path) -> None:
    headline = "the harbour board voted on monday to keep the old crane that has stood so long"
    urls = ["https://example.org/a", "https://example.org/b"]
    add(tmp_path, *(capture(url, headline=f"{headline} here", url=url) for url in urls))
    assert [story.edited for story in read_all(tmp_path)] == [False, False]
