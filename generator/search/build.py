"""Bring the index of an archive up to date: parts that are as they were stay as they are."""

import shutil
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from generator.errors import BackfileError
from generator.model import SearchAssets, Story
from generator.search.export import export_parts
from generator.search.forks import run_tasks
from generator.search.index import FAULTS, PARTS, list_files, list_parts, read_languages
from generator.search.inversion import invert_parts
from generator.search.mark import MARK, Mark, measure_part, read_mark, write_mark
from generator.search.part import write_part
from generator.search.parts import Part, cut_parts, digest_part, list_languages
from generator.search.schema import make_schema
from generator.search.segment import NAME, write_segment

REMADE = "the search index was damaged or unfinished, and was made anew"

_NOTHING = Mark(0, (), ())


def write_index(
    stories: Sequence[Story], folder: Path, language: str, jobs: int = 1
) -> tuple[str, ...]:
    """Make `folder` an index of `stories`; return what there is to tell of the one before.

    `language` is the archive's, a tag such as `"en"`. With more than one job, workers share in it.
    """
    parts = {digest_part(part, language): part for part in cut_parts(stories)}
    languages = list_languages(stories, language)
    old, notes = _read_old(folder)
    segments = _read_segments(folder, old)
    if len(segments) < len(old.parts):
        notes = (f"{REMADE}: {folder}",)
    _clear(folder, old, segments)
    new = {digest: part for digest, part in parts.items() if digest not in segments}
    if new or (languages, tuple(parts)) != (old.languages, tuple(p.digest for p in old.parts)):
        segments |= _write_parts(new, folder, languages, jobs)
        kept = {part.digest: part for part in old.parts if part.digest not in new}
        mark = Mark(
            generation=old.generation + 1,
            languages=languages,
            parts=tuple(kept.get(of) or measure_part(of, list_files(folder, of)) for of in parts),
        )
        toc = TOC(make_schema(), [segments[of] for of in parts], mark.generation)
        toc.write(FileStorage(str(folder)), NAME)
        write_mark(folder, mark)
        _clear(folder, mark, parts)
    return notes


def export(folder: Path, stage: Path) -> SearchAssets:
    """Write what the browser needs of the index in `folder` below `stage`; say what it loads.

    Raise BackfileError where there is no index of this version.
    """
    return export_parts(list_parts(folder), read_languages(folder), stage)


def _read_old(folder: Path) -> tuple[Mark, tuple[str, ...]]:
    """Return the mark of the index that is there, if there is one of this version."""
    try:
        return read_mark(folder), ()
    except BackfileError:
        damaged = folder.is_dir() and any(folder.iterdir())
        return _NOTHING, (f"{REMADE}: {folder}",) if damaged else ()


def _read_segments(folder: Path, mark: Mark) -> dict[str, W3Segment]:
    """Return what Whoosh notes of the parts whose files are all as they were written."""
    whole = {
        p.digest for p in mark.parts if p == measure_part(p.digest, list_files(folder, p.digest))
    }
    try:
        toc = TOC.read(FileStorage(str(folder)), NAME, mark.generation, make_schema())
        return {segment.segid: segment for segment in toc.segments if segment.segid in whole}
    except FAULTS:
        return {}


def _write_parts(
    parts: Mapping[str, Part], folder: Path, languages: Sequence[str], jobs: int
) -> dict[str, W3Segment]:
    """Write the segments of new parts and what is exported of them, side by side."""
    inverted = invert_parts(list(parts.values()), languages[0], jobs)
    work = list(zip(parts.items(), inverted, strict=True))
    folder.mkdir(parents=True, exist_ok=True)

    def write(number: int) -> W3Segment | None:
        (digest, part), words = work[number // 2]
        if number % 2:
            return write_segment(words, part, folder, digest)
        (folder / PARTS / digest).mkdir(parents=True)  # first, as it needs the most memory
        write_part(words, part, folder / PARTS / digest, languages[0])
        return None

    count = 2 * len(work)
    written = run_tasks(write, range(count), min(jobs, count) if jobs > 1 else 0)
    return {segment.segid: segment for segment in written if segment}


def _clear(folder: Path, mark: Mark, digests: Collection[str]) -> None:
    """Remove all that is not of an index with this mark, or not of these of its parts."""
    if not folder.is_dir():
        folder.unlink(missing_ok=True)
        return
    kept = {MARK, PARTS, f"_{NAME}_{mark.generation}.toc"} if mark.generation else {PARTS}
    names = {f"{NAME}_{digest}" for digest in digests}
    others = [
        path
        for path in folder.iterdir()
        if not {path.name, path.name.split(".")[0]} & (kept | names)
    ]
    others += [path for path in (folder / PARTS).glob("*") if path.name not in digests]
    for path in others:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
