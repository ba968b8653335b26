"""Pasted pages are read: each folder of the corpus is a page, and what has to be read of it."""

import json
import os
from pathlib import Path
from textwrap import fill, wrap

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.blocks import plain_text
from generator.errors import NotAnArticle
from generator.model import (
    Article,
    Evidence,
    Figure,
    Heading,
    ItemList,
    PartialDate,
    Quotation,
    Snapshot,
)
from generator.parsing.pasted import judging, parse_pasted
from generator.parsing.pasted.furniture import is_address, is_label
from generator.parsing.pasted.signatures import is_signature
from generator.text import strip_controls

CORPUS = Path(__file__).parents[1] / "corpus"
CASES = sorted(folder for folder in CORPUS.glob("pasted-*") if folder.is_dir())
SHARED = Path(
    os.environ.get("BACKFILE_SHARED") or Path(__file__).parents[2] / ".." / "shared"
).resolve()


def read(text: str, captured: str | None = None, **more) -> Article:
    moment = PartialDate.fromisoformat(captured) if captured else None
    return parse_pasted(
        Snapshot(path="page.txt", digest="0", kind="text", text=text, captured=moment, **more)
    )


def outline(blocks) -> list[str]:
    """Return a line a block, marked as in Markdown."""
    lines = []
    for block in blocks:
        match block:
            case Figure():
                lines.append(f"![{block.caption}]({block.credit})")
            case Heading():
                lines.append(f"{'#' * block.level} {plain_text([block], figures=False)}")
            case ItemList():
                lines += [f"- {plain_text(item, figures=False)}" for item in block.items]
            case Quotation():
                lines += [f"> {line}" for line in outline(block.blocks)]
            case _:
                lines.append(plain_text([block], figures=False))
    return lines


def describe(article: Article) -> dict:
    header = article.header
    dates = {
        name: date and date.isoformat()
        for name, date in [("published", header.published), ("modified", header.modified)]
    }
    said = {
        "headline": header.headline,
        "dek": header.dek,
        "byline": list(header.byline),
        "credits": list(header.credits),
        "agency": header.agency,
        "dateline": header.dateline,
        "section": header.section,
        "topics": list(header.topics),
        **dates,
        "language": header.language,
        "source": header.source,
        "body": outline(article.body),
        "related": [card.headline for card in article.related],
    }
    return {name: value for name, value in said.items() if value}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_pasted_page_is_read(case):
    expected = case / "expected.json"
    found = describe(read((case / "source.txt").read_text(encoding="utf-8")))
    if os.environ.get("BACKFILE_GOLDEN"):
        text = json.dumps(found, indent=2, ensure_ascii=False)
        expected.write_text(f"{text}\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))


WIRE = (CORPUS / "pasted-wire-with-cards" / "source.txt").read_text(encoding="utf-8")
TEXT = (
    "The council of the town voted on Monday to move the bridge to where the river is.\n\n"
    "It had stood beside the river for a hundred years, and the council was tired of explaining.\n"
)


def test_every_field_says_where_it_comes_from():
    article = read(WIRE)
    said = {evidence.field: evidence.witness for evidence in article.evidence}
    assert said == {
        "headline": "line above the text, said again at the end of the page",
        "agency": "BY line",
        "dateline": "first words of the text",
        "section": "label above the headline, said again below the text",
        "published": "date line under the headline",
        "language": "commonest words of the text",
        "source": "line at the top of the page",
        "body": "run of prose below the headline",
        "related": "cards round the text",
    }


def test_what_the_snapshot_knows_is_kept():
    known = Evidence(field="captured", witness="sidecar")
    article = read(
        WIRE,
        captured="2022-10-12T16:00",
        url="https://paper.example/ferry",
        source="The Harbor Ledger",
        evidence=(known,),
    )
    assert article.header.url == "https://paper.example/ferry"
    assert article.header.source == "The Harbor Ledger"
    assert article.header.captured.isoformat() == "2022-10-12T16:00"
    assert article.evidence[0] == known
    assert "source" not in {evidence.field for evidence in article.evidence}


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Home\nNews\nSports\nContact", "Bridge moves", "x" * 9000]
)
def test_a_page_without_a_text_is_no_article(text):
    with pytest.raises(NotAnArticle, match="no article text"):
        read(text)


