"""One command at a time in an archive."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import LockedError

WAIT = 10.0
"""How long a command waits for another to end, in seconds."""


@contextmanager
def hold_lock(state: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of the archive whose state folder is `state`.

    Raise LockedError where another command still holds it after `wait` seconds. The lock goes
    with its process, so a killed command leaves none behind.
    """
    state.mkdir(parents=True, exist_ok=True)
    lock = FileLock(state / "lock")
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise LockedError(
            "another backfile command is at work here (wait for it to end, then try again)",
            state.parent,
        ) from error
    try:
        yield
    finally:
        lock.release()
