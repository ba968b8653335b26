import base64
import gzip
import hashlib
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from generator.model import Precision, Quarantine, Snapshot
from generator.parsing import parse_snapshot
from generator.snapshots import read_snapshots
from generator.snapshots.members import Broken, Member, Passed
from generator.snapshots.warc import open_warc, read_items
from tests.snapshots.warcs import PNG, TIME, make_arc, make_warc, record, write_records

Item = Member | Broken | Passed
ReadAll = Callable[..., list[Item]]

URL = "https://echo.example.org/2023/09/04/ferry"
PAGE = (
    "<!DOCTYPE html><html><head><title>The ferry sails again</title></head><body><article>"
    "<h1>The ferry sails again</h1><p>After eleven years the ferry to Skjær is back.</p>"
    "<img src='/img/quay.png'></article></body></html>"
)
OTHER = PAGE.replace("ferry", "library")


@pytest.fixture
def read(tmp_path: Path) -> ReadAll:
    """Read a file of these bytes, from the item `start` on."""

    def read_all(data: bytes, start: int = 0) -> list[Item]:
        path = tmp_path / f"{zlib.crc32(data)}-{len(data)}.warc"
        if not path.exists():
            path.write_bytes(data)
        return list(read_items(open_warc(path), start))

    return read_all


def pages_of(items: list[Item]) -> list[Member]:
    return [item for item in items if isinstance(item, Member)]


def reasons_of(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Broken)]


def passed_of(items: list[Item]) -> int:
    return sum(item.count for item in items if isinstance(item, Passed))


@pytest.mark.parametrize("make", [make_warc, make_arc])
@pytest.mark.parametrize("gzipped", [True, False])
def test_a_page_keeps_where_it_is_from_and_when(make, gzipped, read: ReadAll) -> None:
    (page,) = pages_of(read(make({URL: PAGE}, gzipped=gzipped)))
    assert page.data.decode() == PAGE
    assert (page.url, page.charset) == (URL, "utf-8")
    assert page.captured
    assert page.captured.moment.isoformat() == "2023-09-04T12:11:05+00:00"
    assert page.captured.precision is Precision.MINUTE
    assert page.name == f"{URL} {TIME}"
    assert (page.kind, page.witness) in [("warc", "WARC record"), ("arc", "ARC record")]


@pytest.mark.parametrize("make", [make_warc, make_arc])
def test_records_read_the_same_gzipped_one_by_one_all_at_once_or_not_at_all(
    make, read: ReadAll
) -> None:
    pages = {URL: PAGE, f"{URL}/2": OTHER, "https://echo.example.org/img/quay.png": PNG}
    plain = make(pages, gzipped=False)
    assert read(make(pages, gzipped=True)) == read(plain) == read(gzip.compress(plain))
    assert len(pages_of(read(plain))) == 2


@pytest.mark.parametrize("version", ["WARC/0.18", "WARC/1.0", "WARC/1.1"])
def test_every_version_of_the_format_is_read(version: str, read: ReadAll) -> None:
    data = record(URL, PAGE).replace(b"WARC/1.0", version.encode())
    data = data.replace(f"WARC-Target-URI: {URL}".encode(), f"WARC-Target-URI: <{URL}>".encode())
    assert [page.url for page in pages_of(read(data))] == [URL]