def test_a_text_without_a_headline_is_named_by_its_first_sentence():
    article = read(TEXT)
    assert TEXT.startswith(article.header.headline)
    assert [e.witness for e in article.evidence if e.field == "headline"] == [
        "first words of the text"
    ]


words = st.sampled_from(
    "Wall no Fire kills 3 50% off ferry late council's harbour mayor (updated) NEWS STORM Lanvarn"
    " bridge town more related comments https://x.example/ down “quoted” fall? A of why"
    " cost. mend: Star Courier winter tags".split()
)
FRAMES = [
    "The Lanvarn Courier\nNews\n\nNEWS\n\n{}\n\nBy Jane Roe\nMarch 14, 2021\n\n",
    "The Lanvarn Courier\nNews\n\nNEWS\n\n{}\n\nJane Roe\nMarch 14, 2021\n\n",
    "Skip to content\nThe Lanvarn Courier\nHome\nNews\nSubscribe\nNEWS\n{}\nMarch 14, 2021\n",
    "The Lanvarn Courier\nSaturday, July 4, 1987\n\n{}\n\nby J. M. Ashdown\nStaff Writer\n\n",
]


@given(st.lists(words, min_size=1, max_size=40).map(" ".join), st.sampled_from(FRAMES))
@example("Wall", FRAMES[0])
@example("Wall: no", FRAMES[1])
@example('"No," says mayor', FRAMES[0])
@example("https://x.example/ is down", FRAMES[0])
@example("Mayor dates movie star", FRAMES[2])
@example('Council votes down <harbour> wall //["', FRAMES[0])
@example("Bridge <div style=content:url(data:x) onload=alert(41)></div>", FRAMES[0])
def test_a_headline_is_told_by_its_place_whatever_it_says(headline, frame):
    assume(not any(tells(headline) for tells in (is_label, is_signature, is_address)))
    header = read(f"{frame.format(headline)}LANVARN — {TEXT}").header
    assert header.headline == headline
    assert header.source == "The Lanvarn Courier"
    assert header.section == ("News" if "NEWS" in frame else None)
    assert header.dateline == "LANVARN"


def test_a_label_in_a_menu_is_no_headline():
    menu = "Politics\nWeather\nClimate Lab"
    article = read(f"{menu}\nBridge to be moved to the river\nWhy now\nBy Jane Roe\n{TEXT}")
    assert article.header.headline == "Bridge to be moved to the river"


def test_the_outlets_name_is_taken_from_the_title():
    article = read(f"Bridge to be moved to the river | The Courier\n\n{TEXT}")
    assert article.header.headline == "Bridge to be moved to the river"
    twice = "Bridge to be moved to the river"
    article = read(f"{twice} - The Courier\nNews\n{twice}\nBy Jane Roe\n{TEXT}")
    assert article.header.headline == twice
    assert article.header.source == "The Courier"


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Sep 4, 2023, 2:11 PM", "2023-09-04T14:11", None),
        ("Published: September 4, 2023", "2023-09-04", None),
        ("4 Sep 2023, 14:11 | Updated 5 Sep 2023, 09:00", "2023-09-04T14:11", "2023-09-05T09:00"),
        (
            "Sep 4, 2023, 5:00 AM EDT | Updated: 9:38 AM",
            "2023-09-04T05:00-04:00",
            "2023-09-04T09:38-04:00",
        ),
        ("2 minute readSeptember 4, 20232:11 PM GMT+2", "2023-09-04T14:11+02:00", None),
        (
            "Last modified on Mon 4 Sep 2023 14.11 BST",
            "2023-09-04T14:11+01:00",
            "2023-09-04T14:11+01:00",
        ),
        ("September 2023", "2023-09", None),
    ],
)
def test_dates_are_read_as_they_are_printed(line, published, modified):
    header = read(f"Bridge to be moved to the river\n{line}\n{TEXT}").header
    assert header.published.isoformat() == published
    assert (header.modified and header.modified.isoformat()) == modified


