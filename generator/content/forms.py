"""How a value of each kind stands on the one line that a metadata key has.

A form settles a value into what can be written and read back, writes a settled value, and reads
what a person may have written; `read` raises ValueError with how to mend it.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone
from itertools import accumulate, takewhile
from typing import Any

from unidecode import unidecode

from generator.addresses import read_address
from generator.content.html import read_line
from generator.content.inlines import render_text
from generator.dates import parse_date
from generator.model import PartialDate, Recapture
from generator.text import squeeze
from generator.urls import find_http_url


@dataclass(frozen=True, slots=True)
class Form:
    """How values of one kind are settled, written and read."""

    settle: Callable[[Any], Any]
    write: Callable[[Any], str]
    read: Callable[[str], Any]


# ── Words ────────────────────────────────────────────────────────────────────────────────────


def _settle_line(text: str) -> str | None:
    return squeeze(text) or None


def _write_line(text: str) -> str:
    """Return `text` with entities where a theme that escapes nothing would see markup."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", text).replace("<", "&lt;")


def _read_line(text: str) -> str | None:
    return _settle_line(re.sub("&(?:(lt)|amp);", lambda m: "<" if m[1] else "&", text))


LINE = Form(_settle_line, _write_line, _read_line)
"""Text on one line."""

DEK = Form(_settle_line, render_text, lambda text: read_line(text) or None)
"""Text that Pelican reads as Markdown."""

URL = Form(lambda url: find_http_url(squeeze(url)), str, find_http_url)
"""A web address, or nothing."""


def _settle_language(tag: str) -> str | None:
    tag = squeeze(tag)
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", tag) else None


LANGUAGE = Form(_settle_language, str, _settle_language)
"""A BCP 47 tag."""


def _settle_digest(digest: str) -> str | None:
    digest = digest.strip().lower()
    return digest if re.fullmatch("[0-9a-f]{64}", digest) else None


DIGEST = Form(_settle_digest, str, _settle_digest)
"""A SHA-256 in hexadecimal."""

# ── Names that become Pelican's pages ────────────────────────────────────────────────────────

_LONGEST = 200
"""The most ASCII characters of a name that Pelican makes a file of; file systems take 255."""

_NOBODY = frozenset(["all", "all-en", "misc"])
"""Slugs under which a stock Pelican has feeds of its own; a byline of that name would end it."""

_SECTION_MARK = "§"


def _fit(name: str) -> str:
    """Return `name` cut where the file that Pelican names after it would be too long."""
    widths = accumulate(len(unidecode(unicodedata.normalize("NFKC", char))) for char in name)
    return name[: sum(1 for _ in takewhile(lambda width: width <= _LONGEST, widths))]


def _settle_name(name: str) -> str:
    # A semicolon parts two names, and a theme that escapes nothing would take `<` for a tag.
    name = squeeze(name).translate(str.maketrans(";<>", ",‹›")).strip(", ")
    return name if name.isascii() and len(name) <= _LONGEST else _fit(name).rstrip(", ")


def _settle_names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_settle_name, names))))


def _write_names(names: Sequence[str]) -> str:
    """Return names apart by semicolons; with one at the end, commas stay within a name."""
    return "; ".join(names) + ";"


def _read_names(text: str) -> tuple[str, ...]:
    return _settle_names(text.split(";" if ";" in text else ","))


def _settle_byline(names: Sequence[str]) -> tuple[str, ...]:
    unmarked = [name.replace(_SECTION_MARK, " ") for name in names]
    return tuple(name for name in _settle_names(unmarked) if _slug_of(name) not in _NOBODY)


def _slug_of(name: str) -> str:
    """Return what Pelican names its pages of `name` after."""
    ascii_only = unidecode(unicodedata.normalize("NFKC", name)).lower()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip())


NAMES = Form(_settle_names, _write_names, _read_names)
"""A list in Pelican's spelling: `Roe, Jane; Doe, John;`. A semicolon in a name becomes a comma."""

