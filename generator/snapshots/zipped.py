"""The files in a zip file: which of them may be pages, and what comes with each.

A name in a zip file is a label and a way to find a page's pictures, and never a path that is
written. How zip files are made is told by PKWARE's APPNOTE.TXT.
"""

import lzma
import posixpath
import re
import struct
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.errors import SnapshotError
from generator.files import is_litter
from generator.model import PartialDate, Precision
from generator.snapshots.listing import sort_out
from generator.snapshots.shelf import MANIFEST, SIDECAR
from generator.snapshots.signatures import OFFICE
from generator.snapshots.warc import is_wacz
from generator.snapshots.warc.boxes import Part, find_parts, open_part

ENTRIES_LIMIT = 50_000
"""The most files in a zip file."""

NAME_LIMIT = 300
"""The most characters of a name; file systems take 255 bytes a folder."""

RATIO_LIMIT = 200
"""How many times its own size a zip file may unpack to; saved pages shrink to a tenth."""

RATIO_FLOOR = 1 << 30
"""The bytes that may come out before that is looked at."""

PICTURE_LIMIT = 40 << 20
"""The most bytes of a picture."""

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\5\6"
_COMMENT_LIMIT = 0xFFFF
_ENTRY_SIZE = 46
"""The fewest bytes that the directory has for one entry."""

_LOCAL_SIZE = 30
_UTF8_NAME = 0x800
_LOCKED = 0x1
# `UT`, a size, and flags of which the lowest says that the time of writing is there.
_MODIFIED = re.compile(rb"UT[\x05-\x0d]\0[\x01\x03\x05\x07](.{4})", re.DOTALL)
"""The extended timestamp of Info-ZIP (`proginfo/extrafld.txt`): seconds since 1970."""

_STRANGE = "packed in a way that few programs know: unpack it, and add what is inside"

# What zipfile and its decoders raise over bytes that are damaged or made to hurt.
_DAMAGES = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, struct.error)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip file, by its name as it is told."""

    name: str
    info: ZipInfo

    @property
    def modified(self) -> PartialDate | None:
        """When the file was last written: in UTC where that is kept, or in an unknown zone."""
        found = _MODIFIED.search(self.info.extra)
        try:
            if found:
                moment = datetime.fromtimestamp(struct.unpack("<l", found[1])[0], UTC)
            else:
                moment = datetime(*self.info.date_time)  # noqa: DTZ001 - the format has no zone
        except (ValueError, OverflowError, OSError):
            return None
        # The first moment that the format knows is written by those who know of none.
        known = moment.year > 1980 or moment.timetuple().tm_yday > 1
        return PartialDate(moment=moment, precision=Precision.MINUTE) if known else None


@dataclass(frozen=True, slots=True)
class _Torn:
    """A zip file without its end, where it would say what is in it: its files as they follow."""

    file: BinaryIO
    parts: Mapping[str, Part]

    def infolist(self) -> list[ZipInfo]:
        """Return what is known of its files."""
        infos = {name: ZipInfo(name) for name in self.parts}
        for name, info in infos.items():
            # Only their order counts: how long the name between is doesn't matter.
            info.header_offset = self.parts[name].start - _LOCAL_SIZE
        return list(infos.values())

    def read(self, info: ZipInfo, limit: int) -> bytes:
        """Return the first `limit` bytes of a file; raise SnapshotError where it breaks off."""
        part = self.parts[info.orig_filename]
        source = open_part(self.file, part)
        if source is None:
            raise SnapshotError(_STRANGE)
        data = source.read_at(0, limit)
        whole = len(data) == limit or part.method or len(data) == part.size
        if source.breaks or not whole:
            raise SnapshotError("the zip file breaks off in the middle of it")
        return data


@dataclass(frozen=True, slots=True)
class Zip:
    """A zip file that is open: its files by name, and in order those that are no page's parts."""

    archive: ZipFile | _Torn
    entries: Mapping[str, Entry]
    pages: Sequence[Entry]

    @property
    def is_torn(self) -> bool:
        """Say whether a part of the file is missing."""
        return isinstance(self.archive, _Torn)

    @property
    def is_wacz(self) -> bool:
        """Say whether it is a WACZ file, whose pages stand in WARC files."""
        return is_wacz(self.entries)

    def read(self, entry: Entry, limit: int) -> bytes:
        """Return the first `limit` bytes of a file; raise SnapshotError for what can't be read."""
        if entry.info.flag_bits & _LOCKED:
            raise SnapshotError("locked with a password: unpack it, and add what is inside")
        try:
            if isinstance(self.archive, _Torn):
                return self.archive.read(entry.info, limit)
            with self.archive.open(entry.info) as file:
                return file.read(limit)
        except (NotImplementedError, RuntimeError) as error:
            raise SnapshotError(_STRANGE) from error
        except _DAMAGES as error:
            raise SnapshotError("damaged in the zip file") from error

    def find(self, name: str) -> Entry | None:
        """Return the file called `name`."""
        return self.entries.get(name)


