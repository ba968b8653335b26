import json

import pytest

from generator.model import Evidence, Recapture
from tests.site.markup import parse, text, texts
from tests.site.stories import DIGEST, make_revision, make_story, read, render, when

ADDRESS = "2023/09/04/the-last-ferry/"
STORY = make_story(
    "The last ferry",
    "2023-09-04T14:11+02:00",
    dek="It carried nobody.",
    kicker="Long read",
    section="Local",
    source="The Coast Herald",
    byline=("Ada Byrne", "Ben Castle", "Mei Lindqvist"),
    credits=("Pictures by the port",),
    agency="Associated Press",
    dateline="EASTPORT",
    topics=("Ferries", "Town council"),
    modified="2023-09-05",
    captured="2023-09-06T08:10+02:00",
    url="https://coastherald.example/the-last-ferry?page=all&x=1",
    language="en-GB",
    evidence=(Evidence(field="published", witness="JSON-LD datePublished"),),
)


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> str:
    site = render([STORY], tmp_path_factory.mktemp("article"), url="https://x.example/repo")
    return read(site, ADDRESS)


def facts(page: str) -> dict[str, str]:
    labels, values = texts(page, "//aside//dt"), texts(page, "//aside//dd")
    return dict(zip(labels, values, strict=True))


def test_an_article_shows_what_the_paper_showed(page: str) -> None:
    assert text(page, "//h1") == "The last ferry"
    assert text(page, "//p[@class='dek']") == "It carried nobody."
    assert texts(page, "//p[@class='kicker']/*") == ["Local", "Long read"]
    assert text(page, "//p[@class='byline']") == (
        "By Ada Byrne, Ben Castle and Mei Lindqvist Pictures by the port Associated Press"
    )
    assert texts(page, "//article//header/p[@class='meta']/*") == [
        "The Coast Herald",
        "4 September 2023, 14:11 UTC+2",
    ]
    assert texts(page, "//div[@class='body']/p") == [STORY.text]
    assert texts(page, "//ul[@class='topics']/li") == ["Ferries", "Town council"]


def test_names_lead_to_their_listings(page: str) -> None:
    links = parse(page).xpath("//article//a/@href")
    assert [link.removeprefix("../../../../") for link in links] == [
        "sections/local/",
        "bylines/ada-byrne/",
        "bylines/ben-castle/",
        "bylines/mei-lindqvist/",
        "sources/the-coast-herald/",
        "topics/ferries/",
        "topics/town-council/",
    ]


def test_an_article_says_plainly_that_it_is_a_copy_and_of_what(page: str) -> None:
    notice = parse(page).xpath("//p[@class='notice']")[0]
    assert "archived copy of a story first published by The Coast Herald" in notice.text_content()
    assert notice.xpath(".//a/@href") == [STORY.header.url]


def test_the_facts_of_the_copy_stand_beside_it(page: str) -> None:
    found = facts(page)
    assert found["Published"] == "4 September 2023, 14:11 UTC+2 by JSON-LD datePublished"
    assert found["Updated"] == "5 September 2023"
    assert found["Saved"] == "6 September 2023, 08:10 UTC+2"
    assert found["Dateline"] == "EASTPORT"
    assert found["Saved as"] == "Web page"
    assert found["SHA-256 of the saved file"] == DIGEST
    assert found["To cite"] == (
        "Ada Byrne, Ben Castle, Mei Lindqvist, “The last ferry”, The Coast Herald,"
        " 4 September 2023, https://coastherald.example/the-last-ferry?page=all&x=1,"
        f" Archived copy: https://x.example/repo/{ADDRESS}, saved 6 September 2023"
    )


def test_the_wayback_link_asks_for_the_day_on_which_the_page_was_saved(page: str) -> None:
    assert (
        "https://web.archive.org/web/20230906/https://coastherald.example/the-last-ferry?page=all&x=1"
        in parse(page).xpath("//aside//a/@href")
    )


@pytest.mark.parametrize(
    ("published", "stamp"), [("2023", "2023/"), ("2023-09", "202309/"), (None, "")]
)
def test_the_wayback_link_says_no_more_than_is_known(tmp_path, published, stamp) -> None:
    story = make_story("A", published, url="https://a.example/b")
    page = read(render([story], tmp_path), story.address)
    assert f"https://web.archive.org/web/{stamp}https://a.example/b" in page


