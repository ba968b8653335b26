import pytest

from generator.snapshots.notes import find_note, parse_js_date

SINGLEFILE = (
    "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
    " url: https://example.com/ferry?a=1 \n saved date: {date}\n-->"
)


def test_singlefile_says_where_from_and_when() -> None:
    date = "Mon Sep 04 2023 14:11:00 GMT+0200 (Central European Summer Time)"
    note = find_note(SINGLEFILE.format(date=date))
    assert (note.kind, note.url) == ("singlefile", "https://example.com/ferry?a=1")
    assert note.captured is not None
    assert note.captured.isoformat() == "2023-09-04T14:11+02:00"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sat Sep 25 2021 19:38:59 GMT-0700 (Pacific Daylight Time)", "2021-09-25T19:38:59-07:00"),
        ("Fri Mar 01 2024 00:00:00 GMT+0545 (Nepal Time)", "2024-03-01T00:00+05:45"),
        ("Thu Jan 01 1970 00:00:00 GMT+0000", "1970-01-01T00:00+00:00"),
    ],
)
def test_the_dates_of_javascript_are_read(text: str, moment: str) -> None:
    date = parse_js_date(text)
    assert date is not None
    assert date.isoformat() == moment


@pytest.mark.parametrize(
    "text",
    ["", "Sat Foo 25 2021 19:38:59 GMT-0700", "Sat Feb 31 2021 19:38:59 GMT-0700", "2021-09-25"],
)
def test_other_dates_are_none_of_javascript(text: str) -> None:
    assert parse_js_date(text) is None


def test_a_date_that_can_not_be_read_leaves_the_rest() -> None:
    note = find_note(SINGLEFILE.format(date="once upon a time"))
    assert (note.kind, note.captured) == ("singlefile", None)


@pytest.mark.parametrize(
    ("comment", "url"),
    [
        ("<!-- saved from url=(0025)https://example.com/a?b#c -->", "https://example.com/a?b#c"),
        ("<!-- saved from url=(0019)https://example.com-->", "https://example.com"),
        ("<!-- saved from url=(0014)about:internet -->", None),
        ("<!-- saved from url=(0019)javascript:alert(1) -->", None),
        ("<!-- saved from me -->", None),
    ],
)
def test_the_mark_of_the_web_gives_the_address(comment: str, url: str | None) -> None:
    assert find_note(f"<!DOCTYPE html>\n{comment}\n<html>").url == url


def test_only_the_head_of_a_page_is_believed() -> None:
    late = " " * 10_000 + "<!-- saved from url=(0019)https://evil.example -->"
    assert find_note(f"<html>{late}").url is None
