import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Quarantine, Snapshot
from generator.snapshots import read_snapshots
from generator.snapshots.members import Broken, Member, Passed
from generator.snapshots.warc import is_wacz, open_wacz, read_items
from tests.snapshots.warcs import PNG, TIME, make_wacz, make_warc, record, write_records, zip_wacz

Item = Member | Broken | Passed
ReadAll = Callable[..., list[Item]]

URL = "https://echo.example.org/2023/09/04/"
PAGE = (
    "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1>"
    "<p>The {0} is back after eleven years.</p><img src='/quay.png'></body></html>"
)
PAGES = {URL + name: PAGE.format(name) for name in ("ferry", "library", "market")}
PICTURE = {"https://echo.example.org/quay.png": PNG}


@pytest.fixture
def read(tmp_path: Path) -> ReadAll:
    """Read a file of these bytes, from the item `start` on."""

    def read_all(data: bytes, start: int = 0) -> list[Item]:
        path = tmp_path / f"{hash(data)}.wacz"
        path.write_bytes(data)
        return list(read_items(open_wacz(path), start))

    return read_all


def urls_of(items: list[Item]) -> list[str | None]:
    return [item.url for item in items if isinstance(item, Member)]


def reasons_of(items: list[Item]) -> list[str]:
    return [item.reason for item in items if isinstance(item, Broken)]


def list_pages(*rows: object) -> bytes:
    return "\n".join([json.dumps({"format": "json-pages-1.0"}), *map(json.dumps, rows)]).encode()


def test_a_page_keeps_where_it_is_from_when_and_its_pictures(read: ReadAll) -> None:
    first, *_ = read(make_wacz(PAGES | PICTURE))
    assert isinstance(first, Member)
    assert (first.kind, first.url, first.witness) == ("wacz", URL + "ferry", "WARC record")
    assert first.captured
    assert first.captured.moment.isoformat() == "2023-09-04T12:11:05+00:00"
    assert first.data.decode() == PAGES[URL + "ferry"]
    assert dict(first.parts) == PICTURE


def test_only_pages_that_are_listed_are_pages(read: ReadAll) -> None:
    items = read(make_wacz(PAGES, [URL + "library"]))
    assert urls_of(items) == [URL + "library"]
    assert sum(item.count for item in items if isinstance(item, Passed)) == 2
    assert urls_of(read(make_wacz(PAGES, []))) == list(PAGES)


@pytest.mark.parametrize("packed", [True, False])
def test_a_list_of_more_pages_counts_too(packed: bool, read: ReadAll) -> None:
    more = list_pages({"url": URL + "market", "ts": TIME}, {"url": "not there", "status": 404})
    files = {
        "archive/a.warc.gz": make_warc(PAGES),
        "pages/pages.jsonl": list_pages({"url": URL + "ferry", "ts": TIME}),
        "pages/extraPages.jsonl" + ".gz" * packed: gzip.compress(more) if packed else more,
    }
    assert urls_of(read(zip_wacz(files))) == [URL + "ferry", URL + "market"]


def test_of_several_captures_the_one_listed_is_the_page(read: ReadAll) -> None:
    times = ["2023-09-04T00:00:00Z", "2023-09-05T00:00:00Z", "2023-09-06T00:00:00Z"]
    records = [record(URL, PAGE.format(time), time=time) for time in times]
    listed = list_pages({"url": URL, "ts": "2023-09-05T00:00:02.125Z"})
    files = {"archive/a.warc": write_records(records, gzipped=False), "pages/pages.jsonl": listed}
    items = read(zip_wacz(files))
    assert [item.name for item in items if isinstance(item, Member)] == [f"{URL} {times[1]}"]


def test_a_page_that_was_listed_before_it_redirected_is_found(read: ReadAll) -> None:
    moved = record(URL, "", status="301 Moved", http={"Location": "/2023/09/04/ferry"})
    data = write_records([moved, record(URL + "ferry", PAGES[URL + "ferry"])])
    listed = list_pages({"url": URL, "ts": TIME})
    items = read(zip_wacz({"archive/a.warc.gz": data, "pages/pages.jsonl": listed}))
    assert urls_of(items) == [URL + "ferry"]


