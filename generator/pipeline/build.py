"""Make the site of an archive from what its snapshots and `content/` hold."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import content, intake, publish, site, workers
from generator.config import Archive
from generator.model import Report, SearchAssets, Story
from generator.pipeline.state import at_work, index_folder
from generator.search.build import export, write_index
from generator.search.disk import write_disk


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build: all anew, with search, with a copy in a folder, by how many workers."""

    clean: bool = False
    search: bool = True
    portable: Path | None = None
    jobs: int | None = None
    on_file: intake.OnFile = lambda _done, _total: None


def build(archive: Archive, options: BuildOptions) -> Report:
    """Take in new snapshots, make the site aside, and bring it to `output/`."""
    with at_work(archive):
        # Before minutes of work, not after them.
        publish.check_output(archive.output)
        if options.portable:
            publish.check_portable(options.portable, archive.root)
        if options.clean:
            _forget(archive)
        stories, problems = content.read_stories(archive.root)
        taken = intake.take_in(archive, stories, jobs=options.jobs, on_file=options.on_file)
        if taken.changed:
            stories, problems = content.read_stories(archive.root)
        stage = publish.new_stage(archive.state)
        assets, remade = _make_search(archive, stories, stage, options)
        pages, faults = content.read_pages(archive.root)
        shown = site.SiteOptions(search=assets, pages=pages, jobs=_count_jobs(options))
        notes = site.render_site(stories, archive, stage, shown)
        publish.publish(archive.state, archive.output)
        if options.portable:
            _write_portable(archive, stories, assets, options.portable)
    told = (*taken.report.notes, *problems, *faults, *remade, *notes)
    return Report(outcomes=taken.report.outcomes, notes=told)


def _forget(archive: Archive) -> None:
    """Drop all state but the lock that is held."""
    for path in archive.state.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != "lock":
            path.unlink()


def _make_search(
    archive: Archive, stories: Sequence[Story], stage: Path, options: BuildOptions
) -> tuple[SearchAssets | None, tuple[str, ...]]:
    """Write the index and its shards; return what the page loads, and what there is to tell.

    Where they aren't wanted, leave no old index to answer.
    """
    folder = index_folder(archive)
    if not options.search:
        shutil.rmtree(folder, ignore_errors=True)
        return None, ()
    told = write_index(stories, folder, archive.settings.language, _count_jobs(options))
    return export(folder, stage), told


def _count_jobs(options: BuildOptions) -> int:
    return options.jobs or workers.default_jobs()


def _write_portable(
    archive: Archive, stories: Sequence[Story], assets: SearchAssets | None, folder: Path
) -> None:
    """Make `folder` a copy of the site that needs no server, its search included, if it has one."""
    disk = archive.state / "disk"
    shutil.rmtree(disk, ignore_errors=True)
    disk.mkdir()
    script = write_disk(archive.output, assets, stories, disk) if assets else None
    publish.write_portable(archive.output, disk, folder, script)
    shutil.rmtree(disk)
