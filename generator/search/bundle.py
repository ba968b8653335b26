"""Join the modules of the browser into one, so that a page loads them with one request.

A module keeps to these rules, which the tests hold:

- imports stand at the start of a line, `import { a, b } from "./file.js";`, and rename nothing;
- `export` stands at the start of a line, before the declaration of what is exported;
- no two modules declare the same name at their top, since joined they share one scope;
- a comment stands on lines of its own, and no line of a string begins as a comment does.

Joining takes each module once, those that it imports before it, and leaves out the imports, the
word `export`, the comments and blank lines. `open` is exported in the end, for scripts.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

BROWSER = Path(__file__).parent / "browser"
ENTRY = "page.js"
STEMMERS = "stemmers.js"

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w./-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=\w)", re.MULTILINE)
_COMMENT = re.compile(r"^[ ]*(?:/\*.*?\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)
_BLANK = re.compile(r"^\s*\n", re.MULTILINE)


def bundle(stemmer: str | None) -> str:
    """Return the whole search page as one ES module, with one of Snowball's stemmers or none."""
    modules = {STEMMERS: render_stemmers([stemmer] if stemmer else [])}
    names = order_modules(ENTRY, modules)
    licence = (BROWSER / "snowball" / "LICENSE").read_text(encoding="utf-8").strip()
    parts = [f"/*! Stemmer: Snowball, https://snowballstem.org/\n\n{licence}\n*/\n"] * bool(stemmer)
    parts += [strip_module(_read_module(name, modules)) for name in names]
    return "".join([*parts, "export { open };\n"])


def order_modules(entry: str, modules: Mapping[str, str]) -> tuple[str, ...]:
    """Return `entry` and all that it imports, each after what it imports itself."""
    order: dict[str, None] = {}

    def visit(name: str, trail: frozenset[str]) -> None:
        if name in trail:
            raise ValueError(f"a module imports itself in a circle: {name}")
        for needed in _IMPORT.findall(_read_module(name, modules)):
            visit(str(PurePosixPath(name).parent / needed), trail | {name})
        order.setdefault(name)

    visit(entry, frozenset())
    return tuple(order)


def strip_module(text: str) -> str:
    """Return a module without its imports, its comments and the word `export`."""
    for rule in (_COMMENT, _IMPORT, _EXPORT, _BLANK):
        text = rule.sub("", text)
    return text


def render_stemmers(names: Sequence[str]) -> str:
    """Return the module that knows these of Snowball's stemmers by name."""
    classes = {name: f"{name.title()}Stemmer" for name in names}
    imports = [
        f'import {{ {class_} }} from "./snowball/{name}.js";' for name, class_ in classes.items()
    ]
    known = [f"  {name}: {class_}," for name, class_ in classes.items()]
    about = "/** Snowball's stemmers by the names that a manifest has. */"
    return "\n".join([*imports, "", about, "export const STEMMERS = {", *known, "};", ""])


def _read_module(name: str, modules: Mapping[str, str]) -> str:
    return modules.get(name) or (BROWSER / name).read_text(encoding="utf-8")
