"""Pages are printed by one process or by several, and come out the same."""

import logging
from pathlib import Path

import pytest

from generator.config import Archive, Settings
from generator.errors import ThemeError
from generator.site import SiteOptions, printing, render_site
from generator.site.filing import FiledArticle
from tests.site.stories import in_order, make_page, make_story
from tests.site.test_foreign_themes import make_theme
from tests.site.test_theme import copy_theme, edit

STORIES = in_order(
    make_story(f"Ferry {number} leaves", f"2023-0{number % 9 + 1}-04", topics=("Ferries",))
    for number in range(12)
)


def write_site(root: Path, jobs: int, theme: str) -> tuple[str, ...]:
    archive, pages = Archive(root / "archive", Settings(theme=theme)), (make_page("town"),)
    archive.root.mkdir(parents=True, exist_ok=True)
    return render_site(STORIES, archive, root / "site", SiteOptions(pages=pages, jobs=jobs))


def print_site(root: Path, jobs: int, theme: str = "gazette") -> dict[str, bytes]:
    write_site(root, jobs, theme)
    files = (path for path in (root / "site").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def _shares_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_SHARE", 3)


@pytest.mark.usefixtures("_shares_of_three")
@pytest.mark.parametrize("theme", ["gazette", "notmyidea"])
def test_any_number_of_workers_prints_the_same_bytes(tmp_path: Path, theme: str) -> None:
    alone = print_site(tmp_path / "alone", 1, theme)
    assert len(alone) > 40
    assert print_site(tmp_path / "two", 2, theme) == alone
    assert print_site(tmp_path / "many", 7, theme) == alone


PART = """{{ article._get_summary() }}{{ article.gone }}
{% for number in '927' if article.title.endswith(number ~ ' leaves') %}
{{ article.warn('said of ' ~ number) }}{{ article.series.name|ours }}
<img src="https://host{{ number }}.example/">
{% endfor %}"""


@pytest.mark.usefixtures("_shares_of_three")
def test_what_there_is_to_tell_of_pages_is_told_once_whoever_prints_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FiledArticle, "warn", staticmethod(_warn), raising=False)
    make_theme(tmp_path, article_html="{% include 'part.html' %}", part_html=PART)
    told = [write_site(tmp_path, jobs, "theirs") for jobs in (1, 2, 7)]
    assert told[0] == told[1] == told[2]
    hosts, plugins, shown, *said = [sentence.split("theirs: ")[1] for sentence in told[0]]
    assert "load from host2.example, host7.example, host9.example, " in hosts
    assert plugins.endswith(": article.series (of the plugin series), ours")
    assert shown.endswith(": article.gone (part.html, line 1)")
    outdated, *said = said
    assert outdated.startswith("_get_summary() has been deprecated")
    assert said == [f"said of {number}" for number in (7, 2, 9)]  # the latest first


def _warn(what: str) -> str:
    logging.getLogger("pelican.contents").warning(what)
    return ""


@pytest.mark.usefixtures("_shares_of_three")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_template_is_named_with_its_line_by_whichever_worker_prints_it(
    tmp_path: Path, jobs: int
) -> None:
    theme = copy_theme(tmp_path)
    edit(theme, "day.html", "{% block main %}", "{% block main %}{{ 1 // 0 }}")
    with pytest.raises(ThemeError, match=r"zero: .*/day\.html, line \d+"):
        print_site(tmp_path, jobs, theme="mine")
