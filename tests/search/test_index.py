"""An index is cut by date; what didn't change stays, and it is the same however it came about."""

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.model import Header, PartialDate, Question, Story
from generator.search import build
from generator.search import parts as search_parts
from generator.search.build import REMADE, write_index
from generator.search.hits import find_hits
from generator.search.index import (
    RUNS,
    list_files,
    list_parts,
    open_index,
    read_languages,
    read_stored,
)
from generator.search.mark import read_mark
from generator.search.parts import cut_parts, cut_runs, digest_part, list_languages
from tests.search.corpus import make_corpus
from tests.search.test_hits import make_story

CORPUS = make_corpus(120)


def date(story: Story, published: str | None) -> Story:
    moment = PartialDate.fromisoformat(published) if published else None
    return replace(story, header=replace(story.header, published=moment))


def make_dated(slug: str, published: str | None, text: str = "ferry", **said: object) -> Story:
    return date(make_story(slug, slug, text, **said), published)


def list_pages(index: Path) -> list[str]:
    with open_index(index) as searcher:
        return [read_stored(searcher, n).page for n in range(searcher.doc_count_all())]


def digest_parts(index: Path) -> dict[str, str]:
    """Return the digest of each file of each part; the state of the rest may differ."""
    return {
        str(path.relative_to(index)): hashlib.sha256(path.read_bytes()).hexdigest()
        for part in read_mark(index).parts
        for path in list_files(index, part.digest)
    }


# ── Parts ────────────────────────────────────────────────────────────────────────────────────


def name_parts(*dates: str | None) -> list[list[str | None]]:
    stories = [make_dated(f"s{number}", published) for number, published in enumerate(dates)]
    random.Random(7).shuffle(stories)
    return [
        [story.header.published and story.header.published.isoformat() for story in part]
        for part in cut_parts(stories)
    ]


def test_parts_are_the_closed_quarters_with_what_has_no_date_and_the_last_quarter() -> None:
    assert name_parts("2023-05-01", None, "2021", "2023-03-31", "2023", "2023-04-01T09:00") == [
        [None, "2021", "2023", "2023-03-31"],
        ["2023-04-01T09:00", "2023-05-01"],
    ]
    assert name_parts("2022-12-31", "2023") == [["2022-12-31"], ["2023"]]


@pytest.mark.parametrize("dates", [(), (None, None), ("2023-01", "2023-02-03")])
def test_a_part_that_would_be_empty_is_not_there(dates: Sequence[str | None]) -> None:
    assert name_parts(*dates) == ([sorted(dates, key=str)] if dates else [])


def test_stories_of_one_date_go_by_slug() -> None:
    stories = [make_dated(slug, "2023-02-01") for slug in "cab"]
    assert [story.slug for story in cut_parts(stories)[0]] == ["a", "b", "c"]


def digest(story: Story, language: str = "en") -> str:
    return digest_part(cut_runs((story,), language))


STORY = make_dated("a", "2023-02-01", topics=("Harbour",), dek="A dek", language="en")


@pytest.mark.parametrize(
    "other",
    [
        replace(STORY, text="ferries"),
        replace(STORY, address="undated/b/"),
        *(replace(STORY, header=replace(STORY.header, **{name: value})) for name, value in {
            "headline": "b", "dek": None, "kicker": "b", "byline": ("b",), "credits": ("b",),
            "agency": "b", "dateline": "b", "section": "b", "topics": (), "source": "b",
            "url": "https://b.example/", "language": "de", "published": None,
        }.items()),
    ],
)  # fmt: skip
def test_all_that_is_indexed_or_shown_counts_in_a_digest(other: Story) -> None:
    assert digest(other) != digest(STORY)
    assert digest(STORY) != digest(STORY, "de")


def test_what_search_does_not_read_leaves_a_digest_as_it_is() -> None:
    other = replace(STORY, html="<p>ferry", edited=True, opening="ferry")
    assert digest(other) == digest(STORY)


def test_languages_are_those_of_the_stories_one_for_each_stemmer() -> None:
    tags = ("de-AT", "en-GB", None, "ja", "nb", "no", "th", "de")
    stories = [make_story(str(tag), "x", language=tag) for tag in tags]
    assert list_languages(stories, "en") == ("en", "de", "ja", "nb")
    assert list_languages(stories, "no") == ("no", "de", "en", "ja")
    assert list_languages([], "xx") == ("xx",)


# ── The index ────────────────────────────────────────────────────────────────────────────────


def test_documents_are_numbered_by_date_over_all_parts(tmp_path: Path) -> None:
    write_index(CORPUS[::-1], tmp_path, "en")
    assert len(list_parts(tmp_path)) == 2
    assert list_pages(tmp_path) == [story.address for part in cut_parts(CORPUS) for story in part]


