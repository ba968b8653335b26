"""The archive's own copies of saved pages: `snapshots/` and its manifest.

Files are copied in and never altered again. `manifest-sha256.txt` lists each in the form that
`sha256sum -c` reads, as BagIt (RFC 8493) does, and only ever grows: a file that has changed or
gone missing is thus found by anyone, with or without Backfile.
"""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.files import copy_file, digest_file, write_file, write_text
from generator.model import PartialDate

MANIFEST = "manifest-sha256.txt"
SIDECAR = ".backfile.toml"

# A name after `*` was read in binary mode, which says nothing on any system of today.
_LINE = re.compile(rb"(\\?)([0-9a-f]{64}) [ *](.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person says of a snapshot when adding it; `captured_by` names how it is known.

    `keep` is whether it is taken as an article, though it may look like none.
    """

    url: str | None = None
    captured: PartialDate | None = None
    captured_by: str | None = None
    source: str | None = None
    keep: bool = False

    def over(self, other: "Said") -> "Said":
        """Return what is said here and, of what isn't, what `other` says."""
        dated = self if self.captured else other
        return Said(
            url=self.url or other.url,
            captured=dated.captured,
            captured_by=dated.captured_by,
            source=self.source or other.source,
            keep=self.keep or other.keep,
        )


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the digest of each file that the manifest of `folder` lists, by path from it.

    A line of another form is passed over, since a person may have written in the file.
    """
    file = folder / MANIFEST
    lines = file.read_bytes().splitlines() if file.is_file() else []
    found = (_LINE.fullmatch(line) for line in lines)
    return {_read_name(m[3], escaped=bool(m[1])): m[2].decode() for m in found if m}


def write_manifest(folder: Path, digests: Mapping[str, str]) -> None:
    """Write the manifest of `folder`, sorted by path."""
    lines = [_render_line(name, digest) for name, digest in sorted(digests.items())]
    write_file(folder / MANIFEST, b"".join(lines))


def _read_name(name: bytes, *, escaped: bool) -> str:
    if escaped:
        name = re.sub(rb"\\([\\nr])", lambda m: {b"n": b"\n", b"r": b"\r"}.get(m[1], b"\\"), name)
    return os.fsdecode(name)


def _render_line(name: str, digest: str) -> bytes:
    r"""Return a line as GNU `sha256sum` writes it: `\` in front where the name has escapes."""
    plain = os.fsencode(name)
    safe = plain.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
    return (b"\\" if safe != plain else b"") + digest.encode() + b"  " + safe + b"\n"


def is_plain(path: Path) -> bool:
    """Tell whether `path` is a regular file: no link, which may lead anywhere, and no device."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def has_room_beside(snapshot: Path) -> bool:
    """Tell whether a sidecar's name still fits: file systems end names at 255 bytes."""
    return len(os.fsencode(snapshot.name + SIDECAR)) <= 255


def write_sidecar(snapshot: Path, said: Said) -> None:
    """Write what was said of `snapshot` beside it; with nothing said, write nothing."""
    facts = {
        "url": said.url,
        "captured": said.captured.isoformat() if said.captured else None,
        "captured_by": said.captured_by,
        "source": said.source,
    }
    lines = [f"{key} = {_quote(value)}\n" for key, value in facts.items() if value]
    lines += ["keep = true\n"] if said.keep else []
    if lines:
        write_text(snapshot.with_name(snapshot.name + SIDECAR), "".join(lines))


def _quote(text: str) -> str:
    escape = {'"': '\\"', "\\": "\\\\"}
    kept = (escape.get(c, c if c.isprintable() else f"\\U{ord(c):08x}") for c in text)
    return f'"{"".join(kept)}"'


def shelve(file: Path, *, root: Path, parts: Iterable[Path], folder: Path, digest: str) -> str:
    """Copy a snapshot and its parts into `folder`; return the snapshot's path from it.

    `root` is what the user named, from which paths are kept. Where another file stands under the
    same name, the snapshot goes into a folder named by its digest, since a page finds its parts
    by name.
    """
    name = file.relative_to(root)
    if _differs(folder / name, digest):
        name = Path(digest[:12]) / file.name
    home = (folder / name).parent
    for part in parts:
        if is_plain(part):
            _copy(part, home / part.relative_to(file.parent))
    # The snapshot comes last: a crash leaves none without its parts and what is said of it.
    _copy_sidecar(file, folder / name)
    _copy(file, folder / name)
    return name.as_posix()


def _differs(target: Path, digest: str) -> bool:
    return target.exists() and not (target.is_file() and digest_file(target) == digest)


def _copy(file: Path, target: Path) -> None:
    """Copy a file with its time, whole or not at all; leave one that is there as it is."""
    if not target.exists():
        copy_file(file, target)


def _copy_sidecar(file: Path, target: Path) -> None:
    sidecar = file.with_name(file.name + SIDECAR)
    if is_plain(sidecar):
        _copy(sidecar, target.with_name(target.name + SIDECAR))
