"""Whatever order captures arrive in, and in whatever portions, the archive is the same."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model import Article
from tests.content.articles import list_files
from tests.desk.newsroom import add, add_all, capture, read_all

_TIMES = [None, "2023-09-04T08:00", "2023-09-04T08:00+02:00", "2023-09-05", "2023-09-06T10:00"]


@st.composite
def captures(draw: st.DrawFn) -> list[Article]:
    """Draw captures of a few stories that share headlines, days, texts and moments."""
    return [
        capture(
            f"{number}.html",
            *draw(st.sampled_from([("All stop.",), ("Some run.", "* none *"), ("All  stop.",)])),
            headline=draw(st.sampled_from(["Trains stop", "Trains run", "TRAINS STOP"])),
            url=draw(st.sampled_from([None, "https://example.org/a", "https://example.org/b"])),
            published=draw(st.sampled_from(["2023-09-04", "2023-09-04T10:00", "2023-09", None])),
            captured=draw(st.sampled_from(_TIMES)),
            modified=draw(st.sampled_from([None, "2023-09-05T12:00"])),
        )
        for number in range(draw(st.integers(1, 7)))
    ]


@st.composite
def portions(draw: st.DrawFn, articles: Sequence[Article]) -> list[list[Article]]:
    """Draw the same articles in another order, cut into portions, some of them twice."""
    order = draw(st.permutations(articles))
    order += draw(st.lists(st.sampled_from(articles), max_size=3))
    cuts = sorted(draw(st.sets(st.integers(1, len(order)), max_size=4)))
    return [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]


@contextmanager
def empty_archive() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_order_and_portions_make_no_difference(data: st.DataObject) -> None:
    articles = data.draw(captures())
    with empty_archive() as one, empty_archive() as other:
        add(one, *articles)
        add_all(other, data.draw(portions(articles)))
        assert list_files(one) == list_files(other)
        assert {digest for story in read_all(one) for digest in story.digests} == {
            article.snapshot.digest for article in articles
        }


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_only_aliases_tell_the_way_that_it_went(data: st.DataObject) -> None:
    """Stories are the same in any order, and no address is lost that has been a page."""
    articles = data.draw(captures())
    with empty_archive() as one, empty_archive() as other:
        add(one, *articles)
        pages: set[str] = set()
        for portion in data.draw(portions(articles)):
            add(other, *portion, built=True)
            pages |= {story.address for story in read_all(other)}
        stories = read_all(other)
        assert tuple(replace(story, aliases=()) for story in stories) == read_all(one)
        assert pages == {a for story in stories for a in (story.address, *story.aliases)}
        before = list_files(other)
        add(other, *articles, built=True)
        assert list_files(other) == before
