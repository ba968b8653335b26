"""Keep the pictures of a snapshot, decoded and written again.

A picture comes from the snapshot or not at all. What is kept is new: its pixels, upright and no
larger than a page shows, in a plain JPEG or PNG without metadata, named by the SHA-256 of its
bytes. Whatever else was in the file is gone, and what can't be decoded within the limits leaves
the figure without a picture.
"""

import base64
import binascii
import io
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, unquote_to_bytes

from PIL import Image, ImageOps

from generator.content.folders import is_own
from generator.content.html import Measure
from generator.files import digest_bytes
from generator.model import Resource

LONGEST_SIDE = 1600
"""The most pixels of a side; a phone shows fewer, a newspaper column far fewer."""

SHORTEST_SIDE = 16
"""The fewest pixels of a side: less is a tracker, or the placeholder of a picture not loaded."""

BYTE_LIMIT = 40 << 20
PIXEL_LIMIT = 80_000_000
"""What a picture may cost to decode: pages carry photographs, decompression bombs are larger."""

# Our own limit is looked at before anything is decoded; Pillow's would print a warning as well.
Image.MAX_IMAGE_PIXELS = None

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP")
_DATA_URI = re.compile(r"data:([^,]{0,200}),", re.IGNORECASE)
_QUALITY = 82


class Picture(NamedTuple):
    """A picture as it is kept: the name of its file, and the file's bytes."""

    name: str
    content: bytes


def find_picture(src: str, resources: Iterable[Resource]) -> bytes | None:
    """Return the bytes that `src` names, from a `data:` URI or a resource of the snapshot."""
    if found := _DATA_URI.match(src):
        return _decode_data_uri(found[1], src[found.end() :])
    named = {resource.name: resource for resource in resources}
    resource = named.get(src) or named.get(unquote(src))
    if resource is None:
        return None
    if resource.data is not None or resource.path is None:
        return resource.data
    try:
        with resource.path.open("rb") as file:
            # A byte more than is allowed, so that `read_picture` sees that there is too much.
            return file.read(BYTE_LIMIT + 1)
    except OSError:
        return None


def _decode_data_uri(kind: str, text: str) -> bytes | None:
    if len(text) > 2 * BYTE_LIMIT:
        return None
    content = unquote_to_bytes(text)
    try:
        return base64.b64decode(content) if kind.lower().endswith(";base64") else content
    except binascii.Error:
        return None


def read_picture(content: bytes) -> Picture | None:
    """Return the picture in `content` as we keep it, or None where it is too small to be one.

    Animations keep their first frame. Raise ValueError, which says why, where it can't be decoded
    within the limits; a drawing in SVG can't be, since it may hold a program.
    """
    if len(content) > BYTE_LIMIT:
        raise ValueError(f"larger than {BYTE_LIMIT >> 20} MB")
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            if min(image.size) < SHORTEST_SIDE:
                return None
            if image.width * image.height <= PIXEL_LIMIT:
                return _write_again(image)
    # Pillow's decoders raise errors of any kind over bytes that are no picture.
    except Exception as error:
        raise ValueError("broken, or of no kind that we read") from error
    raise ValueError(f"more than {PIXEL_LIMIT // 1_000_000} million pixels")


def _write_again(image: Image.Image) -> Picture:
    """Return the first frame, upright and within the limits, as bytes of our own."""
    drawn = image.format in ("PNG", "GIF", "BMP")
    # A JPEG can be decoded at half, a quarter or an eighth of its size for a fraction of the time.
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(image)
    see_through = upright.has_transparency_data
    plain = upright.convert("RGBA" if see_through else "RGB")
    # From a gap of 3 on, says the manual of Pillow, its quick first step can hardly be seen.
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3.0)
    # Colours alone are pasted: `plain` still has the metadata, which Pillow would write along.
    canvas = Image.new(plain.mode, plain.size)
    canvas.paste(plain)
    if see_through:
        return _encode(canvas, "png")
    photograph = _encode(canvas, "jpg")
    drawing = _encode(canvas, "png") if drawn else None
    # A photograph saved as PNG is many times as large as it need be, a chart is not.
    return drawing if drawing and len(drawing.content) < 2 * len(photograph.content) else photograph


def _encode(canvas: Image.Image, suffix: str) -> Picture:
    out = io.BytesIO()
    if suffix == "png":
        canvas.save(out, "PNG")
    else:
        canvas.save(out, "JPEG", quality=_QUALITY, progressive=True)
    content = out.getvalue()
    return Picture(f"{digest_bytes(content)}.{suffix}", content)


def find_media(content: Path, name: str) -> Path | None:
    """Return the file `name` in the `media/` of the folder `content`, or None if it has none."""
    file = content / "media" / name
    return file if is_own(file, content) else None


def make_measure(content: Path) -> Measure:
    """Return a function that finds the size of a picture of `content`, and remembers it."""

    @cache
    def measure(name: str) -> tuple[int, int] | None:
        file = find_media(content, name)
        if file is None:
            return None
        try:
            with Image.open(file, formats=_FORMATS) as image:
                return image.size
        # Pillow raises SyntaxError for a broken PNG.
        except (OSError, ValueError, SyntaxError):
            return None

    return measure
