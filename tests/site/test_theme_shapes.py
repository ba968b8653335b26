"""What public themes for Pelican do in their templates, each in a small theme of our own."""

import re
import struct
from pathlib import Path

import pytest
from PIL import Image

from generator.errors import ThemeError
from tests.site.markup import parse, texts
from tests.site.samples import SAMPLE
from tests.site.stories import make_page, make_story, read, render, write
from tests.site.test_foreign_themes import make_theme

BASE = "<html><head></head><body>{% block content %}{% endblock %}</body></html>"
STORY = "2023/09/04/a/"


def show(root: Path, kind: str, text: str, address: str, **settings: str | int) -> str:
    """Return what the template `kind` with this `text` shows at an address, within `<i>`."""
    block = f'{{% extends "base.html" %}}{{% block content %}}<i id="x">{text}</i>{{% endblock %}}'
    make_theme(root, base_html=BASE, **{f"{kind}_html": block})
    pages = [make_page("mine", "Mine", "<p>Own.</p>")]
    site = render(SAMPLE, root, theme="theirs", listing_from=1, pages=pages, **settings)
    return " ".join(texts(read(site, address), "//i[@id='x']")[0].split())


@pytest.mark.parametrize(
    "text",
    [
        "{{ article.authors[0].name }}{{ article.authors[0].url|upper }}",
        "{{ article.tags[-1].slug.split('-')[0] }}{{ (article.tags|first).name }}",
        "{{ SOCIAL[0][1] }}{{ LINKS[0].name }}{% for a, b in LINKS.items() %}{% endfor %}",
        "{{ article.subtitle }}{{ article.subtitle|default('') }}",
        "{{ TRANSLATION_FEED_ATOM|format(DEFAULT_LANG) }}{{ TAG_FEED_ATOM % article.slug }}",
        "{{ SITEURL ~ '/' ~ CATEGORY_FEED_ATOM.format(slug=article.slug) if FEED_ALL_RSS }}",
        "{{ CATEGORY_FEED_ATOM.format(slug=article.slug) }}{{ AUTHOR_FEED_RSS.split('/')[0] }}",
        "{% for each in article.tags %}{% endfor %}{% if loop.length > 1 %}more{% endif %}",
    ],
)
def test_what_a_story_does_not_have_is_nothing(tmp_path, text: str) -> None:
    make_theme(tmp_path, article_html=f"<i id='x'>{text}</i>")
    page = read(render([make_story("A")], tmp_path, theme="theirs"), STORY)
    assert texts(page, "//i[@id='x']") == [""]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("2023/12/05/the-last-ferry/", "2023.12.December/05"),
        ("2022/the-year-in-storms/", "2022../"),
    ],
)
def test_a_date_is_taken_apart_into_as_many_pieces_as_it_has(tmp_path, address, said) -> None:
    text = (
        "{% set Y, m, B = article.date.strftime('%Y %m %B').split() %}{{ Y }}.{{ m }}.{{ B }}/"
        "{{ (article.date|strftime('%Y-%m-%d')).split('-')[2] }}"
    )
    assert show(tmp_path, "article", text, address) == said


def test_the_time_that_a_story_takes_is_told_as_plugins_do(tmp_path) -> None:
    text = "{{ article.readtime }};{{ article.readtime.minutes }};{{ article.readtime.seconds }};"
    shown = show(
        tmp_path,
        "article",
        f"{text}{{{{ article.readtime.string }}}};{{{{ article.readtime.string|upper }}}}",
        "2023/12/05/the-last-ferry/",
    )
    number, minutes, seconds, said, _ = shown.split(";")
    assert number == minutes
    assert int(seconds) == 60 * int(minutes) >= 60
    assert said.startswith(f"{minutes} minute")


def test_a_feed_that_is_named_by_a_wrong_attribute_is_left_out(tmp_path) -> None:
    link = '<link rel="alternate" type="application/atom+xml" src="feed.xml">'
    make_theme(tmp_path, base_html=BASE.replace("</head>", f"{link}</head>"))
    page = parse(read(render([make_story("A")], tmp_path, theme="theirs"), STORY))
    assert page.xpath("//link[@rel='alternate'][@src]") == []


