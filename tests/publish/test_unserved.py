"""A page that is opened from a disk: its links, its policy, its script, and all else as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.publish.unserved import name_page, settle_page, settle_policy


@pytest.mark.parametrize(
    ("served", "settled"),
    [
        ("../", "../index.html"),
        ("./", "./index.html"),
        ("..", "../index.html"),
        ("../2023/09/", "../2023/09/index.html"),
        ("../search/?q=rail#top", "../search/index.html?q=rail#top"),
        ("../theme/gazette.css", "../theme/gazette.css"),
        ("#main", "#main"),
        ("", ""),
        ("https://paper.example/news/", "https://paper.example/news/"),
        ("//paper.example/", "//paper.example/"),
        ("mailto:desk@paper.example", "mailto:desk@paper.example"),
        ("data:image/png;base64,AA/", "data:image/png;base64,AA/"),
    ],
)
def test_a_link_to_a_folder_names_the_page_in_it(served: str, settled: str) -> None:
    assert name_page(served) == settled


@given(st.text(alphabet="./?#a:", max_size=12))
def test_a_link_that_names_its_page_stays_as_it_is(address: str) -> None:
    assert name_page(name_page(address)) == name_page(address)


@pytest.mark.parametrize(
    ("served", "settled"),
    [
        (
            '<a class="x" href="../a/?x=1&amp;y=2">',
            '<a class="x" href="../a/index.html?x=1&amp;y=2">',
        ),
        ('<a class=x href="../">', '<a class="x" href="../index.html">'),
        ("<a class=x href=#main>", "<a class=x href=#main>"),
        ('<a title="a > b" href="../">', '<a title="a &gt; b" href="../index.html">'),
        ('<a href="https://paper.example/">', '<a href="https://paper.example/">'),
        (
            '<form action="../search/" role="search">',
            '<form action="../search/index.html" role="search">',
        ),
        ('<link rel="search" href="../opensearch.xml">', ""),
        ('<link rel="timemap" href="timemap.txt">', ""),
        ('<link rel="preload" as="fetch" crossorigin href="../search/m.json">', ""),
        (
            '<link rel="stylesheet" href="../theme/a.css">',
            '<link rel="stylesheet" href="../theme/a.css">',
        ),
        (
            '<meta http-equiv="refresh" content="0; url=../../new/">',
            '<meta http-equiv="refresh" content="0; url=../../new/index.html">',
        ),
        ('<p>&lt;a href="../"&gt;</p>', '<p>&lt;a href="../"&gt;</p>'),
        (
            '<script type="module" src="../search/page.1.js"></script>',
            '<script defer src="../search/disk.2.js"></script>',
        ),
        (
            '<script type="application/ld+json">{}</script>',
            '<script type="application/ld+json">{}</script>',
        ),
    ],
)
def test_a_tag_is_settled_and_nothing_else(served: str, settled: str) -> None:
    assert settle_page(f"é {served} <b>", "disk.2.js") == f"é {settled} <b>"


def test_a_page_has_the_policy_of_a_disk() -> None:
    rest = "default-src 'none'; script-src 'self'"
    trusted = "require-trusted-types-for 'script'"
    assert settle_policy(f"{rest}; connect-src 'self'; {trusted}") == (
        f"{rest}; {trusted}; trusted-types backfile"
    )
    assert settle_policy(f"{rest}; connect-src 'self'") == rest
    page = "<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; a 'b'\">"
    assert settle_page(page, None) == (
        '<meta http-equiv="Content-Security-Policy" content="a &#x27;b&#x27;">'
    )


@given(st.text(max_size=200))
def test_any_text_can_be_settled_in_time(text: str) -> None:
    settle_page(f"<a {text}", None)
    settle_page("<a " + 'x="' * 2000 + text, None)
