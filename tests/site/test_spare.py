"""Templates that are read sparingly make the same pages, to a browser."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.site.look import Look
from generator.site.spare import shrink
from tests.site.samples import SAMPLE
from tests.site.stories import render


@pytest.mark.parametrize(
    ("said", "spared"),
    [
        ('<li class="a">\n<p>', "<li class=a><p>"),
        ('<b class="a">\n<i>', "<b class=a>\n<i>"),
        ('<input type="search" name="q" value="">', '<input type=search name=q value="">'),
        ('<a class="a b" href="#main"', '<a class="a b" href=#main'),
        ('<a class="x', '<a class="x'),
        ('<img class="x"/>', '<img class="x"/>'),
        ('<link rel="icon" href="', '<link rel="icon" href="'),
        ('a="b" is text', 'a="b" is text'),
    ],
)
def test_what_nobody_sees_is_left_out(said: str, spared: str) -> None:
    assert shrink(said) == spared


def outline(page: str) -> list[tuple[str, object]]:
    """Return the elements and the words of a page in their order."""
    said: list[tuple[str, object]] = []
    for node in LexborHTMLParser(page).root.traverse(include_text=True):
        if node.tag != "-text":
            said.append((node.tag, tuple(node.attributes.items())))
        elif words := " ".join((node.text_content or "").split()):
            said.append(("", words))
    return said


def test_a_browser_finds_the_same_in_every_page(tmp_path, monkeypatch) -> None:
    spared = render(SAMPLE, tmp_path / "spared")
    monkeypatch.setattr(Look, "environment", {**Look.environment, "extensions": ()})
    whole = render(SAMPLE, tmp_path / "whole")
    files = [path.relative_to(whole) for path in whole.rglob("*.html")]
    sizes = [sum((site / file).stat().st_size for file in files) for site in (spared, whole)]
    assert sizes[0] < 0.98 * sizes[1]
    for file in files:
        pages = [(site / file).read_text(encoding="utf-8") for site in (spared, whole)]
        assert outline(pages[0]) == outline(pages[1]), file
