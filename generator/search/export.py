"""Write what the browser needs to rank exactly as Whoosh does, with no server behind it.

The manifest names all other files, and holds all the numbers of the ranking but those of words; a
file's name is cut from content, and a part's from that of all its files. No score is written: only
numbers of documents, counts, lengths and places. docs/search-format.md describes the format.
"""

import base64
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.model import SearchAssets
from generator.search import columns
from generator.search.bundle import bundle
from generator.search.lengths import render_lengths
from generator.search.names import NAMED, render_names
from generator.search.packing import SUFFIX, name_content, pack
from generator.search.part import About, read_about, read_lengths
from generator.search.ranking import K1, B
from generator.search.schema import SEARCH_FIELDS
from generator.search.stemming import name_stemmer

FORMAT = 6
"""The version of what is written; a browser reads only its own."""

FOLDER = "search"

HELD = 25_000
"""The most bytes of a file that the page holds: about what comes over a slow line while the script
is waited for, which is asked for when the page begins."""


def export_parts(folders: Sequence[Path], languages: Sequence[str], stage: Path) -> SearchAssets:
    """Write the parts in `folders`, in order, below `stage`; return what the search page loads.

    `languages` are the tags of all languages of the archive, its own before the others.
    """
    target = stage / FOLDER
    target.mkdir(parents=True, exist_ok=True)
    parts = [read_about(folder) for folder in folders]
    for folder, part in zip(folders, parts, strict=True):
        _place_part(folder, target / part["name"])
    stemmers = list(dict.fromkeys(map(name_stemmer, languages)))
    lengths = [length for folder in folders for length in read_lengths(folder)]
    files = columns.render_columns(columns.read_parts(folders))
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "language": languages[0],
        "stemmers": stemmers,
        "root": "../",
        "documents": len(lengths),
        "k1": K1,
        "fields": _describe_fields(parts),
        "lengths": pack(render_lengths(lengths), target),
        "columns": {name: pack(content, target) for name, content in files.items()},
        "names": pack(render_names(parts), target),
        "parts": [_leave_out_names(part) for part in parts],
    }
    script, tongues = _write_scripts([name for name in stemmers if name], target)
    return SearchAssets(
        script=script,
        tongues=tongues,
        manifest=_write_manifest(manifest, target),
        said=_write_json(manifest | {"held": _hold(manifest, target)}),
    )


def _leave_out_names(part: About) -> dict[str, object]:
    return {key: said for key, said in part.items() if key not in NAMED}


def _describe_fields(parts: Sequence[About]) -> list[dict[str, Any]]:
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


def _place_part(folder: Path, target: Path) -> None:
    """Put the files of a part where the site has them: linked, where the file system can."""
    target.mkdir(exist_ok=True)
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        place = target / file.name
        place.unlink(missing_ok=True)
        try:
            # No file of a part is written to again, so both names can stand for one.
            os.link(file, place)
        except OSError:
            shutil.copyfile(file, place)


def _write_scripts(stemmers: Sequence[str], target: Path) -> tuple[str, str]:
    """Write the scripts of the search page.

    Return the path of its own from the site's root, and that of other languages, "" without any.
    """
    scripts = bundle(stemmers)
    for name, script in scripts.items():
        (target / name).write_text(script, encoding="utf-8", newline="\n")
    own, *others = (f"{FOLDER}/{name}" for name in scripts)
    return own, next((path for path in others if path.startswith(f"{FOLDER}/tongues.")), "")


def _hold(manifest: Mapping[str, Any], target: Path) -> dict[str, str]:
    """Return what every query needs by the names of the files, in Base64; none that are large."""
    names = (manifest["names"], manifest["lengths"])
    contents = {name: (target / f"{name}{SUFFIX}").read_bytes() for name in names}
    return {
        name: base64.b64encode(content).decode()
        for name, content in contents.items()
        if len(content) <= HELD
    }


def _write_json(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _write_manifest(manifest: dict[str, Any], target: Path) -> str:
    """Write the manifest under its name and what it holds; return its path from the root."""
    content = _write_json(manifest).encode()
    file = f"manifest.{name_content(content)}.json"
    (target / file).write_bytes(content)
    return f"{FOLDER}/{file}"
