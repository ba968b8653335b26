"""WARC and ARC files, and the WACZ files that hold them: their pages.

file ──Source──> bytes by position ──scan──> records ──Index──> where pages are ──> Member

What begins with `WARC/` or `filedesc://`, gzipped or not, is for `open_warc`.
"""

import re

from generator.snapshots.warc.reading import Archive, load_warc, open_warc, read_items
from generator.snapshots.warc.wacz import is_wacz, load_wacz, open_wacz

__all__ = [
    "Archive",
    "is_wacz",
    "is_warc",
    "load_wacz",
    "load_warc",
    "open_wacz",
    "open_warc",
    "read_items",
]

_BEGINNING = re.compile(rb"WARC/\d{1,2}\.\d(?!\d?[ \t]+\w)|filedesc:(?=\S)")


def is_warc(head: bytes) -> bool:
    """Say whether a file that begins with these bytes, unpacked, is a WARC or an ARC file.

    One in which the format is written about goes on in its first line.
    """
    return bool(_BEGINNING.match(head))
