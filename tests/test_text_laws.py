"""What a page says is what a reader of the site and of the files in `content/` reads."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.blocks import plain_text
from generator.content.html import read_markdown
from generator.content.markdown import render_markdown
from generator.model import Article, Block, Figure, Quarantine
from generator.parsing import parse_snapshot
from generator.snapshots import read_snapshots
from generator.text import squeeze
from tests.content.renderers import render_stock, text_of
from tests.content.test_markdown import lines_of

SETS = ("publishers", "articles", "pasted")
PICTURE = f"../../../../media/{'a' * 64}.jpg"


def read_articles(pages: Path) -> Iterator[tuple[str, Article]]:
    """Yield the articles of all real pages, each with the name of its file."""
    files = (file for name in SETS for file in sorted((pages / name).iterdir()))
    for file in files:
        if file.name.endswith((".html.gz", ".txt")):
            for snapshot in read_snapshots(file, f"{file.parent.name}/{file.name}"):
                assert not isinstance(snapshot, Quarantine), snapshot.reason
                said = parse_snapshot(snapshot)
                # Each of them holds an article, so that no gate may close before one.
                assert not isinstance(said, Quarantine), f"{snapshot.path}: {said.reason}"
                yield from ((snapshot.path, article) for article in said)


def pictures_of(body: tuple[Block, ...]) -> Mapping[str, str]:
    return {block.src: PICTURE for block in body if isinstance(block, Figure) and block.src}


@pytest.mark.shared
def test_markdown_and_its_pages_say_what_each_real_page_says(shared: Path) -> None:
    """One pass over all of them, since most of the time is in reading the pages."""
    count = 0
    for name, article in read_articles(shared / "pages"):
        told = plain_text(article.body, figures=True)
        said = squeeze(told)
        markdown = render_markdown(article.body, pictures_of(article.body))
        ours = read_markdown(markdown, "2023/09/04/x/", lambda _name: (800, 600))
        assert text_of(ours.html) == said, name
        assert lines_of(ours.text) == lines_of(told), name
        stock = render_stock(render_markdown(article.body, {}))
        assert text_of(stock) == said, name
        assert "<img" not in stock, name
        count += 1
    assert count > 400
