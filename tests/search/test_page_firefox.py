"""The search page works in Firefox as it does in Chromium."""

from collections.abc import Iterator

import pytest

from tests.firefox import Firefox, find_firefox, running

pytestmark = pytest.mark.browser

COUNT = "return document.querySelectorAll('#search-results > li').length === arguments[0]"
SAID = "return document.querySelector('#search-status')?.textContent.startsWith(arguments[0])"
MARKED = "return document.querySelector('.passage mark')?.textContent"
DOWN, ESCAPE, SPACE = "\ue015", "\ue00c", " "


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A running Firefox."""
    path = find_firefox()
    if path is None:
        pytest.skip("no Firefox (sudo apt-get install firefox-esr)")
    with running(path, tmp_path_factory.mktemp("firefox")) as firefox:
        yield firefox


def test_typing_finds_and_marks_under_the_strict_policy(firefox: Firefox, address: str) -> None:
    firefox.open(address)
    firefox.press("/", *"storm")
    firefox.wait_for(SAID, "20 stories")
    firefox.wait_for(COUNT, 10)
    assert firefox.run("return location.search") == "?q=storm"
    firefox.press(*" lamps")
    assert firefox.wait_for(MARKED) == "lamps"
    firefox.press(DOWN, DOWN)
    assert firefox.run("return document.activeElement.textContent") == "Ferry 3 in a storm"
    firefox.press(ESCAPE, ESCAPE)
    firefox.wait_for(COUNT, 0)


def test_filters_and_history_work(firefox: Firefox, address: str) -> None:
    firefox.open(f"{address}?q=ferry")
    firefox.wait_for("return document.querySelector('[data-facet=section] input')?.value")
    firefox.run("document.querySelector('[data-facet=section] summary').focus()")
    firefox.press(SPACE)
    firefox.run("document.querySelector('[data-facet=section] input').focus()")
    firefox.press(SPACE)
    firefox.wait_for(SAID, "30 stories")
    firefox.wait_for("return location.search === '?q=ferry&section=Local'")
    firefox.run("history.back()")
    firefox.wait_for(SAID, "60 stories")


def test_the_chart_is_dragged(firefox: Firefox, address: str) -> None:
    firefox.command("WebDriver:SetWindowRect", {"width": 1400, "height": 1000})
    firefox.open(f"{address}?q=ferry")
    firefox.wait_for("return document.querySelector('.bars rect')?.getBoundingClientRect().width")
    left, top, width = firefox.run(
        "const { left, top, width } = document.querySelector('.bars').getBoundingClientRect();"
        "return [left, top, width]"
    )
    low, high = (round(left + width * share) for share in (0.3, 0.6))
    firefox.drag((low, round(top) + 20), (high, round(top) + 20))
    firefox.wait_for("return /from=.*&to=/.test(location.search)")
    within = firefox.run("return document.querySelectorAll('.bars rect.in').length")
    assert 10 <= within <= 30
