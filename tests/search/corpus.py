"""An invented coast of four hundred stories, the same every time, with all that is awkward in it.

Equal stories on different days tie. Some have no words, no source, no topic, no byline or no date.
There are accents composed and decomposed, other scripts, possessives, hyphens, numbers, words
without end, and collocations for phrases to find.
"""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from generator.model import Header, PartialDate, Precision, Story

PLACES = "harbour council ferry lighthouse market station bridge school hospital museum".split()
THINGS = "budget strike election storm ballot timetable closure repair festival inquiry".split()
PEOPLE = "mayor minister captain teacher nurse fisherman councillor engineer reporter".split()
VERBS = "opened opens opening closed closes debated debating repaired repairing promised".split()
QUALITIES = "old new quiet late public second north narrow costly popular unpopular".split()
SMALL = "the a of in on and to for by with over under after before without not as it".split()
RARE = (
    "curlew zeppelin quicksilver marmalade basalt naïve café façade Ångström straße Übersee "
    "İzmir ΟΔΟΣ πλοίο море рыбак 漁港 漁船 ﬁnance 3.5 1,250 2019 snake_case running runs ran "
    "generously generalities organ organise organised arsenal communal don't O'Hara’s X-ray"
).split()
PHRASES = (
    "night ferry", "harbour budget", "the mayor of the north", "no no no", "U.S. consul",
    "wind-up lamp", "to be or not to be", "mayor's race", "cafe\u0301 terrace", "new new market",
)  # fmt: skip
OUTLETS = ("Coast Herald", "Harbour Gazette", "The North Post", "Île Courier", None)
SECTIONS = ("Local", "Sport", "Business & Trade", "Kultur", None)
TOPICS = ("harbour budget", "city council", "Ferries", "storms", "schools", "fête nationale")
BYLINES = ("Ada Lovell", "Bram O'Hara", "Chloé Dùbh", "Ada Byrne", "Staff Reporter")


def make_corpus(count: int = 400) -> tuple[Story, ...]:
    """Return the stories in the archive's order, by date and slug."""
    chance = random.Random(1963)
    stories = [_make_story(chance, number) for number in range(count - 12)]
    twins = [
        replace(story, slug=f"{story.slug}-again", address=f"{story.address[:-1]}-again/")
        for story in stories[40:52]
    ]
    return tuple(sorted([*stories, *twins], key=lambda story: (story.address[:11], story.slug)))


def _make_story(chance: random.Random, number: int) -> Story:
    day = datetime(2019, 1, 1, tzinfo=UTC) + timedelta(days=chance.randrange(1100))
    dated = chance.random() > 0.05
    slug = f"story-{number:03}"
    return Story(
        path=f"content/articles/{slug}.md",
        slug=slug,
        address=f"{day:%Y/%m/%d}/{slug}/" if dated else f"undated/{slug}/",
        header=_make_header(chance, PartialDate(moment=day, precision=Precision.DAY), dated),
        html="",
        text=_make_text(chance, chance.choice((0, 1, 3, 8, 20))),
        snapshot=None,
    )


def _make_header(chance: random.Random, date: PartialDate, dated: bool) -> Header:
    source = chance.choice(OUTLETS)
    return Header(
        headline=_make_sentence(chance, chance.randint(1, 2)).rstrip("."),
        dek=_make_sentence(chance, 1) if chance.random() < 0.3 else None,
        kicker=chance.choice(("Harbour news", None)),
        byline=tuple(chance.sample(BYLINES, chance.choice((0, 1, 1, 2)))),
        credits=("Gazette desk",) if chance.random() < 0.1 else (),
        agency="Coast Press Agency" if chance.random() < 0.1 else None,
        dateline="NORTH QUAY" if chance.random() < 0.2 else None,
        section=chance.choice(SECTIONS),
        topics=tuple(chance.sample(TOPICS, chance.randrange(4))),
        published=date if dated else None,
        source=source,
        url=f"https://{source.split()[0].lower()}.example/" if source else None,
    )


def _make_text(chance: random.Random, paragraphs: int) -> str:
    return "\n\n".join(
        " ".join(_make_sentence(chance, 1) for _ in range(chance.randint(1, 5)))
        for _ in range(paragraphs)
    )


def _make_sentence(chance: random.Random, clauses: int) -> str:
    words = [word for _ in range(clauses) for word in _make_clause(chance)]
    return f"{words[0][:1].upper()}{' '.join(words)[1:]}."


def _make_clause(chance: random.Random) -> list[str]:
    def pick(words: list[str]) -> str:
        # The first words of a list are the common ones, as in any language.
        return words[min(int(chance.expovariate(0.35)), len(words) - 1)]

    clause = [pick(SMALL), pick(QUALITIES), pick(PLACES), pick(VERBS), pick(SMALL), pick(PEOPLE)]
    clause += [pick(SMALL), pick(THINGS)]
    if chance.random() < 0.2:
        clause.insert(chance.randrange(8), chance.choice(PHRASES))
    if chance.random() < 0.25:
        clause.insert(chance.randrange(8), chance.choice(RARE))
    return clause
