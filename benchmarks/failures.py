"""What goes wrong in a body, by kinds: lines taken too much, lines lost, and where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.shingles import Shingles, count_shingles, f1_of, score_body

SHORT = 8
"""The fewest words of a line that is a paragraph and no heading, label or item."""

_SAID = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A kind of failure on one page, and its share of what the page's score is short of 1."""

    page: str
    kind: str
    loss: float


def find_failures(page: str, truths: Sequence[str], said: str) -> Iterator[Failure]:
    """Yield the kinds of failure of one page, whose losses add up to what its F1 lacks."""
    truth = max(truths, key=lambda text: f1_of(score_body([text], said)))
    lost = 1 - f1_of(score_body([truth], said))
    if not said:
        yield Failure(page=page, kind="nothing read", loss=lost)
        return
    every = " ".join(truths)
    sizes = dict(_name_lines("taken", said, every))
    for kind, size in _name_lines("lost", truth, said):
        sizes[kind] = sizes.get(kind, 0) + size
    whole = sum(sizes.values())
    if lost > 0 and not whole:
        yield Failure(page=page, kind="words within lines", loss=lost)
    for kind, size in sizes.items():
        yield Failure(page=page, kind=kind, loss=lost * size / whole)


def _name_lines(verb: str, text: str, other: str) -> Iterator[tuple[str, int]]:
    """Yield the kinds of lines of `text` that `other` doesn't have, with how much they are."""
    lines = [line for line in text.splitlines() if line.strip()]
    known = count_shingles(other)
    shares = [_share(count_shingles(line), known) for line in lines]
    common = [at for at, share in enumerate(shares) if share >= _SAID]
    first, last = (common[0], common[-1]) if common else (len(lines), len(lines))
    sizes: dict[str, int] = {}
    for at, line in enumerate(lines):
        if shares[at] >= _SAID or line.strip() in other:
            continue
        place = "above the text" if at < first else "below the text" if at > last else "within it"
        shape = "paragraphs" if len(line.split()) >= SHORT else "short lines"
        kind = f"{shape} {place} {verb}"
        sizes[kind] = sizes.get(kind, 0) + count_shingles(line).total()
    yield from sizes.items()


def _share(line: Shingles, known: Shingles) -> float:
    return (line & known).total() / max(1, line.total())


def render_failures(failures: Sequence[Failure]) -> str:
    """Return a table in Markdown: each kind, on how many pages, and the points of F1 it costs."""
    pages = len({failure.page for failure in failures})
    kinds = sorted({failure.kind for failure in failures})
    losses = {kind: sum(f.loss for f in failures if f.kind == kind) for kind in kinds}
    rows = [
        f"| {kind} | {sum(f.kind == kind for f in failures)} | {losses[kind]:.2f} |"
        for kind in sorted(kinds, key=lambda kind: -losses[kind])
    ]
    head = "| kind of failure | pages | loss, in whole pages |\n|---|--:|--:|\n"
    return f"{head}" + "\n".join(rows) + f"\n| all | {pages} | {sum(losses.values()):.2f} |"
