"""What is exported is what docs/search-format.md says, and the same wherever it is made."""

import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, pairwise, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Story
from generator.search.build import export, write_index
from generator.search.characters import find_tokens
from generator.search.language import get_words_of
from generator.search.lengths import settle_lengths
from generator.search.lexicon import list_stop_words
from generator.search.packing import compress
from generator.search.parts import cut_parts
from generator.search.schema import SEARCH_FIELDS
from tests.search.conftest import Searchable
from tests.search.corpus import make_corpus
from tests.search.reader import Entry, Places, Reader, unpack
from tests.search.test_hits import make_story

LEAST = 3
SHARE = 300


@pytest.fixture(scope="module")
def reader(coast: Searchable) -> Reader:
    return Reader(coast.site / coast.assets.manifest)


@pytest.fixture(scope="module")
def places(coast: Searchable) -> dict[str, Places]:
    return find_words(coast.stories)[1]


def number_stories(stories: Sequence[Story]) -> list[Story]:
    """Return the stories in the order of their numbers."""
    return [*chain.from_iterable(cut_parts(stories))]


def find_words(stories: Sequence[Story]) -> tuple[dict[str, Entry], dict[str, Places]]:
    """Return how often every story has every term, and where, found in the plainest way."""
    entries: dict[str, Any] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    places: dict[str, Any] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for number, story in enumerate(number_stories(stories)):
        words = get_words_of(story.header.language or "en")
        for field in SEARCH_FIELDS:
            place = 0
            for piece in field.read(story):
                for token in find_tokens(piece or ""):
                    analysed = words.analyse(token)
                    for term, offset in analysed.terms:
                        places[term][field.name][number].append(place + offset)
                    for term in (*(term for term, _ in analysed.terms), *analysed.extra):
                        entries[term][field.name][number] += 1
                    place += analysed.width
                place += bool(piece)
    return entries, places


def test_every_term_is_exported_with_how_often_and_where(
    coast: Searchable, reader: Reader, places: dict[str, Places]
) -> None:
    entries, _ = find_words(coast.stories)
    assert len(reader.parts) == 2
    assert reader.read_terms() == entries
    assert reader.read_places() == places


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            *[st.text(st.characters(), max_size=40)] * 4, st.sampled_from(["en", "de", "xx"])
        ),
        max_size=6,
    )
)
def test_every_term_of_any_text_is_exported(texts: list[tuple[str, ...]]) -> None:
    stories = [
        make_story(str(number), headline, body, source=source, topics=(topic, body), language=tag)
        for number, (headline, body, source, topic, tag) in enumerate(texts)
    ]
    with TemporaryDirectory() as folder:
        write_index(stories, Path(folder) / "index", "en")
        reader = Reader(Path(folder) / export(Path(folder) / "index", Path(folder)).manifest)
        assert (reader.read_terms(), reader.read_places()) == find_words(stories)
        assert len(reader.read_cards()) == len(stories)


