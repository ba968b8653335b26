"""A small archive of made-up stories that differ in every way that a page can show."""

from generator.model import Evidence, Recapture
from tests.site.stories import make_revision, make_story, when

_QUAY = (
    "The ferry left the east quay at ten past six, as it has on every working morning since the"
    " war, and for the first time nobody was on it but the crew."
)
_LONG = (
    f"{_QUAY}\n\n“We were told in the spring that nothing would change,” said the harbourmaster."
)

SAMPLE = (
    make_story(
        "The last ferry",
        "2023-12-05T06:45+01:00",
        dek="For sixty years it carried fishermen, brides and one elephant.",
        kicker="Long read",
        section="Local",
        source="The Coast Herald",
        byline=("Ada Byrne", "Tomás Ó Briain"),
        credits=("Pictures by the port",),
        topics=("Ferries", "Town council"),
        modified="2023-12-05T18:20+01:00",
        captured="2023-12-06T08:10+01:00",
        url="https://coastherald.example/local/the-last-ferry?page=all",
        language="en-GB",
        text=_LONG,
        evidence=(Evidence(field="published", witness="JSON-LD datePublished"),),
        revisions=(make_revision("Last ferry leaves empty", "2023-12-05T07:02+01:00"),),
        recaptures=(Recapture(seen=when("2023-12-07"), digest="a" * 64),),
    ),
    make_story("Council votes", "2023-12-05", section="Local", topics=("Town council", "C++", "C")),
    make_story("Harbour shut", "2023-12-05", agency="Associated Press", dateline="EASTPORT"),
    make_story(
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle schließt" * 2,
        "2023-12-05T09:15+01:00",
        slug="donau",
        language="de",
        byline=("Käthe Müller-Großmann",),
    ),
    make_story("港の最後の渡し船", "2023-12-05T10:00+09:00", language="ja", source="港湾新聞"),
    make_story("آخر عبّارة", "2023-12-05T08:00+02:00", language="ar", topics=("عبّارات",)),
    make_story("Ferry stops", "2023-12-04", topics=("ferries",), source="the coast herald"),
    make_story("Ferry to stop", "2022-01-01T00:00", topics=("Ferries",), section="Business"),
    make_story("The year in storms", "2022", topics=("Weather",)),
    make_story("September’s catch", "2022-09", source="Northern Star"),
    make_story("A notice without a date", None, topics=("FERRIES",), captured="2023-12-06"),
    make_story("Index", None, byline=("Index",), topics=("Tags", "Index"), section="Index"),
)
"""Long and short, in five scripts, with every precision of date, alone and in company."""
