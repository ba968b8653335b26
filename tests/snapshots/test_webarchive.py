import plistlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SnapshotError
from generator.snapshots.webarchive import is_webarchive, read_webarchive
from tests.snapshots.containers import GIF, make_webarchive

URL = "https://echo.example/2023/ferry"
PAGE = "<!DOCTYPE html><html><title>Fähre verspätet</title></html>"
PICTURES = {"https://cdn.example/quay.gif": GIF}
BOTH = pytest.mark.parametrize("binary", [True, False])


def reason(data: bytes) -> str:
    with pytest.raises(SnapshotError) as caught:
        read_webarchive(data)
    return str(caught.value)


@BOTH
def test_safari_says_where_from_and_not_when(*, binary: bool) -> None:
    data = make_webarchive(URL, PAGE, PICTURES, binary=binary)
    assert is_webarchive(data)
    page = read_webarchive(data)
    assert page.data.decode() == PAGE
    assert (page.kind, page.url, page.charset, page.captured) == ("webarchive", URL, "UTF-8", None)
    assert page.parts == PICTURES


@BOTH
def test_a_file_that_is_cut_off_is_set_aside(*, binary: bool) -> None:
    data = make_webarchive(URL, PAGE, PICTURES, binary=binary)
    for end in range(0, len(data) - 1, 7):
        assert "damaged" in reason(data[:end])


@pytest.mark.parametrize(
    ("archive", "words"),
    [
        ({}, "without a page"),
        ([], "without a page"),
        ({"WebMainResource": "x"}, "without a page"),
        ({"WebMainResource": {"WebResourceData": "text"}}, "without a page"),
        (
            {"WebMainResource": {"WebResourceData": b"%PDF", "WebResourceMIMEType": "image/png"}},
            "no page (image/png)",
        ),
    ],
)
def test_what_holds_no_page_says_why(archive: object, words: str) -> None:
    for form in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        assert words in reason(plistlib.dumps(archive, fmt=form))


def test_odd_values_are_passed_over() -> None:
    main = {"WebResourceData": PAGE.encode(), "WebResourceURL": 7, "WebResourceMIMEType": b"x"}
    others = [1, {}, {"WebResourceURL": "a"}, {"WebResourceURL": 7, "WebResourceData": GIF}]
    data = plistlib.dumps({"WebMainResource": main, "WebSubresources": others})
    assert (read_webarchive(data).url, read_webarchive(data).parts) == (None, {})


@pytest.mark.parametrize(
    "data",
    [
        plistlib.dumps({"a": 1}),
        plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY),
        b"<html>WebMainResource</html>",
        b"<?xml version='1.0'?><rss>WebMainResource</rss>",
        b"",
    ],
)
def test_other_files_are_no_web_archives(data: bytes) -> None:
    assert not is_webarchive(data)


def same_object_many_times(objects: int, size: int) -> bytes:
    """Return a binary property list whose objects are all one long array."""
    array = b"\xaf\x12" + struct.pack(">I", size) + bytes(size * 3)
    refs = b"".join(number.to_bytes(3, "big") for number in range(1, objects + 1))
    body = b"bplist00" + array + b"\xaf\x12" + struct.pack(">I", objects) + refs
    offsets = [8 + len(array), *[8] * objects]
    table = b"".join(offset.to_bytes(4, "big") for offset in offsets)
    return body + table + bytes(6) + b"\x04\x03" + struct.pack(">QQQ", objects + 1, 0, len(body))


def same_number_many_times(objects: int) -> bytes:
    """Return a binary property list whose objects are all one number of 32 kB."""
    body = b"bplist00\x1f" + bytes(1 << 15) + b"\xae" + bytes(range(1, 15))
    table = b"".join(n.to_bytes(4, "big") for n in [len(body) - 15, *[8] * objects])
    return body + table + bytes(6) + b"\x04\x01" + struct.pack(">QQQ", objects + 1, 0, len(body))


ENTITY = b'<!DOCTYPE plist [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]><plist>&b;</plist>'


@pytest.mark.parametrize(
    "bomb",
    [
        same_object_many_times(10_000, 100_000),
        same_number_many_times(100_000),
        b'<?xml version="1.0"?>' + ENTITY,
        b'<?xml version="1.0"?><plist>'
        + b"<array>" * 190_000
        + b"</array>" * 190_000
        + b"</plist>",
        b'<?xml version="1.0"?><plist><array>' + b"<true/>" * 500_000 + b"</array></plist>",
        b"bplist00\xa1\x00\x08" + bytes(6) + b"\x01\x01" + struct.pack(">QQQ", 1, 0, 10),
        b"bplist00" + bytes(6) + b"\x08\x08" + struct.pack(">QQQ", 2**63, 0, 2**63),
    ],
)
def test_a_list_that_would_grow_is_not_read(bomb: bytes) -> None:
    assert reason(bomb)


@given(st.binary(max_size=60), st.integers(0, 600), st.integers(0, 60), st.booleans())
def test_no_bytes_are_too_strange(noise: bytes, at: int, to: int, binary: bool) -> None:
    data = make_webarchive(URL, PAGE, PICTURES, binary=binary)
    for broken in (noise, b"bplist00" + noise, data[:at] + noise + data[at + to :]):
        try:
            read_webarchive(broken)
        except SnapshotError as error:
            assert str(error)
