"""When an article was published and changed: what the page says for machines, then to readers.

A time with its zone is worth more than one without, and a time more than a day.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import TypeAlias
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.dates import parse_date
from generator.model import PartialDate, Precision
from generator.parsing.document import Document, clean
from generator.parsing.pasted.signatures import is_dated
from generator.parsing.pasted.times import Found, find_dates, says_changed
from generator.parsing.signs import Signs

# Names of meta elements, of which only the letters count: article:published_time, -published-time.
_PUBLISHED = """articlepublishedtime ogarticlepublishedtime articlepublished ogpublishedtime
    datepublished dcdateissued dctermsissued dctermsdate dcdate date pubdate
    publishdate publicationdate originalpublicationdate articledateoriginal sailthrudate
    parselypubdate cxenseparserecspublishtime csepubdate cxenseparsepublishtime rnewsdatepublished
    lparticlepublished articlepublicationdate isopublishdate prismpublicationdate
    citationpublicationdate citationdate btpubdate vrpublishedtime ogregdate
    ogpubdate analyticsattributesarticledate shareaholicarticlepublishedtime nextpublishdate
    firstpublished publishedat dateposted displaydate releasedate storydate ptime pdate""".split()
_CREATED = "dctermscreated weiboarticlecreateat dcdatecreated dccreated created".split()
_MODIFIED = """articlemodifiedtime ogarticlemodifiedtime ogupdatedtime datemodified dctermsmodified
    dcdatemodified lastmodified lastmod articlemodified rnewsdatemodified btmoddate
    prismmodificationdate weiboarticleupdateat ogmodifiedtime""".split()

_Said: TypeAlias = tuple[str, str]
"""What may be a date, and where the page says it."""

_LINE_LENGTH = 120
_LABEL_LENGTH = 60
_LABEL_DEPTH = 2
_MARKED_LIMIT = 20
_DIGIT = re.compile(r"\d")
_NO_LETTERS = re.compile(r"[^a-z]+")
_PARTS = re.compile(r"\s*(?:[|·•]|\s[–—-])\s*")
_CHANGED = re.compile(r"updated|modified", re.IGNORECASE)
# The quotes may be escaped, even twice, where JSON stands in a string of JSON.
_IN_DATA = re.compile(
    r'"(?i:date_?published|publish(?:ed)?_?(?:at|on|date|time)|publication_?date'
    r'|first_?publish(?:ed)?_?(?:at|date|time)?|deploy_?dt|pub_?date)\\{0,3}"\s{0,5}:\s{0,5}'
    r'\\{0,3}"([^"\\]{8,40})'
)
_SCRIPTS_LIMIT = 200
_SCRIPT_LENGTH = 2_000_000
_DAYS_IN_PATH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # /2023/09/04/… and /20230904-…, then /2023/sep/4/…, then …-2023-09-04.html
        r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/-])",
        r"/((?:19|20)\d\d)/(\d\d?|[a-z]{3})/(\d\d?)(?=/)",
        r"[/_-]((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[._/-]|$)",
    )
)
_MONTH_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment, and where the page tells it."""

    date: PartialDate
    witness: str


@dataclass(frozen=True, slots=True)
class Reader:
    """How the dates of a page are read: in its language, and knowing when it was saved."""

    language: str | None = None
    captured: datetime | None = None

    def best(self, told: Iterable[_Said]) -> Dated | None:
        """Return the first time with a zone, or else the first time, or else the first date."""
        dated = []
        for text, witness in told:
            if text and (date := parse_date(text, language=self.language, captured=self.captured)):
                dated.append(Dated(date, witness))
                # No other can be better, and to read a date takes its time.
                if _rank(dated[-1]) == 0:
                    return dated[-1]
        return min(dated, key=_rank, default=None)

    def shown(self, lines: Iterable[str], *, changed: bool) -> Dated | None:
        """Return the first date that `lines` show readers, of publication or of a change."""
        short = (line for line in lines if len(line) <= _LINE_LENGTH and _DIGIT.search(line))
        every = (found for line in short for found in self._find_dates(line))
        dates = (found.date for found in every if found.changed is changed)
        return next((Dated(date, "date on the page") for date in dates), None)

    def _find_dates(self, line: str) -> list[Found]:
        """Return the dates of a line that is there to say when, or of a part of it that is."""
        for part in (line, *_PARTS.split(line)):
            whole = parse_date(part, language=self.language, captured=self.captured)
            if whole or is_dated(part):
                return list(find_dates(part, language=self.language, captured=self.captured))
        return []


def find_published(document: Document, signs: Signs, reader: Reader) -> Dated | None:
    """Return when the page says that it was published, as precisely as it says it.

    What it says for machines comes first, then what `signs` say to readers, then its address, and
    what its programs know. A page that shows only when it was changed is of that day, if no earlier
    one is known.
    """
    path = urlsplit(document.url or "").path
    return (
        _find_told(document, signs, reader)
        or reader.best(_in_path(path, *_DAYS_IN_PATH))
        or _find_in_data(document, reader)
        or _of_change(reader.best(_changed(signs)) or reader.shown(signs.lines, changed=True))
        or reader.best(_in_path(path, _MONTH_IN_PATH))
    )