# ── What is a page ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "other",
    [
        record(URL, PAGE, kind="request"),
        record(URL, PAGE, kind="metadata"),
        record(URL, PAGE, kind="warcinfo"),
        record(URL, PAGE, status="404 Not Found"),
        record(URL, PAGE, status="301 Moved Permanently", http={"Location": "/elsewhere"}),
        record(URL, PAGE, status="503 Service Unavailable"),
        record(URL, PAGE, http={"Content-Type": "text/css"}),
        record(URL, '{"html": "<html>"}', http={"Content-Type": "text/html"}),
        record(URL, "<p>Three more results</p>"),
        record(URL, " \n"),
        record(URL, "success"),
        record(URL, "window.answer = [1, 2, 3];" * 9),
        record(URL, PNG),
        record(URL, PNG, http={"Content-Type": "text/html"}),
        record("https://echo.example.org/robots.txt", "User-agent: *\nDisallow: /"),
        record(f"urn:text:{URL}", "The ferry sails again", kind="resource"),
        record("dns:echo.example.org", "20230904121105", kind="resource"),
        record(URL, PAGE, warc={"WARC-Resource-Type": "xhr"}),
    ],
)
def test_what_is_no_page_is_passed_and_counted(other: bytes, read: ReadAll) -> None:
    items = read(write_records([other, record(f"{URL}/2", PAGE), other, other]))
    assert [page.url for page in pages_of(items)] == [f"{URL}/2"]
    assert passed_of(items) == 3
    assert reasons_of(items) == []


@pytest.mark.parametrize("kind", ["response", "resource", "conversion"])
def test_a_text_is_a_page_too(kind: str, read: ReadAll) -> None:
    text = "[Updated] The ferry sails again\n\n" + "After eleven years the ferry is back.\n" * 2
    assert [page.data.decode() for page in pages_of(read(record(URL, text, kind=kind)))] == [text]


def test_a_page_may_be_in_any_encoding(read: ReadAll) -> None:
    for charset in ("utf-16", "utf-8-sig", "shift_jis"):
        data = PAGE.replace("Skjær", "函館").encode(charset)
        http = {"Content-Type": f"text/html; charset={charset}"}
        (page,) = pages_of(read(record(URL, data, http=http)))
        assert (page.data, page.charset) == (data, charset)


@pytest.mark.parametrize("first", ["request", "response"])
@pytest.mark.parametrize("asked", ["Sec-Fetch-Dest: iframe", "X-Requested-With: XMLHttpRequest"])
def test_what_a_browser_asked_for_as_a_frame_is_no_page(
    first: str, asked: str, read: ReadAll
) -> None:
    name, value = asked.split(": ")
    one, two = "<urn:uuid:0d1a6b2e-0001>", "<urn:uuid:0d1a6b2e-0002>"
    frame = record("https://ads.example.com/", PAGE, warc={"WARC-Record-ID": one})
    fields = {"WARC-Record-ID": two, "WARC-Concurrent-To": one}
    request = record(
        "https://ads.example.com/", b"", kind="request", http={name: value}, warc=fields
    )
    page = record(URL, PAGE)
    pair = [request, frame] if first == "request" else [frame, request]
    assert [page.url for page in pages_of(read(write_records([page, *pair])))] == [URL]


# ── What was sent ────────────────────────────────────────────────────────────────────────────


def chunk(data: bytes, size: int = 50) -> bytes:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def deflate_raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKED = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "Deflate": deflate_raw,
    "br": lambda data: brotli.compress(data, quality=3),
    "zstd": zstd.compress,
    "gzip, gzip": lambda data: gzip.compress(gzip.compress(data)),
    "br, gzip": lambda data: gzip.compress(brotli.compress(data)),
    "identity": bytes,
    "gzip ": bytes,  # Kept unpacked under the headers that it was sent with.
    "BR": bytes,
    "": gzip.compress,
}


@pytest.mark.parametrize("coding", PACKED)
@pytest.mark.parametrize("chunked", [True, False])
def test_codings_are_undone_where_the_bytes_bear_them_out(
    coding: str, chunked: bool, read: ReadAll
) -> None:
    http = {"Content-Type": "text/html", "Content-Encoding": coding}
    body = PACKED[coding](PAGE.encode())
    if chunked:
        http["Transfer-Encoding"] = "Chunked"
        body = chunk(body)
    assert [p.data.decode() for p in pages_of(read(record(URL, body, http=http)))] == [PAGE]


