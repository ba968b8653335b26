"""Write the sitemap: every page's address, in files of at most fifty thousand (sitemaps.org)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

LIMIT = 50_000
"""The most addresses of one sitemap file."""

_XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def render_sitemaps(
    changed: Mapping[str, str | None], site_url: str, limit: int = LIMIT
) -> dict[str, str]:
    """Return sitemap files by name; `changed` gives each page's address and day of last change.

    Too many addresses for one file are split by year, so that a year's file stays as it is when
    another year's stories arrive.
    """
    if len(changed) <= limit:
        return {"sitemap.xml": _render_urls(changed.items(), site_url)}
    files = {
        f"sitemap-{name}.xml": _render_urls(part, site_url) for name, part in _split(changed, limit)
    }
    index = "".join(
        f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in sorted(files)
    )
    return {**files, "sitemap.xml": _render("sitemapindex", index)}


def _split(
    changed: Mapping[str, str | None], limit: int
) -> Iterator[tuple[str, Sequence[tuple[str, str | None]]]]:
    years: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for address, day in changed.items():
        year = address[:4]
        years[year if year.isdecimal() else "pages"].append((address, day))
    for year, urls in sorted(years.items()):
        for start in range(0, len(urls), limit):
            part = start // limit + 1
            yield f"{year}-{part}" if part > 1 else year, urls[start : start + limit]


def _render_urls(urls: Iterable[tuple[str, str | None]], site_url: str) -> str:
    lines = (
        f"<url><loc>{escape(site_url + address)}</loc>"
        + (f"<lastmod>{day}</lastmod>" if day else "")
        + "</url>\n"
        for address, day in sorted(urls)
    )
    return _render("urlset", "".join(lines))


def _render(root: str, body: str) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{root} {_XMLNS}>\n{body}</{root}>\n'
