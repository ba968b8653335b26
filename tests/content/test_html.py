import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.html import read_line, read_markdown
from generator.content.inlines import render_text
from generator.text import squeeze
from tests.content.bodies import NASTY
from tests.content.renderers import render_ours, tags_of

ADDRESS = "2023/09/04/rail-strike/"
OWN = "a" * 64


def read(markdown: str, address: str = ADDRESS) -> tuple[str, str]:
    return read_markdown(markdown, address, lambda _name: (800, 600))[:2]


def test_raw_html_is_text() -> None:
    html, text = read("<script>alert(1)</script>\n\nwith <b onclick=x>bold</b>")
    assert html == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        "<p>with &lt;b onclick=x&gt;bold&lt;/b&gt;</p>\n"
    )
    assert text == "<script>alert(1)</script>\n\nwith <b onclick=x>bold</b>"


@pytest.mark.shared
def test_no_payload_becomes_markup_whoever_wrote_it(shared: Path) -> None:
    """A person may paste anything into a file: it is rendered without being escaped by us."""
    payloads = json.loads((shared / "hostile" / "dompurify.json").read_text(encoding="utf-8"))
    texts = (shared / "hostile" / "xss-payload-list.txt").read_text(encoding="utf-8").split("\n")
    for text in (*payloads, *texts):
        assert tags_of(render_ours(text)) <= set(
            "div p pre code em strong a ul ol li blockquote h2 h3 h4 h5 h6 hr br".split()
        )


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.lists(NASTY).map("\n".join))
def test_no_text_loads_or_runs_anything(text: str) -> None:
    html = read(text)[0].lower()
    for danger in ("<script", "<style", "<iframe", "<form", "<meta", 'href="javascript', 'src="h'):
        assert danger not in html
    assert "<img" not in html.replace('<img src="../../../../media/', "")


@pytest.mark.parametrize(
    ("address", "up"), [(ADDRESS, "../../../../"), ("undated/x/", "../../"), ("about/", "../")]
)
def test_a_picture_is_shown_from_the_media_of_the_site(address: str, up: str) -> None:
    html, _ = read(f"![A platform](../../../../media/{OWN}.jpg)", address)
    assert html == (
        f'<figure><img src="{up}media/{OWN}.jpg" alt="A platform" width="800" height="600"'
        ' loading="lazy"></figure>\n'
    )


@pytest.mark.parametrize(
    "src",
    [
        "https://example.org/media/a.jpg",
        "//example.org/a.png",
        "media/../../x.png",
        "media/a.svg",
        "data:image/png;base64,AAAA",
        "../../../../media/sub/a.png",
        "{static}/media/a.png",
    ],
)
def test_a_picture_from_elsewhere_is_not_shown(src: str) -> None:
    assert "<img" not in read(f"![x]({src})")[0]
    assert "<img" not in read(f"See ![x]({src}) here")[0]


def test_a_figure_has_a_caption_and_a_credit() -> None:
    html, text = read(f"![](media/{OWN}.png)\n*Trains, at [rest](https://example.org/).*\nAP/Roe")
    assert html.endswith(
        '<figcaption>Trains, at <a href="https://example.org/" rel="external nofollow noopener'
        ' noreferrer">rest</a>. <small>AP/Roe</small></figcaption></figure>\n'
    )
    assert text == "Trains, at rest.\nAP/Roe"


@pytest.mark.parametrize(
    ("markdown", "caption"),
    [
        ("_A caption._", "A caption."),
        ("_A caption._\n_A credit_", "A caption. <small>A credit</small>"),
        ("![A train]()\n*A caption.*", "A caption."),
        ("![A train]()\nA credit", "<small>A credit</small>"),
        ("![A train]()\n*Two* words", "<small><em>Two</em> words</small>"),
        ("![A train]()\n*One* and *two*", "<small><em>One</em> and <em>two</em></small>"),
    ],
)
def test_a_figure_without_its_picture_keeps_its_words(markdown: str, caption: str) -> None:
    assert read(markdown)[0] == f"<figure><figcaption>{caption}</figcaption></figure>\n"


@pytest.mark.parametrize("markdown", ["*A line.*", "_One_ and two", "_One_\nand two", "__One__"])
def test_other_lines_in_italics_are_no_figure(markdown: str) -> None:
    assert "<figure>" not in read(markdown)[0]


def test_a_figure_of_nothing_is_nothing() -> None:
    assert read("![A train]()")[0] == ""


@pytest.mark.parametrize(
    "src", ["../media/gone.png", "https://example.org/a.jpg", "media/Kai 1.png"]
)
def test_a_picture_that_is_not_there_is_named_and_not_shown(src: str) -> None:
    markdown = (
        f"![A train](<{src}>)\n*At rest.*\n\nBeside ![it](<{src}>) a text.\n\n![]()\n*No more.*"
    )
    html, _, _, missing = read_markdown(markdown, ADDRESS, lambda _name: None)
    assert html == (
        "<figure><figcaption>At rest.</figcaption></figure>\n<p>Beside  a text.</p>\n"
        "<figure><figcaption>No more.</figcaption></figure>\n"
    )
    assert missing == (src, src)


def test_a_picture_is_named_as_its_file_is() -> None:
    assert 'src="../../../../media/Möwe.png"' in read("![](../media/Möwe.png)")[0]


def test_headings_begin_below_the_headline() -> None:
    assert read("# One\n\n## Two\n\n###### Six")[0] == (
        "<h2>One</h2>\n<h3>Two</h3>\n<h6>Six</h6>\n"
    )
    assert read("## Two\n\n### Three")[0] == "<h2>Two</h2>\n<h3>Three</h3>\n"


def test_links_lead_out_only_where_they_do() -> None:
    assert read("[a](https://example.org/)")[0] == (
        '<p><a href="https://example.org/" rel="external nofollow noopener noreferrer">a</a></p>\n'
    )
    assert read("[a](../search/)")[0] == '<p><a href="../search/">a</a></p>\n'
    assert "<a" not in read("[a](javascript:alert(1))")[0]


@pytest.mark.parametrize("figure", ["_The quay at dusk._\n_Jo Roe_", "![](x.jpg)\n*The quay.*"])
def test_a_text_opens_with_its_own_words_and_not_with_those_of_a_picture(figure: str) -> None:
    body = read_markdown(f"{figure}\n\nThe quay is shut.\n\n{figure}", "a/", lambda _name: None)
    assert body.opening == "The quay is shut."
    assert body.text.startswith("The quay")
    assert body.text != body.opening


def test_text_keeps_blocks_apart() -> None:
    _, text = read(
        "# A\n\none\ntwo\n\n- x\n- y\n\n| a | b |\n|---|---|\n| c | d |\n\n```\n1\n  2\n```"
    )
    assert text == "A\n\none two\n\nx\ny\n\na\tb\nc\td\n\n1\n  2"


@settings(max_examples=300, deadline=None)
@given(text=NASTY)
def test_a_line_of_text_is_read_back(text: str) -> None:
    assert read_line(render_text(text)) == squeeze(text)


def test_a_word_is_whole_in_the_text_where_a_person_allows_a_break_in_it() -> None:
    html, text = read("The har&shy;bour\u200bmaster\xad’s key")
    assert "har\xadbour" in html
    assert text == "The harbourmaster’s key"
