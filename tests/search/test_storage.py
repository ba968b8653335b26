"""The browser's modules read every file as it was written, and say what they cannot read."""

import base64
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.model import PartialDate
from generator.search.bits import pack_bits
from generator.search.packing import compress
from generator.search.picks import list_sets, list_sizes
from tests.search.conftest import Searchable, make_searchable
from tests.search.node import Node, needs_node, start_node
from tests.search.reader import Reader, unpack
from tests.search.test_hits import make_story

pytestmark = needs_node

# What is not given `instead` is read from the folder: bytes, a status, or that there is no network.
CODE = """
import { readFile } from "node:fs/promises";
import { Cards } from "@/cards.js";
import { listParts } from "@/parts.js";
import { Files } from "@/files.js";
import { readLengths } from "@/lengths.js";
import { Shards } from "@/shards.js";

let asked = [];
function makeFetch(folder, instead) {
  return async (url) => {
    const path = new URL(url).pathname.slice(1);
    asked.push(path);
    const said = instead[path] ?? instead["*"];
    if (said === "offline") throw new TypeError("no network");
    if (typeof said === "number") return new Response("", { status: said });
    return new Response(said ? Buffer.from(said, "base64") : await readFile(`${folder}/${path}`));
  };
}

async function openIndex({ folder, manifest, instead = {} }) {
  const files = new Files(`http://host/${manifest}`, makeFetch(folder, instead));
  const described = await files.manifest();
  const { documents, lengths } = described;
  const load = () => files.load(lengths, (bytes) => readLengths(bytes, documents));
  const parts = await listParts(described, files);
  const shards = new Shards({ ...described, parts }, files, load);
  return { shards, cards: new Cards(parts, files), load };
}

const list = (entry) => entry && Object.fromEntries(Array.from(entry.fields, ([field, of]) => {
  return [field, Array.from(of.documents, (document, at) => [document, of.counts[at]])];
}));

const ACTIONS = {
  words: ({ shards }, all) => Promise.all(all.map(async (word) => list(await shards.find(word)))),
  pairs: ({ shards }, all) => Promise.all(all.map(async (pair) => {
    return list(await shards.findPair(...pair));
  })),
  places: ({ shards }, all) => Promise.all(all.map((one) => shards.findPlaces(...one))),
  cards: ({ cards }, all) => Promise.all(all.map(async (document) => {
    return [await cards.find(document), await cards.findOrigin(document)];
  })),
  lengths: async ({ load }, all) => { const { of } = await load(); return all.map(of); },
};

async function answer({ action, argument, ...site }) {
  asked = [];
  try {
    return { said: await ACTIONS[action](await openIndex(site), argument), asked };
  } catch (error) {
    return { error: error.name, kind: error.kind ?? String(error.stack), asked };
  }
}
"""


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with start_node(CODE) as process:
        yield process


@pytest.fixture(scope="module")
def reader(coast: Searchable) -> Reader:
    return Reader(coast.site / coast.assets.manifest)


def ask(node: Node, coast: Searchable, action: str, argument: Any, **more: Any) -> Any:
    site = {"folder": str(coast.site), "manifest": coast.assets.manifest}
    return node.ask({**site, "action": action, "argument": argument, **more})


def test_every_word_is_found(node: Node, coast: Searchable, reader: Reader) -> None:
    terms = reader.read_terms()
    asked = [*terms, "", "zzz", "a b", "\uffff", "\U0001f600", "harb"]
    found = ask(node, coast, "words", asked)
    for term, said in zip(asked, found["said"], strict=True):
        entry = {
            field: [[*pair] for pair in of.items()] for field, of in terms.get(term, {}).items()
        }
        assert (said or {}) == entry
    assert len(found["asked"]) == len(set(found["asked"]))


def test_places_are_found_in_the_documents_asked_for(
    node: Node, coast: Searchable, reader: Reader
) -> None:
    chance = random.Random(7)
    asked, wanted = [], []
    for term, fields in reader.read_places().items():
        for field, documents in fields.items():
            chosen = sorted(chance.sample([*documents], min(len(documents), 9)))
            asked.append([term, field, chosen])
            wanted.append([documents[document] for document in chosen])
    assert ask(node, coast, "places", asked)["said"] == wanted


