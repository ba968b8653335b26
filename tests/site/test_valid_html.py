"""Every kind of page is valid to the Nu HTML checker, which is what the W3C asks."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.archives import ROOT
from tests.site.odd import make_odd
from tests.site.stories import write_stubs
from tests.site.web import complete, pick_kinds

JAR = ROOT / ".venv-checker/node_modules/vnu-jar/build/dist/vnu.jar"

ON_A_DISK = "violates Content Security Policy (meta tag)"
"""A warning that is wrong here: a file on a disk isn't of its own origin, so 'self' fits nothing,
and the checker takes linked data, which never runs, for a script. Browsers say whether the policy
holds, in other tests."""


def check(pages: list[Path]) -> list[str]:
    """Return what the checker says of pages, errors and warnings, all in one run of it."""
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java (sudo apt-get install default-jre-headless)")
    if not JAR.exists():
        pytest.skip("no Nu HTML checker (install npm, then: tools/checker.sh)")
    done = subprocess.run(
        [java, "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always", *pages],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    said = json.loads(done.stdout)["messages"]
    return [
        f"{one.get('url', '')}:{one.get('lastLine', '')}: {one['message']}"
        for one in said
        if ON_A_DISK not in one["message"]
    ]


def test_every_kind_of_page_is_valid_and_what_is_not_is_found(
    odd_site: Path, tmp_path: Path
) -> None:
    kinds = {name for names in pick_kinds(odd_site, each=3).values() for name in names}
    names = kinds | {complete(story.address) for story in make_odd()}
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><title>A</title><p><div></p>", encoding="utf-8")
    pages = [*(odd_site / name for name in sorted(names)), *write_stubs(tmp_path), bad]
    found = check(pages)
    told = [one for one in found if bad.as_uri() in one or f"file:{bad}" in one]
    assert [one for one in found if one not in told] == []
    assert "No “p” element in scope" in " ".join(told)
