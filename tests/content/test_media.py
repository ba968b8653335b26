import base64
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from generator.content.media import (
    LONGEST_SIDE,
    PIXEL_LIMIT,
    find_media,
    find_picture,
    make_measure,
    read_picture,
)
from generator.files import digest_bytes
from generator.model import Resource
from tests.archives import write_files


def paint(
    kind: str, size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: object
) -> bytes:
    """Return a picture whose left half is red and whose right half is noise-free white."""
    image = Image.new(mode, size, "white")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "red"), (0, 0))
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    picture = read_picture(content)
    assert picture is not None
    return Image.open(io.BytesIO(picture.content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
def test_a_picture_is_kept_under_the_digest_of_what_is_written(kind: str) -> None:
    picture = read_picture(paint(kind))
    assert picture is not None
    assert picture.name.partition(".")[0] == digest_bytes(picture.content)
    assert picture.name.partition(".")[2] in ("jpg", "png")
    assert picture == read_picture(paint(kind))


def test_metadata_and_what_is_hidden_behind_a_picture_are_gone() -> None:
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    for kind in ("JPEG", "PNG", "WEBP"):
        picture = read_picture(paint(kind, exif=exif) + b"<script>alert(1)</script>")
        assert picture is not None
        assert b"where I live" not in picture.content
        assert b"script" not in picture.content


def test_a_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    image = opened(paint("JPEG", exif=exif))
    assert image.size == (48, 64)
    assert not image.getexif()


def test_a_large_picture_is_made_as_small_as_a_page_shows() -> None:
    assert opened(paint("JPEG", (4000, 1000))).size == (LONGEST_SIDE, LONGEST_SIDE // 4)


def test_a_drawing_stays_sharp_and_a_transparent_one_transparent() -> None:
    assert opened(paint("PNG")).format == "PNG"
    clear = opened(paint("PNG", mode="RGBA"))
    assert (clear.format, clear.mode) == ("PNG", "RGBA")


def test_a_photograph_in_png_becomes_a_jpeg() -> None:
    out = io.BytesIO()
    Image.effect_noise((200, 200), 60).convert("RGB").save(out, "PNG")
    assert opened(out.getvalue()).format == "JPEG"


def test_an_animation_keeps_its_first_frame() -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:], duration=50)
    assert opened(out.getvalue()).convert("RGB").getpixel((5, 5)) == (255, 0, 0)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_other_colours_than_a_browser_has_are_turned_into_those(kind: str) -> None:
    mode = "CMYK" if kind == "JPEG" else "I;16"
    out = io.BytesIO()
    Image.new(mode, (20, 20)).save(out, kind)
    assert opened(out.getvalue()).mode == "RGB"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GIF89a",
        b"no picture at all",
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n",
        paint("PNG")[:60],
        paint("JPEG")[:200],
    ],
)
def test_what_is_broken_or_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="broken"):
        read_picture(content)


def test_a_decompression_bomb_is_refused_before_it_is_decoded() -> None:
    side = int(PIXEL_LIMIT**0.5) + 1
    with pytest.raises(ValueError, match="million pixels"):
        read_picture(paint("PNG", (side, side), mode="1"))


def test_a_tracker_is_no_picture() -> None:
    assert read_picture(paint("GIF", (1, 1))) is None


def test_a_picture_is_found_in_a_resource_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "a b.jpg"
    file.write_bytes(b"in a file")
    resources = (Resource(name="x_files/a b.jpg", path=file), Resource(name="cid:1", data=b"here"))
    assert find_picture("x_files/a b.jpg", resources) == b"in a file"
    assert find_picture("x_files/a%20b.jpg", resources) == b"in a file"
    assert find_picture("cid:1", resources) == b"here"
    assert find_picture("https://example.org/a.jpg", resources) is None


def test_a_resource_that_is_gone_is_no_picture(tmp_path: Path) -> None:
    assert find_picture("a.jpg", (Resource(name="a.jpg", path=tmp_path / "gone.jpg"),)) is None


@pytest.mark.parametrize(
    ("uri", "content"),
    [
        ("data:image/png;base64," + base64.b64encode(b"\x89PNG").decode(), b"\x89PNG"),
        ("data:image/svg+xml,%3Csvg%3E", b"<svg>"),
        ("data:image/png;base64,A", None),
        ("data:" + "x" * 1000, None),
    ],
)
def test_a_picture_is_found_in_a_data_uri(uri: str, content: bytes | None) -> None:
    assert find_picture(uri, ()) == content


def test_sizes_are_those_of_the_files(tmp_path: Path) -> None:
    write_files(tmp_path, {"media/a.png": paint("PNG"), "media/b.png": b"broken"})
    measure = make_measure(tmp_path)
    assert measure("a.png") == (64, 48)
    assert measure("b.png") is None
    assert measure("gone.png") is None


def test_a_picture_is_no_link_out_and_no_pipe(tmp_path: Path) -> None:
    write_files(tmp_path, {"elsewhere/a.png": paint("PNG"), "content/media/own.png": paint("PNG")})
    content = tmp_path / "content"
    (content / "media/out.png").symlink_to(tmp_path / "elsewhere/a.png")
    (content / "media/in.png").symlink_to("own.png")
    (content / "media/loop.png").symlink_to("loop.png")
    (content / "media/folder.png").mkdir()
    os.mkfifo(content / "media/pipe.png")
    names = ("own", "in", "out", "loop", "folder", "pipe")
    found = [name for name in names if find_media(content, f"{name}.png")]
    measured = [name for name in names if make_measure(content)(f"{name}.png")]
    assert found == measured == ["own", "in"]


def test_a_folder_of_pictures_elsewhere_has_none(tmp_path: Path) -> None:
    write_files(tmp_path, {"elsewhere/a.png": paint("PNG")})
    (tmp_path / "content").mkdir()
    (tmp_path / "content/media").symlink_to(tmp_path / "elsewhere")
    assert find_media(tmp_path / "content", "a.png") is None