def test_dates_in_the_text_are_not_the_articles():
    header = read(
        f"Bridge to be moved to the river\n{TEXT}\nIt was built on 4 May 1903, in the rain."
    )
    assert header.header.published is None


def test_dates_and_names_of_other_articles_are_not_the_articles():
    cards = "River moved again\n25 April 2022\nBy Ann Poe\nRelated\nRiver lost\n1 May 2021"
    header = read(f"Bridge to be moved to the river\n{TEXT}\n{cards}").header
    assert header.published is None
    assert header.byline == ()
    below = read(f"Bridge to be moved to the river\n{TEXT}\nPublished 4 May 2022").header
    assert below.published.isoformat() == "2022-05-04"


def test_a_time_told_from_the_capture_needs_a_capture_that_is_known():
    page = f"Bridge to be moved to the river\nBy Jane Roe\n14 hours ago\n{TEXT}"
    assert read(page).header.published is None
    told = read(page, captured="2023-09-05T09:30")
    assert told.header.published.isoformat() == "2023-09-04"


def date_by_file_time(line, captured):
    """Return when a text with `line` was published, and how that is known."""
    by_file = (Evidence(field="captured", witness="file time"),)
    page = f"Bridge to be moved to the river\nBy Jane Roe\n{line}\n{TEXT}"
    article = read(page, captured=captured, evidence=by_file)
    witnesses = {evidence.field: evidence.witness for evidence in article.evidence}
    return article.header.published.isoformat(), witnesses["published"]


def test_a_time_counted_from_that_of_a_file_says_so():
    counted = "date line under the headline, counted from the file time"
    assert date_by_file_time("14 hours ago", "2023-09-05T09:30") == ("2023-09-04", counted)


def test_a_date_that_is_told_is_not_doubted_for_the_time_of_a_file():
    told = date_by_file_time("4 September 2023", "2022-01-01T00:00")
    assert told == ("2023-09-04", "date line under the headline")


def test_a_capture_at_the_end_of_the_calendar_is_counted_from_too():
    page = f"Bridge to be moved to the river\nBy Jane Roe\n4 September 2023\n{TEXT}"
    header = read(page, captured="9999-12-31T23:59:59-14:00").header
    assert header.published.isoformat() == "2023-09-04"


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ("By Jane Roe", ["Jane Roe"]),
        ("By\nJane Roe and John Doe", ["Jane Roe", "John Doe"]),
        ("Jane Roe\nSep 4, 2023, 2:11 PM", ["Jane Roe"]),
        ("Jane Roe\nJohn Doe\nSep 4, 2023, 2:11 PM", ["Jane Roe", "John Doe"]),
        ("Sep 4, 2023, 2:11 PM, Jane Roe", ["Jane Roe"]),
        ("Kommentar von Jana Roth", ["Jana Roth"]),
        ("Jane Roe\nPhoto: John Doe\nBy Ann Poe", ["Ann Poe"]),
    ],
)
def test_writers_are_found_with_by_and_without(lines, people):
    article = read(f"Bridge to be moved to the river\n{lines}\n{TEXT}")
    assert list(article.header.byline) == people


def test_an_address_on_the_page_is_its_own():
    address = "https://www.paper.example/bridge"
    page = f"{address}\nBridge to be moved\nBy Jane Roe\n{TEXT}"
    article = read(page)
    assert article.header.headline == "Bridge to be moved"
    assert (article.header.url, article.header.source) == (address, "paper.example")
    witnesses = {evidence.field: evidence.witness for evidence in article.evidence}
    assert witnesses["url"] == "address on the page"
    assert read(f"The Courier\n{page}").header.source == "The Courier"
    assert read(page, url="https://other.example/").header.url == "https://other.example/"


def test_how_to_reach_the_writer_is_no_part_of_the_text():
    more = "The river was not asked, and has not said what it thinks of it."
    reach = "Jane Roe: 555-0100 or jroe@paper.example; on Twitter: @jroe."
    article = read(f"Bridge to be moved to the river\n{TEXT}\n{more}\n{reach}\nMost read\nMore")
    assert "555-0100" not in plain_text(article.body, figures=True)


