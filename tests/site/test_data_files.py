import csv
import io
import json
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.site.data_files import TYPES, describe, render_csv, render_data, render_lines
from tests.site.markup import parse, texts
from tests.site.samples import SAMPLE
from tests.site.stories import DIGEST, in_order, make_story, read, render

SETTINGS = Settings(url="https://x.example/repo/", title="The Clippings")
FULL = make_story(
    "The last, “ferry”",
    "2023-12-05T06:45+01:00",
    slug="ferry",
    dek='It "sank".',
    byline=("Ada Byrne", "Tomás Ó Briain"),
    topics=("Ferries",),
    section="Local",
    source="Coast Herald",
    language="en-GB",
    captured="2023-12-06",
    url="https://coastherald.example/ferry",
    text="Nobody came.\n\n港の船",
)


def read_csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)]


def test_a_story_is_described_as_the_command_line_does() -> None:
    said = describe(FULL, "https://x.example/repo/")
    assert [*said] == [*TYPES]
    assert said == {
        **dict.fromkeys(TYPES, None),
        "headline": "The last, “ferry”",
        "dek": 'It "sank".',
        "byline": ["Ada Byrne", "Tomás Ó Briain"],
        "credits": [],
        "topics": ["Ferries"],
        "section": "Local",
        "published": "2023-12-05T06:45+01:00",
        "published_precision": "minute",
        "captured": "2023-12-06",
        "language": "en-GB",
        "source": "Coast Herald",
        "url": "https://coastherald.example/ferry",
        "page": "https://x.example/repo/2023/12/05/ferry/",
        "digest": DIGEST,
        "kind": "html",
        "words": 5,
    }


def test_a_table_is_read_back_as_it_was() -> None:
    text = render_csv([describe(FULL, "https://x.example/")])
    (row,) = read_csv(text)
    assert (row["headline"], row["dek"]) == ("The last, “ferry”", 'It "sank".')
    assert (row["byline"], row["topics"]) == ("Ada Byrne; Tomás Ó Briain", "Ferries")
    assert (row["agency"], row["words"]) == ("", "5")
    assert text.count("\r\n") == text.count("\n") == 2


@pytest.mark.parametrize(
    ("headline", "cell"),
    [
        ("=1+1", "'=1+1"),
        ('=HYPERLINK("https://evil.example","x")', '\'=HYPERLINK("https://evil.example","x")'),
        ("+49 30", "'+49 30"),
        ("-5 degrees", "'-5 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("\t=1+1", "'=1+1"),
        ("\r\n=1+1", "'=1+1"),
        ('a;=1+1;"=2"', "a;'=1+1;'\"=2\""),
        ("1-0 = a win", "1-0 = a win"),
        ("Two; three - four", "Two; three - four"),
    ],
)
def test_no_cell_is_a_formula_and_the_lines_say_what_was_said(headline: str, cell: str) -> None:
    record = describe(make_story(headline, slug="x"), "https://x.example/")
    (row,) = read_csv(render_csv([record]))
    assert row["headline"] == cell
    assert json.loads(render_lines([record]))["headline"] == headline


@given(st.text(st.characters(exclude_categories=["Cs"])), st.lists(st.text(max_size=5), max_size=3))
def test_whatever_is_said_a_table_has_its_columns_and_a_line_its_object(headline, names) -> None:
    record = {**describe(FULL, "https://x.example/"), "headline": headline, "byline": names}
    record["byline"] = [name.encode("utf-8", "replace").decode() for name in names]
    rows = [*csv.reader(io.StringIO(render_csv([record] * 2), newline=""), strict=True)]
    assert [len(row) for row in rows] == [len(TYPES)] * 3
    assert not {cell[0] for row in rows[1:] for cell in row if cell} & {*"=+-@\t\r"}
    lines = render_lines([record] * 2).splitlines()
    assert [json.loads(line) for line in lines] == [record] * 2


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    assert describe(make_story("A", url="javascript:alert(1)"), "https://x.example/")["url"] is None


def test_each_year_has_its_own_files_and_the_undated_theirs() -> None:
    files = render_data(in_order(SAMPLE), SETTINGS)
    assert {*files} == {
        *(f"data/{y}.{kind}" for y in ("2022", "2023", "undated") for kind in ("csv", "jsonl")),
        "data/datapackage.json",
        "data/schema.json",
    }
    pages = [
        json.loads(line)["page"]
        for name in files
        if name.endswith("jsonl")
        for line in files[name].splitlines()
    ]
    assert sorted(pages) == sorted(f"https://x.example/repo/{s.address}" for s in SAMPLE)
    for name in ("2022", "2023", "undated"):
        rows = read_csv(files[f"data/{name}.csv"])
        assert len(rows) == files[f"data/{name}.jsonl"].count("\n")


def test_a_years_files_stay_as_they_are_when_another_year_grows() -> None:
    more = in_order([*SAMPLE, make_story("New", "2024-01-01"), make_story("Undated", None)])
    before, after = render_data(in_order(SAMPLE), SETTINGS), render_data(more, SETTINGS)
    for name in ("2022.csv", "2022.jsonl", "2023.csv", "2023.jsonl", "schema.json"):
        assert after[f"data/{name}"] == before[f"data/{name}"]


def test_the_package_describes_its_tables() -> None:
    files = render_data(in_order(SAMPLE), SETTINGS)
    package = json.loads(files["data/datapackage.json"])
    fields = json.loads(files["data/schema.json"])["fields"]
    assert package["name"] == "the-clippings"
    assert [resource["path"] for resource in package["resources"]] == [
        "2022.csv",
        "2023.csv",
        "undated.csv",
    ]
    for resource in package["resources"]:
        assert f"data/{resource['schema']}" in files
        head = files[f"data/{resource['path']}"].removeprefix("\ufeff").partition("\r\n")[0]
        assert head.split(",") == [field["name"] for field in fields]


def test_the_page_of_the_data_lists_the_tables_and_their_columns(tmp_path) -> None:
    site = render(SAMPLE, tmp_path, url="https://x.example/repo/")
    page = read(site, "data/")
    rows = [texts(page, f"//table[1]/tbody/tr[{n}]/*") for n in (1, 2, 3)]
    assert parse(page).xpath("//table[1]//tr[2]//a/@aria-label") == ["2023.csv", "2023.jsonl"]
    assert rows == [
        ["2022", "3", ".csv", ".jsonl"],
        ["2023", "7", ".csv", ".jsonl"],
        ["Undated", "2", ".csv", ".jsonl"],
    ]
    assert texts(page, "//table[2]//code") == [*TYPES]
    for link in parse(page).xpath("//main//a/@href"):
        assert not urlsplit(link).netloc
        assert (site / "data" / link).resolve().is_file()
    assert "../data/" in parse(read(site, "about/")).xpath("//main//a/@href")


def test_the_page_of_the_data_of_an_empty_archive_says_so(tmp_path) -> None:
    page = read(render([], tmp_path), "data/")
    assert "Nothing is filed here yet" in page
    assert len(parse(page).xpath("//table")) == 1