@pytest.mark.parametrize(
    "tag",
    [
        '<link rel="dns-prefetch" href="\\\\cdn.example\\x">',
        '<link rel="preconnect" href="https:/\\cdn.example">',
        '<meta/http-equiv="refresh" content="0;url=https://cdn.example/">',
        '<meta name="x"http-equiv="refresh" content="0;url=https://cdn.example/">',
    ],
)
def test_what_no_policy_stops_is_left_out_however_it_is_written(tmp_path, tag: str) -> None:
    make_theme(tmp_path, base_html=BASE.replace("</head>", f"{tag}</head>"))
    told = write([make_story("A")], tmp_path, theme="theirs")
    assert "cdn.example" not in read(tmp_path / "site", STORY)
    assert tag.startswith("<meta") or any("cdn.example" in each for each in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ page.title }}{{ page.date.strftime('%Y') }}{{ page.date|strftime('%d %B %Y') }}"
            "{{ page.date.isoformat() }}{{ page.modified.year }}{{ page.locale_date }}"
            "{% if page.date %}dated{% endif %}",
            "Mine",
        ),
        (
            "{{ page.category.save_as }}{{ page.author.name|upper }}{{ page.category or 'no' }}",
            "no",
        ),
        (
            "{{ pages|groupby('category')|length }}{{ page.get_content(SITEURL)|striptags }}",
            "1Own.",
        ),
    ],
)
def test_a_page_has_no_date_category_or_author(tmp_path, text: str, said: str) -> None:
    assert show(tmp_path, "page", text, "mine/") == said


def test_a_story_has_what_plugins_and_former_versions_ask_for(tmp_path) -> None:
    text = (
        "{{ article._summary|striptags }};{{ article.has_summary }};{{ article.filename }};"
        "{{ article.relative_source_path }};{{ article.get_summary(SITEURL)|length > 9 }};"
        "{{ article.get_content(SITEURL) }}"
    )
    shown = show(tmp_path, "article", text, "2023/12/05/the-last-ferry/")
    teaser, whether, file, same, summed, body = shown.split(";", 5)
    assert (teaser[:16], whether, summed) == ("For sixty years ", "True", "True")
    assert file == same == "content/articles/2023/12/05/the-last-ferry.md"
    assert "nobody was on it" in body
    assert "<p>" not in body


def test_addresses_are_tidied_and_lead_where_they_are_meant_to(tmp_path) -> None:
    links = (
        '<a href="{{ SITEURL }}/{{ article.url }}/">1</a>'
        '<a href="{{ SITEURL }}/category/{{ article.category }}">2</a>'
        '<a href="{{ SITEURL }}/category/Town%20talk/">3</a>'
        '<a href="/archive/">4</a><a href="{{ SITEURL }}/\n      feed.xml">5</a>'
        '<a href="tags">6</a><a href="/authors/">7</a><a href="{{ SITEURL }}tags/">8</a>'
        '<a href="{{ SITEURL }}{{ article.url }}">9</a><a href="{{ SITEURL }} ">0</a>'
    )
    make_theme(tmp_path, article_html=links)
    story = make_story("A", section="Town talk")
    page = read(render([story], tmp_path, theme="theirs", listing_from=1), STORY)
    found = [link.get("href") for link in parse(page).xpath("//a[string-length(.) = 1]")]
    section = "../../../../sections/town-talk/"
    places = ("archives.html", "feed.xml", "topics/", "bylines/", "topics/", STORY)
    assert found == [
        f"../../../../{STORY}",
        section,
        section,
        *(f"../../../../{place}" for place in places),
        "../../../..",
    ]


