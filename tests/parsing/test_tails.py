"""What pages say below a text, of themselves and to their readers, is no part of it."""

import pytest

from tests.parsing.pages import H1, PROSE, TEXT, body_of


@pytest.mark.parametrize(
    "line",
    [
        "This entry was posted on Monday and is filed under Quays. You can leave a response.",
        "Posted by Irma at March 3, 2004 09:14 PM | TrackBack",
        "Dieser Eintrag wurde veröffentlicht in Allgemein und verschlagwortet mit Boote.",
        "Abgelegt unter: Boote, Suppe",
        "Publié par Irma dans Bateaux",
        "Etiquetas: barcos, sopa",
        "Citation: East quay closes (2019, November 18) retrieved 20 November 2019 from the web",
        "Reporting by Ada Quay in Varr; Editing by Ned Oakes",
        "You may also like:",
        "Kommentare (3)",
        "Already a subscriber? Log in to read the rest of what the board said on Monday evening.",
        "Article réservé aux abonnés : il vous reste 65 % de cet article à lire, si vous payez.",
        "Dieser Text ist nur für Abonnenten; wer eines hat, liest hier weiter, wer nicht, nicht.",
        "この記事は会員限定です。無料で会員登録すると続きをお読みいただけます。",
        "Fehler gefunden? Jetzt melden.",
        "Get the best stories of the harbour in your inbox every morning, for free, from Monday.",
        "The Echo is free for all. If you like what we do, please consider supporting us by post.",
        "Подписывайтесь на наш канал в Telegram, чтобы первыми узнавать новости гавани и кранов.",
    ],
)
def test_what_a_page_says_below_a_text_is_left_out(line: str) -> None:
    assert body_of(f"<article>{H1}<div>{TEXT}<p>{line}</p></div></article>") == list(PROSE)


def test_a_last_paragraph_that_only_begins_like_it_stays() -> None:
    last = "Posted to the door by Friday, the clerk’s answer was that nobody had asked at all."
    assert body_of(f"<article>{H1}<div>{TEXT}<p>{last}</p></div></article>")[-1] == last


def test_a_list_of_headings_at_the_end_stays() -> None:
    heads = "".join(f"<h3>{at}. A quay that was open on Monday</h3>" for at in range(1, 5))
    lines = body_of(f"<article>{H1}<div>{TEXT}{heads}</div></article>")
    assert lines[3:6] == [f"### {at}. A quay that was open on Monday" for at in range(1, 4)]


def test_the_headline_in_other_words_is_no_first_line() -> None:
    other = "Harbour board: How the east quay came to be closed by people whom nobody had asked to"
    assert body_of(f"<article><h2>{other}</h2><div>{TEXT}</div></article>") == list(PROSE)


def test_excerpts_below_links_at_the_end_are_left_out_and_a_single_one_stays() -> None:
    teaser = '<p><a href="/{0}">Swans meet again, part {0}</a></p><p>They were {0}, it is said.</p>'
    teasers = "".join(teaser.format(at) for at in range(1, 5))
    assert body_of(f"<article>{H1}<div>{TEXT}{teasers}</div></article>") == list(PROSE)
    assert len(body_of(f"<article>{H1}<div>{TEXT}{teaser.format(1)}</div></article>")) == 4
