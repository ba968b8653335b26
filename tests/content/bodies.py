"""Bodies of articles to try: any blocks in any nest, full of text that would be markup."""

from hypothesis import strategies as st

from generator.model import (
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

MARKUP = [
    *"*_`[]()<>&{}|\\!#+-=~:.'\"1 \n\tab^$/",
    "&amp;",
    "&#123;",
    "&#12",
    "http://x",
    "<b>",
    "<!--",
    "{static}/x",
    "{attach}x",
    "|filename|x",
    "{{ x }}",
    "{% x %}",
    "[^1]:",
    "*[HTML]: x",
    "```",
    "~~~",
    "---",
    "1. ",
    "2) ",
    "    ",
    "***",
    "![",
    "](",
    "!!! note",
    "[TOC]",
    "Title: x",
    ": x",
    "é",
    "—",
    "“",
    "漢",
    "\u00a0",
    "\u200b",
]
"""Pieces of text that mean something to Markdown, its extensions, Pelican or Jinja."""

NASTY = st.one_of(st.lists(st.sampled_from(MARKUP), max_size=12).map("".join), st.text(max_size=20))
PLAIN = NASTY.map(Text)
URLS = st.one_of(
    NASTY.map("https://example.org/".__add__),
    st.sampled_from(["https://example.org/a?b=1&c=2", "javascript:alert(1)", "{static}/x", ""]),
)


def _tuples(of: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(of, max_size=most).map(tuple)


INLINES = _tuples(
    st.recursive(
        PLAIN,
        lambda inner: st.one_of(
            st.builds(Emphasis, _tuples(inner)),
            st.builds(Strong, _tuples(inner)),
            st.builds(Link, URLS, _tuples(inner)),
        ),
        max_leaves=5,
    )
)

PICTURE = "a.jpg"
MEDIA = {PICTURE: f"../../media/{'a' * 64}.jpg"}

_LEAVES = st.one_of(
    st.builds(Paragraph, INLINES),
    st.builds(Heading, st.integers(2, 6), INLINES),
    st.builds(
        Figure,
        st.sampled_from([None, PICTURE, "b.jpg"]),
        NASTY,
        st.none() | NASTY,
        st.none() | NASTY,
    ),
    st.builds(Table, _tuples(_tuples(INLINES))),
    st.builds(Preformatted, NASTY | st.lists(NASTY).map("\n".join)),
)

BODIES = _tuples(
    st.recursive(
        _LEAVES,
        lambda inner: st.one_of(
            st.builds(Quotation, _tuples(inner)),
            st.builds(ItemList, _tuples(_tuples(inner)), st.booleans()),
        ),
        max_leaves=6,
    )
)
