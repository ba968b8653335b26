"""Bring the index of an archive up to date: parts that are as they were stay as they are."""

import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from generator.errors import BackfileError
from generator.model import SearchAssets, Story
from generator.search import part, segment
from generator.search.export import export_parts
from generator.search.forks import run_tasks
from generator.search.index import FAULTS, PARTS, RUNS, list_files, list_parts, read_languages
from generator.search.inversion import find_missing, read_runs, write_runs
from generator.search.mark import MARK, Mark, measure_part, read_mark, write_mark
from generator.search.parts import Part, Run, cut_parts, cut_runs, digest_part, list_languages
from generator.search.schema import make_schema
from generator.search.segment import NAME, write_documents

REMADE = "the search index was damaged or unfinished, and was made anew"

_NOTHING = Mark(0, (), ())


@dataclass(frozen=True, slots=True)
class _Cut:
    """A part of the archive, and the runs of it."""

    stories: Part
    runs: tuple[Run, ...]


def write_index(
    stories: Sequence[Story], folder: Path, language: str, jobs: int = 1
) -> tuple[str, ...]:
    """Make `folder` an index of `stories`; return what there is to tell of the one before.

    `language` is the archive's, a tag such as `"en"`. With more than one job, workers share in it.
    """
    cuts = [_Cut(part, cut_runs(part, language)) for part in cut_parts(stories)]
    parts = {digest_part(cut.runs): cut for cut in cuts}
    languages = list_languages(stories, language)
    old, whole = _read_old(folder)
    segments = _read_segments(folder, old)
    whole = whole and len(segments) == len(old.parts)
    _clear(folder, old, segments)
    new = {digest: part for digest, part in parts.items() if digest not in segments}
    if new or (languages, tuple(parts)) != (old.languages, tuple(p.digest for p in old.parts)):
        whole = _write_runs(list(new.values()), folder / RUNS, language, jobs) and whole
        segments |= _write_parts(new, folder, language, jobs)
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
        _clear_runs(folder / RUNS, cuts)
    return () if whole else (f"{REMADE}: {folder}",)


def export(folder: Path, stage: Path) -> SearchAssets:
    """Write what the browser needs of the index in `folder` below `stage`; say what it loads.

    Raise BackfileError where there is no index of this version.
    """
    return export_parts(list_parts(folder), read_languages(folder), stage)


def _read_old(folder: Path) -> tuple[Mark, bool]:
    """Return the mark of the index that is there, and whether it is of this version, if any is."""
    try:
        return read_mark(folder), True
    except BackfileError:
        return _NOTHING, not (folder.is_dir() and any(folder.iterdir()))


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


def _write_runs(cuts: Sequence[_Cut], folder: Path, language: str, jobs: int) -> bool:
    """Write the runs of parts that aren't kept; tell whether those that are kept are whole."""
    missing, whole = find_missing([run for cut in cuts for run in cut.runs], folder)
    work = [(cut.stories, run) for cut in cuts for run in cut.runs if run.key in missing]
    write_runs(work, folder, language, jobs)
    return whole


def _write_parts(
    parts: Mapping[str, _Cut], folder: Path, language: str, jobs: int
) -> dict[str, W3Segment]:
    """Write the segments of new parts and what is exported of them, side by side."""
    work = [(digest, read_runs(cut.runs, folder / RUNS)) for digest, cut in parts.items()]
    segments = {}

    def write_all_stories() -> None:
        # Who looks at stories counts references in them: a worker would copy what it shares.
        for (digest, cut), (_, inverted) in zip(parts.items(), work, strict=True):
            segments[digest] = write_documents(inverted, cut.stories, folder, digest)
            part.write_stories(cut.stories, folder / PARTS / digest)

    def write_words(number: int) -> None:
        digest, inverted = work[number // 2]
        if number % 2:
            segment.write_words(inverted, folder, digest)
        else:  # first, as it takes longest
            part.write_words(inverted, folder / PARTS / digest, language)

    for digest in parts:
        (folder / PARTS / digest).mkdir(parents=True)
    count = 2 * len(work)
    workers = min(jobs, count) if jobs > 1 else 0
    for _ in run_tasks(write_words, range(count), workers, write_all_stories):
        pass
    return segments


def _clear(folder: Path, mark: Mark, digests: Collection[str]) -> None:
    """Remove all that is not of an index with this mark, or not of these of its parts."""
    if not folder.is_dir():
        folder.unlink(missing_ok=True)
        return
    kept = {PARTS, RUNS}
    if mark.generation:
        kept |= {MARK, f"_{NAME}_{mark.generation}.toc"}
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


def _clear_runs(folder: Path, cuts: Iterable[_Cut]) -> None:
    """Remove the runs that no part is made of any more."""
    keys = {run.key for cut in cuts for run in cut.runs}
    for path in folder.iterdir():
        if path.name not in keys:
            path.unlink()
