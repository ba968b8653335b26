"""Pages say when they were published to machines and to readers, and no day is made up."""

import pytest

from generator.model import PartialDate
from tests.parsing.pages import H1, PROSE, TEXT, read


def isoformat(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


def dates(body: str, head: str = "", **more: object) -> tuple[str | None, str | None]:
    header = read(body, head, **more).header
    return isoformat(header.published), isoformat(header.modified)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("<p>Sunday 19 December 2021</p>", "2021-12-19", None),
        ('<div><span class="posted-on">November 2021</span></div>', "2021-11", None),
        ("<p>By Jo Roe | 5 May 2021</p>", "2021-05-05", None),
        ("<p>By Jo Roe, 5 May 2021, 14:11, two minutes to read</p>", "2021-05-05T14:11", None),
        ("<p>5 May 2021 - Updated: 6 May 2021</p>", "2021-05-05", "2021-05-06"),
        ("<p>Updated | 6 May 2021</p>", "2021-05-06", "2021-05-06"),
        ('<p>May <time datetime="2021-05-05T14:11Z">5</time></p>', "2021-05-05T14:11+00:00", None),
        (
            '<p><time class="updated" datetime="2021-05-06">x</time></p>',
            "2021-05-06",
            "2021-05-06",
        ),
        ("<p>No date at all, on 5 quays</p>", None, None),
    ],
)
def test_what_stands_under_the_headline_dates_the_article(
    line: str, published: str | None, modified: str | None
) -> None:
    assert dates(f"{H1}{line}<div>{TEXT}</div>") == (published, modified)


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("<p>5 May 2021</p>", "2021-05-05"),
        ("<p>4 May 2021</p>", "2021-05-04T23:50+00:00"),
        ('<time datetime="2021-05-05">Wednesday</time>', "2021-05-05"),
        ("", "2021-05-04T23:50+00:00"),
    ],
)
def test_a_draft_of_the_day_before_was_not_published_then(shown: str, published: str) -> None:
    created = '<meta name="dcterms.created" content="2021-05-04T23:50:00Z">'
    assert dates(f"{H1}<div>{shown}</div><div>{TEXT}</div>", created)[0] == published


def test_a_date_of_a_change_alone_says_that_it_is_one() -> None:
    article = read(f"{H1}<p>Updated 6 May 2021</p><div>{TEXT}</div>")
    witnesses = {said.field: said.witness for said in article.evidence}
    assert witnesses["published"] == "date on the page, of the last change"
    assert witnesses["modified"] == "date on the page"


@pytest.mark.parametrize(
    "body",
    [
        f"{H1}<div><p>It was on 5 May 2021.</p>{TEXT}</div>",
        f"{H1}<div>{TEXT}<p>5 May 2021</p><p>{PROSE[0]} Again.</p></div>",
        f'{H1}<div>{TEXT}<p>On <time datetime="1945-05-08">8 May</time> it burnt.</p></div>',
        f'{H1}<div>{TEXT}</div><ul><li><a href="/s"><time datetime="2021-05-05">x</time></a></ul>',
        f"{H1}<div>{TEXT}</div><p>5 May 2021</p>",
        f'{H1}<p class="photo">The quay, 5 May 2021</p><div>{TEXT}</div>',
        f'{H1}<p class="standfirst">What the storm of 5 May 2021 left</p><div>{TEXT}</div>',
        f"<p>5 May 2021</p>{H1}<div>{TEXT}</div>",
        f"<div><p>5 May 2021</p></div><div>{H1}<div>{TEXT}</div></div>",
        f'{H1}<div>{TEXT}</div><div itemscope><p itemprop="datePublished">2021-05-05</p></div>',
    ],
)
def test_a_date_elsewhere_is_another_things(body: str) -> None:
    assert dates(body) == (None, None)


