"""Write what is known of each story as tables, a year at a time: CSV for people, JSON for programs.

A year's files hold that year's stories alone, so they stay as they are when other stories arrive.
The text of a story is in none of them. `datapackage.json` describes the tables (Frictionless Data
Package 1.0), and its columns are in `schema.json`.
"""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.config import Settings
from generator.model import Story
from generator.records import describe_header
from generator.site.pages import Edition, PageJob
from generator.site.reading import measure
from generator.text import slugify, squeeze
from generator.urls import ascii_url, find_http_url

FOLDER = "data/"
"""Where the tables stand in the site."""

UNDATED = "undated"
"""The name of the table of stories without a date."""

TYPES: Mapping[str, str] = {
    **dict.fromkeys("headline dek kicker byline credits agency dateline section".split(), "string"),
    **dict.fromkeys("topics published published_precision modified captured".split(), "string"),
    **dict.fromkeys("language source url page digest kind".split(), "string"),
    "words": "integer",
}
"""The columns in their order, and what a spreadsheet is to take them for."""

_BOM = "\ufeff"  # without it, Excel takes a file for the code page of its own country
# With one of these a formula begins, in full width too (OWASP, CSV injection).
_MARKS = "=+\\-@＝＋－＠"
_FORMULA = re.compile(rf'^(?=\s*[{_MARKS}])|(?<=;)(?=[\s"]*[{_MARKS}])')
# JSON lets them stand in a text, but many programs take them for the end of a line.
_BREAKS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def group_by_year(stories: Iterable[Story]) -> dict[str, list[Story]]:
    """Return the stories of each year, and last those without a date, in the archive's order."""
    found: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        published = story.header.published
        found[published.isoformat()[:4] if published else UNDATED].append(story)
    # By its letters "undated" comes after all years.
    return {year: found[year] for year in sorted(found)}


def render_data(stories: Sequence[Story], settings: Settings) -> dict[str, str]:
    """Return the tables of the archive and what describes them, by file."""
    files, years = {}, group_by_year(stories)
    for year, group in years.items():
        records = [describe(story, settings.site_url) for story in group]
        files[f"{FOLDER}{year}.csv"] = render_csv(records)
        files[f"{FOLDER}{year}.jsonl"] = render_lines(records)
    fields = [{"name": name, "type": kind} for name, kind in TYPES.items()]
    files[f"{FOLDER}schema.json"] = _render_json({"fields": fields})
    files[f"{FOLDER}datapackage.json"] = _render_json(_describe_package(years, settings))
    return files


def describe(story: Story, site_url: str) -> dict[str, object]:
    """Return what is known of a story, by the names that `backfile parse --json` has for it.

    What isn't known is None, lists are lists, and times are as precise as known. `page` is the
    address of our copy; `words` are those of its text.
    """
    snapshot = story.snapshot
    known = {
        **describe_header(story.header),
        "url": find_http_url(story.header.url),
        "page": ascii_url(site_url + story.address),
        "digest": snapshot.digest if snapshot else None,
        "kind": snapshot.kind if snapshot else None,
        "words": measure(story.text).total,
    }
    return {name: known[name] for name in TYPES}


def render_csv(records: Iterable[Mapping[str, object]]) -> str:
    """Return a table by RFC 4180, in which no cell is a formula."""
    table = io.StringIO(newline="")
    table.write(_BOM)
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(TYPES)
    writer.writerows([_render_cell(record[name]) for name in TYPES] for record in records)
    return table.getvalue()


def _render_cell(value: object) -> str:
    """Return a value on one line, with an apostrophe before what a spreadsheet would work out.

    Where lists are written with semicolons, some spreadsheets part cells at these, too.
    """
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return _FORMULA.sub("'", squeeze(text))


def render_lines(records: Iterable[Mapping[str, object]]) -> str:
    """Return JSON Lines: an object a line, exactly as it is known."""
    lines = (json.dumps(record, ensure_ascii=False).translate(_BREAKS) for record in records)
    return "".join(f"{line}\n" for line in lines)


def _describe_package(years: Iterable[str], settings: Settings) -> dict[str, object]:
    return {
        "profile": "tabular-data-package",
        "name": slugify(settings.title),
        "title": settings.title,
        "homepage": ascii_url(settings.site_url),
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": year,
                "path": f"{year}.csv",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": "schema.json",
            }
            for year in years
        ],
    }


def _render_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def make_data_page(edition: Edition) -> PageJob:
    """Return the page that lists the tables, and says what is in them and how to open them."""
    text = edition.words.text
    years = group_by_year(edition.stories)
    return PageJob(
        address=FOLDER,
        template="data",
        title=text.data,
        description=text.data_what,
        values={
            "tables": [
                {
                    "name": year,
                    "title": text.undated if year == UNDATED else year,
                    "count": edition.words.number(len(years[year])),
                }
                for year in years
            ],
            "columns": [(name, getattr(text, f"column_{name}")) for name in TYPES],
        },
    )
