"""Themes that were made for Pelican and know nothing of us."""

import json
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.errors import ThemeError
from generator.site.foreign_pages import LATEST
from generator.site.shelves import INDEX_WHOLE
from generator.text import fold
from tests.browsing import PageLog
from tests.site.markup import find_broken_links, parse, texts
from tests.site.samples import SAMPLE
from tests.site.stories import SEARCH, make_page, make_story, read, render, write
from tests.site.test_hostile import HARMLESS, PAYLOADS, make_hostile
from tests.site.test_relations import FERRY, fill
from tests.site.web import find_broken

KNOWN = ("simple", "notmyidea")
INSTALLED = ("reflex", "pelican-engineering-theme", "themeless")
PAGES = (
    "",
    "2023/",
    "2023/12/",
    "2023/12/05/",
    "2022/09/",
    "2023/12/05/the-last-ferry/",
    "undated/a-notice-without-a-date/",
    "topics/",
    "topics/ferries/",
    "sections/",
    "sections/local/",
    "sources/",
    "sources/the-coast-herald/",
    "bylines/",
    "bylines/ada-byrne/",
    "undated/",
    "search/",
    "about/",
    "mine/",
    "archives.html",
    "404.html",
)


def render_sample(theme: str, root: Path, listing_from: int = 1) -> Path:
    page = make_page("mine", "A page of mine", "<p>My own words.</p>")
    return render(
        SAMPLE,
        root,
        pages=[page],
        theme=theme,
        title="The Quay",
        url="https://quay.example/papers/",
        listing_from=listing_from,
    )


@pytest.fixture(scope="module", params=(*KNOWN, *INSTALLED))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render_sample(request.param, tmp_path_factory.mktemp(request.param))


def make_theme(root: Path, name: str = "theirs", **files: str) -> Path:
    """Write a theme of these files; `base_html` is the template base.html, `css` a style."""
    folder = root / "archive/themes" / name
    for file, text in files.items():
        stem, _, kind = file.rpartition("_")
        place = folder / ("templates" if kind == "html" else "static") / f"{stem}.{kind}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return folder


def test_every_kind_of_page_is_there_in_the_themes_own_frame(site: Path) -> None:
    for address in PAGES:
        tree = parse(read(site, address))
        assert "The Quay" in tree.text_content(), address
        assert len(tree.xpath("//a[contains(@href, 'topics/')]")) > 0, address


def test_no_link_is_broken_wherever_the_site_stands(site: Path) -> None:
    assert find_broken_links(site, "/papers/") == set()
    assert {page for page, _ in find_broken_links(site)} <= {"404.html"}


def test_a_story_has_its_words_its_dates_and_says_that_it_is_a_copy(site: Path) -> None:
    page = read(site, "2023/12/05/the-last-ferry/")
    shown = " ".join(parse(page).text_content().split())
    for words in (
        "The last ferry",
        "nobody was on it but the crew",
        "5 December 2023, 06:45 UTC+1",
        "This is an archived copy of a story first published by The Coast Herald.",
        "Ada Byrne",
        "Town council",
    ):
        assert words in shown
    assert [
        field for field in parse(page).xpath("//dl/*") if not field.text_content().strip()
    ] == []
    original = "https://coastherald.example/local/the-last-ferry?page=all"
    assert parse(page).xpath("//*[@role='note']//a[@href=$url]", url=original)


def test_no_date_is_shown_that_nobody_knows(site: Path) -> None:
    undated = read(site, "undated/a-notice-without-a-date/")
    assert "1970" not in undated
    assert "Without a date" in undated
    year = parse(read(site, "2022/the-year-in-storms/")).text_content()
    assert "January" not in year


def test_every_page_has_one_policy_before_all_else(site: Path) -> None:
    for file in site.rglob("*.html"):
        head = parse(file.read_text(encoding="utf-8")).xpath("//head/*")
        assert (head[0].get("charset"), head[1].get("http-equiv")) == (
            "utf-8",
            "Content-Security-Policy",
        )
        assert head[1].get("content").startswith("default-src 'none'; script-src 'self'")
        assert [tag.get("content") for tag in head if tag.get("name") == "robots"] == ["noindex"]


def test_the_search_page_has_what_its_script_needs(site: Path) -> None:
    tree = parse(read(site, "search/"))
    (main,) = tree.xpath("//main")
    assert main.get("data-search-manifest") == f"../{SEARCH.manifest}"
    assert main.xpath(".//form[@role='search']")
    assert main.xpath(".//*[@id='search-results']")
    assert tree.xpath("//script[@type='module']/@src") == [f"../{SEARCH.script}"]


