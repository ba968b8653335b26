"""Saved pages on disk: which files they are, and what is in them.

folder ──find──> Listing        file ──read──> Snapshot, or Quarantine, of each page in it

`shelf` keeps the archive's own copies.
"""

from generator.snapshots.listing import Listing, find_files
from generator.snapshots.members import Passed
from generator.snapshots.portions import Portion, plan_portions
from generator.snapshots.reading import Span, holds_one_page, read_snapshots

__all__ = [
    "Listing",
    "Passed",
    "Portion",
    "Span",
    "find_files",
    "holds_one_page",
    "plan_portions",
    "read_snapshots",
]
