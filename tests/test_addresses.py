"""A story's name tells its address, and only an address that a story can have is read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import address_of, find_address, name_of, read_address
from generator.text import slugify
from tests.content.labels import DATES


@given(published=st.none() | DATES, slug=st.text(max_size=100).map(slugify))
def test_a_name_tells_the_address_that_goes_with_it(published, slug) -> None:
    address = address_of(published, slug)
    assert find_address(name_of(published, slug)) == address
    assert read_address(address) == read_address(f"/{address.rstrip('/')}") == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023",
        "2023/09",
        "2023/09/04",
        "2023/09/04/",
        "2023/09/04/07",
        "2023/13/45/x",
        "0000/x",
        "23/x",
        "२०२३/x",
        "2023/09/04/../x",
        "2023/09/04//etc/passwd",
        "../2023/x",
        "undated/../index",
        "undated/index",
        "undated",
        "topics/rail",
        "2023/09/04/Rail-Strike",
        "2023/09/04/rail_strike",
        "2023/09/04/-x-",
        "2023/09/04/x/y",
        "2023/09/04/index.html",
        "2023/09/04/x\n",
        "2023/x?y",
        "https://example.org/2023/09/04/x/",
        "//example.org/2023/x",
        "C:\\2023\\x",
        f"undated/{'x' * 200}",
    ],
)
def test_nothing_else_is_an_address_of_a_story(text: str) -> None:
    assert read_address(text) is None


@pytest.mark.parametrize(
    "name", ["rail-strike", "2023-09-rail", "2023-xx-04-rail", "2023-09-04-", "undated-", "my own"]
)
def test_a_name_of_a_persons_own_tells_no_address(name: str) -> None:
    assert find_address(name) is None