def test_pictures_that_are_counted_are_shown_once():
    caption = "The bridge stands beside the river. (Mia Stone / The Sound)"
    page = f"Bridge to be moved to the river\n4 May 2021\n{caption}\n1 of 4 | {caption}\n{TEXT}"
    article = read(page)
    figures = [block for block in article.body if isinstance(block, Figure)]
    assert [(f.caption, f.credit) for f in figures] == [
        ("The bridge stands beside the river.", "Mia Stone / The Sound")
    ]
    assert article.header.dek is None


def test_cards_are_related_where_they_are_timed_or_headed():
    cards = "More in Politics\nCouncil shouts again\n2 hours ago\nWho will stand in May now?"
    paid = "5 hours ago\nPAID PROMOTIONAL LINKS\nDoctors stunned by this one trick"
    article = read(f"Bridge to be moved to the river\n{TEXT}\n{cards}\n{paid}")
    assert [card.headline for card in article.related] == [
        "Council shouts again",
        "Who will stand in May now?",
    ]


def test_a_masthead_is_no_section():
    page = f"The Lanvarn Courier\nSaturday, July 4, 1987\n\nBRIDGE MOVED\n\nBy Jane Roe\n\n{TEXT}"
    assert read(page).header.section is None


def test_a_caption_keeps_its_own_credit_and_is_shown_once():
    caption = "FILE - The bridge stands beside the river. (Jane Roe/The Courier via AP, File)"
    article = read(
        f"Bridge to be moved to the river\nSep 4, 2023\nFILE - The bridge stands be...\n{caption}\n"
        f"Credit: THE COURIER\n\n{caption}\n\n{TEXT}"
    )
    figures = [block for block in article.body if isinstance(block, Figure)]
    assert figures == [
        Figure(
            None,
            caption="FILE - The bridge stands beside the river.",
            credit="Jane Roe/The Courier via AP, File",
        )
    ]


@pytest.mark.parametrize(
    ("lines", "figure"),
    [
        (
            "The bridge as it stands today\nFoto: Jana Roth/dpa",
            ("as it stands today", "Jana Roth/dpa"),
        ),
        (
            "The bridge as it stands today\nFoto:\nJana Roth / AP",
            ("as it stands today", "Jana Roth / AP"),
        ),
        ("The bridge at night (Picture: MSB)", ("The bridge at night", "MSB")),
        ("The bridge at night in the rain. Jane Roe/AFP", ("in the rain.", "Jane Roe/AFP")),
        ("The bridge at night. © Jane Roe", ("The bridge at night.", "Jane Roe")),
    ],
)
def test_captions_are_told_from_their_credits(lines, figure):
    article = read(f"Bridge to be moved to the river\nBy Ann Poe\n{lines}\n{TEXT}")
    found = article.body[0]
    assert isinstance(found, Figure)
    assert found.caption.endswith(figure[0])
    assert found.credit == figure[1]
    assert len(article.body) == 3


def test_numbered_lines_are_a_list_in_order():
    page = f"Bridge to be moved to the river\n{TEXT}\nWhat is left to do:\n"
    article = read(
        f"{page}1. Find the river.\n2. Ask the river.\nThen the work can begin in the spring."
    )
    assert [block.ordered for block in article.body if isinstance(block, ItemList)] == [True]


def test_a_list_can_end_the_text():
    page = f"Bridge to be moved to the river\n{TEXT}\nWhat is needed for it:\n"
    article = read(f"{page}• a rope\n• two men and a horse\nShare\nRelated\nRiver moved again")
    assert outline(article.body)[-2:] == ["- a rope", "- two men and a horse"]


def test_what_readers_say_is_no_part_of_the_text():
    said = "I have crossed that bridge every day of my life, and it went nowhere at all. " * 9
    article = read(f"Bridge to be moved to the river\n{TEXT}\n3 Comments\n{said}\n{said[:300]}")
    assert "crossed that bridge" not in plain_text(article.body, figures=True)


def test_dashes_open_items_only_where_there_are_several():
    page = f"Bridge to be moved to the river\n{TEXT}"
    rest = "The river has been asked to stay where it is until the work is done."
    one = read(f"{page}\n- and that was all there was to it.\n{rest}")
    two = read(f"{page}\n- a rope as long as the river\n- two men and a horse to pull\n{rest}")
    assert not any(isinstance(block, ItemList) for block in one.body)
    assert "- two men and a horse to pull" in outline(two.body)


