import errno
import os
import re
import shutil
from pathlib import Path

import pytest

from generator.errors import ThemeError
from generator.files import digest_bytes
from generator.site.theme import TEMPLATES, read_theme
from generator.site.theme_places import theme_path
from tests.site.stories import ROOT, make_story, read, render, write

GAZETTE = ROOT / "themes/gazette"


def copy_theme(root: Path, name: str = "mine") -> Path:
    """Copy our theme into the archive that `render(…, root)` uses."""
    return Path(shutil.copytree(GAZETTE, root / "archive/themes" / name))


def edit(theme: Path, template: str, old: str, new: str) -> None:
    file = theme / "templates" / template
    said = file.read_text(encoding="utf-8")
    assert old in said
    file.write_text(said.replace(old, new), encoding="utf-8")


def test_a_theme_that_comes_with_us_is_found_by_name(tmp_path) -> None:
    assert theme_path("gazette", tmp_path) == GAZETTE


def test_the_archives_own_theme_comes_first(tmp_path) -> None:
    own = copy_theme(tmp_path, "gazette")
    assert theme_path("gazette", tmp_path / "archive") == own


@pytest.mark.parametrize("written", ["./looks/mine", "looks/mine"])
def test_a_theme_may_be_a_path_from_the_archive(tmp_path, written: str) -> None:
    (tmp_path / "looks/mine/templates").mkdir(parents=True)
    assert theme_path(written, tmp_path) == tmp_path / "looks/mine"


@pytest.mark.parametrize("name", ["gazete", "..", "", "no/where"])
def test_an_unknown_theme_is_an_error_that_names_those_there_are(tmp_path, name: str) -> None:
    copy_theme(tmp_path)
    with pytest.raises(ThemeError, match="there are: gazette, mine, notmyidea, "):
        theme_path(name, tmp_path / "archive")


def test_an_archive_is_set_in_its_own_theme(tmp_path) -> None:
    edit(copy_theme(tmp_path), "day.html", "<h1>", '<h1 class="mine">')
    edit(tmp_path / "archive/themes/mine", "article.html", "<h1>", '<h1 class="mine">')
    site = render([make_story("A")], tmp_path, theme="mine")
    assert '<h1 class="mine">A</h1>' in read(site, "2023/09/04/a/")
    assert '<h1 class="mine">' in read(site, "2023/09/04/")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_missing_template_is_an_error_and_not_taken_from_pelican(tmp_path, name: str) -> None:
    (copy_theme(tmp_path) / f"templates/{name}.html").unlink()
    with pytest.raises(ThemeError, match=rf"the theme lacks {name}\.html"):
        render([make_story("A")], tmp_path, theme="mine")


@pytest.mark.parametrize(
    ("template", "new", "said"),
    [
        ("article.html", "{{ articel.title }}", "'articel' is undefined"),
        ("article.html", "{{ article.clipping.nothing }}", "no attribute 'nothing'"),
        ("day.html", "{{ 1 // 0 }}", "by zero"),
        ("day.html", '{{ "a" * 999999999999999999 }}', "MemoryError"),
        ("listing.html", "{{ words.nothing }}", "no attribute 'nothing'"),
        ("base.html", "{{ title | nothing }}", "No filter named 'nothing'"),
        ("base.html", "{% if %}", "Expected an expression"),
        ("parts.html", "{{ root.x.y }}", "no attribute 'x'"),
        ("front.html", '{% include "nothing.html" %}', 'no template "nothing.html"'),
    ],
)
def test_a_broken_template_is_an_error_with_file_and_line(
    tmp_path, template: str, new: str, said: str
) -> None:
    theme = copy_theme(tmp_path)
    marks = {"base.html": "<main", "parts.html": '<ul class="strip">'}
    mark = marks.get(template, "{% block main %}")
    line = (theme / "templates" / template).read_text().partition(mark)[0].count("\n") + 1
    edit(theme, template, mark, f"{mark}{new}" if mark.startswith("{%") else f"{new}{mark}")
    with pytest.raises(ThemeError) as caught:
        render([make_story("A", topics=("Rail",))], tmp_path, theme="mine")
    assert said in str(caught.value)
    assert str(caught.value).endswith(f"{theme}/templates/{template}, line {line}")


def test_a_stylesheet_is_made_small_and_named_by_its_content(tmp_path) -> None:
    theme = copy_theme(tmp_path)
    (theme / "static/gazette.css").write_text("a { color: red }")
    (theme / "static/fonts").mkdir()
    (theme / "static/fonts/own.woff2").write_bytes(b"font")
    (theme / "static/.hidden").write_bytes(b"")
    static = read_theme(theme).static
    names = {name: site_name for name, (site_name, _) in static.items()}
    assert names["gazette.css"] == f"theme/gazette.{digest_bytes(b'a{color:red}')[:10]}.css"
    assert static["gazette.css"][1] == b"a{color:red}"
    assert names["fonts/own.woff2"] == "theme/fonts/own.woff2"
    assert ".hidden" not in names


def test_a_template_that_is_no_text_is_an_error_with_its_file(tmp_path) -> None:
    file = copy_theme(tmp_path) / "templates/day.html"
    file.write_bytes(file.read_bytes() + b"\xff")
    with pytest.raises(ThemeError, match=r"no UTF-8 text \(save it as UTF-8\): .*/day\.html"):
        render([make_story("A")], tmp_path, theme="mine")


def test_a_file_of_a_theme_that_cannot_be_read_is_an_error_with_its_name(
    tmp_path, monkeypatch
) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    theme = copy_theme(tmp_path)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ThemeError, match=r"can't read .* \(Permission denied\): .*/gazette\.css"):
        read_theme(theme)


