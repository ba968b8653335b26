r"""Cite a story's copy in the forms that programs read: BibTeX, RIS, and Wikipedia's template.

Each value stands on one line of its own, and nothing in it can end it, start another or be taken
for a command. Formats: btxdoc and biblatex; the RIS specification of 2011, as Zotero reads it; and
Help:Citation Style 1 of the English Wikipedia.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.model import PartialDate, Precision
from generator.site.citations import Work
from generator.site.person_names import Name
from generator.text import slugify

_TEX = {char: f"\\{char}" for char in "#$%&_"} | {
    "\\": r"\textbackslash{}",
    # Not `\{`: BibTeX counts braces whatever stands before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_WIKI = {ord(char): f"&#{ord(char)};" for char in "<>[]{|}="}
# An ampersand with which an entity would begin; all others stay as they are.
_WIKI_ENTITY = re.compile(r"&(?=#|\w+;)")
_WIKI_RUNS = re.compile(r"'(?=')|(?<=')'|_(?=_)|~(?=~)|:(?=//)")
"""What has a meaning in a run: emphasis, magic words, signatures, addresses."""

_WIKI_IN_URL = re.compile(r"[\[\]{|}<>'~]|(?<=_)_")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def cite_bibtex(work: Work) -> str:
    """Return an entry for BibTeX and biblatex; braces in an address are percent-encoded already."""
    names = [_set_tex_name(name) for name in work.people]
    if not names and work.agency:
        names = [f"{{{_escape_tex(work.agency)}}}"]
    archived = f"Archived {_iso_day(work.archived)} at" if work.archived else "Archived at"
    fields = {
        "author": " and ".join(names),
        # Braces keep the capitals, which many styles make small.
        "title": f"{{{_escape_tex(work.title)}}}",
        "journal": _escape_tex(work.source or ""),
        **_date_tex(work.published),
        "url": work.url or work.archive_url,
        "note": f"{archived} \\url{{{work.archive_url}}}",
    }
    said = "".join(f",\n  {key} = {{{value}}}" for key, value in fields.items() if value)
    return f"@{'article' if work.source else 'misc'}{{{_make_key(work)}{said}\n}}"


def _set_tex_name(name: Name) -> str:
    r"""Return `family, suffix, given`; what BibTeX would take apart otherwise is braced."""
    parts = [_escape_tex(part) for part in (name.family, name.suffix, name.given) if part]
    if not name.given or any(re.search(r",|\band\b", part, re.IGNORECASE) for part in parts):
        return f"{{{_escape_tex(name.natural)}}}"
    return ", ".join(parts)


def _escape_tex(text: str) -> str:
    return re.sub(r"[\\#$%&_{}^~]", lambda found: _TEX[found[0]], text)


def _date_tex(when: PartialDate | None) -> Mapping[str, str]:
    """Return biblatex's date, and the year that BibTeX itself knows."""
    return {"date": _iso_day(when), "year": f"{when.moment.year}"} if when else {}


def _make_key(work: Work) -> str:
    """Return a key as scholars make them: `byrne2023last`."""
    author = work.people[0].family if work.people else work.agency or work.source or "anon"
    year = f"{work.published.moment.year}" if work.published else "nd"
    words = slugify(work.title).split("-")
    word = next((word for word in words if len(word) > 3), words[0])
    return slugify(author, 30).replace("-", "") + year + word


def cite_ris(work: Work) -> str:
    """Return a record of the type NEWS."""
    archived = f"Archived {_iso_day(work.archived)} at" if work.archived else "Archived at"
    when = _iso_day(work.published)
    names = [_set_ris_name(name) for name in work.people] or [work.agency or ""]
    fields = [
        *(("AU", name) for name in names),
        ("TI", work.title),
        ("T2", work.source),
        ("PY", when[:4]),
        ("DA", when.replace("-", "/")),
        ("LA", work.language),
        ("UR", work.url or work.archive_url),
        ("N1", f"{archived} {work.archive_url}"),
        ("DP", work.archive),
    ]
    said = "".join(f"{tag}  - {value}\n" for tag, value in fields if value)
    # Every tag, that of the end too, is followed by two spaces, a hyphen and a space.
    return f"TY  - NEWS\n{said}ER  - "


def _set_ris_name(name: Name) -> str:
    return ", ".join(part for part in name[:3] if part)


def cite_wikipedia(work: Work) -> str:
    """Return the template {{cite news}}; whether the original is still there isn't known."""
    saved = _say_wiki_date(work.archived)
    fields = [
        *_name_authors(work.people),
        ("date", _say_wiki_date(work.published)),
        ("title", _escape_wiki(work.title)),
        ("work", _escape_wiki(work.source or "")),
        ("agency", _escape_wiki(work.agency or "")),
        ("language", _name_language(work.language)),
        ("url", _escape_wiki_url(work.url or work.archive_url)),
    ]
    fields += (
        [("archive-url", _escape_wiki_url(work.archive_url)), ("archive-date", saved)]
        if work.url
        else [("via", _escape_wiki(work.archive)), ("access-date", saved)]
    )
    said = " ".join(f"|{key}={value}" for key, value in fields if value)
    return f"{{{{cite news {said}}}}}"


def _name_authors(names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    for at, name in enumerate(names, start=1):
        given = ", ".join(part for part in (name.given, name.suffix) if part)
        yield f"last{at}", _escape_wiki(name.family)
        yield f"first{at}", _escape_wiki(given)


def _name_language(language: str | None) -> str:
    """Return the language to name, which in the English Wikipedia is any but English."""
    code = (language or "").lower().partition("-")[0]
    return code if code != "en" else ""


def _escape_wiki(text: str) -> str:
    text = _WIKI_ENTITY.sub("&amp;", text).translate(_WIKI)
    return _WIKI_RUNS.sub(lambda found: f"&#{ord(found[0])};", text)


def _escape_wiki_url(url: str) -> str:
    return _WIKI_IN_URL.sub(lambda found: f"%{ord(found[0]):02X}", url)


def _say_wiki_date(when: PartialDate | None) -> str:
    """Return a date that the template takes, which knows no month by its number."""
    if when and when.precision is Precision.MONTH:
        return f"{_MONTHS[when.moment.month - 1].title()} {when.moment.year}"
    return _iso_day(when)


def _iso_day(when: PartialDate | None) -> str:
    return when.isoformat()[:10] if when else ""


RECORDS = (("BibTeX", cite_bibtex), ("RIS", cite_ris), ("Wikipedia", cite_wikipedia))
