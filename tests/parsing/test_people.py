"""Who wrote an article is told from its own byline."""

from tests.parsing.pages import H1, TEXT, read

SWANS = '<h3><a href="/swans">Swans meet</a></h3>'
CARD = f'<article>{SWANS}<a rel="author" href="/al">Al Doe</a></article>'


def test_the_writers_of_other_articles_on_the_page_are_theirs() -> None:
    byline = "<p>By Jo Roe</p>"
    header = read(f"{CARD}{H1}{byline}<div>{TEXT}</div>{CARD}").header
    assert header.byline == ("Jo Roe",)
    assert read(f"{CARD}{H1}<div>{TEXT}</div>").header.byline == ()


def test_an_article_whose_heading_stands_elsewhere_keeps_its_writer() -> None:
    own = '<article><h2>A subhead</h2><a rel="author" href="/jo">Jo Roe</a>'
    assert read(f"{H1}{own}{TEXT}</article>").header.byline == ("Jo Roe",)


def test_an_agency_stands_alone_in_its_byline() -> None:
    header = read(f"{H1}<p>By Northern Press Agency</p><div>{TEXT}</div>{CARD}").header
    assert (header.byline, header.credits, header.agency) == ((), (), "Northern Press Agency")


def test_the_writer_of_a_work_that_is_cited_did_not_write_the_page() -> None:
    work = '<a href="https://other.example/author/nora-quill">Nora Quill</a> (2013). "The quay"'
    notes = f'<ol class="references"><li><cite class="citation web">{work}</cite></li></ol>'
    assert read(f"{H1}<div>{TEXT}</div>{notes}").header.byline == ()
