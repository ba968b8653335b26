"""Pages that say what they are instead of an article: walls, notices, errors, checks, forms."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from generator.parsing.gates import addresses
from generator.parsing.gates.addresses import Address
from generator.parsing.gates.phrases import Phrases, find_sayings, may_say, names_itself, plain
from generator.parsing.gates.said_at_gates import COOKIES, LETTERS, LOGIN, ROBOTS
from generator.parsing.gates.said_of_pages import ABROAD, MISSING, SHELL

NO_TEXT = "no article text"
"""The reason where none of these is told, and there is nothing to read."""

HOW_TO_KEEP = " (or keep it as it is, with --keep)"
"""What is said behind a reason, for who wants such a page in spite of it."""

_REST = 60
"""The most other words of a page that calls itself something else than an article."""

_REST_TOLD = 15
"""The most other words of one that says to machines that it is an article."""

_REST_UNNAMED = 8
"""The most other words of a page that doesn't call itself anything."""

_LONG = 300
"""The most words of a page that doesn't call itself anything, whatever it says."""

_NOTHING = 3
_SAYINGS = 3
_LABEL = 3
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s*(?=\S)")


class Sorted(NamedTuple):
    """How many different things are said that a kind of page says, in how many words.

    `rest` are the words of the sentences that say none of them.
    """

    said: int
    own: int
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a page calls itself and says, and where it stood; `count` counts words.

    `text` are the lines of its article, and where it has none, all that it shows; `told` is whether
    it says to machines that it is an article.
    """

    titles: tuple[str, ...]
    text: tuple[str, ...]
    words: int
    address: Address
    count: Callable[[str], int]
    told: bool = False

    def call_it(self, phrases: Phrases) -> bool:
        """Say whether the page calls itself one of this kind."""
        return any(names_itself(title, phrases) for title in self.titles)

    def sort_out(self, phrases: Phrases) -> Sorted:
        """Tell the sentences that pages of this kind say from others; labels are neither."""
        said: set[str] = set()
        own = rest = 0
        for line in (part for text in self.text for part in _SENTENCE.split(text) if part):
            words = self.count(line)
            if found := find_sayings(line, phrases):
                said |= found
                own += words
            # A label such as "Menu" says nothing, and what a page calls itself is told by
            # `call_it`.
            elif words > _LABEL and not names_itself(line, phrases):
                rest += words
        return Sorted(len(said), own, rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A kind of page that stands where an article should, and its witnesses."""

    kind: str
    reason: str
    phrases: Phrases
    address: frozenset[str] = frozenset()


GATES = (
    Gate(kind="robots", reason="a check for robots, not the page", phrases=ROBOTS),
    Gate(
        kind="cookies",
        reason="a cookie notice: accept or refuse, and save the page again",
        phrases=COOKIES,
        address=addresses.CONSENT,
    ),
    Gate(
        kind="login",
        reason="a login wall: log in and save the page again",
        phrases=LOGIN,
        address=addresses.LOGIN,
    ),
    Gate(
        kind="abroad",
        reason="a notice that the page is not shown in this country",
        phrases=ABROAD,
    ),
    Gate(
        kind="missing",
        reason="the site's error page",
        phrases=MISSING,
        address=addresses.MISSING,
    ),
    Gate(
        kind="letters",
        reason="a form to sign up for a newsletter",
        phrases=LETTERS,
        address=addresses.LETTERS,
    ),
    Gate(
        kind="shell",
        reason="a page that only its program fills: save it again once it is shown whole",
        phrases=SHELL,
    ),
)
"""In their order, those come first that let least through."""


def find_notice(words: Words, is_built: Callable[[str], bool]) -> str | None:
    """Return why a page is no article, if its words are those of one of these kinds.

    `is_built` says whether the page is also built as one of a kind.
    """
    shown = plain(" ".join(words.text)) if words.words <= _LONG else ""
    return next((gate.reason for gate in GATES if _stands_at(gate, words, shown, is_built)), None)


def _stands_at(gate: Gate, page: Words, shown: str, is_built: Callable[[str], bool]) -> bool:
    """Say whether two witnesses agree, or one for a page without a text, and little else is left.

    What a page says counts twice where it says several such things and nothing else. `shown` are
    its plain words, unless it is too long to be told by them.
    """
    # The quick looks first: nearly all pages say nothing that is said at any gate.
    named = page.call_it(gate.phrases)
    at = page.address.has(gate.address)
    calls = named or at
    if not calls and not may_say(shown, gate.phrases):
        return False
    told = page.sort_out(gate.phrases)
    if not (calls or told.said):
        return False
    if calls and page.words <= _NOTHING:
        return True
    # One such sentence may stand in any story; several, and next to nothing else, may not.
    alone = told.said >= _SAYINGS and told.rest <= _REST_UNNAMED
    witnesses = named + at + bool(told.said) + alone + is_built(gate.kind)
    return witnesses >= 2 and told.rest <= _find_most(page, told, calls=calls)


def _find_most(page: Words, told: Sorted, *, calls: bool) -> int:
    """Return how many other words a page may have: few, and no more than say what it is."""
    if not calls:
        return _REST_UNNAMED
    return _REST_TOLD if page.told else max(_REST_TOLD, min(told.own, _REST))
