"""Make archives and run commands in them, as a person would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("backfile")
PARTS = ("backfile.toml", "snapshots", "content", "rules")
"""What of the repository makes it an archive, apart from what a build makes."""


def run(
    *words: str | Path, cwd: Path, env: Mapping[str, str] | None = None, code: int | None = 0
) -> subprocess.CompletedProcess[str]:
    """Run `backfile` with `words` in `cwd`; fail unless it ends with `code` (None: any)."""
    done = subprocess.run(
        [COMMAND, *words],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    if code is not None:
        assert done.returncode == code, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files`, named by their paths in `folder`."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return folder


@dataclass(frozen=True)
class Built:
    """An archive whose site has been built."""

    root: Path

    @property
    def output(self) -> Path:
        """The site."""
        return self.root / "output"


def copy_sample(root: Path) -> None:
    """Copy the repository's own archive to `root`, without what a build makes."""
    for part in PARTS:
        here = ROOT / part
        if here.is_dir():
            shutil.copytree(here, root / part, dirs_exist_ok=True)
        elif here.exists():
            shutil.copy2(here, root / part)


def build_sample(root: Path) -> None:
    """Copy the repository's own archive to `root`, and build it there."""
    copy_sample(root)
    run("build", cwd=root)