def test_a_searcher_counts_over_all_parts(tmp_path: Path) -> None:
    write_index(CORPUS, tmp_path / "two", "en")
    one_year = [date(story, "2020-01-01") for story in CORPUS]
    write_index(one_year, tmp_path / "one", "en")
    with open_index(tmp_path / "two") as two, open_index(tmp_path / "one") as one:
        assert two.doc_count_all() == one.doc_count_all() == len(CORPUS)
        for name in ("headline", "body", "topic"):
            assert two.reader().field_length(name) == one.reader().field_length(name)
        for term in ("harbour", "night", "the"):
            assert two.doc_frequency("body", term) == one.doc_frequency("body", term) > 0


def test_an_index_knows_the_languages_it_was_read_in(tmp_path: Path) -> None:
    write_index([make_story("a", "x", language="de")], tmp_path, "en")
    assert read_languages(tmp_path) == ("en", "de")


def test_an_empty_archive_has_an_index_without_parts(tmp_path: Path) -> None:
    assert write_index([], tmp_path / "index", "en") == ()
    assert list_parts(tmp_path / "index") == ()
    assert list_pages(tmp_path / "index") == []


def test_a_new_story_of_the_last_quarter_leaves_the_closed_ones_alone(tmp_path: Path) -> None:
    write_index(CORPUS, tmp_path, "en")
    before = {path: path.stat() for path in tmp_path.rglob("*") if path.is_file()}
    closed, last = list_parts(tmp_path)
    write_index([*CORPUS, make_dated("new", "2021-12-31")], tmp_path, "en")
    assert list_parts(tmp_path)[0] == closed
    assert not last.exists()
    for path in list_files(tmp_path, closed.name):
        assert (path.stat().st_mtime_ns, path.stat().st_ino) == (
            before[path].st_mtime_ns,
            before[path].st_ino,
        )


def test_a_new_story_of_any_day_is_read_with_few_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_parts, "RUN_STORIES", 8)
    write_index(CORPUS, tmp_path, "en")
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / RUNS).iterdir()}
    write_index([*CORPUS, make_dated("new", "2020-06-01")], tmp_path, "en")
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / RUNS).iterdir()}
    assert len(before) > 8
    assert len(before.items() - after.items()) <= 2
    assert len(after.items() - before.items()) <= 2


def test_an_index_that_is_up_to_date_is_not_written_again(tmp_path: Path) -> None:
    write_index(CORPUS, tmp_path, "en")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write_index(CORPUS[::-1], tmp_path, "en") == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def list_names(index: Path) -> set[Path]:
    return {path.relative_to(index) for path in index.rglob("*") if path.suffix != ".toc"}


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_files_are_those_of_a_clean_index(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_parts, "RUN_STORIES", 8)
    monkeypatch.setattr(build, "FEW", 0)
    chance = random.Random(seed)
    stories = list(CORPUS)
    for _ in range(4):
        for _ in range(chance.randint(0, 3)):
            if stories and chance.random() < 0.4:
                stories.pop(chance.randrange(len(stories)))
            slug, year = f"new{chance.random()}", chance.choice([None, "2019", "2021-05", "2022"])
            stories.append(make_dated(slug, year, chance.choice(CORPUS).text))
        chance.shuffle(stories)
        write_index(stories, tmp_path / "grown", "en", jobs=chance.randint(1, 2))
    chance.shuffle(stories)
    write_index(stories, tmp_path / "clean", "en")
    assert digest_parts(tmp_path / "grown") == digest_parts(tmp_path / "clean")
    assert list_pages(tmp_path / "grown") == list_pages(tmp_path / "clean")
    assert list_names(tmp_path / "grown") == list_names(tmp_path / "clean")


MAKE = """
import sys
from pathlib import Path
from generator.search import build
from tests.search.test_index import CORPUS, digest_parts
build.FEW = 0
build.write_index(CORPUS, Path(sys.argv[1]), "en", int(sys.argv[2]))
print(digest_parts(Path(sys.argv[1])))
"""


def test_seed_zone_and_workers_change_nothing(tmp_path: Path) -> None:
    said = [
        subprocess.run(
            [sys.executable, "-c", MAKE, str(tmp_path / seed), jobs],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
            capture_output=True, check=True, text=True,
        ).stdout
        for seed, zone, jobs in (("1", "Asia/Tokyo", "1"), ("2", "UTC", "2"))
    ]  # fmt: skip
    assert said[0] == said[1]


# ── Damage ───────────────────────────────────────────────────────────────────────────────────


