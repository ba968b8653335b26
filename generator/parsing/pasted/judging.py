"""Which lines are the article's text, by two readers: the rules of `layout`, and a table of trees.

The trees were grown by `tools/grow_trees.py` on pages whose text is known. They add up to the log
of the odds that a line is text. The rules' word is added to it, and they alone know lists by
their marks.
"""

import json
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from generator.parsing.pasted.features import BELOW, NAMES, read_features
from generator.parsing.pasted.layout import Layout, select_body
from generator.parsing.pasted.lines import Kind, Line

AGREEMENT = 0.5
"""What the word of the rules weighs beside that of the trees."""

SURE = 0.3
"""The least sum that makes a line text."""

_ITEM_MARK = re.compile(r"(?:[•●▪◦‣·*►]|[-–—](?=\s)|\d{1,2}[.)])\s*\S")
PICTURE = frozenset([Kind.CAPTION, Kind.CREDIT])
"""Lines that are a picture's, and no text."""

_TEXT = frozenset([Kind.PROSE, Kind.SHORT, Kind.CODA])
_LEAST_SHARE = 0.4


def choose_body(lines: Sequence[Line], layout: Layout) -> Iterator[Line]:
    """Yield the lines of the body in order, with the captions and credits between them.

    Where the trees leave less than two fifths of what the rules take, the page is none of the
    kind that they know, and the rules decide alone.
    """
    # By identity, since lines of one page may be equal.
    own = {id(line): line for line in select_body(lines, layout)}
    ruled = {key for key, line in own.items() if line.kind not in PICTURE}
    chosen = set(agree(lines, layout, ruled, _read_odds(lines, layout)))
    words = sum(own[key].words for key in ruled)
    if sum(lines[i].words for i in chosen) < _LEAST_SHARE * words:
        yield from own.values()
        return
    for i in range(layout.start, min(len(lines), layout.end + BELOW)):
        line = lines[i]
        if i in chosen:
            yield line if line.kind in _TEXT else replace(line, kind=Kind.PROSE)
        elif line.kind in PICTURE and id(line) in own:
            yield line


def agree(
    lines: Sequence[Line], layout: Layout, ruled: Set[int], odds: Sequence[float]
) -> Iterator[int]:
    """Yield the numbers of the lines that are text.

    `ruled` are the ids of those that the rules take, `odds` what the trees say of those from the
    body's first line on.
    """
    ruled_at = [id(line) in ruled for line in lines]
    told = [
        said + (AGREEMENT if ruled_at[i] else -AGREEMENT) > SURE
        for i, said in enumerate(odds, layout.start)
    ]
    for i, is_told in enumerate(told, layout.start):
        heads = any(told[i - layout.start + 1 :][:1]) and _may_head(lines, i)
        if is_told or (ruled_at[i] and (heads or _has_a_mark(lines[i]))):
            yield i


def _may_head(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line stands as a subhead does: apart from the paragraph above it."""
    above = (
        other.kind for other in reversed(lines[max(0, i - 3) : i]) if other.kind is not Kind.NOTE
    )
    return lines[i].kind is Kind.SHORT and lines[i].spaced and next(above, None) is Kind.PROSE


def _has_a_mark(line: Line) -> bool:
    """Say whether a line is an item of a list, or names contributors."""
    return line.kind is Kind.CODA or bool(_ITEM_MARK.match(line.text))


def _read_odds(lines: Sequence[Line], layout: Layout) -> list[float]:
    base, trees = _read_trees()
    return [_add_up(row, base, trees) for row in read_features(lines, layout)]


def _add_up(row: Sequence[float], total: float, trees: Sequence[Any]) -> float:
    """Add up what the trees say: a number, or a feature, a threshold, and what is on each side."""
    for tree in trees:
        node = tree
        # A tree is lists in lists, with numbers for leaves; this loop runs for each line and each
        # tree.
        while type(node) is list:
            at, most, left, right = node
            node = left if row[at] <= most else right
        total += node
    return total


@cache
def _read_trees() -> tuple[float, list[Any]]:
    table = json.loads((resources.files(__package__) / "trees.json").read_text(encoding="utf-8"))
    if tuple(table["features"]) != NAMES:
        raise ValueError("trees.json was grown on other features: run tools/grow_trees.py")
    return table["base"], table["trees"]
