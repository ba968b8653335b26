"""Write the pages that lead on from where a story or a list stood before, for who kept the address.

They stand apart from every theme, so that they lead on in each of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from generator.config import Archive
from generator.content import add_former
from generator.site.content_policy import write_own_policy
from generator.site.pages import Edition, file_of
from generator.site.shelves import DIGITS, KINDS, OTHER, Shelf
from generator.site.words import direction_of

_PLACE = re.compile(r"""\sid=["']?([^\s"'>]+)""")
# Such a page is made by `find_index`.
_LETTER = re.compile(rf"({'|'.join(KINDS)})/(_(?:[a-z]|{DIGITS}|{OTHER}))/")
_POLICY = write_own_policy((), {})
# A site of files can't answer that a page has moved: to readers and search engines, this does.
_LEADS_ON = '<meta http-equiv="refresh"'

_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
{leads_on} content="0; url={link}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{name} – {site}</title>
<link rel="canonical" href="{canonical}">
</head>
<body>
<main>
<h1>{moved}</h1>
<p><a href="{link}"{tongue}>{name}</a></p>
</main>
</body>
</html>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """What stood at `alias` and stands at `address` now, and what to say of it.

    `whose` is the file of a story, or "" for a list, which has none.
    """

    alias: str
    address: str
    name: str
    moved: str
    whose: str = ""
    lang: str | None = None
    direction: str | None = None


def recall_shelves(edition: Edition, archive: Archive) -> Edition:
    """Return `edition` with the shelves and letters that have lost their page, and those parted.

    Which they are is remembered in `content/`, from when the site that is published still has it.
    """
    every = edition.shelves.every
    small = {shelf.folder: shelf for shelf in every if shelf.folded}
    lost = [folder for folder, shelf in small.items() if _has_page(shelf, archive)]
    apart = {
        f"{shelf.kind}/#{shelf.anchor}": shelf for shelf in every if shelf.index != f"{shelf.kind}/"
    }
    stand = {shelf.index for shelf in every}
    letters = [address for address in _list_letters(archive) if address not in stand]
    known = add_former(archive.root, [*lost, *letters, *_find_places(apart, archive)])
    return replace(
        edition,
        former=tuple(small[folder] for folder in sorted(known & small.keys())),
        parted=tuple(shelf for place, shelf in apart.items() if place in known),
        letters=tuple(filter(_LETTER.fullmatch, sorted(known - stand))),
    )


def _list_letters(archive: Archive) -> Iterator[str]:
    """Yield where the published site has pages of letters."""
    for kind in KINDS:
        for page in (archive.output / kind).glob("_*/index.html"):
            address = f"{kind}/{page.parent.name}/"
            if _LETTER.fullmatch(address) and _is_list(page):
                yield address


def _find_places(apart: Mapping[str, Shelf], archive: Archive) -> Iterator[str]:
    """Yield the places, of those that stand apart, that the published first pages still have."""
    for kind in sorted({shelf.kind for shelf in apart.values()}):
        page = archive.output / kind / "index.html"
        if page.is_file():
            said = _PLACE.findall(page.read_text(encoding="utf-8", errors="replace"))
            yield from apart.keys() & {f"{kind}/#{anchor}" for anchor in said}


def _has_page(shelf: Shelf, archive: Archive) -> bool:
    return _is_list(archive.output / file_of(shelf.folder))


def _is_list(page: Path) -> bool:
    # One that only leads on is no page of a list.
    return page.is_file() and _LEADS_ON not in page.read_text(encoding="utf-8", errors="replace")


def render_stubs(edition: Edition, taken: Iterable[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return a page for each former address of a story or a list, by file; and which others have.

    Neither a story nor a page at one of the addresses `taken` gives way to one that only leads on.
    """
    stands = dict.fromkeys(taken, "the site")
    stands |= {story.address: story.path for story in edition.stories}
    stubs, told = {}, []
    for move in (*_list_stories(edition), *_list_shelves(edition)):
        if other := stands.get(move.alias):
            where = move.alias.rstrip("/")
            told.append(
                f"{move.whose}: nothing leads to it from {where}, since {other} has that address"
            )
        else:
            # Of two that stood at one address, the first in the archive's order has it.
            stands[move.alias] = move.whose
            stubs[file_of(move.alias)] = _render(move, edition)
    return stubs, tuple(told)


def _list_stories(edition: Edition) -> Iterator[_Move]:
    for story, card in zip(edition.stories, edition.cards, strict=True):
        for alias in story.aliases:
            yield _Move(
                alias=alias,
                address=card.address,
                name=card.headline,
                moved=edition.words.text.moved,
                whose=story.path,
                lang=card.lang,
                direction=card.direction,
            )


def _list_shelves(edition: Edition) -> Iterator[_Move]:
    for shelf in edition.former:
        yield _Move(
            alias=shelf.folder,
            address=shelf.address,
            name=shelf.name,
            moved=edition.words.text.moved_list,
        )
    text = edition.words.text
    anchors = {f"{shelf.index}#_{shelf.initial}" for shelf in edition.shelves.every}
    for address in edition.letters:
        kind, _, letter = address.rstrip("/").partition("/")
        place = f"{kind}/#{letter}"
        yield _Move(
            alias=address,
            address=place if place in anchors else f"{kind}/",
            name=vars(text)[kind],
            moved=text.moved_list,
        )


def _render(move: _Move, edition: Edition) -> str:
    settings, words = edition.settings, edition.words
    tongue = f' lang="{escape(move.lang)}" dir="{move.direction}"' if move.lang else ""
    return _PAGE.format(
        language=escape(words.language),
        direction=direction_of(words.language),
        policy=_POLICY,
        leads_on=_LEADS_ON,
        link="../" * move.alias.count("/") + move.address,
        canonical=escape(settings.site_url + move.address.partition("#")[0]),
        name=escape(move.name),
        site=escape(settings.title),
        moved=escape(move.moved),
        tongue=tongue,
    )
