import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pelican.contents import Article as PelicanArticle
from pelican.contents import Category, Tag
from pelican.readers import METADATA_PROCESSORS
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import get_date

from generator.content.header import KEYS, Label, parse_label, render_label, settle_label
from generator.model import Evidence, Header, PartialDate, Recapture, SnapshotRef
from generator.text import squeeze
from tests.content.labels import LABELS, read_naughty_strings

DIGEST = "0123456789abcdef" * 4


def date(text: str) -> PartialDate:
    return PartialDate.fromisoformat(text)


FULL = Label(
    header=Header(
        headline="Trains stop",
        dek="Drivers walk out *again*",
        kicker="Rail",
        byline=("Roe, Jane", "John Doe"),
        credits=("Business desk",),
        agency="Associated Press",
        dateline="WASHINGTON (AP)",
        section="Business",
        topics=("Rail", "Strikes"),
        published=date("2023-09-04T14:11+02:00"),
        modified=date("2023-09"),
        captured=date("2023-09-05"),
        language="en-GB",
        source="The Daily Example",
        url="https://example.org/trains?id=1",
    ),
    name="2023-09-04-trains-stop",
    aliases=("2023/09/trains-stop/", "undated/trains-stop/"),
    snapshot=SnapshotRef(
        path="web/trains.zip", digest=DIGEST, kind="singlefile", member="june/trains.html"
    ),
    recaptures=(Recapture(seen=date("2023-09-04T15:00"), digest=DIGEST[::-1]),),
    evidence=(Evidence(field="published", witness="JSON-LD datePublished"),),
    parser="1",
)


def test_it_reads_well() -> None:
    assert render_label(FULL) == (
        "Title: Trains stop",
        "Date: 2023-09-04 14:11+02:00",
        "Modified: 2023-09-01",
        "Modified_precision: month",
        "Slug: 2023-09-04-trains-stop",
        "Aliases: 2023/09/trains-stop; undated/trains-stop;",
        "Authors: Roe, Jane; John Doe;",
        "Category: § Business",
        "Tags: Rail; Strikes;",
        "Summary: Drivers walk out \\*again\\*",
        "Kicker: Rail",
        "Credits: Business desk;",
        "Agency: Associated Press",
        "Dateline: WASHINGTON (AP)",
        "Language: en-GB",
        "Source: The Daily Example",
        "Original: https://example.org/trains?id=1",
        "Captured: 2023-09-05",
        "Date_evidence: JSON-LD datePublished",
        f"Snapshot: {DIGEST}",
        "Snapshot_path: web/trains.zip",
        "Snapshot_member: june/trains.html",
        "Snapshot_kind: singlefile",
        f"Recaptured: 2023-09-04T15:00 {DIGEST[::-1]};",
        "Parser: 1",
    )
    assert parse_label(render_label(FULL)) == (FULL, ())


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(label=LABELS)
def test_what_is_written_is_read_back_squeezed(label: Label) -> None:
    lines = render_label(label)
    assert all(len(line.splitlines()) == 1 for line in lines)
    assert parse_label(lines) == (settle_label(label), ())
    assert settle_label(settle_label(label)) == settle_label(label)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(label=LABELS)
def test_lines_and_lists_are_kept_as_they_are_but_for_space(label: Label) -> None:
    before, after = label.header, settle_label(label).header
    assert after.headline == (squeeze(before.headline) or "Untitled")
    for name in ("dek", "kicker", "agency", "dateline", "source"):
        assert getattr(after, name) == (squeeze(getattr(before, name) or "") or None)
    for name in ("credits", "topics"):
        kept = {squeeze(each) for each in getattr(before, name)}
        plain = {each for each in kept if re.fullmatch("[a-z0-9]{1,200}", each)}
        assert plain <= set(getattr(after, name))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(label=LABELS)
def test_a_stock_pelican_can_take_every_value(label: Label) -> None:
    said = dict(line.split(": ", 1) for line in render_label(label))
    get_date(said["Date"].replace("_", " "))
    get_date(said.get("Modified", said["Date"]))
    config = dict(DEFAULT_CONFIG)
    sections = [Category(said["Category"], config)] if "Category" in said else []
    people = METADATA_PROCESSORS["authors"](said.get("Authors", ""), config)
    people = people if isinstance(people, list) else []
    assert tuple(map(str, people)) == settle_label(label).header.byline
    for named in (*sections, *people, Tag(said.get("Tags", "x").split(";")[0], config)):
        assert len(named.slug.encode()) < 240
    feeds = {"all", "all-en", "misc"} | {section.slug for section in sections}
    assert not feeds & {author.slug for author in people}