@dataclass(frozen=True, slots=True)
class Pictures(Mapping[str, bytes]):
    """The files in a zip file by their paths from one page, read when they are asked for."""

    box: Zip
    page: Entry

    def __getitem__(self, reference: str) -> bytes:
        """Return the bytes of the file that `reference` leads to; raise KeyError without one."""
        entry = self._find(reference)
        if entry is None or entry.info.file_size > PICTURE_LIMIT:
            raise KeyError(reference)
        try:
            return self.box.read(entry, PICTURE_LIMIT)
        except SnapshotError as error:
            raise KeyError(reference) from error

    def __contains__(self, reference: object) -> bool:
        """Say whether there is such a file, without reading it."""
        return isinstance(reference, str) and self._find(reference) is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the paths of all files."""
        folder = posixpath.dirname(self.page.name) or "."
        return (posixpath.relpath(name, folder) for name in self.box.entries)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self.box.entries)

    def _find(self, reference: str) -> Entry | None:
        path = unquote(re.split(r"[?#]", reference, maxsplit=1)[0])
        folder = posixpath.dirname(self.page.name)
        return self.box.entries.get(_tidy(posixpath.join(folder, path)))


def open_zip(file: BinaryIO) -> Zip:
    """Return what is in a zip file; raise SnapshotError where it is damaged, or made to hurt."""
    size = _check_directory(file)
    archive = _open(file)
    infos = [info for info in archive.infolist() if not info.filename.endswith("/")]
    _check_entries(infos, size)
    entries = {entry.name: entry for entry in _name_all(infos)}
    # The first is in the files of Microsoft Office, the second begins OpenDocument and EPUB.
    if "[Content_Types].xml" in entries or (infos and infos[0].filename == "mimetype"):
        raise SnapshotError(OFFICE)
    paths = [PurePosixPath(name) for name in entries if _is_listed(name)]
    pages, _ = sort_out(paths)
    return Zip(archive, entries, [entries[str(page)] for page in pages])


def _open(file: BinaryIO) -> ZipFile | _Torn:
    try:
        return ZipFile(file)
    except (*_DAMAGES, NotImplementedError) as error:
        parts, _ = find_parts(file)
        if not parts:
            raise SnapshotError("its zip is damaged or cut off") from error
        return _Torn(file, parts)


def _check_directory(file: BinaryIO) -> int:
    """Return the size of the file, if the size of its directory is fit to be read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _COMMENT_LIMIT - _END.size))
    tail = file.read()
    at = tail.rfind(_END_MARK)
    if 0 <= at <= len(tail) - _END.size:
        # `zipfile` reads it whole before it says how much there is.
        directory = _END.unpack_from(tail, at)[5]
        if directory > 4 * ENTRIES_LIMIT * _ENTRY_SIZE:
            raise _too_many()
    return size


def _too_many() -> SnapshotError:
    return SnapshotError(
        f"a zip file of more than {ENTRIES_LIMIT:,} files: unpack it, and add its folders"
    )


def _check_entries(infos: Sequence[ZipInfo], size: int) -> None:
    if len(infos) > ENTRIES_LIMIT:
        raise _too_many()
    if sum(info.file_size for info in infos) > max(RATIO_FLOOR, RATIO_LIMIT * size):
        raise SnapshotError(f"it unpacks to more than {RATIO_LIMIT} times its size")
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        # So are zip bombs made that unpack to millions of times their size (D. Fifield, 2019).
        if info.header_offset < end:
            raise SnapshotError("its files lie over one another, which no honest zip file's do")
        end = info.header_offset + _LOCAL_SIZE + info.compress_size


def _name_all(infos: Iterable[ZipInfo]) -> Iterator[Entry]:
    """Yield entries by name; of those with the same, the second is `name (2)`."""
    named = [(_read_name(info), info) for info in infos]
    taken = Counter(name for name, _ in named)
    met: Counter[str] = Counter()
    for name, info in sorted(named, key=lambda one: (one[0], one[1].header_offset)):
        label = name
        while met[name] and label in taken:
            met[name] += 1
            label = f"{name} ({met[name]})"
        met[name] = met[name] or 1
        taken[label] += 1
        yield Entry(label, info)


def _read_name(info: ZipInfo) -> str:
    """Return the name of an entry; one that doesn't say how it is written may be in UTF-8."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        with suppress(UnicodeError):
            # The format says CP437, and so does `zipfile`; macOS and others write UTF-8 unmarked.
            name = name.encode("cp437").decode("utf-8")
    return _tidy(name)


def _tidy(name: str) -> str:
    """Return a name as a path that goes down: no `..`, no backslash, nothing that can't be seen."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    shown = "".join(c if c.isprintable() else "\ufffd" for c in name[: 4 * NAME_LIMIT])
    # From a root, above which no `..` leads.
    steps = posixpath.normpath(f"/{shown}").strip("/").split("/")
    tidy = "/".join(" ".join(step.split()) or "_" for step in steps)
    return tidy if len(tidy) <= NAME_LIMIT else f"…{tidy[1 - NAME_LIMIT :]}"


def _is_listed(name: str) -> bool:
    """Say whether a file is its owner's: not hidden, not said of another, not a system's."""
    steps = name.split("/")
    hidden = any(step.startswith(".") or step == "__MACOSX" for step in steps)
    ours = name.endswith(SIDECAR) or steps[-1] == MANIFEST
    return not (hidden or ours or is_litter(steps[-1]))
