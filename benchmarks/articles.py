"""Read the synthetic news that scale is measured with: as stories, and as a peer's plain pages."""

import gzip
import html
import json
import lzma
import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.measure import get_shared
from generator.model import Header, PartialDate, Precision, Story
from generator.text import slugify

FEW = 10_000
"""How many articles the smaller of the two files has."""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main data-pagefind-body><h1>{title}</h1>
<p><span data-pagefind-meta="source">{source}</span>
<time data-pagefind-meta="published">{published}</time>
<span>{author}</span> <span>{topics}</span></p>
{body}</main></body></html>
"""


def read_articles(count: int) -> list[dict[str, Any]]:
    """Return the first `count` articles, with the times, people and topics of their saved pages."""
    facts = _find_facts()
    name, read = (
        ("news-50k.jsonl.xz", lzma.open) if count > FEW else ("news-10k.jsonl.gz", gzip.open)
    )
    with read(get_shared() / "search" / name, "rt", encoding="utf-8") as lines:
        return [said | facts(said) for said in map(json.loads, islice(lines, count))]


def read_queries() -> Mapping[str, Sequence[str]]:
    """Return queries by their class, such as `rare1` and `phrase`."""
    text = (get_shared() / "search" / "news-10k.queries.json").read_text(encoding="utf-8")
    queries: dict[str, list[str]] = json.loads(text)
    return queries


def make_stories(articles: Sequence[Mapping[str, Any]]) -> list[Story]:
    """Return articles as they would stand in an archive, in its order: by time, then slug."""
    taken: set[str] = set()
    return [_make_story(one, taken) for one in sorted(articles, key=lambda one: one["when"])]


def _make_story(article: Mapping[str, Any], taken: set[str]) -> Story:
    day = f"{article['when']:%Y/%m/%d}"
    slug = slugify(article["title"])
    address = f"{day}/{slug}/"
    if address in taken:
        slug = f"{slug}-{article['id']}"
        address = f"{day}/{slug}/"
    taken.add(address)
    published = PartialDate(moment=article["when"], precision=Precision.MINUTE)
    header = Header(
        headline=article["title"],
        byline=(article["author"],),
        section=article["section"].title(),
        topics=tuple(article["topics"]),
        published=published,
        language="en",
        source=article["source"],
        url=article["url"],
    )
    return Story(
        path=f"content/articles/{address[:-1]}.md",
        slug=slug,
        address=address,
        header=header,
        html=_render_body(article),
        text=article["body"],
        snapshot=None,
        opening=article["body"][:300],
        name=f"{day.replace('/', '-')}-{slug}",
    )


def write_pages(articles: Sequence[Mapping[str, Any]], folder: Path) -> None:
    """Write a page of each article that holds its text and no more, as Pagefind would have it."""
    for article in articles:
        path = folder / str(article["id"] // 1000) / f"{article['id']}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_render_page(article), encoding="utf-8")


def _render_page(article: Mapping[str, Any]) -> str:
    texts = {
        "title": article["title"],
        "source": article["source"],
        "published": f"{article['when']:%Y-%m-%d}",
        "author": article["author"],
        "topics": ", ".join(article["topics"]),
    }
    escaped = {name: html.escape(text) for name, text in texts.items()}
    return PAGE.format(**escaped, body=_render_body(article))


def _render_body(article: Mapping[str, Any]) -> str:
    return "\n".join(f"<p>{html.escape(text)}</p>" for text in _paragraphs(article["body"]))


def _paragraphs(body: str) -> Iterator[str]:
    return filter(None, body.split("\n\n"))


@cache
def _find_facts() -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """Load the tool, kept beside the articles, that says what an article's page has on it."""
    facts: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    facts = runpy.run_path(str(get_shared() / "tools" / "make_pages.py"))["facts"]
    return facts