fragments = st.sampled_from(
    [
        *WIRE.splitlines(),
        *(line for case in CASES for line in (case / "source.txt").read_text("utf-8").splitlines()),
        "",
        "By",
        "Foto:",
        "—",
        "© 2023",
    ]
)


@given(
    st.lists(fragments | st.text(max_size=80), max_size=60), st.sampled_from(["\n", "\n\n", "\r\n"])
)
def test_what_is_read_stands_in_the_page_and_in_its_order(lines, ending):
    text = ending.join(lines)
    try:
        article = read(text)
    except NotAnArticle:
        return
    page = "".join(strip_controls(text).split())
    said = [line for line in plain_text(article.body, figures=False).splitlines() if line]
    assert article.header.headline
    assert said
    place = 0
    for line in said:
        place = page.find("".join(line.split()), place)
        assert place >= 0


@pytest.mark.parametrize(
    "page",
    [
        "(" * 200_000,
        "word " * 200_000,
        "4 Sep 2023\n" * 2_000,
        "By Jane Roe\n" * 2_000,
        "Related: the bridge is moved again\n" * 2_000,
        ("ap " * 500 + "(AP)\n") * 200,
        "HomeNewsBridge opens to the public\n" * 1_000 + TEXT,
        "\u202e\x00\ud800" * 50_000,
        "\r" * 100_000,
    ],
    ids=range(9),
)
def test_hostile_pages_end_as_an_article_or_a_reason(page):
    try:
        article = read(page)
    except NotAnArticle:
        return
    assert article.header.headline


@pytest.mark.shared
def test_the_page_of_a_real_clipping_is_read_whole():
    folder = SHARED / "snapshots" / "pasted"
    if not folder.is_dir():
        pytest.skip("the real pages are kept outside the repository")
    article = read(next(folder.glob("*.txt")).read_text(encoding="utf-8"))
    found = describe(article)
    assert found["published"] == "2023-09-04T14:11"
    assert found["section"] == "National News"
    assert found["source"] == "MyNorthwest"
    assert found["agency"] == "Associated Press"
    assert found["dateline"] == "WASHINGTON (AP)"
    assert "byline" not in found
    assert len(found["body"]) == 10
    assert len(found["related"]) == 6


FERRY = (
    "The ferry to the island sails again on Friday, after nine days in the dock at Lanvarn.\n\n"
    "Its crew of twelve had mended the engine with a part from the museum, its captain said.\n"
)


def test_a_headline_over_the_credit_of_a_picture_is_no_caption():
    article = read(
        f"Home\nNews\nWhen does the ferry to the island sail again?\nGetty Images\n\n{FERRY}"
    )
    assert article.header.headline == "When does the ferry to the island sail again?"


def test_the_line_that_a_trail_ends_with_is_the_headline():
    cards = "Mayor of Lanvarn keeps the museum open\nIsland school wins the harbour race again\n"
    trail = "NewsIslandFerry sails again on Friday, captain says\n"
    own = "Ferry sails again on Friday, captain says\n"
    article = read(f"{cards}You are here\n{trail}{own}Jane Roe\nPhoto: The Courier\n\n{FERRY}")
    assert article.header.headline == own.strip()
    assert article.header.byline == ("Jane Roe",)


def test_what_says_the_time_of_day_signs_a_headline_under_its_kicker():
    labels = "HOME\nNEWS\nNEWS\nFERRY-NEWS"
    text = f"{labels}\nThe ferry sails again on Friday\nUpdated at 20:03\n\n{FERRY}"
    assert read(text).header.headline == "The ferry sails again on Friday"


def test_a_date_below_two_deks_is_the_articles():
    deks = (
        "The captain has found the part that the engine wanted, in the museum of the town.\n"
        "Islanders had gone without letters and lemons for nine days, and had said so often.\n"
    )
    text = f"Ferry sails again on Friday\n{deks}Jane Roe and John Doe\nMonday 4 September 2023\n\n"
    article = read(f"{text}{FERRY}")
    assert article.header.published.isoformat() == "2023-09-04"
    assert article.header.byline == ("Jane Roe", "John Doe")
    assert outline(article.body)[0].startswith("The ferry to the island")


