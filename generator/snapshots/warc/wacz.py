"""WACZ files: WARC files in a zip file, with a list of the pages in them.

The format is Webrecorder's (specs.webrecorder.net/wacz/1.1.1): `archive/` holds the records,
`pages/` the lists, one JSON object a line, and `datapackage.json` the digests of all files.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from generator.snapshots.warc.boxes import Part, find_parts, open_part
from generator.snapshots.warc.index import Aside, Entry, Index, Place, make_index
from generator.snapshots.warc.reading import Archive, unpack
from generator.snapshots.warc.records import Damage

LIST_LIMIT = 64 * 1024 * 1024
"""The most bytes of a list of pages, or of digests, unpacked."""

WARCS_LIMIT = 2_000
"""The most WARC files in one WACZ file."""

_WARC = re.compile(r"(?:.*/)?archive/[^/]+\.w?arc(?:\.gz)?", re.DOTALL)
_OURS = re.compile(r"(?:archive|indexes|logs|pages)/.*|datapackage[^/]*\.json", re.DOTALL)
_LISTS = re.compile(r"pages/[^/]+\.jsonl(?:\.gz)?")
_DIGESTS = ("sha256", "sha512", "sha224", "sha1", "md5")
_PIECE = 1024 * 1024


def is_wacz(names: Iterable[str]) -> bool:
    """Say whether a zip file with files of these names is a WACZ file, or what is left of one."""
    named = list(names)
    left = any(map(_WARC.fullmatch, named)) and all(map(_OURS.fullmatch, named))
    return left or "datapackage.json" in named


def open_wacz(path: Path) -> Archive:
    """Return a WACZ file, opened; its pages are all HTML if it lists none.

    What is wrong with the file as a whole comes first. Raise OSError where it can't be read.
    """
    stamp = path.stat()
    return _open_known_wacz(path, stamp.st_size, stamp.st_mtime_ns)


@lru_cache(maxsize=1)
def _open_known_wacz(path: Path, _size: int, _modified: int) -> Archive:
    """Return a file that stays open for the next portion of it."""
    return load_wacz(path.open("rb"))


def load_wacz(file: BinaryIO) -> Archive:
    """Return what an open file holds, which may be a part of another."""
    parts, wrong = find_parts(file)
    faults = [wrong] if wrong else []
    sources = []
    for name in sorted(filter(_WARC.fullmatch, parts))[:WARCS_LIMIT]:
        if source := open_part(file, parts[name]):
            sources.append(unpack(source))
        else:
            faults.append(f"{name} is locked, or packed in a way that few programs know")
    if not sources:
        faults.append("a WACZ file without a WARC file in it")
    faults += _find_mismatches(file, parts)
    index = make_index(sources)
    listed = list(_find_listed(file, parts))
    if listed:
        _keep_listed(index, listed)
    index.entries[:0] = [Damage(start=0, end=0, reason=reason) for reason in faults]
    return Archive(sources, index, "wacz")


# ── What it says of itself ───────────────────────────────────────────────────────────────────


def _read_part(file: BinaryIO, part: Part | None) -> bytes:
    source = open_part(file, part) if part else None
    return unpack(source).read_at(0, LIST_LIMIT) if source else b""


def _parse(text: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _find_mismatches(file: BinaryIO, parts: Mapping[str, Part]) -> Iterator[str]:
    """Yield what `datapackage.json` says of the files that isn't so."""
    said = _parse(_read_part(file, parts.get("datapackage.json"))).get("resources")
    # Whatever the list says, a hundred files that are not there are enough to tell of.
    for resource in said[: len(parts) + 100] if isinstance(said, list) else ():
        path = resource.get("path") if isinstance(resource, dict) else None
        if not isinstance(path, str):
            continue
        if path not in parts:
            yield f"{path[:300]}, which its datapackage.json names, is not in it"
        elif (expected := _find_digest(resource)) and not _holds(file, parts[path], *expected):
            yield f"{path[:300]} is not as its datapackage.json says: it was changed or damaged"


def _find_digest(resource: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return how a digest was made, and the digest; drafts before 1.1 wrote them apart."""
    stats = resource.get("stats")
    said = resource.get("hash") or (stats.get("hash") if isinstance(stats, dict) else None)
    name, colon, digest = str(said or "").rpartition(":")
    name = name if colon else str(resource.get("hashing") or "sha256")
    return (name, digest) if digest and name in _DIGESTS else None


def _holds(file: BinaryIO, part: Part, name: str, expected: str) -> bool:
    source = open_part(file, part)
    if source is None:
        return True
    digest = hashlib.new(name, usedforsecurity=False)
    at = 0
    while piece := source.read_at(at, _PIECE):
        digest.update(piece)
        at += len(piece)
    return digest.hexdigest() == expected.lower()


# ── Its pages ────────────────────────────────────────────────────────────────────────────────


def _find_listed(file: BinaryIO, parts: Mapping[str, Part]) -> Iterator[tuple[str, str]]:
    """Yield address and time of each page that is listed, but for those that failed to load."""
    for name in sorted(filter(_LISTS.fullmatch, parts)):
        for line in _read_part(file, parts[name]).split(b"\n"):
            page = _parse(line)
            url, time = page.get("url"), page.get("ts") or page.get("timestamp")
            status = page.get("status")
            if isinstance(url, str) and not (isinstance(status, int) and status >= 400):
                yield url, time if isinstance(time, str) else ""


def _keep_listed(index: Index, listed: Iterable[tuple[str, str]]) -> None:
    """Leave aside what may be a page and isn't listed, and report what is listed and not there."""
    kept: set[Place] = set()
    missing: dict[str, Entry] = {}
    for url, time in listed:
        if place := index.find_page(url, time):
            kept.add(place)
        else:
            reason = "a page that its list names, and that is not in it as HTML"
            missing[url] = Damage(start=0, end=0, reason=reason, name=f"{url} {time}"[:500])
    entries: list[Entry] = []
    for entry in index.entries:
        if isinstance(entry, Damage):
            missing.pop((entry.name or "").partition(" ")[0], None)
            entries.append(entry)
            continue
        passed = entry.count if isinstance(entry, Aside) else entry not in kept
        if not passed:
            entries.append(entry)
        elif entries and isinstance(last := entries[-1], Aside):
            entries[-1] = Aside(last.count + passed)
        else:
            entries.append(Aside(int(passed)))
    index.entries = [*entries, *missing.values()]
