from pathlib import Path

import pytest

from generator.snapshots.resources import find_parts, find_resources


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


ADDRESS = "https://example.com/news/ferry"
PARTS = {
    "https://example.com/img/quay.jpg": b"quay",
    "https://cdn.example/a.jpg?w=1&h=2": b"a",
    "cid:frame@x": b"frame",
    "ferry_files/quay.jpg": b"saved",
}


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<img src="/img/quay.jpg">', {"/img/quay.jpg": b"quay"}),
        ('<img src="../img/quay.jpg#x">', {"../img/quay.jpg#x": b"quay"}),
        ('<IMG SRC="/img/quay.jpg">', {"/img/quay.jpg": b"quay"}),
        ("<img src='//cdn.example/a.jpg?w=1&amp;h=2'>", {"//cdn.example/a.jpg?w=1&h=2": b"a"}),
        ('<img data-src="/img/quay.jpg" src="x.gif">', {"/img/quay.jpg": b"quay"}),
        ('<img data-original="/img/quay.jpg">', {"/img/quay.jpg": b"quay"}),
        ('<source srcset="/b.jpg 2x, /img/quay.jpg 1x">', {"/img/quay.jpg": b"quay"}),
        ('<base href="/img/"><img src="quay.jpg">', {"quay.jpg": b"quay"}),
        ('<base href="//[x"><img src="//[x">', {}),
        ('<img src="cid:frame@x">', {"cid:frame@x": b"frame"}),
        ('<img src="ferry_files/quay.jpg">', {"ferry_files/quay.jpg": b"saved"}),
        ('<img src="/img/other.jpg"><img src="data:image/png;base64,AA">', {}),
    ],
)
def test_parts_of_a_file_are_found_by_all_the_names_a_page_may_use(
    markup: str, found: dict[str, bytes]
) -> None:
    assert dict(find_parts(markup, ADDRESS, PARTS)) == found
