"""Section fronts, results, walls and notices are set aside by name, and no odd article is."""

from collections.abc import Iterator, Mapping

import pytest

from generator.model import Article, Quarantine, Snapshot
from generator.parsing import parse_snapshot
from tests.parsing import gallery
from tests.parsing.gallery import Exhibit

NO_ARTICLES: Mapping[str, Mapping[str, Exhibit]] = {
    "a section front, a list of articles": gallery.SECTIONS,
    "a page of search results": gallery.SEARCHES,
    "a login wall": gallery.LOGINS,
    "a cookie notice": gallery.COOKIES,
    "the site's error page": gallery.MISSING,
    "a check for robots": gallery.ROBOTS,
}


def parse(exhibit: Exhibit) -> Article | Quarantine:
    said = parse_snapshot(
        Snapshot(path="p.html", digest="0" * 64, kind="html", text=exhibit.html, url=exhibit.url)
    )
    return said if isinstance(said, Quarantine) else said[0]


def cases() -> Iterator[object]:
    for reason, exhibits in NO_ARTICLES.items():
        for name, exhibit in exhibits.items():
            yield pytest.param(reason, exhibit, id=name)
    for name, exhibit in gallery.OTHERS.items():
        yield pytest.param(name, exhibit, id=name)


@pytest.mark.parametrize(("reason", "exhibit"), list(cases()))
def test_what_is_no_article_is_set_aside_as_what_it_is(reason: str, exhibit: Exhibit) -> None:
    said = parse(exhibit)
    assert isinstance(said, Quarantine), said.body
    assert said.reason.startswith(reason)


@pytest.mark.parametrize("name", gallery.ARTICLES)
def test_an_odd_article_is_one(name: str) -> None:
    said = parse(gallery.ARTICLES[name])
    assert isinstance(said, Article), said.reason