def test_what_a_setting_would_name_is_not_loaded_from_a_page(tmp_path) -> None:
    frame = (
        '<head><link rel="icon" href="{{ SITEURL }}/{{ AVATAR }}"><link rel="icon" href="">'
        '<link rel="alternate" type="application/atom+xml" href="{{ SITEURL }}/{{ FEED }}">'
        '<link rel="alternate" type="application/atom+xml" href="{{ SITEURL }}/feed.xml"></head>'
        '<img src="{{ SITEURL }}/{{ AVATAR }}"><script src="{{ JQUERY }}"></script>'
        '<img src="data:image/gif;base64,R0lGOD"><a href="{{ LINK|format(SITEURL) }}">x</a>'
    )
    make_theme(tmp_path, base_html=f"{frame}{{% block content %}}{{% endblock %}}")
    tree = parse(read(render([make_story("A")], tmp_path, theme="theirs"), STORY))
    assert tree.xpath("//img/@src") == ["data:image/gif;base64,R0lGOD"]
    assert tree.xpath("//script[not(@type)]") == []
    icons = tree.xpath("//link[@rel='icon']/@href")
    assert icons == ["../../../../theme/backfile-icon.png"]
    feeds = tree.xpath("//link[@type='application/atom+xml']/@href")
    assert set(feeds) == {"../../../../feed.xml"}


def test_a_menu_in_a_comment_is_none_and_a_head_may_have_no_end(tmp_path) -> None:
    menu = "{% for text, link in MENUITEMS %}<a href='{{ link|format(SITEURL) }}'></a>{% endfor %}"
    frame = f"<head><body><!--nav>{menu}</nav-->{{% block content %}}{{% endblock %}}</body>"
    story = '{% extends "base.html" %}'
    make_theme(tmp_path, base_html=frame, article_html=story, own_css="i {}")
    site = render([make_story("A")], tmp_path, theme="theirs")
    for address in (STORY, "2023/", "archives.html"):
        tree = parse(read(site, address))
        assert len(tree.xpath("//nav[@class='backfile-places']")) == 1, address
        styles = tree.xpath("//head/link[@rel='stylesheet']/@href")
        assert styles[-1].endswith("/theme/own.css")


def test_a_script_that_asks_for_a_library_that_is_kept_from_it_is_not_run(tmp_path) -> None:
    codes = ("$(document).ready(f);", "jQuery('a').on(1)", "var a$ = 1;", "window.jQuery || load()")
    inline = "".join(f"<script>{code}</script>" for code in codes)
    outside = '<script src="https://code.example/jquery.js"></script>'
    own = '<script src="{{ SITEURL }}/theme/jquery.min.js"></script>'
    for scripts, kept in ((outside, codes[2:]), (outside + own, codes), ("", codes)):
        make_theme(tmp_path, article_html=f"<body>{scripts}{inline}</body>")
        (tmp_path / "archive/themes/theirs/static").mkdir(exist_ok=True)
        (tmp_path / "archive/themes/theirs/static/jquery.min.js").write_text("")
        page = read(render([make_story("A")], tmp_path, theme="theirs"), STORY)
        found = parse(page).xpath("//script[not(@src) and not(@type)]/text()")
        assert tuple(found) == tuple(kept)


def test_a_picture_that_is_not_there_is_said_in_its_words(tmp_path) -> None:
    picture = (
        '<a id="x" href="#"><img src="images/{{ article.thumb }}" alt="{{ article.title }}"></a>'
    )
    make_theme(
        tmp_path, article_html=f'{picture}<img src="https://x.example/a.png"><img src="/me.jpg">'
    )
    page = read(render([make_story("<b>A</b>")], tmp_path, theme="theirs"), "2023/09/04/b-a-b/")
    assert texts(page, "//a[@id='x']") == ["<b>A</b>"]
    assert parse(page).xpath("//img") == []


def test_a_style_is_found_from_the_root_of_the_site(tmp_path) -> None:
    style = "<link rel='stylesheet' href='./theme/a.css'>"
    make_theme(tmp_path, index_html=style, article_html=style, a_css="b {}")
    site = render([make_story("A")], tmp_path, theme="theirs")
    for address, found in (("", "./theme/a.css"), (STORY, "../../../../theme/a.css")):
        assert found in parse(read(site, address)).xpath("//link[@rel='stylesheet']/@href")


def test_a_template_that_is_a_part_of_others_is_no_page(tmp_path) -> None:
    frame = "<b>frame</b>{% include 'categories.html' %}{% block content %}{% endblock %}"
    make_theme(tmp_path, base_html=frame, categories_html="<p>part</p>")
    site = render([make_story("A", section="Local")], tmp_path, theme="theirs", listing_from=1)
    page = read(site, "sections/")
    assert texts(page, "//b") == ["frame"]
    assert "Local" in texts(page, "//a")