def spoil_segment(index: Path) -> None:
    path = next(index.glob("MAIN_*.pst"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def spoil_toc(index: Path) -> None:
    next(index.glob("*.toc")).write_bytes(b"torn")


def spoil_a_name_in_toc(index: Path) -> None:
    path = next(index.glob("*.toc"))
    path.write_bytes(path.read_bytes().replace(b"whoosh", b"whoopi"))


def lose_a_shard(index: Path) -> None:
    next((list_parts(index)[0]).iterdir()).unlink()


def put_a_file_in(index: Path) -> None:
    (list_parts(index)[0] / "w99.bfs").write_bytes(b"foreign")


def spoil_mark(index: Path) -> None:
    (index / "backfile.json").write_text("torn")


def spoil_parts_of_mark(index: Path) -> None:
    (index / "backfile.json").write_text('{"version": 2, "parts": [{}], "languages": []}')


def lose_mark(index: Path) -> None:
    (index / "backfile.json").unlink()


SPOILERS = (
    *(spoil_segment, spoil_toc, spoil_a_name_in_toc, lose_a_shard, put_a_file_in),
    *(spoil_mark, spoil_parts_of_mark, lose_mark),
)


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda spoil: spoil.__name__)
def test_a_damaged_index_is_made_anew_with_a_word_of_it(spoil: object, tmp_path: Path) -> None:
    index = tmp_path / "index"
    write_index(CORPUS, index, "en")
    whole = digest_parts(index)
    spoil(index)  # type: ignore[operator]
    [said] = write_index(CORPUS, index, "en")
    assert said.startswith(REMADE)
    assert digest_parts(index) == whole
    assert write_index(CORPUS, index, "en") == ()
    assert list_pages(index) == [story.address for part in cut_parts(CORPUS) for story in part]


def tear(content: bytes) -> bytes:
    return content[: len(content) // 2]


def turn_a_bit(content: bytes) -> bytes:
    return bytes([*content[:-9], content[-9] ^ 1, *content[-8:]])


@pytest.mark.parametrize("damage", [tear, turn_a_bit, lambda _: b"", lambda _: bytes(8)])
def test_what_is_kept_of_stories_is_read_anew_where_it_is_damaged(
    damage: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    grown = [*CORPUS, make_dated("new", "2021-12-31"), make_dated("old", None)]
    for name in ("damaged", "clean"):
        write_index(CORPUS, tmp_path / name, "en")
    for path in (tmp_path / "damaged" / RUNS).iterdir():
        path.write_bytes(damage(path.read_bytes()))
    assert write_index(CORPUS, tmp_path / "damaged", "en") == ()  # nobody needs them
    [said] = write_index(grown, tmp_path / "damaged", "en")
    assert said.startswith(REMADE)
    assert write_index(grown, tmp_path / "clean", "en") == ()
    assert digest_parts(tmp_path / "damaged") == digest_parts(tmp_path / "clean")
    assert write_index(CORPUS, tmp_path / "damaged", "en") == ()


@pytest.mark.parametrize("spoil", [spoil_toc, spoil_parts_of_mark])
def test_one_is_told_of_a_damaged_index_when_one_searches(spoil: object, tmp_path: Path) -> None:
    write_index(CORPUS, tmp_path, "en")
    spoil(tmp_path)  # type: ignore[operator]
    with (
        pytest.raises(BackfileError, match=r"damaged \(run `backfile build`"),
        open_index(tmp_path),
    ):
        pass


def test_one_is_told_of_damage_that_is_met_in_searching(tmp_path: Path) -> None:
    write_index(CORPUS, tmp_path, "en")
    for path in tmp_path.glob("*.col"):
        path.write_bytes(b"")
    with pytest.raises(BackfileError, match=r"damaged \(run `backfile build`"):
        find_hits(tmp_path, Question(text="harbour"))


def test_what_stands_in_the_way_of_an_index_is_removed(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("a file")
    write_index(CORPUS, tmp_path / "index", "en")
    assert len(list_pages(tmp_path / "index")) == len(CORPUS)


STEPS = (
    *("words.write_runs", "build.write_documents", "build.write_stories", "part.write_words"),
    *("segment.write_words", "build.TOC.write", "build.write_mark"),
)


@pytest.mark.parametrize("step", STEPS)
def test_until_a_new_index_is_whole_the_old_one_answers(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index(CORPUS, tmp_path, "en")
    pages = list_pages(tmp_path)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    grown = [*CORPUS, make_dated("new", "2021-12-31"), make_dated("old", "2019-12-31")]
    with monkeypatch.context() as patch:
        patch.setattr(f"generator.search.{step}", crash)
        with pytest.raises(KeyboardInterrupt):
            write_index(grown, tmp_path, "en")
    assert list_pages(tmp_path) == pages
    assert write_index(grown, tmp_path, "en") == ()
    write_index(grown, tmp_path.with_name("clean"), "en")
    assert digest_parts(tmp_path) == digest_parts(tmp_path.with_name("clean"))


def test_header_has_no_field_that_digests_forget() -> None:
    """A field that search comes to read changes digests only if they know of it."""
    assert set(Header.__dataclass_fields__) == {
        *("headline", "dek", "kicker", "byline", "credits", "agency", "dateline", "section"),
        *("topics", "published", "modified", "captured", "language", "source", "url"),
    }
