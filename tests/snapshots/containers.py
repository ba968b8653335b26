"""Saved pages in one file with their pictures, as browsers write them."""

import base64
import binascii
import plistlib
from collections.abc import Mapping

from tests.snapshots.zips import make_zip

Pictures = Mapping[str, bytes]
"""Pictures by their addresses."""

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00"
BOUNDARY = "----MultipartBoundary--Cx9vA2bq----"


def make_part(data: bytes, encoding: str = "base64", **fields: str) -> bytes:
    """Return a part of an MHTML file; `Content_Type="image/gif"` is a field of it."""
    fields["Content_Transfer_Encoding"] = encoding
    header = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    body = {"base64": base64.encodebytes, "quoted-printable": binascii.b2a_qp}.get(encoding, bytes)
    return header.encode() + b"\r\n" + body(data)


def join_parts(
    *parts: bytes, boundary: str = BOUNDARY, closed: bool = True, **fields: str
) -> bytes:
    """Return parts below a header with `fields`, as the body of a mail or of a part."""
    kind = fields.pop("Content_Type", "multipart/related")
    fields |= {"MIME_Version": "1.0", "Content_Type": f'{kind};\r\n\tboundary="{boundary}"'}
    header = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items())
    inner = b"".join(b"\r\n--%s\r\n%s" % (boundary.encode(), part) for part in parts)
    return header.encode() + b"\r\n" + inner + (b"\r\n--%s--\r\n" % boundary.encode()) * closed


def make_mhtml(url: str, page: str, pictures: Pictures, date: str | None = None) -> bytes:
    """Return what Chrome saves of the page at `url`; `date` is as RFC 5322 has it."""
    fields = {"From": "<Saved by Blink>", "Snapshot_Content_Location": url, "Subject": "A page"}
    root = make_part(
        page.encode(),
        "quoted-printable",
        Content_Type="text/html",
        Content_ID="<frame-0D@mhtml.blink>",
        Content_Location=url,
    )
    parts = [
        make_part(data, Content_Type="image/gif", Content_Location=location)
        for location, data in pictures.items()
    ]
    return join_parts(root, *parts, **fields, **({"Date": date} if date else {}))


def make_webarchive(url: str, page: str, pictures: Pictures, *, binary: bool = True) -> bytes:
    """Return what Safari saves of the page at `url`."""
    form = plistlib.FMT_BINARY if binary else plistlib.FMT_XML
    main = _describe(url, page.encode(), "text/html")
    main |= {"WebResourceTextEncodingName": "UTF-8", "WebResourceFrameName": ""}
    others = [_describe(location, data, "image/gif") for location, data in pictures.items()]
    frame = _describe("https://ads.example/", b"<p>Buy.</p>", "text/html")
    archive = {
        "WebMainResource": main,
        "WebSubresources": others,
        "WebSubframeArchives": [{"WebMainResource": frame}],
    }
    return plistlib.dumps(archive, fmt=form)


def make_packed_singlefile(url: str, page: str, pictures: Pictures, date: str) -> bytes:
    """Return what SingleFile saves as a page that unpacks itself; `pictures` are by their paths."""
    note = f"<!--\n Page saved with SingleFile \n url: {url} \n"
    head = (
        f"<!DOCTYPE html> <html data-sfz>{note} saved date: {date}\n--><meta charset=windows-1252>"
        "<title>A page</title><body><p>Please wait …</p><!--"
    )
    packed = make_zip({"index.html": f"{note}-->{page}", **pictures})
    return head.encode() + packed + b"--><script>unpack()</script></body></html>"


def _describe(url: str, data: bytes, kind: str) -> dict[str, object]:
    return {"WebResourceURL": url, "WebResourceData": data, "WebResourceMIMEType": kind}
