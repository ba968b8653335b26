"""What is known already of files that leave nothing in `content/`, or that hold many pages.

It only saves work: a line is keyed by all that it depends on, and an archive without the ledger
comes to the same verdicts again.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.files import write_text


class PageLine(NamedTuple):
    """What the ledger says of a page in a file: why it was set aside, or None for an article."""

    member: str | None
    digest: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What the ledger says of a file: why it was set aside, or what it holds.

    `passed` is how much of it is no page.
    """

    reason: str | None = None
    pages: tuple[PageLine, ...] = ()
    passed: int = 0

    def describe(self) -> str:
        """Return what a file of many pages holds, in words."""
        pages = sum(page.member is not None for page in self.pages)
        said = f"{pages:,} page{'s' * (pages != 1)}"
        if not self.passed:
            return said
        others = "part or request" if self.passed == 1 else "parts, requests and the like"
        return f"{said}, and {self.passed:,} {others}"


def ledger_file(state: Path) -> Path:
    """Return where the ledger is kept."""
    return state / "ledger.json"


def read_ledger(file: Path) -> dict[str, Line]:
    """Return the line for each key that `file` keeps; a damaged or missing ledger is empty."""
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        return {key: _parse_line(row) for key, row in rows.items()}
    # `json` gives up with RecursionError over brackets that stand some thousand deep.
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}


def _parse_line(row: Any) -> Line:
    if isinstance(row, str):
        return Line(reason=row)
    count, *pages = row
    return Line(passed=int(count), pages=tuple(PageLine(*page) for page in pages))


def write_ledger(file: Path, ledger: Mapping[str, Line]) -> None:
    """Write the ledger, sorted by key: a reason, or how much is no page and then the pages."""
    rows = {key: line.reason or [line.passed, *line.pages] for key, line in sorted(ledger.items())}
    write_text(file, json.dumps(rows, ensure_ascii=False, indent=0))