@pytest.mark.parametrize(
    "body",
    [
        f"<article><p>5 May 2021</p>{H1}<div>{TEXT}</div></article>",
        f"{H1}<div>{TEXT}</div><p>Published 5 May 2021</p>",
        f'<div itemscope>{H1}<b itemprop="datePublished">5 May 2021</b><div>{TEXT}</div></div>',
    ],
)
def test_a_date_in_the_same_box_or_one_that_says_what_it_is_is_the_articles(body: str) -> None:
    assert dates(body)[0] == "2021-05-05"


@pytest.mark.parametrize(
    "name",
    ["article:published_time", "article:published:time", "article.published-time", "DC.date"],
)
def test_names_of_meta_elements_are_told_by_their_letters(name: str) -> None:
    head = f'<meta name="{name}" content="2021-05-05">'
    assert dates(f"{H1}<p>6 May 2021</p><div>{TEXT}</div>", head) == ("2021-05-05", None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<p>Updated {}</p>", "<p>Published {}</p>"),
        ("<p>Aktualisiert: {}</p>", "<p>Veröffentlicht: {}</p>"),
        ("<p><b>Mis à jour le</b> {}</p>", "<p>{}</p>"),
        ("<div><span>Last modified</span><span>{}</span></div>", "<p>{}</p>"),
    ],
)
def test_the_words_before_a_time_say_that_it_is_of_a_change(first: str, second: str) -> None:
    changed = '<time datetime="2021-05-06T09:00Z">6 May 2021</time>'
    published = '<time datetime="2021-05-05T14:11Z">5 May 2021</time>'
    page = f"{H1}{first.format(changed)}{second.format(published)}<div>{TEXT}</div>"
    assert dates(page) == ("2021-05-05T14:11+00:00", "2021-05-06T09:00+00:00")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2021/5/5/east-quay", "2021-05-05"),
        ("2021/may/05/east-quay", "2021-05-05"),
        ("news/east-quay-20210505.html", "2021-05-05"),
        ("news/east-quay-2021-05-05", "2021-05-05"),
        ("2021/05/east-quay", "2021-05"),
        ("news/12021050512", None),
    ],
)
def test_an_address_has_the_day_in_many_forms(path: str, day: str | None) -> None:
    url = f"https://echo.example/{path}"
    assert dates(f"{H1}<div>{TEXT}</div>", url=url) == (day, None)


def test_the_microformat_of_weblogs_dates_a_post() -> None:
    day = '<abbr class="published" title="2021-05-05T14:11Z">5 May</abbr>'
    assert dates(f"{H1}{day}<div>{TEXT}</div>") == ("2021-05-05T14:11+00:00", None)


def test_the_address_comes_after_what_is_shown() -> None:
    url = "https://echo.example/2021/05/05/east-quay/"
    body = f"{H1}<p>{{}}</p><div>{TEXT}</div>"
    assert dates(body.format("Harbour"), url=url) == ("2021-05-05", None)
    assert dates(body.format("4 May 2021"), url=url) == ("2021-05-04", None)
    assert dates(body.format("Updated 6 May 2021"), url=url) == ("2021-05-05", "2021-05-06")


@pytest.mark.parametrize(
    ("data", "published"),
    [
        (
            '{"title": "East quay closes", "publishedAt": "2021-05-05T14:11Z"}',
            "2021-05-05T14:11+00:00",
        ),
        (r'push([1, "{\"deployDt\":\"2021.05.05 14:11\"}"])', "2021-05-05T14:11"),
        ('[{"publishedAt": "2021-05-05"}, {"publishedAt": "2021-05-06"}]', None),
        ('{"publishedAt": "soon, we hope"}', None),
        ('{"updatedAt": "2021-05-05"}', None),
    ],
)
def test_the_data_of_a_page_dates_it_where_all_of_it_says_one_day(
    data: str, published: str | None
) -> None:
    page = f"{H1}<div>{TEXT}</div><script>self.data = {data}</script>"
    assert dates(page) == (published, None)
