"""Write the files of one part of the archive, which stay as they are until its stories change.

Beside what the browser loads stands what the manifest and the files of all parts need of it.
docs/search-format.md describes every file.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypedDict, cast

import numpy as np

from generator.files import write_text
from generator.model import Story
from generator.search import columns, forms
from generator.search.bits import Numbers
from generator.search.cards import (
    FEW,
    ORIGINS,
    count_cards,
    list_sources,
    make_dictionary,
    render_cards,
    render_origins,
)
from generator.search.cuts import Cut, cut_apart
from generator.search.heap import trim_heap
from generator.search.language import get_words_of
from generator.search.lexicon import list_stop_words
from generator.search.narrowing import narrow_pairs
from generator.search.packing import Packer, name_content
from generator.search.pairs import find_pairs
from generator.search.places import (
    cut_blocks,
    find_spans,
    join_blocks,
    render_places,
    render_steps,
)
from generator.search.postings import FieldPostings
from generator.search.run_files import Mapped
from generator.search.schema import FIELD_NAMES
from generator.search.shards import measure_words, name_shards, render_words
from generator.search.stemming import name_stemmer
from generator.search.table import Table, make_table

# What one more file may cost in a part of few stories, in bytes a query: few queries need pairs.
WORDS_PRICE = 17
PAIRS_PRICE = 100

_LEAST_PRICE = 4
"""What one more file costs at least: its name, which is loaded with those of all others."""

_ABOUT_WORDS = "words.json"
_ABOUT_STORIES = "stories.json"
_LENGTHS = "lengths"
_PAIRS = "pairs"


class About(TypedDict):
    """What the manifest says of a part; and, in a file of its own, `words` to `dictionary`."""

    name: str
    documents: int
    lengths: list[int]
    places: list[int]
    cards: int
    origins: int
    sources: list[str]
    words: list[str]
    pairs: list[str]
    dictionary: str


def write_words(mapped: Mapped, folder: Path, language: str, known: Sequence[str]) -> None:
    """Write the words of a part into its folder; `language` is that of the archive.

    `known` are the pairs of the part before it.
    """
    inverted, let_go = mapped
    packer = Packer(folder, let_go)
    documents = inverted.documents
    table = make_table(documents, inverted.fields, let_go=let_go)
    small = _find_stop_terms(language)
    asked, sizes = measure_words(table, small)
    shards = cut_apart(asked, sizes, _find_price(WORDS_PRICE, documents))
    words = _write_shards(table, shards, "w", packer)
    places = _write_places(table, asked, shards, packer)
    del table
    trim_heap()
    pairs = find_pairs(documents, inverted.fields, small, known, let_go)
    table = make_table(documents, *narrow_pairs(documents, pairs, inverted.fields, let_go))
    write_text(folder / _PAIRS, "\n".join(sorted({*known, *table.words})))
    shards = cut_apart(*measure_words(table, small), _find_price(PAIRS_PRICE, documents))
    named = _write_shards(table, shards, "n", packer)
    forms.write_part(inverted, folder, packer)
    (folder / _LENGTHS).write_bytes(inverted.fields["body"].lengths.astype("<u4").tobytes())
    lengths = [_sum_lengths(inverted.fields[name]) for name in FIELD_NAMES]
    about = {"documents": documents, "lengths": lengths, "words": words, "places": places}
    _write_about(folder / _ABOUT_WORDS, packer, **about, pairs=named)


def write_stories(stories: Sequence[Story], folder: Path) -> None:
    """Write what is shown of a part's stories, in the order of their numbers, into its folder."""
    packer = Packer(folder)
    sources, dictionary = list_sources(stories), make_dictionary(stories)
    _write_each(render_cards(stories, sources), "c", packer, dictionary)
    _write_each(((block,) for block in render_origins(stories)), "o", packer, dictionary)
    columns.write_part(stories, folder)
    blocks = {"cards": count_cards(len(stories)), "origins": ORIGINS}
    said = {"sources": sources, "dictionary": dictionary.decode()}
    _write_about(folder / _ABOUT_STORIES, packer, **blocks, **said)


def read_about(folder: Path) -> About:
    """Return what the manifest says of the part in `folder`."""
    words, stories = (
        json.loads((folder / name).read_text(encoding="utf-8"))
        for name in (_ABOUT_WORDS, _ABOUT_STORIES)
    )
    name = name_content(f"{words['name']} {stories['name']}".encode())
    return cast(About, {**words, **stories, "name": name})


def read_pairs(folder: Path) -> list[str]:
    """Return the common pairs of the part in `folder`, and of those before it."""
    return (folder / _PAIRS).read_text(encoding="utf-8").splitlines()


def read_lengths(folder: Path) -> list[int]:
    """Return by which length each body of the part in `folder` is scored."""
    lengths: list[int] = np.fromfile(folder / _LENGTHS, "<u4").tolist()
    return lengths


def _write_about(path: Path, packer: Packer, **said: object) -> None:
    write_text(path, json.dumps({"name": packer.name, **said}, ensure_ascii=False))


def _find_price(price: int, documents: int) -> int:
    """Return what one more file may cost in a part of so many documents.

    Above a few it falls with their number, so that files become more as the documents do.
    """
    return max(price * FEW // max(documents, FEW), _LEAST_PRICE)


def _find_stop_terms(language: str) -> frozenset[str]:
    words = list_stop_words(name_stemmer(language))
    analysis = get_words_of(language)
    return words.union(term for word in words for term in analysis.split(word))


def _sum_lengths(field: FieldPostings) -> int:
    return int(field.lengths.sum(dtype=np.int64))


def _write_shards(table: Table, shards: Cut, letter: str, packer: Packer) -> list[str]:
    """Write the shards of a table; return what tells them apart, nothing where there is none."""
    for number, rows in enumerate(shards.files):
        packer.add(f"{letter}{number}", *render_words(table, rows))
    return name_shards(table.words, shards) if table.words else []


def _write_places(table: Table, asked: Numbers, shards: Cut, packer: Packer) -> list[int]:
    """Write the places of all words; return for how many shards of words each file has them."""
    spans = find_spans(table, packer.let_go)
    packer.add("e", render_steps(spans))
    blocks = []
    for rows in shards.files:
        blocks.append(render_places(table, spans, rows))
        packer.let_go()
    counts = cut_blocks(blocks, asked, shards)
    left = iter(blocks)
    files = ((join_blocks([next(left) for _ in range(count)]),) for count in counts)
    _write_each(files, "p", packer)
    return counts


def _write_each(
    files: Iterable[Iterable[bytes]], letter: str, packer: Packer, preset: bytes = b""
) -> None:
    for number, pieces in enumerate(files):
        packer.add(f"{letter}{number}", *pieces, preset=preset)
