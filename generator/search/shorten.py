"""Give the variables of our own modules short names, which saves a seventh of what is loaded.

Within one declaration or method a name becomes the same short one wherever it is a variable, so
scopes need not be told apart: two variables of one name stay two of one name. What a module
declares at its top has one short name everywhere. Names of properties stay, since a page, a
manifest or a caller may know them; so does what nobody declares, which is the browser's.

What is read here is the JavaScript that our modules are written in, as the tests hold: no `#`, no
labels, no block after `case`, and one name for each declaration at the top of a module.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import count, product
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?P<space>\s+|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)|(?P<word>[A-Za-z_$][\w$]*)|(?P<number>\d[\w.]*)"
    r"""|(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<mark>=>|\?\.(?!\d)|\.\.\.|.)"""
)
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_PATTERN = re.compile(r"/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+/[a-z]*")
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(?:`|\$\{)", re.DOTALL)

_KEYWORDS = frozenset(
    "as async await break case catch class const continue default delete do else export extends "
    "false finally for from function get if import in instanceof let new null of return set "
    "static super switch this throw true try typeof undefined var void while yield".split()
)
_DECLARING = frozenset(["const", "let", "var", "function", "class"])
_TESTING = frozenset(["if", "for", "while", "switch"])
_BEFORE_OBJECT = frozenset([*"(,=:[?&|", "...", "return", "const", "let", "var"])
_TOP, _IMPORTED = -1, -2
_LETTERS = "etnrioascldhupmfgyvbwkxjqz"  # by how often a script has them anyway
_OPENING = {"(": ")", "[": "]", "{": "}"}


class Token(NamedTuple):
    """A piece of a script; of a template literal, all that is between its expressions is one."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Variable:
    """Where a variable stands among the tokens; `short` in `{ name }`, which names a property too.

    `bound` says that it is declared there, and `region` in which declaration or method of a
    module; below 0 is what the module itself declares or imports.
    """

    at: int
    short: bool
    bound: bool
    region: int


@dataclass(slots=True)
class _Group:
    """What stands in one pair of brackets; `binds` says that names in it are declared now."""

    kind: str
    binds: bool


def name_shortly(modules: Iterable[str], others: str, kept: Set[str]) -> dict[str, str]:
    """Return short names for what modules declare at their top, the shortest for the most frequent.

    They begin with a capital, and are no word of the modules or of `others`; what is in `kept` gets
    none.
    """
    uses: Counter[str] = Counter()
    tops: set[str] = set()
    taken = set(_WORD.findall(others))
    for text in modules:
        tokens = list(_cut(text))
        found = list(_find_variables(tokens))
        uses.update(tokens[variable.at].text for variable in found)
        tops |= {tokens[variable.at].text for variable in found if variable.region == _TOP}
        taken.update(token.text for token in tokens)
    ordered = sorted(tops - kept, key=lambda name: (-uses[name], name))
    short = _make_names(ascii_uppercase, taken)
    return {name: next(short) for name in ordered}


def shorten(text: str, names: Mapping[str, str]) -> str:
    """Return a module with its own variables named shortly, and those at the top as `names` says.

    Imports must still be there, for what they name.
    """
    tokens = list(_cut(text))
    found = list(_find_variables(tokens))
    tops = {tokens[variable.at].text for variable in found if variable.region < 0}
    out = [token.text for token in tokens]
    for region in {variable.region for variable in found}:
        mine = [variable for variable in found if variable.region == region]
        uses = Counter(tokens[variable.at].text for variable in mine)
        bound = {tokens[variable.at].text for variable in mine if variable.bound} - tops
        short = _make_names(_LETTERS, _KEYWORDS | (uses.keys() - bound))
        own = {name: next(short) for name in uses if name in bound}
        renamed = {**{name: names[name] for name in tops & names.keys()}, **own}
        for variable in mine:
            name = tokens[variable.at].text
            if name in renamed:
                out[variable.at] = f"{name}: {renamed[name]}" if variable.short else renamed[name]
    return "".join(out)


def _make_names(firsts: str, taken: Set[str]) -> Iterator[str]:
    """Yield the names that begin with one of some letters, the shortest first."""
    for length in count(0):
        for first, *rest in product(firsts, *[ascii_lowercase] * length):
            name = "".join([first, *rest])
            if name not in taken:
                yield name


def _cut(text: str) -> Iterator[Token]:
    """Yield the tokens of a script, which are all of it."""
    at = 0
    open_: list[str] = []
    before = Token("mark", ";")
    while at < len(text):
        token = _read_token(text, at, open_, before)
        if token.text in ("{", "}") and token.kind == "mark":
            open_.append("{") if token.text == "{" else open_.pop()
        at += len(token.text)
        if token.kind != "space":
            before = token
        yield token


