"""Write the pages that lead on from where a story stood before, for whoever kept that address.

They stand apart from every theme, so that they lead on in each of them.
"""

from collections.abc import Iterable, Iterator
from html import escape

from generator.site.cards import Card
from generator.site.pages import Edition, file_of
from generator.site.words import direction_of

_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{headline} – {site}</title>
<link rel="canonical" href="{canonical}">
</head>
<body>
<main>
<h1>{moved}</h1>
<p><a href="{link}"{tongue}>{headline}</a></p>
</main>
</body>
</html>
"""


def render_stubs(
    edition: Edition, taken: Iterable[str], policy: str
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return a page for each former address of a story, by file, and which of them others have.

    Neither a story nor a page at one of the addresses `taken` gives way to one that only leads on.
    """
    stands = dict.fromkeys(taken, "the site")
    stands |= {story.address: story.path for story in edition.stories}
    stubs, told = {}, []
    for alias, card, path in _list_aliases(edition):
        if other := stands.get(alias):
            where = alias.rstrip("/")
            told.append(f"{path}: nothing leads to it from {where}, since {other} has that address")
        else:
            stands[alias] = path
            stubs[file_of(alias)] = _render(alias, card, edition, policy)
    return stubs, tuple(told)


def _list_aliases(edition: Edition) -> Iterator[tuple[str, Card, str]]:
    """Yield each former address, with the card of its story and that one's file."""
    for story, card in zip(edition.stories, edition.cards, strict=True):
        for alias in story.aliases:
            yield alias, card, story.path


def _render(alias: str, card: Card, edition: Edition, policy: str) -> str:
    settings, words = edition.settings, edition.words
    tongue = f' lang="{escape(card.lang)}" dir="{card.direction}"' if card.lang else ""
    return _PAGE.format(
        language=escape(words.language),
        direction=direction_of(words.language),
        policy=escape(policy, quote=False),
        link="../" * alias.count("/") + card.address,
        canonical=escape(settings.site_url + card.address),
        headline=escape(card.headline),
        site=escape(settings.title),
        moved=escape(words.text.moved),
        tongue=tongue,
    )
