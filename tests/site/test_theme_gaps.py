"""What another theme asks for and isn't there: nothing where it may be, told once, else a fault."""

import json
import re

import pytest

from generator.errors import ThemeError
from tests.site.markup import find_broken_links, parse, texts
from tests.site.samples import SAMPLE
from tests.site.stories import SEARCH, make_page, make_story, read, render, write
from tests.site.test_foreign_themes import make_theme
from tests.site.test_theme_shapes import STORY, show


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ article.series.name }}{% for a in article.series.all %}{{ a.url }}{% endfor %}",
            "article.series (of the plugin series)",
        ),
        ("{{ article.share_post['mail']|e }}", "article.share_post (of the plugin share_post)"),
        (
            "{% for tag in tag_cloud %}{{ tag.0 }}{% endfor %}",
            "tag_cloud (of the plugin tag_cloud)",
        ),
        (
            "{% for lang, url in extra_siteurls.items() %}{% endfor %}{{ relpath_to_site('a') }}",
            "extra_siteurls (of the plugin i18n_subsites), relpath_to_site (of the plugin",
        ),
        (
            "{{ article.photo_image[0] ~ data.x.y }}",
            "article.photo_image (of the plugin photos), d",
        ),
        ("{{ article.comments_count|int or '' }}", "article.comments_count (of the plugin p"),
        (
            "{{ article.prev_article_in_category.url }}",
            "article.prev_article_in_category (of the plugin neighbors)",
        ),
        ("{{ article.tags|in_order }}", "in_order"),
        ("{% minify 'js', level=2 %}{% if NOPE %}1{% endif %}{% endminify %}", "minify"),
    ],
)
def test_what_a_plugin_would_add_is_nothing_and_told_once(tmp_path, text: str, said: str) -> None:
    make_theme(tmp_path, article_html=f"<i>{text}</i>{text}")
    told = write([make_story("A"), make_story("B")], tmp_path, theme="theirs")
    assert texts(read(tmp_path / "site", STORY), "//i") == [""]
    (sentence,) = told
    named = "theirs: it asks for what only a plugin has, and was set without: "
    assert f"{named}{said}" in sentence


def test_what_a_theme_asks_before_it_shows_it_is_not_told(tmp_path) -> None:
    text = (
        "{% if article.series %}{{ article.series.name }}{% endif %}{% if cover %}1{% endif %}"
        "{% for each in covers %}{% endfor %}{{ article.cover or '' }}{{ AVATAR }}{{ LOGO.src }}"
        "{% if 'tag_cloud' in PLUGINS %}{{ tag_cloud|length }}{% endif %}{{ cover|default('') }}"
    )
    make_theme(tmp_path, article_html=f"<i>{text}</i>")
    assert write([make_story("A")], tmp_path, theme="theirs") == ()


def test_what_is_shown_and_nothing_sets_is_told_with_its_place(tmp_path) -> None:
    make_theme(
        tmp_path,
        article_html="<body>\n{% include 'part.html' %}{{ body_class }}",
        part_html="\n\n{{ article.cover }}{{ article.category.motto|upper }}",
    )
    (told,) = write([make_story("A"), make_story("B")], tmp_path, theme="theirs")
    assert told.endswith(
        "theirs: it shows what nothing sets, and was set without: article.cover (part.html, line"
        " 3), body_class (article.html, line 2), category.motto (part.html, line 3)"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("article.gone.part", "an article has no attribute 'gone'"),
        ("article.gone()", "an article has no attribute 'gone'"),
        ("article.gone + 1", "an article has no attribute 'gone'"),
        ("article.category.gone[0]", "a category has no attribute 'gone'"),
        ("gone.series", "'gone' is undefined"),
        ("url_for('x')", "'url_for' is undefined"),
        ("article.metadata.series.name", "'dict object' has no attribute 'series'"),
    ],
)
def test_a_part_of_what_nobody_knows_is_a_fault(tmp_path, text: str, said: str) -> None:
    make_theme(tmp_path, article_html=f"<body>\n{{{{ {text} }}}}")
    fault = rf"^{re.escape(said)}: .*/article\.html, line 2$"
    with pytest.raises(ThemeError, match=fault):
        write([make_story("A")], tmp_path, theme="theirs")


def test_a_list_passes_a_filter_that_only_a_plugin_has(tmp_path) -> None:
    text = "{% for each in article.tags|in_order|limit(1) %}{{ each }};{% endfor %}"
    assert show(tmp_path, "article", text, "2023/12/05/the-last-ferry/").startswith("Ferries;")


def test_what_stands_in_a_tag_that_a_plugin_would_write_anew_is_left_as_it_is(tmp_path) -> None:
    text = "{% compress %}<b>A {{ '<i>'|lower }}</b> {{ article.title }}{% endcompress %}"
    make_theme(tmp_path, article_html=f"<p>{text}</p>")
    write([make_story("<u>Up</u>", slug="a")], tmp_path, theme="theirs")
    page = read(tmp_path / "site", STORY)
    assert "<p><b>A <i></b> &lt;u&gt;Up&lt;/u&gt;</p>" in page


def test_how_much_there_is_to_read_is_told_as_a_plugin_does(tmp_path) -> None:
    text = "{{ article.stats['read_mins'] }} of {{ article.stats.wc }}{{ article.stats['flesch'] }}"
    assert show(tmp_path, "article", text, "2023/12/05/the-last-ferry/") == "1 of 45"


