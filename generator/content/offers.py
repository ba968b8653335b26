"""Offer a new reading of a page beside the file that a person has edited.

content/articles/2023/09/04/rail-strike.md     is theirs, and stays as it is
content/offers/2023/09/04/rail-strike.txt      is what that file would be, read anew

Whoever wants it copies it over their file; whoever doesn't deletes it.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from generator.content.document import parse_document, read_text, render_document
from generator.content.folders import read_folder
from generator.content.header import parse_label
from generator.content.markdown import render_markdown
from generator.content.reader import CONTENT
from generator.content.tree import ARTICLES, SUFFIX
from generator.files import write_text
from generator.model import Article

OFFERS = f"{CONTENT}/offers"
_SUFFIX = ".txt"
"""Not that of an article, which a stock Pelican would publish."""


def offer_path(path: str) -> str:
    """Return where a new reading of the article's file at `path` is laid, from the root."""
    inner = path.removeprefix(f"{ARTICLES}/").removesuffix(SUFFIX)
    return f"{OFFERS}/{inner}{_SUFFIX}"


def write_offer(
    root: Path, path: str, article: Article, media: dict[str, str], parser: str
) -> str | None:
    """Lay a new reading beside a person's file; return its path, or None if there is none to offer.

    A file of theirs says what was generated first, by its digest: where the page is still read so,
    there is nothing to offer, nor where that line is gone.
    """
    offer = root / offer_path(path)
    document = parse_document(read_text(root / path))
    known = parse_label(document.lines)[0]
    label = replace(
        known, header=article.header, snapshot=article.snapshot, evidence=article.evidence
    )
    body = render_markdown(article.body, media)
    if document.digest in (None, parse_document(render_document(label, body)).digest):
        _remove(offer, root)
        return None
    text = render_document(replace(label, parser=parser), body)
    if not offer.is_file() or read_text(offer) != text:
        write_text(offer, text)
    return offer_path(path)


def find_offers(root: Path) -> tuple[str, ...]:
    """Return the paths of all offers, from the root."""
    found = read_folder(root / OFFERS, root / CONTENT).files
    return tuple(path.relative_to(root).as_posix() for path in found if path.suffix == _SUFFIX)


def sweep_offers(root: Path) -> None:
    """Remove the offers that were taken, or whose file is gone or no more a person's."""
    for offer in find_offers(root):
        inner = offer.removeprefix(f"{OFFERS}/").removesuffix(_SUFFIX)
        path = root / ARTICLES / f"{inner}{SUFFIX}"
        if not path.is_file() or _is_taken(root / offer, path):
            _remove(root / offer, root)


def _is_taken(offer: Path, path: Path) -> bool:
    """Tell whether a file is what was offered, or has itself been read by the same parser."""
    try:
        ours, theirs = read_text(offer), read_text(path)
    except UnicodeDecodeError:
        return False
    found = parse_document(theirs)
    by = [parse_label(each.lines)[0].parser for each in (found, parse_document(ours))]
    return ours == theirs or (found.generated and by[0] == by[1])


def _remove(offer: Path, root: Path) -> None:
    """Remove an offer, and the folders that it leaves empty."""
    with suppress(OSError):
        offer.unlink()
        for folder in _folders_above(offer, root):
            folder.rmdir()


def _folders_above(offer: Path, root: Path) -> Iterator[Path]:
    yield from (folder for folder in offer.parents if folder.is_relative_to(root / OFFERS))
