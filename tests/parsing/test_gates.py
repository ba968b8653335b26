"""Section fronts, results, walls and notices are set aside by name, and no odd article is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from generator.blocks import plain_text
from generator.model import Article, Quarantine, Snapshot
from generator.parsing import Guides, parse_snapshot
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


def parse(exhibit: Exhibit, *, keep: bool = False) -> Article | Quarantine:
    snapshot = Snapshot(
        path="p.html", digest="0" * 64, kind="html", text=exhibit.html, url=exhibit.url, keep=keep
    )
    said = parse_snapshot(snapshot)
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


@pytest.mark.parametrize(("reason", "exhibit"), list(cases()))
def test_what_is_kept_is_read_as_it_is_unless_it_says_nothing(
    reason: str, exhibit: Exhibit
) -> None:
    said = parse(exhibit, keep=True)
    if isinstance(said, Quarantine):
        assert said.reason.startswith("no article text")
        assert exhibit in gallery.SILENT, reason
    else:
        assert said.header.headline
        assert said.body


def test_a_front_that_is_kept_has_its_headlines_and_not_its_menus() -> None:
    said = parse(gallery.SECTIONS["a front page"], keep=True)
    assert isinstance(said, Article)
    text = plain_text(said.body, figures=False)
    assert "Quay 3 closes once again" in text
    assert "It was said at meeting 3" in text
    assert "Imprint" not in text
    assert ("body", "the whole page") in [(e.field, e.witness) for e in said.evidence]


def test_the_reason_says_how_to_keep_such_a_page() -> None:
    said = parse(gallery.LOGINS["a login in en"])
    assert isinstance(said, Quarantine)
    assert said.reason.endswith("(or keep it as it is, with --keep)")


@pytest.mark.parametrize("name", gallery.PASTES)
def test_a_pasted_page_is_set_aside_as_what_it_is(name: str) -> None:
    reason, text = gallery.PASTES[name]
    snapshot = Snapshot(path="p.txt", digest="0" * 64, kind="text", text=text)
    said = parse_snapshot(snapshot)
    assert isinstance(said, Quarantine), said[0].header.headline
    assert said.reason.startswith(reason)
    (kept,) = parse_snapshot(replace(snapshot, keep=True))
    assert plain_text(kept.body, figures=False)
    assert parse_snapshot(snapshot, Guides(keep=True)) == (kept,)


@pytest.mark.parametrize("name", gallery.PASTED_ARTICLES)
def test_an_odd_pasted_article_is_one(name: str) -> None:
    text = gallery.PASTED_ARTICLES[name]
    said = parse_snapshot(Snapshot(path="p.txt", digest="0" * 64, kind="text", text=text))
    assert not isinstance(said, Quarantine), said.reason


@pytest.mark.parametrize("name", gallery.ARTICLES)
def test_an_odd_article_is_one(name: str) -> None:
    said = parse(gallery.ARTICLES[name])
    assert isinstance(said, Article), said.reason
