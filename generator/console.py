"""What the command says to a person at a terminal, and to a program that reads JSON."""

import errno
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import Field, asdict
from pathlib import Path
from typing import Any

import click

from generator.files import UNFINISHED
from generator.model import Answer, Report, Verdict, label_member

VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    "container": ("file of many pages", "files of many pages"),
    "article": ("article", "articles"),
    "revision": ("earlier or later capture", "earlier or later captures"),
    "duplicate": ("duplicate", "duplicates"),
    "part": ("picture or other part of a page", "pictures and other parts of pages"),
    "quarantined": ("quarantined", "quarantined"),
}
"""What a report calls one and several of each verdict."""


def settle_streams() -> None:
    """Write UTF-8 whatever the locale; what a name can't say in it is escaped, as JSON does."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(value: object) -> None:
    """Print `value` as JSON to standard output."""
    print_line(json.dumps(value, ensure_ascii=False, indent=2))


def print_line(text: str) -> None:
    """Print text to standard output as it is."""
    click.echo(text)


def print_warning(label: str, text: str) -> None:
    """Print to standard error; within a line, what could steer a terminal is escaped."""
    lines = f"{label}: {text}".split("\n")
    click.echo("\n".join(map(printable, lines)), err=True)


def printable(text: str) -> str:
    """Return `text` with all that isn't a visible character or a space escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def ask(key: "Field[str]") -> str:
    """Ask for a setting, by what it is for, until the answer is one that can be."""

    def check(answer: str) -> str:
        if fault := key.metadata["check"](answer):
            raise click.UsageError(f"this {fault}")
        return answer

    what = key.metadata["help"].removesuffix(".")
    asked: str = click.prompt(what, default=str(key.default), value_proc=check)
    return asked


def print_report(report: Report, *, quiet: bool, as_json: bool) -> None:
    """Print what became of the files: what went wrong first, then one line that adds up."""
    if as_json:
        print_json(_report_record(report))
        return
    for outcome in report.outcomes:
        if outcome.verdict == "quarantined":
            print_warning("quarantined", f"{printable(outcome.path)}: {outcome.detail}")
    for note in report.notes:
        print_warning("note", note)
    for outcome in () if quiet else report.outcomes:
        if outcome.verdict == "container":
            click.echo(f"{printable(outcome.path)}: {outcome.detail}")
    if not quiet:
        click.echo(_summarise(report))


def _report_record(report: Report) -> dict[str, Any]:
    files = [asdict(outcome) for outcome in report.outcomes]
    return {"counts": _count(report), "files": files, "notes": list(report.notes)}


def _count(report: Report) -> dict[Verdict, int]:
    counted = Counter(outcome.verdict for outcome in report.outcomes)
    return {verdict: counted[verdict] for verdict in VERDICTS}


def _summarise(report: Report) -> str:
    """Return the report in one line that adds up: `52 files: 48 articles, 1 revision, …`.

    A file of many pages counts, and so does each page in it.
    """
    said = (
        f"{number} {VERDICTS[verdict][number != 1]}"
        for verdict, number in _count(report).items()
        if number
    )
    total = len(report.outcomes)
    many = any(outcome.verdict == "container" for outcome in report.outcomes)
    what = f"file{'s' * (total != 1)}{' and pages in them' * many}"
    return f"{total} {what}: {', '.join(said) or 'nothing to take in'}"


NOTES = {
    "long": "the query is too long: its first 4,000 characters were read",
    "words": "the query makes no sense as it is written: its words were searched for",
    "terms": "the query has too many words: the first 128 were searched for",
    "wild": "words with * or ~ stand for too many: some were left out",
    "short": "* needs three letters before it: that word was searched for as it is",
}
"""What the notes of an answer say."""


def print_answer(answer: Answer, *, as_json: bool) -> None:
    """Print hits, best first, and on standard error what there is to say of the query."""
    for note in answer.notes:
        print_warning("note", NOTES[note])
    if answer.suggestion:
        click.echo(f"Did you mean: {printable(answer.suggestion)}", err=True)
    if as_json:
        print_json([asdict(hit) for hit in answer.hits])
    else:
        _print_hits(answer)


def _print_hits(answer: Answer) -> None:
    for number, hit in enumerate(answer.hits, 1):
        facts = " · ".join(fact for fact in (hit.source, hit.published) if fact)
        click.echo(f"{number:>3}. {click.style(printable(hit.headline), bold=True)}")
        click.echo("".join(f"     {printable(line)}\n" for line in (facts, hit.snippet, hit.page)))
    found = f"{answer.total} found, {answer.whole} of them with all that was asked for."
    click.echo(found if answer.total else "Nothing found.", err=True)


_HINTS = {
    errno.EACCES: "look at the permissions",
    errno.EPERM: "look at the permissions",
    errno.EROFS: "this disk can only be read",
    errno.ENOSPC: "make room, then give the same command again",
    errno.EDQUOT: "make room, then give the same command again",
}


def tell_failure(error: OSError) -> str:
    """Return what the system could not do, what helps, and where.

    A file that was still being written has a name that says nothing, so its folder is named.
    """
    what = error.strerror or str(error)
    if hint := _HINTS.get(error.errno or 0):
        what += f" ({hint})"
    if not error.filename:
        return what
    where = Path(os.fsdecode(error.filename))
    prefix, suffix = UNFINISHED
    unfinished = where.name.startswith(prefix) and where.name.endswith(suffix)
    return f"{what}: {printable(str(where.parent if unfinished else where))}"


def print_record(record: Mapping[str, Any]) -> None:
    """Print what an article says for a person: field, value, how it is known."""
    snapshot = record["snapshot"]
    label = label_member(snapshot["path"], snapshot["member"])
    lines = [click.style(printable(label), bold=True)]
    for field, value in record.items():
        if not value or field in ("evidence", "snapshot", "body_markdown", "figures", "related"):
            continue
        shown = ", ".join(value) if isinstance(value, list) else str(value)
        shown = printable(shown if len(shown) <= 300 else f"{shown[:300]}…")
        known = record["evidence"].get(field)
        lines.append(f"  {field:20} {shown}" + (f"  [{known}]" if known else ""))
    click.echo("\n".join(lines) + "\n")


@contextmanager
def progress(label: str, *, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Yield a function of (done, total) that draws a bar where a person is watching."""
    # Loaded here, since most commands draw no bar, and need not wait for it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda _done, _total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
