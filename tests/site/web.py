"""Read a built site as a web: its pages by kind, the links between them, and what leads nowhere."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

HOST = "http://host"
_LINKS = ("href", "src", "action", "poster", "srcset", "data-search-manifest")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page, by its file: what it names by address, as written, and what in it can be named."""

    links: frozenset[str]
    ids: frozenset[str]


def read_sheet(file: Path) -> Sheet:
    """Return what one page names and has."""
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    links = {node.attributes[name] or "" for name in _LINKS for node in tree.css(f"[{name}]")}
    ids = {node.attributes["id"] or "" for node in tree.css("[id]")}
    return Sheet(frozenset(links), frozenset(ids))


def read_web(site: Path) -> dict[str, Sheet]:
    """Return every page of a site by the name of its file."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): read_sheet(file) for file in files}


# ── Kinds of pages ───────────────────────────────────────────────────────────────────────────


def kind_of(name: str) -> str:
    """Return what sort of page a file is by where it stands: `Y/M/D/*`, `topics/*/Y`, `search`."""
    *folders, last = name.split("/")
    shape: list[str] = []
    for folder in folders:
        if re.fullmatch(r"\d{4}", folder):
            shape.append("Y")
        elif re.fullmatch(r"\d\d", folder) and shape and shape[-1] in "YM":
            shape.append("M" if shape[-1] == "Y" else "D")
        elif folder.startswith("_"):
            shape.append("_")
        else:
            shape.append("*" if shape else folder)
    return "/".join(shape) if last == "index.html" else name


def pick_kinds(site: Path, each: int = 1) -> dict[str, list[str]]:
    """Return the largest pages of every kind, at most `each`, by kind."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for file in site.rglob("*.html"):
        kinds[kind_of(file.relative_to(site).as_posix())].append(file)
    picked = {}
    for kind, files in sorted(kinds.items()):
        files.sort(key=lambda file: (-file.stat().st_size, file.as_posix()))
        picked[kind] = [file.relative_to(site).as_posix() for file in files[:each]]
    return picked


def address_of(name: str) -> str:
    """Return the address of a file: a folder's page goes by the folder."""
    return name.removesuffix("index.html")


# ── Links ────────────────────────────────────────────────────────────────────────────────────


def find_target(name: str, link: str, base: str = "/") -> tuple[str, str] | None:
    """Return the path and the anchor within the site that a link on a page leads to.

    The path is from the root of the site, or starts with a slash outside of `base`; None for a
    link to elsewhere.
    """
    url, anchor = urldefrag(urljoin(f"{HOST}{base}{address_of(name)}", link))
    parts = urlsplit(url)
    if f"{parts.scheme}://{parts.netloc}" != HOST:
        return None
    path = unquote(parts.path)
    return (path.removeprefix(base) if path.startswith(base) else path), unquote(anchor)


def find_broken(
    site: Path, base: str = "/", *, served: bool = True, web: Mapping[str, Sheet] | None = None
) -> set[tuple[str, str]]:
    """Return each link within the site that leads nowhere, with the page that it stands on.

    A server completes the address of a folder; where it isn't `served`, a link must name a file.
    `web` are the site's pages, where they are read already.
    """
    web = web or read_web(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = set()
    for name, sheet in web.items():
        for link in sheet.links:
            if found := find_target(name, link, base):
                path, anchor = found
                target = complete(path) if served else path
                target = name if link.startswith("#") else target
                if target not in files or (anchor and anchor not in web[target].ids):
                    broken.add((name, link))
    return broken


def complete(path: str) -> str:
    """Return the file that a server gives out at a path."""
    return f"{path}index.html" if not path or path.endswith("/") else path


# ── Ways ─────────────────────────────────────────────────────────────────────────────────────


def find_far(
    web: Mapping[str, Sheet], groups: Iterable[Collection[str]], clicks: int = 3
) -> Iterator[tuple[str, str]]:
    """Yield a pair of pages of each group that are more than `clicks` links apart, if any.

    What a page reaches is a number with a bit for every page of the site, so that all pages take
    a step at once.
    """
    number = {name: at for at, name in enumerate(web)}
    steps = {name: [*_find_steps(name, sheet, number)] for name, sheet in web.items()}
    reach = {name: 1 << at for name, at in number.items()}
    for _ in range(clicks):
        further = {}
        for name, targets in steps.items():
            further[name] = reach[name]
            for target in targets:
                further[name] |= reach[target]
        reach = further
    for group in groups:
        far = ((a, b) for a in group for b in group if not reach[a] >> number[b] & 1)
        if pair := next(far, None):
            yield pair


def _find_steps(name: str, sheet: Sheet, known: Collection[str]) -> Iterator[str]:
    for link in sheet.links:
        found = find_target(name, link)
        if found and complete(found[0]) in known:
            yield complete(found[0])