def test_a_theme_is_found_beside_the_archive_or_in_it(tmp_path) -> None:
    make_theme(tmp_path, base_html="<main>{% block content %}{% endblock %}</main>")
    shutil.copytree(tmp_path / "archive/themes/theirs", tmp_path / "archive/beside")
    for name in ("theirs", "themes/theirs", "./themes/theirs", "beside"):
        site = render([make_story("A")], tmp_path, theme=name)
        assert "<main>" in read(site, "2023/09/04/a/")


@pytest.mark.parametrize("block", ["content", "main", "body", "stuff_of_the_page"])
def test_what_a_theme_lacks_is_set_in_its_own_frame(tmp_path, block: str) -> None:
    frame = f"<html><head></head><body><b>frame</b>{{% block {block} %}}{{% endblock %}}</body>"
    page = (
        f'{{% extends "frame.html" %}}{{% block {block} %}}{{{{ page.content }}}}{{% endblock %}}'
    )
    make_theme(tmp_path, frame_html=frame, page_html=page)
    site = render_sample("theirs", tmp_path)
    for address in PAGES:
        assert "<b>frame</b>" in read(site, address), address
    assert texts(read(site, "2023/12/05/"), "//h1") == ["Tuesday, 5 December 2023"]
    assert "My own words." in read(site, "mine/")
    assert find_broken_links(site, "/papers/") == set()


def test_a_topic_without_a_page_stands_in_our_index_in_the_themes_frame(tmp_path) -> None:
    site = render_sample("notmyidea", tmp_path, listing_from=3)
    page = read(site, "topics/")
    assert parse(page).xpath("//li[@id='weather']//a/@href") == ["../2022/the-year-in-storms/"]
    assert 'id="banner"' in page
    assert find_broken_links(site, "/papers/") == set()


def test_a_theme_without_a_frame_leaves_our_pages_plain(tmp_path) -> None:
    make_theme(tmp_path, article_html="<html><body>{{ article.content }}</body></html>")
    site = render_sample("theirs", tmp_path)
    assert texts(read(site, "2023/12/05/"), "//h1") == ["Tuesday, 5 December 2023"]
    assert "nobody was on it" in read(site, "2023/12/05/the-last-ferry/")
    assert find_broken_links(site, "/papers/") == set()


def test_the_front_page_has_the_latest_and_the_ways_into_the_rest(tmp_path) -> None:
    stories = [make_story(f"Story {n}", f"2023-01-{n + 1:02}") for n in range(LATEST + 3)]
    front = read(render(stories, tmp_path, theme="simple"), "")
    shown = texts(front, "//article//h2[starts-with(., 'Story')]")
    assert shown == [f"Story {n}" for n in reversed(range(3, LATEST + 3))]
    assert parse(front).xpath("//a[@href='./2023/']")


def test_a_theme_that_would_load_from_elsewhere_does_not_and_is_told_of(tmp_path) -> None:
    frame = (
        '<head><link rel="preconnect" href="https://fonts.example">'
        '<link rel="stylesheet" href="//cdn.example/a.css"></head>'
        '<script src="https://cdn.example/a.js"></script>{% block content %}{% endblock %}'
    )
    make_theme(tmp_path, base_html=frame, a_css="@import url(https://css.example/x.css);")
    told = write([make_story("A")], tmp_path, theme="theirs")
    assert "cdn.example, css.example, fonts.example" in told[0]
    page = read(tmp_path / "site", "2023/09/04/a/")
    assert ".example" not in page
    assert write([make_story("A")], tmp_path, theme="theirs", csp="theme") == ()
    page = read(tmp_path / "site", "2023/09/04/a/")
    assert "https://cdn.example/a.js" in page
    assert (
        "script-src 'self' https://cdn.example https://css.example https://fonts.example;" in page
    )


HOSTILE_TEMPLATE = """<!doctype html>
<html><head><title>{{ article.title|safe }}</title></head><body>
<h1 title="{{ article.title|striptags|safe }}">{{ article.title|safe }}</h1>
{% autoescape false %}<h2>{{ article.title }}</h2>{{ article.category }}{{ article.tags|join(" ") }}
{% endautoescape %}
<h3 class={{ article.title }}>{{ article.metadata.title|safe }}</h3>
<a href="{{ article.title }}">{{ "<i>" ~ article.title ~ "</i>" }}</a>
{{ "&rarr; %s"|format(article.title) }} {{ article.title|replace("a", "<b>")|safe }}
{{ article.title|replace("&lt;", "<")|replace("&gt;", ">")|replace("&#34;", '"')|safe }}
{{ article.title|truncate(20)|safe }}{{ article.title|urlize|safe }}
{{ [article.title]|join("<br>") }}{{ article.title|of_a_plugin|safe }}
{{ _(article.title) }}{{ gettext("<i>%(it)s</i>", it=article.title) }}
{% trans it=article.title %}<i>{{ it }}</i>{% endtrans %}
{{ ngettext(article.title, article.title, 2) }}{{ _("%s")|format(article.title)|safe }}
<script>var title = "{{ article.title }}";</script>
<script type="application/ld+json">{"headline": {{ article.title|tojson }}}</script>
<p onclick="{{ article.title }}" style="color: {{ article.title }}">{{ article.summary }}</p>
{{ article.content }}</body></html>"""