def _in_path(path: str, *patterns: re.Pattern[str]) -> Iterator[_Said]:
    """Yield the day or the month that the path of an address has in it."""
    for found in filter(None, (pattern.search(path) for pattern in patterns)):
        yield "-".join(part.zfill(2) for part in found.groups()), "address"


def _find_in_data(document: Document, reader: Reader) -> Dated | None:
    """Return when the data of a page's programs say that it was published, if all say one day.

    Pages that a program fills have the data of the articles beside them in it too.
    """
    scripts = document.elements.named("script")[:_SCRIPTS_LIMIT]
    texts = ((script.text or "")[:_SCRIPT_LENGTH] for script in scripts)
    said = [(found[1], "data of the page") for text in texts for found in _IN_DATA.finditer(text)]
    dated = [each for one in said[:_MARKED_LIMIT] if (each := reader.best([one]))]
    return dated[0] if len({one.date.day for one in dated}) == 1 else None


def _find_told(document: Document, signs: Signs, reader: Reader) -> Dated | None:
    """Return when a page says that it was published, or else when it was created.

    What was created on another day was a draft before; of one day, it may have the finer time.
    """
    told = reader.best(_published(document, signs))
    if told and _rank(told) == 0:
        return told
    told = told or reader.shown(signs.lines, changed=False)
    created = reader.best(_told(document, ("dateCreated", "uploadDate"), _CREATED))
    if created and (told is None or _is_finer(created, told)):
        return created
    return told


def _is_finer(one: Dated, other: Dated) -> bool:
    return one.date.day == other.date.day and _rank(one) < _rank(other)


def _of_change(dated: Dated | None) -> Dated | None:
    return replace(dated, witness=f"{dated.witness}, of the last change") if dated else None


def find_modified(document: Document, signs: Signs, reader: Reader) -> Dated | None:
    """Return when the page says that it was last changed."""
    return reader.best(_modified(document, signs)) or reader.shown(signs.lines, changed=True)


def _published(document: Document, signs: Signs) -> Iterator[_Said]:
    yield from _told(document, ("datePublished",), _PUBLISHED)
    yield from _marked(document, "datePublished")
    yield from (_said(time) for time in signs.times if not _is_changed(time))
    # The microformat of weblogs: <abbr class="published" title="2023-09-04T10:00:00+01:00">.
    for element in islice(document.elements.classed("published"), 1):
        yield element.get("title") or element.get("datetime") or "", "class published"
    for thing in document.things:
        yield clean(thing.get("datePublished")), "JSON-LD of the page"


def _modified(document: Document, signs: Signs) -> Iterator[_Said]:
    yield from _told(document, ("dateModified",), _MODIFIED)
    yield from _marked(document, "dateModified")
    yield from _changed(signs)


def _changed(signs: Signs) -> Iterator[_Said]:
    return (_said(time) for time in signs.times if _is_changed(time))


def _told(document: Document, properties: Iterable[str], names: Iterable[str]) -> list[_Said]:
    """Return what the page says for machines: JSON-LD first, then meta elements.

    Microdata is often filled in by templates that know no zone, and comes after those.
    """
    things = [(clean(document.article.get(p)), f"{document.told_in} {p}") for p in properties]
    # Reversed, so that of names with the same letters the first on the page counts.
    by_letters = {_letters_of(name): name for name in reversed(list(document.meta))}
    known = [by_letters[letters] for letters in names if letters in by_letters]
    meta = [(document.meta[name][0], f"meta {name}") for name in known]
    return [*things, *meta] if document.told_in == "JSON-LD" else [*meta, *things]


@lru_cache(maxsize=1024)
def _letters_of(name: str) -> str:
    return _NO_LETTERS.sub("", name)


def _marked(document: Document, name: str) -> Iterator[_Said]:
    """Yield what is marked as a date, but not on the cards of other articles."""
    marked = (one for one in document.elements.marked if name in (one.get("itemprop") or ""))
    for element in islice(marked, _MARKED_LIMIT):
        item = next(
            (outer for outer in element.iterancestors() if "itemscope" in outer.attrib), None
        )
        if item is None or next(item.iter("h1"), None) is not None:
            text = element.get("content") or element.get("datetime") or clean(element.text)
            yield text, "itemprop"


def _said(time: HtmlElement) -> _Said:
    return time.get("datetime") or "", "time element"


def _is_changed(time: HtmlElement) -> bool:
    """Say whether a `time` element is named as that of a change, and not of both."""
    outer = time.getparent()
    names = [time.get("class") or "", outer.get("class") or "" if outer is not None else ""]
    # WordPress's themes write "published updated" where a post was never changed.
    if "publish" in names[0]:
        return False
    return bool(_CHANGED.search(" ".join(names)[:500])) or says_changed(_label_of(time))


def _label_of(time: HtmlElement) -> str:
    """Return the words that stand before a time, in its box or next to it, without other dates."""
    for element in (time, *islice(time.iterancestors(), _LABEL_DEPTH)):
        before, outer = element.getprevious(), element.getparent()
        if before is None:
            label = (outer.text or "") if outer is not None else ""
        else:
            label = (before.tail or "").strip() or "".join(islice(before.itertext(), 10))
        if label := label.strip():
            return "" if _DIGIT.search(label) else label[-_LABEL_LENGTH:]
    return ""


def _rank(dated: Dated) -> int:
    if dated.date.precision is not Precision.MINUTE:
        return 2
    return 0 if dated.date.moment.tzinfo else 1
