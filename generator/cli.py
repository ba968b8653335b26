"""The command `backfile`: what a person types, and what it says back.

Results go to standard output, progress and errors to standard error. Exit codes: 0 well, 1
failed, 2 wrong usage or settings, 3 when something was quarantined, 75 the archive is in use, 130
or 143 interrupted.

A command imports what it needs when it runs, so that none waits for the modules of another.
"""

import json
import os
import shlex
import signal
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from generator import console
from generator.errors import BackfileError, UsageError

if TYPE_CHECKING:
    from generator.model import Report, Sort
    from generator.snapshots.shelf import Said

QUARANTINED = 3
INTERRUPTED = 130
TERMINATED = 143


class BackfileGroup(click.Group):
    """The commands in the order in which a person needs them, with errors made for a reader."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run in UTF-8 mode (PEP 540): a file's name is the same text whatever the locale."""
        if sys.getfilesystemencoding() != "utf-8":
            again = [sys.executable, "-X", "utf8", *sys.orig_argv[1:]]
            os.execv(sys.executable, again)  # noqa: S606 - the same program, the same words
        return super().main(*args, **kwargs)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """List the commands as they were declared."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; say an error in its own words, without a traceback."""
        try:
            return super().invoke(ctx)
        except BackfileError as error:
            console.print_warning("backfile", str(error))
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("backfile: interrupted (the same command goes on from here)", err=True)
            ctx.exit(INTERRUPTED)
        except OSError as error:
            console.print_warning("backfile", console.tell_failure(error))
            ctx.exit(1)


@click.group(cls=BackfileGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="backfile", prog_name="backfile")
@click.option("--quiet", "-q", is_flag=True, help="Say only what went wrong.")
@click.pass_context
def main(ctx: click.Context, *, quiet: bool) -> None:
    """Turn a folder of saved news pages into a browsable, searchable archive."""
    ctx.obj = quiet
    console.settle_streams()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))


# ── init ─────────────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", help="The archive's name.")
@click.option("--url", help="Where it will be published, such as https://name.github.io/archive/.")
@click.option("--timezone", help="Its zone, such as Europe/Berlin.")
@click.option("--language", help='Its language, such as "en".')
@click.option("--yes", is_flag=True, help="Ask nothing; take what is not given as it comes.")
@click.pass_obj
def init(quiet: bool, /, folder: Path, *, yes: bool, **given: str | None) -> None:
    """Make a new archive in DIR."""
    from generator.config import SETTINGS_FILE, Settings, parse_settings, render_settings
    from generator.pipeline.init import make_archive

    if (folder / SETTINGS_FILE).exists():
        raise UsageError("there is an archive already", folder)
    keys = {key.name: key for key in fields(Settings)}
    quick = yes or not sys.stdin.isatty()
    asked: dict[str, Any] = {
        name: value
        if value is not None
        else str(keys[name].default)
        if quick
        else console.ask(keys[name])
        for name, value in given.items()
    }
    settings = parse_settings(render_settings(Settings(**asked)), "what you gave")
    make_archive(folder, settings)
    if not quiet:
        enter = f"cd {shlex.quote(str(folder))}"
        click.echo(f"An archive is in {folder}. Now: {enter}, then backfile add YOUR-FILES")


keep_option = click.option(
    "--keep",
    is_flag=True,
    help="Keep what looks like a section front, a search, a login or a cookie notice too.",
)


# ── add, build ───────────────────────────────────────────────────────────────────────────────


@main.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--url", help="The page's address, where the file doesn't say it.")
@click.option("--captured", help="When the page was saved: 2023-09-05, or with time and zone.")
@click.option("--source", help="The outlet that published it.")
@keep_option
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def add(
    quiet: bool,
    /,
    paths: tuple[Path, ...],
    *,
    keep: bool,
    as_json: bool,
    **said: str | None,
) -> None:
    """Copy saved pages into the archive and file what they say."""
    from generator.config import find_archive
    from generator.pipeline import add as adding

    archive = find_archive(Path.cwd())
    with console.progress("Reading", quiet=quiet) as advance:
        report = adding.add(archive, paths, replace(_read_said(**said), keep=keep), on_file=advance)
    console.print_report(report, quiet=quiet, as_json=as_json)
    _exit_for(report)