DRAWN = ("heat meta", "years")  # our own pictures
LOADING = ("img", "link", "script", "iframe", "video", "audio", "source", "embed", "object")


def find_running(page: str, own: bool = False) -> list[str]:
    """Return what a browser without a policy would run or load in a page, but our own module."""
    tree = LexborHTMLParser(page)
    found = tree.css("iframe, object, embed, base, svg, math, form[action^=javascript], [srcdoc]")
    for node in tree.root.traverse():
        names = [name.lower() for name in node.attributes]
        runs = any(name.startswith("on") for name in names)
        address = (node.attributes.get("href") or node.attributes.get("src") or "").strip()
        if node.tag == "svg" and (node.parent.attributes.get("class") or "") in DRAWN:
            found.remove(node)
        outward = node.tag in LOADING and address.startswith(("http", "//")) and names[0] != "rel"
        if runs or outward or address.lower().startswith(("javascript:", "data:")):
            found.append(node)
    inline = [node for node in tree.css("script") if not node.attributes.get("src")]
    code = [node for node in inline if node.attributes.get("type") != "application/ld+json"]
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
    found += [node for node in code if not own or hash_of(node.text()) not in policy]
    return [node.html or "" for node in found]


def hash_of(text: str) -> str:
    """Return what a policy calls an inline script or style."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_headline_stays_text_whatever_a_theme_does_with_it(tmp_path, payload: str) -> None:
    make_theme(tmp_path, article_html=HOSTILE_TEMPLATE)
    site = render([make_hostile(payload)], tmp_path, theme="theirs")
    page = read(site, "1970/01/01/story/")
    assert find_running(page) == []
    tree = parse(page)
    assert tree.xpath("string(//h1)") == payload
    assert tree.xpath("string(//h1/@title)") == payload
    assert tree.xpath("string(//h2)") == payload


@pytest.mark.parametrize("theme", [*KNOWN, *INSTALLED])
def test_a_hostile_page_is_as_harmless_as_a_plain_one(tmp_path, theme: str) -> None:
    said = {fold(payload): payload for payload in PAYLOADS if fold(payload)}.values()
    stories = [make_hostile(payload, day) for day, payload in enumerate([HARMLESS, *said])]
    site = render(stories, tmp_path, theme=theme)
    for file in site.rglob("*.html"):
        assert find_running(file.read_text(encoding="utf-8"), own=True) == [], file


@pytest.mark.browser
@pytest.mark.parametrize(("theme", "bypass"), [("simple", True), ("notmyidea", False)])
def test_nothing_of_a_saved_page_runs_in_a_browser(
    chromium, serve_folder, tmp_path, theme: str, bypass: bool
) -> None:
    stories = [make_hostile(payload, day) for day, payload in enumerate(PAYLOADS)]
    base, log = serve_folder(render(stories, tmp_path, theme=theme)), PageLog()
    addresses = ["", "1970/", "topics/", "bylines/", "sections/", "archives.html", "search/"]
    addresses += [story.address for story in stories[::3]]
    with chromium.new_context(bypass_csp=bypass) as context:
        page = context.new_page()
        log.watch(page)
        for address in addresses:
            page.goto(f"{base}{address}")
    log.assert_quiet()


def test_a_themes_own_inline_code_may_run_and_nothing_else(tmp_path) -> None:
    frame = (
        "<head><style>b { color: red }</style>"
        "<script>document.title += '{{ SITENAME }}'</script></head>"
        "<script>own()</script>{% if article %}<script>{{ article.title }}</script>{% endif %}"
        '<p style="margin: 0" onclick="own()">{% block content %}{% endblock %}</p>'
    )
    make_theme(tmp_path, base_html=frame)
    page = read(render([make_story("evil()")], tmp_path, theme="theirs"), "2023/09/04/evil/")
    (policy,) = parse(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    scripts = parse(page).xpath("//script[not(@type)]/text()")
    assert scripts == ["document.title += 'A news archive'", "own()"]
    for text in (*scripts, "b { color: red }", "margin: 0"):
        assert hash_of(text) in policy
    assert "unsafe-inline" not in policy
    assert policy.count("sha256-") == 4
    assert "onclick" not in page


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        ("article", "{{ article.nothing.more }}", "an article has no attribute 'nothing'"),
        ("article", "{{ foo.bar.baz }}", "'foo' is undefined"),
        ("index", "{% if %}", "Expected an expression"),
        ("tag", '{% include "nothing.html" %}', 'no template "nothing.html"'),
        ("base", '{% extends "nowhere.html" %}', 'no template "nowhere.html"'),
        ("page", "{% thumbnail %}", "it may be that of a plugin, and no plugin runs here"),
    ],
)
def test_a_broken_template_is_named_with_its_line_and_the_old_site_stays(
    tmp_path, template: str, text: str, said: str
) -> None:
    folder = make_theme(tmp_path, base_html="{% block content %}{% endblock %}")
    (folder / f"templates/{template}.html").write_text(f"\n{text}\n", encoding="utf-8")
    page = make_page("mine")
    with pytest.raises(ThemeError) as caught:
        write(
            [make_story("A", topics=("Rail",))],
            tmp_path,
            theme="theirs",
            listing_from=1,
            pages=[page],
        )
    assert said in str(caught.value)
    assert str(caught.value).endswith(f"{folder}/templates/{template}.html, line 2")


def test_what_only_a_plugin_has_is_done_without_and_told(tmp_path) -> None:
    frame = (
        '{% assets filters="cssmin", output="all.css", "css/a.css", "css/b.scss" %}'
        '<link rel="stylesheet" href="{{ SITEURL }}/{{ ASSET_URL }}">{% endassets %}'
        "<b>{{ SITENAME|typogrify }}</b>{{ categories|cloud }}"
        "{% block content %}{% endblock %}"
    )
    folder = make_theme(tmp_path, base_html=frame)
    (folder / "static/css").mkdir(parents=True)
    (folder / "static/css/a.css").write_text("a {}", encoding="utf-8")
    told, _ = write([make_story("A")], tmp_path, theme="theirs")
    assert told.endswith(
        "it asks for what only a plugin has, and was set without: cloud, typogrify"
    )
    page = read(tmp_path / "site", "2023/09/04/a/")
    assert parse(page).xpath("//link[@rel='stylesheet']/@href")[-1] == "../../../../theme/css/a.css"
    assert "<b>A news archive</b>" in page


@pytest.mark.parametrize("href", ["/topics/", "topics.html", "{{ SITEURL }}/tags.html", "/gone/"])
def test_a_link_that_a_theme_takes_for_granted_leads_where_we_have_it(tmp_path, href: str) -> None:
    make_theme(tmp_path, base_html=f"<a href='{href}'>x</a>{{% block content %}}{{% endblock %}}")
    site = render([make_story("A", topics=("Rail",))], tmp_path, theme="theirs")
    assert find_broken_links(site, "/") == set()
    (link, *_) = parse(read(site, "2023/09/04/a/")).xpath("//a")
    wanted = None if href in ("/gone/", "topics.html") else "../../../../topics/"
    assert link.get("href") == wanted


@pytest.mark.parametrize("theme", [*KNOWN, *INSTALLED])
def test_an_archive_without_a_story_has_all_its_pages(tmp_path, theme: str) -> None:
    site = render([], tmp_path, theme=theme)
    assert find_broken_links(site) == set()
    assert read(site, "topics/")


def test_a_menu_may_ask_for_more_than_a_name_and_an_address(tmp_path) -> None:
    loop = "{% for title, link, icon in MENUITEMS %}<a href='{{ SITEURL }}/{{ link }}'>{{ title }}"
    make_theme(tmp_path, base_html=f"{loop}</a>{{% endfor %}}{{% block content %}}{{% endblock %}}")
    page = read(render([make_story("A")], tmp_path, theme="theirs"), "2023/09/04/a/")
    assert parse(page).xpath("//a/@href")[1] == "../../../../topics/"


def test_a_setting_that_nobody_has_made_is_nothing_whatever_is_done_with_it(tmp_path) -> None:
    frame = (
        "<p id='it'>{{ LICENSE.name }}{{ LICENSE.format(year=2020) }}{{ SIZE * 2 }}{{ 7 % SIZE }}"
        "{{ SIZE - 1 }}{{ -SIZE }}{{ MAIL.split('@')[0] }}{{ SIZE|round|int or '' }}"
        "{% if SIZE > 3 or SIZE <= 1 %}big{% endif %}{% if SIZE is of_a_plugin %}odd{% endif %}"
        "{% for key, value in SOCIAL_MAP.items() %}{{ key }}{% endfor %}{{ ' ' + NAME }}</p>"
        "{% for each in categories|sort(reverse=NEWEST) %}<b>{{ each.0 }}</b>{% endfor %}"
        "{% for each in pages|sort(attribute='menu_order') %}<u>{{ each.title }}</u>{% endfor %}"
        "{% block content %}{% endblock %}"
    )
    make_theme(tmp_path, base_html=frame)
    page = read(render_sample("theirs", tmp_path), "2023/12/05/the-last-ferry/")
    assert texts(page, "//p[@id='it']") == [""]
    assert "Local" in texts(page, "//b")
    assert texts(page, "//u") == ["About", "A page of mine"]


def test_a_text_to_be_translated_is_said_as_it_is(tmp_path) -> None:
    said = (
        "<p>{{ _('By %(who)s in %(place)s', who=article.author, place='<a>%s</a>'|format(1)) }};"
        "{% trans who=article.author %}100% <b>{{ who }}</b>{% endtrans %};"
        "{% trans count=2 %}one{% pluralize %}{{ count }} of <u>them</u>{% endtrans %};"
        "{{ ngettext('%(num)d hit', '%(num)d hits', 3) }};{{ pgettext('x', 'Off') }};"
        "{{ _('%s, again')|format('Ada') }};{{ _('50% & more') }}</p>"
    )
    make_theme(tmp_path, article_html=said)
    page = read(
        render([make_story("A", byline=("A & B",))], tmp_path, theme="theirs"), "2023/09/04/a/"
    )
    assert (
        "<p>By A &amp; B in <a>1</a>;100% <b>A &amp; B</b>;2 of <u>them</u>;"
        "3 hits;Off;Ada, again;50% &amp; more</p>"
    ) in page


PAGED = {
    "base_html": "<head></head><body class='b'>{% block content %}{% endblock %}</body>",
    "page_html": (
        '{% extends "base.html" %}{% block content %}<section id="paper"><h2>{{ page.title }}</h2>'
        '<div class="text">{{ page.content }}</div>{{ page.metadata.keywords }}</section>'
        "{% endblock %}"
    ),
}
"""A theme that has a template for its owner's own pages."""


