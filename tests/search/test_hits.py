"""A query finds stories with any of its words, those with all of them first."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import BackfileError
from generator.model import Header, Question, Story
from generator.search.build import export, write_index
from generator.search.hits import find_hits
from tests.search.conftest import Searchable


def make_story(slug: str, headline: str, text: str = "", **header: object) -> Story:
    return Story(
        path=f"{slug}.md",
        slug=slug,
        address=f"undated/{slug}/",
        header=Header(headline=headline, **header),
        html="",
        text=text,
        snapshot=None,
    )


STORIES = (
    make_story("a", "Ferry", "The ferry, the ferry and again the ferry."),
    make_story("b", "A night on the quay", "Nothing of note.", dek="A ferry at night"),
    make_story("c", "Budget", "Money.", byline=("Ada Lovell",), topics=("Harbour", "Budget")),
    make_story("d", "Budget", "Money.", byline=("Ada Lovell",), topics=("Harbour", "Budget")),
)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    write_index(STORIES, tmp_path / "index", "en")
    return tmp_path / "index"


def find_slugs(index: Path, query: str, **asked: object) -> str:
    hits = find_hits(index, Question(text=query, **asked)).hits
    return "".join(hit.page.removeprefix("undated/").rstrip("/")[-1] for hit in hits)


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ("night ferry", "ba"),  # a says ferry more often, but b has both words
        ("ferries", "ab"),
        ("money", "cd"),  # equal scores: the order of the stories
        ("ada", "cd"),
        ("byline:ada", "cd"),
        ("headline:money", ""),
        ('"ferry at night"', "b"),
        ('topic:"harbour budget"', ""),  # two topics, not one
        ('"night on the quay nothing"', ""),  # a headline, then a body
        ("zyzzyva ferry", "ab"),
        ("", ""),
        ("&", ""),
    ],
)
def test_a_query_finds(index: Path, query: str, slugs: str) -> None:
    assert find_slugs(index, query) == slugs


def test_a_limit_gives_the_first_of_all(coast: Searchable) -> None:
    every = find_hits(coast.index, Question(text="harbour storm", limit=None))
    assert every.total == len(every.hits) > 50
    assert find_hits(coast.index, Question(text="harbour storm", limit=10)).hits == every.hits[:10]


def test_a_hit_says_all_that_is_shown_of_a_story(coast: Searchable) -> None:
    by_page = {story.address: story for story in coast.stories}
    for hit in find_hits(coast.index, Question(text="harbour", limit=None)).hits:
        story = by_page[hit.page]
        published = story.header.published
        assert hit.headline == story.header.headline
        assert (hit.source, hit.url) == (story.header.source, story.header.url)
        assert hit.published == (published.isoformat() if published else None)
        assert hit.score > 0


def test_stories_are_found_in_the_language_of_the_archive(tmp_path: Path) -> None:
    write_index([make_story("a", "Häfen")], tmp_path / "de", "de")
    write_index([make_story("a", "Häfen")], tmp_path / "en", "en")
    assert find_slugs(tmp_path / "de", "hafen") == "a"
    assert find_slugs(tmp_path / "en", "hafe") == ""


def test_an_empty_archive_can_be_searched(tmp_path: Path) -> None:
    write_index([], tmp_path / "index", "en")
    for query in ("ferry", "-ferry", "", "date:2023", "ferr*", '"a b"'):
        assert find_hits(tmp_path / "index", Question(text=query)).hits == ()


def test_a_new_index_takes_the_place_of_the_old(index: Path) -> None:
    write_index([replace(STORIES[0], address="undated/z/")], index, "en")
    assert find_slugs(index, "ferry") == "z"
    assert [path.name for path in index.parent.iterdir()] == ["index"]


def test_without_an_index_one_is_told_to_build(tmp_path: Path) -> None:
    for ask in (
        lambda: find_hits(tmp_path, Question(text="x")),
        lambda: export(tmp_path, tmp_path),
    ):
        with pytest.raises(BackfileError, match="run `backfile build`"):
            ask()


@pytest.mark.parametrize("mark", ['{"version": 0, "language": "en"}', "[]", "not json", ""])
def test_an_index_of_another_version_is_not_read(index: Path, mark: str) -> None:
    (index / "backfile.json").write_text(mark)
    with pytest.raises(BackfileError, match="run `backfile build`"):
        find_hits(index, Question(text="ferry"))
