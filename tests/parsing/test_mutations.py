"""An article is read however its page is made: without names, metadata, headings or paragraphs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from generator.blocks import plain_text
from generator.model import Quarantine
from generator.parsing import parse_snapshot
from tests.parsing.pages import H1, PROSE, snapshot

CORPUS = Path(__file__).parents[1] / "corpus"
PAGES = ("page-newsroom-wire", "page-wordpress", "page-german", "page-island-bulletin")
BOXES = ("div", "section", "article", "main", "header", "footer", "aside", "nav", "figure")


def without_metadata(root: html.HtmlElement) -> None:
    for element in [*root.iter("meta", "link", "script", "title")]:
        element.drop_tree()


def without_names(root: html.HtmlElement) -> None:
    for element in root.iter(etree.Element):
        for name in ("class", "id", "role", "itemprop", "itemtype"):
            element.attrib.pop(name, None)


def all_divs(root: html.HtmlElement) -> None:
    for element in root.iter(*BOXES):
        element.tag = "div"


def no_headings(root: html.HtmlElement) -> None:
    for element in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        element.tag = "div"


def custom_elements(root: html.HtmlElement) -> None:
    for element in root.iter(*BOXES, "p"):
        element.tag = f"x-{element.tag}"


def breaks(root: html.HtmlElement) -> None:
    for element in [*root.iter("p")]:
        for _ in range(2):
            element.addnext(etree.Element("br"))
        element.drop_tag()


def paragraphs_as(tag: str) -> Callable[[html.HtmlElement], None]:
    def change(root: html.HtmlElement) -> None:
        for element in root.iter("p"):
            element.tag = tag

    return change


def a_table_of_1999(root: html.HtmlElement) -> None:
    body = root.find("body")
    assert body is not None
    row = etree.Element("tr")
    menu, text = etree.SubElement(row, "td"), etree.SubElement(row, "td")
    for n in range(6):
        etree.SubElement(menu, "a", href=f"/{n}").text = f"Menu {n}"
    text.extend([*body])
    etree.SubElement(body, "table").append(row)


def a_form(root: html.HtmlElement) -> None:
    body = root.find("body")
    assert body is not None
    form = etree.Element("form")
    form.extend([*body])
    body.append(form)


MUTATIONS: dict[str, Callable[[html.HtmlElement], None]] = {
    "no metadata": without_metadata,
    "no names": without_names,
    "divs only": all_divs,
    "no headings": no_headings,
    "custom elements": custom_elements,
    "breaks": breaks,
    "a div a paragraph": paragraphs_as("div"),
    "a list item a paragraph": paragraphs_as("li"),
    "a table of 1999": a_table_of_1999,
    "a form round it all": a_form,
}


def read(page: str) -> list[str]:
    said = parse_snapshot(snapshot(page))
    assert not isinstance(said, Quarantine), said.reason
    return plain_text(said[0].body, figures=False).split("\n\n")


def sentences(lines: list[str]) -> set[str]:
    return {part.strip() for line in lines for part in line.split(". ") if len(part) > 40}


def cases() -> Iterator[tuple[str, str]]:
    return ((page, mutation) for page in PAGES for mutation in MUTATIONS)


@pytest.mark.parametrize(("page", "mutation"), list(cases()))
def test_the_text_of_a_page_is_read_however_the_page_is_made(page: str, mutation: str) -> None:
    source = (CORPUS / page / "source.html").read_text(encoding="utf-8")
    root = html.fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
    MUTATIONS[mutation](root)
    before = sentences(read(source))
    after = sentences(read(etree.tostring(root, encoding="unicode", method="html")))
    assert len(before & after) >= 0.75 * len(before), before - after
    # A standfirst or a fact box is told from the text by its name alone.
    assert len(after - before) <= 0.6 * len(before), after - before


TEXT = "".join(f"<p>{n} {line}</p>" for n, line in enumerate(PROSE * 2))
DAMAGE = {
    "a select that was never closed": f"<select><option>a<option>b{H1}{TEXT}",
    "a button round the text": f"{H1}<button>{TEXT}</button>",
    "a video that was never closed": f"<video src=a.mp4>{H1}{TEXT}",
    "an object that was never closed": f"<object data=a>{H1}{TEXT}",
    "a dialogue": f"{H1}<dialog open>{TEXT}</dialog>",
    "hidden spans": f"{H1}" + TEXT.replace("<p>", '<p><span style="display:none">'),
    "a declarative shadow root": f"{H1}<x-a><template shadowrootmode=open>{TEXT}</template></x-a>",
    "a frame with its page in it": f"{H1}<iframe srcdoc='{TEXT}'></iframe>",
    "a set of frames": f"<frameset><frame src=a></frameset><noframes>{H1}{TEXT}</noframes>",
    "paragraphs set as headings": H1 + TEXT.replace("p>", "h2>"),
    "an unknown element before any known one": f"<x-page><x-body>{H1}{TEXT}</x-body></x-page>",
    "a blockquote": f"{H1}<blockquote>{TEXT}</blockquote>",
    "a table row a paragraph": H1
    + TEXT.replace("<p>", "<table><tr><td>&nbsp;<td><font size=2>").replace("</p>", "</table>"),
    "soft hyphens": H1 + TEXT.replace("quay", "qu&shy;ay").replace("closes", "clo&shy;ses"),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_markup_that_hides_a_text_hides_nothing(kind: str) -> None:
    said = "\n".join(read(f"<title>East quay closes</title>{DAMAGE[kind]}"))
    assert all(line in said for line in PROSE)


def test_a_thread_of_comments_without_a_name_is_no_text() -> None:
    thread = "".join(
        f"<div>Jo Verse on May {n}, 2024 at 4:47 pm said:</div><div>{line * 3}</div>"
        for n, line in enumerate(PROSE * 3, 1)
    )
    article = "".join(f"<div>{line}</div>" for line in PROSE)
    page = f"<title>East quay closes</title><div>{H1}{article}</div><div>Comments</div>{thread}"
    assert read(page) == list(PROSE)


def test_a_headline_is_found_without_a_heading_where_the_title_names_the_outlet() -> None:
    other = "".join(f"<div>{n} It was said above the headline, and before it.</div>" for n in "ab")
    page = f"<title>East quay closes today - The Echo</title>{other}<font>East quay closes today"
    assert read(f"{page}</font>{TEXT}")[0].endswith(PROSE[0])