def test_our_pages_are_set_as_the_theme_sets_its_owners_own(tmp_path) -> None:
    make_theme(tmp_path, **PAGED)
    site = render_sample("theirs", tmp_path)
    for address, title in (("2023/12/05/", "Tuesday, 5 December 2023"), ("search/", "Search")):
        tree = parse(read(site, address))
        assert [each.text_content() for each in tree.xpath("//h1 | //section/h2")][:1] == [title]
        assert tree.xpath("//h1") == []
        assert tree.xpath("//section/div[@class='text']//form | //section//table")
    assert parse(read(site, "search/")).xpath("//main[@data-search-manifest]")
    assert find_broken_links(site, "/papers/") == set()


def test_what_follows_a_page_of_the_theme_is_set_as_one_of_its_pages(tmp_path) -> None:
    own = '{% extends "base.html" %}{% block content %}<h1>{{ period }}</h1>{% endblock %}'
    make_theme(tmp_path, **PAGED, period_archives_html=own, index_html=own)
    site = render_sample("theirs", tmp_path)
    year = parse(read(site, "2023/"))
    assert year.xpath("string(//section/h2)") == "Calendar"
    assert year.xpath("//section//div[@class='heat meta']//a[@href='12/']")
    assert len(year.xpath("//section//table")) == 12
    assert year.xpath("//@id") == []
    assert parse(read(site, "")).xpath("//section//form[@role='search']")
    assert find_broken_links(site, "/papers/") == set()


