"""Cite a story's copy, ready to be taken along, as styles of English scholarship want it.

APA Style, 7th edition; MLA Handbook, 9th; The Chicago Manual of Style, 17th, bibliography. All
three know newspaper articles, and none has a form for a copy in an archive beside the original:
so each citation is that of the original, and goes on to say where the copy is and since when.
Their words are those of the styles, which are English whatever the language of the archive is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.model import Header, PartialDate, Precision
from generator.site.person_names import Name, split_name
from generator.text import squeeze
from generator.urls import find_http_url

APA_LIMIT, CHICAGO_LIMIT = 20, 10
"""The most authors that a style names."""

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_ENDED = re.compile(r"[.!?…。！？]['’”»\")\]]*$")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")


class Citation(NamedTuple):
    """A citation in one form; `text` may have italics."""

    form: str
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a catalogue says of a story and of its copy, each value on one line.

    `url` and `published` are the original's; `archive_url` is the address of the copy in
    `archive`, saved at `archived`.
    """

    title: str
    people: tuple[Name, ...]
    agency: str | None
    source: str | None
    published: PartialDate | None
    language: str | None
    url: str | None
    archive: str
    archive_url: str
    archived: PartialDate | None


def describe_work(header: Header, *, archive: str, archive_url: str) -> Work:
    """Return what is to be cited of a story with this header, kept at `archive_url`."""
    language = header.language if _LANGUAGE.fullmatch(header.language or "") else None
    return Work(
        title=squeeze(header.headline),
        people=tuple(split_name(name, language) for name in header.byline if squeeze(name)),
        agency=squeeze(header.agency or "") or None,
        source=squeeze(header.source or "") or None,
        published=header.published,
        language=language,
        url=find_http_url(header.url),
        archive=squeeze(archive),
        archive_url=archive_url,
        archived=header.captured,
    )


def cite_apa(work: Work) -> Markup:
    """Return the citation in APA style; a wire story without a byline is the agency's."""
    author = _list_apa([name.short for name in work.people]) or work.agency
    date = f"({_say_apa_date(work.published) if work.published else 'n.d.'})."
    title = _stop(work.title)
    said = [_stop(author), date, title] if author else [title, date]
    saved = f"archived {_say_date(work.archived)}" if work.archived else "archived"
    end = [work.url, f"({saved}{',' * bool(work.archived)} at {work.archive_url})"]
    if not work.url:
        end = [work.archive_url, f"({saved})"]
    return _join([*said, _set_source(work, "."), *end])


def cite_mla(work: Work) -> Markup:
    """Return the citation in MLA style, with the archive as its second container."""
    author = _list_mla(work.people) or work.agency
    date = _say_date(work.published, _SHORT_MONTHS, day_first=True)
    first = Markup(", ").join(
        part for part in (_set_source(work), date, work.url and f"{work.url}") if part
    )
    saved = _say_date(work.archived, _SHORT_MONTHS, day_first=True)
    return _join(
        [
            author and _stop(author),
            _quote(work.title),
            first and first + ".",
            Markup("<i>{}</i>, {}.").format(work.archive, work.archive_url),
            saved and f"Archived {saved}.",
        ]
    )


def cite_chicago(work: Work) -> Markup:
    """Return the entry of a bibliography in Chicago style; an unsigned one is the newspaper's."""
    author = _list_chicago(work.people) or work.agency
    date = _say_date(work.published) or "n.d."
    saved = _say_date(work.archived)
    archived = f"Archived {saved}, at" if saved else "Archived at"
    title = _quote(work.title)
    end = [f"{work.url}." if work.url else None, f"{archived} {work.archive_url}."]
    if not author and work.source:
        return _join([_set_source(work, "."), title, _stop(date), *end])
    source = _set_source(work, ",")
    return _join([author and _stop(author), title, source, _stop(date), *end])


STYLES: tuple[tuple[str, Callable[[Work], Markup]], ...] = (
    ("APA 7", cite_apa),
    ("MLA 9", cite_mla),
    ("Chicago 17", cite_chicago),
)


def _join(parts: Sequence[str | None]) -> Markup:
    return Markup(" ").join(part for part in parts if part)


def _set_source(work: Work, end: str = "") -> Markup | None:
    return Markup("<i>{}</i>").format(work.source) + end if work.source else None


def _stop(text: str) -> str:
    """Return `text` with a full stop, unless it ends like a sentence."""
    return text if _ENDED.search(text) else f"{text}."


def _quote(title: str) -> str:
    """Return a title in quotation marks with its full stop inside, and its own marks single."""
    inner = re.sub('"([^"]*)"', r"‘\1’", title).translate({ord("“"): "‘", ord("”"): "’"})
    return f"“{_stop(inner)}”"


# ── Authors ──────────────────────────────────────────────────────────────────────────────────


def _list_apa(names: Sequence[str]) -> str:
    """List up to twenty names; of more, the first nineteen and the last."""
    if len(names) > APA_LIMIT:
        return f"{', '.join(names[: APA_LIMIT - 1])}, … {names[-1]}"
    *others, last = names or [""]
    return f"{', '.join(others)}, & {last}" if others else last


def _list_mla(names: Sequence[Name]) -> str:
    """List one name or two; of more, the first."""
    if not names:
        return ""
    first = names[0].inverted
    return [first, f"{first}, and {names[-1].natural}", f"{first}, et al."][min(len(names), 3) - 1]


def _list_chicago(names: Sequence[Name]) -> str:
    """List up to ten names, the first one inverted; of more, the first seven."""
    said = [name.natural if at else name.inverted for at, name in enumerate(names)]
    if len(said) > CHICAGO_LIMIT:
        return f"{', '.join(said[:7])}, et al."
    *others, last = said or [""]
    return f"{', '.join(others)}, and {last}" if others else last


# ── Dates, as precise as they are known ──────────────────────────────────────────────────────


def _say_date(
    when: PartialDate | None, months: Sequence[str] = _MONTHS, *, day_first: bool = False
) -> str:
    """Return `December 5, 2023` or `5 December 2023`, `December 2023`, `2023`, or "" for None."""
    if when is None:
        return ""
    year, month = f"{when.moment.year}", months[when.moment.month - 1]
    if when.precision is Precision.YEAR:
        return year
    if when.precision is Precision.MONTH:
        return f"{month} {year}"
    day = when.moment.day
    return f"{day} {month} {year}" if day_first else f"{month} {day}, {year}"


def _say_apa_date(when: PartialDate) -> str:
    """Return `2023, December 5`, `2023, December` or `2023`."""
    day, _, year = _say_date(when).rpartition(" ")
    return f"{year}, {day.rstrip(',')}" if day else year
