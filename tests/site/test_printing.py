"""Pages are printed by one process or by several, and come out the same."""

from pathlib import Path

import pytest

from generator.config import Archive, Settings
from generator.errors import ThemeError
from generator.site import SiteOptions, printing, render_site
from tests.site.stories import in_order, make_page, make_story
from tests.site.test_theme import copy_theme, edit

STORIES = in_order(
    make_story(f"Ferry {number} leaves", f"2023-0{number % 9 + 1}-04", topics=("Ferries",))
    for number in range(12)
)


def print_site(root: Path, jobs: int, theme: str = "gazette") -> dict[str, bytes]:
    archive, pages = Archive(root / "archive", Settings(theme=theme)), (make_page("town"),)
    archive.root.mkdir(parents=True, exist_ok=True)
    render_site(STORIES, archive, root / "site", SiteOptions(pages=pages, jobs=jobs))
    files = (path for path in (root / "site").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def _shares_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_SHARE", 3)


@pytest.mark.usefixtures("_shares_of_three")
def test_any_number_of_workers_prints_the_same_bytes(tmp_path: Path) -> None:
    alone = print_site(tmp_path / "alone", 1)
    assert len(alone) > 40
    assert print_site(tmp_path / "two", 2) == alone
    assert print_site(tmp_path / "many", 7) == alone


@pytest.mark.usefixtures("_shares_of_three")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_template_is_named_with_its_line_by_whichever_worker_prints_it(
    tmp_path: Path, jobs: int
) -> None:
    theme = copy_theme(tmp_path)
    edit(theme, "day.html", "{% block main %}", "{% block main %}{{ 1 // 0 }}")
    with pytest.raises(ThemeError, match=r"zero: .*/day\.html, line \d+"):
        print_site(tmp_path, jobs, theme="mine")
