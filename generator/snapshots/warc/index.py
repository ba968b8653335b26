"""Where the pages of WARC files stand, and what else of them is looked up for a page.

It is made by going through all records once, without keeping any of them: what is noted of a
record are numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import urljoin

from generator.snapshots.warc.records import Damage, Record, get_url, name_record, scan
from generator.snapshots.warc.roles import Content, find_content, is_part_request
from generator.snapshots.warc.sources import Source

LOOKUPS_LIMIT = 1_000_000
"""The most records that are noted to be looked up: some 100 MB. Pictures beyond aren't found."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record begins: in which of the sources, and at which byte."""

    source: int
    start: int


@dataclass(frozen=True, slots=True)
class Aside:
    """Records that are no page, one after another."""

    count: int


Entry: TypeAlias = Place | Aside | Damage
"""What may be a page; what is none; what can't be read."""


@dataclass(slots=True)
class Index:
    """The parts of some sources in order, and what is looked up, by the hashes of its keys.

    The hashes are those of one run of Python, so that an index is never kept on disk.
    """

    entries: list[Entry] = field(default_factory=list)
    pages: dict[int, list[tuple[str, Place]]] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    embedded: set[int] = field(default_factory=set)
    _places: dict[int, Place] = field(default_factory=dict)

    def add(self, number: int, source: Source) -> None:
        """Note the records of `source`, which is that of this number."""
        for found in scan(source):
            if isinstance(found, Damage):
                self.entries.append(found)
            else:
                self._add_record(source, Place(number, found.start), found)

    def find(self, *keys: str) -> Place | None:
        """Return the place of the first record that is known by one of `keys`."""
        return next((found for key in keys if (found := self._places.get(hash(key)))), None)

    def is_embedded(self, record: Record) -> bool:
        """Say whether a browser asked for a record as for a frame or a script's data."""
        return any(hash(name) in self.embedded for name in _find_names(record))

    def find_page(self, url: str, time: str) -> Place | None:
        """Return the page of that address whose time is nearest, redirects followed."""
        key = hash(key_of(url))
        # Redirects may lead in a circle.
        for _ in range(10):
            if key in self.pages or key not in self.moved:
                break
            key = self.moved[key]
        found = self.pages.get(key, ())
        return min(found, key=lambda page: _distance(page[0], time))[1] if found else None

    def _add_record(self, source: Source, place: Place, record: Record) -> None:
        content = find_content(source, record)
        if content.role in ("page", "repeat"):
            self.entries.append(place)
            page = (record.fields.get("warc-date", ""), place)
            self.pages.setdefault(hash(key_of(get_url(record.fields))), []).append(page)
        elif content.role == "piece":
            self.entries.append(_report_piece(record))
        elif self.entries and isinstance(last := self.entries[-1], Aside):
            self.entries[-1] = Aside(last.count + 1)
        else:
            self.entries.append(Aside(1))
        self._note(source, place, record, content)

    def _note(self, source: Source, place: Place, record: Record, content: Content) -> None:
        fields = record.fields
        if content.role == "page":
            self._keep(place, f"name {name_record(fields)}", *find_page_keys(record))
        elif content.role == "repeat":
            self._keep(place, f"name {name_record(fields)}")
        elif content.role == "picture":
            self._keep(place, f"picture {key_of(get_url(fields))}")
        elif content.role == "moved":
            url = get_url(fields)
            target = _join(url, content.head.fields["location"])
            if len(self.moved) < LOOKUPS_LIMIT:
                self.moved.setdefault(hash(key_of(url)), hash(key_of(target)))
        elif content.role == "request" and is_part_request(source, record):
            names = _find_names(record) if len(self.embedded) < LOOKUPS_LIMIT else ()
            self.embedded.update(map(hash, names))

    def _keep(self, place: Place, *keys: str) -> None:
        if len(self._places) < LOOKUPS_LIMIT:
            for key in keys:
                self._places.setdefault(hash(key), place)


def make_index(sources: Sequence[Source]) -> Index:
    """Return the index of all records of `sources`."""
    index = Index()
    for number, source in enumerate(sources):
        index.add(number, source)
    return index


def find_page_keys(record: Record) -> list[str]:
    """Return by what a repeat may refer to a page, the surest first."""
    fields = record.fields
    said = [
        ("id", fields.get("warc-record-id")),
        ("digest", fields.get("warc-payload-digest")),
        ("at", f"{get_url(fields)} {fields.get('warc-date', '')}"),
        ("url", key_of(get_url(fields))),
    ]
    return [f"{name} {value}" for name, value in said if value]


def find_repeated_keys(record: Record) -> list[str]:
    """Return the keys of the page that a revisit record repeats (WARC/1.1, 6.7), surest first."""
    fields = record.fields
    # An answer 304 has no payload, and its digest is that of nothing.
    unchanged = "not-modified" in fields.get("warc-profile", "")
    url = fields.get("warc-refers-to-target-uri", get_url(fields)).strip("<>")
    time = fields.get("warc-refers-to-date")
    said = [
        ("id", fields.get("warc-refers-to")),
        ("digest", None if unchanged else fields.get("warc-payload-digest")),
        ("at", f"{url} {time}" if time else None),
        ("url", key_of(url) if unchanged else None),
    ]
    return [f"{name} {value}" for name, value in said if value]


def key_of(url: str) -> str:
    """Return by what an address is looked up: scheme and fragment tell no two pages apart."""
    return url.partition("#")[0].partition("://")[2].removesuffix("/")


def _find_names(record: Record) -> list[str]:
    """Return the names of a record and of the one that it belongs with: request and response."""
    names = ("warc-record-id", "warc-concurrent-to")
    return [said for name in names if (said := record.fields.get(name))]


def _join(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError:
        return ""


def _report_piece(record: Record) -> Damage:
    reason = "a page in pieces (WARC segments), which can't be put together yet"
    name = name_record(record.fields)
    return Damage(start=record.start, end=record.end, reason=reason, name=name)


def _distance(one: str, other: str) -> tuple[int, str]:
    """Return how far apart two times are, by their digits, and the first of them."""
    digits = [re.sub("[^0-9]", "", each)[:14].ljust(14, "0") for each in (one, other)]
    return abs(int(digits[0]) - int(digits[1])), one