def test_pairs_are_found_from_the_first_part_on_that_has_them(
    node: Node, coast: Searchable, reader: Reader
) -> None:
    stored = [
        {term for shard in reader.read_shards(part, "pairs") for term in shard.terms}
        for part in reader.parts
    ]
    assert stored[0] - stored[1]
    assert stored[1] - stored[0]
    places = reader.read_places()
    everyday = {field["name"] for field in reader.manifest["fields"] if field["everyday"]}
    pairs = [pair.split(" ") for pair in sorted(stored[0] | stored[1])]
    for (first, second), said in zip(pairs, ask(node, coast, "pairs", pairs)["said"], strict=True):
        first_known = 0 if f"{first} {second}" in stored[0] else reader.parts[0]["documents"]
        for field in everyday:
            left, right = places[first].get(field, {}), places[second].get(field, {})
            having = [
                number
                for number in sorted(left.keys() & right.keys())
                if number >= first_known
                and {place + 1 for place in left[number]} & {*right[number]}
            ]
            assert [number for number, _ in said.get(field, [])] == having
    assert ask(node, coast, "pairs", [["harbour", "zzz"], ["the", "harbour"]])["said"] == [
        None,
        None,
    ]


def test_cards_and_lengths_are_those_that_were_written(
    node: Node, coast: Searchable, reader: Reader
) -> None:
    numbers = [*range(len(coast.stories))]
    cards = [
        [dict(zip(("headline", "page", "source", "published"), card, strict=True)), origin]
        for card, origin in zip(reader.read_cards(), reader.read_origins(), strict=True)
    ]
    assert ask(node, coast, "cards", numbers)["said"] == cards
    assert ask(node, coast, "lengths", numbers)["said"] == reader.read_lengths()


def test_sources_have_numbers_in_cards_or_stand_there(node: Node, tmp_path: Path) -> None:
    """A source may be one character, begin with a blank, or hold a line."""
    often = [f"Outlet {number}" for number in range(100)] + ["!", " blank", "two\nlines"]
    said = [*often * 3, *"!~x", "", " ", "  x", "once", "half \ud800"]
    stories = [make_story(f"{n:03}", "Ferry", source=source) for n, source in enumerate(said)]
    many = make_searchable(stories, tmp_path)
    reader = Reader(many.site / many.assets.manifest)
    (part,) = reader.parts
    assert (len(part["sources"]), part["sources"][0]) == (90, "!")
    wanted = [source.replace("\n", " ").replace("\ud800", "?") or None for source in said]
    slugs = [page.strip("/").rpartition("/")[2] for _, page, _, _ in reader.read_cards()]
    cards = dict(zip(slugs, [source for _, _, source, _ in reader.read_cards()], strict=True))
    assert [cards[story.slug] for story in stories] == wanted
    found = ask(node, many, "cards", [*range(len(said))])["said"]
    assert [card["source"] for card, _ in found] == [card[2] for card in reader.read_cards()]


def test_times_and_originals_are_written_short_and_read_in_full(node: Node, tmp_path: Path) -> None:
    """Most times follow the one before in a zone; some are coarse, and some come long after."""
    chance = random.Random(1963)
    zones = ("", "+00:00", "+05:30", ":07+00:00", ":07-11:00")
    moment = datetime(1999, 11, 7, 23, 58, tzinfo=UTC)
    times: list[str | None] = ["0999-12-31T23:59", "1999", "1999-11", "1999-11-06", None]
    for _ in range(200):
        moment += timedelta(days=chance.choice((0, 0, 1, 2, 89, 90, 91)), minutes=719)
        times.append(f"{moment:%Y-%m-%dT%H:%M}{chance.choice(zones[:2] * 5 + zones)}")
    addresses = [
        "https://a.example/2/the-ferry-s-crew-3.html",
        "https://a.example/1999/11/07/the-ferrys-crew",
        "ferry\0ferry\1\2",
        "https://b.example/",
        None,
    ]
    stories = [
        make_story(
            f"{n:03}",
            "The Ferry’s Crew",
            url=addresses[n % 5],
            published=PartialDate.fromisoformat(time) if time else None,
        )
        for n, time in enumerate(times)
    ]
    many = make_searchable(stories, tmp_path)
    cards = Reader(many.site / many.assets.manifest).read_cards()
    dates = [story.header.published and story.header.published.isoformat() for story in stories]
    assert sorted(map(str, dates)) == sorted(str(time) for *_, time in cards)
    found = ask(node, many, "cards", [*range(len(times))])["said"]
    assert [card["published"] for card, _ in found] == [time for *_, time in cards]
    origins = {card["page"]: origin for card, origin in found}
    wanted = {story.address: story.header.url for story in stories}
    written = {None: None, addresses[2]: "ferry%00ferry%01%02"}
    assert origins == {page: written.get(url, url) for page, url in wanted.items()}


