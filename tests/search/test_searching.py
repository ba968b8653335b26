"""What docs/searching.md says of the query language is so, on the stories that it shows."""

import re
from pathlib import Path

import pytest

from generator.model import Header, PartialDate, Question, Story
from generator.search.build import write_index
from generator.search.hits import find_hits
from tests.archives import ROOT

TEXT = (ROOT / "docs" / "searching.md").read_text(encoding="utf-8")
STORIES = re.findall(r"^\| (\d) \| (.*) \|$", TEXT, re.MULTILINE)
EXAMPLES = re.findall(r"^\| `([^|]+)` \| ([\d ]*?) ?\|", TEXT, re.MULTILINE)


def make_story(number: str, row: str) -> Story:
    headline, source, section, day, text = (cell.strip() for cell in row.split("|"))
    published = PartialDate.fromisoformat(day) if day else None
    header = Header(headline=headline, source=source, section=section, published=published)
    return Story(
        path=f"{number}.md",
        slug=number,
        address=number,
        header=header,
        html="",
        text=text,
        snapshot=None,
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("searching") / "index"
    write_index([make_story(number, row) for number, row in STORIES], folder, "en")
    return folder


@pytest.mark.parametrize(("query", "found"), EXAMPLES)
def test_an_example_finds_what_it_says(index: Path, query: str, found: str) -> None:
    answer = find_hits(index, Question(text=query))
    assert " ".join(hit.page for hit in answer.hits) == found
    assert not answer.notes


def test_there_are_examples() -> None:
    assert len(STORIES) == 7
    assert len(EXAMPLES) > 25
