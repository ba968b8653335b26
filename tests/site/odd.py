"""A made-up archive of some 650 stories: six ordinary years, and everything that is hard to set.

All of it is our own writing, and the same every time. What looks at whole sites looks at this one.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from generator.content.html import read_markdown
from generator.model import Evidence, Recapture, SearchAssets, Story
from tests.site.stories import SEARCH, make_page, make_revision, make_story, render, when

ADDRESS = "https://x.example/backfile/"
PICTURES = {f"{name * 8}.png": size for name, size in (("0", (900, 600)), ("1", (320, 900)))}
"""The archive's pictures, one wide and one tall, and their sizes."""

PLAIN = """The ferry left the east quay at ten past six, as it has on every working morning since
the war, and for the first time nobody was on it but the crew.

“We were told in the spring that nothing would change,” said the harbourmaster, who has held the
post since 1998. *The Coast Herald* asked the council for its view; it had none."""

_FIGURE = """![A boat tied to a quay](media/{name})
*The Selholm at the east quay, on the last morning of its service.*
Odile Marsh for the port"""

FIGURES = "\n\n".join(
    f"{_FIGURE.format(name=name)}\n\n{PLAIN}" for name in (*PICTURES, *PICTURES, *PICTURES)
)
_CELLS = " | ".join(f"{number},{number:03}.5" for number in range(1, 25))
TABLE = "\n".join(
    [
        PLAIN + "\n",
        "| " + " | ".join(f"Year {number}" for number in range(1, 25)) + " |",
        "|" + "---|" * 24,
        *[f"| {_CELLS} |"] * 40,
    ]
)
CODE = f"""{PLAIN}

```
{"tide --harbour Selholm --from 2019-01-01 --until 2023-12-31 " * 4}
if (depth < 3) {{ say("<b>not today</b>"); }}
```

The line `{"a-name-without-a-space_" * 8}` stands in a sentence."""
LONG_READ = "\n\n".join(
    f"## Part {number}: the tide\n\n{PLAIN}\n\n> It was not the boat.\n\n### Later\n\n{PLAIN}"
    for number in range(1, 13)
)
LISTS = "\n".join(
    [
        PLAIN + "\n",
        *(
            f"{number}. A name that was read out\n   - and who stood there"
            for number in range(1, 80)
        ),
    ]
)
CORRECTED = f"""{PLAIN}

*Correction: an earlier version of this article gave the wrong year for the ferry.*

**Update, 6 December:** The council has since answered; see the last paragraph."""
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
_PEOPLE = tuple(f"Person Number {number} of Selholm-upon-the-Water" for number in range(1, 31))


def tell(headline: str, published: str | None, markdown: str = PLAIN, **said: Any) -> Story:
    """Return a story whose body is what `markdown` gives, as one read from `content/`."""
    story = make_story(headline, published, **said)
    body = read_markdown(markdown, story.address, PICTURES.get)
    return replace(story, html=body.html, text=body.text, opening=body.opening)


def make_odd() -> Iterator[Story]:
    """Yield stories each of which has something that is hard to set."""
    yield from odd_headlines()
    yield from odd_dates()
    yield from odd_bodies()
    yield from odd_facts()


def odd_headlines() -> Iterator[Story]:
    """Yield stories whose headlines are hard to set."""
    day = "2024-02-29"
    headlines = {
        "thousand": ("The ferry and the storm " * 42)[:1000],
        "unbroken": "W" * 1000,
        "words": " ".join([LONG_WORD] * 6),
        "punctuation": "?!… — “…” (…) / * # & ; : .",
        "emoji": "🚢🌊🐘👩‍🚒🏳️‍🌈",
        "one": "A",
        "markup": "<script>alert(1)</script> & \"quotes\" 'too' {{ braces }} <b>",
        "bidi": "The \u202eread backwards\u202c ferry",
    }
    for slug, headline in headlines.items():
        language = "de" if slug == "words" else None
        said = {"source": "The Coast Herald", "topics": ("Ferries", "Odd"), "language": language}
        yield tell(headline, day, slug=slug, **said)
    yield tell("آخر عبّارة تغادر رصيف الميناء الشرقي", day, language="ar", topics=("عبّارات", "Odd"))
    yield tell("המעבורת האחרונה (Selholm 4) יצאה", day, language="he", topics=("Odd",))
    yield tell(
        "最後の渡し船が東の埠頭を出た", day, language="ja", source="港湾新聞", topics=("Odd",)
    )
    yield tell("最后一班渡轮离开东码头", day, language="zh-Hans", topics=("渡轮", "Odd"))
    yield tell("마지막 나룻배", day, language="ko", topics=("Odd",))


def odd_dates() -> Iterator[Story]:
    """Yield stories of dates of every precision, and of none."""
    yield tell("The year in storms", "2023", topics=("Weather",))
    yield tell("September’s catch", "2023-09", source="Northern Star")
    yield tell("A year with nothing else in it", "1899", topics=("Weather",))
    yield tell("To the second", "2023-12-05T23:59:59+14:00", source="The Coast Herald")
    for number in range(130):
        yield tell(f"Notice {number} without a date", None, topics=("Notices",))
    yield tell("123 boats", None, captured="2023-12-06T08:10+01:00")
    yield make_story("A headline and nothing more", "2023-12-05", text="", body="")


