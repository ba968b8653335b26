"""What a page says of itself for machines holds against JSON-LD and schema.org's own table."""

import json

import pytest
from pyld import jsonld

from generator.model import Evidence
from tests.site.markup import parse
from tests.site.stories import make_story, read, render

SCHEMA = "https://schema.org/"
KINDS = {
    "WebPage": "mainEntity",
    "NewsArticle": "headline url image inLanguage datePublished dateModified author creditText"
    " sourceOrganization publisher dateline archivedAt",
    "Person": "name",
    "Organization": "name",
}
"""The types that we use, and which of schema.org's properties each has, its parents' among them."""

RANGES = {
    "mainEntity": {"NewsArticle"},
    "author": {"Person"},
    "publisher": {"Organization"},
    "sourceOrganization": {"Organization"},
}
"""The properties whose values are things; those of all others are text, dates or addresses."""

CONTEXT = {"@context": {"@vocab": SCHEMA}}
STORIES = (
    make_story(
        "The last ferry",
        "2023-09-04T14:11+02:00",
        source="The Coast Herald",
        section="Local",
        byline=("Ada Byrne", "Tomás Ó Briain"),
        credits=("Pictures by the port",),
        agency="Associated Press",
        dateline="EASTPORT",
        topics=("Ferries", "Town council"),
        modified="2023-09-05",
        captured="2023-09-06",
        language="en-GB",
        url="https://coastherald.example/a",
        evidence=(Evidence(field="published", witness="JSON-LD datePublished"),),
    ),
    make_story("A notice", None),
    make_story("</script>\u2028{}\"'&", "2023-09", slug="hostile", topics=("}]", "<b>")),
)


def load_context(url: str, _options: object = None) -> dict[str, object]:
    """Give the library a context of schema.org's own shape; it is not to go on the web."""
    assert url == SCHEMA.rstrip("/")
    document = {"@context": {"@vocab": SCHEMA}}
    return {"contextUrl": None, "documentUrl": url, "document": document}


def find_misuses(thing: dict[str, object], kinds: set[str]) -> list[str]:
    """Return what a thing of an expanded document says that schema.org doesn't know."""
    (kind,) = (name.removeprefix(SCHEMA) for name in thing["@type"])
    found = [] if kind in kinds else [f"a {kind} is none of {kinds}"]
    for name, values in thing.items():
        if name == "@type":
            continue
        short = name.removeprefix(SCHEMA)
        found += [] if short in KINDS[kind].split() else [f"a {kind} has no {short}"]
        for value in values:
            if short in RANGES:
                found += find_misuses(value, RANGES[short])
            elif not isinstance(value.get("@value"), str):
                found.append(f"{short} is no text")
    return found


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.slug)
def test_linked_data_is_valid(tmp_path, story) -> None:
    page = read(render([story], tmp_path, url="https://x.example/repo"), story.address)
    said = json.loads(parse(page).xpath("//script/text()")[0])
    options = {"documentLoader": load_context}
    (thing,) = jsonld.expand(said, options)
    assert find_misuses(thing, {"WebPage"}) == []
    # Nothing was lost on the way: what JSON-LD doesn't understand, it drops.
    assert jsonld.compact(thing, CONTEXT, options) == {**said, **CONTEXT}


def test_the_table_would_tell_a_property_that_is_not_schema_orgs() -> None:
    wrong = {"@context": SCHEMA.rstrip("/"), "@type": "WebPage", "byline": "A", "mainEntity": "B"}
    (thing,) = jsonld.expand(wrong, {"documentLoader": load_context})
    with pytest.raises((KeyError, TypeError, AttributeError)):
        find_misuses(thing, {"WebPage"})
    del wrong["mainEntity"]
    (thing,) = jsonld.expand(wrong, {"documentLoader": load_context})
    assert find_misuses(thing, {"WebPage"}) == ["a WebPage has no byline"]
