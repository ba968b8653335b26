"""Write the files of one part of the archive, which stay as they are until its stories change.

Beside what the browser loads stands what the manifest and the files of all parts need of it.
docs/search-format.md describes every file.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypedDict, cast

import numpy as np

from generator.files import write_text
from generator.model import Story
from generator.search import columns, forms
from generator.search.cards import list_sources, render_cards, render_origins
from generator.search.language import get_words_of, name_stemmer
from generator.search.lexicon import list_stop_words
from generator.search.packing import Packer, name_content
from generator.search.pairs import find_pairs
from generator.search.places import cut_blocks, find_spans, join_blocks, render_places
from generator.search.postings import FieldPostings, Inverted
from generator.search.schema import FIELD_NAMES
from generator.search.shards import cut_words, find_firsts, render_words
from generator.search.table import Table, make_table

SEPARATOR = "|"
"""What stands between the first words of shards; no word and no pair has it."""

# What one more file may cost, in bytes a query: few queries need pairs.
WORDS_PRICE = 12
PAIRS_PRICE = 175

_ABOUT_WORDS = "words.json"
_ABOUT_STORIES = "stories.json"
_LENGTHS = "lengths"


class About(TypedDict):
    """What the manifest says of a part."""

    name: str
    documents: int
    lengths: list[int]
    words: str | None
    places: list[int]
    pairs: str | None
    sources: list[str]


def write_words(inverted: Inverted, folder: Path, language: str) -> None:
    """Write the words of a part into its folder; `language` is that of the archive."""
    packer = Packer(folder)
    documents = inverted.documents
    table = make_table(documents, inverted.fields)
    starts = cut_words(table, WORDS_PRICE)
    words = _write_shards(table, starts, "w", packer)
    places = _write_places(table, starts, packer)
    del table
    found = find_pairs(documents, inverted.fields, _find_stop_terms(language))
    table = make_table(documents, found)
    pairs = _write_shards(table, cut_words(table, PAIRS_PRICE), "n", packer)
    forms.write_part(inverted, folder, packer)
    (folder / _LENGTHS).write_bytes(inverted.fields["body"].lengths.astype("<u4").tobytes())
    lengths = [_sum_lengths(inverted.fields[name]) for name in FIELD_NAMES]
    about = {"documents": documents, "lengths": lengths, "words": words, "places": places}
    _write_about(folder / _ABOUT_WORDS, packer, **about, pairs=pairs)


def write_stories(stories: Sequence[Story], folder: Path) -> None:
    """Write what is shown of a part's stories, in the order of their numbers, into its folder."""
    packer = Packer(folder)
    sources = list_sources(stories)
    _write_each(render_cards(stories, sources), "c", packer)
    _write_each(render_origins(stories), "o", packer)
    columns.write_part(stories, folder)
    _write_about(folder / _ABOUT_STORIES, packer, sources=sources)


def read_about(folder: Path) -> About:
    """Return what the manifest says of the part in `folder`."""
    words, stories = (
        json.loads((folder / name).read_text(encoding="utf-8"))
        for name in (_ABOUT_WORDS, _ABOUT_STORIES)
    )
    name = name_content(f"{words['name']} {stories['name']}".encode())
    return cast(About, {**words, **stories, "name": name})


def read_lengths(folder: Path) -> list[int]:
    """Return by which length each body of the part in `folder` is scored."""
    lengths: list[int] = np.fromfile(folder / _LENGTHS, "<u4").tolist()
    return lengths


def _write_about(path: Path, packer: Packer, **said: object) -> None:
    write_text(path, json.dumps({"name": packer.name, **said}, ensure_ascii=False))


def _find_stop_terms(language: str) -> frozenset[str]:
    words = list_stop_words(name_stemmer(language))
    analysis = get_words_of(language)
    return words.union(term for word in words for term in analysis.split(word))


def _sum_lengths(field: FieldPostings) -> int:
    return int(field.lengths.sum(dtype=np.int64))


def _write_shards(table: Table, starts: Sequence[int], letter: str, packer: Packer) -> str | None:
    """Write the shards of a table; return their first words, or None where there is no shard."""
    for number, (first, end) in enumerate(pairwise(starts)):
        packer.add(f"{letter}{number}", *render_words(table, first, end))
    return SEPARATOR.join(find_firsts(table.words, starts)) if table.words else None


def _write_places(table: Table, starts: Sequence[int], packer: Packer) -> list[int]:
    """Write the places of all words; return for how many shards of words each file has them."""
    spans = find_spans(table)
    blocks = [render_places(table, spans, first, end) for first, end in pairwise(starts)]
    counts = cut_blocks(blocks, table, starts)
    left = iter(blocks)
    _write_each((join_blocks([next(left) for _ in range(count)]) for count in counts), "p", packer)
    return counts


def _write_each(files: Iterable[bytes], letter: str, packer: Packer) -> None:
    for number, content in enumerate(files):
        packer.add(f"{letter}{number}", content)
