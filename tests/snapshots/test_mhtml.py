import email
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SnapshotError
from generator.snapshots.mhtml import is_mhtml, read_mhtml
from tests.snapshots.containers import BOUNDARY, GIF, join_parts, make_mhtml, make_part

URL = "https://echo.example/ferry"
PAGE = "<!DOCTYPE html><html><title>Fähre verspätet</title>\r\n<p>5 = 5, naïve – ok</p></html>"


def html(text: str = PAGE, encoding: str = "quoted-printable", **fields: str) -> bytes:
    return make_part(text.encode(), encoding, **{"Content_Type": "text/html", **fields})


def image(**fields: str) -> bytes:
    return make_part(GIF, **{"Content_Type": "image/gif", **fields})


def reason(data: bytes) -> str:
    with pytest.raises(SnapshotError) as caught:
        read_mhtml(data)
    return str(caught.value)


# ── What browsers write ──────────────────────────────────────────────────────────────────────


def test_chrome_says_where_from_and_when() -> None:
    data = make_mhtml(
        URL, PAGE, {"https://cdn.example/quay.gif": GIF}, "Mon, 4 Sep 2023 12:11:05 -0000"
    )
    page = read_mhtml(data)
    assert page.data.decode() == PAGE
    assert (page.kind, page.url, page.witness) == ("mhtml", URL, "MHTML header")
    assert page.captured is not None
    assert page.captured.isoformat() == "2023-09-04T12:11:05+00:00"
    assert page.parts == {"https://cdn.example/quay.gif": GIF}


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary", "7bit", ""])
def test_a_part_is_read_as_it_was_written(encoding: str) -> None:
    page = read_mhtml(join_parts(html(encoding=encoding, Content_Location=URL)))
    assert page.data.decode().strip() == PAGE


def test_internet_explorer_leaves_the_address_with_the_page() -> None:
    page = html(Content_Type='text/html;\r\n\tcharset="windows-1252"', Content_Location=URL)
    saved = read_mhtml(
        join_parts(
            page,
            image(Content_Location="https://echo.example/quay.gif"),
            From="<Saved by Windows Internet Explorer 8>",
            Date="Mon, 4 Sep 2023 14:11:00 +0200",
            X_MimeOLE="Produced By Microsoft MimeOLE V6.1",
        )
    )
    assert (saved.url, saved.charset) == (URL, "windows-1252")
    assert saved.captured is not None
    assert saved.captured.isoformat() == "2023-09-04T14:11+02:00"


def test_a_page_without_parts_may_be_a_mail_of_one_part() -> None:
    data = b"From: <Saved by Microsoft Internet Explorer 5>\r\nMIME-Version: 1.0\r\n" + html(
        Content_Location=URL
    )
    assert is_mhtml(data)
    assert read_mhtml(data).data.decode() == PAGE


def test_the_page_is_the_part_that_is_named_as_such() -> None:
    parts = (html("<p>A frame"), html(Content_ID="<op.1@echo>", Content_Location=URL))
    data = join_parts(*parts, Content_Type='multipart/related; start="<op.1@echo>"')
    assert read_mhtml(data).data.decode() == PAGE
    data = join_parts(*parts, Snapshot_Content_Location=URL)
    assert read_mhtml(data).data.decode() == PAGE


def test_frames_and_styles_are_no_part_of_a_page() -> None:
    style = make_part(b"p { }", Content_Type="text/css", Content_Location="https://echo.example/a")
    frame = html("<p>Buy.", Content_Location="https://ads.example/")
    data = join_parts(html(Content_Location=URL), style, frame)
    assert (read_mhtml(data).data.decode(), read_mhtml(data).parts) == (PAGE, {})


def test_addresses_are_told_from_a_base() -> None:
    data = join_parts(
        html(Content_Base="https://echo.example/2023/", Content_Location="ferry"),
        image(Content_Location="img/quay.gif"),
    )
    assert read_mhtml(data).url == "https://echo.example/2023/ferry"
    assert list(read_mhtml(data).parts) == ["https://echo.example/2023/img/quay.gif"]


def test_a_picture_has_all_its_names() -> None:
    data = join_parts(
        html(Content_Location="file:///C:/echo/ferry.htm"),
        image(Content_Location="file:///C:/echo/ferry_files/quay.gif", Content_ID="<quay@echo>"),
    )
    assert read_mhtml(data).url is None
    assert list(read_mhtml(data).parts) == [
        "file:///C:/echo/ferry_files/quay.gif",
        "ferry_files/quay.gif",
        "cid:quay@echo",
    ]


def test_a_picture_is_told_by_its_bytes() -> None:
    data = join_parts(
        html(Content_Location=URL),
        image(Content_Type="application/octet-stream", Content_Location="a.gif"),
        make_part(b"<svg/>", Content_Type="image/svg+xml", Content_Location="b.svg"),
    )
    assert list(read_mhtml(data).parts) == ["https://echo.example/a.gif"]


def test_line_ends_may_have_lost_their_returns() -> None:
    data = make_mhtml(URL, PAGE, {"https://echo.example/a.gif": GIF}).replace(b"\r\n", b"\n")
    assert read_mhtml(data).data.decode() == PAGE.replace("\r\n", "\n")
    assert list(read_mhtml(data).parts.values()) == [GIF]


