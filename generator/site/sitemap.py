"""Write the sitemap: an index, and the addresses of each year in a file of their own.

The form is that of sitemaps.org, with at most fifty thousand addresses a file. Split by year, a
file stays as it is when another year's stories arrive.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from generator.urls import ascii_url

LIMIT = 50_000
"""The most addresses of one sitemap file."""

_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_UNDATED = "undated"


def render_sitemaps(
    changed: Mapping[str, str | None], site_url: str, limit: int = LIMIT
) -> dict[str, str]:
    """Return sitemap files by name; `changed` gives each page's address and day of last change."""
    files = {
        f"sitemap-{name}.xml": _render_urls(part, site_url) for name, part in _split(changed, limit)
    }
    index = "".join(f"<sitemap>{_render_loc(site_url + name)}</sitemap>\n" for name in files)
    return {**files, "sitemap.xml": _render("sitemapindex", index)}


def _split(
    changed: Mapping[str, str | None], limit: int
) -> Iterator[tuple[str, Sequence[tuple[str, str | None]]]]:
    years: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for address, day in sorted(changed.items()):
        first = address.partition("/")[0]
        dated = len(first) == 4 and first.isdecimal()
        years[first if dated or first == _UNDATED else "pages"].append((address, day))
    for year, urls in sorted(years.items()):
        for start in range(0, len(urls), limit):
            part = start // limit + 1
            yield f"{year}-{part}" if part > 1 else year, urls[start : start + limit]


def _render_urls(urls: Iterable[tuple[str, str | None]], site_url: str) -> str:
    lines = (
        f"<url>{_render_loc(site_url + address)}"
        + (f"<lastmod>{day}</lastmod>" if day else "")
        + "</url>\n"
        for address, day in urls
    )
    return _render("urlset", "".join(lines))


def _render_loc(url: str) -> str:
    return f"<loc>{escape(ascii_url(url))}</loc>"


def _render(root: str, body: str) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} {_XMLNS}>\n{body}</{root}>\n'
