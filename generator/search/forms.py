"""Keep the words of an archive as they are spelled, to look among: by their start, or nearly so.

Each part has its own, in shards that the browser loads as well; `browser/forms.js` reads the same.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.files import write_text
from generator.search.packing import Packer
from generator.search.postings import Inverted
from generator.search.shards import front_code
from generator.search.varint import encode, encode_texts

SHARD_LIMIT = 64 * 1024
"""The most bytes of a shard before it is compressed."""

MOST = 64
"""The most words that a start or a spelling stands for."""

SURE = 2
"""The letters that a word and one that is spelled nearly so have in common at their start."""

_FILE = "forms.json"


@dataclass(frozen=True, slots=True)
class Forms:
    """Words as they are spelled, in lower case without accents, and how many stories have each."""

    counts: Counter[str]

    def find_starting(self, start: str) -> tuple[str, ...]:
        """Return the words that begin with `start`, the most frequent ones first."""
        return self._list_best([form for form in self.counts if form.startswith(start)])

    def find_near(self, word: str, distance: int) -> tuple[str, ...]:
        """Return the words at most `distance` edits away, the most frequent ones first.

        They begin with the same two letters.
        """
        near = [form for form in self.counts if form.startswith(word[:SURE])]
        return self._list_best([form for form in near if is_near(word, form, distance)])

    def _list_best(self, forms: list[str]) -> tuple[str, ...]:
        return tuple(sorted(forms, key=lambda form: (-self.counts[form], form.encode()))[:MOST])


def write_part(inverted: Inverted, folder: Path, packer: Packer) -> None:
    """Write a part's words: all of them into `folder`, to be read by `read_parts`.

    The browser gets them as shards, `f0`, `f1` …, and as `f` the first word of each.
    """
    starts = list(_cut(inverted.forms))
    packer.add("f", encode_texts([inverted.forms[start] for start in starts]))
    said = []
    for number, (start, end) in enumerate(pairwise([*starts, len(inverted.forms)])):
        counts = inverted.form_counts[start:end].tolist()
        pieces = list(zip(inverted.forms[start:end], counts, strict=True))
        packer.add(f"f{number}", *_render(pieces))
        said.append(json.dumps(dict(pieces), separators=(",", ":"))[1:-1])
    write_text(folder / _FILE, f"{{{','.join(said)}}}")


def read_parts(folders: Sequence[Path]) -> Forms:
    """Return the words of all parts together, from the folders that `write_part` wrote into."""
    counts: Counter[str] = Counter()
    for folder in folders:
        counts.update(json.loads((folder / _FILE).read_text(encoding="utf-8")))
    return Forms(counts)


def is_near(left: str, right: str, distance: int) -> bool:
    """Tell whether two words are at most so many edits apart.

    An edit adds, drops or replaces a letter, or swaps two neighbours (optimal string alignment:
    no part is edited twice).
    """
    if abs(len(left) - len(right)) > distance:
        return False
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left):
        older, before, row = before, row, [at + 1]
        for place, other in enumerate(right):
            cost = min(before[place] + (letter != other), before[place + 1] + 1, row[place] + 1)
            if at and place and letter == right[place - 1] and left[at - 1] == other:
                cost = min(cost, older[place - 1] + 1)
            row.append(cost)
        # No later row has less: even a swap costs one more than the row before last.
        if min(row) > distance:
            return False
    return row[-1] <= distance


def _cut(forms: Sequence[str]) -> Iterator[int]:
    """Yield where each shard begins."""
    size = SHARD_LIMIT
    for place, form in enumerate(forms):
        size += len(form.encode()) // 2 + 3
        if size > SHARD_LIMIT:
            yield place
            size = 0


def _render(pieces: Sequence[tuple[str, int]]) -> tuple[bytes, bytes]:
    """Return a shard's words, each as what differs from the one before, and their counts."""
    words = front_code([form for form, _ in pieces])
    return encode([len(words)]) + words, encode([count for _, count in pieces])
