"""The words of an archive are found by their start or nearly so, here and in the browser alike."""

import base64
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.search import forms
from generator.search.forms import MOST, Forms, is_near
from generator.search.packing import Packer, compress
from generator.search.postings import Inverted
from tests.search.node import Node, needs_node, start_node
from tests.search.reader import unpack

CODE = """
import { readFile } from "node:fs/promises";
import { Files } from "@/files.js";
import { Forms, isNear } from "@/forms.js";
async function answer({ folder, parts, instead = {}, starts = [], nears = [], pairs = [] }) {
  const asked = [];
  const fetch = async (url) => {
    const path = new URL(url).pathname.slice(1);
    asked.push(path);
    const said = instead[path];
    return new Response(said ? Buffer.from(said, "base64") : await readFile(`${folder}/${path}`));
  };
  const forms = new Forms(parts.map((name) => ({ name })), new Files("http://host/m", fetch));
  try {
    return {
      starts: await Promise.all(starts.map((start) => forms.startingWith(start))),
      nears: await Promise.all(nears.map(([word, distance]) => forms.near(word, distance))),
      pairs: pairs.map((pair) => isNear(...pair)),
      asked,
    };
  } catch (error) {
    return { kind: error.kind ?? String(error.stack) };
  }
}
"""

LETTERS = st.sampled_from("abcé日𝒳")
WORDS = st.text(LETTERS, min_size=1, max_size=6)
PART = st.dictionaries(WORDS, st.integers(1, 300), max_size=60)
ONE_PART = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(CODE) as process:
        yield process


@pytest.fixture
def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "SHARD_LIMIT", 40)


def write(folder: Path, parts: Sequence[Mapping[str, int]]) -> tuple[Forms, dict[str, Any]]:
    """Return the words of parts as Python reads them, and where the browser finds them."""
    names = []
    for number, counts in enumerate(parts):
        place = folder / str(number)
        place.mkdir(parents=True, exist_ok=True)
        known = sorted(counts, key=str.encode)
        inverted = Inverted(0, {}, tuple(known), np.array([counts[of] for of in known], np.uint32))
        forms.write_part(inverted, place, Packer(place))
        names.append(str(number))
    read = forms.read_parts([folder / name for name in names])
    return read, {"folder": str(folder), "parts": names}


def count_edits(left: str, right: str) -> int:
    """Return the optimal string alignment distance, by its definition."""
    if not left or not right:
        return len(left) + len(right)
    costs = [
        count_edits(left[1:], right) + 1,
        count_edits(left, right[1:]) + 1,
        count_edits(left[1:], right[1:]) + (left[0] != right[0]),
    ]
    if len(left) > 1 and len(right) > 1 and left[:2] == right[1::-1]:
        costs.append(count_edits(left[2:], right[2:]) + 1)
    return min(costs)


@needs_node
@given(left=st.text(LETTERS, max_size=5), right=st.text(LETTERS, max_size=5))
def test_edits_are_counted_as_they_are_defined(node: Node, left: str, right: str) -> None:
    pairs = [(left, right, distance) for distance in (1, 2)]
    wanted = [count_edits(left, right) <= distance for *_, distance in pairs]
    assert [is_near(*pair) for pair in pairs] == wanted
    assert node.ask({"folder": "", "parts": [], "pairs": pairs})["pairs"] == wanted


@needs_node
@pytest.mark.usefixtures("small_shards")
@ONE_PART
@given(parts=st.lists(PART, max_size=3), asked=st.lists(WORDS, min_size=1, max_size=4))
def test_words_of_all_parts_are_found_the_most_frequent_first(
    node: Node,
    tmp_path_factory: pytest.TempPathFactory,
    parts: list[dict[str, int]],
    asked: list[str],
) -> None:
    read, site = write(tmp_path_factory.mktemp("forms"), parts)
    counts: Counter[str] = sum((Counter(part) for part in parts), Counter())
    ordered = sorted(counts, key=lambda form: (-counts[form], form.encode()))
    nears = [(word, distance) for word in asked for distance in (1, 2)]
    starts = [[form for form in ordered if form.startswith(start)][:MOST] for start in asked]
    found = [
        [
            form
            for form in ordered
            if form.startswith(word[:2]) and count_edits(form, word) <= distance
        ][:MOST]
        for word, distance in nears
    ]
    assert [[*read.find_starting(start)] for start in asked] == starts
    assert [[*read.find_near(*near)] for near in nears] == found
    answer = node.ask({**site, "starts": asked, "nears": nears})
    assert (answer["starts"], answer["nears"]) == (starts, found)


@needs_node
@pytest.mark.usefixtures("small_shards")
def test_only_shards_with_such_words_are_loaded(node: Node, tmp_path: Path) -> None:
    words = {
        f"{first}{second}{third}": 1 for first in "abcdef" for second in "xyz" for third in "klm"
    }
    _, site = write(tmp_path, [words])
    answer = node.ask({**site, "starts": ["bx"], "nears": [["bxk", 1], ["zz", 1]]})
    assert answer["starts"] == [["bxk", "bxl", "bxm"]]
    assert len(list((tmp_path / "0").glob("f*.bfs"))) > 4
    assert len(set(answer["asked"])) <= 4


@needs_node
def test_no_more_than_sixty_four_words_are_found(node: Node, tmp_path: Path) -> None:
    read, site = write(tmp_path, [{f"harb{number:03}": 1 + number % 7 for number in range(200)}])
    found = [*read.find_starting("harb")]
    assert len(found) == MOST
    assert node.ask({**site, "starts": ["harb"]})["starts"] == [found]


@needs_node
def test_damaged_words_are_broken_or_read_as_others(node: Node, tmp_path: Path) -> None:
    _, site = write(tmp_path, [{f"harb{number:03}": 1 + number % 7 for number in range(200)}])
    chance = random.Random(1963)
    kinds = set()
    for _ in range(200):
        name = chance.choice(["0/f.bfs", "0/f0.bfs"])
        content = bytearray(unpack((tmp_path / name).read_bytes()))
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(1, 9)] = chance.choice([b"", b"\xff" * 9, b"\0"])
            content = content or bytearray(b"\0")
        instead = {name: base64.b64encode(compress(bytes(content))).decode()}
        answer = node.ask({**site, "instead": instead, "starts": ["harb"], "nears": [["harb1", 2]]})
        kinds.add(answer.get("kind"))
    assert kinds == {None, "broken"}
