"""No file of an exported index, however damaged, makes the browser fail but by a SearchError."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.search.packing import compress
from tests.search.conftest import Searchable
from tests.search.node import Node, needs_node, start_node
from tests.search.reader import Reader, unpack

pytestmark = needs_node

CODE = """
import { readFile } from "node:fs/promises";
import { open } from "@/index.js";
async function answer({ folder, manifest, instead }) {
  const fetch = async (url) => {
    const path = decodeURIComponent(new URL(url).pathname.slice(1));
    if (path in instead) return new Response(Buffer.from(instead[path], "base64"));
    const bytes = await readFile(`${folder}/${path}`).catch(() => null);
    return bytes ? new Response(bytes) : new Response("", { status: 404 });
  };
  const begun = performance.now();
  const kinds = [];
  const attempt = async (action) => {
    try {
      return await action();
    } catch (error) {
      kinds.push(error.name === "SearchError" ? error.kind : String(error.stack));
    }
  };
  const index = await attempt(() => open(`http://host/${manifest}`, fetch));
  if (index) {
    const filters = { topic: ["harbour budget"], year: ["2019"] };
    const asked = ['harbour "night ferry" -mayor', "date:2019 harb* cuoncil~", '"of the"~3 budget'];
    for (const text of asked) {
      await attempt(() => index.search(text, { limit: 30, sort: "oldest" }));
    }
    const found = await attempt(() => index.search("harbour", { filters }));
    const documents = found?.documents ?? Uint32Array.of(0, 1, 399);
    await attempt(() => index.facets(documents));
    await attempt(() => index.histogram(documents));
    await attempt(() => index.suggest("harbuor cuoncil"));
  }
  return { kinds, milliseconds: performance.now() - begun };
}
"""
KINDS = {"broken", "missing", "offline"}
MANY = settings(max_examples=40, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(CODE) as process:
        yield process


def ask(node: Node, coast: Searchable, instead: dict[str, bytes]) -> set[str]:
    """Return what kinds of errors there were; all questions are answered within seconds."""
    said = {path: base64.b64encode(content).decode() for path, content in instead.items()}
    site = {"folder": str(coast.site), "manifest": str(coast.assets.manifest)}
    answer = node.ask({**site, "instead": said})
    assert answer["milliseconds"] < 5_000
    assert {*answer["kinds"]} <= KINDS, answer["kinds"]
    return {*answer["kinds"]}


def change_file(coast: Searchable, path: str, data: st.DataObject) -> bytes:
    """Return a file whose content is damaged, packed as it should be."""
    file = coast.site / path
    preset = Reader(coast.site / coast.assets.manifest).find_dictionary(file)
    return compress(data.draw(damage(unpack(file.read_bytes(), preset))), preset=preset)


def list_files(coast: Searchable, letter: str) -> list[str]:
    folder = coast.site / "search"
    return sorted(str(path.relative_to(coast.site)) for path in folder.rglob(f"{letter}*.bfs"))


@st.composite
def damage(draw: st.DrawFn, content: bytes) -> bytes:
    """Return bytes cut, repeated, or with some of them replaced."""
    damaged = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(damaged)))
        length = draw(st.integers(0, 12))
        damaged[at : at + length] = draw(st.binary(max_size=12) | st.just(b"\xff" * 9))
    return bytes(damaged) or b"\0"


def test_an_undamaged_index_answers_all_of_it(node: Node, coast: Searchable) -> None:
    assert ask(node, coast, {}) == set()


@pytest.mark.parametrize("letter", ["w", "n", "p", "e", "f", "c", "o"])
@MANY
@given(data=st.data())
def test_damaged_files_of_a_part_are_broken(
    node: Node, coast: Searchable, letter: str, data: st.DataObject
) -> None:
    paths = [path for path in list_files(coast, letter) if path.count("/") == 2]
    instead = {
        path: change_file(coast, path, data)
        for path in data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=3, unique=True))
    }
    ask(node, coast, instead)


@MANY
@given(data=st.data())
def test_damaged_files_of_all_parts_are_broken(
    node: Node, coast: Searchable, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from([p for p in list_files(coast, "") if p.count("/") == 1]))
    ask(node, coast, {path: change_file(coast, path, data)})


@MANY
@given(data=st.data())
def test_a_file_cut_short_or_of_other_bytes_is_broken(
    node: Node, coast: Searchable, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(list_files(coast, "")))
    ask(node, coast, {path: data.draw(damage((coast.site / path).read_bytes()))})


VALUES = st.none() | st.booleans() | st.integers(-3, 2**54) | st.text(max_size=5) | st.just([])


@st.composite
def change(draw: st.DrawFn, manifest: dict[str, Any]) -> dict[str, Any]:
    """Return a manifest with one value somewhere in it replaced, or left out."""
    place: Any = manifest
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            place = inner
        elif draw(st.booleans()):
            place[key] = draw(VALUES)
            return manifest
        else:
            del place[key]
            return manifest


@MANY
@given(data=st.data())
def test_a_damaged_manifest_is_broken(node: Node, coast: Searchable, data: st.DataObject) -> None:
    path = str(coast.assets.manifest)
    changed = data.draw(change(json.loads((coast.site / path).read_text(encoding="utf-8"))))
    ask(node, coast, {path: json.dumps(changed).encode()})
