from urllib.parse import urljoin, urlsplit, urlunsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.urls import ascii_url, canonical_url, find_http_url, host_of

_HOSTS = st.sampled_from(
    ["example.com", "www.example.com", "m.example.co.uk", "amp.www.example.org:8080", "münchen.de"]
)
_PATHS = st.lists(
    st.sampled_from(
        ["", "amp", "news", "2023", "a%20b", "%E4", "ä", "story.amp.html", "%2F", "(x)"]
    )
).map(lambda steps: "/" + "/".join(steps))
_QUERIES = st.lists(
    st.sampled_from(
        ["id=7", "utm_source=x", "a", "b=%E4", "fbclid=1", "outputType=amp", "=", "q=1+2"]
    )
).map("&".join)
URLS = st.builds(
    lambda host, path, query: f"http://{host}{path}?{query}#x", _HOSTS, _PATHS, _QUERIES
)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.com/news/rail-strike",
        "http://example.com/news/rail-strike/",
        "https://m.example.com/news/rail-strike",
        "https://amp.example.com/news/rail-strike",
        "https://www.example.com/amp/news/rail-strike",
        "https://www.example.com/news/rail-strike/amp/",
        "https://example.com:443/news/rail-strike#comments",
        "https://example.com/news/rail-strike?utm_source=rss&utm_medium=feed",
        "https://example.com/news/rail-strike?fbclid=IwAR0abc",
        "https://www-example-com.cdn.ampproject.org/c/s/www.example.com/amp/news/rail-strike",
        "https://www.google.com/amp/s/amp.example.com/news/rail-strike",
        "https://web.archive.org/web/20200701102216/https://www.example.com/news/rail-strike",
        "https://web.archive.org/web/20200701102216id_/http://example.com/news/rail-strike",
        "https://example.com/news/r%61il-strike",
    ],
)
def test_one_page_has_one_identity(url: str) -> None:
    assert canonical_url(url) == "https://example.com/news/rail-strike"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/story?id=1", "https://example.com/story?id=2"),
        ("https://example.com/story?page=2", "https://example.com/story"),
        ("https://example.com/ampere", "https://example.com/ere"),
        ("https://example.com/a/camp", "https://example.com/a/c"),
        ("https://sport.example.com/a", "https://example.com/a"),
        ("https://m.com/a", "https://com/a"),
        ("https://example.com/?q=%E4", "https://example.com/?q=%F6"),
        ("https://example.com/A", "https://example.com/a"),
    ],
)
def test_what_may_tell_two_pages_apart_is_kept(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert canonical_url("http://a.example/x?b=2&a=1") == canonical_url(
        "http://a.example/x?a=1&b=2"
    )


@given(URLS | st.text())
def test_an_identity_is_its_own_identity(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "java\nscript:alert(1)",
        "vbscript:x",
        "mailto:a@example.com",
        "ftp://example.com/a",
        "//example.com/a",
        "/a",
        "a.html",
        "http://",
        "http://[::1",
        "https://user:pw@example.com/",
        "https://example.com:0/",
        "https://example.com:99999999/",
        "https://example.com/\x00",
        "https://" + "a" * 5_000 + ".example/",
        "",
        None,
    ],
)
def test_nothing_but_a_web_address_is_one(text: str | None) -> None:
    assert find_http_url(text) is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("/a?b#c", "https://example.com/a?b#c"),
        ("../x.html", "https://example.com/x.html"),
        ("//other.example/a", "https://other.example/a"),
        (" https://example.com/ex\nample ", "https://example.com/example"),
        ('https://example.com/"><b>', "https://example.com/%22%3E%3Cb%3E"),
        ("https://example.com/a b", "https://example.com/a%20b"),
        ("https://münchen.example/ä", "https://münchen.example/ä"),
    ],
)
def test_a_reference_becomes_an_absolute_address(text: str, url: str) -> None:
    assert find_http_url(text, "https://example.com/news/page.html") == url


@given(st.text())
def test_whatever_is_taken_as_an_address_can_end_nothing(text: str) -> None:
    for url in (find_http_url(text), find_http_url(text, "https://example.com/a/")):
        if url is not None:
            assert url.startswith(("http://", "https://"))
            assert not set("\"'<>\\`{|} \n\t") & set(url)
            assert find_http_url(url) == url


def test_a_host_is_told_without_its_www() -> None:
    assert host_of("https://www.Example.com:8080/a") == "example.com"
    assert host_of("http://[") == host_of(None) == host_of("no address") == ""


@given(
    st.text("abz09-./", min_size=1, max_size=12).filter(str.strip),
    st.text("/abZ09?=&.~%:@!$*+,-_()", max_size=20),
    st.sampled_from([None, "https://example.org/a/b", "http://example.org", "ftp://x/y"]),
)
def test_a_plain_address_comes_out_as_the_standard_resolves_it(host, rest, base) -> None:
    url = f"https://{host}/{rest}"
    found = find_http_url(url, base)
    assert found is None or found == urlunsplit(urlsplit(urljoin(base or "", url)))


@given(URLS)
def test_an_address_for_machines_is_the_same_one_in_ascii(url: str) -> None:
    found = find_http_url(url)
    assert found
    plain = ascii_url(found)
    assert plain.isascii()
    assert ascii_url(plain) == plain
    assert canonical_url(plain) == canonical_url(found.replace("münchen", "xn--mnchen-3ya"))


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        (
            "https://münchen.de/straße?ä=ö#ü",
            "https://xn--mnchen-3ya.de/stra%C3%9Fe?%C3%A4=%C3%B6#%C3%BC",
        ),
        ("https://a.example/%C3%9F<>\" '", "https://a.example/%C3%9F%3C%3E%22%20'"),
        (f"https://{'ä' * 70}.example/", f"https://{'%C3%A4' * 70}.example/"),
    ],
)
def test_what_no_url_may_hold_is_encoded(url: str, plain: str) -> None:
    assert ascii_url(url) == plain
