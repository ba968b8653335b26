"""Where a story stood before, a page leads on to it, and nothing else of the site knows of that."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.publish.unserved import settle_page
from generator.site.render import POLICY
from tests.site.markup import find_faults
from tests.site.stories import make_page, make_story, read, render, write

OLD = "2023/09/03/council-meets/"
MOVED = replace(
    make_story("Council <meets> & “votes”", slug="council-meets", language="de"),
    aliases=(OLD, "undated/council-meets/"),
)
URL = "https://example.org/papers/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render([MOVED, make_story("Other")], tmp_path_factory.mktemp("stubs"), url=URL)


def test_the_old_address_leads_to_the_new_one(site: Path) -> None:
    page = read(site, OLD)
    up = "../../../../"
    assert f'<meta http-equiv="refresh" content="0; url={up}{MOVED.address}">' in page
    assert f'<a href="{up}{MOVED.address}" lang="de" dir="ltr">' in page
    assert f'<link rel="canonical" href="{URL}{MOVED.address}">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert POLICY in page
    assert "Council &lt;meets&gt; &amp; “votes”</a>" in page
    assert find_faults(page) == []
    assert (site / OLD / up / MOVED.address / "index.html").resolve() == (
        site / MOVED.address / "index.html"
    )
    shallow = read(site, "undated/council-meets/")
    assert f'content="0; url=../../{MOVED.address}"' in shallow


def test_nothing_else_of_the_site_tells_of_it(site: Path) -> None:
    stubs = {site / alias / "index.html" for alias in MOVED.aliases}
    for file in site.rglob("*"):
        if file.is_file() and file not in stubs:
            text = file.read_text(encoding="utf-8", errors="replace")
            assert not any(alias in text for alias in MOVED.aliases), file
    assert not (site / "2023/09/03/index.html").exists()


def test_on_a_disk_it_leads_to_the_file(site: Path) -> None:
    page = settle_page(read(site, OLD), None)
    assert f'content="0; url=../../../../{MOVED.address}index.html"' in page


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_a_stub_is_the_same_in_every_theme(tmp_path: Path, theme: str, site: Path) -> None:
    write([MOVED], tmp_path, theme=theme, url=URL)
    assert read(tmp_path / "site", OLD) == read(site, OLD)


def test_who_stands_there_now_stays(tmp_path: Path) -> None:
    stays = make_story("Budget", "2023-09-03")
    claims = [
        replace(make_story("First"), aliases=(stays.address, OLD)),
        replace(make_story("Second"), aliases=(OLD,)),
    ]
    told = write([stays, *claims], tmp_path)
    assert told == (
        "content/articles/2023/09/04/first.md: nothing leads to it from 2023/09/03/budget, since"
        " content/articles/2023/09/03/budget.md has that address",
        "content/articles/2023/09/04/second.md: nothing leads to it from"
        " 2023/09/03/council-meets, since content/articles/2023/09/04/first.md has that address",
    )
    assert "harbour council met" in read(tmp_path / "site", stays.address)
    assert "2023/09/04/first/" in read(tmp_path / "site", OLD)


def test_a_page_of_the_site_stays(tmp_path: Path) -> None:
    # No alias that is read can be such an address; the site doesn't rely on that.
    story = replace(make_story("First"), aliases=("topics/", "notice/"))
    told = write([story], tmp_path, pages=[make_page("notice", html="<p>Ours</p>")])
    assert len(told) == 2
    assert all("since the site has that address" in each for each in told)
    assert "Ours" in read(tmp_path / "site", "notice/")