def test_a_template_with_nothing_in_it_is_none(tmp_path) -> None:
    make_theme(tmp_path, **PAGED, article_html="\n", index_html="", tag_html=" ")
    site = render_sample("theirs", tmp_path)
    assert "nobody was on it" in read(site, "2023/12/05/the-last-ferry/")
    assert parse(read(site, "topics/ferries/")).xpath("//section[@id='paper']//a")


def test_parts_of_a_date_that_nobody_knows_are_not_shown(tmp_path) -> None:
    parts = (
        "{{ article.date.year }}/{{ article.date.month }}/{{ article.date.day }};"
        "{{ article.date.strftime('%d') }},{{ article.date.strftime('%B')[:3] }},"
        "{{ article.date.strftime('%Y') }};{{ article.date.date() }};{{ article.date|ago }};"
        "{{ '{:%b %Y}'.format(article.date) }};{{ article.date.strftime('%d')|int }}"
    )
    make_theme(tmp_path, article_html=f"<p>{parts}</p>")
    dates = ("2023-09-04T14:11", "2023-09-04", "2023-09", "2023", None)
    stories = [make_story(f"S {n}", date) for n, date in enumerate(dates)]
    site = render(stories, tmp_path, theme="theirs")
    said = [texts(read(site, story.address), "//p[1]")[0] for story in stories]
    assert said == [
        "2023/9/4;04,Sep,2023;2023-09-04;09/04/23;Sep 2023;4",
        "2023/9/4;04,Sep,2023;2023-09-04;09/04/23;Sep 2023;4",
        "2023/9/;,Sep,2023;2023-09;;Sep 2023;",
        "2023//;,,2023;2023;;2023;",
        "//;,,Without a date;;;Without a date;",
    ]


