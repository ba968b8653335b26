"""Time a command and all that it starts: seconds, processor seconds, and memory at its peak."""

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
INTERVAL = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a command took: seconds by the clock and of the processors, and bytes at its peak.

    Memory that processes share is counted once (proportional set size, from Linux's `smaps`).
    `largest` are the most bytes that one of its processes had in memory, those it shares included.
    """

    seconds: float
    processor: float
    peak: int
    largest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A folder: its files and their bytes."""

    files: int
    bytes: int


def get_shared() -> Path:
    """Return the folder of real pages and tools, beside the repository unless BACKFILE_SHARED says.

    End the program with a word to its user where it isn't there.
    """
    folder = Path(os.environ.get("BACKFILE_SHARED") or ROOT / ".." / "shared").resolve()
    if not folder.is_dir():
        raise SystemExit(f"nothing to measure with in {folder} (set BACKFILE_SHARED)")
    return folder


def measure_folder(folder: Path) -> Size:
    """Return how many files are below `folder`, and how many bytes they hold."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Size(files=len(sizes), bytes=sum(sizes))


def measure(command: Sequence[str | Path], cwd: Path) -> Cost:
    """Run `command` in `cwd` to its end, and return what it took; raise where it failed."""
    log = cwd / "benchmark.log"
    started = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=cwd, stdout=said, stderr=subprocess.STDOUT)
        watch = _Watch(process.pid)
        _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    peak = watch.stop()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}\n{log.read_text()[-2000:]}")
    return Cost(
        seconds=seconds,
        processor=used.ru_utime + used.ru_stime,
        peak=peak,
        largest=used.ru_maxrss * 1024,
    )


class _Watch:
    """Look at the memory of a process and its descendants until told to stop."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._stopped.wait(INTERVAL):
            self._peak = max(self._peak, sum(map(_memory, _family(self._pid))))

    def stop(self) -> int:
        """Return the most that was seen, in bytes."""
        self._stopped.set()
        self._thread.join()
        return self._peak


def _family(pid: int) -> list[int]:
    """Return a process and all that descend from it, as far as they still run."""
    found = [pid]
    for parent in found:
        # Each thread lists the processes that it started itself.
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                found += map(int, task.read_text().split())
    return found


def _memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