def test_chunks_of_a_wrong_size_lose_no_text(read: ReadAll) -> None:
    http = {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}
    wrong = chunk(PAGE.encode(), 100).replace(b"64\r\n", b"5f\r\n", 2)
    (page,) = pages_of(read(record(URL, wrong, http=http)))
    assert b"After eleven years the ferry" in page.data
    (page,) = pages_of(read(record(URL, PAGE.encode(), http=http)))
    assert page.data.decode() == PAGE


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate"])
def test_a_damaged_coding_is_reported_by_its_name(coding: str, read: ReadAll) -> None:
    body = bytearray(PACKED[coding](PAGE.encode() * 40))
    body[30:60] = bytes(30)
    http = {"Content-Type": "text/html", "Content-Encoding": coding}
    items = read(record(URL, bytes(body), http=http))
    (broken,) = [item for item in items if isinstance(item, Broken)]
    assert broken.name == f"{URL} {TIME}"
    assert "is damaged" in broken.reason


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd", "deflate"])
def test_a_page_that_unpacks_to_very_much_is_reported(coding: str, read: ReadAll) -> None:
    body = PACKED[coding](b"<html>" + bytes(70 << 20))
    http = {"Content-Type": "text/html", "Content-Encoding": coding}
    assert reasons_of(read(record(URL, body, http=http))) == ["it unpacks to more than 64 MB"]


# ── Repeats ──────────────────────────────────────────────────────────────────────────────────

SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
LATER = "2023-09-05T07:00:00Z"


@pytest.mark.parametrize(
    ("profile", "status", "refers"),
    [
        (SAME, "200 OK", {"WARC-Payload-Digest": "the same"}),
        (SAME, "200 OK", {"WARC-Refers-To-Target-URI": URL, "WARC-Refers-To-Date": TIME}),
        (SAME, "200 OK", {"WARC-Refers-To": "<urn:uuid:0d1a6b2e-0001>"}),
        (UNCHANGED, "304 Not Modified", {"WARC-Refers-To-Target-URI": URL}),
        (UNCHANGED, "304 Not Modified", {}),
    ],
)
def test_a_repeat_is_the_earlier_page_at_a_later_time(
    profile: str, status: str, refers: dict[str, str], read: ReadAll
) -> None:
    first = record(URL, PAGE, warc={"WARC-Record-ID": "<urn:uuid:0d1a6b2e-0001>"})
    digest = first.partition(b"WARC-Payload-Digest: ")[2].partition(b"\r\n")[0].decode()
    again = {"WARC-Profile": profile, **refers}
    if "WARC-Payload-Digest" in again:
        again["WARC-Payload-Digest"] = digest
    repeat = record(URL, b"", kind="revisit", status=status, time=LATER, warc=again)
    items = read(write_records([first, repeat]))
    assert [page.data.decode() for page in pages_of(items)] == [PAGE, PAGE]
    assert [page.name for page in pages_of(items)] == [f"{URL} {TIME}", f"{URL} {LATER}"]


@pytest.mark.parametrize(("mime", "reported"), [("text/html", 1), ("image/png", 0), ("", 1)])
def test_a_repeat_of_what_is_elsewhere_is_reported_if_it_is_a_page(
    mime: str, reported: int, read: ReadAll
) -> None:
    again = {"WARC-Profile": SAME, "WARC-Payload-Digest": "sha1:ELSEWHERE"}
    items = read(record(URL, b"", kind="revisit", http={"Content-Type": mime}, warc=again))
    assert reasons_of(items) == ["a repeat of a page that is not in this file"] * reported
    assert passed_of(items) == 1 - reported


def test_a_page_in_pieces_is_reported_once(read: ReadAll) -> None:
    pieces = [
        record(URL, PAGE[:90], warc={"WARC-Segment-Number": "1"}),
        record(URL, PAGE[90:], kind="continuation", warc={"WARC-Segment-Number": "2"}),
    ]
    items = read(write_records(pieces))
    assert len(reasons_of(items)) == 1
    assert pages_of(items) == []


def test_two_captures_of_one_second_have_two_names(read: ReadAll) -> None:
    items = read(write_records([record(URL, PAGE), record(URL, OTHER)]))
    assert len({page.name for page in pages_of(items)}) == 2