@main.command()
@click.option("--clean", is_flag=True, help="Make everything again from snapshots and content.")
@click.option("--strict", is_flag=True, help="Exit with 3 when anything was quarantined.")
@click.option("--jobs", type=click.IntRange(min=1), help="Workers; as many as there are cores.")
@click.option("--no-search", is_flag=True, help="Leave the search page and its index out.")
@click.option(
    "--portable",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Write a second copy into DIR that is opened without a server, as from a USB stick.",
)
@click.pass_obj
def build(
    quiet: bool,
    /,
    *,
    strict: bool,
    no_search: bool,
    portable: Path | None,
    **how: Any,
) -> None:
    """Take new snapshots in and make the site in output/."""
    from generator.config import find_archive
    from generator.pipeline import build as building

    archive = find_archive(Path.cwd())
    with console.progress("Reading", quiet=quiet) as advance:
        options = building.BuildOptions(
            search=not no_search, portable=portable, on_file=advance, **how
        )
        report = building.build(archive, options)
    console.print_report(report, quiet=quiet, as_json=False)
    if not quiet:
        click.echo(f"The site is in {archive.output}. Look at it with: backfile serve")
        if portable:
            click.echo(f"The copy to carry is in {portable}. Open its file index.html")
    if strict:
        _exit_for(report)


def _read_said(*, url: str | None, captured: str | None, source: str | None) -> "Said":
    """Return what a person says of the files being added; raise UsageError for what can't be."""
    from generator.dates import parse_date
    from generator.snapshots.shelf import Said
    from generator.urls import find_http_url

    if url is not None and not find_http_url(url):
        raise UsageError(f"--url must be a web address, http or https: {url}")
    moment = parse_date(captured) if captured else None
    if captured and not moment:
        raise UsageError(f"--captured must be a date such as 2023-09-05: {captured}")
    return Said(url=url, captured=moment, source=source)


@main.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.pass_obj
def serve(quiet: bool, /, port: int) -> None:
    """Show the site on this machine as GitHub Pages will serve it."""
    from generator.config import find_archive
    from generator.pipeline.serve import serve_site

    archive = find_archive(Path.cwd())
    with serve_site(archive, port) as (server, address):
        if not quiet:
            click.echo(f"The archive is at {address}  (Ctrl-C ends this)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("", err=True)


@main.command()
@click.argument("query", metavar="QUERY...", nargs=-1, required=True)
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
    help="What comes first, after what has all the words.",
)
@click.option("--from", "first", metavar="DATE", help="Not before this day, month or year.")
@click.option("--to", "last", metavar="DATE", help="Not after this day, month or year.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON, best first.")
def search(
    query: tuple[str, ...], *, sort: "Sort", limit: int, as_json: bool, **dates: str | None
) -> None:
    """Search the archive for words, "a phrase", field:word, and more.

    docs/searching.md says what a query may be. Put one that has quotes, parentheses or stars
    between single quotes: '"night ferry" (pier OR quay)'. One that begins with a minus goes after
    two of them: backfile search -- -harbour.
    """
    from generator.config import find_archive
    from generator.model import Question
    from generator.pipeline.search import find_hits

    question = Question(
        text=" ".join(query), sort=sort, limit=limit, first=dates["first"], last=dates["last"]
    )
    answer = find_hits(find_archive(Path.cwd()), question)
    console.print_answer(answer, as_json=as_json)


@main.command()
@click.argument("paths", metavar="PATH...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "style", flag_value="json", help="Print one JSON array.")
@click.option("--jsonl", "style", flag_value="jsonl", help="Print one JSON object a line.")
@click.option(
    "--files-from", type=click.File("rb"), help="Read more paths from a file, - for input."
)
@click.option("--jobs", type=click.IntRange(min=1), help="Workers; as many as there are cores.")
@click.option(
    "--no-publishers", is_flag=True, help="Read all sites alike: no rules, no publishers' parsers."
)
@keep_option
def parse(
    paths: tuple[Path, ...],
    *,
    style: str | None,
    files_from: BinaryIO | None,
    jobs: int | None,
    **switches: bool,
) -> None:
    """Show what saved pages say, and how it is known.

    No archive is needed. In one, its rules are followed.
    """
    from generator.config import look_for_archive
    from generator.model import Quarantine
    from generator.pipeline import parse as parsing

    lines = files_from.read().split(b"\n") if files_from else []
    listed = [Path(os.fsdecode(line)) for line in lines if line]
    if not (paths or listed):
        raise UsageError("nothing to parse (name a file or a folder)")
    rows, quarantined = [], False
    publishers, keep = not switches["no_publishers"], switches["keep"]
    archive = look_for_archive(Path.cwd()) if publishers else None
    every = [*paths, *listed]
    for said in parsing.parse(every, archive, jobs, publishers=publishers, keep=keep):
        if isinstance(said, Quarantine):
            quarantined = True
            console.print_warning("quarantined", f"{console.printable(said.label)}: {said.reason}")
        elif style == "jsonl":
            console.print_line(said)
        elif style == "json":
            rows.append(json.loads(said))
        else:
            console.print_record(json.loads(said))
    if style == "json":
        console.print_json(rows)
    if quarantined:
        sys.exit(QUARANTINED)


def _exit_for(report: "Report") -> None:
    if any(outcome.verdict == "quarantined" for outcome in report.outcomes):
        sys.exit(QUARANTINED)
