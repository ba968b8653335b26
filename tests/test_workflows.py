"""The workflows hold what docs/publishing.md promises of them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_actionlint_finds_nothing() -> None:
    command = shutil.which("actionlint", path=str(Path(sys.executable).parent))
    done = subprocess.run([command, *WORKFLOWS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_and_says_its_version(workflow: Path) -> None:
    used = re.findall(r"uses: (.*)", workflow.read_text(encoding="utf-8"))
    assert used
    for action in used:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)


def test_all_workflows_use_the_same_version_of_an_action() -> None:
    used = {line for file in WORKFLOWS for line in re.findall(r"uses: (.*)", file.read_text())}
    assert len({line.partition("@")[0] for line in used}) == len(used)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_only_the_deploy_job_may_write(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    before, _, deploy = text.partition("\n  deploy:\n")
    assert "\npermissions:\n  contents: read\n\n" in before
    assert ": write" not in before
    assert sorted(re.findall(r"\S+: write", deploy)) in ([], ["id-token: write", "pages: write"])
    assert text.count("persist-credentials: false") == text.count("actions/checkout@")
