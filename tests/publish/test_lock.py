"""Two commands never work in one archive at the same time."""

import subprocess
import sys

import pytest

from generator.errors import LockedError
from generator.publish import hold_lock

HOLD = """
import sys, time
from pathlib import Path
from generator.publish import hold_lock
with hold_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_command_gives_up_with_a_word_on_what_to_do(tmp_path):
    state = tmp_path / ".backfile"
    command = [sys.executable, "-c", HOLD, str(state)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with (
            pytest.raises(LockedError, match="another backfile command") as caught,
            hold_lock(state, wait=0.1),
        ):
            pass
        other.kill()
    assert caught.value.exit_code == 75
    with hold_lock(state, wait=5):
        pass
