import hashlib
import itertools
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.markup import find_broken_links, find_faults, parse
from tests.site.samples import SAMPLE
from tests.site.stories import ROOT, make_page, make_story, read, render

QUIET = (
    "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
    " form-action 'self'"
)
SCRIPTED = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return render(SAMPLE, tmp_path_factory.mktemp("site"), url="https://x.example/repo/")


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_the_site_of_one_story_is_exactly_these_files(tmp_path) -> None:
    media = tmp_path / "archive/content/media"
    media.mkdir(parents=True)
    (media / "0123abcd.png").write_bytes(b"picture")
    (media / "unused00.png").write_bytes(b"picture")
    (media / "linked00.png").symlink_to("/etc/hostname")
    story = make_story(
        "A",
        topics=("Rail",),
        section="Local",
        source="Coast Herald",
        byline=("Ada Byrne",),
        url="https://coastherald.example/a",
        body='<p><img src="../../../../media/0123abcd.png" alt="">'
        '<img src="../../../../media/linked00.png" alt=""> media/unused00.png</p>',
    )
    site = render([story], tmp_path)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {name for name in files if not name.startswith("theme/")} == {
        ".nojekyll",
        "2023/09/04/a/index.html",
        "2023/09/04/a/timemap.txt",
        "2023/09/04/index.html",
        "2023/09/index.html",
        "2023/index.html",
        "404.html",
        "about/index.html",
        "bylines/index.html",
        "data/2023.csv",
        "data/2023.jsonl",
        "data/datapackage.json",
        "data/index.html",
        "data/schema.json",
        "feed.json",
        "feed.xml",
        "index.html",
        "media/0123abcd.png",
        "opensearch.xml",
        "search/index.html",
        "search/manifest.json",
        "search/page.0123456789.js",
        "sections/index.html",
        "sections/local/index.html",
        "sitemap-2023.xml",
        "sitemap-pages.xml",
        "sitemap-undated.xml",
        "sitemap.xml",
        "sources/coast-herald/feed.json",
        "sources/coast-herald/feed.xml",
        "sources/coast-herald/index.html",
        "sources/index.html",
        "topics/index.html",
        "undated/index.html",
    }
    themed = {name.split("/")[1].split(".")[0] for name in files if name.startswith("theme/")}
    assert themed == {"gazette", "icon"}


@pytest.mark.parametrize("base", ["/", "/some/repo/"])
def test_no_link_within_the_site_is_broken(tmp_path, base: str) -> None:
    site = render(SAMPLE, tmp_path, url=f"https://x.example{base}")
    assert find_broken_links(site, base) == set()


def test_every_page_is_well_formed(site: Path) -> None:
    assert {path: faults for path in pages(site) if (faults := find_faults(path.read_text()))} == {}


def test_every_page_carries_the_policy_before_anything_else_can_load(site: Path) -> None:
    for page in pages(site):
        head = parse(page.read_text(encoding="utf-8")).xpath("//head/*")
        assert head[0].get("charset") == "utf-8"
        assert head[1].get("http-equiv") == "Content-Security-Policy"
        scripted = page == site / "search/index.html"
        assert head[1].get("content") == (SCRIPTED if scripted else QUIET)


