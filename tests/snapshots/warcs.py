"""WARC, ARC and WACZ files, made of pages by warcio, which is not what we read them with."""

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

TIME = "2023-09-04T12:11:05Z"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def make_warc(pages: Mapping[str, str | bytes], *, gzipped: bool = True, time: str = TIME) -> bytes:
    """Return a WARC file with the page, or the picture, of each address."""
    return write_records(
        [record(url, body, time=time) for url, body in pages.items()], gzipped=gzipped
    )


def make_arc(pages: Mapping[str, str | bytes], *, gzipped: bool = True, time: str = TIME) -> bytes:
    """Return an ARC file (version 1) with the page, or the picture, of each address."""
    digits = "".join(filter(str.isdigit, time))
    about = b"1 0 Echo\nURL IP-address Archive-date Content-type Archive-length\n\n"
    records = [
        b"filedesc://echo.arc 0.0.0.0 %s text/plain %d\n%s" % (digits.encode(), len(about), about)
    ]
    for url, body in pages.items():
        data, mime = _data_of(body)
        block = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s" % (mime.encode(), data)
        line = f"{url} 192.0.2.7 {digits} {mime.partition(';')[0]} {len(block)}\n".encode()
        records.append(line + block + b"\n")
    return b"".join(gzip.compress(each, mtime=0) if gzipped else each for each in records)


def make_wacz(
    pages: Mapping[str, str | bytes], listed: Iterable[str] | None = None, *, time: str = TIME
) -> bytes:
    """Return a WACZ file whose list names the pages `listed`, or all that are no pictures."""
    named = [url for url, body in pages.items() if isinstance(body, str)]
    rows = [{"format": "json-pages-1.0", "id": "pages"}]
    rows += [{"url": url, "ts": time} for url in (named if listed is None else listed)]
    return zip_wacz(
        {
            "archive/data.warc.gz": make_warc(pages, time=time),
            "pages/pages.jsonl": "\n".join(map(json.dumps, rows)).encode(),
        }
    )


def zip_wacz(files: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    """Return the files of a WACZ file in a zip file, with the digests of all of them."""
    resources = [
        {"path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in files.items()
    ]
    package = json.dumps({"profile": "data-package", "resources": resources}).encode()
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", method) as archive:
        for name, data in {**files, "datapackage.json": package}.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 9, 4, 0, 0, 0)), data, method)
    return box.getvalue()


def record(
    url: str,
    body: str | bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    time: str = TIME,
    http: Mapping[str, str] | None = None,
    warc: Mapping[str, str] | None = None,
) -> bytes:
    """Return one record, not gzipped; headers of `http` and `warc` are added, or replace ours."""
    data, mime = _data_of(body)
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    headers = None
    if kind in ("response", "revisit", "request"):
        fields = {"Content-Type": mime, **(http or {})}
        lines = [(name, value) for name, value in fields.items() if value]
        first = ("GET / HTTP/1.1", "") if kind == "request" else (status, "HTTP/1.1")
        headers = StatusAndHeaders(first[0], lines, protocol=first[1])
    writer.write_record(
        writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(data),
            http_headers=headers,
            warc_content_type="" if headers else mime,
            warc_headers_dict={"WARC-Date": time, **(warc or {})},
        )
    )
    return stream.getvalue()


def write_records(records: Iterable[bytes], *, gzipped: bool = True) -> bytes:
    """Return records as one file, each gzipped by itself, as the standard wants it."""
    return b"".join(gzip.compress(each, mtime=0) if gzipped else each for each in records)


def _data_of(body: str | bytes) -> tuple[bytes, str]:
    if isinstance(body, bytes):
        return body, "image/png" if body.startswith(b"\x89PNG") else "application/octet-stream"
    markup = body.lstrip().startswith("<")
    return body.encode(), "text/html; charset=utf-8" if markup else "text/plain; charset=utf-8"
