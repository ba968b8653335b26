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


# ── Other programs ───────────────────────────────────────────────────────────────────────────

URL = "https://echo.example/ferry?a=1&copy=2"
OTHERS = {
    "SingleFile comment": (
        f"<!DOCTYPE html> <html><!--\n Archive processed by SingleFile \n url: {URL} \n"
        " saved date: Mon Sep 04 2023 14:11:05 GMT+0200 (Central European Summer Time)\n-->"
    ),
    "monolith comment": (
        f"<!-- Saved from {URL} at 2023-09-04T12:11:05Z using monolith v2.7.0 -->\n<html>"
    ),
    "WebScrapBook attributes": (
        '<!DOCTYPE html>\n<html lang="en" data-scrapbook-source="https://echo.example/ferry?a=1&amp;'
        'copy=2" data-scrapbook-create="20230904121105535">'
    ),
    "Save Page WE meta": (
        f"<html><head><script>{'x' * 30_000}</script>"
        '<meta name="savepage-url" content="https://echo.example/ferry?a=1&amp;copy=2">\n'
        '<meta name="savepage-title" content="Ferry late">\n'
        '<meta name="savepage-from" content="https://echo.example/ferry?a=1&amp;copy=2">\n'
        '<meta name="savepage-date" content="Mon Sep 04 2023 14:11:05 GMT+0200 (Central European">'
    ),
}


@pytest.mark.parametrize("witness", OTHERS)
def test_other_programs_say_where_from_and_when(witness: str) -> None:
    note = find_note(OTHERS[witness])
    assert (note.witness, note.url) == (witness, URL)
    assert note.captured is not None
    assert note.captured.instant.isoformat().startswith(("2023-09-04T12:11:05", "2023-09-04T14:11"))
    assert note.captured.instant.timestamp() == 1693829465


HTTRACK = "<!-- Mirrored from echo.example/a/ferry.html by HTTrack Website Copier/3.x [XR&CO'2014]"


@pytest.mark.parametrize("page", ["<html>\n\n{}\n<head>", "<html>" + " " * 20_000 + "{}\n</html>"])
def test_httrack_leaves_the_address_without_its_scheme(page: str) -> None:
    note = find_note(page.format(f"{HTTRACK}, Mon, 04 Sep 2023 12:11:05 GMT -->"))
    assert (note.witness, note.url) == ("HTTrack comment", "http://echo.example/a/ferry.html")
    assert note.captured is not None
    assert note.captured.isoformat() == "2023-09-04T12:11:05+00:00"


def test_maoxian_says_only_where_from() -> None:
    note = find_note(f"<!-- OriginalSrc: {URL} -->\n<html>")
    assert (note.witness, note.url, note.captured) == ("MaoXian comment", URL, None)


@pytest.mark.parametrize(
    "page",
    [
        "<!-- Saved from local source at 2023-09-04T12:11:05Z using monolith v2.7.0 -->",
        '<html data-scrapbook-source="file:///C:/x" data-scrapbook-create="99999999999999999">',
        '<meta name="savepage-url" content="javascript:x"><meta name="savepage-date" content="?">',
        "<!-- Mirrored from by HTTrack Website Copier/3.x [x], never -->",
        "<!-- Mirrored from javascript:alert(1) by HTTrack Website Copier/3.x [x], never -->",
        '<html data-scrapbook-source="' * 1000,
        "<!-- Mirrored from " * 1000,
    ],
)
def test_a_note_that_says_nothing_of_use_says_nothing(page: str) -> None:
    assert (find_note(page).url, find_note(page).captured) == (None, None)
