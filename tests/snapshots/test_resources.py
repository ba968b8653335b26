from pathlib import Path

import pytest

from generator.snapshots.resources import find_resources


@pytest.fixture
def page(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    for name in (
        "p_files/a b.jpg",
        "p_files/c.png",
        "p_files/image",
        "p_files/d.svg",
        "p_files/e.js",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    (folder / "p_files/out.png").symlink_to(tmp_path / "secret.png")
    return folder / "p.html"


@pytest.mark.parametrize(
    ("markup", "name"),
    [
        ('<img src="./p_files/c.png">', "./p_files/c.png"),
        ("<img src='p_files/a%20b.jpg'>", "p_files/a%20b.jpg"),
        ('<img src="p_files/a b.jpg">', "p_files/a b.jpg"),
        ("<img src=p_files/c.png>", "p_files/c.png"),
        ('<img data-src="p_files/c.png?x=1&amp;y=2">', "p_files/c.png?x=1&y=2"),
        ('<img srcset="p_files/none.png 2x, p_files/c.png 1x">', "p_files/c.png"),
        ('<img src="p_files/image">', "p_files/image"),
    ],
)
def test_pictures_are_named_as_the_page_names_them(page: Path, markup: str, name: str) -> None:
    (found,) = find_resources(markup, page)
    assert found.name == name
    assert found.path is not None
    assert found.path.is_relative_to(page.parent.resolve())


@pytest.mark.parametrize(
    "src",
    [
        "../secret.png",
        "p_files/../../secret.png",
        "p_files/%2e%2e/%2e%2e/secret.png",
        "p_files/out.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "https://example.com/p_files/c.png",
        "//example.com/c.png",
        "data:image/png;base64,AAAA",
        "p_files",
        "p_files/d.svg",
        "p_files/e.js",
        "p_files/missing.png",
        "p_files/" + "x" * 3000 + ".png",
        "p_files/\x00.png",
        "",
    ],
)
def test_nothing_else_is_a_picture_of_the_page(page: Path, src: str) -> None:
    assert find_resources(f'<img src="{src}">', page) == ()
