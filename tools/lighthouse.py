"""Ask Lighthouse about an article, a day and the search page of the sample, as phones see them.

make lighthouse
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.archives import build_sample
from tests.browsing import find_chromium
from tests.serving import serving

VERSION = "12.8.2"
FOLDER = Path(__file__).parents[1] / ".backfile" / "lighthouse"
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
FLAGS = "--no-sandbox --headless=new --disable-gpu --disable-quic"


def main() -> None:
    """Build the sample aside and print the scores of its pages, and what cost points."""
    chromium, node = find_chromium(), shutil.which("node")
    if not chromium or not node:
        raise SystemExit("no Chromium or no Node (sudo apt-get install chromium nodejs npm)")
    get_lighthouse()
    print("| Page | Performance | Accessibility | Best practices | SEO |")
    print("| --- | ---: | ---: | ---: | ---: |")
    with TemporaryDirectory() as folder:
        build_sample(Path(folder))
        output = Path(folder, "output")
        with serving(output, "/backfile/") as root:
            for name, address in choose_pages(output):
                report = measure(root + address, chromium, node)
                print("\n".join(describe(name, report)))


def get_lighthouse() -> None:
    """Install the program, in a folder of its own, unless it is there."""
    if not PROGRAM.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run([*install, f"--prefix={FOLDER}", f"lighthouse@{VERSION}"], check=True)


def measure(address: str, chromium: str, node: str) -> dict[str, Any]:
    """Return what Lighthouse reports of the page at `address`."""
    command = (node, str(PROGRAM), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}")
    env = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def choose_pages(output: Path) -> Iterator[tuple[str, str]]:
    """Yield a name and an address for one page of each kind: the first day, and its first story."""
    article = min(output.glob("20*/*/*/*/timemap.txt")).parent.relative_to(output).as_posix()
    yield "article", f"{article}/"
    yield "day", f"{article.rpartition('/')[0]}/"
    yield "search", "search/"
    yield "search for a word", "search/?q=ferry"


def describe(name: str, report: Mapping[str, Any]) -> Iterator[str]:
    """Yield a row of a table, and a line for each audit that cost points."""
    kinds = report["categories"].values()
    scores = " | ".join(f"{100 * kind['score']:.0f}" for kind in kinds)
    yield f"| {name} | {scores} |"
    for kind in kinds:
        for part in kind["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1 > kind["score"]:
                shown = audit.get("displayValue", "")
                yield f"  {kind['title']}: {audit['title']} {shown}".rstrip()


if __name__ == "__main__":
    main()
