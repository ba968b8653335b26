"""The documents are true: they name all there is, and what they show is what happens."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import fields
from itertools import chain
from pathlib import Path

import pytest

from generator.cli import main as backfile
from generator.config import Settings
from tools.reference import render_documents

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "examples"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
MARK = "\x1eend of command "
"""What separates the output of one command from that of the next."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", list(render_documents()), ids=lambda path: path.name)
def test_the_reference_is_what_the_program_says_of_itself(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == render_documents()[path], "run `make docs`"


@pytest.mark.parametrize("command", sorted(backfile.commands))
def test_every_command_is_shown_at_work(command: str) -> None:
    assert f"backfile {command}" in read("docs/using.md")


@pytest.mark.parametrize("setting", [key.name for key in fields(Settings)])
def test_every_setting_is_described(setting: str) -> None:
    assert f"| `{setting}` |" in read("docs/settings.md")


def test_every_direct_dependency_has_its_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    wanted += [line for line in read("requirements/build.in").splitlines() if "#" not in line]
    names = {re.split(r"[<>=\[]", requirement)[0].strip().lower() for requirement in wanted}
    said = read("docs/dependencies.md").lower()
    assert {name for name in names if name not in said} == set()


def test_every_direct_dependency_is_imported_somewhere() -> None:
    """Nothing is asked for that isn't used."""
    imported = {
        "backports-zstd": "backports",
        "pillow": "PIL",
        "pystemmer": "Stemmer",
        "python-dateutil": "dateutil",
        "whoosh-reloaded": "whoosh",
    }
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    for requirement in tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]:
        name = re.split(r"[<>=]", requirement)[0]
        module = imported.get(name, name.replace("-", "_").removesuffix("_py"))
        assert re.search(rf"^\s*(import|from) {module}\b", code, re.MULTILINE), name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r'\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"', text):
        link = "".join(target)
        if link.startswith("http"):
            continue
        name, _, anchor = link.partition("#")
        other = (document.parent / name) if name else document
        assert other.exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.*)$", other.read_text("utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", line).lower().replace(" ", "-") for line in headings}
            assert anchor in anchors, link


def test_the_readme_names_commands_that_the_makefile_has() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    for document in ("README.md", "CONTRIBUTING.md", "docs/publishing.md"):
        named = set(re.findall(r"(?:^|`)make ([a-z]+)\b", read(document), re.MULTILINE))
        assert named
        assert named <= targets


# ── What the documents show at the command line ──────────────────────────────────────────────


def find_sessions(text: str) -> list[tuple[str, list[str]]]:
    """Return each command of the `console` blocks, with the lines that it is shown to print."""
    shown: list[tuple[str, list[str]]] = []
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                shown.append((line.removeprefix("$ "), []))
            else:
                shown[-1][1].append(line)
    return shown


def play(commands: list[str], folder: Path) -> list[str]:
    """Run `commands` one after another in one shell, and return what each printed."""
    lines = ["exec 2>&1"]
    for command in commands:
        lines += [command, f"printf '{MARK}%s\\n' $?"]
    bin_folder = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-c", "\n".join(lines)],
        cwd=folder,
        env={**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    parts = re.split(rf"{MARK}(\d+)\n", done.stdout)
    assert set(parts[1::2]) == {"0"}, done.stdout
    return parts[0::2]


def matches(shown: list[str], printed: str) -> bool:
    """Say whether `printed` is what is shown, where `…` stands for anything."""
    pattern = re.escape("\n".join(shown)).replace("…", r"[\s\S]*")
    return re.fullmatch(pattern, printed.strip("\n")) is not None


@pytest.mark.parametrize(
    "document",
    [path for path in DOCUMENTS if "```console" in path.read_text("utf-8")],
    ids=lambda path: path.name,
)
def test_what_a_document_shows_is_what_happens(document: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    sessions = find_sessions(document.read_text(encoding="utf-8"))
    printed = play([command for command, _ in sessions], tmp_path)
    for (command, shown), said in zip(sessions, printed, strict=False):
        assert matches(shown, said), f"$ {command}\n{said}"
