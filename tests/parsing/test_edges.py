"""The first and the last lines of a text are kept, and what stands above and below them is not."""

import pytest

from generator.blocks import plain_text
from tests.parsing.pages import H1, PROSE, TEXT, body_of, read


@pytest.mark.parametrize(
    "line",
    [
        "Let it be set down in order.",
        "Mesdames, Messieurs,",
        "<b>The reading room</b>",
        "It was shut, and:",
        "By Monday it was gone.",
        "It was on 5 May 2021.",
    ],
)
def test_a_short_line_that_is_set_as_the_text_is_opens_it(line: str) -> None:
    bare = line.replace("<b>", "*").replace("</b>", "*")
    assert body_of(f"{H1}<div><p>{line}</p>{TEXT}</div>") == [bare, *PROSE]


def test_a_short_line_named_as_all_the_text_is_needs_no_full_stop() -> None:
    text = TEXT.replace("<p>", '<p class="par">')
    assert body_of(f'{H1}<div><p class="par">Monday, the quay</p>{text}</div>')[0] == (
        "Monday, the quay"
    )


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Tam Rusk</p>",
        "<p>Sunday 19 December 2021</p>",
        "<p>Photo: Tam Rusk.</p>",
        "<p>Harbour</p>",
        '<p class="meta">Five minutes, if you are quick.</p>',
        "<section><p>Five minutes, if you are quick.</p></section>",
        "<p>Von Katrin Voß-Harder 20. April 2023, 23:55 Uhr Aktualisiert: 21. April 2023, "
        "08:30 Uhr</p>",
        "<p>Publisert torsdag 09. mai 2024 - 13:26 Sist oppdatert torsdag 09. mai 2024 - 20:24</p>",
    ],
)
def test_what_signs_or_labels_a_text_does_not_open_it(line: str) -> None:
    assert body_of(f"{H1}<div>{line}{TEXT}</div>") == list(PROSE)


def test_what_signs_a_text_goes_from_below_its_standfirst_too() -> None:
    signed = "<p>Von Jo Roe, 20. April 2023, 23:55 Uhr, aktualisiert: 21. April 2023, 08:30 Uhr</p>"
    assert body_of(f"{H1}<div>{TEXT.replace('</p>', '</p>' + signed, 1)}</div>") == list(PROSE)
    article = read(
        f'{H1}<p class="dek">{PROSE[0]}</p>{signed}<div>{TEXT[len(PROSE[0]) + 7 :]}</div>'
    )
    assert article.header.dek == PROSE[0]
    assert article.header.byline == ("Jo Roe",)


def test_pictures_among_the_first_lines_stay_where_they_are() -> None:
    picture = '<img src="https://echo.example/quay.jpg">'
    lines = body_of(f"{H1}<div>{picture}<p>By Jo Roe</p><p>It rained.</p>{picture}{TEXT}</div>")
    assert lines == ["![](https://echo.example/quay.jpg)", "It rained.", *PROSE]


def test_small_print_under_a_rule_at_the_end_is_the_outlet_on_itself() -> None:
    small = "<p><small>The Echo is printed on the school's machine by whoever is there.</small></p>"
    assert body_of(f"{H1}{TEXT}<hr>{small}") == list(PROSE)
    assert len(body_of(f"{H1}{TEXT}{small}")) == 4
    assert len(body_of(f"{H1}{TEXT}<hr>{small}<p>{PROSE[0]} So it did.</p>")) == 5


@pytest.mark.parametrize("rule", ["___", "* * *", "———"])
def test_a_rule_goes_at_the_end_of_a_text_and_stays_between_its_scenes(rule: str) -> None:
    coda = "Jo Roe contributed to this story."
    assert body_of(f"{H1}<div>{TEXT}<p>{rule}</p><p>{coda}</p></div>") == [*PROSE, coda]
    assert body_of(f"{H1}<div>{TEXT}<p>{rule}</p></div>") == list(PROSE)
    assert rule in body_of(f"{H1}<div><p>{PROSE[0]}</p><p>{rule}</p><p>{PROSE[1]}</p></div>")


def test_the_headline_is_looked_for_in_the_article_and_not_in_a_bar_above_it() -> None:
    menu = "<p>Sport</p>" * 50
    bar = f"<nav><h3>East quay closes</h3>{menu}</nav>"
    crumb = f'<ul class="breadcrumb"><li><h1>East quay closes</h1></li></ul><nav>{menu}</nav>'
    dated = f"<div><p>5 May 2021</p>{TEXT}</div>"
    for above in (bar, crumb):
        article = read(f"{above}<h2>East quay closes</h2>{dated}")
        assert article.header.published is not None
        assert article.header.published.isoformat() == "2021-05-05"


def test_a_dek_stands_in_a_box_of_its_own() -> None:
    dek = "What the board said of the quay, and what the quay is like."
    said = f'<meta name="description" content="{dek}">'
    article = read(f"<div>{H1}<div><p>{dek}</p></div><div>{TEXT}</div></div>", said)
    assert article.header.dek == dek
    points = f"<ul class=summary><li>{dek}</li><li>The quay is wet, they say.</li></ul>"
    assert read(f"{H1}{points}<div>{TEXT}</div>", said).header.dek is None


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"<div><p>{line}</p></div>" for line in PROSE),
        "".join(f'<div class="par"><p>{line}</p></div>' for line in PROSE),
        f'<div class="part"><p>{PROSE[0]}</p></div><div class="part">'
        + "".join(f"<p>{line}</p>" for line in PROSE[1:])
        + "</div>",
    ],
)
def test_a_described_paragraph_in_a_box_as_others_have_is_no_dek(text: str) -> None:
    article = read(f"{H1}<div>{text}</div>", f'<meta name="description" content="{PROSE[0]}">')
    assert article.header.dek is None
    assert plain_text(article.body, figures=False).startswith(PROSE[0])


def test_a_caption_is_no_dek_even_where_it_stands_as_one() -> None:
    caption = '<div class="media-description">Four boats and a kettle, on the west quay</div>'
    assert read(f"{H1}{caption}<div>{TEXT}</div>").header.dek is None


@pytest.mark.parametrize(
    "line", ["By THE ELLERY POST STAFF", "Nov. 20, 2019 Updated: Nov. 21, 2019"]
)
def test_a_line_that_signs_an_article_is_no_dek_though_it_is_named_one(line: str) -> None:
    assert read(f'{H1}<div class="subtitle"><h2>{line}</h2></div>{TEXT}').header.dek is None


@pytest.mark.parametrize(
    "life",
    [
        "Nora Quill, ferry master, born 30 May 1942; died 14 November 2023",
        "Nora Quill, Fährmeisterin, geboren am 30. Mai 1942, gestorben am 14. November 2023",
        "Nora Quill, née le 30 mai 1942, décédée le 14 novembre 2023",
    ],
)
def test_the_last_line_of_an_obituary_is_no_signature(life: str) -> None:
    assert body_of(f"{H1}{TEXT}<p><em>{life}</em></p>")[-1] == f"_{life}_"
