import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pelican.contents import Content
from pelican.settings import DEFAULT_CONFIG

from generator.blocks import plain_text
from generator.content.html import read_markdown
from generator.content.markdown import render_markdown
from generator.model import (
    Block,
    Emphasis,
    Figure,
    Heading,
    ItemList,
    Link,
    Paragraph,
    Preformatted,
    Quotation,
    Strong,
    Table,
    Text,
)
from generator.text import squeeze
from tests.content.bodies import BODIES, MEDIA
from tests.content.renderers import render_ours, render_stock, tags_of, text_of

RENDERERS = pytest.mark.parametrize("render", [render_ours, render_stock])
Render = Callable[[str], str]
Body = tuple[Block, ...]

_TAGS = {
    Paragraph: {"p", "br"},
    Heading: {f"h{level}" for level in range(2, 7)},
    Quotation: {"blockquote", "p"},
    ItemList: {"ul", "ol", "li", "p"},
    Figure: {"figure", "figcaption", "small", "img", "p", "em"},
    Table: {"table", "thead", "tbody", "tr", "th", "td", "p"},
    Preformatted: {"pre", "code", "p", "span", "div"},
    Emphasis: {"em"},
    Strong: {"strong"},
    Link: {"a"},
}


def says(text: str) -> Body:
    return (Paragraph((Text(text),)),)


def lines_of(text: str) -> list[str]:
    return [said for line in text.split("\n") if (said := squeeze(line))]


def tags_asked_for(what: object) -> set[str]:
    """Return the tags that a body, or anything in it, may be rendered with."""
    if isinstance(what, tuple):
        return set().union({"div"}, *map(tags_asked_for, what))
    parts = [getattr(what, name) for name in getattr(what, "__slots__", ())]
    return _TAGS.get(type(what), set()) | tags_asked_for(tuple(p for p in parts if p))


@RENDERERS
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=BODIES)
def test_a_reader_sees_the_characters_of_the_blocks_and_no_other_markup(
    render: Render, body: Body
) -> None:
    html = render(render_markdown(body, MEDIA))
    assert text_of(html) == squeeze(plain_text(body, figures=True))
    assert tags_of(html) <= tags_asked_for(body)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=BODIES)
def test_what_is_read_again_has_the_same_lines(body: Body) -> None:
    """Whether a capture says something new is told line by line."""
    again = read_markdown(render_markdown(body, MEDIA), "undated/x/", lambda _name: None).text
    assert lines_of(again) == lines_of(plain_text(body, figures=True))


@RENDERERS
@pytest.mark.shared
def test_naughty_strings_are_only_text(render: Render, shared: Path) -> None:
    for text in json.loads((shared / "hostile" / "blns.json").read_text(encoding="utf-8")):
        html = render(render_markdown(says(text), {}))
        assert text_of(html) == squeeze(text)
        assert tags_of(html) <= {"div", "p"}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(body=BODIES)
def test_a_stock_pelican_finds_no_link_of_its_own_in_it(body: Body) -> None:
    content = Content(render_stock(render_markdown(body, {})), settings=dict(DEFAULT_CONFIG))
    assert content._get_intrasite_link_regex().findall(content._content) == []


def test_it_reads_well() -> None:
    body = (
        Heading(2, (Text("What was asked"),)),
        Paragraph(
            (
                Text("The "),
                Strong((Text("drivers "),)),
                Text("of "),
                Link("https://example.org/rail_(uk)", (Text("three lines"),)),
                Text(" want 5% - "),
                Emphasis((Text("not"),)),
                Text(" 4%, says AT&T (its owner)."),
            )
        ),
        ItemList(((Paragraph((Text("pay"),)),), (Paragraph((Text("hours"),)),))),
        ItemList(((Paragraph((Text("first"),)), Paragraph((Text("and more"),))),), ordered=True),
        Quotation((Paragraph((Text("We wait."),)),)),
        Figure("a.jpg", "An empty platform", "A platform on Monday.", "Jane Roe/AP"),
        Figure(None, "", "A caption alone."),
        Table(((((Text("Line"),), (Text("Trains"),))), ((Text("North"),), (Text("12"),)))),
        Preformatted("  06:10\n  07:40"),
    )
    assert (
        render_markdown(body, {"a.jpg": "../../media/0.jpg"})
        == """\
## What was asked

The **drivers** of [three lines](https://example.org/rail_%28uk%29) want 5% - *not* 4%, says AT&T \
(its owner).

-   pay
-   hours

1.  first

    and more

> We wait.

![An empty platform](../../media/0.jpg)
*A platform on Monday.*
Jane Roe/AP

_A caption alone._

| Line | Trains |
| --- | --- |
| North | 12 |

```
  06:10
  07:40
```"""
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. May was cold", r"1\. May was cold"),
        ("2023) a year", r"2023\) a year"),
        ("# metoo", r"\# metoo"),
        ("- a dash", r"\- a dash"),
        ("> quoted", r"\> quoted"),
        (": defined", "&#58; defined"),
        ("~~~", "&#126;~~"),
        ("===", "&#61;=="),
        ("{static}/etc/passwd", "&#123;static&#125;/etc/passwd"),
        ("{{ config }}", "&#123;&#123; config &#125;&#125;"),
        ("a | b", "a &#124; b"),
        ("<script>", "&lt;script>"),
        ("&lt; is a sign", "&amp;lt; is a sign"),
        ("R&D, Q&A; fish & chips", "R&D, Q&amp;A; fish & chips"),
        ("[1] and *2*", r"\[1\] and \*2\*"),
        ("    indented", "indented"),
        ("two\nlines", "two lines"),
    ],
)
def test_text_that_would_be_markup_is_escaped_as_little_as_need_be(
    text: str, markdown: str
) -> None:
    assert render_markdown(says(text), {}) == markdown


def test_an_exclamation_mark_before_a_link_makes_no_picture_of_it() -> None:
    body = (Paragraph((Text("Look!"), Link("https://example.org/", (Text("here"),)))),)
    assert render_markdown(body, {}) == r"Look\![here](https://example.org/)"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "{static}/x", "//x.org", "data:text/html,x"]
)
def test_a_link_that_leads_nowhere_on_the_web_is_told_without_it(url: str) -> None:
    body = (Paragraph((Link(url, (Text("here"),)),)),)
    assert render_markdown(body, {}) == "here"


def test_emphasis_that_renderers_would_end_elsewhere_is_left_out() -> None:
    body = (Paragraph((Text("a"), Emphasis((Text('"b"'),)), Text("c"))),)
    assert render_markdown(body, {}) == 'a"b"c'


@RENDERERS
def test_a_body_nested_a_thousand_deep_keeps_its_text(render: Render) -> None:
    block: Block = Paragraph((Text("deep down"),))
    for _ in range(500):
        block = Quotation((ItemList(((block,),)),))
    assert text_of(render(render_markdown((block,), {}))) == "deep down"


@RENDERERS
def test_a_long_list_keeps_its_items(render: Render) -> None:
    items = tuple((Paragraph((Text(f"n{n}"),)), Paragraph((Text("so"),))) for n in range(120))
    html = render(render_markdown((ItemList(items, ordered=True),), {}))
    assert text_of(html) == " ".join(f"n{n} so" for n in range(120))
    assert html.count("<ol>") == 1


def test_a_table_too_wide_to_be_one_is_told_row_by_row() -> None:
    rows = tuple(tuple((Text(f"{r}.{c}"),) for c in range(60)) for r in range(2))
    markdown = render_markdown((Table(rows),), {})
    assert markdown.count("\n\n") == 1
    assert "|" not in markdown
