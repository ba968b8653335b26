"""Turn what a query says into what is looked for in the index: terms, and how they go together.

A word becomes its terms in each field; words that stand for themselves are one wish each. A bare
stop word is left out where any other word is looked for. In a long question a story may have any
part of `long-range`, since it need not have all words either. `browser/plan.js` does the same.
"""

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from generator.search.lexicon import Lexicon
from generator.search.ranking import SHORT
from generator.search.schema import EVERYDAY_FIELDS
from generator.search.tree import (
    Both,
    Dates,
    Either,
    Like,
    Part,
    Query,
    Quote,
    Series,
    Signed,
    Start,
    Text,
)
from generator.search.wishes import (
    Beginning,
    Choice,
    Except,
    Near,
    Row,
    Term,
    Wish,
    join_any,
    join_every,
    join_fields,
)

TERM_LIMIT = 128
"""The most words of a query that are searched for; one that is repeated counts once."""

REPEATS = 5
"""How often a word that is repeated counts, at most."""

WILD_LIMIT = 4
"""The most words of a query that may stand for many, `harb*` and `harbor~`."""

SHORTEST_START = 3
"""The fewest letters before `*`."""

NOTES = ("long", "words", "terms", "wild", "short")
"""All notes on a query, in the order in which they are given."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to look for, or None where a query has no words; and the notes on it, of NOTES."""

    root: Choice | None
    notes: tuple[str, ...]


def make_plan(query: Query, lexicon: Lexicon) -> Plan:
    """Return what is looked for in an index with the words of `lexicon`."""
    planner = _Planner(lexicon, stop_words=False)
    root = planner.plan_series(query.root)
    if not planner.found or len(root.required) + len(root.optional) > SHORT:
        planner = _Planner(lexicon, stop_words=not planner.found, apart=planner.found)
        root = planner.plan_series(query.root)
    notes = planner.notes | set(query.notes)
    empty = root == Choice((), (), (), ())
    return Plan(None if empty else root, sort_notes(notes))


def sort_notes(notes: Set[str]) -> tuple[str, ...]:
    """Return notes in the order of NOTES."""
    return tuple(note for note in NOTES if note in notes)


@dataclass(slots=True)
class _Planner:
    """Goes through a query once; `found` says that a word was met that is asked for."""

    lexicon: Lexicon
    stop_words: bool
    apart: bool = False
    found: bool = False
    notes: set[str] = field(default_factory=set)
    _seen: set[object] = field(default_factory=set)
    _left: int = TERM_LIMIT
    _wild: int = WILD_LIMIT
    _denied: int = 0

    def plan_series(self, series: Series) -> Choice:
        required: list[Wish] = []
        optional: list[Wish] = []
        prohibited: list[Wish] = []
        filters: list[Wish] = []
        for signed in series.parts:
            wishes = self._plan_signed(signed)
            if signed.sign == "-":
                prohibited += join_every(wishes)
            elif _is_filter(signed.part):
                filters += wishes
            else:
                (required if signed.sign else optional).extend(wishes)
        return Choice(*map(_limit_repeats, (required, optional, prohibited, filters)))

    def _plan_signed(self, signed: Signed) -> list[Wish]:
        """Return what a part looks for, its sign aside: one wish, or for a text one a word."""
        self._denied += signed.sign == "-"
        wishes = self._plan_part(signed.part, explicit=bool(signed.sign))
        self._denied -= signed.sign == "-"
        return wishes

    def _plan_part(self, part: Part, *, explicit: bool) -> list[Wish]:
        match part:
            case Text(text, name):
                return self._plan_text(text, name, explicit=explicit)
            case Quote():
                return self._plan_quote(part)
            case Start() | Like():
                return self._plan_wild(part, explicit=explicit)
            case Dates():
                return [part]
            case Series():
                return _simplify(self.plan_series(part))
            case Both(parts) | Either(parts):
                join = join_every if isinstance(part, Both) else join_any
                return join(self._plan_operands(parts))

    def _plan_operands(self, parts: tuple[Signed, ...]) -> list[Wish]:
        wishes: list[Wish] = []
        for signed in parts:
            operand = join_every(self._plan_signed(signed))
            wishes += [Except(wish) for wish in operand] if signed.sign == "-" else operand
        return list(_limit_repeats(wishes))

    def _plan_text(self, text: str, name: str | None, *, explicit: bool) -> list[Wish]:
        return [
            join_fields(wanted, _list_fields(name))
            for wanted in self.lexicon.read(text, apart=self.apart and not (explicit or name))
            if explicit or name or self.stop_words or not wanted.stop
            if self._afford(("word", name, wanted), max(len(wanted.phrase), 1))
        ]

    def _plan_quote(self, quote: Quote) -> list[Wish]:
        rows = self.lexicon.phrases(quote.text)
        if not rows or not self._afford(quote, len(rows[0])):
            return []
        return join_any(
            Row(name, row, quote.slop) if len(row) > 1 else Term(name, row[0])
            for name in _list_fields(quote.field)
            for row in rows
        )

    def _plan_wild(self, part: Start | Like, *, explicit: bool) -> list[Wish]:
        read = self.lexicon.read(part.text)
        form = self.lexicon.form(read[0].token) if len(read) == 1 else ""
        short = isinstance(part, Start) and len(form) < SHORTEST_START
        if not form or short:
            self.notes |= {"short"} if form else set()
            return self._plan_text(part.text, part.field, explicit=explicit)
        if not self._wild:
            self.notes.add("wild")
            return []
        if not self._afford(part, 1):
            return []
        self._wild -= 1
        fields = _list_fields(part.field)
        if isinstance(part, Start):
            return [Beginning(fields, form)]
        return [Near(fields, form, part.distance)]

    def _afford(self, key: object, words: int) -> bool:
        """Tell whether there is room for so many words more; the same again takes none."""
        if key not in self._seen:
            if words > self._left:
                self._left = 0
                self.notes.add("terms")
                return False
            self._left -= words
            self._seen.add(key)
        self.found |= not self._denied
        return True


def _list_fields(name: str | None) -> tuple[str, ...]:
    return (name,) if name else EVERYDAY_FIELDS


def _limit_repeats(wishes: Iterable[Wish]) -> tuple[Wish, ...]:
    """Return wishes without those that were met often enough."""
    met: Counter[Wish] = Counter()
    kept = []
    for wish in wishes:
        met[wish] += 1
        if met[wish] <= REPEATS:
            kept.append(wish)
    return tuple(kept)


def _is_filter(part: Part) -> bool:
    """Tell whether a part speaks of nothing but dates."""
    if isinstance(part, Both | Either | Series):
        return all(_is_filter(signed.part) for signed in part.parts)
    return isinstance(part, Dates)


def _simplify(choice: Choice) -> list[Wish]:
    """Return a group as one wish, the only one in it where that says the same, or none."""
    asked = [*choice.required, *choice.optional]
    if choice.prohibited or choice.filters or len(asked) > 1:
        return [choice]
    return asked
