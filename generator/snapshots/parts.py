"""The parts of a saved page that are pictures, and the names by which the page refers to them."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from generator.urls import URL_LIMIT

# PNG, JPEG, GIF, BMP, WebP, AVIF.
_PICTURE = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftypavi[fs]", re.DOTALL
)


def is_picture(data: bytes) -> bool:
    """Say whether these bytes are a picture that can be shown; what they are named may be wrong."""
    return bool(_PICTURE.match(data))


def join(base: str | None, location: str) -> str:
    """Return `location` as an address, resolved against `base` where it is relative, or ""."""
    if len(location) > URL_LIMIT:
        return ""
    try:
        return urljoin(base or "", location)
    except ValueError:
        return ""


def find_names(location: str, page: str | None) -> Iterator[str]:
    """Yield the names by which a page may refer to the part at `location`.

    They are its address and, for a page that was saved from a disk, the path from its folder, as
    in `file:///C:/echo/ferry_files/quay.jpg` for the page `file:///C:/echo/ferry.htm`.
    """
    if location and (address := join(page, location)):
        yield address
        folder = join(page, ".") if page and not page.startswith(("http:", "https:")) else ""
        if folder and address.startswith(folder):
            yield address.removeprefix(folder)