def test_the_word_above_a_byline_signs_a_headline_far_above_the_longest_run():
    offers = "\n".join(f"Offer number {i} for readers" for i in range(40))
    signed = "Home\nLife\nWine\nThree bottles for the ferry\nAuthor of the article:\nJane Roe"
    text = f"{signed}\n\n{FERRY}\n{offers}\nWhat is in the third one\n\n{TEXT}"
    assert read(text).header.headline == "Three bottles for the ferry"


def test_what_stands_between_paragraphs_is_no_text_where_it_is_built_otherwise():
    said = [
        f"The {part} of the engine was built in 19{i}1 for a mill, and had come to the island "
        "by mistake, where it drove first the ferry, then a saw, and at last the imagination of "
        "the children, who had been told by the captain that it ran on porridge."
        for i, part in enumerate(["wheel", "valve", "chimney", "bearing", "governor", "whistle"])
    ]
    cards = (
        "Island school wins the harbour race again\n"
        "A crew of nine came in first, as it has since it got a sail.\n"
        "Mayor keeps museum open\n"
        "No mayor is asked for a key so often.\n"
    )
    paragraphs = [*said[:3], cards, *said[3:]]
    story = "\n\n".join(paragraphs)
    page = f"Ferry sails again on Friday\nBy Jane Roe\nMarch 14, 2021\n\n{story}\n\nRelated\n"
    assert outline(read(page).body) == said


def test_a_page_unlike_any_other_is_read_by_the_rules_alone(monkeypatch):
    page = f"Ferry sails again on Friday\nBy Jane Roe\nMarch 14, 2021\n\n{FERRY}"
    whole = outline(read(page).body)
    monkeypatch.setattr(judging, "_read_trees", lambda: (-99.0, []))
    assert outline(read(page).body) == whole


def test_a_dek_is_all_its_sentences_and_no_row_of_buttons():
    deks = (
        "The captain has found the part that the engine wanted, in the museum of the town.\n"
        "Islanders had gone without letters and lemons for nine days, and had said so often.\n"
    )
    buttons = "Share Print Save Facebook Twitter LinkedIn"
    article = read(f"Ferry sails again on Friday\n{deks}{buttons}\nBy Jane Roe\n{FERRY}")
    assert article.header.dek == " ".join(deks.splitlines())


STORY = (
    "The ferry to the island sails again on Friday, after nine days in the dock at Lanvarn, where "
    "its crew of twelve had mended the engine with a part from the museum.",
    "“We had been told that it would be a month,” its captain said on Tuesday, “but then somebody "
    "remembered the whistle in the glass case by the door of the museum.”",
    "Islanders had gone without letters and lemons for nine days, and had said so often. The "
    "council will pay for the part, and for the glass, before the end of the year.",
)
TITLE = "Ferry sails again on Friday"
SIGNED = f"{TITLE}\nBy Jane Roe\nSept. 4, 2023"
PRINTED = f"9/5/23, 2:11 PM {TITLE} - The Lanvarn Courier"
WRAPPED = ("\n".join(wrap(paragraph, 72)) for paragraph in STORY)


def quote(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join((SIGNED, *STORY)), id="no blank lines"),
        pytest.param("\r\n\r\n".join(("\ufeff" + SIGNED, *STORY)), id="byte order mark and CRLF"),
        pytest.param("\n\n".join((SIGNED, *STORY)).replace(" ", "\xa0"), id="spaces that hold"),
        pytest.param("\n\n".join((SIGNED, *WRAPPED)), id="lines of 72"),
        pytest.param(quote("\n\n".join((SIGNED, *STORY))), id="quoted in an e-mail"),
        pytest.param(
            quote("\n\n".join((SIGNED, *(fill(paragraph, 70) for paragraph in STORY)))),
            id="quoted in an e-mail in lines of 70",
        ),
        pytest.param(
            f"{PRINTED}\n\n{SIGNED}\n\n{STORY[0]}\n\n{STORY[1]}\n\nhttps://courier.example/f 1/2\n"
            f"{PRINTED}\n{STORY[2]}\n\nhttps://courier.example/f 2/2\nPage 2 of 2",
            id="printed",
        ),
        pytest.param(
            "\n".join((f"https://courier.example/f\n{SIGNED}", *STORY, "Retrieved 6 October 2023")),
            id="with its address and the day of copying",
        ),
    ],
)
def test_the_same_article_is_read_from_whatever_shape_it_was_kept_in(text):
    article = read(text)
    assert article.header.headline == TITLE
    assert article.header.byline == ("Jane Roe",)
    assert article.header.published.isoformat() == "2023-09-04"
    assert outline(article.body) == list(STORY)
    assert article.header.url == ("https://courier.example/f" if "https" in text else None)


