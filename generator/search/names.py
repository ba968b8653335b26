"""Tell readers in which file each word is, and what the cards of a part are likely to repeat.

Every query needs that, and no two of them more of it than others: so it is one file for all parts,
which the search page holds.
"""

from collections.abc import Sequence

from generator.search.packing import store
from generator.search.part import About
from generator.search.shards import front_code
from generator.search.varint import encode

NAMED = ("words", "pairs", "dictionary")
"""What is said of parts here, and not in the manifest."""


def render_names(parts: Sequence[About]) -> bytes:
    """Return the file: of each part its shards of words, of pairs, and its dictionary, stored."""
    return b"".join(
        encode([len(said)]) + said
        for part in parts
        for said in (
            front_code(part["words"]),
            front_code(part["pairs"]),
            store(part["dictionary"].encode()),
        )
    )