def test_common_pairs_are_exported_with_all_their_stories(
    coast: Searchable, reader: Reader, places: dict[str, Places]
) -> None:
    small = {term for word in list_stop_words("english") for term in get_words_of("en").split(word)}
    parts = cut_parts(coast.stories)
    starts = [0, len(parts[0])]
    found = [
        set(chain.from_iterable(s.terms for s in reader.read_shards(p, "pairs")))
        for p in reader.parts
    ]
    pairs = reader.read_pairs()
    assert len(found[0]) > 100
    rare = 0
    for (first, left), (second, right) in product(places.items(), repeat=2):
        pair = f"{first} {second}"
        numbers = set(chain.from_iterable(find_neighbours(left, right).values()))
        for part, start, stored in zip(parts, starts, found, strict=True):
            here = {number for number in numbers if start <= number < start + len(part)}
            common = len(here) >= max(LEAST, len(part) // SHARE) and not small & {first, second}
            known = bool(here) and stored is found[1] and pair in found[0]
            rare += known > common
            assert (pair in stored) == (common or known)
            if pair in stored:
                assert here <= {number for field in pairs[pair].values() for number in field}
    assert rare


def find_neighbours(left: Places, right: Places) -> dict[str, list[int]]:
    """Return the documents where one word follows another, by everyday field."""
    return {
        field.name: [
            number
            for number, of in left.get(field.name, {}).items()
            if {place + 1 for place in of} & {*right.get(field.name, {}).get(number, [])}
        ]
        for field in SEARCH_FIELDS
        if field.everyday and field.name in left and field.name in right
    }


def test_terms_are_in_order_and_shards_begin_where_the_manifest_says(reader: Reader) -> None:
    for part in reader.parts:
        for kind in ("words", "pairs"):
            shards = [[t.encode() for t in shard.terms] for shard in reader.read_shards(part, kind)]
            said = [string.encode() for string in part[kind]]
            named = said.index(b"")
            assert named
            assert shards[:named] == [s.split(b"/") for s in said[:named]]
            shards, firsts = shards[named:], said[named:]
            terms = [*chain.from_iterable(shards)]
            assert terms == sorted(set(terms))
            assert all(first <= shard[0] for first, shard in zip(firsts, shards, strict=True))
            assert all(b[-1] < first for b, first in zip(shards, firsts[1:], strict=False))
            assert all(left < right for left, right in pairwise(firsts))


def test_lengths_are_those_that_stories_are_scored_by(coast: Searchable, reader: Reader) -> None:
    exact = [0] * len(coast.stories)
    for by_field in find_words(coast.stories)[1].values():
        for number, found in by_field.get("body", {}).items():
            exact[number] += len(found)
    lengths = reader.read_lengths()
    assert lengths == settle_lengths(np.array(exact)).tolist()
    body = reader.manifest["fields"][reader.names.index("body")]
    assert body["length"] == sum(lengths)
    assert (body["b"], reader.manifest["fields"][0]["b"]) == (0.75, 0)
    for number, field in enumerate(reader.manifest["fields"]):
        assert field["length"] == sum(part["lengths"][number] for part in reader.parts)


def test_every_story_has_its_card_and_its_original(coast: Searchable, reader: Reader) -> None:
    stories = number_stories(coast.stories)
    assert reader.read_cards() == [
        (
            story.header.headline,
            story.address,
            story.header.source,
            story.header.published and story.header.published.isoformat(),
        )
        for story in stories
    ]
    assert reader.read_origins() == [story.header.url for story in stories]


def test_all_files_are_named_by_their_content_and_by_the_manifest(
    coast: Searchable, reader: Reader
) -> None:
    reader.read_pairs()
    reader.read_places()
    reader.read_cards()
    reader.read_origins()
    read = {*reader.opened, *reader.manifest["columns"].values()}
    files = {str(path.relative_to(reader.folder))[:-4] for path in reader.folder.rglob("*.bfs")}
    assert {file for file in files if not file.partition("/")[2].startswith("f")} == read
    for path in reader.folder.glob("*.*"):
        content = path.read_bytes()
        content = unpack(content) if path.suffix == ".bfs" else content
        if path.suffix in {".bfs", ".json"}:
            assert hashlib.sha256(content).hexdigest()[:12] == path.stem.split(".")[-1]
    for path in reader.folder.rglob("*.bfs"):
        assert path.read_bytes()[:2] != b"\x1f\x8b"
    assert (coast.site / coast.assets.script).is_file()


def test_a_part_keeps_its_name_and_files_until_its_stories_change(tmp_path: Path) -> None:
    stories = make_corpus(120)
    read = []
    for number, told in enumerate((stories, stories[:-1])):
        write_index(told, tmp_path / "index", "en")
        folder = tmp_path / str(number)
        read.append(Reader(folder / export(tmp_path / "index", folder).manifest))
    names = [[part["name"] for part in reader.parts] for reader in read]
    kept = {*names[0]} & {*names[1]}
    assert len(names[0]) == len(names[1]) == 2
    assert len(kept) == 1
    assert read[0].manifest["lengths"] != read[1].manifest["lengths"]


def test_there_are_far_fewer_files_than_stories(coast: Searchable, reader: Reader) -> None:
    assert len(list(reader.folder.rglob("*.bfs"))) < len(coast.stories) / 3


def test_an_empty_archive_is_exported(tmp_path: Path) -> None:
    write_index([], tmp_path / "index", "en")
    assets = export(tmp_path / "index", tmp_path / "site")
    reader = Reader(tmp_path / "site" / assets.manifest)
    assert (reader.parts, reader.read_terms(), reader.read_cards()) == ([], {}, [])


def test_a_language_without_a_stemmer_says_so(coast: Searchable, tmp_path: Path) -> None:
    write_index(coast.stories[:5], tmp_path / "index", "pl")
    manifest = Reader(tmp_path / export(tmp_path / "index", tmp_path).manifest).manifest
    assert (manifest["language"], manifest["stemmers"]) == ("pl", [None])


def test_compressed_bytes_say_nothing_of_time_or_system() -> None:
    packed = compress(b"harbour" * 100, b"", b"ferry")
    assert unpack(packed) == b"harbour" * 100 + b"ferry"


def test_what_a_dictionary_has_takes_hardly_more_bytes() -> None:
    said = b"The council weighs what a longer night would cost"
    packed = compress(said, b"!", preset=b"ferry" + said)
    assert len(packed) < 20
    assert unpack(packed, b"ferry" + said) == said + b"!"


EXPORT = """
import hashlib, json, sys
from pathlib import Path
from generator.search.build import export, write_index
from tests.search.corpus import make_corpus
folder = Path(sys.argv[1])
write_index(make_corpus(60), folder / "index", "en")
export(folder / "index", folder / "site")
files = sorted((folder / "site").rglob("*.*"))
digests = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
print(json.dumps([[file.name, digest] for file, digest in zip(files, digests)]))
"""


def test_the_same_stories_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Apia")):
        folder = tmp_path / seed
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        done = subprocess.run(
            [sys.executable, "-c", EXPORT, folder],
            check=True,
            capture_output=True,
            env=environment,
            cwd=Path(__file__).parents[2],
        )
        made.append(json.loads(done.stdout))
    assert made[0] == made[1]
    assert len(made[0]) > 10
