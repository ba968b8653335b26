"""Saved pages on disk: which files they are, and what is in them.

folder ──find──> Listing        file ──read──> Snapshot, or Quarantine

`shelf` keeps the archive's own copies.
"""

from generator.snapshots.listing import Listing, find_files
from generator.snapshots.reading import read_snapshots

__all__ = ["Listing", "find_files", "read_snapshots"]
