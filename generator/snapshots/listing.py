"""Which files of a folder are snapshots, and which belong to one.

A browser that saves a page whole makes `X.html` and a folder beside it, in the browser's language:
`X_files`, `X-Dateien`. What stands in there are the page's parts.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TypeVar

from generator.files import is_litter
from generator.snapshots.shelf import MANIFEST, SIDECAR

_Path = TypeVar("_Path", bound=PurePath)

_PAGE = re.compile(r"(.+)\.(?:html?|xhtml|shtml)(?:\.gz)?", re.IGNORECASE)

_ENDINGS = (
    "_files _file _pliki _soubory _dosyalar _fichiers _arquivos _ficheiros _archivos _bestanden "
    "_datoteke _fails _failid _fitxers _bylos _elemei _tiedostot -Dateien -filer -Filer -filar "
    "_ファイル _文件 _檔案 _파일 .files"
).split()
"""What browsers put behind a page's name to name its folder, in their languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files of a folder: its snapshots in order, and for each page its parts."""

    snapshots: tuple[Path, ...]
    parts: Mapping[Path, tuple[Path, ...]]

    def parts_of(self, snapshot: Path) -> tuple[Path, ...]:
        """Return the files that came with `snapshot`, in order."""
        return self.parts.get(snapshot, ())


def find_files(root: Path) -> Listing:
    """Return what there is in the folder `root`, all levels down, or about the one file `root`.

    Left out are hidden files and folders, what systems leave there, what is said of snapshots
    beside them, and the manifest.
    What can't be looked into stands among the snapshots, so that it is accounted for. Links to
    folders aren't followed.
    """
    files = sorted(_walk(root)) if root.is_dir() else [root, *sorted(_walk_beside(root))]
    snapshots, parts = sort_out(files)
    kept = {page: tuple(found) for page, found in parts.items()}
    return Listing(snapshots=tuple(snapshots), parts=MappingProxyType(kept))


def sort_out(files: Sequence[_Path]) -> tuple[list[_Path], dict[_Path, list[_Path]]]:
    """Return which of `files` are snapshots, and for each page its parts, all in their order."""
    owners = _find_owners(files)
    parts: dict[_Path, list[_Path]] = {}
    snapshots: list[_Path] = []
    for file in files:
        # The outermost: a page in a page's folder is a frame of it.
        owner = next(
            (owners[folder] for folder in reversed(file.parents) if folder in owners), None
        )
        (parts.setdefault(owner, []) if owner else snapshots).append(file)
    return snapshots, parts


def _find_owners(files: Sequence[_Path]) -> dict[PurePath, _Path]:
    """Return the page to which each folder of parts belongs."""
    pages = {file.with_name(stem): file for file in files if (stem := _find_stem(file))}
    owners: dict[PurePath, _Path] = {}
    for folder in {file.parent for file in files}:
        for ending in _ENDINGS:
            stem = folder.name.removesuffix(ending)
            if stem not in ("", folder.name) and (page := pages.get(folder.with_name(stem))):
                owners[folder] = page
    return owners


def _find_stem(file: PurePath) -> str | None:
    found = _PAGE.fullmatch(file.name)
    return found[1] if found else None


def _walk(root: Path) -> Iterator[Path]:
    unreadable: list[Path] = []
    walk = os.walk(root, onerror=lambda error: unreadable.append(Path(error.filename)))
    for folder, folders, files in walk:
        here = Path(folder)
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (here / name for name in folders if (here / name).is_symlink())
        yield from (here / name for name in files if _is_listed(name))
    yield from unreadable


def _is_listed(name: str) -> bool:
    ours = name.endswith(SIDECAR) or name == MANIFEST
    return not (ours or is_litter(name))


def _walk_beside(page: Path) -> Iterator[Path]:
    if stem := _find_stem(page):
        for folder in (page.with_name(stem + ending) for ending in _ENDINGS):
            if folder.is_dir() and not folder.is_symlink():
                yield from _walk(folder)
