"""Write the search of a copy of the site that is opened from a disk, with no server.

A browser fetches nothing from a disk, but runs scripts from it. So each file of the index becomes
a script that hands over the same bytes in Base64, and all modules become one plain script. Pages
can't be read from it either: the texts of stories, of which passages are shown, are given apart.
"""

import base64
import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from generator.model import SearchAssets, Story
from generator.search.packing import compress, name_content
from generator.search.plain import bundle_plain

TEXTS = "texts"
"""The folder of the texts of stories."""

_SEED, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF


def write_disk(site: Path, assets: SearchAssets, stories: Iterable[Story], folder: Path) -> str:
    """Write into `folder` what stands in for the search of a site; return its script's name.

    `site` is the folder into which the search was exported, as `assets` says.
    """
    manifest = site / assets.manifest
    search = manifest.parent
    for file in sorted(search.rglob("*.bfs")):
        _write_script(folder / file.relative_to(search), file.read_bytes())
    for name, texts in _share_out(stories).items():
        text = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
        _write_script(folder / TEXTS / name, compress(text.encode()))
    for notice in search.glob("*.txt"):
        shutil.copyfile(notice, folder / notice.name)
    stemmers = json.loads(manifest.read_bytes())["stemmers"]
    script = bundle_plain([name for name in stemmers if name])
    name = f"disk.{name_content(script.encode())}.js"
    (folder / name).write_text(script, encoding="utf-8", newline="\n")
    return name


def _write_script(path: Path, content: bytes) -> None:
    """Write a script that hands over the bytes of the file at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = base64.b64encode(content).decode()
    path.with_name(f"{path.name}.js").write_text(f'backfile("{text}")\n', encoding="ascii")


def _share_out(stories: Iterable[Story]) -> dict[str, dict[str, list[str]]]:
    """Return the language and the paragraphs of each story by its page, in up to 256 files."""
    files: dict[str, dict[str, list[str]]] = {}
    for story in stories:
        said = [story.header.language or "", *filter(None, story.text.split("\n\n"))]
        files.setdefault(find_file(story.address), {})[story.address] = said
    return files


def find_file(page: str) -> str:
    """Return the name of the file that has the text of a page, by the FNV-1a hash of its address.

    (Fowler, Noll and Vo; draft-eastlake-fnv.)
    """
    sum_ = _SEED
    for byte in page.encode():
        sum_ = (sum_ ^ byte) * _PRIME & _BITS
    return f"{sum_ & 0xFF:02x}"
