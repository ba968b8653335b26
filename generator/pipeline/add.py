"""Take saved pages into an archive."""

from collections.abc import Sequence
from pathlib import Path

from generator import additions
from generator.config import Archive
from generator.intake import OnFile
from generator.model import Report
from generator.pipeline.state import at_work
from generator.snapshots.shelf import Said


def add(archive: Archive, paths: Sequence[Path], said: Said, on_file: OnFile) -> Report:
    """Copy files into the archive, and file what they say in `content/`."""
    with at_work(archive):
        return additions.add(archive, paths, said, on_file)
