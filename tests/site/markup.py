"""Read pages as a browser would, for what the tests ask of them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def parse(page: str):
    """Return the tree of a page."""
    return html.document_fromstring(page)


def texts(page: str, path: str) -> list[str]:
    """Return the texts of the elements at an XPath, each on one line."""
    return [" ".join(found.text_content().split()) for found in parse(page).xpath(path)]


def text(page: str, path: str) -> str:
    """Return the text of the one element at an XPath."""
    (found,) = texts(page, path)
    return found


@dataclass
class Nesting(HTMLParser):
    """Whether every element of a page is closed, in the order in which they were opened."""

    faults: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"an attribute twice in <{tag}>")
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes another element, line {self.getpos()[0]}")


def find_faults(page: str) -> list[str]:
    """Return what is not well-formed in a page."""
    nesting = Nesting()
    nesting.feed(page)
    nesting.close()
    twice = {name for name in nesting.ids if nesting.ids.count(name) > 1}
    return [*nesting.faults, *(f"not closed: {tag}" for tag in nesting.open), *sorted(twice)]


def find_broken_links(site: Path, base: str = "/") -> set[tuple[str, str]]:
    """Return each link within the site that leads nowhere, with the page that it stands on."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    broken = set()
    for name in sorted(files):
        if not name.endswith(".html"):
            continue
        tree = parse((site / name).read_text(encoding="utf-8"))
        here = f"http://host{base}{name.removesuffix('index.html')}"
        for link in tree.xpath("//@href | //@src | //form/@action"):
            address, anchor = urldefrag(urljoin(here, link))
            parts = urlsplit(address)
            if parts.netloc != "host":
                continue
            target = unquote(parts.path).removeprefix(base)
            target += "index.html" if not target or target.endswith("/") else ""
            inside = parts.path.startswith(base) and target in files
            if not inside or (anchor and not _has_anchor(site / target, anchor)):
                broken.add((name, link))
    return broken


def _has_anchor(page: Path, anchor: str) -> bool:
    return bool(parse(page.read_text(encoding="utf-8")).xpath("//*[@id=$id]", id=anchor))