@pytest.mark.parametrize(
    ("instead", "kind"),
    [
        ("offline", "offline"),
        (404, "missing"),
        (410, "missing"),
        (503, "offline"),
        ("eA==", "broken"),
    ],
)
def test_what_went_wrong_is_said(
    node: Node, coast: Searchable, instead: str | int, kind: str
) -> None:
    for action, argument in (("words", ["harbour"]), ("cards", [0]), ("lengths", [0])):
        answer = ask(node, coast, action, argument, instead={"*": instead})
        assert (answer["error"], answer["kind"]) == ("SearchError", kind)


def test_damaged_bytes_are_said_to_be_broken_or_read_as_something_else(
    node: Node, coast: Searchable, reader: Reader
) -> None:
    """No byte of a file makes the reader loop, run out of memory or fail in another way."""
    chance = random.Random(1963)
    actions = {
        "w": ("words", [*reader.read_terms()][::40]),
        "n": ("pairs", [["night", "ferri"], ["harbour", "budget"]]),
        "p": ("places", [["harbour", "body", [*range(0, 400, 3)]]]),
        "e": ("places", [["harbour", "body", [*range(0, 400, 3)]]]),
        "c": ("cards", [0, 100]),
        "o": ("cards", [0]),
    }
    kinds = set()
    for letter, (action, argument) in actions.items():
        paths = sorted(reader.folder.rglob(f"{letter}[0-9.]*bfs"))
        for _ in range(60):
            path = chance.choice(paths)
            preset = reader.find_dictionary(path)
            damaged = compress(damage(unpack(path.read_bytes(), preset), chance), preset=preset)
            instead = {f"search/{path.relative_to(reader.folder)}": encode(damaged)}
            answer = ask(node, coast, action, argument, instead=instead)
            assert "said" in answer or answer["error"] == "SearchError", answer
            kinds.add(answer.get("kind"))
    assert kinds == {None, "broken"}


def damage(content: bytes, chance: random.Random) -> bytes:
    """Return bytes cut, lengthened, or with some of them changed."""
    at = chance.randrange(max(len(content), 1))
    how = chance.randrange(4)
    if how == 0:
        return content[:at]
    if how == 1:
        return content[:at] + chance.randbytes(chance.choice((1, 5, 300))) + content[at:]
    if how == 2:
        return content[:at] + b"\xff" * 12 + content[at + 12 :]
    changed = bytearray(content)
    for _ in range(min(len(content), 4)):
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def test_a_name_of_millions_of_documents_makes_no_room_for_them(
    node: Node, coast: Searchable, reader: Reader
) -> None:
    name = reader.parts[0]["name"]
    # One word, in the body and with places, in 2⁴⁰ documents: none of six fields but the second …
    fields = [False, True, False, False, False, False, False]
    sets = list_sets(np.array([[told] for told in fields]))
    sizes = list_sizes(np.array([2**40]), np.array([1]))
    head = pack_bits(*map(np.concatenate, zip(sets, sizes, strict=True)))
    huge = bytes([5, len(head), 2]) + b"\x00harb" + head + b"\xff\xff\xff\xff"
    instead = {f"search/{name}/w{number}.bfs": encode(compress(huge)) for number in range(99)}
    assert ask(node, coast, "words", ["harb"], instead=instead)["kind"] == "broken"


def test_cards_that_repeat_another_dictionary_are_broken(
    node: Node, coast: Searchable, reader: Reader
) -> None:
    name, preset = reader.parts[0]["name"], reader.parts[0]["dictionary"]
    assert b" harbour" in preset
    cards = unpack((reader.folder / name / "c0.bfs").read_bytes(), preset)
    packed = compress(cards, preset=preset.replace(b" harbour", b" highway"))
    assert len(packed) < len(compress(cards))
    instead = {f"search/{name}/c0.bfs": encode(packed)}
    assert ask(node, coast, "cards", [0], instead=instead)["kind"] == "broken"


def encode(content: bytes) -> str:
    return base64.b64encode(content or b"\0").decode()


def test_a_manifest_that_is_not_one_is_broken(
    node: Node, coast: Searchable, tmp_path: Path
) -> None:
    for text in ("", "{", "<!doctype html>"):
        (tmp_path / "manifest.json").write_text(text)
        answer = ask(node, coast, "words", ["a"], folder=str(tmp_path), manifest="manifest.json")
        assert answer["kind"] == "broken"
    assert json.loads((coast.site / coast.assets.manifest).read_text())["format"] == 6