def test_a_page_of_the_owner_goes_before_an_address_that_pelican_would_give(tmp_path) -> None:
    make_theme(tmp_path, article_html='<a href="{{ SITEURL }}/tags/">x</a>')
    pages = [make_page("tags", "Tags")]
    page = read(render([make_story("A")], tmp_path, theme="theirs", pages=pages), STORY)
    assert parse(page).xpath("//a[text()='x']/@href") == ["../../../../tags/"]


def test_ways_into_the_archive_follow_where_a_menu_may_need_a_script_that_is_kept(tmp_path) -> None:
    menu = "{% for text, link in MENUITEMS %}<a href='{{ link }}'>{{ text }}</a>{% endfor %}"
    script = '<script src="https://code.example/menu.js"></script>'
    for more, wanted in (("", 0), (script, 1)):
        make_theme(tmp_path, base_html=BASE.replace("<body>", f"<body>{menu}{more}"))
        site = render([make_story("A")], tmp_path, theme="theirs")
        for address in (STORY, "2023/", "archives.html"):
            places = parse(read(site, address)).xpath("//nav[@class='backfile-places']")
            assert len(places) == wanted, address


@pytest.mark.browser
def test_a_story_is_no_wider_than_the_window_wherever_a_theme_shows_it(
    page, serve_folder, tmp_path
) -> None:
    media = tmp_path / "archive/content/media"
    media.mkdir(parents=True)
    Image.new("RGB", (1600, 90)).save(media / "a.png")
    picture = '<img src="../../../../media/a.png" alt="" width="1600" height="90">'
    shown = "{% for each in articles %}{{ each.content }}{% endfor %}"
    make_theme(tmp_path, index_html=f"<body>{shown}", article_html="<body>{{ article.content }}")
    story = make_story("A", body=f"<p>{picture}</p><pre>{'long ' * 99}</pre>")
    base = serve_folder(render([story], tmp_path, theme="theirs"))
    page.set_viewport_size({"width": 360, "height": 800})
    for address in ("", STORY):
        page.goto(f"{base}{address}")
        assert page.locator("img[src*='a.png']").first.evaluate("each => each.naturalWidth") == 1600
        assert page.locator("img[src*='a.png']").first.evaluate("each => each.width") <= 360
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


# ── Texts in other languages ─────────────────────────────────────────────────────────────────


def write_catalogue(file: Path, said: dict[str, str]) -> None:
    """Write texts as `msgfmt` does: a head of seven numbers, two tables and the texts."""
    said = {
        "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n>1;\n"
    } | said
    pairs = [(one.encode(), other.encode()) for one, other in sorted(said.items())]
    place, body, tables = 28 + 16 * len(pairs), b"", (bytearray(), bytearray())
    for pair in pairs:
        for text, table in zip(pair, tables, strict=True):
            table.extend(struct.pack("<II", len(text), place + len(body)))
            body += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(head + tables[0] + tables[1] + body)


TRANSLATED = (
    "{{ _('Archives') }}; {% trans %}Read <b>on</b>{% endtrans %};"
    " {{ ngettext('%(num)d story', '%(num)d stories', 2) }}; {{ _('By %(who)s', who='A & B') }};"
    " {{ _('Left') }}{{ _('') }}; {{ pgettext('menu', 'Open') }}"
)


@pytest.mark.parametrize(
    ("folder", "language", "said"),
    [
        ("translations/fr", "fr", "Lire <b>la suite</b>"),
        ("locale/fr_CA", "fr-CA", "Lire <b>la suite</b>"),
        ("locale/fr_CA", "fr", "Lire <b>la suite</b>"),
        ("translations/fr", "de", "Read <b>on</b>"),
    ],
)
def test_a_theme_says_its_texts_in_the_language_of_the_archive(
    tmp_path, folder: str, language: str, said: str
) -> None:
    theme = make_theme(tmp_path, article_html=f"<i>{TRANSLATED}</i>")
    catalogue = {
        "Archives": "Les <archives>",
        "Read <b>on</b>": "Lire <b>la suite</b>",
        "%(num)d story\0%(num)d stories": "%(num)d article\0%(num)d articles",
        "By %(who)s": "Par %(who)s",
        "menu\4Open": "Ouvrir",
    }
    write_catalogue(theme / folder / "LC_MESSAGES/messages.mo", catalogue)
    page = read(render([make_story("A")], tmp_path, theme="theirs", language=language), STORY)
    assert said in page
    if language != "de":
        (shown,) = texts(page, "//i")
        wanted = "Les <archives>; Lire la suite; 2 articles; Par A & B; Left; Ouvrir"
        assert " ".join(shown.split()) == wanted