def test_a_year_and_a_month_are_the_themes_and_a_day_has_our_front_page(tmp_path) -> None:
    said = "<p>{{ period|datetime_from_period|strftime('%d %B %Y') }}</p>"
    own = f"{{% extends 'base.html' %}}{{% block content %}}{said}{{% endblock %}}"
    make_theme(tmp_path, base_html="{% block content %}{% endblock %}", period_archives_html=own)
    site = render_sample("theirs", tmp_path)
    shown = [texts(read(site, each), "//p[1]")[0] for each in ("2023/12/", "2023/")]
    assert shown == ["December 2023", "2023"]
    assert "Local" in texts(read(site, "2023/12/05/"), "//h2")


def test_links_from_the_root_and_to_places_that_there_are_not(tmp_path) -> None:
    links = (
        '<a href="{{ article.category.url }}">1</a><a href="feed.xml">2</a><a href="./">3</a>'
        '<a href="#nowhere">4</a><a href="#here">5</a><b id="here"></b><a href="gone.html">6</a>'
        '<a href="{{ article.category.url|format_siteurl }}">7</a>'
    )
    make_theme(tmp_path, article_html=links)
    story = make_story("A", section="Local")
    page = read(render([story], tmp_path, theme="theirs", listing_from=1), "2023/09/04/a/")
    found = [link.get("href") for link in parse(page).xpath("//a[string-length(.) = 1]")]
    up = "../../../.."
    assert found == [f"{up}/sections/local/", f"{up}/feed.xml", "./", None, "#here", None, found[0]]


def test_a_style_that_a_program_would_make_is_the_finished_one_if_there_is_one(tmp_path) -> None:
    frame = "{% assets output='css/all.css', 'scss/a.scss', 'b.js' %}<i>{{ ASSET_URL }}</i>"
    frame += "{% endassets %}{% assets 'scss/own.scss', 'scss/none.scss' %}<i>{{ ASSET_URL }}</i>"
    folder = make_theme(
        tmp_path, base_html=f"{frame}{{% endassets %}}{{% block content %}}{{% endblock %}}"
    )
    for name in ("css/all.css", "css/own.css", "b.js"):
        (folder / "static" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "static" / name).write_text("", encoding="utf-8")
    (told,) = write([make_story("A")], tmp_path, theme="theirs")
    assert "a program would have to make its style of scss/none.scss, and none runs here" in told
    page = read(tmp_path / "site", "2023/09/04/a/")
    assert texts(page, "//i")[:2] == ["theme/css/all.css", "theme/css/own.css"]


def test_a_story_is_described_to_machines_and_its_notes_stand_out(site: Path) -> None:
    tree = parse(read(site, "2023/12/05/the-last-ferry/"))
    data = tree.xpath("//script[@type='application/ld+json']/text()")
    assert "NewsArticle" in {json.loads(each).get("mainEntity", {}).get("@type") for each in data}
    assert tree.xpath("//meta[@name='citation_author']/@content")[0] == "Ada Byrne"
    (time_map,) = tree.xpath("//link[@rel='timemap']/@href")
    listed = (site / "2023/12/05/the-last-ferry" / time_map).read_text(encoding="utf-8")
    anchors = re.findall(r"#(\w+)>", listed)
    assert [len(tree.xpath("//*[@id=$id]", id=anchor)) for anchor in anchors] == [1, 1]
    assert tree.xpath("//link[@rel='original']")


def test_related_stories_are_those_that_plugins_would_find(tmp_path) -> None:
    own = (
        "{% for each in article.related_posts or article.similar_posts %}<i>{{ each.title }}</i>"
        "{% endfor %}{% if article.prev_article %}<b>{{ article.prev_article.url }}</b>{% endif %}"
        "{% if article.next_article %}<u>{{ article.next_article.url }}</u>{% endif %}"
    )
    make_theme(tmp_path, article_html=own)
    stories = [
        *fill(),
        make_story("A", "2023-09-03", text=FERRY),
        make_story("B", "2023-09-04", text=FERRY),
        make_story("C", "2023-09-04"),
    ]
    site = render(stories, tmp_path, theme="theirs")
    page = read(site, "2023/09/04/b/")
    assert texts(page, "//i") == ["A"]
    assert texts(page, "//u") == ["2023/09/04/c/"]
    assert texts(read(site, "2023/09/04/c/"), "//b") == ["2023/09/04/b/"]
    assert texts(read(site, "2023/09/03/a/"), "//b | //u") == []


