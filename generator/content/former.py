"""Remember in `content/former.txt` where lists of the site once stood."""

from collections.abc import Iterable
from pathlib import Path

from generator.content.reader import CONTENT
from generator.files import write_text

FORMER = f"{CONTENT}/former.txt"

_TOLD = "# Where topics and bylines stood once: the site leads on from there.\n"


def add_former(root: Path, found: Iterable[str]) -> frozenset[str]:
    """Return the addresses that are remembered, with those `found` now.

    They are of pages, `topics/rail-strike/`, and of places in an index, `topics/#rail-strike`.
    """
    file = root / FORMER
    text = file.read_text(encoding="utf-8-sig", errors="replace") if file.is_file() else ""
    known = frozenset(line.strip() for line in text.splitlines() if not line.startswith("#"))
    if new := {*found} - known:
        kept = sorted(known - {""} | new)
        write_text(file, _TOLD + "".join(f"{address}\n" for address in kept))
    return known | new