def test_a_child_of_our_theme_may_have_scripts_fonts_and_pictures_of_its_own(tmp_path) -> None:
    folder = tmp_path / "archive/themes/mine"
    for name, text in {
        "theme.toml": 'inherits = "gazette"',
        "templates/day.html": '{% extends "gazette/day.html" %}{% block head %}'
        "<script src=\"{{ SITEURL }}/{{ static['own.js'] }}\"></script>{% endblock %}",
        "static/own.js": "1;",
        "static/own.css": "p { background: url(data:image/gif;base64,) }",
        "static/a.woff2": "",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    site = render([make_story("A")], tmp_path, theme="mine")
    (meta,) = parse(read(site, "2023/09/04/a/")).xpath("//meta[@http-equiv]/@content")
    assert {"script-src 'self'", "img-src 'self' data:", "font-src 'self'"} < {*meta.split("; ")}
    assert "require-trusted-types-for 'script'" in meta


def test_every_page_names_its_language_its_title_and_its_own_heading(site: Path) -> None:
    for page in pages(site):
        tree = parse(page.read_text(encoding="utf-8"))
        assert (tree.get("lang"), tree.get("dir")) == ("en", None)
        assert tree.xpath("string(//title)").strip()
        assert len(tree.xpath("//h1")) == 1
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_no_page_asks_for_anything_elsewhere_or_runs_or_styles_anything(site: Path) -> None:
    for page in pages(site):
        tree = parse(page.read_text(encoding="utf-8"))
        assert tree.xpath("//style | //iframe | //object | //embed | //base | //@style") == []
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == []
        scripts = tree.xpath("//script[not(@type='application/ld+json')]")
        assert [script.get("src") for script in scripts] in ([], ["../search/page.0123456789.js"])
        loaded = tree.xpath("//img/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
        assert [url for url in loaded if urlsplit(url).netloc] == []


def test_headings_step_down_one_level_at_a_time(site: Path) -> None:
    for page in pages(site):
        tree = parse(page.read_text(encoding="utf-8"))
        levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        steps = [after - before for before, after in itertools.pairwise(levels)]
        assert max(steps, default=0) <= 1, page


def test_yesterdays_pages_stay_as_they_are_when_today_arrives(tmp_path) -> None:
    today = [make_story(f"Today {n}", "2030-01-01", topics=("Ferries",)) for n in range(3)]
    before = digest(render(SAMPLE, tmp_path / "before"))
    after = digest(render([*SAMPLE, *today], tmp_path / "after"))
    changed = {name for name in before if after[name] != before[name]}
    old = {name for name in changed if name.startswith("2") and name.count("/") == 4}
    assert old == set()


def digest(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Kathmandu", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
    ],
)
def test_the_same_stories_give_the_same_bytes_anywhere(site: Path, tmp_path, elsewhere) -> None:
    program = (
        "from pathlib import Path\n"
        "from tests.site.samples import SAMPLE\n"
        "from tests.site.stories import render\n"
        f"render(SAMPLE, Path({str(tmp_path)!r}), url='https://x.example/repo/')\n"
    )
    environment = {**os.environ, **elsewhere}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)
    assert digest(tmp_path / "site") == digest(site)


def test_the_settings_say_whether_search_engines_may_come(tmp_path) -> None:
    site = render([make_story("A")], tmp_path, robots="index")
    tree = parse(read(site, "2023/09/04/a/"))
    assert tree.xpath("//meta[@name='robots']/@content") == ["index"]


def test_words_of_ours_are_in_their_language_and_the_archives_in_its_own(tmp_path) -> None:
    stories = [
        make_story("Eins"),
        make_story("Two", language="en"),
        make_story("ثلاثة", language="ar"),
    ]
    own = make_page("dank", "Dank", "<p>An Ada.</p>")
    site = render(stories, tmp_path, language="ar", title="أرشيف", pages=[own])
    for page in pages(site):
        tree = parse(page.read_text(encoding="utf-8"))
        assert (tree.get("lang"), tree.get("dir")) == ("en", None)
        (nameplate,) = tree.xpath("//*[@class='nameplate']")
        assert (nameplate.get("lang"), nameplate.get("dir")) == ("ar", "rtl")
    for address, path in (
        ("2023/09/04/eins/", "//article | //article//h1"),
        ("2023/09/04/", "//article//a[.='Eins']"),
        ("dank/", "//main//h1"),
        ("dank/", "//div[@class='body']"),
    ):
        languages = [language_of(found) for found in parse(read(site, address)).xpath(path)]
        assert set(languages) == {"ar"}, address
    for address, path in (
        ("2023/09/04/two/", "//article"),
        ("2023/09/04/eins/", "//article//time"),
        ("2023/09/04/", "//article//time"),
        ("2023/09/04/", "//article//a[.='Two']"),
    ):
        languages = [language_of(found) for found in parse(read(site, address)).xpath(path)]
        assert set(languages) == {"en"}, address


def language_of(element) -> str:
    """Return the language that an element is in, by itself or by what it stands in."""
    return element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")
