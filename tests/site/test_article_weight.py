"""The page of an ordinary article weighs little, with all of its parts."""

import gzip
from datetime import date, timedelta

from generator.model import Evidence
from tests.site.markup import parse, texts
from tests.site.stories import make_story, read, render

URL = "https://example.github.io/town-archive/"
PARAGRAPHS = """\
The harbour board voted on Monday night to close the east quay to cars from the first of March,
ending a quarrel that has split the town since the winter storm tore forty metres of railing into
the water.

Seven members were for the plan and four against. Two who had spoken for a one-way road through
the fish market changed their minds after the surveyor, Orla Fenwick, showed them photographs of
the piles taken by a diver in October. Some of the oak has been eaten to the thickness of a wrist.

“Nobody wants to be the person who shut the quay,” said Ms Fenwick. “But I would not park my own
van on it, and I have a very old van.”

The closing will cost the traders along the front an estimated ninety parking places. Their
spokesman, Piet van der Berg, who sells rope and paint in the former customs house, told the board
that a third of his customers come from the villages and buy more than they can carry. He asked for
a loading hour before nine in the morning. The board granted it, for vans below two tonnes.

Repairs are to begin in April and to last until the autumn of next year. They will be paid for in
equal parts by the county, the port and a loan that the council took up last summer for a sports
hall that was never built. The treasurer said that the interest, at just under three per cent,
could be met from mooring fees if the ferry company renewed its contract.

Whether it will is another matter. The company moved its evening boat to Westhaven in September
and has since spoken only through its lawyers. A letter read out at the meeting complained of
shallow water at the pontoon and of “a want of seriousness” in the town's replies.

Lifeboat crews will keep their access throughout. So will the anglers, though only on foot, and
the Christmas market is to move to the square behind the school, where it stood until 1968.

Outside the hall some thirty people waited in the rain for the result. When it came there was
neither cheering nor booing. A woman in a yellow coat asked whether the bench by the lamp would
stay, since her husband had carved it. Nobody from the board could tell her. Mr van der Berg went
back in to ask, and returned to say that it would.

The board meets again on the twelfth of January to decide who may drive the street sweeper, and
whether the public toilets are part of the quay.
"""
TEXT = "\n\n".join(" ".join(part.split()) for part in PARAGRAPHS.split("\n\n"))
HEADLINES = """\
Diver finds oak piles eaten thin below the fish market
Sports hall loan to be spent on the waterfront instead
Ferry company says pontoon is too shallow for evening boat
Christmas market to return to the square behind the school
Anglers ask for a key to the gate on the east quay
Storm tears forty metres of railing into the harbour
Traders count the cost of a winter without visitors
Harbour board hears of thin piles under the east quay
Board asks what it costs to close the east quay to cars
Mooring fees rise for the third year in a row
Cars may have to leave the east quay, harbour board says
Surveyor warns that the customs house leans""".split("\n")


def make_town():
    """Return an ordinary article, and other stories of its day and of its topics before it."""
    said = {"source": "The Coast Herald", "section": "Local", "language": "en-GB"}
    topics = ("Harbour", "Town council", "Traffic")
    days = [date(2023, 12, 5) - timedelta(days=n // 2) for n in range(len(HEADLINES))]
    others = [
        make_story(
            headline,
            f"{day}T10:0{at % 10}+00:00",
            topics=topics[at % 2 :],
            text=f"{headline}.\n\n{TEXT[(at - 6) * 150 :][:900]}",
            **said,
        )
        for at, (headline, day) in enumerate(zip(HEADLINES, [days[0]] * 6 + days[6:], strict=True))
    ]
    main = make_story(
        "Harbour board closes the east quay to cars from March",
        "2023-12-05T10:03:30+00:00",
        byline=("Ada Byrne", "Tomás Ó Briain"),
        topics=topics,
        captured="2023-12-07T08:10+00:00",
        url="https://www.coastherald.example/local/2023/12/05/harbour-board-closes-east-quay",
        evidence=(Evidence(field="published", witness="JSON-LD datePublished"),),
        text=TEXT,
        **said,
    )
    return main, others


def test_the_page_of_an_ordinary_article_is_small(tmp_path) -> None:
    main, others = make_town()
    assert 430 < len(TEXT.split()) < 470
    site = render([main, *others], tmp_path, url=URL, title="Town archive")
    page = read(site, main.address)
    assert len(texts(page, "//ul[@class='steps']/li")) == 3
    assert len(texts(page, "//ul[@class='heads']/li")) == 3
    assert len(texts(page, "//dl[@class='cite']/dd")) == 6
    assert len(texts(page, "//div[@class='body']/p")) == 9
    assert parse(page).xpath("//link[@rel='original']/@href") == [main.header.url]
    assert len(page.encode()) <= 10_800
    assert len(gzip.compress(page.encode(), 9)) <= 3_670
    alone = read(render([main], tmp_path / "alone", url=URL, title="Town archive"), main.address)
    assert texts(alone, "//ul[@class='heads']") == []
    assert len(alone.encode()) <= 9_830
    assert len(gzip.compress(alone.encode(), 9)) <= 3_360
