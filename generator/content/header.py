"""The metadata above an article's text: one table of keys, both ways.

Only the keys of this table are ever written, none of them steers a stock Pelican (`url`,
`save_as`, `status`, `template`, `lang`), and no value can start a line, so nothing that a page
says can become a setting.

A day that isn't known is written as the first that it may be, with `Date_precision: month` or
`year`. Where nothing is known of it, `Date` is the day of the capture or, without one, 1970-01-01,
with `Date_precision: none`, since a stock Pelican leaves out an article without a date.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple, cast, get_args

from generator.content.forms import (
    ADDRESSES,
    BYLINE,
    DEK,
    DIGEST,
    FIRST,
    LANGUAGE,
    LINE,
    MOMENT,
    NAMES,
    RECAPTURES,
    SECTION,
    URL,
    Form,
    find_strangers,
)
from generator.model import (
    Evidence,
    Header,
    Kind,
    PartialDate,
    Precision,
    Recapture,
    SnapshotRef,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """All that stands above an article's text; `name` is the one that no other has in the tree.

    `aliases` are the addresses that it had before.
    """

    header: Header
    name: str
    aliases: tuple[str, ...] = ()
    snapshot: SnapshotRef | None = None
    recaptures: tuple[Recapture, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    parser: str | None = None


class _Row(NamedTuple):
    key: str
    field: str
    form: Form


_ROWS = (
    _Row("Title", "headline", LINE),
    _Row("Date", "published", FIRST),
    _Row("Date_precision", "published_precision", LINE),
    _Row("Modified", "modified", FIRST),
    _Row("Modified_precision", "modified_precision", LINE),
    _Row("Slug", "name", LINE),
    _Row("Aliases", "aliases", ADDRESSES),
    _Row("Authors", "byline", BYLINE),
    _Row("Category", "section", SECTION),
    _Row("Tags", "topics", NAMES),
    _Row("Summary", "dek", DEK),
    _Row("Kicker", "kicker", LINE),
    _Row("Credits", "credits", NAMES),
    _Row("Agency", "agency", LINE),
    _Row("Dateline", "dateline", LINE),
    _Row("Language", "language", LANGUAGE),
    _Row("Source", "source", LINE),
    _Row("Original", "url", URL),
    _Row("Captured", "captured", MOMENT),
    _Row("Date_evidence", "published_evidence", LINE),
    _Row("Modified_evidence", "modified_evidence", LINE),
    _Row("Captured_evidence", "captured_evidence", LINE),
    _Row("Snapshot", "snapshot_digest", DIGEST),
    _Row("Snapshot_path", "snapshot_path", LINE),
    _Row("Snapshot_member", "snapshot_member", LINE),
    _Row("Snapshot_kind", "snapshot_kind", LINE),
    _Row("Recaptured", "recaptures", RECAPTURES),
    _Row("Parser", "parser", LINE),
)
_BY_KEY = {row.key.lower(): row for row in _ROWS}
KEYS = (*(row.key for row in _ROWS), "Generated")
"""Every key that is ever written, in this order."""

_WITNESSED = ("published", "modified", "captured")
_NO_HEADLINE = "Untitled"
_UNDATED = "none"
_NO_DAY = PartialDate.fromisoformat("1970-01-01")
_LINE = re.compile(r" {0,3}([A-Za-z0-9_-]+):[ \t]*(.*)")


def render_label(label: Label) -> tuple[str, ...]:
    """Return the lines above an article's text, in the order of the table."""
    values = _flatten(settle_label(label))
    return tuple(
        f"{row.key}: {row.form.write(values[row.field])}" for row in _ROWS if values[row.field]
    )


def settle_label(label: Label) -> Label:
    """Return `label` as it will be read back, lines squeezed and what can't be written left out."""
    values = _flatten(label)
    settled = {
        row.field: row.form.settle(values[row.field])
        for row in _ROWS
        if values[row.field] is not None
    }
    settled["headline"] = settled["headline"] or _NO_HEADLINE
    return _unflatten(settled)


def parse_label(lines: Iterable[str]) -> tuple[Label, tuple[str, ...]]:
    """Return what the lines above a text say, and what in them a person should mend.

    Keys are read in any case and order, the first of two counts, and unknown ones are passed over.
    A headline or name that isn't there is "".
    """
    said = dict(_split(lines))
    values: dict[str, Any] = {}
    problems = list(_find_problems(said))
    for key, text in said.items():
        row = _BY_KEY.get(key)
        try:
            if row and text:
                values[row.field] = row.form.read(text)
        except ValueError as error:
            until = " (undated until then)" if key == "date" else ""
            problems.append(f'{row.key} "{text[:80]}" {error}{until}' if row else "")
    if _is_dated_by_hand(values):
        problems.append('undated, though it has a date: take out the line "Date_precision: none"')
    return _unflatten(values), tuple(problems)


