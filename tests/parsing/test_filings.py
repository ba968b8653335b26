"""Articles are filed by the links that say so, and by none of another article's."""

import pytest

from generator.parsing.document import read_document
from generator.parsing.filings import find_categories, find_tags
from generator.parsing.metadata import find_section
from tests.parsing.pages import H1, TEXT, read, snapshot

CATEGORY = '<a rel="category tag" href="/category/letters/">Letters</a>'
TAGS = '<a rel="tag" href="/tag/library/">Library</a>, <a rel="nofollow tag" href="/t">Ferry</a>'


def test_categories_and_tags_are_told_apart() -> None:
    links = f'{CATEGORY}{TAGS}<a rel="nofollow" href="/x">Other</a>'
    page = read_document(snapshot(f"<article>{H1}{links}</article>"))
    assert find_categories(page) == ["Letters"]
    assert find_tags(page) == ["Library", "Ferry"]


def test_a_cloud_of_tags_is_no_list_of_topics() -> None:
    cloud = "".join(f'<a rel="tag" href="/tag/{n}">Swan {n}</a> ' for n in range(30))
    aside = f"<aside><p>{cloud}</p></aside>"
    assert read(f"<div>{H1}<div>{TEXT}</div><p>{TAGS}</p></div>{aside}").header.topics == (
        "Library",
        "Ferry",
    )


def test_a_category_that_is_called_a_tag_is_told_by_its_address() -> None:
    page = read_document(snapshot(CATEGORY.replace("category tag", "tag")))
    assert (find_categories(page), find_tags(page)) == (["Letters"], [])


def test_the_links_of_other_articles_on_the_page_are_theirs() -> None:
    own = f"<article>{CATEGORY}{H1}{TEXT}{TAGS}</article>"
    other = f"<article><h2>Swans meet</h2>{own}</article>"
    other = other.replace(H1, "").replace("Letters", "Nature").replace("Library", "Swans")
    header = read(other + own).header
    assert (header.section, header.topics) == ("Letters", ("Library", "Ferry"))


@pytest.mark.parametrize(
    ("head", "section"),
    [
        ('<meta property="article:section" content="News">', "News"),
        ('<meta property="article:section" content="Home">', None),
        ("<a rel='category tag' href='/c'>News</a>", "News"),
        (f'<meta property="article:section" content="News">{CATEGORY}', "Letters"),
        ("<a rel='category tag' href='/c'>Uncategorized</a>", None),
    ],
)
def test_news_is_a_section_where_the_page_names_no_other(head: str, section: str | None) -> None:
    found = find_section(read_document(snapshot(head)), "East quay closes")
    assert (found.value if found else None) == section


def test_news_as_a_step_on_the_way_is_no_section() -> None:
    crumbs = (
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": '
        '[{"name": "Home"}, {"name": "News"}]}</script>'
    )
    assert find_section(read_document(snapshot(crumbs)), "East quay closes") is None


def test_a_page_that_names_no_language_is_in_that_of_its_text() -> None:
    article = read(f"{H1}{TEXT}")
    assert article.header.language == "en"
    witnesses = {said.field: said.witness for said in article.evidence}
    assert witnesses["language"] == "commonest words of the text"
    assert read(f"{H1}{TEXT}", '<meta name="language" content="en-GB">').header.language == "en-GB"
