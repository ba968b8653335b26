"""Bring the index of an archive up to date: parts that are as they were stay as they are."""

import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from generator.errors import BackfileError
from generator.model import SearchAssets, Story
from generator.search.apart import run_apart
from generator.search.export import export_parts
from generator.search.heap import trim_heap
from generator.search.index import FAULTS, PARTS, RUNS, list_files, list_parts, read_languages
from generator.search.inversion import find_missing
from generator.search.mark import MARK, Mark, measure_part, read_mark, write_mark
from generator.search.part import write_stories
from generator.search.parts import Part, Run, cut_parts, cut_runs, digest_part, list_languages
from generator.search.schema import make_schema
from generator.search.segment import NAME, write_documents
from generator.search.tokens import read_text
from generator.search.words import Order, write_words

REMADE = "the search index was damaged or unfinished, and was made anew"

FEW = 2000
"""So many stories are not worth another process, which must begin first."""

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
    parts = _digest_parts(cuts)
    old, whole = _read_old(folder)
    segments = _read_segments(folder, old)
    whole = whole and len(segments) == len(old.parts)
    _clear(folder, old, segments)
    new = {digest: part for digest, part in parts.items() if digest not in segments}
    languages = list_languages(stories, language)
    if new or (languages, tuple(parts)) != (old.languages, tuple(p.digest for p in old.parts)):
        missing, runs_whole = find_missing(_list_keys(new.values()), folder / RUNS)
        whole = whole and runs_whole
        order = Order(
            parts={digest: tuple(run.key for run in cut.runs) for digest, cut in new.items()},
            before={digest: before for before, digest in pairwise(parts)},
            missing=missing,
            folder=folder,
            language=language,
            jobs=jobs if sum(len(cut.stories) for cut in new.values()) >= FEW else 1,
        )
        segments |= _write_parts(new, order)
        _put_together(folder, old, {digest: segments[digest] for digest in parts}, languages)
        _clear_runs(folder / RUNS, frozenset(_list_keys(cuts)))
    return () if whole else (f"{REMADE}: {folder}",)


def export(folder: Path, stage: Path) -> SearchAssets:
    """Write what the browser needs of the index in `folder` below `stage`; say what it loads.

    Raise BackfileError where there is no index of this version.
    """
    return export_parts(list_parts(folder), read_languages(folder), stage)


def _digest_parts(cuts: Iterable[_Cut]) -> dict[str, _Cut]:
    """Return parts by their digests, in their order."""
    parts: dict[str, _Cut] = {}
    for cut in cuts:
        parts[digest_part(cut.runs, next(reversed(parts), ""))] = cut
    return parts


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


def _list_keys(cuts: Iterable[_Cut]) -> list[str]:
    return [run.key for cut in cuts for run in cut.runs]


def _write_parts(parts: Mapping[str, _Cut], order: Order) -> dict[str, W3Segment]:
    """Write the segments of new parts, and what is exported of them."""
    segments = {}
    texts = (
        (run.key, [read_text(story) for story in cut.stories[run.stories]])
        for cut in parts.values()
        for run in cut.runs
        if run.key in order.missing
    )
    for digest in parts:
        # None is there: what a command that was cut short has left was cleared away before.
        (order.folder / PARTS / digest).mkdir(parents=True)
    for lengths in run_apart(partial(write_words, order), texts, apart=order.jobs > 1):
        for digest, cut in parts.items():
            segments[digest] = write_documents(cut.stories, lengths[digest], order.folder, digest)
            write_stories(cut.stories, order.folder / PARTS / digest)
            trim_heap()
    return segments


def _put_together(
    folder: Path, old: Mark, segments: Mapping[str, W3Segment], languages: tuple[str, ...]
) -> None:
    """Make the index in `folder` that of these parts, by their digests, in place of the old."""
    kept = {part.digest: part for part in old.parts}
    mark = Mark(
        generation=old.generation + 1,
        languages=languages,
        parts=tuple(
            kept.get(digest) or measure_part(digest, list_files(folder, digest))
            for digest in segments
        ),
    )
    toc = TOC(make_schema(), list(segments.values()), mark.generation)
    toc.write(FileStorage(str(folder)), NAME)
    write_mark(folder, mark)
    _clear(folder, mark, segments)


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


def _clear_runs(folder: Path, keys: Collection[str]) -> None:
    """Remove the runs but those with these keys."""
    for path in folder.iterdir():
        if path.name not in keys:
            path.unlink()
