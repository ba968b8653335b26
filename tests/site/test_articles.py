import json

import pytest

from generator.model import Evidence, Recapture
from tests.site.markup import find_faults, parse, text, texts
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
    labels, values = texts(page, "//aside/dl/dt"), texts(page, "//aside/dl/dd")
    return dict(zip(labels, values, strict=True))


def read_metas(page: str) -> dict[str, str]:
    """Return what the head says under each name and each property; of many, the last."""
    metas = parse(page).xpath("//head/meta[@name or @property]")
    keys = ("name", "property")
    return {meta.get(key): meta.get("content") for key in keys for meta in metas if meta.get(key)}


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
        "Updated 5 September 2023",
    ]
    assert texts(page, "//div[@class='body']/p") == [STORY.text]
    assert texts(page, "//ul[@class='topics']/li") == ["Ferries", "Town council"]


def test_names_lead_to_their_listings(page: str) -> None:
    links = parse(page).xpath("//article//a/@href")
    assert [link.removeprefix("../../../../") for link in links] == [
        "sections/local/",
        "bylines/#ada-byrne",
        "bylines/#ben-castle",
        "bylines/#mei-lindqvist",
        "sources/the-coast-herald/",
        "topics/#ferries",
        "topics/#town-council",
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
    assert found["Saved as"] == f"Web page, SHA-256 {DIGEST}"
    assert found["Original page"] == f"{STORY.header.url} At the Wayback Machine"


def test_a_citation_in_each_form_waits_to_be_taken_along(page: str) -> None:
    forms, said = texts(page, "//dl[@class='cite']/dt"), texts(page, "//dl[@class='cite']/dd")
    assert forms == ["APA 7", "MLA 9", "Chicago 17", "BibTeX", "RIS", "Wikipedia"]
    assert said[0] == (
        "Byrne, A., Castle, B., & Lindqvist, M. (2023, September 4). The last ferry. The Coast"
        " Herald. https://coastherald.example/the-last-ferry?page=all&x=1 (archived September 6,"
        f" 2023, at https://x.example/repo/{ADDRESS})"
    )
    assert texts(page, "//dl[@class='cite']//i") == [
        *("The Coast Herald", "The Coast Herald", "A news archive", "The Coast Herald")
    ]


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
    assert said["@type"] == "WebPage"
    article = said["mainEntity"]
    assert article["@type"] == "NewsArticle"
    assert article["url"] == STORY.header.url
    assert article["publisher"] == {"@type": "Organization", "name": "The Coast Herald"}
    assert article["datePublished"] == "2023-09-04T14:11+02:00"
    assert article["author"][0] == {"@type": "Person", "name": "Ada Byrne"}
    assert article["archivedAt"] == f"https://x.example/repo/{ADDRESS}"


def test_the_head_of_a_page_says_what_it_is(page: str) -> None:
    head = parse(page).xpath("//head")[0]
    metas = read_metas(page)
    assert head.xpath("string(title)") == "The last ferry – A news archive"
    assert metas["description"] == metas["og:description"] == "It carried nobody."
    assert (metas["og:type"], metas["og:site_name"]) == ("article", "A news archive")
    assert metas["og:title"] == "The last ferry"
    assert metas["og:url"] == f"https://x.example/repo/{ADDRESS}"
    assert metas["article:published_time"] == "2023-09-04T14:11+02:00"
    assert metas["article:modified_time"] == "2023-09-05"
    assert metas["article:section"] == "Local"
    assert head.xpath("link[@rel='original']/@href") == [STORY.header.url]
    assert (metas["robots"], metas["referrer"]) == ("noindex", "no-referrer")


def test_a_page_that_search_engines_may_show_tells_them_its_address(tmp_path) -> None:
    canonical = "//link[@rel='canonical']/@href"
    for robots, said in (("index", ["https://x.example/a/"]), ("noindex", [])):
        site = render(
            [make_story("A")], tmp_path / robots, url="https://x.example/a/", robots=robots
        )
        assert parse(read(site, "")).xpath(canonical) == said


def read_with_zotero(page: str) -> dict[str, object]:
    """Return what Zotero's translator "Embedded Metadata" takes from a page, by its own rules.

    A journal's title would make it a journal article; else `z:itemType` is the first to decide.
    The title of the publication is PRISM's, and only without it the site's name.
    """
    names: dict[str, list[str]] = {}
    for meta in parse(page).xpath("//meta[@name or @property]"):
        names.setdefault(meta.get("name") or meta.get("property"), []).append(meta.get("content"))
    first = {name: values[0] for name, values in names.items()}
    journal = "journalArticle" if "citation_journal_title" in first else None
    return {
        "itemType": journal or first.get("z:itemType"),
        "title": first.get("citation_title") or first.get("og:title"),
        "creators": names.get("citation_author", []),
        "date": first.get("citation_publication_date"),
        "publicationTitle": first.get("prism.publicationName") or first.get("og:site_name"),
        "section": first.get("article:section"),
        "url": first.get("citation_public_url") or first.get("og:url"),
        "abstractNote": first.get("og:description") or first.get("description"),
    }


def test_zotero_reads_a_newspaper_article(page: str) -> None:
    assert read_with_zotero(page) == {
        "itemType": "newspaperArticle",
        "title": "The last ferry",
        "creators": ["Ada Byrne", "Ben Castle", "Mei Lindqvist"],
        "date": "2023-09-04T14:11+02:00",
        "publicationTitle": "The Coast Herald",
        "section": "Local",
        "url": f"https://x.example/repo/{ADDRESS}",
        "abstractNote": "It carried nobody.",
    }


def test_zotero_takes_no_agency_for_a_person_and_the_archive_for_no_newspaper(tmp_path) -> None:
    story = make_story("Harbour shut", agency="Associated Press")
    page = read(render([story], tmp_path), story.address)
    read_out = read_with_zotero(page)
    assert (read_out["itemType"], read_out["creators"]) == ("webpage", [])
    # Without an author, it would look for one in an element of this class.
    assert parse(page).xpath("//*[contains(@class, 'byline')]") == []
    assert text(page, "//article//span[@class='credit']") == "Associated Press"


def test_a_bare_story_leaves_out_what_it_does_not_know(tmp_path) -> None:
    story = make_story("A notice", None)
    page = read(render([story], tmp_path), story.address)
    assert facts(page).keys() == {"Saved as"}
    assert "first published elsewhere" in page
    assert texts(page, "//p[@class='byline' or @class='kicker' or @class='dek']") == []
    assert text(page, "//article//header/p[@class='meta']") == "Without a date"


def test_other_captures_are_listed_with_what_changed(tmp_path) -> None:
    story = make_story(
        "The last ferry",
        recaptures=(Recapture(seen=when("2023-09-07"), digest="a" * 64),),
        revisions=(
            make_revision("Last ferry leaves empty", "2023-09-04T07:02"),
            make_revision("The last ferry", None, digest="f" * 64),
            make_revision("The last ferry", "2023-09-05", digest="f" * 64),
        ),
    )
    page = read(render([story], tmp_path), story.address)
    assert texts(page, "//summary") == ["To cite", "3 other captures of this story"]
    assert texts(page, "//details//li") == [
        f"7 September 2023 The same text. {'a' * 64}",
        f"4 September 2023, 07:02 Another text. Last ferry leaves empty {'e' * 64}",
        f"At an unknown time Another text. {'f' * 64}",
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
    assert tree.xpath("//article//a/@href") == ["../../../../topics/#rail"]
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
    assert texts(page, "//ul[@class='steps']//a") == [
        *("Previous Morning", "More from 4 September 2023", "Next Night")
    ]
    assert texts(page, "//ul[@class='heads']//a") == ["Before"]
    assert "After" not in page


def test_the_only_story_of_a_day_says_so(tmp_path) -> None:
    page = read(render([make_story("Alone")], tmp_path), "2023/09/04/alone/")
    assert text(page, "//ul[@class='steps']//a") == "The only story from 4 September 2023"


def test_a_copy_that_a_person_mended_says_so(tmp_path) -> None:
    page = read(render([make_story("Mended", edited=True)], tmp_path), "2023/09/04/mended/")
    assert "A person has corrected the text of this copy." in page


def test_a_change_on_the_day_of_publication_is_no_update(tmp_path) -> None:
    story = make_story("A", "2023-09-04T07:00", modified="2023-09-04T19:00")
    page = read(render([story], tmp_path), story.address)
    assert texts(page, "//article//p[@class='meta']/*") == ["4 September 2023, 07:00"]


@pytest.mark.parametrize("modified", ["2023-09-04T07:00+02:00", "2023-09-04T05:00:20+00:00"])
def test_a_change_in_the_minute_of_publication_is_told_nowhere(tmp_path, modified) -> None:
    story = make_story("A", "2023-09-04T07:00+02:00", modified=modified)
    page = read(render([story], tmp_path), story.address)
    assert list(facts(page)) == ["Published", "Saved as"]
    assert "article:modified_time" not in page
    assert "dateModified" not in page


def test_a_long_read_says_how_long(tmp_path) -> None:
    stories = [
        make_story("Long", text="word " * 1000),
        make_story("Short", text="word " * 700),
        make_story("長い", slug="cjk", language="ja", text="港" * 2500),
    ]
    site = render(stories, tmp_path)
    said = {
        story.slug: texts(read(site, story.address), "//article//p[@class='meta']/span")
        for story in stories
    }
    assert said == {"long": ["4 minutes’ read"], "short": [], "cjk": ["5 minutes’ read"]}


def test_a_correction_stands_out_from_the_body(tmp_path) -> None:
    body = "<p>The quay is shut.</p>\n<p><em>Correction: it is open.</em></p>\n"
    story = make_story("A", body=body)
    page = read(render([story], tmp_path), story.address)
    assert texts(page, "//div[@class='body']/p[@role='note']") == ["Correction: it is open."]


def test_the_first_picture_is_the_one_that_others_show(tmp_path) -> None:
    digest = "a" * 64
    (tmp_path / "archive/content/media").mkdir(parents=True)
    (tmp_path / f"archive/content/media/{digest}.png").write_bytes(b"")
    image = f'<img src="../../../../media/{digest}.png" alt="" width="9" height="9">'
    story = make_story("A", body=f"<figure>{image}</figure><p>B</p>")
    page = read(render([story], tmp_path, url="https://x.example/repo"), story.address)
    whole = f"https://x.example/repo/media/{digest}.png"
    assert read_metas(page)["og:image"] == whole
    assert json.loads(parse(page).xpath("//script/text()")[0])["mainEntity"]["image"] == whole


HARD_HEADLINES = {
    "a thousand letters": "Harbour board " * 72,
    "one long word": "A" * 1000,
    "from right to left": "آخر عبّارة تغادر الرصيف الشرقي",
    "emoji": "🚢🌊⚓️",
    "punctuation": "?!… — “”",
    "markup": "}}]]--><b>|title= \\end{a} %&$#_^~ \\",
}


@pytest.mark.parametrize("headline", HARD_HEADLINES.values(), ids=HARD_HEADLINES)
def test_a_page_holds_for_a_hard_headline(tmp_path, headline: str) -> None:
    headline = headline.strip()
    story = make_story(headline, slug="hard", source="The Coast Herald")
    page = read(render([story], tmp_path), story.address)
    assert find_faults(page) == []
    assert parse(page).xpath("string(//h1)") == headline
    assert parse(page).xpath("string(//title)") == f"{headline} – A news archive"
    assert read_metas(page)["citation_title"] == read_metas(page)["og:title"] == headline
    said = json.loads(parse(page).xpath("//script/text()")[0])
    assert said["mainEntity"]["headline"] == headline
    apa, _, _, _, ris, _ = parse(page).xpath("//dl[@class='cite']/dd")
    assert headline in apa.text_content()
    assert f"TI  - {headline}\n" in ris.text_content()