def _is_dated_by_hand(values: Mapping[str, Any]) -> bool:
    """Tell whether a date other than our stopgap is said not to be known."""
    stopgap = FIRST.write(values.get("captured") or _NO_DAY)
    published = values.get("published")
    undated = values.get("published_precision") == _UNDATED
    return bool(undated and published and FIRST.write(published) != stopgap)


def _split(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield keys in lower case with their text; an indented line goes on with the one before."""
    seen: dict[str, str] = {}
    key = ""
    for line in lines:
        if found := _LINE.fullmatch(line):
            # What a second line of the same key says gathers under "", which is dropped.
            key = found[1].lower() if found[1].lower() not in seen else ""
            seen[key] = found[2].strip()
        elif line.startswith("    ") and key:
            seen[key] += " " + line.strip()
    seen.pop("", None)
    yield from seen.items()


def _find_problems(said: Mapping[str, str]) -> Iterator[str]:
    known = [key.lower() for key in KEYS]
    for key in said:
        # Only what is nearly one of ours: other keys are a person's own, and no mistake.
        near = [] if key in known else difflib.get_close_matches(key, known, n=1, cutoff=0.8)
        if near:
            yield f'unknown key "{key}" (did you mean "{near[0].capitalize()}"?)'
    if not said.get("title"):
        yield 'no headline: add a line "Title: …" at the top'
    if not said.get("date"):
        yield 'undated: add a line "Date: 2023-09-04", or "Date_precision: none" with any date'
    for stranger in find_strangers(said.get("aliases", "")):
        yield f'Aliases "{stranger[:80]}" is no address: write it as 2023/09/04/rail-strike'


def _flatten(label: Label) -> dict[str, Any]:
    """Return the values of `label` by the fields of the table."""
    header, snapshot = label.header, label.snapshot
    values = {field.name: getattr(header, field.name) for field in fields(header)}
    witnesses = {evidence.field: evidence.witness for evidence in label.evidence}
    return {
        **values,
        "published": header.published or header.captured or _NO_DAY,
        "published_precision": _write_precision(header.published, _UNDATED),
        "modified_precision": _write_precision(header.modified, None),
        **{f"{field}_evidence": witnesses.get(field) for field in _WITNESSED},
        "snapshot_digest": snapshot and snapshot.digest,
        "snapshot_path": snapshot and snapshot.path,
        "snapshot_member": snapshot and snapshot.member,
        "snapshot_kind": snapshot and snapshot.kind,
        "name": label.name,
        "aliases": label.aliases,
        "recaptures": label.recaptures,
        "parser": label.parser,
    }


def _unflatten(values: Mapping[str, Any]) -> Label:
    """Return the label that the fields of the table say, whichever of them are there."""
    plain = {
        field.name: values[field.name]
        for field in fields(Header)
        if values.get(field.name) is not None and field.name not in _WITNESSED
    }
    dates: dict[str, Any] = {
        field: _read_precision(values.get(field), values.get(f"{field}_precision"))
        for field in _WITNESSED
    }
    header = replace(Header(**{"headline": "", **plain}), **dates)
    return Label(
        header=header,
        name=values.get("name") or "",
        aliases=values.get("aliases") or (),
        snapshot=_find_snapshot(values),
        recaptures=values.get("recaptures") or (),
        evidence=tuple(
            Evidence(field=field, witness=witness)
            for field in _WITNESSED
            if (witness := values.get(f"{field}_evidence"))
        ),
        parser=values.get("parser"),
    )


def _find_snapshot(values: Mapping[str, Any]) -> SnapshotRef | None:
    digest, kind = values.get("snapshot_digest"), values.get("snapshot_kind")
    if not digest:
        return None
    known = cast("Kind", kind if kind in get_args(Kind) else "html")
    return SnapshotRef(
        path=values.get("snapshot_path") or "",
        digest=digest,
        kind=known,
        member=values.get("snapshot_member"),
    )


def _write_precision(when: PartialDate | None, missing: str | None) -> str | None:
    """Return what a date's line alone doesn't say of its precision, if anything."""
    if when is None:
        return missing
    return when.precision if when.precision in (Precision.YEAR, Precision.MONTH) else None


def _read_precision(when: PartialDate | None, precision: str | None) -> PartialDate | None:
    if when is None or precision == _UNDATED:
        return None
    if precision in (Precision.YEAR, Precision.MONTH):
        whole = replace(when, precision=Precision(precision))
        return PartialDate.fromisoformat(whole.isoformat())
    return when
