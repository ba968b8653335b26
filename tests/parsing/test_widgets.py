"""The lines that systems put round posts, wherever in a text's box they stand."""

import pytest

from tests.parsing.pages import H1, PROSE, TEXT, body_of

LONG = [f"{line} {line[:-1]}, as was said twice." for line in PROSE]
LINES = (
    "Tweet",
    "Like Loading...",
    "No comments yet",
    "5 min read",
    "Lesezeit: 5 Minuten",
    "(Visited 123 times, 1 visits today)",
    "Click to share on Twitter (Opens in new window)",
    "Alle Beiträge von Irma Kai ansehen",
    "Kommentarfunktion ist geschlossen.",
    "J’aime chargement…",
    "Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *",
    "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
    "Deja un comentario",
    "上一篇：东码头关闭",
)
PLACES = {
    "the last paragraph": "{0}<p>{1}</p>",
    "a heading": "{0}<h4>{1}</h4>",
    "an item beside links": "{0}<ul><li>{1}</li><li><a href='/swans'>Swans</a></li></ul>",
    "the first paragraph": "<p>{1}</p>{0}",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", LINES)
def test_what_a_system_puts_round_a_post_is_none_of_its_lines(line: str, place: str) -> None:
    box = PLACES[place].format(TEXT, line)
    assert body_of(f"{H1}<div class='text'>{box}</div>") == list(PROSE)


@pytest.mark.parametrize(
    "line", ["Share this:", "3 Comments", "Tags: quays, cranes", "Follow us on Twitter"]
)
def test_such_a_line_below_the_last_one_of_a_text_takes_nothing_with_it(line: str) -> None:
    lines = "<br><br>".join(LONG)
    assert body_of(f"{H1}<div>{lines}<br>{line}</div>") == LONG


def test_a_line_among_others_of_a_poem_or_an_address_stays() -> None:
    lines = ["The lamp is out, the lock is shut,", "see quay.example", "the kettle sings alone,"]
    said = body_of(f"{H1}{TEXT}<p>{'<br>'.join(lines)}</p>")
    assert said[-1] == " ".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        "If you enjoyed the regatta, there is another one in May, and the crane will be back.",
        "Views of the harbour: 12 of them hang in the hall.",
        "She told the board that no comments had been asked for.",
    ],
)
def test_a_sentence_with_the_words_of_one_is_text(line: str) -> None:
    assert line in body_of(f"{H1}{TEXT}<p>{line}</p>")
