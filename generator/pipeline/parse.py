"""Say what saved pages say, with or without an archive."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator import workers
from generator.config import Archive
from generator.content.markdown import render_markdown
from generator.errors import UsageError
from generator.model import Article, Quarantine
from generator.parsing import Guides
from generator.parsing.record import render_record
from generator.rules import read_guides
from generator.snapshots import find_files


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