def test_a_page_that_is_listed_and_not_there_is_reported(read: ReadAll) -> None:
    items = read(make_wacz(PAGES, [*PAGES, URL + "lost"]))
    assert urls_of(items) == list(PAGES)
    assert [item.name for item in items if isinstance(item, Broken)] == [f"{URL}lost {TIME}"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("gzipped", [True, False])
def test_files_may_be_packed_in_the_zip_and_refer_to_each_other(
    method: int, gzipped: bool, read: ReadAll
) -> None:
    files = {
        "archive/a.warc" + ".gz" * gzipped: make_warc(PAGES, gzipped=gzipped),
        "archive/b.warc" + ".gz" * gzipped: make_warc(PICTURE, gzipped=gzipped),
    }
    items = read(zip_wacz(files, method))
    assert urls_of(items) == list(PAGES)
    assert all(item.parts == PICTURE for item in items if isinstance(item, Member))


def test_what_its_digests_do_not_bear_out_is_said_and_read(read: ReadAll) -> None:
    data = make_wacz(PAGES).replace(
        b'"pages/pages.jsonl", "hash": "sha256:', b'"pages/lost.jsonl_", "hash": "sha256:'
    )
    data = data.replace(
        b'"archive/data.warc.gz", "hash": "sha256:', b'"archive/data.warc.gz", "hash": "sha224:'
    )
    items = read(data)
    assert urls_of(items) == list(PAGES)
    assert len(reasons_of(items)) == 2
    assert "is not as its datapackage.json says" in reasons_of(items)[0]
    assert "pages/lost.jsonl_" in reasons_of(items)[1]


@given(size=st.integers(1, 7))
@settings(max_examples=7, deadline=None)
def test_reading_in_portions_is_reading_at_once(
    size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("wacz") / "a.wacz"
    path.write_bytes(make_wacz(PAGES | PICTURE, [URL + "ferry", URL + "market", URL + "lost"]))
    found: list[Item] = []
    while portion := list(read_items(open_wacz(path), found[-1].end if found else 0))[:size]:
        found += portion
    assert found == list(read_items(open_wacz(path)))
    assert len(found) == 5


def test_a_file_that_is_cut_off_is_read_up_to_there(read: ReadAll) -> None:
    data = make_wacz(PAGES)
    for cut in range(1, len(data), 7):
        items = read(data[:cut])
        assert urls_of(items) == list(PAGES)[: len(urls_of(items))]
        assert "its zip is damaged or cut off" in reasons_of(items)[0]
    assert urls_of(read(data[: len(data) - 30])) == list(PAGES)


@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_flipped_bits_end_in_items(
    flips: list[tuple[float, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = bytearray(make_wacz(PAGES))
    for where, flip in flips:
        data[int(where * len(data))] ^= flip
    path = tmp_path_factory.mktemp("wacz") / "a.wacz"
    path.write_bytes(data)
    items = list(read_items(open_wacz(path)))
    assert set(urls_of(items)) <= set(PAGES)
    assert [item.end for item in items] == list(range(1, len(items) + 1))


@pytest.mark.parametrize(
    "package",
    [b"[" * 100_000, b"{}", b'{"resources": 5}', b'{"resources": [5, {"path": 5}, {}]}', b"\xff"],
)
def test_a_package_that_says_nothing_is_no_fault(package: bytes, read: ReadAll) -> None:
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("datapackage.json", package)
        archive.writestr("pages/pages.jsonl", package)
        archive.writestr("archive/a.warc.gz", make_warc(PAGES))
    items = read(box.getvalue())
    assert (urls_of(items), reasons_of(items)) == (list(PAGES), [])


def test_what_is_left_of_a_file_is_told_from_a_folder_of_pages() -> None:
    assert is_wacz(["a.html", "archive/a.html"]) is False
    assert is_wacz(["a.html", "archive/data.warc.gz"]) is False
    assert is_wacz(["archive/data.warc.gz"]) is True
    assert is_wacz(["archive/data.warc.gz", "a.html", "datapackage.json"]) is True


def test_what_is_left_of_a_file_is_read_as_any_snapshot_is(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    whole = make_wacz(PAGES)
    for cut in (900, 1400, 1900, len(whole) - 30):
        path.write_bytes(whole[:cut])
        found = list(read_snapshots(path, "a.wacz"))
        urls = [each.url for each in found if isinstance(each, Snapshot)]
        assert urls == list(PAGES)[: len(urls)]
        assert any(isinstance(each, Quarantine) for each in found)
    assert urls == list(PAGES)


def test_files_that_others_wrote(shared: Path) -> None:
    folder = shared / "snapshots" / "warc"
    items = list(read_items(open_wacz(folder / "valid_example_1.wacz")))
    assert (urls_of(items), reasons_of(items)) == (["http://www.example.com/"], [])
    items = list(read_items(open_wacz(folder / "invalid_example_1.wacz")))
    assert urls_of(items) == []
    assert reasons_of(items) == [
        "a WACZ file without a WARC file in it",
        "data/indexes/index.cdx.gz, which its datapackage.json names, is not in it",
    ]