def test_a_catalogue_that_is_none_is_named(tmp_path) -> None:
    file = make_theme(tmp_path, article_html="x") / "translations/en/LC_MESSAGES/messages.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xde\x12\x04\x95no catalogue")
    with pytest.raises(ThemeError, match=r"messages\.mo"):
        write([make_story("A")], tmp_path, theme="theirs")


# ── Faults ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("templates", "said", "where"),
    [
        ({"x_html": "\n{{ gone.part }}"}, "'gone' is undefined", "x.html, line 2"),
        ({"x_html": "\n\n{% if y %}"}, "Unexpected end of template", "x.html, line 3"),
        (
            {
                "x_html": '{% import "m.html" as m %}{{ m.f() }}',
                "m_html": "{% macro f() %}\n{{ a.b }}{% endmacro %}",
            },
            "'a' is undefined",
            "m.html, line 2",
        ),
        ({"x_html": '\n{% include "x.html" %}'}, "calls for itself without end", "x.html, line 2"),
        ({"x_html": '\n{% include "none.html" %}'}, 'no template "none.html"', "x.html, line 2"),
        ({"x_html": "{% endfor %}"}, "unknown tag 'endfor': ", "x.html, line 1"),
    ],
)  # fmt: skip
def test_a_fault_is_named_where_it_is(tmp_path, templates, said: str, where: str) -> None:
    make_theme(tmp_path, article_html='<i>{% include "x.html" %}</i>', **templates)
    with pytest.raises(ThemeError) as caught:
        write([make_story("A")], tmp_path, theme="theirs")
    assert said in str(caught.value)
    assert str(caught.value).endswith(f"theirs/templates/{where}")


@pytest.mark.parametrize("name", ["./themes/loop", "./\0", f"./{'a' * 300}", "~nobody-here/x"])
def test_a_theme_whose_path_leads_nowhere_is_an_error(tmp_path, name: str) -> None:
    (tmp_path / "archive/themes").mkdir(parents=True)
    (tmp_path / "archive/themes/loop").symlink_to("loop")
    with pytest.raises(ThemeError, match="no theme"):
        write([make_story("A")], tmp_path, theme=name)


def test_a_page_that_a_theme_takes_for_xml_is_html(tmp_path) -> None:
    make_theme(
        tmp_path, article_html='<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<p>'
    )
    page = read(render([make_story("A")], tmp_path, theme="theirs"), STORY)
    assert page.startswith("<!DOCTYPE html>")


def test_a_theme_that_is_a_file_or_lies_deeper_is_said_to_be_so(tmp_path) -> None:
    make_theme(tmp_path, "around/inner", article_html="x")
    (tmp_path / "archive/theme.zip").write_bytes(b"PK")
    for name, said in (
        ("themes/around", 'there is one in it: "themes/around/inner"'),
        ("./theme.zip", "it is a file, and a theme is a folder"),
    ):
        with pytest.raises(ThemeError, match=re.escape(f'no theme "{name}" ({said})')):
            write([make_story("A")], tmp_path, theme=name)


def test_a_template_that_is_no_text_is_a_fault_where_it_is_used(tmp_path) -> None:
    folder = make_theme(tmp_path, base_html=BASE, article_html='{% extends "base.html" %}')
    for name in ("unused.html", "logo.png"):
        (folder / "templates" / name).write_bytes(b"\xff\xfe")
    assert write([make_story("A")], tmp_path, theme="theirs") == ()
    (folder / "templates/base.html").write_bytes(b"\n{% block content %}\xe9{% endblock %}")
    with pytest.raises(ThemeError, match=r"no UTF-8 text .*/base\.html, line 2$"):
        write([make_story("A")], tmp_path, theme="theirs")
