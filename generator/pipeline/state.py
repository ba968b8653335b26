"""What an archive keeps between commands, in `.backfile/`, and who may change it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator import publish
from generator.config import Archive
from generator.files import sweep_unfinished


@contextmanager
def at_work(archive: Archive) -> Iterator[None]:
    """Hold the archive's lock, and first finish what an interrupted command left to do."""
    with publish.hold_lock(archive.state):
        publish.heal(archive.state, archive.output)
        sweep_unfinished([archive.content, archive.snapshots, archive.state])
        yield


def finish(archive: Archive) -> None:
    """Finish what an interrupted command left to do; otherwise reading needs no lock."""
    if publish.is_unfinished(archive.state):
        with at_work(archive):
            pass


def index_folder(archive: Archive) -> Path:
    """Return the folder of the search index."""
    return archive.state / "index"
