"""The shortest link between two pages leads where the addresses say."""

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from generator.site.pages import find_way

ADDRESSES = st.lists(st.sampled_from(("2023", "09", "04", "a-b")), max_size=5).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(ADDRESSES, ADDRESSES)
def test_a_way_leads_from_any_page_to_any_other(here: str, there: str) -> None:
    root = "https://x.example/base/"
    assert urljoin(root + here, find_way(here, there)) == root + there


def test_a_way_is_no_longer_than_it_must_be() -> None:
    assert find_way("2023/09/04/a/", "2023/09/04/b/") == "../b/"
    assert find_way("2023/09/04/a/", "2023/09/04/") == "../"
    assert find_way("2023/09/04/a/", "2022/01/") == "../../../../2022/01/"
    assert find_way("2023/", "2023/") == "./"
