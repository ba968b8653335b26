"""Grow the trees that judge the lines of pasted pages, on pages whose text is known.

pip install scikit-learn
python -m tools.grow_trees FOLDER...          writes generator/parsing/pasted/trees.json
python -m tools.grow_trees --check FOLDER...  only prints how well trees do on pages held back

A folder holds pages as text, <id>.txt, and beside each what its text is: <id>.json with
`body_text`, and `body_text_with_dek` where that differs. Trees were last grown on ../shared/pages:
its `pasted`, and what `tools.copy_pages` makes of its `publishers` that aren't there (pages that
are in several folders count once). Pages of one outlet (all that stands
before "-V" in the id) are held back together. What is said of pages held back is what to believe:
trees that win only on the pages that they grew on are worth nothing.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import mean
from typing import Any

from generator.parsing.pasted.features import NAMES, read_features
from generator.parsing.pasted.judging import PICTURE, agree
from generator.parsing.pasted.layout import Layout, find_layout, select_body
from generator.parsing.pasted.lines import Line, read_lines

TABLE = Path(__file__).parents[1] / "generator" / "parsing" / "pasted" / "trees.json"
FOLDS = 5
SHAPE = {
    "max_iter": 100,
    "learning_rate": 0.1,
    "max_leaf_nodes": 16,
    "l2_regularization": 5,
    "min_samples_leaf": 30,
    "max_features": 0.3,
    "max_bins": 64,
    "early_stopping": False,
    "random_state": 0,
}
"""Few small trees, each of which sees a third of the features: there are few pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page read, the rows of its lines, and which of them are text."""

    name: str
    lines: Sequence[Line]
    layout: Layout
    rows: Sequence[Sequence[float]]
    text: Sequence[bool]
    truths: Sequence[str]


def read_pages(folders: Iterable[Path]) -> Iterator[Page]:
    """Read the pages that show their text: half of its words at least."""
    files = {file.stem: file for folder in folders for file in sorted(folder.glob("*.json"))}
    for file in files.values():
        truth = json.loads(file.read_text(encoding="utf-8"))
        truths = [truth["body_text"], truth.get("body_text_with_dek") or truth["body_text"]]
        lines = read_lines(file.with_suffix(".txt").read_text(encoding="utf-8"))
        layout = find_layout(lines)
        text = label(lines, max(truths, key=len))
        shown = sum(line.words for line, is_text in zip(lines, text, strict=True) if is_text)
        if shown >= 0.5 * len(truths[0].split()):
            rows = read_features(lines, layout)
            yield Page(file.stem, lines, layout, rows, text, truths)


def label(lines: Sequence[Line], truth: str) -> list[bool]:
    """Say of each line whether it is text: most of its runs of four words are in the truth.

    A line of fewer words has to be in the truth whole, and beside a longer one that is text.
    """
    shingles = count_shingles(truth)
    words = " ".join(["", *re.findall(r"\w+", truth), ""])
    told = []
    for line in lines:
        own = re.findall(r"\w+", line.text)
        if len(own) >= 4:
            runs = count_shingles(line.text)
            told.append((runs & shingles).total() >= 0.5 * runs.total())
        else:
            told.append(bool(own) and f" {' '.join(own)} " in words)
    long = [i for i, line in enumerate(lines) if told[i] and line.words >= 6]
    first, last = (min(long) - 2, max(long) + 3) if long else (0, -1)  # subheads, last items
    return [
        is_text and (line.words >= 6 or first <= i <= last)
        for i, (line, is_text) in enumerate(zip(lines, told, strict=True))
    ]


def count_shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words in `text`."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def grow(pages: Sequence[Page]) -> Any:
    """Grow trees on pages, all of about the same weight, long lines of more than short ones."""
    ensemble = import_module("sklearn.ensemble")  # which only who grows trees needs
    rows, told, weights = [], [], []
    for page in pages:
        judged = range(page.layout.start, page.layout.start + len(page.rows))
        long = sum(min(60, page.lines[i].words) for i in judged if page.text[i])
        rows += [[float(number) for number in row] for row in page.rows]
        told += [page.text[i] for i in judged]
        weights += [(min(60, page.lines[i].words) / (long + 100)) ** 0.5 for i in judged]
    usual = mean(weights)
    model = ensemble.HistGradientBoostingClassifier(**SHAPE)
    return model.fit(rows, told, sample_weight=[weight / usual for weight in weights])


def check(pages: Sequence[Page]) -> None:
    """Print precision, recall and F1 of the rules, and of trees on pages that they didn't see."""
    outlets = sorted({find_outlet(page) for page in pages}, key=lambda name: (name[::-1], name))
    said: dict[str, Sequence[float]] = {}
    for fold in range(FOLDS):
        held = {outlet for i, outlet in enumerate(outlets) if i % FOLDS == fold}
        model = grow([page for page in pages if find_outlet(page) not in held])
        for page in pages:
            if find_outlet(page) in held and page.rows:
                said[page.name] = model.decision_function([list(map(float, r)) for r in page.rows])
    report("rules", pages, take_ruled)
    report("both", pages, lambda page: take_both(page, said.get(page.name, ())))


def find_outlet(page: Page) -> str:
    """Return what the ids of an outlet's pages begin with."""
    return page.name.partition("-V")[0]


def take_ruled(page: Page) -> list[Line]:
    """Return the lines that the rules take for text."""
    return [line for line in select_body(page.lines, page.layout) if line.kind not in PICTURE]


def take_both(page: Page, odds: Sequence[float]) -> list[Line]:
    """Return the lines that rules and trees take for text together."""
    ruled = {id(line) for line in take_ruled(page)}
    return [page.lines[i] for i in agree(page.lines, page.layout, ruled, odds)]


def report(name: str, pages: Sequence[Page], take: Callable[[Page], list[Line]]) -> None:
    """Print how well lines are taken, as the mean over the pages."""
    scores = [score(page, "\n".join(line.text for line in take(page))) for page in pages]
    precision, recall = mean(p for p, _ in scores), mean(r for _, r in scores)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:6} precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}")


def score(page: Page, text: str) -> tuple[float, float]:
    """Return precision and recall of runs of four words, by the truth that fits better."""
    said, best = count_shingles(text), (0.0, 0.0)
    for truth in map(count_shingles, page.truths):
        hit = (truth & said).total()
        own = hit / max(1, said.total()), hit / max(1, truth.total())
        best = max(best, own, key=lambda pair: pair[0] * pair[1] / (sum(pair) or 1))
    return best


def write(model: Any) -> None:
    """Write the trees as nested lists, one a line; a number is a leaf."""
    grown = vars(model)
    trees = [json.dumps(nest(found[0].nodes, 0)) for found in grown["_predictors"]]
    base = round(float(grown["_baseline_prediction"].item()), 4)
    head = f'{{"features": {json.dumps(NAMES)},\n"base": {base},\n"trees": [\n'
    TABLE.write_text(head + ",\n".join(trees) + "\n]}\n", encoding="utf-8")


def nest(nodes: Any, at: int) -> Any:
    """Return a tree as a feature, a threshold, and the trees on both sides."""
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 3)
    sides = [nest(nodes, int(node[side])) for side in ("left", "right")]
    return [int(node["feature_idx"]), round(float(node["num_threshold"]), 4), *sides]


def main(arguments: Sequence[str]) -> None:
    """Grow trees on the pages of all folders, or check how they do."""
    pages = list(read_pages(map(Path, (name for name in arguments if name != "--check"))))
    check(pages)
    if "--check" not in arguments:
        write(grow(pages))


if __name__ == "__main__":
    main(sys.argv[1:])