def test_addresses_that_pelican_would_give_lead_to_ours(tmp_path) -> None:
    links = (
        '<a href="/tag/{{ article.tags[0] }}.html">1</a>'
        '<a href="{{ SITEURL }}/category/{{ article.category.slug }}.html">2</a>'
        '<a href="author/{{ article.author|lower|replace(" ", "-") }}.html">3</a>'
    )
    make_theme(tmp_path, article_html=links)
    story = make_story("A", section="Local", topics=("Town council",), byline=("Ada Byrne",))
    page = read(render([story], tmp_path, theme="theirs", listing_from=1), "2023/09/04/a/")
    found = [link.get("href") for link in parse(page).xpath("//a[string-length(.) = 1]")]
    up = "../../../.."
    assert found == [
        f"{up}/topics/town-council/",
        f"{up}/sections/local/",
        f"{up}/bylines/ada-byrne/",
    ]


def test_what_asks_for_the_first_of_all_is_not_asked_where_there_is_none(tmp_path) -> None:
    first = "{{ articles[0].title.upper() }}{{ dates[-1].url.upper() }}"
    make_theme(tmp_path, archives_html=first, index_html="{{ articles[0].title.upper() }}")
    for stories in ([], [make_story("A", None)]):
        site = render(stories, tmp_path, theme="theirs")
        assert texts(read(site, "archives.html"), "//h1") == ["Archive"]
        shutil.rmtree(site)


def test_a_place_on_a_page_that_the_theme_does_not_have_is_not_linked_to(tmp_path) -> None:
    link = '<a href="{{ SITEURL }}/tags.html#{{ article.tags[0].slug }}-ref">x</a>'
    make_theme(tmp_path, article_html=link)
    stories = [make_story("A", topics=("Rail",))]
    for tags, wanted in ((False, "topics/"), (True, "topics/#rail-ref")):
        if tags:
            make_theme(tmp_path, tags_html="<b id='rail-ref'></b>")
        page = read(render(stories, tmp_path, theme="theirs", listing_from=1), "2023/09/04/a/")
        assert parse(page).xpath("//a")[0].get("href") == f"../../../../{wanted}"
        shutil.rmtree(tmp_path / "site")


def test_a_name_of_a_long_list_is_linked_to_where_it_is(tmp_path) -> None:
    links = (
        '<a href="{{ SITEURL }}/tags.html#{{ article.tags[0].slug }}-ref">x</a>'
        '<a href="{{ SITEURL }}/{{ TAGS_URL }}#{{ article.tags[0].slug }}">x</a>'
    )
    names = [f"{'AB'[n % 2]} topic {n}" for n in range(INDEX_WHOLE + 1)]
    stories = [make_story(f"Story {n}", topics=("Rail", *names[n::3])) for n in range(3)]
    stories.append(make_story("Other", topics=names[:1]))
    for tags in (False, True):
        files = {"tags_html": "<b></b>"} if tags else {}
        make_theme(tmp_path, article_html=links, **files)
        site = render(stories, tmp_path, theme="theirs", listing_from=3)
        for slug, wanted in (("other", "topics/_a/#a-topic-0"), ("story-0", "topics/rail/")):
            found = parse(read(site, f"2023/09/04/{slug}/")).xpath("//a[.='x']/@href")
            assert found == [f"../../../../{wanted}"] * 2
        assert find_broken(site) == set()
        shutil.rmtree(site)


def test_a_menu_that_a_setting_hides_is_made_up_for(tmp_path) -> None:
    menu = "{% if NAVBAR %}{% for text, link in MENUITEMS %}<a href='{{ link }}'>{{ text }}</a>"
    frame = f"{menu}{{% endfor %}}{{% endif %}}<p>{{% block content %}}{{% endblock %}}</p></body>"
    make_theme(tmp_path, base_html=frame, article_html='{% extends "base.html" %}')
    site = render_sample("theirs", tmp_path)
    for address in ("2023/12/05/the-last-ferry/", "2023/12/05/", "mine/"):
        (nav,) = parse(read(site, address)).xpath("//nav[@class='backfile-places']")
        assert len(nav.xpath(".//a")) == 7
    assert find_broken_links(site, "/papers/") == set()


def test_a_page_says_its_language_whatever_its_theme_leaves_out(tmp_path) -> None:
    make_theme(tmp_path, article_html="<!DOCTYPE html>\n<head></head>{{ article.content }}")
    page = read(render([make_story("A")], tmp_path, theme="theirs"), "2023/09/04/a/")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>')


