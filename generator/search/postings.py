"""What search knows of a part of the archive: its words, and where each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from numpy import int64, uint32
from numpy.typing import NDArray

from generator.search.arrays import Numbers


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """All words of one field in a part of the archive.

    `terms` are in the order of their UTF-8 bytes. Term i stands in the documents (numbers within
    the part, rising) `documents[starts[i]:starts[i + 1]]`, in each as often as `counts` says.
    Posting j has its places in `places[place_starts[j]:place_starts[j + 1]]`: none for terms that
    are no part of the text's own sequence of words. `lengths` says how long the field is in each
    document, as coarsely as it is scored; 0 where it is empty.

    Numbers that there are millions of have as few bits as they need: mind what is added to them.
    """

    terms: tuple[str, ...]
    starts: NDArray[int64]
    documents: Numbers
    counts: Numbers
    place_starts: Numbers
    places: Numbers
    lengths: NDArray[uint32]


@dataclass(frozen=True, slots=True)
class Inverted:
    """A part of the archive turned inside out.

    `forms` are the words as they are written (in lower case, folded), in the order of their UTF-8
    bytes; `form_counts` says in how many of the part's documents each stands.
    """

    documents: int
    fields: Mapping[str, FieldPostings]
    forms: tuple[str, ...]
    form_counts: NDArray[uint32]
