"""Make the two sites that are searched: ours and the peer's, of the same articles."""

import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import ROOT
from generator import site
from generator.config import Archive, Settings
from generator.model import SearchAssets, Story
from generator.search import build

PAGEFIND = ROOT / ".backfile" / "pagefind"

PEER = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Search</title></head>
<body><form><input type="search"></form><ol id="search-results"></ol>
<script type="module">
import * as pagefind from "/pagefind/pagefind.js";
const input = document.querySelector("input");
const list = document.querySelector("ol");
let asked = 0;
async function ask() {
  const mine = ++asked;
  const found = await pagefind.search(input.value);
  if (mine !== asked) return;
  list.replaceChildren();
  for (const result of found.results.slice(0, 10)) {
    const item = list.appendChild(document.createElement("li"));
    result.data().then(({ url, meta, excerpt }) => {
      const link = document.createElement("a");
      link.href = url;
      link.textContent = meta.title;
      const teaser = document.createElement("p");
      teaser.innerHTML = excerpt;
      const facts = document.createElement("p");
      facts.textContent = `${meta.source} ${meta.published}`;
      const head = document.createElement("h2");
      head.append(link);
      item.append(head, teaser, facts);
    });
  }
}
input.addEventListener("input", ask);
input.value = new URL(location).searchParams.get("q") ?? "";
if (input.value) ask();
</script></body></html>
"""


def write_index(stories: Sequence[Story], state: Path, stage: Path, jobs: int = 2) -> SearchAssets:
    """Index `stories` with what `state` has of an earlier index, and export them to `stage`."""
    build.write_index(stories, state, "en", jobs)
    return build.export(state, stage)


def write_ours(stories: Sequence[Story], work: Path, assets: SearchAssets) -> Path:
    """Write the pages of `stories` into `work`/site, where a search was exported; return it."""
    archive = Archive(root=work, settings=Settings(title="Archive", description="News."))
    archive.content.mkdir(parents=True, exist_ok=True)
    site.render_site(stories, archive, work / "site", site.SiteOptions(search=assets))
    return work / "site"


def write_peer(folder: Path) -> None:
    """Write the peer's search page into `folder`, beside its index: what its guide says to do."""
    (folder / "search").mkdir(exist_ok=True)
    (folder / "search" / "index.html").write_text(PEER, encoding="utf-8")


def get_pagefind() -> list[str | Path]:
    """Return the command of Pagefind, which is installed into an environment of its own."""
    python = PAGEFIND / "bin" / "python"
    if not python.exists():
        venv.create(PAGEFIND, with_pip=True)
        install = ["-m", "pip", "install", "--quiet", "pagefind[bin]==1.5.2"]
        subprocess.run([python, *install], check=True)
    return [python, "-m", "pagefind"]