def test_the_owner_can_make_settings_for_a_theme(tmp_path) -> None:
    frame = (
        "<p id='it'>{% for name, link in SOCIAL %}<a href='{{ link }}'>{{ name }}</a>{% endfor %}"
        "{{ LICENSE.name }}{{ FOOTER|safe }}{{ SITEURL }};{{ TAGS_URL }}</p>"
    )
    make_theme(tmp_path, base_html=f"{frame}{{% block content %}}{{% endblock %}}")
    child = tmp_path / "archive/themes/child"
    child.mkdir()
    (child / "theme.toml").write_text(
        'inherits = "theirs"\n[settings]\nSOCIAL = [["Post", "https://post.example/"]]\n'
        'FOOTER = "<b>"\nLICENSE = {name = "None"}\nSITEURL = "x"\nTAGS_URL = "x"\n'
    )
    page = read(render([make_story("A")], tmp_path, theme="child"), "2023/09/04/a/")
    assert texts(page, "//p[@id='it']") == ["PostNone<b>../../../..;topics/"]
    assert parse(page).xpath("//p[@id='it']/a/@href") == ["https://post.example/"]


def test_a_style_that_a_setting_would_choose_is_the_first_there_is(tmp_path) -> None:
    names = ("a.min.css", "b.css", "c.css")
    links = [f'<link rel="stylesheet" href="{{{{ SITEURL }}}}/theme/{name}">' for name in names]
    folder = make_theme(tmp_path, article_html="".join(links))
    (folder / "static").mkdir()
    for name in ("a.red.min.css", "a.blue.min.css", "b.min.css", "b.css"):
        (folder / "static" / name).write_text("")
    page = read(render([make_story("A")], tmp_path, theme="theirs"), "2023/09/04/a/")
    styles = parse(page).xpath("//link[@rel='stylesheet']/@href")
    assert [each.rpartition("/")[2] for each in styles][1:] == ["a.blue.min.css", "b.css"]


def test_a_style_of_a_child_is_loaded_last(tmp_path) -> None:
    frame = "<head><link rel='stylesheet' href='{{ SITEURL }}/theme/a.css'></head>"
    make_theme(tmp_path, base_html=f"{frame}{{% block content %}}{{% endblock %}}", a_css="b {}")
    child = make_theme(
        tmp_path, "child", own_css="i {}", base_html='{% extends "theirs/base.html" %}'
    )
    (child / "theme.toml").write_text('inherits = "theirs"', encoding="utf-8")
    page = read(render([make_story("A")], tmp_path, theme="child"), "2023/09/04/a/")
    styles = parse(page).xpath("//head/link[@rel='stylesheet']/@href")
    assert [each.rpartition("/")[2] for each in styles][-2:] == ["a.css", "own.css"]


def test_a_correction_is_marked_as_one(tmp_path) -> None:
    story = make_story("A", text="It rained.\n\nCorrection: it snowed.")
    page = read(render([story], tmp_path, theme="simple"), "2023/09/04/a/")
    assert texts(page, "//p[@role='note']") == ["Correction: it snowed."]


def test_a_section_and_a_source_of_one_name_are_two_categories(tmp_path) -> None:
    make_theme(
        tmp_path, categories_html="{% for c, a in categories|sort %}{{ c.url }} {% endfor %}"
    )
    stories = [make_story("A", section="Quay", source="Quay"), make_story("B", source="Quay")]
    site = render(stories, tmp_path, theme="theirs", listing_from=1)
    assert "sections/quay/ sources/quay/" in read(site, "sections/")


def test_the_search_page_may_read_pages_with_styles_that_tell_of_their_folder(tmp_path) -> None:
    style = "background: url({{ SITEURL }}/theme/a.png)"
    make_theme(tmp_path, article_html=f'<i style="{style}"></i>{{{{ article.content }}}}')
    site = render([make_story("A"), make_story("B", None)], tmp_path, theme="theirs")
    for address in ("2023/09/04/a/", "undated/b/"):
        (said,) = parse(read(site, address)).xpath("//i/@style")
        assert hash_of(said) in read(site, "search/")
        assert texts(read(site, address), "//*[@class='backfile-story']/p")


def test_a_style_takes_nothing_from_elsewhere(tmp_path) -> None:
    frame = (
        '<link rel="stylesheet" href="{{ SITEURL }}/theme/a.css">{% block content %}{% endblock %}'
    )
    css = "@import url('https://x.example/a?1;2');@import 'own.css';\n@import url(//y.example);b{}"
    make_theme(tmp_path, base_html=frame, a_css=css)
    write([make_story("A")], tmp_path, theme="theirs")
    style = (tmp_path / "site/theme/a.css").read_text(encoding="utf-8")
    assert style.split() == ["@import", "'own.css';", "b{}"]