def test_linked_data_tells_our_page_from_their_article(page: str) -> None:
    (script,) = parse(page).xpath("//script")
    assert script.get("type") == "application/ld+json"
    said = json.loads(script.text)
    assert (said["@type"], said["url"]) == ("WebPage", f"https://x.example/repo/{ADDRESS}")
    article = said["mainEntity"]
    assert article["@type"] == "NewsArticle"
    assert article["url"] == STORY.header.url
    assert article["publisher"] == {"@type": "Organization", "name": "The Coast Herald"}
    assert article["datePublished"] == "2023-09-04T14:11+02:00"
    assert article["author"][0] == {"@type": "Person", "name": "Ada Byrne"}
    assert article["keywords"] == ["Ferries", "Town council"]
    assert article["archivedAt"] == said["url"]


def test_the_head_of_a_page_says_what_it_is(page: str) -> None:
    head = parse(page).xpath("//head")[0]
    metas = {
        meta.get("name") or meta.get("property"): meta.get("content")
        for meta in head.xpath("meta[@name or @property]")
    }
    assert head.xpath("string(title)") == "The last ferry – A news archive"
    assert head.xpath("link[@rel='canonical']/@href") == [f"https://x.example/repo/{ADDRESS}"]
    assert metas["description"] == metas["og:description"] == "It carried nobody."
    assert (metas["og:type"], metas["og:site_name"]) == ("article", "A news archive")
    assert metas["article:published_time"] == "2023-09-04T14:11+02:00"
    assert (metas["robots"], metas["referrer"]) == ("noindex", "no-referrer")


def test_a_bare_story_leaves_out_what_it_does_not_know(tmp_path) -> None:
    story = make_story("A notice", None)
    page = read(render([story], tmp_path), story.address)
    assert facts(page).keys() == {"Saved as", "SHA-256 of the saved file", "To cite"}
    assert "first published elsewhere" in page
    assert texts(page, "//p[@class='byline' or @class='kicker' or @class='dek']") == []
    assert text(page, "//article//header/p[@class='meta']") == "Without a date"


def test_other_captures_are_listed_with_what_changed(tmp_path) -> None:
    story = make_story(
        "The last ferry",
        recaptures=(Recapture(seen=when("2023-09-07"), digest="a" * 64),),
        revisions=(
            make_revision("Last ferry leaves empty", "2023-09-04T07:02"),
            make_revision("The last ferry", None),
        ),
    )
    page = read(render([story], tmp_path), story.address)
    assert text(page, "//summary") == "3 other captures of this story"
    assert texts(page, "//details//li") == [
        f"7 September 2023 The same text. {'a' * 64}",
        f"4 September 2023, 07:02 Another text. Last ferry leaves empty {'e' * 64}",
        f"At an unknown time Another text. {'e' * 64}",
    ]


def test_a_story_in_another_language_says_so_and_is_set_in_its_direction(tmp_path) -> None:
    story = make_story("آخر عبّارة", language="ar")
    page = read(render([story], tmp_path), story.address)
    article = parse(page).xpath("//article")[0]
    assert (article.get("lang"), article.get("dir")) == ("ar", "rtl")
    assert parse(page).get("lang") == "en"


def test_a_story_is_on_no_shelf_that_has_no_name(tmp_path) -> None:
    story = make_story("A", section="–", source="..", byline=("..",), topics=("..", "Rail"))
    site = render([story], tmp_path)
    tree = parse(read(site, story.address))
    assert tree.xpath("//article//a/@href") == ["../../../../topics/rail/"]
    assert tree.xpath("//p[@class='kicker'] | //p[@class='byline']") == []
    assert [path.name for path in site.rglob("untitled*")] == []


def test_a_story_leads_to_its_day_and_to_earlier_coverage_like_it(tmp_path) -> None:
    ferry = "The ferry left the quay with nobody aboard but the crew and its harbourmaster."
    stories = [
        make_story("Before", "2023-09-01", text=ferry),
        make_story("Morning", "2023-09-04T07:00", text="Bakers quarrel over sourdough."),
        make_story("Noon", "2023-09-04T12:00", text=ferry),
        make_story("Night", "2023-09-04T22:00", text="Astronomers photograph a comet."),
        make_story("After", "2023-09-05", text=ferry),
    ]
    page = read(render(stories, tmp_path), "2023/09/04/noon/")
    assert texts(page, "//ul[@class='steps']//a") == ["Previous Morning", "Next Night"]
    assert texts(page, "//ul[@class='heads'][1]//a") == ["Night", "Morning", "Before"]
    assert "After" not in page


def test_the_only_story_of_a_day_says_so(tmp_path) -> None:
    page = read(render([make_story("Alone")], tmp_path), "2023/09/04/alone/")
    assert text(page, "//h2[@class='label']/a") == "The only story of 4 September 2023"


def test_a_copy_that_a_person_mended_says_so(tmp_path) -> None:
    page = read(render([make_story("Mended", edited=True)], tmp_path), "2023/09/04/mended/")
    assert "A person has corrected the text of this copy." in page
