"""What weblogs put into their posts: recipes, lists of links, questions in bold, small notes."""

import pytest

from tests.parsing.pages import H1, OTHER, PROSE, TEXT, body_of

STEPS = (
    "Warm the milk in the large pan until it steams, and not longer, or the whole galley smells.",
    "Stir in the oats with the long spoon, count the swans on the lock, and stir until thick.",
    "Let it stand under the lid while the kettle boils, since porridge and tea are wanted at once.",
    "Serve it in the blue bowls with the last of the plum jam, and leave some for the lock keeper.",
)
ITEMS = "<li>One cup of oats</li><li>Two cups of milk</li><li>A pinch of salt</li>"
RECIPE = f"<h4>Ingredients</h4><ul>{ITEMS}</ul><ol>{''.join(f'<li>{s}</li>' for s in STEPS)}</ol>"


def test_a_recipe_that_is_longer_than_its_story_is_not_all_of_the_post() -> None:
    recipe = f"<div><div class='easyrecipe'>{RECIPE}</div></div>"
    said = body_of(f"{H1}<div class='td-post-content'>{recipe}<p>{PROSE[1]}</p></div>")
    assert PROSE[1] in said[-1]
    assert any(STEPS[0] in line for line in said)


def test_the_card_of_a_recipe_is_no_card_of_another_article() -> None:
    card = f"<div class='wp-block-recipe-card'><div class='recipe-card-steps'>{RECIPE}</div></div>"
    said = " ".join(body_of(f"{H1}<div class='entry-content'>{TEXT}{card}</div>"))
    assert STEPS[0] in said
    assert "One cup of oats" in said


def test_a_recipe_with_the_headline_over_it_again_is_no_next_article() -> None:
    recipe = f"<div class='hrecipe'><h1>East quay closes</h1>{RECIPE}</div>"
    said = " ".join(body_of(f"<article>{H1}<div>{TEXT}</div>{recipe}</article>"))
    assert STEPS[-1] in said


def test_the_headline_over_a_story_goes_before_the_same_over_its_recipe() -> None:
    story = f"<h2>Why the east quay closes early</h2><p>{PROSE[0]}</p>"
    said = " ".join(body_of(f"<article>{story}<h2>East quay closes</h2>{RECIPE}</article>"))
    assert PROSE[0] in said
    assert STEPS[0] in said


def test_links_are_items_of_a_list_that_has_others() -> None:
    items = "<li><a href='/1'>The crane</a></li><li>The kettle</li><li>The queue</li>"
    said = " ".join(body_of(f"{H1}{TEXT}<ul>{items}</ul>"))
    assert "The crane" in said
    part = "<li>1 cup <a href='/2'>rolled oats</a></li><li>Salt</li>"
    assert "1 cup rolled oats" in " ".join(body_of(f"{H1}{TEXT}<ul>{part}</ul>"))


def test_a_list_of_links_alone_leads_elsewhere() -> None:
    items = "".join(f"<li><a href='/{n}'>Story {n} of the lock</a></li>" for n in range(4))
    assert "Story" not in " ".join(body_of(f"{H1}{TEXT}<ul>{items}</ul>"))


def test_a_question_in_bold_stands_over_its_answer() -> None:
    question = "<strong>Who asked for it?</strong>"
    asked = f"<div class='faq-section'>{question}<p class='faq-answer'>{PROSE[1]}</p></div>"
    assert "Who asked for it?" in " ".join(
        body_of(f"{H1}<p>{PROSE[0]}</p><p>{PROSE[2]}</p>{asked}")
    )


def test_a_short_first_paragraph_is_read_though_it_is_set_larger() -> None:
    opening = "<p class='large'>Who would not miss the crane on the east quay?</p>"
    assert len(body_of(f"{H1}<div class='post-body'>{opening}{TEXT}</div>")) == 1 + len(PROSE)


@pytest.mark.parametrize(
    "line",
    [
        "Foto(s): © 123 Pictures and/or the archive of the paper",
        "With files from Irma Quay and the evening edition",
        "Originally published at quay.example on November 18, 2011.",
        "Irma is a participant in the Quay Services affiliate advertising program.",
    ],
)
def test_a_note_on_whose_it_is_closes_no_text(line: str) -> None:
    assert len(body_of(f"{H1}{TEXT}<p>{line}</p>")) == len(PROSE)


