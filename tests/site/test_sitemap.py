from itertools import chain
from pathlib import Path

from lxml import etree

from generator.site.sitemap import render_sitemaps
from tests.site.samples import SAMPLE
from tests.site.stories import make_story, render

SITE = "https://x.example/a&b/"
SCHEMA = etree.XMLSchema(file=str(Path(__file__).with_name("sitemap.xsd")))


def read_locations(text: str) -> list[str]:
    return [found.text for found in etree.fromstring(text.encode()).findall(".//{*}loc")]


def read_all(files: dict[str, str]) -> list[str]:
    """Return the addresses that a sitemap leads to, through its index."""
    parts = [loc.rpartition("/")[2] for loc in read_locations(files["sitemap.xml"])]
    assert sorted([*parts, "sitemap.xml"]) == sorted(files)
    return [*chain.from_iterable(read_locations(files[part]) for part in parts)]


def test_a_sitemap_is_split_by_year() -> None:
    changed = {"": None, "about/": None, "2022/": None, "undated/x/": None, "2023/09/04/a/": None}
    files = render_sitemaps(changed, SITE)
    assert read_locations(files["sitemap.xml"]) == [
        f"{SITE}sitemap-{name}.xml" for name in ("2022", "2023", "pages", "undated")
    ]
    assert sorted(read_all(files)) == sorted(SITE + address for address in changed)


def test_a_page_has_the_day_of_its_last_change() -> None:
    files = render_sitemaps({"2023/09/04/a/": "2023-09-05"}, SITE)
    assert "<lastmod>2023-09-05</lastmod>" in files["sitemap-2023.xml"]


def test_what_is_too_much_for_one_file_is_split_in_parts() -> None:
    changed = {f"{year}/{n:02}/": None for year in (2021, 2022) for n in range(3)}
    files = render_sitemaps({**changed, "about/": None}, SITE, limit=2)
    assert read_locations(files["sitemap.xml"]) == [
        f"{SITE}sitemap-{name}.xml" for name in ("2021", "2021-2", "2022", "2022-2", "pages")
    ]
    assert sorted(read_all(files)) == sorted(SITE + address for address in (*changed, "about/"))


def test_a_years_file_stays_as_it_is_when_another_year_grows() -> None:
    old = {f"2021/{n:02}/": None for n in range(3)}
    more = {**old, **{f"2022/{n:02}/": None for n in range(5)}}
    before, after = (render_sitemaps(changed, SITE) for changed in (old, more))
    assert after["sitemap-2021.xml"] == before["sitemap-2021.xml"]


def test_every_page_but_the_one_for_what_is_missing_is_in_the_sitemap(tmp_path) -> None:
    stories = [
        make_story("A", topics=("Rail",), modified="2023-09-06", captured="2023-09-05"),
        make_story("B", None),
    ]
    site = render(stories, tmp_path, url="https://x.example/")
    files = {path.name: path.read_text(encoding="utf-8") for path in site.glob("sitemap*")}
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    listed = [url.removeprefix("https://x.example/").rstrip("/") or "." for url in read_all(files)]
    assert sorted(listed) == sorted(pages)
    assert "a/</loc><lastmod>2023-09-06</lastmod>" in files["sitemap-2023.xml"]


def test_sitemaps_follow_the_schema(tmp_path) -> None:
    vague = make_story("Vague", "2021", modified="2021-05", captured="2021-06-01T10:00")
    site = render([*SAMPLE, vague], tmp_path, url="https://münchen.example/a&b/")
    files = sorted(site.glob("sitemap*"))
    assert len(files) == 6
    for file in files:
        SCHEMA.assertValid(etree.parse(file))
    assert "xn--mnchen-3ya.example/a&amp;b/" in files[0].read_text(encoding="utf-8")
