"""Stories are counted and filtered by source, section, topic, byline and year."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.columns import (
    FACETS,
    Columns,
    read_parts,
    read_values,
    render_columns,
    write_part,
)
from generator.search.packing import compress
from tests.search.corpus import make_corpus
from tests.search.node import Node, needs_node, start_node

CODE = """
import { Columns } from "@/columns.js";
import { Days } from "@/days.js";
import { countFacets } from "@/facets.js";
import { Files } from "@/files.js";
async function answer([contents, count, filters, documents]) {
  const files = new Files("http://host/m", async (url) => {
    return new Response(Uint8Array.from(contents[new URL(url).pathname.slice(1, -4)]));
  });
  const columns = new Columns(Object.fromEntries(FACETS.map((name) => [name, name])), count, files);
  const start = performance.now();
  try {
    const chosen = filters.map(([name, values]) => columns.select(name, values));
    const list = (of) => Array.from(of.keys()).filter((at) => of[at]);
    const found = (await Promise.all(chosen)).map(list);
    await Promise.all(FACETS.map((name) => columns.load(name)));
    const days = new Days("days", count, files);
    await days.load();
    const begun = performance.now();
    const facets = await countFacets(documents, columns, days);
    return { found, facets, milliseconds: performance.now() - begun };
  } catch (error) {
    return { kind: error.kind ?? String(error.stack), milliseconds: performance.now() - start };
  }
}
const FACETS = ["source", "section", "topic", "byline"];
"""

VALUES = st.lists(st.sampled_from(["Sport", "Île", "", "日本", "a\0b", "𝒳", "\ud800"]), max_size=3)


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(CODE) as process:
        yield process


def make_columns(topics: list[list[str]]) -> Columns:
    values = {name: tuple(map(tuple, topics)) for name in FACETS}
    return Columns((None,) * len(topics), values)


def ask(
    node: Node, columns: Columns, filters: Mapping[str, list[str]], documents: list[int]
) -> Any:
    contents = {name: [*compress(content)] for name, content in render_columns(columns).items()}
    return node.ask([contents, len(columns.published), [*filters.items()], documents])


@needs_node
@given(topics=st.lists(VALUES, max_size=20), wanted=VALUES)
def test_filters_find_the_same_here_and_in_the_browser(
    node: Node, topics: list[list[str]], wanted: list[str]
) -> None:
    wanted = [value for value in wanted if value != "\ud800"]  # half a letter can't be asked for
    columns = make_columns(topics)
    found = [number for number, of in enumerate(topics) if {*of} & {*wanted}]
    assert sorted(columns.select({"topic": wanted})) == found
    assert ask(node, columns, {"topic": wanted}, [])["found"] == [found]


def test_what_is_kept_of_the_parts_is_what_the_stories_have(tmp_path: Path) -> None:
    stories = make_corpus(100)
    for number, part in enumerate((stories[:60], stories[60:])):
        (tmp_path / str(number)).mkdir()
        write_part(part, tmp_path / str(number))
    columns = read_parts([tmp_path / "0", tmp_path / "1"])
    for name in FACETS:
        assert columns.values[name] == tuple(read_values(story, name) for story in stories)
    years = [story.header.published and story.header.published.isoformat()[:4] for story in stories]
    chosen = columns.select({"year": ["2019"], "source": ["Coast Herald", "Île Courier"]})
    assert sorted(chosen) == [
        number
        for number, story in enumerate(stories)
        if years[number] == "2019" and story.header.source in {"Coast Herald", "Île Courier"}
    ]


@needs_node
def test_values_are_counted_the_most_frequent_first(node: Node, tmp_path: Path) -> None:
    stories = sorted(
        make_corpus(200), key=lambda story: story.address if story.header.published else ""
    )
    write_part(stories, tmp_path)
    columns = read_parts([tmp_path])
    documents = [*range(0, len(stories), 3)]
    facets = ask(node, columns, {}, documents[::-1])["facets"]
    for name in FACETS:
        counts = Counter(value for at in documents for value in columns.values[name][at])
        assert {of["value"]: of["count"] for of in facets[name]} == counts
        assert [of["count"] for of in facets[name]] == sorted(counts.values(), reverse=True)


@needs_node
def test_fifty_thousand_stories_are_counted_at_once(node: Node) -> None:
    topics = [[f"topic {number % 211}", f"topic {number % 7}"] for number in range(50_000)]
    days = tuple(f"{2000 + number // 2500}-06-01" for number in range(50_000))
    columns = Columns(days, make_columns(topics).values)
    quickest = min(ask(node, columns, {}, [*range(50_000)])["milliseconds"] for _ in range(3))
    assert quickest < 300  # 30 on an idle machine


@needs_node
@given(content=st.binary(max_size=60), count=st.integers(0, 2**40))
def test_bytes_that_are_no_column_are_broken_or_read_as_another(
    node: Node, content: bytes, count: int
) -> None:
    contents = {name: [*compress(content)] for name in (*FACETS, "days")}
    answer = node.ask([contents, count, [["topic", ["Sport"]]], [0, 1, 2]])
    assert answer.get("kind", "broken") == "broken"
    assert answer["milliseconds"] < 1000
