"""Zip files to try, sound and otherwise."""

import io
import struct
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UTC_TIME = struct.pack("<2sHBl", b"UT", 5, 1, 1_693_829_460)
"""What Info-ZIP adds to an entry: when its file was written, 2023-09-04T12:11 in UTC."""

Files = Mapping[str, str | bytes]


def make_zip(files: Files, *, when: tuple[int, ...] = (1980, 1, 1, 0, 0, 0)) -> bytes:
    """Return a zip file of `files` in their order."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as box:
        for name, data in files.items():
            info = ZipInfo(name, when)  # type: ignore[arg-type]
            box.writestr(info, data, ZIP_DEFLATED)
    return out.getvalue()


def make_timed_zip(name: str, data: str) -> bytes:
    """Return a zip file of one file whose time is kept in UTC."""
    out = io.BytesIO()
    with ZipFile(out, "w") as box:
        info = ZipInfo(name, (2023, 9, 4, 14, 11, 0))
        info.extra = UTC_TIME
        box.writestr(info, data)
    return out.getvalue()


def overlap(files: Files) -> bytes:
    """Return a zip file whose directory has each entry twice, as some bombs do."""
    whole = make_zip(files)
    at = whole.rfind(b"PK\5\6")
    fields = list(struct.unpack("<4s4H2LH", whole[at : at + 22]))
    size, start = fields[5], fields[6]
    directory = whole[start : start + size]
    fields[3] = fields[4] = 2 * fields[4]
    fields[5] = 2 * size
    return whole[:start] + 2 * directory + struct.pack("<4s4H2LH", *fields)
