"""What a person has said of a snapshot, in the TOML file beside it.

url = "https://example.com/news/rail-strike"
captured = "2023-09-04T14:11"
captured_by = "the date on the clipping"
source = "The Example"
keep = true
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.errors import SnapshotError
from generator.model import PartialDate
from generator.snapshots.many import open_plain
from generator.snapshots.shelf import SIDECAR, Said
from generator.text import squeeze
from generator.urls import find_http_url

SIDECAR_LIMIT = 64 * 1024
"""The most bytes that may be said of a snapshot beside it."""

_KEYS = ("url", "captured", "captured_by", "source", "keep")


def read_sidecar(snapshot: Path) -> Said:
    """Return what is said beside the file `snapshot`, which may be nothing; raise SnapshotError."""
    sidecar = snapshot.with_name(snapshot.name + SIDECAR)
    if not os.path.lexists(sidecar):
        return Said()
    with open_plain(sidecar) as file:
        return parse_sidecar(file.read(SIDECAR_LIMIT + 1))


def parse_sidecar(data: bytes) -> Said:
    """Return what a sidecar says; raise SnapshotError that names every fault."""
    if len(data) > SIDECAR_LIMIT:
        raise SnapshotError("what is said of it beside it is too long")
    try:
        said = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SnapshotError(f"what is said of it beside it is not valid TOML ({error})") from error
    if faults := list(_find_faults(said)):
        raise SnapshotError(f"what is said of it beside it is wrong: {'; '.join(faults)}")
    captured = _read_moment(said["captured"]) if "captured" in said else None
    return Said(
        url=find_http_url(said.get("url")),
        captured=captured,
        captured_by=squeeze(said.get("captured_by", "")) or None,
        source=squeeze(said.get("source", "")) or None,
        keep=said.get("keep", False),
    )


def _find_faults(said: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted(said.keys() - set(_KEYS)):
        yield f'unknown key "{squeeze(key)[:40]}" (known are {", ".join(_KEYS)})'
    for key in ("url", "captured_by", "source"):
        if not isinstance(said.get(key, ""), str):
            yield f'"{key}" must be text in quotes'
    if not isinstance(said.get("keep", False), bool):
        yield '"keep" must be true or false, without quotes'
    url = said.get("url")
    if isinstance(url, str) and find_http_url(url) is None:
        yield '"url" must be an address that begins with http:// or https://'
    if "captured" in said and _read_moment(said["captured"]) is None:
        yield '"captured" must be a time like 2023-09-04T14:11, or as much of it as is known'


def _read_moment(value: object) -> PartialDate | None:
    """Read a time in quotes, or one of TOML's own."""
    text = value.isoformat() if isinstance(value, (date, datetime)) else value
    try:
        return PartialDate.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
