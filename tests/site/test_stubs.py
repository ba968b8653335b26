"""Where a story stood before, a page leads on to it, and nothing else of the site knows of that."""

import shutil
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest

from generator.publish.unserved import settle_page
from generator.site import shelves
from generator.site.shelves import INDEX_WHOLE
from tests.site.markup import find_broken_links, find_faults, parse
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
    assert "content=\"default-src 'none'; " in page
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


RAIL = [
    make_story(name, f"2023-09-0{n}", topics=("Rail strike", "Cup"), byline=("Ada Byrne",))
    for n, name in enumerate("ABC", 1)
]


def build(stories, root: Path, listing_from: int = 3) -> dict[str, bytes]:
    """Bring a site of `stories` to the archive's own `output/`; return its files."""
    write(stories, root, url=URL, listing_from=listing_from)
    output = root / "archive" / "output"
    shutil.rmtree(output, ignore_errors=True)
    (root / "site").rename(output)
    files = (file for file in output.rglob("*") if file.is_file())
    return {file.relative_to(output).as_posix(): file.read_bytes() for file in files}


def test_a_topic_that_gets_a_page_is_still_found_in_the_index(tmp_path: Path) -> None:
    build(RAIL[:2], tmp_path)
    assert tmp_path.joinpath("archive/output/topics/index.html").read_text().count('id="cup"') == 1
    build(RAIL, tmp_path)
    output = tmp_path / "archive" / "output"
    for folder, anchor in (("topics", "rail-strike"), ("topics", "cup"), ("bylines", "ada-byrne")):
        (entry,) = parse(read(output, f"{folder}/")).xpath("//li[@id=$id]/a/@href", id=anchor)
        assert entry == f"../{folder}/{anchor}/"
    assert not (tmp_path / "archive/content/former.txt").exists()


def test_where_a_topic_had_a_page_a_stub_leads_to_the_index(tmp_path: Path) -> None:
    build(RAIL, tmp_path)
    site = build(RAIL[:2], tmp_path)
    output = tmp_path / "archive" / "output"
    for address, anchor in (
        ("topics/rail-strike/", "rail-strike"),
        ("bylines/ada-byrne/", "ada-byrne"),
    ):
        page, index = read(output, address), address.partition("/")[0]
        assert f'<meta http-equiv="refresh" content="0; url=../../{index}/#{anchor}">' in page
        assert f'<link rel="canonical" href="{URL}{index}/">' in page
        assert "This list stands at another address now" in page
        assert find_faults(page) == []
    assert find_broken_links(output, "/papers/") == set()
    assert b"rail-strike" not in site["sitemap.xml"]
    feed = feedparser.parse(site["topics/rail-strike/feed.xml"])
    assert [entry.title for entry in feed.entries] == ["B", "A"]


def test_a_stub_of_a_topic_depends_on_what_the_archive_remembers_alone(tmp_path: Path) -> None:
    build(RAIL, tmp_path)
    first = build(RAIL[:2], tmp_path)
    assert build(RAIL[:2], tmp_path) == first
    shutil.rmtree(tmp_path / "archive" / "output")
    assert build(RAIL[:2], tmp_path) == first, "a clean build is the same"
    whole = build(RAIL, tmp_path)
    assert 'http-equiv="refresh"' not in whole["topics/rail-strike/index.html"].decode()
    (tmp_path / "archive/content/former.txt").unlink()
    assert build(RAIL, tmp_path) == whole
    fresh = tmp_path / "fresh"
    assert "topics/rail-strike/index.html" not in build(RAIL[:2], fresh)


def test_a_topic_that_is_gone_leaves_no_stub_and_what_a_person_noted_stays(
    tmp_path: Path,
) -> None:
    build(RAIL, tmp_path)
    former = tmp_path / "archive/content/former.txt"
    former.parent.mkdir(exist_ok=True)
    former.write_text("# Ours\ntopics/rail-strike/\n../../etc/\n", encoding="utf-8")
    site = build([make_story("D", topics=("Cup",))], tmp_path)
    assert "topics/cup/index.html" in site
    assert not {"topics/rail-strike/index.html", "bylines/ada-byrne/index.html"} & site.keys()
    assert former.read_text(encoding="utf-8").splitlines() == [
        "# Where topics and bylines stood once: the site leads on from there.",
        "../../etc/", "topics/cup/", "topics/rail-strike/",
    ]  # fmt: skip


def test_a_link_to_a_name_holds_when_its_index_is_parted_by_letter(tmp_path: Path) -> None:
    names = [f"{'abc'[n % 3]} topic {n}" for n in range(INDEX_WHOLE)]
    first = [make_story("A", topics=("Rail", *names[:-1])), make_story("B", topics=("Rail",))]
    more = [*first, make_story("C", topics=("Rail", names[-1]))]
    build(first, tmp_path)
    output = tmp_path / "archive" / "output"
    (link,) = parse(read(output, "2023/09/04/a/")).xpath("//a[.='a topic 0']/@href")
    assert link == "../../../../topics/#a-topic-0"
    site = build(more, tmp_path)
    page = parse(read(output, "topics/"))
    for anchor, wanted in (("a-topic-0", "topics/_a/#a-topic-0"), ("rail", "topics/rail/")):
        (entry,) = page.xpath("//li[@id=$id]/a/@href", id=anchor)
        assert entry == f"../{wanted}"
    assert len(page.xpath("//li[@id]")) == INDEX_WHOLE
    assert find_broken_links(output, "/papers/") == set()
    assert find_faults(read(output, "topics/")) == []
    assert build(more, tmp_path) == site


def test_where_a_letter_had_a_page_a_stub_leads_to_the_whole_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "INDEX_WHOLE", 2)
    few = [make_story("A", topics=("Rail", "2023"))]
    build([*few, make_story("B", topics=("Cup",))], tmp_path)
    output = tmp_path / "archive" / "output"
    assert "Rail" in read(output, "topics/_r/")
    site = build(few, tmp_path)
    for letter, wanted in (("_r", "#_r"), ("_0", "#_0"), ("_c", "")):
        page = read(output, f"topics/{letter}/")
        assert f'<meta http-equiv="refresh" content="0; url=../../topics/{wanted}">' in page
        assert find_faults(page) == []
    assert find_broken_links(output, "/papers/") == set()
    assert build(few, tmp_path) == site
    shutil.rmtree(output)
    assert build(few, tmp_path) == site, "a clean build is the same"
    whole = build([*few, make_story("B", topics=("Cup",))], tmp_path)
    assert b'http-equiv="refresh"' not in whole["topics/_r/index.html"]
