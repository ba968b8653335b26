"""Dates are said on the page as precisely as they are known."""

import pytest
from playwright.sync_api import Page

from generator.search.bundle import BROWSER
from tests.conftest import ServeFolder

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("iso", "language", "said"),
    [
        ("2019", "en", "2019"),
        ("2023-09", "en", "September 2023"),
        ("2023-09-04", "en", "4 September 2023"),
        ("2023-09-04T23:11-11:00", "en", "4 September 2023"),
        ("0987-09-04", "de", "4. September 987"),
        ("2023-09-04", "en-US", "September 4, 2023"),
        ("some day", "en", "some day"),
    ],
)
def test_dates_are_said_as_precisely_as_they_are_known(
    page: Page, serve_folder: ServeFolder, iso: str, language: str, said: str
) -> None:
    root = serve_folder(BROWSER)
    page.goto(f"{root}dates.js")
    say = "async ([root, ...of]) => (await import(`${root}dates.js`)).describeDate(...of)"
    assert page.evaluate(say, [root, iso, language]) == said
