import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blocks import inline_text
from generator.model import Emphasis, Inline, Link, Strong, Text
from generator.parsing.boxes import PLAIN, Style
from generator.parsing.inlines import Segment, make_inlines
from generator.text import strip_controls

LINK = Style(href="https://a.example/x")
BOLD = Style(strong=True)
ITALIC = Style(emphasis=True)


@pytest.mark.parametrize(
    ("segments", "inlines"),
    [
        ([("  a\n", PLAIN), ("b ", PLAIN)], (Text("a b"),)),
        ([("a ", PLAIN), ("b", BOLD), (" ", PLAIN)], (Text("a "), Strong((Text("b"),)))),
        ([("a", BOLD), ("  ", PLAIN), ("b", BOLD)], (Strong((Text("a b"),)),)),
        (
            [("a", PLAIN), (" b ", LINK), ("c", PLAIN)],
            (Text("a "), Link(LINK.href, (Text("b"),)), Text(" c")),
        ),
        (
            [("go ", LINK._replace(strong=True)), ("now", LINK)],
            (Link(LINK.href, (Strong((Text("go"),)), Text(" now"))),),
        ),
        ([("a", BOLD), (" b", ITALIC)], (Strong((Text("a"),)), Text(" "), Emphasis((Text("b"),)))),
        ([("x", Style(href="javascript:alert(1)"))], (Text("x"),)),
        ([("日本", PLAIN), ("語", BOLD)], (Text("日本"), Strong((Text("語"),)))),
        ([(" ", PLAIN), ("", LINK)], ()),
    ],
)
def test_styles_nest_and_spaces_stay_outside(
    segments: list[Segment], inlines: tuple[Inline, ...]
) -> None:
    assert make_inlines(segments, None) == inlines


STYLES = st.builds(
    Style,
    st.sampled_from([None, "/a", "https://b.example/", "data:x"]),
    st.booleans(),
    st.booleans(),
)
SEGMENTS = st.lists(st.tuples(st.text(" \n\u2028\u202eabc<&", max_size=4), STYLES), max_size=8)


@given(SEGMENTS)
def test_all_characters_that_can_be_seen_are_kept_in_order(segments: list[Segment]) -> None:
    read = inline_text(make_inlines(segments, "https://base.example/"))
    written = strip_controls("".join(text for text, _ in segments))
    assert re.sub(r"\s+", "", read) == re.sub(r"\s+", "", written)
    assert read == " ".join(read.split())


@given(SEGMENTS)
def test_links_are_absolute_and_none_is_empty(segments: list[Segment]) -> None:
    waiting = list(make_inlines(segments, "https://base.example/"))
    while waiting:
        inline = waiting.pop()
        if isinstance(inline, Link):
            assert inline.url.startswith("https://")
        if isinstance(inline, Text):
            assert inline.text
        else:
            assert inline.inlines
            waiting += inline.inlines
