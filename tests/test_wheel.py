"""The wheel carries all that the command needs on another machine, and nothing else."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).parents[1]


def test_the_wheel_carries_code_themes_and_browser_scripts(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with ZipFile(wheel) as file:
        names = set(file.namelist())
    themes = {path for path in (ROOT / "themes").rglob("*") if path.is_file()}
    assert {f"generator/{path.relative_to(ROOT).as_posix()}" for path in themes} <= names
    code = {path for path in (ROOT / "generator").rglob("*.*") if path.suffix in (".py", ".js")}
    assert {path.relative_to(ROOT).as_posix() for path in code} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"generator", "backfile"}