def test_a_template_may_include_others_of_its_theme_only(tmp_path) -> None:
    theme = copy_theme(tmp_path)
    (tmp_path / "archive/secret.html").write_text("canary")
    (theme / "templates/more").mkdir()
    (theme / "templates/more/own.html").write_text("<i>own</i>")
    edit(theme, "front.html", "{% block main %}", '{% block main %}{% include "more/own.html" %}')
    assert "<i>own</i>" in read(render([], tmp_path, theme="mine"), "")
    edit(theme, "front.html", "more/own.html", "../../../secret.html")
    with pytest.raises(ThemeError, match="no template"):
        render([], tmp_path, theme="mine")


def test_no_link_of_a_theme_brings_in_a_file_from_elsewhere(tmp_path) -> None:
    theme, canary = copy_theme(tmp_path), tmp_path / "secret.txt"
    canary.write_text("canary")
    (theme / "static/s.txt").symlink_to(canary)
    (theme / "static/own.css").symlink_to("gazette.css")
    (theme / "templates/extra.html").symlink_to(canary)
    os.mkfifo(theme / "static/pipe")
    edit(
        theme,
        "front.html",
        "{% block main %}",
        '{% block main %}{% include ["extra.html"] ignore missing %}',
    )
    told = write([make_story("A")], tmp_path, theme="mine")
    out = "left out, since it is a link that leads out of mine/"
    assert told == (
        f"{theme}/templates/extra.html: {out}",
        f"{theme}/static/pipe: left out, since it is no plain file",
        f"{theme}/static/s.txt: {out}",
    )
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert [path for path in files if b"canary" in path.read_bytes()] == []
    assert [path.name for path in files if path.name.startswith("own.")] != []


def test_a_template_that_is_a_link_out_is_missing_and_told(tmp_path) -> None:
    file = copy_theme(tmp_path) / "templates/day.html"
    file.unlink()
    file.symlink_to(GAZETTE / "templates/day.html")
    with pytest.raises(
        ThemeError, match=r"lacks day\.html; .*day\.html: left out, since it is a link"
    ):
        render([make_story("A")], tmp_path, theme="mine")


# ── Children of other themes ─────────────────────────────────────────────────────────────────


def write_documented(root: Path) -> None:
    """Write the child theme that `docs/themes.md` shows into the archive of `render(…, root)`."""
    text = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
    shown = re.findall(
        r"^`(themes/harbour/\S+)` .*?^```\w+\n(.*?)^```", text, re.MULTILINE | re.DOTALL
    )
    assert len(shown) == 3
    for name, body in shown:
        file = root / "archive" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, encoding="utf-8")


def test_the_documented_child_changes_one_colour_and_one_template(tmp_path) -> None:
    write_documented(tmp_path)
    site = render([make_story("A")], tmp_path, theme="harbour")
    styles = re.findall(r'<link rel="stylesheet" href="\./(\S+)">', read(site, ""))
    assert [name.split(".")[0] for name in styles] == ["theme/gazette", "theme/own"]
    assert "#1f4f8a" in (site / styles[1]).read_text(encoding="utf-8")
    missing = read(site, "404.html")
    assert "There is no such page" in missing
    assert "ask at the harbour library" in missing
    plain = render([make_story("A")], tmp_path / "plain", theme="gazette")
    own = re.compile(r'<link rel="stylesheet" href="\S+own\S+">')
    assert own.sub("", read(site, "2023/09/04/a/")) == read(plain, "2023/09/04/a/")


@pytest.mark.parametrize("parent", ["simple", "themeless", "reflex"])
def test_a_theme_may_be_the_child_of_another_persons(tmp_path, parent: str) -> None:
    folder = tmp_path / "archive/themes/mine"
    (folder / "templates").mkdir(parents=True)
    (folder / "theme.toml").write_text(f'inherits = "{parent}"')
    page = '{% extends "!PARENT/article.html" %}{% block title %}mine{% endblock %}'
    (folder / "templates/article.html").write_text(page.replace("PARENT", parent))
    site = render([make_story("A")], tmp_path, theme="mine")
    assert "The harbour council met" in read(site, "2023/09/04/a/")
    assert "<h1>2023</h1>" in read(site, "2023/") or "2023" in read(site, "2023/")


def test_a_child_named_as_its_parent_is_not_its_own(tmp_path) -> None:
    folder = tmp_path / "archive/themes/gazette"
    (folder / "templates").mkdir(parents=True)
    (folder / "theme.toml").write_text('inherits = "gazette"')
    assert "<h1>A</h1>" in read(render([make_story("A")], tmp_path), "2023/09/04/a/")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("inherits = gazette", "not valid TOML"),
        ("inherits = 1", "must be the name of a theme"),
        ('parent = "gazette"', 'unknown setting "parent"'),
        ('inherits = "gazette"\n[settings]\nlogo = "a.png"', "must have names in capitals"),
        ('inherits = "nowhere"', 'no theme "nowhere"'),
        ('inherits = "other"', "a child of itself"),
    ],
)
def test_a_child_with_a_faulty_file_is_an_error(tmp_path, text: str, said: str) -> None:
    for name, body in (("mine", text), ("other", 'inherits = "mine"')):
        folder = tmp_path / "archive/themes" / name
        (folder / "templates").mkdir(parents=True)
        (folder / "theme.toml").write_text(body)
    with pytest.raises(ThemeError, match=said):
        render([], tmp_path, theme="mine")