@pytest.mark.shared
def test_naughty_strings_are_only_values(shared: Path) -> None:
    for text in read_naughty_strings(shared):
        label = replace(FULL, header=replace(FULL.header, headline=text, dek=text, source=text))
        after, problems = parse_label(render_label(label))
        assert after.header.headline == (squeeze(text) or "Untitled")
        assert after.header.dek == after.header.source == (squeeze(text) or None)
        assert problems == ()


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(label=LABELS)
def test_an_alias_is_where_a_story_can_stand(label: Label) -> None:
    for alias in settle_label(label).aliases:
        folder, _, slug = alias.rstrip("/").rpartition("/")
        assert re.fullmatch(r"undated|\d{4}(/\d\d){0,2}", folder)
        assert re.fullmatch("[a-z0-9-]+", slug)
        assert not re.fullmatch(r"\d\d", slug)


@pytest.mark.parametrize(
    "written",
    ["undated/x; 2023/09/04/x;", "/2023/09/04/x/, /undated/x/", "2023/09/04/x undated/x undated/x"],
)
def test_aliases_that_a_person_wrote_are_read_kindly(written: str) -> None:
    label, problems = parse_label(["Title: x", "Date: 2023-09-05", f"Aliases: {written}"])
    assert (label.aliases, problems) == (("2023/09/04/x/", "undated/x/"), ())


def test_no_key_steers_a_stock_pelican() -> None:
    ours = {"title", "date", "modified", "slug", "authors", "category", "tags", "summary"}
    built_in = set(dir(PelicanArticle)) | {"lang", "timezone", "date_format", "translations"}
    assert {key.lower() for key in KEYS} & (built_in | set(METADATA_PROCESSORS)) <= ours


def test_every_field_of_a_header_has_a_key() -> None:
    empty = replace(FULL, header=Header(headline="Trains stop"), evidence=())
    for field in fields(Header):
        alone = replace(empty.header, **{field.name: getattr(FULL.header, field.name)})
        read = parse_label(render_label(replace(empty, header=alone)))[0].header
        assert getattr(read, field.name) == getattr(FULL.header, field.name)


@pytest.mark.parametrize(
    ("published", "lines"),
    [
        ("2023", ["Date: 2023-01-01", "Date_precision: year"]),
        ("2023-09", ["Date: 2023-09-01", "Date_precision: month"]),
        ("2023-09-04", ["Date: 2023-09-04"]),
        ("2023-09-04T00:00", ["Date: 2023-09-04 00:00"]),
        ("2023-09-04T14:11:30-05:00", ["Date: 2023-09-04 14:11:30-05:00"]),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(published: str, lines: list[str]) -> None:
    header = replace(FULL.header, published=date(published))
    written = render_label(replace(FULL, header=header))
    assert [line for line in written if line.startswith(("Date:", "Date_p"))] == lines
    assert parse_label(written)[0].header.published == date(published)


@pytest.mark.parametrize(
    ("captured", "day"), [("2023-09-05T10:00", "2023-09-05 10:00"), (None, "1970-01-01")]
)
def test_an_undated_article_has_the_day_of_its_capture(captured: str | None, day: str) -> None:
    header = replace(FULL.header, published=None, captured=captured and date(captured))
    written = render_label(replace(FULL, header=header))
    assert written[1:3] == (f"Date: {day}", "Date_precision: none")
    assert parse_label(written)[0].header.published is None


def test_what_a_person_wrote_is_read_kindly() -> None:
    label, problems = parse_label(
        [
            "title: By hand",
            "DATE:2023-9-4",
            "Authors: Jane Roe, John Doe",
            "Category: Business",
            "Summary: One line",
            "    and another",
            "Mood: calm",
            "Title: not this one",
            "Original: javascript:alert(1)",
            "Snapshot: unknown",
        ]
    )
    assert label.header == Header(
        headline="By hand",
        published=date("2023-09-04"),
        byline=("Jane Roe", "John Doe"),
        section="Business",
        dek="One line and another",
    )
    assert label.snapshot is None
    assert problems == ()


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["Date: 2023-09-04"], 'no headline: add a line "Title: …" at the top'),
        (
            ["Title: x"],
            'undated: add a line "Date: 2023-09-04", or "Date_precision: none" with any date',
        ),
        (
            ["Title: x", "Date: soon"],
            'Date "soon" is no date: write it as 2023-09-04, 2023-09-04 14:11, 2023-09 or 2023'
            " (undated until then)",
        ),
        (
            ["Title: x", "Date: 2023-13-45"],
            'Date "2023-13-45" is no date: write it as 2023-09-04, 2023-09-04 14:11, 2023-09 or'
            " 2023 (undated until then)",
        ),
        (
            ["Title: x", "Date: 2019-05-04", "Date_precision: none", "Captured: 2023-09-05"],
            'undated, though it has a date: take out the line "Date_precision: none"',
        ),
        (
            ["Title: x", "Date: 2023", "Autors: y"],
            'unknown key "autors" (did you mean "Authors"?)',
        ),
        (
            ["Title: x", "Date: 2023", "Aliases: ../../etc; 2023/09/04/x;"],
            'Aliases "../../etc" is no address: write it as 2023/09/04/rail-strike',
        ),
    ],
)
def test_what_should_be_mended_is_told_with_how(lines: list[str], problem: str) -> None:
    assert parse_label(lines)[1] == (problem,)
