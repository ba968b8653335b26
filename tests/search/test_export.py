"""What is exported is what docs/search-format.md says, and the same wherever it is made."""

import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.util.numeric import byte_to_length, length_to_byte

from generator.model import Story
from generator.search import export, write_index
from generator.search.cards import SUMMARY_LIMIT
from generator.search.language import get_words_of
from generator.search.packing import compress
from generator.search.schema import SEARCH_FIELDS
from generator.search.shards import SHARD_LIMIT
from tests.search.conftest import Searchable
from tests.search.reader import Reader
from tests.search.test_hits import make_story


@pytest.fixture(scope="module")
def reader(coast: Searchable) -> Reader:
    return Reader(coast.site / coast.assets.manifest)


def find_words(stories: Sequence[Story]) -> dict[str, dict[str, dict[int, list[int]]]]:
    """Return where every word of every story stands, found in the plainest way."""
    found: dict[str, dict[str, dict[int, list[int]]]] = defaultdict(lambda: defaultdict(dict))
    for number, story in enumerate(stories):
        for field in SEARCH_FIELDS:
            place = 0
            for part in field.read(story):
                for word in get_words_of("en").split(part or ""):
                    found[word][field.name].setdefault(number, []).append(place)
                    place += 1
                place += bool(part)
    return found


def test_every_word_is_exported_with_all_its_places(coast: Searchable, reader: Reader) -> None:
    assert dict(reader.read_words()) == find_words(coast.stories)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.text(st.characters()), min_size=4, max_size=4), max_size=6))
def test_every_word_of_any_text_is_exported(texts: list[list[str]]) -> None:
    stories = [
        make_story(str(number), headline, body, source=source, topics=(topic, body))
        for number, (headline, body, source, topic) in enumerate(texts)
    ]
    with TemporaryDirectory() as folder:
        write_index(stories, Path(folder) / "index", "en")
        assets = export(Path(folder) / "index", Path(folder))
        reader = Reader(Path(folder) / assets.manifest)
        assert dict(reader.read_words()) == find_words(stories)
        assert len(reader.read_cards()) == len(stories)


def test_words_are_in_order_and_shards_begin_where_the_manifest_says(reader: Reader) -> None:
    words = [word.encode() for word, _ in reader.read_words()]
    assert words == sorted(set(words))
    first = [word.encode() for word in reader.manifest["first"]]
    assert first == sorted(first)
    assert {*first} <= {*words}


def test_no_shard_is_long_but_for_one_word(reader: Reader) -> None:
    sizes = [len(reader.open(name).left) for name in reader.manifest["words"]]
    assert len(sizes) > 1
    assert max(sizes) <= SHARD_LIMIT * 1.01


@pytest.mark.parametrize("field", SEARCH_FIELDS, ids=lambda field: field.name)
def test_lengths_are_as_coarse_as_those_that_whoosh_scores_with(
    coast: Searchable, reader: Reader, field: object
) -> None:
    exact = [
        sum(len(get_words_of("en").split(part or "")) for part in field.read(story))
        for story in coast.stories
    ]
    assert reader.read_lengths(field.name) == [byte_to_length(length_to_byte(n)) for n in exact]
    described = reader.manifest["fields"][reader.names.index(field.name)]
    assert described["length"] == sum(exact)


def test_every_story_has_its_card(coast: Searchable, reader: Reader) -> None:
    cards = reader.read_cards()
    assert [card[1] for card in cards] == [story.address for story in coast.stories]
    assert [card[0] for card in cards] == [story.header.headline for story in coast.stories]
    for card, story in zip(cards, coast.stories, strict=True):
        begins = card[5].removesuffix(" …")
        assert len(begins) <= SUMMARY_LIMIT
        assert " ".join((story.header.dek or story.text).split()).startswith(begins)


def test_all_files_are_named_by_their_content_and_by_the_manifest(
    coast: Searchable, reader: Reader
) -> None:
    manifest = reader.manifest
    fields = [field["lengths"] for field in manifest["fields"]]
    named = {*fields, *manifest["words"], *manifest["places"], *manifest["cards"]["files"]}
    for file in reader.folder.glob("*.bfs"):
        content = gzip.decompress(file.read_bytes())
        assert hashlib.sha256(content).hexdigest()[:12] == file.stem
        assert content[:2] != b"\x1f\x8b"
    assert {file.stem for file in reader.folder.glob("*.bfs")} == named
    for path in (coast.assets.script, coast.assets.manifest):
        digest = hashlib.sha256((coast.site / path).read_bytes()).hexdigest()
        assert digest[:12] == path.split(".")[-2]
    assert len(list(reader.folder.iterdir())) == len(named) + 2


def test_there_are_far_fewer_files_than_stories(coast: Searchable, reader: Reader) -> None:
    assert len(list(reader.folder.iterdir())) < len(coast.stories) / 4


def test_an_empty_archive_is_exported(tmp_path: Path) -> None:
    write_index([], tmp_path / "index", "en")
    assets = export(tmp_path / "index", tmp_path / "site")
    reader = Reader(tmp_path / "site" / assets.manifest)
    assert (list(reader.read_words()), reader.read_cards()) == ([], [])


def test_a_language_without_a_stemmer_says_so(coast: Searchable, tmp_path: Path) -> None:
    write_index(coast.stories[:5], tmp_path / "index", "pl")
    manifest = Reader(tmp_path / export(tmp_path / "index", tmp_path).manifest).manifest
    assert (manifest["language"], manifest["stemmer"]) == ("pl", None)


def test_compressed_bytes_say_nothing_of_time_or_system() -> None:
    packed = compress(b"harbour" * 100)
    assert packed[:10] == bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    assert gzip.decompress(packed) == b"harbour" * 100


EXPORT = """
import hashlib, json, sys
from pathlib import Path
from generator.model import Story
from generator.search import export, write_index
from tests.search.corpus import make_corpus
folder = Path(sys.argv[1])
write_index(make_corpus(60), folder / "index", "en")
export(folder / "index", folder / "site")
files = sorted((folder / "site").rglob("*.*"))
print(json.dumps([[file.name, hashlib.sha256(file.read_bytes()).hexdigest()] for file in files]))
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
