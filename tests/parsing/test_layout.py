"""A page is laid out in lines as a browser would set them, each in its box."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from generator.parsing.boxes import Piece
from generator.parsing.elements import Elements
from generator.parsing.layout import lay_out

MARKUP = st.lists(
    st.sampled_from(
        "<div> </div> <p> <ul><li> <h2> <table><td> <a\nhref='/x'> </a> <b> </b> <br>"
        " <script>no</script> <span\nhidden> </span> word \u00a0".split(" ")
    ),
    max_size=40,
).map("".join)


def pieces_of(markup: str) -> tuple[Piece, ...]:
    return lay_out(fromstring(f"<html><body>{markup}</body></html>"))


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("Ferry <b>late</b><p>Again<div>and again</div>today", "Ferry late|Again|and again|today"),
        ("<p>One<script>no</script> line<style>no</style> here</p>", "One line here"),
        ("<p>First<br><br>Second<br>line</p>", "First|Second line"),
        ("<p>\n <span> </span> <a href='/x'> </a>Late</p>", "Late"),
        ("<p>Seen <span aria-hidden='true'>unseen</span>again</p>", "Seen again"),
        ("<ul><li>One<li>Two <i>too</i></ul>after", "One|Two too|after"),
    ],
)
def test_a_line_ends_where_a_box_does(markup: str, lines: str) -> None:
    assert "|".join(piece.text for piece in pieces_of(markup)) == lines


def test_what_a_cell_holds_is_laid_out_without_what_follows_the_cell() -> None:
    cell = fromstring("<table><tr><td>Inner <b>word</b></td> tail</tr></table>").find(".//td")
    assert [piece.text for piece in lay_out(cell)] == ["Inner word"]


@given(MARKUP)
def test_a_piece_stands_in_the_boxes_of_its_lineage_and_in_no_others(markup: str) -> None:
    pieces = pieces_of(markup)
    boxes = {box for piece in pieces for box in piece.box.lineage()}
    for piece in pieces:
        assert {box for box in boxes if piece.is_in(box)} == set(piece.box.lineage())
        headings = [box.tag for box in piece.box.lineage() if box.tag in ("h1", "h2")]
        assert piece.heading == (headings[0] if headings else None)


def test_what_is_taken_out_of_a_page_is_no_longer_found_in_it() -> None:
    page = fromstring("<html><body><h1 itemprop='name'>A</h1><h1 rel='tag'>B</h1></body></html>")
    elements = Elements(page)
    asked = (elements.named("h1"), elements.marked, elements.related)
    assert [len(found) for found in asked] == [2, 1, 1]
    for head in elements.named("h1"):
        head.drop_tree()
    elements.forget()
    assert not any((elements.named("h1"), elements.marked, elements.related))


def test_nothing_of_a_page_is_left_for_the_search_for_garbage() -> None:
    markup = '<div class="sidebar"><nav><p>One</p></nav></div><p>Two</p>'
    gc.collect()
    gc.disable()
    try:
        assert [piece.text for piece in pieces_of(markup)] == ["One", "Two"]
        assert gc.collect() == 0
    finally:
        gc.enable()
