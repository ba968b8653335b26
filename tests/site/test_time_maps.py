import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.model import PartialDate, Precision, Recapture
from generator.site.time_maps import find_time_map, render_time_map
from tests.site.markup import parse
from tests.site.stories import make_revision, make_story, read, render, when

SETTINGS = Settings(url="https://x.example/repo/", timezone="America/New_York")
STORY = {"url": "https://coastherald.example/a?b=1,2;c", "captured": "2023-12-06T08:10+01:00"}

# RFC 6690, section 2, as far as a TimeMap needs it: links parted by commas, each a URI reference
# in angle brackets with parameters, whose values are quoted.
_LINK = re.compile(r"""<([!#-;=?-\[\]_a-z~%]+)>((?:\s*;\s*[a-z]+="[^"\\]*")*)\s*(,|$)\s*""")
_PARAMETER = re.compile(r';\s*([a-z]+)="([^"]*)"')


def read_links(text: str) -> list[tuple[str, dict[str, str]]]:
    """Return the links of a file in link format; there must be nothing else in it."""
    links, at = [], 0
    while at < len(text):
        found = _LINK.match(text, at)
        assert found, text[at:]
        links.append((found[1], dict(_PARAMETER.findall(found[2]))))
        assert (found[3] == ",") == (found.end() < len(text))
        at = found.end()
    return links


def test_a_time_map_names_the_original_itself_and_our_copy() -> None:
    links = read_links(render_time_map(make_story("A", **STORY), SETTINGS))
    moment = "Wed, 06 Dec 2023 07:10:00 GMT"
    assert links == [
        ("https://coastherald.example/a?b=1,2;c", {"rel": "original"}),
        (
            "https://x.example/repo/2023/09/04/a/timemap.txt",
            {"rel": "self", "type": "application/link-format", "from": moment, "until": moment},
        ),
        (
            "https://x.example/repo/2023/09/04/a/",
            {"rel": "first last memento", "datetime": moment},
        ),
    ]


def test_every_capture_of_a_story_is_listed_by_its_time(tmp_path) -> None:
    text_of_noon = replace(
        make_revision("An earlier headline", "2023-12-05T12:00+00:00"),
        recaptures=(Recapture(seen=when("2023-12-05T18:00+00:00"), digest="b" * 64),),
    )
    unplaced = make_revision("A text of nobody knows when", None, digest="d" * 64)
    story = make_story(
        "A",
        **STORY,
        recaptures=(
            Recapture(seen=when("2024-01-01"), digest="a" * 64),
            Recapture(seen=None, digest="c" * 64),
        ),
        revisions=(text_of_noon, unplaced),
    )
    _, itself, *mementos = read_links(render_time_map(story, SETTINGS))
    page = "https://x.example/repo/2023/09/04/a/"
    first, last = "Tue, 05 Dec 2023 12:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 GMT"
    assert [(url.removeprefix(page), said["rel"], said["datetime"]) for url, said in mementos] == [
        (f"#{'e' * 12}", "first memento", first),
        (f"#{'b' * 12}", "memento", "Tue, 05 Dec 2023 18:00:00 GMT"),
        ("", "memento", "Wed, 06 Dec 2023 07:10:00 GMT"),
        (f"#{'a' * 12}", "last memento", last),
    ]
    assert (itself[1]["from"], itself[1]["until"]) == (first, last)
    tree = parse(read(render([story], tmp_path), story.address))
    for url, _ in mementos:
        if anchor := url.partition("#")[2]:
            (told,) = tree.xpath("//li[@id=$id]", id=anchor)
            assert anchor in told.text_content()


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ({"captured": "2023-12-06T08:10"}, "Wed, 06 Dec 2023 13:10:00 GMT"),
        ({"captured": "2023-12-06"}, "Wed, 06 Dec 2023 00:00:00 GMT"),
        ({"modified": "2023-09-05T10:00+00:00"}, "Tue, 05 Sep 2023 10:00:00 GMT"),
        ({}, "Mon, 04 Sep 2023 00:00:00 GMT"),
    ],
)
def test_a_moment_is_that_of_saving_or_else_the_publishers_own(said, moment: str) -> None:
    story = make_story("A", url="https://a.example/", **said)
    assert read_links(render_time_map(story, SETTINGS))[2][1]["datetime"] == moment


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, {"url": "https://a.example/"}),
        ("2023-09-04", {}),
        ("2023-09-04", {"url": "javascript:alert(1)"}),
        ("2023-09-04", {"url": "https://a.example/", "captured": "0001-01-01T00:00+14:00"}),
    ],
)
def test_without_an_original_or_any_moment_there_is_no_time_map(published, said) -> None:
    story = make_story("A", published, **said)
    assert find_time_map(story, SETTINGS) is render_time_map(story, SETTINGS) is None


ZONES = [None, *(timezone(timedelta(hours=hours)) for hours in (-11, 0, 14))]
URLS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from('<>",;= \\%\r\n\t')), max_size=40
).map(lambda text: f"https://münchen.example/{text}")


@given(URLS, st.datetimes(timezones=st.sampled_from(ZONES)))
def test_nothing_in_an_address_or_a_moment_breaks_a_time_map(url: str, moment) -> None:
    captured = PartialDate(moment=moment, precision=Precision.MINUTE)
    story = make_story("A", url=url, captured=captured.isoformat())
    text = render_time_map(story, SETTINGS)
    if text is None:
        assert find_time_map(story, SETTINGS) is None
        return
    links = read_links(text)
    assert [parameters["rel"] for _, parameters in links] == [
        "original",
        "self",
        "first last memento",
    ]
    assert links[0][0].startswith("https://xn--mnchen-3ya.example/")
    if moment.tzinfo:
        said = links[2][1]["datetime"].replace("GMT", "+0000")
        assert datetime.strptime(said, "%a, %d %b %Y %H:%M:%S %z") == moment.replace(microsecond=0)


def test_the_page_of_a_story_leads_to_its_time_map(tmp_path) -> None:
    stories = [make_story("A", **STORY), make_story("B")]
    site = render(stories, tmp_path, url="https://x.example/repo/")
    (link,) = parse(read(site, "2023/09/04/a/")).xpath("//head/link[@rel='timemap']")
    assert link.get("href") == "timemap.txt"
    assert (site / "2023/09/04/a/timemap.txt").read_text().startswith("<https://coastherald")
    assert "timemap" not in read(site, "2023/09/04/b/")
    assert not (site / "2023/09/04/b/timemap.txt").exists()
