"""Whatever a saved page says of itself, it comes out as text."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.model import Evidence, Story
from generator.site.shelves import is_name
from generator.text import fold
from generator.urls import find_http_url
from tests.browsing import PageLog
from tests.site.markup import find_broken_links, parse
from tests.site.stories import make_revision, make_story, read, render

HARMLESS = "A plain word"
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "javascript:alert(1)",
    "{filename}/../../secret |static|/etc/passwd",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    '" autofocus onfocus=alert(1) x="',
    "<base href=//evil.example><meta http-equiv=refresh content=0;url=//evil.example>",
    "\u202egnp.exe \u2028 \u2029",
    "../../../../etc/passwd",
    "{0.__class__.__mro__}{source}%s%(x)s",
    "<a href=javascript:alert(1)>x</a>" * 200,
)


def make_hostile(payload: str, day: int = 0) -> Story:
    """Return a story that says `payload` in every field, alone on its day.

    What could not be the name of a listing stands in a name that can.
    """
    name = payload if is_name(payload) else f"No {payload}"
    return make_story(
        payload,
        str(date(1970, 1, 1) + timedelta(days=day)),
        slug="story",
        dek=payload,
        kicker=name,
        byline=(name,),
        credits=(payload,),
        agency=f"{payload}!",
        dateline=payload,
        section=name,
        topics=(name,),
        source=name,
        url=payload if find_http_url(payload) is None else None,
        language=payload,
        text=" ".join(payload.split()),
        evidence=(Evidence(field="published", witness=payload),),
        revisions=(make_revision(f"{payload}!", "2023-09-04"),),
    )


def outline(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page and the names of their attributes, as a browser reads them.

    Related coverage is left out: which stories are like it does depend on the words of a story.
    """
    tree = LexborHTMLParser(page)
    for related in tree.css("section.ways"):
        related.decompose()
    root = tree.root
    return [(node.tag, tuple(node.attributes)) for node in root.traverse()]


def find_altered(payloads: Iterable[str], root: Path) -> list[str]:
    """Return the payloads whose page is built otherwise than that of a harmless word."""
    said = [*{fold(payload): payload for payload in payloads if fold(payload)}.values()]
    stories = [make_hostile(payload, day) for day, payload in enumerate([HARMLESS, *said])]
    site = render(stories, root)
    plain, *outlines = (outline(read(site, story.address)) for story in stories)
    return [payload for payload, found in zip(said, outlines, strict=True) if found != plain]


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    stories = [make_hostile(payload, day) for day, payload in enumerate(PAYLOADS)]
    return render(stories, tmp_path_factory.mktemp("hostile"))


def test_a_hostile_word_builds_the_same_page_as_a_harmless_one(tmp_path) -> None:
    assert find_altered(PAYLOADS, tmp_path) == []


@pytest.mark.shared
def test_no_known_payload_alters_a_page(shared: Path, tmp_path) -> None:
    lines = (shared / "hostile/xss-payload-list.txt").read_text(encoding="utf-8").splitlines()
    payloads = [
        *json.loads((shared / "hostile/dompurify.json").read_text(encoding="utf-8")),
        *json.loads((shared / "hostile/blns.json").read_text(encoding="utf-8")),
        *lines[::10],
    ]
    texts = [payload if isinstance(payload, str) else payload["payload"] for payload in payloads]
    assert find_altered(texts, tmp_path) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_word_can_be_read_as_it_was(tmp_path, payload: str) -> None:
    page = read(render([make_hostile(payload)], tmp_path), "1970/01/01/story/")
    tree = parse(page)
    assert tree.xpath("string(//h1)") == payload
    said = json.loads(tree.xpath("//script/text()")[0])
    assert said["mainEntity"]["headline"] == payload
    assert said["mainEntity"]["dateline"] == payload


def test_listings_hold_nothing_but_their_own_elements(site: Path) -> None:
    for page in site.rglob("*.html"):
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        alien = "iframe, object, embed, base, style, [style], [onerror], [onload]"
        assert tree.css(f"{alien}, svg:not([role]), svg :not(g, text, path, a, title)") == []
        assert {script.attributes.get("type") for script in tree.css("script")} <= {
            "application/ld+json",
            "module",
        }
        links = [link.attributes["href"] or "" for link in tree.css("[href]")]
        assert [link for link in links if link.lower().startswith(("javascript", "//"))] == []


def test_hostile_names_get_addresses_inside_the_site(site: Path) -> None:
    assert find_broken_links(site) == set()
    names = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    assert {name for name in names if not name.isascii() or ".." in name.split("/")} == set()


def test_an_address_that_is_not_of_the_web_is_no_link(tmp_path) -> None:
    schemes = ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example")
    stories: Sequence[Story] = [
        make_story(f"Story {n}", url=scheme) for n, scheme in enumerate(schemes)
    ]
    site = render(stories, tmp_path)
    for story in stories:
        page = read(site, story.address)
        assert parse(page).xpath("//a[@rel='external']") == []
        assert "web.archive.org" not in page
        assert str(story.header.url) not in page


@pytest.mark.browser
@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without it"])
def test_nothing_runs_in_a_browser(chromium, serve_folder, site: Path, bypass: bool) -> None:
    base, log = serve_folder(site), PageLog()
    addresses = ["", "1970/", "topics/", "bylines/", "sources/", "search/", "1970/01/"]
    addresses += [f"1970/01/{day:02}/story/" for day in range(1, len(PAYLOADS) + 1)]
    with chromium.new_context(bypass_csp=bypass) as context:
        page = context.new_page()
        log.watch(page)
        for address in addresses:
            page.goto(f"{base}{address}")
    log.assert_quiet()