def test_a_byline_stays_a_line_below_a_headline_as_wide_as_the_text():
    title = "Ferry sails again on Friday, after nine days in the dock"
    story = "\n\n".join(fill(paragraph, 72) for paragraph in STORY)
    header = read(f"{title}\nBy Jane Roe\nSept. 4, 2023\n\n{story}").header
    assert (header.headline, header.byline) == (title, ("Jane Roe",))


@pytest.mark.parametrize(
    "text",
    [
        "الصفحة الرئيسية\nأخبار\nالعبارة تبحر من جديد يوم الجمعة\n4 سبتمبر 2023\n\n"
        "تبحر العبارة إلى الجزيرة من جديد يوم الجمعة، بعد تسعة أيام في حوض الميناء، "
        "حيث أصلح طاقمها المحرك بقطعة من المتحف.\n\nاقرأ أيضا",
        "หน้าแรก\nข่าว\nเรือข้ามฟากกลับมาแล่นอีกครั้งวันศุกร์\n4 กันยายน 2566\n\n"
        "เรือข้ามฟากไปยังเกาะจะแล่นอีกครั้ง"
        "ในวันศุกร์ หลังจากอยู่ในอู่เป็นเวลาเก้าวัน โดยลูกเรือสิบสองคนได้ซ่อมเครื่องยนต์\n\nข่าวที่เกี่ยวข้อง",
        "होम\nसमाचार\nनौका शुक्रवार को फिर चलेगी\n4 सितंबर 2023\n\n"
        "द्वीप जाने वाली नौका नौ दिन गोदी में रहने के बाद"
        " शुक्रवार को फिर चलेगी, जहाँ उसके बारह नाविकों ने इंजन ठीक किया।\n\nयह भी पढ़ें",
        "ホーム\nニュース\nフェリー、金曜日に運航再開\n2023年9月4日\n\n島へ向かうフェリーは、九日間ドックに入っていたが、"
        "金曜日に再び運航する。乗組員十二人が博物館の部品でエンジンを修理した。\n\n関連記事",
        "首页\n新闻\n渡轮周五恢复航行\n2023年9月4日\n\n开往该岛的渡轮在船坞停留九天之后，将于周五恢复航行。"
        "十二名船员用博物馆的一个零件修好了发动机。\n\n相关阅读",
    ],
    ids=["Arabic", "Thai", "Hindi", "Japanese", "Chinese"],
)
def test_a_page_is_read_in_any_script(text):
    lines = text.splitlines()
    article = read(text)
    assert article.header.headline == lines[2]
    assert article.header.byline == ()
    assert article.header.published.isoformat() == "2023-09-04"
    assert outline(article.body) == [lines[5]]


@pytest.mark.parametrize(
    "sentence", ["The crane number {} stays for now. ", "起重机{}号暂时保留。"]
)
def test_a_text_that_lost_its_line_ends_keeps_all_its_words(sentence: str) -> None:
    body = "".join(map(sentence.format, range(4_000))).strip()
    article = read(f"Cranes stay\n\n{body}")
    assert "".join(plain_text(article.body, figures=False).split()) == "".join(body.split())


def test_a_text_of_very_many_lines_is_not_read_in_part() -> None:
    with pytest.raises(NotAnArticle, match="each article in a file of its own"):
        read("The crane stays where it is.\n\n" * 10_001)