BYLINE = Form(_settle_byline, _write_names, lambda text: _settle_byline(_read_names(text)))
"""A list of people."""


def _settle_section(name: str) -> str | None:
    return _settle_name(name.replace(_SECTION_MARK, " ")) or None


SECTION = Form(_settle_section, lambda name: f"{_SECTION_MARK} {name}", _settle_section)
"""A section, marked as one: a stock Pelican ends where a section and a byline share a name."""

# ── Addresses ────────────────────────────────────────────────────────────────────────────────


def _settle_addresses(addresses: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({address for each in addresses if (address := read_address(each))}))


def _split_addresses(text: str) -> list[str]:
    return [each for each in re.split(r"[;,\s]+", text) if each]


def find_strangers(text: str) -> tuple[str, ...]:
    """Return what of a list of addresses is none that a story can have."""
    return tuple(each for each in _split_addresses(text) if not read_address(each))


ADDRESSES = Form(
    _settle_addresses,
    lambda addresses: _write_names([address.rstrip("/") for address in addresses]),
    lambda text: _settle_addresses(_split_addresses(text)),
)
"""Addresses of stories in the site, `2023/09/04/rail-strike; undated/rail-strike;`."""

# ── Moments ──────────────────────────────────────────────────────────────────────────────────

_ISO = re.compile(
    r"\d{4}(-\d\d(-\d\d([ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?\s?(Z|[+-]\d\d:?\d\d)?)?)?)?"
)


def _settle_moment(when: PartialDate) -> PartialDate:
    """Return `when` to the second, its zone an offset of whole minutes, as all readers know it."""
    moment = when.moment.replace(microsecond=0)
    if offset := moment.utcoffset():
        whole = timedelta(minutes=round(offset / timedelta(minutes=1)))
        moment = moment.replace(tzinfo=timezone(whole))
    settled = PartialDate(moment=moment, precision=when.precision)
    return PartialDate.fromisoformat(settled.isoformat())


def _read_moment(text: str) -> PartialDate:
    text = text.strip()
    try:
        if _ISO.fullmatch(text):
            # `fromisoformat` takes no space before a zone, which people write: `14:11 +02:00`.
            return _settle_moment(PartialDate.fromisoformat(re.sub(r"(?<=:\d\d)\s", "", text)))
    except ValueError:
        pass
    if when := parse_date(text):
        return _settle_moment(when)
    raise ValueError("is no date: write it as 2023-09-04, 2023-09-04 14:11, 2023-09 or 2023")


MOMENT = Form(_settle_moment, PartialDate.isoformat, _read_moment)
"""A moment in ISO 8601, as long as it is known."""


def _write_first(when: PartialDate) -> str:
    text = when.isoformat().replace("T", " ")
    return text if len(text) >= 10 else when.moment.date().isoformat()


FIRST = Form(_settle_moment, _write_first, _read_moment)
"""The first moment of a partial date, as Pelican asks for a whole day at least."""


def _settle_recaptures(recaptures: Sequence[Recapture]) -> tuple[Recapture, ...]:
    return tuple(
        Recapture(seen=seen and _settle_moment(seen), digest=digest)
        for seen, digest in ((r.seen, _settle_digest(r.digest)) for r in recaptures)
        if digest
    )


def _write_recaptures(recaptures: Sequence[Recapture]) -> str:
    said = (f"{r.seen.isoformat()} {r.digest}" if r.seen else r.digest for r in recaptures)
    return _write_names(list(said))


def _read_recaptures(text: str) -> tuple[Recapture, ...]:
    found = []
    for item in text.split(";"):
        *seen, digest = item.split() or [""]
        when = _read_moment(seen[0]) if seen else None
        found.append(Recapture(seen=when, digest=digest))
    return _settle_recaptures(found)


RECAPTURES = Form(_settle_recaptures, _write_recaptures, _read_recaptures)
"""Further captures of the same text: when, and the digest of the snapshot."""