# ── Pictures ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("gzipped", [True, False])
@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<img src='/img/quay.png'>", "https://echo.example.org/img/quay.png"),
        (
            '<img src="quay.png?w=640&amp;h=1">',
            "https://echo.example.org/2023/09/04/quay.png?w=640&h=1",
        ),
        ("<img data-src='//cdn.example.com/q.png'>", "https://cdn.example.com/q.png"),
        ("<img srcset='/a.png 1x, /img/b.png 2x'>", "https://echo.example.org/img/b.png"),
        (
            "<base href='https://cdn.example.com/x/'><img src=q.png>",
            "https://cdn.example.com/x/q.png",
        ),
    ],
)
def test_a_page_has_the_pictures_that_it_refers_to(
    gzipped: bool, markup: str, address: str, read: ReadAll
) -> None:
    page = f"<html><body>{markup}</body></html>"
    files = {"https://echo.example.org/unused.png": PNG, URL: page, address: PNG + address.encode()}
    (member,) = pages_of(read(make_warc(files, gzipped=gzipped)))
    assert dict(member.parts) == {address: PNG + address.encode()}


# ── Portions ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("packing", ["records", "whole", "plain"])
@given(size=st.integers(1, 9))
@settings(max_examples=9, deadline=None)
def test_reading_in_portions_is_reading_at_once(
    packing: str, size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    records = [record(f"{URL}/{n}", PNG if n % 3 else PAGE) for n in range(12)]
    records.insert(7, b"This is no record at all.\r\n\r\n")
    data = write_records(records, gzipped=packing == "records")
    path = tmp_path_factory.mktemp("warc") / "a.warc"
    path.write_bytes(gzip.compress(data) if packing == "whole" else data)
    whole = list(read_items(open_warc(path)))
    found: list[Item] = []
    while portion := [
        item
        for item, _ in zip(
            read_items(open_warc(path), found[-1].end if found else 0), range(size), strict=False
        )
    ]:
        found += portion
    assert found == whole
    assert len(pages_of(found)) == 4


# ── Damage ───────────────────────────────────────────────────────────────────────────────────

THREE = [record(f"{URL}/{n}", PAGE.replace("eleven", f"{n * 11}")) for n in (1, 2, 3)]
SOUND = [PAGE.replace("eleven", f"{n * 11}") for n in (1, 2, 3)]


@pytest.mark.parametrize("packing", ["records", "whole", "plain"])
def test_a_file_that_is_cut_off_is_read_up_to_there(packing: str, read: ReadAll) -> None:
    data = write_records(THREE, gzipped=packing == "records")
    data = gzip.compress(data, mtime=0) if packing == "whole" else data
    for cut in range(1, len(data), 3):
        items = read(data[:cut])
        found = [page.data.decode() for page in pages_of(items)]
        assert found == SOUND[: len(found)]
        assert len(reasons_of(items)) <= 1
        if packing != "plain":
            at_end = packing == "records" and cut in (
                len(gzip.compress(THREE[0])),
                len(gzip.compress(THREE[0]) + gzip.compress(THREE[1])),
            )
            assert len(reasons_of(items)) == (0 if at_end else 1), cut


@pytest.mark.parametrize("packing", ["records", "whole", "plain"])
@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_flipped_bits_are_never_more_than_reported(
    packing: str, flips: list[tuple[float, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = write_records(THREE, gzipped=packing == "records")
    broken = bytearray(gzip.compress(data, mtime=0) if packing == "whole" else data)
    for where, flip in flips:
        broken[int(where * len(broken))] ^= flip
    path = tmp_path_factory.mktemp("warc") / "a.warc"
    path.write_bytes(broken)
    items = list(read_items(open_warc(path)))
    if packing == "records":
        assert {page.data for page in pages_of(items)} <= {text.encode() for text in SOUND}


def test_what_follows_damage_is_read(read: ReadAll) -> None:
    one, two, three = (gzip.compress(each, mtime=0) for each in THREE)
    damaged = two[:100] + bytes(50) + two[150:]
    items = read(one + damaged + three)
    assert [page.data.decode() for page in pages_of(items)] == [SOUND[0], SOUND[2]]
    assert reasons_of(items) == ["its gzip is damaged"]
    items = read(one + b"The disk was full." + three)
    assert [page.data.decode() for page in pages_of(items)] == [SOUND[0], SOUND[2]]
    assert len(reasons_of(items)) == 1


def test_only_a_page_whose_checksum_holds_is_believed(read: ReadAll) -> None:
    one, two = (gzip.compress(each, mtime=0) for each in THREE[:2])
    wrong = one[:-8] + bytes(4) + one[-4:]
    items = read(wrong + two)
    assert [page.data.decode() for page in pages_of(items)] == [SOUND[1]]
    assert reasons_of(items) == ["its gzip is damaged"]


@pytest.mark.parametrize(
    "length",
    [
        b"",
        b"Content-Length: 7\r\n",
        b"Content-Length: -7\r\n",
        b"Content-Length: x\r\n",
        b"Content-Length: 700\r\n",
        b"Content-Length: 99999999999999999\r\n",
        b"Content-Length: %s\r\n" % (b"9" * 9000),
    ],
)
@pytest.mark.parametrize("gzipped", [True, False])
def test_a_record_whose_length_is_wrong_ends_where_the_next_begins(
    length: bytes, gzipped: bool, read: ReadAll
) -> None:
    head, _, rest = THREE[0].partition(b"Content-Length: ")
    lying = head + length + rest.partition(b"\r\n")[2]
    items = read(write_records([lying, *THREE[1:]], gzipped=gzipped))
    assert [page.data.decode() for page in pages_of(items)] == SOUND
    assert reasons_of(items) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"WARC/1.0\r\nX: " + b"a" * (100 << 20), "a record with headers of more than 256 kB"),
        (gzip.compress(b"WARC/1.0\r\nX: " + b"a" * (300 << 20)), "more than 250 times its size"),
        (gzip.compress(b"\r\n" * (200 << 20)), "more than 250 times its size"),
        (b"WARC/1.0\r\nContent-Length: 5\r\n\r\nab", "it is cut off"),
        (b"WARC/1.0\r\nConte", "it is cut off"),
        (b"\x1f\x8b\x08\x00garbage garbage garbage", "its gzip is damaged"),
        (b"\x1f\x8b\x08" * 100_000, "it is cut off"),
        (b"filedesc://a.arc 0.0.0.0 20230904 text/plain 5000\nab", "bytes that are no record"),
        (b"WARC/1.0\nX\n\n" + b"WARC/1.0\nno end" * 30, ""),
    ],
)
def test_what_can_not_be_read_has_one_reason(data: bytes, reason: str, read: ReadAll) -> None:
    items = read(data)
    assert pages_of(items) == []
    (found,) = reasons_of(items) or [""]
    assert reason in found


def test_a_great_many_empty_records_are_passed(read: ReadAll) -> None:
    items = read(b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 20_000 + THREE[0])
    assert passed_of(items) == 20_000
    assert len(pages_of(items)) == 1


@given(data=st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_end_in_items(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("warc") / "a.warc"
    for head in (b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08", THREE[0][:300]):
        path.write_bytes(head + data)
        items = list(read_items(open_warc(path)))
        assert [item.end for item in items] == list(range(1, len(items) + 1))


# ── Other people's files ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "pages", "passed"),
    [
        # Gzipped as a whole; its second page is a repeat of the first, then a redirect.
        ("example-bad.warc.gz.bad", [("http://example.com?example=1", 1270)] * 2, 4),
        ("example-collection.warc", [("http://www.example.com/", 1256)], 3),
        ("example-iana.org-chunked.warc", [("http://www.iana.org/", 7223)], 2),
        (
            "example-resource.warc.gz",  # A resource record, and a repeat of it.
            [("https://example.com/index.html", 1270), ("https://example.com/", 1270)],
            1,
        ),
        ("example-trunc.warc", [("http://example.com/", 1270)], 3),  # Its length is two too short.
        ("example-wrong-chunks.warc.gz", [("http://example.com/", 1270)], 1),
        ("example.warc.gz", [("http://example.com/", 1270)] * 2, 4),
    ],
)
def test_a_file_that_crawlers_wrote(
    name: str, pages: list[tuple[str, int]], passed: int, shared: Path
) -> None:
    items = list(read_items(open_warc(shared / "snapshots" / "warc" / name)))
    assert [(page.url, len(page.data)) for page in pages_of(items)] == pages
    assert passed_of(items) == passed
    assert reasons_of(items) == []


@pytest.mark.parametrize("make", [make_warc, make_arc])
def test_we_find_what_warcio_finds(make, read: ReadAll, tmp_path: Path) -> None:
    data = make({f"{URL}/{n}": PAGE * (n + 1) for n in range(9)})
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    with path.open("rb") as file:
        theirs = [
            (found.rec_headers.get_header("WARC-Target-URI"), found.content_stream().read())
            for found in ArchiveIterator(file, arc2warc=True)
            if found.rec_type == "response"
        ]
    assert [(page.url, page.data) for page in pages_of(read(data))] == theirs


def test_an_item_knows_where_reading_goes_on(read: ReadAll) -> None:
    data = make_warc({URL: PAGE, f"{URL}/2": OTHER})
    first, second = read(data)
    assert read(data, first.end) == [second]
    assert replace(first, end=0) != second


# ── Digests ──────────────────────────────────────────────────────────────────────────────────


def digest(data: bytes, name: str = "sha1", *, spelled: str = "32") -> str:
    made = hashlib.new(name, data).digest()
    return f"{name}:{made.hex() if spelled == '16' else base64.b32encode(made).decode()}"


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode())
WRONG = digest(b"another page")


@pytest.mark.parametrize(
    ("payload", "block", "changed"),
    [
        (digest(CHUNKED), None, False),
        (digest(PAGE.encode()), None, False),
        (digest(CHUNKED, "sha256", spelled="16"), WRONG, False),
        (WRONG, "right", False),
        ("crc32:00", "sha1:no digest", False),
        (WRONG, None, True),
        (None, WRONG, True),
        (WRONG, digest(b"another block", "md5"), True),
    ],
)
def test_a_page_is_set_aside_by_name_where_all_its_digests_say_otherwise(
    payload: str | None, block: str | None, changed: bool, tmp_path: Path
) -> None:
    data = record(URL, CHUNKED, http={"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    for name, said in (("Payload", payload), ("Block", block)):
        field = f"WARC-{name}-Digest: {said}\r\n" if said else ""
        if said != "right":
            data = re.sub(rb"WARC-%s-Digest: .*\r\n" % name.encode(), field.encode(), data)
    path = tmp_path / "crawl.warc"
    path.write_bytes(data)
    (found,) = read_snapshots(path, path.name)
    assert isinstance(found, Snapshot)
    assert found.text == PAGE
    said = parse_snapshot(found)
    assert isinstance(said, Quarantine) == changed
    if isinstance(said, Quarantine):
        assert "not those that were archived" in said.reason
        assert said.member == f"{URL} {TIME}"
        assert not isinstance(parse_snapshot(replace(found, keep=True)), Quarantine)


def test_a_repeat_is_set_aside_with_what_it_repeats(tmp_path: Path) -> None:
    first = record(URL, PAGE).replace(b"eleven", b"twelve")
    assert first != record(URL, PAGE)
    again = {"WARC-Profile": SAME, "WARC-Refers-To-Target-URI": URL, "WARC-Refers-To-Date": TIME}
    repeat = record(URL, b"", kind="revisit", time=LATER, warc=again)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(write_records([first, repeat]))
    found = [one for one in read_snapshots(path, path.name) if isinstance(one, Snapshot)]
    assert all(isinstance(parse_snapshot(one), Quarantine) for one in found)
    assert [one.member for one in found] == [f"{URL} {TIME}", f"{URL} {LATER}"]
