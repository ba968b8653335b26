"""A command loads what its own work needs, and nothing of the work of others."""

import subprocess
import sys
from pathlib import Path

import pytest

LOOK = """
import sys
from generator.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print("\\n".join(sys.modules))
"""

STAGES = {"content", "desk", "intake", "parsing", "publish", "search", "site", "snapshots"}
LIBRARIES = {"PIL", "jinja2", "lxml", "numpy", "pebble", "pelican", "rich", "whoosh"}


def load(*words: str, cwd: Path) -> set[str]:
    """Return the stages and the large libraries that a command has loaded when it ends."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOOK, *words],
        cwd=cwd, check=True, capture_output=True, text=True,
    )  # fmt: skip
    names = [name.split(".") for name in done.stdout.splitlines()]
    stages = {name[1] for name in names if name[0] == "generator" and len(name) > 1}
    return stages & STAGES | {name[0] for name in names} & LIBRARIES


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        ("--version", set()),
        ("--help", set()),
        ("build --help", set()),
        ("search ferry", {"numpy", "publish", "search", "whoosh"}),
        ("parse page.html", {"content", "lxml", "parsing", "pebble", "PIL", "snapshots"}),
    ],
)
def test_a_command_loads_only_what_it_needs(words: str, needed: set[str], tmp_path: Path) -> None:
    (tmp_path / "backfile.toml").write_text('title = "Town"\n')
    (tmp_path / "page.html").write_text("<p>ferry")
    assert load(*words.split(), cwd=tmp_path) == needed
