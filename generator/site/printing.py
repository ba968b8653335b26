"""Print the pages of a site: each stands for itself, so that several workers can share them."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Template
from pelican.utils import sanitised_join

from generator.forks import run_tasks
from generator.site.look import Look

_SHARE = 200
"""Pages that are printed at a time: a worker isn't worth its beginning for fewer."""

_TEMPLATE_FAULTS = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a faulty template may raise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page that is ready to be printed: its file, its template, and what that is to see.

    `context` is the same for all pages, `values` are those of this one.
    """

    name: str
    template: Template
    context: dict[str, Any]
    values: Mapping[str, Any]


class Complaints(logging.Handler):
    """Keeps what Pelican warns of, each sentence once, for its readers to be told."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._said: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one complaint."""
        self._said[record.getMessage()] = None

    def take(self) -> list[str]:
        """Return what was kept since this was last done, and keep it no more."""
        taken, self._said = [*self._said], {}
        return taken


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """What a share of pages has left to be told: by Pelican, and by the look of the site."""

    said: list[str] = field(default_factory=list)
    notes: Any = None


def print_sheets(
    sheets: Sequence[Sheet], look: Look, stage: Path, complaints: Complaints, jobs: int
) -> list[str]:
    """Render `sheets` and write them into `stage`, by `jobs` workers if there are enough.

    Return what `complaints` has heard of it, in the order of the pages. Raise ThemeError, with file
    and line, for a template that is broken.
    """
    starts = range(0, len(sheets), _SHARE)
    workers = min(jobs, len(starts))
    share = partial(_print_share, sheets, look, stage, complaints)
    said: dict[str, None] = {}
    for printed in run_tasks(share, starts, workers if workers > 1 else 0):
        look.add_notes(printed.notes)
        said |= dict.fromkeys(printed.said)
    return [*said]


@contextmanager
def explaining(look: Look) -> Iterator[None]:
    """Raise what goes wrong in a template as a ThemeError that names its file and line."""
    try:
        yield
    except _TEMPLATE_FAULTS as error:
        raise look.explain(error) or error from error


def _print_share(
    sheets: Sequence[Sheet], look: Look, stage: Path, complaints: Complaints, start: int
) -> _Printed:
    # What went wrong is explained here, since no traceback comes back from a worker.
    with explaining(look):
        for sheet in sheets[start : start + _SHARE]:
            _print(sheet, look, stage)
    return _Printed(said=complaints.take(), notes=look.take_notes())


def _print(sheet: Sheet, look: Look, stage: Path) -> None:
    """Render a page and write it, with links that go up from its own folder.

    The stage is a folder of this build alone, so nothing is synced to the disk here.
    """
    name, context, values = sheet.name, sheet.context, sheet.values
    root = values.get("SITEURL", "/".join([".."] * name.count("/")) or ".")
    # In the context itself, where a story looks for them when a template asks for its content.
    context["localsiteurl"], context["localarticle"] = root, values.get("article")
    shown = {**context, "output_file": name, **values, "SITEURL": root}
    shown |= look.show(shown)
    # It refuses a name that leads out of the stage.
    file = Path(sanitised_join(str(stage), name))
    file.parent.mkdir(parents=True, exist_ok=True)
    page = look.finish(sheet.template.render(shown), name, shown)
    file.write_text(page, encoding="utf-8", newline="\n")
