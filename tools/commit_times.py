"""Give each saved page the time at which it came into the repository.

    python3 -m tools.commit_times

A clone's files all bear the time of the clone. A page that doesn't say when it was saved goes by
the time of its file, so without this each build online would take it for saved that very day.
"""

import os
import subprocess
from pathlib import Path

FOLDER = "snapshots"
MARK = "committed "


def read_times(log: str) -> dict[str, int]:
    """Return when each file was first committed, in seconds since 1970, from git's log."""
    times: dict[str, int] = {}
    moment = 0
    for word in log.split("\0"):
        said = word.strip("\n")
        if said.startswith(MARK):
            moment = int(said.removeprefix(MARK))
        elif said:
            # The log runs from the newest commit to the oldest, which has the last word.
            times[said] = moment
    return times


def main() -> None:
    """Set the file times of the saved pages in this clone."""
    words = ["--diff-filter=A", "--no-renames", "--name-only", "-z", f"--format={MARK}%ct"]
    command = ["git", "log", *words, "--", FOLDER]
    log = subprocess.run(command, check=True, capture_output=True)
    # A name may be of any bytes, as one from an old disk or an old zip is.
    for name, moment in read_times(os.fsdecode(log.stdout)).items():
        if Path(name).is_file():
            os.utime(name, (moment, moment))


if __name__ == "__main__":
    main()
