"""What stands round a text and among its lines, in the shapes that systems give to it."""

import pytest

from tests.parsing.pages import H1, PROSE, TEXT, body_of

TWO = f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>"
SWANS = "Swans were seen on quay {}, in numbers that the keeper of the lock called a meeting."


@pytest.mark.parametrize("box", ["<article>{}</article>", "<div class='post-{1} hentry'>{0}</div>"])
def test_the_next_post_with_a_headline_of_the_same_size_is_another(box: str) -> None:
    other = "".join(f"<p>{SWANS.format(n)}</p>" for n in range(4))
    posts = box.format(f"<h2>East quay closes</h2>{TEXT}", 1) + box.format(
        f"<h2>Swans meet</h2>{other}", 2
    )
    assert body_of(f"<main>{posts}</main>") == list(PROSE)


def test_parts_of_a_post_with_headings_of_the_same_size_are_its_text() -> None:
    parts = "".join(f"<section><h2>Quay {n}</h2><p>{SWANS.format(n)}</p></section>" for n in (1, 2))
    said = body_of(f"<article><h2>East quay closes</h2>{TEXT}{parts}</article>")
    assert SWANS.format(2) in said


CARD = "<div class='it'><h3><a href='/{0}'>Swans meet again</a></h3><p>{1}</p></div>"


def test_two_paragraphs_are_a_text_beside_many_excerpts() -> None:
    cards = "".join(CARD.format(n, SWANS.format(n)) for n in range(8))
    said = body_of(f"<div><div class='single'>{H1}{TWO}</div><div class='grid'>{cards}</div></div>")
    assert said == list(PROSE[:2])


def test_a_box_that_asks_for_an_address_is_no_part_of_the_text() -> None:
    asks = "<h3>The morning mail</h3><p>All that happened while you slept.</p>"
    box = f"<div>{asks}<form><input type='email'></form><p>No more than once a day.</p></div>"
    said = body_of(f"{H1}<div>{TWO}{box}<p>{PROSE[2]}</p></div>")
    assert said == list(PROSE)


def test_a_page_that_is_all_one_form_is_read() -> None:
    search = "<input type='text' name='email'>"
    assert body_of(f"<form>{H1}<div>{TEXT}</div>{search}</form>") == list(PROSE)


@pytest.mark.parametrize(
    "box", ["<div class='pullquote'>{}</div>", "<div><div class='q'>“{}”</div></div>"]
)
def test_a_sentence_pulled_out_of_the_text_is_read_once(box: str) -> None:
    pulled = box.format(PROSE[2][:70])
    said = body_of(f"{H1}<div>{TWO}{pulled}<p>{PROSE[2]}</p></div>")
    assert said == list(PROSE)


def test_when_something_will_be_is_no_date_of_publication() -> None:
    lines = "<p>When: Saturday, 4 May 2024, 10 am</p><p>Where: on the east quay</p>"
    said = body_of(f"{H1}<div>{lines}<p>Bring a hat, and a chair if you have one.</p></div>")
    assert said[0] == "When: Saturday, 4 May 2024, 10 am"


SECTION = "<h3><a href='https://shop{0}.example/{0}'>Swans and kettles</a></h3><p>{1}</p>"
ALONE = "<p><b><a href='https://shop{0}.example/{0}'>Swans and kettles</a></b></p><p>{1}</p>"
BOXED = "<div class='it'><h3><a href='https://shop{0}.example'>Swans</a></h3><p>{1}</p></div>"


@pytest.mark.parametrize("section", [SECTION, ALONE, BOXED])
def test_a_text_about_other_sites_is_read_below_the_links_to_them(section: str) -> None:
    parts = "".join(section.format(n, SWANS.format(n)) for n in range(6))
    said = body_of(f"{H1}<div><p>{PROSE[0]}</p>{parts}</div>", url="https://echo.example/six")
    assert [line for line in said if line.startswith("Swans were")] == [
        SWANS.format(n) for n in range(6)
    ]
    assert sum("shop" in line for line in said) == 6


def test_a_text_about_the_sites_own_pages_is_read_where_it_is_no_row_of_cards() -> None:
    parts = "".join(
        f"<h3><a href='/{n}'>Swans meet again</a></h3><p>{SWANS.format(n)}</p>" for n in range(6)
    )
    said = body_of(f"{H1}<div class='entry-content'><p>{PROSE[0]}</p>{parts}</div>")
    assert said[-1] == SWANS.format(5)
    assert len(said) == 13


def test_the_first_term_of_a_list_of_days_is_read() -> None:
    days = "".join(f"<dt>Day {n}</dt><dd>{line}</dd>" for n, line in enumerate(PROSE))
    assert body_of(f"{H1}<dl>{days}</dl>")[0] == "Day 0"


def test_links_to_other_sites_below_a_text_are_none_of_it() -> None:
    cards = "".join(BOXED.format(n, SWANS.format(n)) for n in range(3))
    said = body_of(f"{H1}<div>{TEXT * 3}{cards}</div>", url="https://echo.example/six")
    assert not any("Swans" in line for line in said)


def test_a_heading_that_leads_to_itself_is_one() -> None:
    head = "<h2 id='swans'><a href='https://echo.example/six#swans'>On swans</a></h2>"
    assert "## [On swans](https://echo.example/six#swans)" in body_of(
        f"{H1}{TEXT}{head}{TWO[:-4]} again</p>"
    )


def test_a_short_line_below_a_picture_that_says_whose_it_is_is_no_text() -> None:
    line = "<p><img src='a.jpg'></p><p><small>Mill Lane in March (Picture: Irma Quay)</small></p>"
    assert "Mill Lane in March (Picture: Irma Quay)" not in body_of(
        f"{H1}{TWO}{line}<p>{PROSE[2]}</p>"
    )


@pytest.mark.parametrize("head", ["Subscribe", "About the author", "Mehr zum Thema", "Related"])
def test_a_small_box_below_a_label_of_the_site_is_no_text(head: str) -> None:
    box = f"<div><h3>{head}</h3><p>All that was said of quays while you slept.</p></div>"
    assert not any("slept" in line for line in body_of(f"{H1}<div>{TEXT}{box}<p>{SWANS}</p></div>"))


@pytest.mark.parametrize(
    "box", ["<div><span>{0}</span>{1}</div>", "<div><p><b>{0}</b></p>{1}</div>"]
)
def test_such_a_label_need_not_be_a_heading(box: str) -> None:
    aside = box.format("Über den Autor", "<p>All that he said of quays while you slept.</p>")
    assert body_of(f"{H1}<div>{TWO}{aside}<p>{PROSE[2]}</p></div>") == list(PROSE)


@pytest.mark.parametrize(
    "label",
    [
        "Advertisement",
        "Anzeige",
        "Article continues below",
        "Share",
        "Follow us on Twitter for more of this.",
    ],
)
def test_a_part_of_the_text_below_a_break_in_it_is_read(label: str) -> None:
    parts = "".join(f"<div><p>{label}</p><p>{SWANS.format(n)}</p></div>" for n in range(6))
    said = body_of(f"{H1}<div><div>{TWO}</div>{parts}</div>")
    assert [line for line in said if "Swans" in line] == [SWANS.format(n) for n in range(6)]


def test_a_part_of_the_text_below_such_a_heading_is_read() -> None:
    part = f"<h3>More</h3><p>{SWANS.format(1)}</p>"
    assert SWANS.format(1) in body_of(f"{H1}<div>{TEXT}{part}</div>")