def test_a_sentence_with_a_link_that_pays_is_text() -> None:
    line = "We cook on the small stove (affiliate link), which has been with us for nine winters."
    assert line in body_of(f"{H1}{TEXT}<p>{line}</p>")


def test_a_link_with_a_colon_leads_to_what_is_quoted_below() -> None:
    link = "<p><a href='https://quay.example/map'>Irma Quay has drawn the drains</a>:</p>"
    said = body_of(f"{H1}<div>{link}<blockquote><p>{PROSE[0]}</p></blockquote>{TEXT[100:]}</div>")
    assert said[0] == "[Irma Quay has drawn the drains](https://quay.example/map):"


NOTICE = "Here stands a film of another site. With your consent it is shown, and cookies are set."


@pytest.mark.parametrize("control", ["<button>Show</button>", "<a role='button'>Show</a>"])
def test_a_box_that_asks_for_consent_is_no_part_of_the_text(control: str) -> None:
    box = f"<div><p>{NOTICE}</p>{control}</div>"
    assert body_of(f"{H1}<div><p>{PROSE[0]}</p>{box}{TEXT}</div>")[1] != NOTICE
    assert NOTICE in body_of(f"{H1}<div><p>{PROSE[0]}</p><div><p>{NOTICE}</p></div>{TEXT}</div>")


@pytest.mark.parametrize("name", ["ambox", "mbox-text", "postprofile", "printfooter"])
def test_the_notices_of_wikis_and_the_writers_of_forums_are_no_text(name: str) -> None:
    assert body_of(f"{H1}<div><div class='{name}'>{OTHER}</div>{TEXT}</div>") == list(PROSE)


LIST = "<ul><li>A kettle with a lid</li><li>Two oars of one length</li><li>Soup for six</li></ul>"
SHORT = "<p>Back on Monday. The boat is being painted, and so is the cat.</p>"


@pytest.mark.parametrize("post", [LIST, SHORT], ids=["a list", "two sentences"])
def test_comments_longer_than_a_post_without_long_lines_are_not_its_text(post: str) -> None:
    comments = f"<div class='comments'><div class='comment'>{TEXT}</div></div>"
    said = body_of(f"<div class='post'>{H1}<div>{post}</div></div>{comments}")
    assert PROSE[0] not in said
    assert "cat" in " ".join(said) or "Two oars of one length" in " ".join(said)


@pytest.mark.parametrize("before", [True, False], ids=["before it", "after it"])
def test_what_stands_beside_a_post_without_long_lines_is_not_its_text(*, before: bool) -> None:
    side = f"<td><div><h3>On the writer</h3><p>{PROSE[0]}</p></div></td>"
    post = f"<td><div>{H1}{SHORT}</div></td>"
    columns = side + post if before else post + side
    said = body_of(f"<table><tr>{columns}</tr></table>")
    assert said == ["Back on Monday. The boat is being painted, and so is the cat."]


def test_a_text_under_a_header_with_a_short_standfirst_is_the_text() -> None:
    header = (
        f"<div class='page-header'>{H1}<p>The board voted by four to three on Monday.</p></div>"
    )
    assert PROSE[0] in body_of(f"<div>{header}<div><p>{PROSE[0]}</p></div></div>")


def test_a_line_that_is_set_as_the_paragraphs_round_it_is_text() -> None:
    lines = f"<div>{PROSE[0]}</div><div>What nobody had seen</div><div>{PROSE[1]}</div>"
    said = body_of(f"{H1}<div class='post-body'>{lines}<div>{PROSE[2]}</div></div>")
    assert "What nobody had seen" in said


def test_a_short_sentence_above_the_first_subhead_is_read() -> None:
    text = f"<p>Three things about the quay.</p><h3>It is closed</h3>{TEXT}"
    assert "Three things about the quay." in body_of(f"{H1}<div>{text}</div>")


def test_a_list_is_read_from_its_first_item_and_the_line_that_leads_to_it() -> None:
    items = f"<li>A kettle</li><li>{PROSE[0]}</li><li>{PROSE[1]}</li>"
    said = body_of(f"{H1}<div><p>Still missing:</p><ul>{items}</ul><p>{PROSE[2]}</p></div>")
    assert said[:2] == ["Still missing:", "- A kettle"]
