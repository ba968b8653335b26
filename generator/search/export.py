"""Write what the browser needs to rank exactly as Whoosh does, with no server behind it.

The manifest names all other files; every name is cut from the file's content. No score is written:
only numbers of documents, counts, lengths and places. docs/search-format.md describes the format.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from generator.model import SearchAssets
from generator.search.bundle import bundle
from generator.search.cards import BLOCK, render_blocks
from generator.search.index import open_index, read_language, read_stored
from generator.search.language import name_stemmer
from generator.search.lengths import read_lengths, render_lengths
from generator.search.packing import name_content, pack
from generator.search.ranking import K1, B
from generator.search.schema import SEARCH_FIELDS, Stored
from generator.search.shards import cut_shards

FORMAT = 1
"""The version of what is written; a browser reads only its own."""

FOLDER = "search"


def export(folder: Path, stage: Path) -> SearchAssets:
    """Write the index in `folder` below `stage` for the browser; return what its page loads.

    Raise BackfileError where there is no index of this version.
    """
    target = stage / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    language = read_language(folder)
    stemmer = name_stemmer(language)
    with open_index(folder) as searcher:
        manifest = {
            "format": FORMAT,
            "language": language,
            "stemmer": stemmer,
            "root": "../",
            **_describe_ranking(searcher.reader(), target),
            **_write_words(searcher.reader(), target),
            "cards": {"size": BLOCK, "files": _write_cards(searcher, target)},
        }
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    return SearchAssets(
        script=_write_named("page", ".js", bundle(stemmer), target),
        manifest=_write_named("manifest", ".json", text, target),
    )


def _describe_ranking(reader: IndexReader, target: Path) -> dict[str, Any]:
    """Write the lengths of each field; return all that the formula needs besides postings."""
    fields = [
        {
            "name": field.name,
            "everyday": field.everyday,
            "length": reader.field_length(field.name),
            "lengths": pack(render_lengths(read_lengths(reader, field.name)), target),
        }
        for field in SEARCH_FIELDS
    ]
    return {"documents": reader.doc_count_all(), "b": B, "k1": K1, "fields": fields}


def _write_words(reader: IndexReader, target: Path) -> dict[str, list[str]]:
    """Write all shards; return the first word of each and the names of its two files."""
    first, words, places = [], [], []
    for shard in cut_shards(reader):
        first.append(shard.first.decode())
        words.append(pack(bytes(shard.words), target))
        places.append(pack(bytes(shard.places), target))
    return {"first": first, "words": words, "places": places}


def _write_cards(searcher: Searcher, target: Path) -> list[str]:
    return [pack(block, target) for block in render_blocks(_read_stories(searcher))]


def _read_stories(searcher: Searcher) -> Iterator[Stored]:
    for number in range(searcher.doc_count_all()):
        yield read_stored(searcher, number)


def _write_named(name: str, suffix: str, text: str, target: Path) -> str:
    """Write a text file under its name and what it holds; return its path from the site's root."""
    content = text.encode()
    file = f"{name}.{name_content(content)}{suffix}"
    (target / file).write_bytes(content)
    return f"{FOLDER}/{file}"