def test_json_holds_whatever_a_theme_puts_into_it(tmp_path) -> None:
    text = (
        "{{ {'by': article.author, 'cover': article.cover, 'date': article.date.date(),"
        " 'license': LICENSE.url, 'tags': article.tags}|tojson }}"
    )
    assert json.loads(show(tmp_path, "article", text, "2023/12/05/the-last-ferry/")) == {
        "by": "Ada Byrne",
        "cover": None,
        "date": "2023-12-05",
        "license": None,
        "tags": ["Ferries", "Town council"],
    }


# ── Frames ───────────────────────────────────────────────────────────────────────────────────

_STYLE = '<link rel="stylesheet" href="/theme/a.css">'
_SHOWN = "<h2>{{ article.title }}</h2>{{ article.content }}"
_BLOCK = "{% block content %}{% endblock content %}"
_LISTED = "{% for article in articles_page.object_list %}<h2>{{ article.title }}</h2>{% endfor %}"
FRAMES = {
    # Its styles come after the end of the page, and one of them from elsewhere.
    "styles-last": {
        "base_html": "{% if HUE is not defined %}{% set HUE = 'teal' %}{% endif %}<!DOCTYPE html>"
        f"<html><head><title>{{{{ SITENAME }}}}</title></head><body><main>{_BLOCK}</main></body>"
        '<link rel="stylesheet" href="//cdn.example/{{ HUE }}.css">'
        '{% assets filters="cssmin", output="css/%(version)s.css", "a.css" %}'
        '<link rel="stylesheet" href="/{{ ASSET_URL }}">{% endassets %}</html>',
    },
    # Head and body are blocks of their own, and what one sets is for another.
    "all-blocks": {
        "base_html": "<!DOCTYPE html><html>{% block head %}<head>{% block titletag %}<title>"
        f"{{{{ SITENAME }}}}</title>{{% endblock %}}{_STYLE}"
        '<script src="http://cdn.example/jquery.js"></script></head>{% endblock %}{% block body %}'
        "{% set kind = kind|default('intro') -%}<body><header class=\"{{ kind }}\" "
        f"style=\"{{{{ look|default('') }}}}\"></header>{_BLOCK}{{% block scripts %}}"
        '<script>$("a").attr("href", "{{ SITEURL }}");</script>{% endblock %}'
        "</body>{% endblock %}</html>",
        "article_html": '{% extends "base.html" %}{% set kind = "story" %}'
        '{% set look = "background: url(\'" ~ article.cover ~ "\')" %}'
        f"{{% block content %}}{_SHOWN}{{% endblock %}}{{% block scripts %}}{{{{ super() }}}}"
        "{% endblock %}",
    },
    # Macros that see what is around them, and a name that the page sets before its frame.
    "macros": {
        "base_html": "<!DOCTYPE html><html><head>{% from 'macro.html' import top with context %}"
        f"{{{{ top(name) }}}}{_STYLE}</head><body>{{% set link = ['/', link]|join %}}"
        "{% from 'macro.html' import bar with context %}{{ bar(link) }}"
        f"{{% import 'macro.html' as m %}}{{{{ m.heading(name) }}}}{_BLOCK}</body></html>",
        "macro_html": "{% macro top(name) %}<title>{{ name or SITENAME }}</title>{% endmacro %}"
        "{% macro bar(link) %}<nav>{% for text, to in MENUITEMS %}"
        "<a {% if to == link %}class=on{% endif %} href={{ to }}>{{ text }}</a>{% endfor %}</nav>"
        "{% endmacro %}{% macro heading(name) %}<h1>{{ name|default('') }}</h1>{% endmacro %}",
        "article_html": "{% set name = article.title %}{% set link = article.url %}"
        f'{{% extends "base.html" %}}{{% block content %}}{_SHOWN}{{% endblock %}}',
    },
    # Comments for old browsers around its first tags, which stand in a file of their own.
    "old-browsers": {
        "base_html": f'{{% include "head.html" ignore missing %}}<body>{_BLOCK}'
        "{% include ['own/foot.html', 'foot.html'] ignore missing %}</body></html>",
        "head_html": "<!DOCTYPE html><!--[if IE 8 ]><html class=ie8><![endif]-->"
        "<!--[if (gte IE 9)|!(IE)]><!--><html class=no-js><!--<![endif]--><head><title>"
        f"{{% block x %}}{{{{ SITENAME }}}}{{% endblock %}}</title>{_STYLE}"
        '<link href="//cdn.example/font.css" rel="stylesheet"></head>',
    },
}


@pytest.mark.parametrize("name", FRAMES)
def test_frames_of_public_themes_hold_all_pages(tmp_path, name: str) -> None:
    story = f'{{% extends "base.html" %}}{{% block content %}}{_SHOWN}{{% endblock %}}'
    front = f'{{% extends "base.html" %}}{{% block content %}}{_LISTED}{{% endblock %}}'
    make_theme(
        tmp_path, **{"article_html": story, "index_html": front, "a_css": "b {}", **FRAMES[name]}
    )
    site = render(SAMPLE, tmp_path, theme="theirs", search=SEARCH, pages=[make_page("mine")])
    for address in ("", "2023/", "2023/12/05/", "2023/12/05/the-last-ferry/", "search/", "mine/"):
        page = read(site, address)
        tree = parse(page)
        assert "cdn.example" not in page, address
        assert " style=" not in page, address
        assert len(tree.xpath("//html[@lang]/head/title")) == 1, address
        assert tree.xpath("//link[@rel='stylesheet'][contains(@href, '/theme/a.css')]"), address
        assert tree.xpath("//a[contains(@href, '/search/')]"), address
        assert tree.xpath("//script[not(@type)]") == [], address
    assert texts(read(site, "2023/12/05/the-last-ferry/"), "//h2")[0] == "The last ferry"
    assert {page for page, _ in find_broken_links(site)} <= {"404.html"}