@pytest.mark.parametrize("date", ["yesterday", "Mon, 99 Sep 2023 12:11:05 -0000", "0" * 10_000, ""])
def test_a_date_that_can_not_be_read_leaves_the_rest(date: str) -> None:
    assert read_mhtml(make_mhtml(URL, PAGE, {}, date)).captured is None


# ── What is none ─────────────────────────────────────────────────────────────────────────────


def test_a_newsletter_is_no_saved_page() -> None:
    letter = join_parts(
        make_part(b"Ferry late.", "7bit", Content_Type="text/plain"),
        html(),
        Content_Type="multipart/alternative",
        Received="from mx.example by mail.example",
        From="The Echo <news@echo.example>",
        To="jo@example.org",
    )
    assert is_mhtml(letter)
    assert "a mail, not a saved page" in reason(letter)
    sent = join_parts(html(Content_Location=URL), To="jo@example.org")
    assert read_mhtml(sent).data.decode() == PAGE


def test_a_page_within_other_parts_is_found() -> None:
    inner = join_parts(
        make_part(b"Ferry late.", "7bit", Content_Type="text/plain"),
        html(Content_Location=URL),
        boundary="inner",
        Content_Type="multipart/alternative",
    )
    data = join_parts(inner, image(Content_ID="<a>"))
    assert read_mhtml(data).data.decode() == PAGE
    assert list(read_mhtml(data).parts) == ["cid:a"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (join_parts(image()), "without a page"),
        (join_parts(), "without a page"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx", "between its parts"),
        (join_parts(html()[:-20], closed=False, X="y"), "cut off in the middle of its page"),
        (join_parts(*[image()] * 10_001), "more than 10,000 parts"),
    ],
)
def test_what_can_not_be_read_says_why(data: bytes, words: str) -> None:
    assert words in reason(data)


def test_parts_within_parts_have_an_end() -> None:
    data = html()
    for depth in range(3_000):
        data = join_parts(data, boundary=f"b{depth}", closed=False)
        if depth == 6:
            assert read_mhtml(data).data.decode().startswith(PAGE)
    assert "nested more than" in reason(data)


def test_a_file_that_is_cut_off_keeps_its_page_and_the_pictures_that_are_whole() -> None:
    data = make_mhtml(URL, PAGE, {f"https://echo.example/{n}.gif": GIF for n in range(2)})
    delimiter = f"--{BOUNDARY}".encode()
    below = [found.end() for found in re.finditer(delimiter, data)][2:]
    for cut in range(data.index(b"</html>") + 8, len(data)):
        page = read_mhtml(data[:cut])
        assert page.data.decode() == PAGE
        whole = [sum(cut >= end + more for end in below) for more in (2, 0)]
        assert len(page.parts) in whole


@pytest.mark.parametrize(
    "data",
    [
        b"<html>Content-Type: multipart/related",
        b"Content-Type: text/html\r\n\r\n<html>as a server sent it",
        b"Ferry: late\n\nContent-Type: multipart/related",
        b"Dear reader,\nContent-Type: multipart/related is what we write.",
        b"WARC/1.0\r\nContent-Type: multipart/related\r\n\r\n",
        b"",
    ],
)
def test_other_files_are_no_mhtml(data: bytes) -> None:
    assert not is_mhtml(data)


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 400))
def test_no_bytes_are_too_strange(noise: bytes, at: int, to: int) -> None:
    data = make_mhtml(URL, PAGE, {URL: GIF}, "Mon, 4 Sep 2023 12:11:05 -0000")
    for broken in (noise, data[:at] + noise + data[at + to :]):
        try:
            read_mhtml(broken)
        except SnapshotError as error:
            assert str(error)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=200)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["quoted-printable", "base64"]))
def test_parts_are_told_apart_as_the_email_package_does(texts: list[str], encoding: str) -> None:
    parts = [html(text, encoding, Content_ID=f"<{n}>") for n, text in enumerate(texts)]
    for start in range(len(texts)):
        kind = f'multipart/related; start="<{start}>"'
        data = join_parts(*parts, Content_Type=kind, boundary="=_b")
        theirs = email.message_from_bytes(data).get_payload()[start].get_payload(decode=True)
        assert read_mhtml(data).data == theirs


# ── Real files ───────────────────────────────────────────────────────────────────────────────

REAL = {
    "example.com.mhtml": ("http://example.com/", "2018-12-17T11:28:18+00:00", 0),
    "hn.mhtml": ("https://news.ycombinator.com/", "2018-12-17T11:17:47+00:00", 3),
    "usatoday.mhtml": ("https://www.usatoday.com/", "2018-12-17T11:18:02+00:00", 84),
    "wikipedia.mhtml": ("https://en.wikipedia.org/wiki/Node.js", "2018-12-17T11:18:49+00:00", 11),
}


@pytest.mark.shared
def test_real_files_are_read_whole(shared: Path) -> None:
    files = sorted((shared / "snapshots" / "mhtml").iterdir())
    assert [file.name for file in files] == sorted(REAL)
    for file in files:
        page = read_mhtml(file.read_bytes())
        said = (page.url, page.captured and page.captured.isoformat(), len(page.parts))
        assert said == REAL[file.name], file.name
        root = email.message_from_bytes(file.read_bytes()).get_payload()[0]
        assert page.data == root.get_payload(decode=True)
