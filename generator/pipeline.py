"""What the commands do, each as a list of its phases.

snapshots ──take in──> content ──┬─ index ──> shards ─┐
                                 └─ render ─> pages ──┴──> stage ──publish──> output
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import ThreadingHTTPServer
from pathlib import Path

from generator import additions, content, intake, publish, search, serve, site, workers
from generator.config import SETTINGS_FILE, Archive, Settings, render_settings
from generator.content.markdown import render_markdown
from generator.errors import BackfileError, UsageError
from generator.files import sweep_unfinished, write_text
from generator.model import Answer, Article, Quarantine, Question, Report, SearchAssets, Story
from generator.parsing import Guides
from generator.parsing.record import render_record
from generator.rules import read_guides
from generator.snapshots import find_files
from generator.snapshots.shelf import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build: all anew, with search, with a copy in a folder, by how many workers."""

    clean: bool = False
    search: bool = True
    portable: Path | None = None
    jobs: int | None = None
    on_file: intake.OnFile = lambda _done, _total: None


def make_archive(root: Path, settings: Settings) -> None:
    """Make the folders and the settings of a new archive; what is there already stays."""
    for folder in ("snapshots", "content/pages"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    ignored = root / ".gitignore"
    if not ignored.exists():
        write_text(ignored, "/output/\n/.backfile/\n")
    write_text(root / SETTINGS_FILE, render_settings(settings))


def add(archive: Archive, paths: Sequence[Path], said: Said, on_file: intake.OnFile) -> Report:
    """Copy files into the archive, and file what they say in `content/`."""
    with _at_work(archive):
        return additions.add(archive, paths, said, on_file)


def build(archive: Archive, options: BuildOptions) -> Report:
    """Take in new snapshots, make the site aside, and bring it to `output/`."""
    with _at_work(archive):
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
        notes = site.render_site(stories, archive, stage, search=assets, pages=pages)
        publish.publish(archive.state, archive.output)
        if options.portable:
            _write_portable(archive, stories, assets, options.portable)
    told = (*taken.report.notes, *problems, *faults, *remade, *notes)
    return Report(outcomes=taken.report.outcomes, notes=told)


def parse(
    paths: Sequence[Path],
    archive: Archive | None,
    jobs: int | None,
    *,
    publishers: bool,
    keep: bool = False,
) -> Iterator[str | Quarantine]:
    """Yield what each article of the files and folders `paths` says, or why a file is set aside.

    What one says is a line of JSON.

    With `publishers`, what is known of single sites is asked, by the rules of `archive` as well;
    with `keep`, what looks like no article is one too.
    Raise UsageError where a path isn't there, before anything is read.
    """
    guides = replace(read_guides(archive) if publishers else Guides(), keep=keep)
    for path in paths:
        if not path.exists():
            raise UsageError("no such file or folder (check how it is spelled)", path)
    files = [file for path in paths for file in find_files(path).snapshots]
    work = [(file, str(file)) for file in files]
    jobs = jobs or workers.default_jobs()
    for batch in workers.parse_files(work, jobs, guides, render=_render_article):
        for result in batch.results:
            if isinstance(result, Quarantine):
                yield result
            elif isinstance(result, workers.Parsed):
                yield from result.rendered


def _render_article(article: Article) -> str:
    record = render_record(article) | {"body_markdown": render_markdown(article.body, {})}
    return json.dumps(record, ensure_ascii=False)


def find_hits(archive: Archive, question: Question) -> Answer:
    """Return the stories that a question finds, best first."""
    _finish(archive)
    return search.find_hits(_index_folder(archive), question)


@contextmanager
def serve_site(archive: Archive, port: int) -> Iterator[tuple[ThreadingHTTPServer, str]]:
    """Yield a server of the archive's site, and the address to open."""
    _finish(archive)
    if not (archive.output / "index.html").is_file():
        raise BackfileError("there is no site yet (run `backfile build`)", archive.output)
    base_path = archive.settings.base_path
    with serve.open_server(archive.output, base_path, port) as server:
        yield server, f"http://{serve.HOST}:{server.server_port}{base_path}"


@contextmanager
def _at_work(archive: Archive) -> Iterator[None]:
    """Hold the archive's lock, and first finish what an interrupted command left to do."""
    with publish.hold_lock(archive.state):
        publish.heal(archive.state, archive.output)
        sweep_unfinished([archive.content, archive.snapshots, archive.state])
        yield


def _finish(archive: Archive) -> None:
    """Finish what an interrupted command left to do; otherwise reading needs no lock."""
    if publish.is_unfinished(archive.state):
        with _at_work(archive):
            pass


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
    folder = _index_folder(archive)
    if not options.search:
        shutil.rmtree(folder, ignore_errors=True)
        return None, ()
    jobs = options.jobs or workers.default_jobs()
    told = search.write_index(stories, folder, archive.settings.language, jobs)
    return search.export(folder, stage), told


def _write_portable(
    archive: Archive, stories: Sequence[Story], assets: SearchAssets | None, folder: Path
) -> None:
    """Make `folder` a copy of the site that needs no server, its search included, if it has one."""
    disk = archive.state / "disk"
    shutil.rmtree(disk, ignore_errors=True)
    disk.mkdir()
    script = search.write_disk(archive.output, assets, stories, disk) if assets else None
    publish.write_portable(archive.output, disk, folder, script)
    shutil.rmtree(disk)


def _index_folder(archive: Archive) -> Path:
    return archive.state / "index"
