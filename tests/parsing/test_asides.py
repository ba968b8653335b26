"""Short texts on pages that have more to say of themselves than of the news."""

import pytest

from tests.parsing.pages import H1, OTHER, PROSE, TEXT, body_of

SHORT = f"<p>{PROSE[0]}</p>"


@pytest.mark.parametrize(
    "below",
    [
        f'<div class="author-bio">{OTHER * 3}</div>',
        f'<footer class="site-footer"><div>{OTHER * 5}</div></footer>',
        f'<div class="newsletter-signup">{OTHER * 2}</div>',
        f"<aside>{OTHER * 4}</aside>",
        f'<div class="comments">{OTHER * 30}</div>',
        f"<div><h3>12 Responses to “East quay closes”</h3><ol><li>{OTHER * 9}</li></ol></div>",
        f"<h3>Leave a Reply</h3><div>{OTHER}</div>",
        f"<h3>3 réactions</h3><ul><li>{OTHER * 9}</li></ul>",
    ],
)
def test_a_short_text_is_read_where_what_follows_is_longer(below: str) -> None:
    below = below.replace("Swans were", "Swans, we hear, were", 1)
    assert body_of(f"<div>{H1}<div class='text'>{SHORT}</div></div>{below}") == [PROSE[0]]


def test_the_next_article_is_left_out_however_long_it_is() -> None:
    other = "".join(OTHER.replace("again", f"again, {at} of them") for at in range(9))
    after = f"<section><div><h1>Swans meet</h1></div><div>{other}</div></section>"
    assert body_of(f"<div>{H1}<div>{TEXT}</div></div>{after}") == list(PROSE)


def test_a_long_text_is_read_in_a_box_with_a_name_for_something_else() -> None:
    text = "".join(f"<p>{line} ({at})</p>" for at in range(9) for line in PROSE)
    lines = body_of(f"{H1}<p>{PROSE[0]}</p><div class='promo-unit'>{text}</div>")
    assert len(lines) == 28


def test_a_standfirst_longer_than_a_third_of_the_page_is_not_all_of_it() -> None:
    intro = f"<p class='preface'>{' '.join(PROSE)}</p>"
    page = f"<main><header>{H1}{intro}</header><div>{''.join(f'<p>{x}</p>' for x in PROSE)}</div>"
    assert body_of(page)[-3:] == list(PROSE)


def test_a_first_paragraph_named_its_introduction_is_part_of_the_text() -> None:
    first = f'<p class="story-introduction">{PROSE[0]}</p>'
    rest = "".join(f"<p>{line}</p>" for line in PROSE[1:])
    assert body_of(f"<article>{H1}<div>{first}{rest}</div></article>") == list(PROSE)
    apart = f'<p class="standfirst">{PROSE[0]}</p>'
    assert body_of(f"<article>{H1}<div>{apart}{rest}{SHORT}</div></article>") != list(PROSE)


def test_all_headings_of_comments_are_found() -> None:
    below = f"<div><h2>Trackbacks</h2><p>None yet.</p></div><div><h2>Comments</h2>{OTHER * 9}</div>"
    assert body_of(f"<div>{H1}{SHORT}</div>{below}") == [PROSE[0]]


def test_a_text_in_blocks_of_one_name_is_read_whole_though_one_holds_most_of_it() -> None:
    block = '<div class="frame frame-default"><header>{}</header><div class="body">{}</div></div>'
    long = "".join(f"<p>{line} ({at})</p>" for at in range(4) for line in PROSE)
    more = "".join(block.format(f"<h2>Part {at}</h2>", f"<p>{PROSE[at]}</p>") for at in (1, 2))
    lines = body_of(f"<main>{H1}{block.format('', long)}{more}</main>")
    assert lines[12:] == ["## Part 1", PROSE[1], "## Part 2", PROSE[2]]


def test_the_main_points_in_a_box_above_a_text_are_left_out_unless_they_are_much_of_it() -> None:
    points = "".join(f"<li>{line[:60]} and so on, they say.</li>" for line in PROSE)
    box = "<div class='x'><h2>In short</h2><ul>{}</ul></div>"
    text = TEXT + "".join(f"<p>{line} ({at})</p>" for at in range(3) for line in PROSE)
    assert body_of(f"<article>{H1}{box.format(points)}{text}</article>")[:3] == list(PROSE)
    assert "## In short" in body_of(f"<article>{H1}{box.format(points)}{TEXT}</article>")


def test_a_small_article_within_the_text_is_a_card_and_the_posts_of_a_live_blog_are_not() -> None:
    card = f"<article><h3>Swans meet</h3>{OTHER}</article>"
    text = TEXT + "".join(f"<p>{line} Again.</p>" for line in PROSE)
    assert len(body_of(f"<main>{H1}<div>{text}{card}</div></main>")) == 6
    posts = "".join(
        f"<article><h3>{at}.00</h3><p>{line}</p></article>" for at, line in enumerate(PROSE)
    )
    assert len(body_of(f"<main>{H1}<div>{posts}</div></main>")) == 6
