"""Write what the browser needs to rank exactly as Whoosh does, with no server behind it.

A part of the archive is written once and keeps its files until its stories change; the manifest
names parts and files, and holds all the numbers of the ranking but those of words. No score is
written: only numbers of documents, counts, lengths and places. docs/search-format.md describes the
format.
"""

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from generator.model import SearchAssets, Story
from generator.search.bundle import bundle
from generator.search.cards import CARDS, ORIGINS, render_cards, render_origins
from generator.search.inversion import FieldPostings, Inverted
from generator.search.language import name_stemmer
from generator.search.lengths import render_lengths
from generator.search.packing import SUFFIX, Packer, name_content, pack
from generator.search.pairs import find_pairs
from generator.search.places import cut_blocks, find_spans, join_blocks, render_places
from generator.search.ranking import K1, B
from generator.search.schema import FIELD_NAMES, SEARCH_FIELDS
from generator.search.shards import cut_words, find_firsts, render_words
from generator.search.table import Table, make_table

FORMAT = 2
"""The version of what is written; a browser reads only its own."""

FOLDER = "search"

SEPARATOR = "|"
"""What stands between the first words of shards; no word and no pair has it."""

# What a file may cost in bytes a query, for each kind: few queries need places or pairs.
WORDS_PRICE = 13
PLACES_PRICE = 1000
PAIRS_PRICE = 800

_ABOUT = "part.json"
_LENGTHS = "lengths"


def write_part(
    inverted: Inverted, stories: Sequence[Story], folder: Path, stop_words: frozenset[str]
) -> None:
    """Write a part's files into `folder`, which is empty, and beside them what the manifest says.

    `stories` are those of `inverted`, in the same order; a pair with any of the terms `stop_words`
    is not stored.
    """
    packer = Packer(folder)
    documents = inverted.documents
    table = make_table(documents, inverted.fields)
    starts = cut_words(table, WORDS_PRICE)
    pairs = make_table(documents, find_pairs(documents, inverted.fields, stop_words))
    about = {
        "documents": documents,
        "lengths": [_sum_lengths(inverted.fields[name]) for name in FIELD_NAMES],
        "words": _write_shards(table, starts, "w", packer),
        "places": _write_places(table, starts, packer),
        "pairs": _write_shards(pairs, cut_words(pairs, PAIRS_PRICE), "n", packer),
    }
    _write_each(render_cards(stories), "c", packer)
    _write_each(render_origins(stories), "o", packer)
    (folder / _LENGTHS).write_bytes(inverted.fields["body"].lengths.astype("<u4").tobytes())
    (folder / _ABOUT).write_text(json.dumps({"name": packer.name, **about}), encoding="utf-8")


def _sum_lengths(field: FieldPostings) -> int:
    return int(field.lengths.sum(dtype=np.int64))


def _write_shards(table: Table, starts: Sequence[int], letter: str, packer: Packer) -> str | None:
    """Write the shards of a table; return their first words, or None where there is no shard."""
    for number, (first, end) in enumerate(zip(starts, starts[1:], strict=False)):
        packer.add(f"{letter}{number}", *render_words(table, first, end))
    return SEPARATOR.join(find_firsts(table.words, starts)) if table.words else None


def _write_places(table: Table, starts: Sequence[int], packer: Packer) -> list[int]:
    """Write the places of all words; return for how many shards of words each file has them."""
    spans = find_spans(table)
    blocks = [
        render_places(table, spans, first, end)
        for first, end in zip(starts, starts[1:], strict=False)
    ]
    counts = cut_blocks(blocks, table, starts, PLACES_PRICE)
    left = iter(blocks)
    _write_each((join_blocks([next(left) for _ in range(count)]) for count in counts), "p", packer)
    return counts


def _write_each(files: Iterable[bytes], letter: str, packer: Packer) -> None:
    for number, content in enumerate(files):
        packer.add(f"{letter}{number}", content)


def export(folders: Sequence[Path], stage: Path, language: str) -> SearchAssets:
    """Write the parts in `folders`, in order, below `stage` for the browser; say what it loads."""
    target = stage / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    parts = [json.loads((folder / _ABOUT).read_text(encoding="utf-8")) for folder in folders]
    for folder, part in zip(folders, parts, strict=True):
        _place_part(folder, target / part["name"])
    stemmer = name_stemmer(language)
    manifest = {
        "format": FORMAT,
        "language": language,
        "stemmer": stemmer,
        "root": "../",
        "documents": sum(part["documents"] for part in parts),
        "k1": K1,
        "fields": _describe_fields(parts),
        "lengths": pack(render_lengths(_read_lengths(folders)), target),
        "cards": CARDS,
        "origins": ORIGINS,
        "parts": parts,
    }
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    return SearchAssets(
        script=_write_named("page", ".js", bundle(stemmer), target),
        manifest=_write_named("manifest", ".json", text, target),
    )


def _describe_fields(parts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the formula needs of each field besides postings and lengths."""
    return [
        {
            "name": field.name,
            "everyday": field.everyday,
            "b": B.get(field.name, 0),
            "length": sum(part["lengths"][number] for part in parts),
        }
        for number, field in enumerate(SEARCH_FIELDS)
    ]


def _read_lengths(folders: Sequence[Path]) -> list[int]:
    content = b"".join((folder / _LENGTHS).read_bytes() for folder in folders)
    return np.frombuffer(content, "<u4").tolist()  # type: ignore[no-any-return]  # numpy: any list


def _place_part(folder: Path, target: Path) -> None:
    """Put the files of a part where the site has them: linked where the file system can."""
    if target.exists():
        return
    target.mkdir()
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            os.link(file, target / file.name)
        except OSError:
            shutil.copyfile(file, target / file.name)


def _write_named(name: str, suffix: str, text: str, target: Path) -> str:
    """Write a text file under its name and what it holds; return its path from the site's root."""
    content = text.encode()
    file = f"{name}.{name_content(content)}{suffix}"
    (target / file).write_bytes(content)
    return f"{FOLDER}/{file}"
