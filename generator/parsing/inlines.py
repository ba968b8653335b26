"""Runs of styled characters turned into inlines: links round bold round italics."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from generator.model import Emphasis, Inline, Link, Strong, Text
from generator.parsing.boxes import PLAIN, Style
from generator.text import squeeze, strip_controls
from generator.urls import find_http_url

Segment: TypeAlias = tuple[str, Style]

_text_of = itemgetter(0)
_style_of = itemgetter(1)
_SPACE = re.compile(r"\s+")


def make_inlines(segments: Iterable[Segment], base: str | None) -> tuple[Inline, ...]:
    """Return the inlines of a line, with its spaces made one and its links absolute.

    A link that isn't to a web address becomes its text.
    """
    segments = tuple(segments)
    # So are most lines, which then need not be taken apart.
    if all(style == PLAIN for _, style in segments):
        text = squeeze("".join([text for text, _ in segments]))
        return (Text(text),) if text else ()
    runs = _join(_resolve(segments, base))
    return tuple(_nest(_squeeze(runs), _LAYERS))


def _resolve(segments: Iterable[Segment], base: str | None) -> Iterator[Segment]:
    for text, style in segments:
        href = find_http_url(style.href, base) if style.href else None
        yield text, Style(href, style.strong, style.emphasis) if style.href else style


def _join(segments: Iterable[Segment]) -> list[Segment]:
    """Join neighbours of one style."""
    runs = groupby(filter(_text_of, segments), key=_style_of)
    return [("".join([text for text, _ in run]), style) for style, run in runs]


def _squeeze(runs: Sequence[Segment]) -> list[Segment]:
    """Make white space one space across runs; none stands at the ends, nor at those of a link."""
    squeezed: list[Segment] = []
    # Whether a space has been read that stands nowhere yet: it is set before the next words.
    owed = False
    for raw, style in runs:
        # Nearly all runs are clean, and to see that is quicker than to clean them.
        plain = raw.isprintable() and "  " not in raw
        text = raw if plain else _SPACE.sub(" ", strip_controls(raw))
        bare = text.strip(" ")
        if bare and squeezed and (owed or text.startswith(" ")):
            squeezed.append((" ", _shared(squeezed[-1][1], style)))
        if bare:
            squeezed.append((bare, style))
        owed = (owed and not bare) or text.endswith(" ")
    return _join(squeezed)


def _shared(one: Style, other: Style) -> Style:
    """Return what two styles have in common, in which the space between them is set."""
    return Style(
        href=one.href if one.href == other.href else None,
        strong=one.strong and other.strong,
        emphasis=one.emphasis and other.emphasis,
    )


_Layer: TypeAlias = tuple[Callable[[Style], object], Callable[[object, tuple[Inline, ...]], Inline]]

# Links outermost, so that one with a bold word in it stays one link.
_LAYERS: tuple[_Layer, ...] = (
    (lambda style: style.href, lambda href, inner: Link(str(href), inner)),
    (lambda style: style.strong, lambda _, inner: Strong(inner)),
    (lambda style: style.emphasis, lambda _, inner: Emphasis(inner)),
)


def _nest(runs: Sequence[Segment], layers: Sequence[_Layer]) -> Iterator[Inline]:
    """Yield inlines, grouped by the first layer and then, within, by those that follow."""
    if not layers:
        yield Text("".join(text for text, _ in runs))
        return
    if len(runs) == 1:
        yield _wrap(*runs[0], layers)
        return
    (of, wrap), rest = layers[0], layers[1:]
    for value, group in groupby(runs, key=lambda run: of(run[1])):
        inner = _nest(list(group), rest)
        if value:
            yield wrap(value, tuple(inner))
        else:
            yield from inner


def _wrap(text: str, style: Style, layers: Sequence[_Layer]) -> Inline:
    """Return the one inline that text of one style is."""
    inline: Inline = Text(text)
    for of, wrap in reversed(layers):
        if value := of(style):
            inline = wrap(value, (inline,))
    return inline
