from xml.etree import ElementTree as ET

from generator.site.sitemap import render_sitemaps
from tests.site.stories import make_story, render

SITE = "https://x.example/a&b/"


def read_locations(text: str) -> list[str]:
    return [found.text for found in ET.fromstring(text).findall(".//{*}loc")]


def test_a_small_site_has_one_sitemap() -> None:
    files = render_sitemaps({"": None, "2023/09/04/a/": "2023-09-05"}, SITE)
    assert files.keys() == {"sitemap.xml"}
    assert read_locations(files["sitemap.xml"]) == [SITE, f"{SITE}2023/09/04/a/"]
    assert "<lastmod>2023-09-05</lastmod>" in files["sitemap.xml"]


def test_a_large_site_is_split_by_year() -> None:
    changed = {f"{year}/{n:02}/": None for year in (2021, 2022) for n in range(3)}
    files = render_sitemaps({**changed, "about/": None}, SITE, limit=2)
    assert read_locations(files["sitemap.xml"]) == [
        f"{SITE}sitemap-{name}.xml" for name in ("2021-2", "2021", "2022-2", "2022", "pages")
    ]
    listed = [url for name in files if name != "sitemap.xml" for url in read_locations(files[name])]
    assert sorted(listed) == sorted(SITE + address for address in (*changed, "about/"))


def test_a_years_file_stays_as_it_is_when_another_year_grows() -> None:
    old = {f"2021/{n:02}/": None for n in range(3)}
    more = {**old, **{f"2022/{n:02}/": None for n in range(5)}}
    before, after = (render_sitemaps(changed, SITE, limit=2) for changed in (old, more))
    assert after["sitemap-2021.xml"] == before["sitemap-2021.xml"]


def test_every_page_but_the_one_for_what_is_missing_is_in_the_sitemap(tmp_path) -> None:
    stories = [
        make_story("A", topics=("Rail",), modified="2023-09-06", captured="2023-09-05"),
        make_story("B", None),
    ]
    site = render(stories, tmp_path, url="https://x.example/")
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    listed = {
        url.removeprefix("https://x.example/").rstrip("/") or "." for url in read_locations(text)
    }
    assert listed == pages
    assert "a/</loc><lastmod>2023-09-06</lastmod>" in text