def _read_token(text: str, at: int, open_: list[str], before: Token) -> Token:
    """Return the token at a place; `open_` has the braces and templates that it stands in."""
    inside = text[at] == "}" and open_[-1:] == ["`"]
    if text[at] == "`" or inside:
        if inside:
            open_.pop()
        found = _match(_TEMPLATE, text, at + 1)
        if found[0].endswith("${"):
            open_.append("`")
        return Token("template", text[at] + found[0])
    if text[at] == "/" and text[at + 1] != "*" and _begins_value(before):
        return Token("pattern", _match(_PATTERN, text, at)[0])
    found = _match(_TOKEN, text, at)
    return Token(str(found.lastgroup), found[0])


def _match(rule: re.Pattern[str], text: str, at: int) -> re.Match[str]:
    found = rule.match(text, at)
    if not found:
        raise ValueError(f"not the JavaScript of our modules: {text[at : at + 80]!r}")
    return found


def _begins_value(before: Token) -> bool:
    """Tell whether a value comes after a token, so that a slash begins a regular expression."""
    return before.text == "return" or (before.kind == "mark" and before.text not in (")", "]", "}"))


@dataclass(slots=True)
class _Walk:
    """Goes through the tokens that aren't space, and knows in which brackets it is."""

    tokens: Sequence[Token]
    places: list[int]
    ends: Mapping[int, int]
    groups: list[_Group] = field(default_factory=lambda: [_Group("top", binds=False)])
    classes: bool = False
    region: int = 0

    def text(self, at: int) -> str:
        """Return the token with this number among those that aren't space."""
        return self.tokens[self.places[at]].text if 0 <= at < len(self.places) else ""

    def step(self, at: int) -> Variable | None:
        """Take the next token; return it if it is a variable."""
        token, group = self.tokens[self.places[at]], self.groups[-1]
        if group.kind in ("top", "class"):
            self.region += self.text(at - 1) in ("", ";", "{", "}")
        if token.kind == "template":
            self._step_template(token.text)
        elif token.kind == "word":
            return self._take_word(at, token.text, group)
        elif token.kind != "mark":
            return None
        elif token.text in _OPENING:
            self.groups.append(self._open(at, token.text, group))
        elif token.text in _OPENING.values():
            self.groups.pop()
        elif group.binds and token.text == "=":
            group.kind, group.binds = f"{group.kind} given", False
        elif token.text == "," and group.kind.endswith(" given"):
            group.kind, group.binds = group.kind.removesuffix(" given"), True
        return None

    def _step_template(self, text: str) -> None:
        if text.startswith("}"):
            self.groups.pop()
        if text.endswith("${"):
            self.groups.append(_Group("(", binds=False))

    def _open(self, at: int, mark: str, group: _Group) -> _Group:
        before = self.text(at - 1)
        declared = before in ("const", "let", "var") or group.binds
        if mark == "[":
            return _Group("[", binds=declared)
        if mark == "(":
            return _Group("(", binds=group.binds or self._has_parameters(at))
        if self.classes:
            self.classes = False
            return _Group("class", binds=False)
        if before == "import":
            return _Group("import", binds=True)
        if before in _BEFORE_OBJECT:
            return _Group("object", binds=declared)
        return _Group("block", binds=False)

    def _has_parameters(self, at: int) -> bool:
        """Tell whether a parenthesis opens what a function takes."""
        after = self.text(self.ends[at] + 1)
        before = self.tokens[self.places[at - 1]] if at else Token("mark", "")
        named = before.kind == "word" and before.text not in _TESTING
        return after == "=>" or (after == "{" and named)

    def _take_word(self, at: int, word: str, group: _Group) -> Variable | None:
        before, after = self.text(at - 1), self.text(at + 1)
        short = group.kind.startswith("object") and before in ("{", ",")
        if before in (".", "?.") or group.kind == "class" or (short and after in (":", "(")):
            return None
        if word in _KEYWORDS:
            self.classes |= word == "class"
            return None
        bound = group.binds or before in _DECLARING or after == "=>"
        top = group.kind == "top" and before in _DECLARING
        region = _IMPORTED if group.kind == "import" else _TOP if top else self.region
        return Variable(self.places[at], short, bound, region)


def _find_variables(tokens: Sequence[Token]) -> Iterator[Variable]:
    """Yield the words among the tokens that are variables."""
    places = [at for at, token in enumerate(tokens) if token.kind != "space"]
    walk = _Walk(tokens, places, _match_brackets([tokens[at] for at in places]))
    for at in range(len(places)):
        variable = walk.step(at)
        if variable:
            yield variable


def _match_brackets(tokens: Iterable[Token]) -> dict[int, int]:
    """Return for each opening bracket where it is closed."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    for at, token in enumerate(tokens):
        if token.kind == "mark" and token.text in _OPENING:
            open_.append(at)
        elif token.kind == "mark" and token.text in _OPENING.values():
            ends[open_.pop()] = at
    return ends