def odd_bodies() -> Iterator[Story]:
    """Yield stories whose bodies hold what is wide, long or rare."""
    day = "2023-12-05"
    bodies = {
        "Many pictures": FIGURES,
        "A table that is wider than any window": TABLE,
        "How the tide is told": CODE,
        "A long read": LONG_READ,
        "Seventy-nine names": LISTS,
        "The ferry, corrected": CORRECTED,
        "One long word": f"{LONG_WORD * 5}\n\nhttps://x.example/{'long/' * 60}",
        "Links": f"[{'A long link ' * 20}](https://coast.example/) and [one](mailto:a@b.example)",
    }
    for headline, markdown in bodies.items():
        yield tell(headline, day, markdown, section="Local", source="The Coast Herald")


def odd_facts() -> Iterator[Story]:
    """Yield stories of which much is known, or too much."""
    yield tell(
        "The last ferry",
        "2023-12-05T06:45+01:00",
        f"{_FIGURE.format(name=min(PICTURES))}\n\n{PLAIN}",
        dek="For sixty years it carried fishermen, brides and one elephant.",
        kicker="Long read",
        section="Local",
        source="The Coast Herald",
        byline=("Ada Byrne", "Tomás Ó Briain"),
        credits=("Pictures by the port",),
        agency="Associated Press",
        dateline="EASTPORT",
        topics=("Ferries", "Town council", "Weather"),
        modified="2023-12-05T18:20+01:00",
        captured="2023-12-06T08:10+01:00",
        url="https://coastherald.example/local/the-last-ferry?page=all",
        language="en-GB",
        evidence=(Evidence(field="published", witness="JSON-LD datePublished"),),
        revisions=tuple(
            make_revision(
                f"Ferry leaves empty, {number}",
                f"2023-12-05T07:{number:02}+01:00",
                digest=f"{number:02}" * 32,
            )
            for number in range(25)
        ),
        recaptures=(Recapture(seen=when("2023-12-07"), digest="a" * 64),),
        edited=True,
    )
    yield tell(
        "Everything is long",
        "2023-12-05",
        dek="It went on and on. " * 30,
        kicker=LONG_WORD * 2,
        section="A section whose name goes on until nobody would print it any more",
        source=f"The {LONG_WORD} and District Advertiser",
        byline=_PEOPLE,
        credits=_PEOPLE[:5],
        dateline=LONG_WORD * 2,
        topics=(*(f"Topic {number}" for number in range(60)), LONG_WORD * 3, "C++", "C", "🚢", "…"),
        url=f"https://coastherald.example/{'a' * 600}?{'b=c&' * 200}",
    )
    yield tell("Index", None, byline=("Index",), topics=("Tags", "Index"), section="Index")


_WHAT = ("Council", "Ferry", "Harbour", "Library", "Mill", "Bridge", "School", "Market")
_DOES = ("opens", "is closed", "is late again", "gets a new roof", "asks for help", "votes")
_WHEN = ("after the storm", "for the first time", "in spite of rain", "without a word", "at last")


def make_years(count: int = 600) -> Iterator[Story]:
    """Yield ordinary stories over six years: some days have a dozen, most have one or none."""
    for number in range(count):
        busy = number // 12 * 12 if number // 12 % 5 == 0 else number
        day = date(2018, 1, 3) + timedelta(days=busy * 3 + busy // 3)
        what = _WHAT[number % len(_WHAT)]
        yield tell(
            f"{what} {_DOES[number % 6]} {_WHEN[number % 5]}",
            day.isoformat(),
            slug=f"story-{number:04}",
            dek=f"What the {what.lower()} will do next." if number % 3 else None,
            section=("Local", "Sport", "Business", "Culture", "Opinion")[number % 5],
            source=("The Coast Herald", "Northern Star", "Harbour Gazette")[number % 3],
            byline=(f"Ada Byrne {number % 24}",) if number % 4 else (),
            topics=("Town", what, *(("Rare " + str(number // 40),) if number % 20 == 0 else ())),
        )


def write_pictures(media: Path) -> None:
    """Draw the archive's pictures into its `content/media/`."""
    media.mkdir(parents=True, exist_ok=True)
    for name, (width, height) in PICTURES.items():
        picture = Image.new("RGB", (width, height), "#a9bcc4")
        draw = ImageDraw.Draw(picture)
        draw.rectangle((0, height * 2 // 3, width, height), fill="#3f5a66")
        draw.polygon(
            [
                (width // 4, height // 2),
                (width * 3 // 4, height // 2),
                (width // 2, height * 3 // 4),
            ],
            fill="#8a1f1f",
        )
        picture.save(media / name)


def write_odd_site(root: Path, url: str = ADDRESS, search: SearchAssets | None = SEARCH) -> Path:
    """Render the made-up archive below `root`; return the folder of its site."""
    write_pictures(root / "archive" / "content" / "media")
    return render(
        [*make_odd(), *make_years()],
        root,
        search=search,
        pages=[make_page("thanks", "Thanks", f"<p>{PLAIN}</p>")],
        title="The Selholm Clippings",
        description="Six years of a small town, and one ferry.",
        url=url,
    )
